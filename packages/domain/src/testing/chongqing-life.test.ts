import { readFileSync } from "node:fs";
import { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "./life.ts";
import type { Life } from "./life.ts";
import { walk } from "./walk-stages.ts";

const PACK = new URL("../../../policy/packs/chongqing/policy.json", import.meta.url);
const policy = Policy.parse(JSON.parse(readFileSync(PACK, "utf8")));
const ITEM = "经颅磁刺激";
const paper = [{ id: "file-1", name: "材料.pdf", size: 1000 }];

const settle = (life: Life, path: string, value: unknown) =>
  life.must(LEADER, at("2023-01-02"), {
    kind: "settle",
    path,
    value,
    as: "已定",
    on: "2023-01-02",
    year: 2023,
  });

const opening = (name: string) => ({ procedure: "price-item", type: "price-item", year: 2023, name });

/** One hospital's item was applied for in its window, assessed, and approved. */
function approvedOnce(): Life {
  const life = newLife(policy);
  const march = { kind: "between", from: "2023-03-01", to: "2023-03-31" };
  settle(life, "procedures/price-item/starts/when/otherwise", march);
  settle(life, "procedures/price-item/stages/assess/panel/size", 3);
  const id = life.open(MANAGER, at("2023-03-06"), opening(ITEM));
  const answers = life.answers("price-item", { name: ITEM });
  const dossier = { ...answers, material: { ...answers["material"], cost: paper, evidence: paper } };
  life.must(MANAGER, at("2023-03-06"), { kind: "submit", case: id, stage: "apply", answers: dossier });
  walk(life, id, { stages: ["assess", "decide"], day: "2023-03-07" });
  return life;
}

/** Another hospital hands in without costs and assessment, outside the window. */
function handIn(life: Life, name: string) {
  const id = life.open(RIVAL_MANAGER, at("2023-05-08"), opening(name));
  const answers = life.answers("price-item", { name });
  const item = { ...answers["item"], innovative: "" };
  const material = { precedent: "甲医院已获批" };
  return { kind: "submit" as const, case: id, stage: "apply", answers: { ...answers, item, material } };
}

describe("a price item that another institution was granted", () => {
  it("is taken outside the window, with a reduced dossier and no assessment", () => {
    const life = approvedOnce();
    const act = handIn(life, ITEM);
    life.must(RIVAL_MANAGER, at("2023-05-08"), act);
    walk(life, act.case, { stages: ["decide"], day: "2023-05-09" });
    expect(life.centerOf(act.case).standing).toBe("established");
  });
  it("is no precedent for another item", () => {
    const life = approvedOnce();
    expect(life.blocked(RIVAL_MANAGER, at("2023-05-08"), handIn(life, "另一个项目"))).toMatch(
      /late-undecided/,
    );
  });
  it("may begin before its window where it is the same item, and not where it is another", () => {
    const life = approvedOnce();
    const january = { kind: "between", from: "2024-03-01", to: "2024-03-31" };
    life.must(LEADER, at("2023-05-08"), {
      kind: "settle",
      path: "procedures/price-item/starts/when/otherwise",
      value: january,
      as: "2024 年 3 月",
      on: "2023-05-08",
      year: 2024,
    });
    const open = (name: string) => ({ kind: "open-case" as const, ...opening(name), year: 2024 });
    const early = at("2024-01-08");
    expect(life.blocked(RIVAL_MANAGER, early, open("另一个项目"))).toMatch(/window-not-open/);
    life.must(RIVAL_MANAGER, early, open(ITEM));
  });
});

describe("an inquiry that hears the other side", () => {
  it("is opened like any case where the title is held, and not recorded by one act", () => {
    const life = newLife(policy);
    settle(life, "procedures/talent/starts/when", { kind: "between", from: "2023-03-01", to: "2023-03-31" });
    const talent = { procedure: "talent", type: "young-talent", year: 2023, name: "人选" };
    const id = life.open(MANAGER, at("2023-03-06"), talent);
    const answers = life.answers("talent-application");
    life.must(MANAGER, at("2023-03-06"), { kind: "submit", case: id, stage: "apply", answers });
    const center = life.centerOf(id).id;
    const opened = { kind: "open-case" as const, procedure: "integrity", year: 2023, center };
    expect(life.blocked(OFFICER, at("2023-06-01"), opened)).toBe("refused: standing-wrong");
    const visit = { kind: "inspect" as const, center, procedure: "integrity", answers: {}, findings: [] };
    expect(life.blocked(OFFICER, at("2023-06-01"), visit)).toBe("refused: nothing-to-act-on");
  });
});
