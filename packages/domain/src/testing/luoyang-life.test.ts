import { readFileSync } from "node:fs";
import { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER, USCC } from "./life.ts";
import type { Life } from "./life.ts";
import { walk } from "./walk-stages.ts";

const PACK = new URL("../../../policy/packs/luoyang/policy.json", import.meta.url);
const policy = Policy.parse(JSON.parse(readFileSync(PACK, "utf8")));

const ENTRY = ["apply", "check", "review", "decide"];
const CONTRACT = ["undertake", "contract"];

function settleRound(life: Life, procedure: string) {
  life.must(LEADER, at("2023-05-20"), {
    kind: "settle",
    path: `procedures/${procedure}/stages/apply/window`,
    value: { kind: "between", from: "2023-06-01", to: "2023-06-30" },
    as: "六月申报",
    on: "2023-05-20",
    year: 2023,
  });
}

function begin(life: Life, procedure: string, type: string): string {
  settleRound(life, procedure);
  return life.open(MANAGER, at("2023-06-05"), { procedure, year: 2023, name: "示例项目", type });
}

/** A center that was reviewed, recognised, and has its contract. */
function recognised(life: Life): string {
  const id = begin(life, "center-entry", "center");
  walk(life, id, { stages: [...ENTRY, "name", ...CONTRACT], day: "2023-06-10" });
  return id;
}

/** A title of the institution, entered by it and checked by the authority. */
function checkedTitle(life: Life, title: string): string {
  const proof = [{ id: "file-1", name: "文件.pdf", size: 1000 }];
  const answers = { title, subject: "检验科", host: USCC, by: "市科技局", on: "2021-05-01", proof };
  const action = { kind: "record" as const, root: "institution-1", register: "titles", answers };
  const { events } = life.must(MANAGER, at("2023-06-01"), action);
  const entry = events.flatMap((event) => (event.kind === "recorded" ? [event.body.entry] : []))[0] ?? "";
  life.must(OFFICER, at("2023-06-02"), { kind: "verify", root: "institution-1", entry, opinion: "属实" });
  return entry;
}

describe("a project of Luoyang, from the application to its end", () => {
  it("waits while the authority has not said when applications are taken", () => {
    const life = newLife(policy);
    const id = life.open(MANAGER, at("2023-06-05"), {
      procedure: "center-entry",
      year: 2023,
      type: "center",
    });
    const answers = life.answers("center-application");
    expect(
      life.blocked(MANAGER, at("2023-06-05"), { kind: "submit", case: id, stage: "apply", answers }),
    ).toBe("pending: open-value");
  });
  it("is recognised after review, and its period ends with everybody's", () => {
    const life = newLife(policy);
    const id = recognised(life);
    expect(life.centerOf(id)).toMatchObject({ standing: "established", termEndsOn: "2025-12-31" });
    expect(life.caseAt(id).state).toBe("closed");
    expect(life.centerOf(id).goals.map(({ text }) => text)).toEqual(["建成平台"]);
  });
  it("is declined where the experts find it unfit", () => {
    const life = newLife(policy);
    const id = begin(life, "center-entry", "center");
    walk(life, id, { stages: ["apply", "check", "review"], day: "2023-06-10", verdict: false });
    expect(
      life.blocked(LEADER, at("2023-06-11"), {
        kind: "decide",
        case: id,
        stage: "decide",
        outcome: "approve",
        opinion: "",
      }),
    ).toMatch(/condition-false/);
    walk(life, id, { stages: ["decide"], day: "2023-06-11", outcome: "decline" });
    expect(life.centerOf(id).standing).toBe("declined");
  });
  it("begins under construction where a hospital asks for that", () => {
    const life = newLife(policy);
    const id = begin(life, "hospital-entry", "hospital");
    const answers = { ...life.answers("hospital-application") };
    const asked = { ...answers, basics: { ...answers["basics"], as: "construction" } };
    life.must(MANAGER, at("2023-06-10"), { kind: "submit", case: id, stage: "apply", answers: asked });
    walk(life, id, {
      stages: ["check", "review", "decide", "name-building", ...CONTRACT],
      day: "2023-06-12",
    });
    expect(life.centerOf(id)).toMatchObject({ standing: "building", termEndsOn: "2025-12-31" });
  });
  it("is named directly with a title that the authority has checked, and not by another title", () => {
    const life = newLife(policy);
    const asDirect = (entry: string) => {
      const id = life.open(MANAGER, at("2023-06-05"), { procedure: "lab-direct", year: 2023, type: "lab" });
      const answers = life.answers("direct-lab");
      const titles = [{ register: "titles", entry, title: "称号", attributes: {} }];
      const ground = { ...answers["ground"], titles };
      return {
        id,
        submit: { kind: "submit" as const, case: id, stage: "apply", answers: { ...answers, ground } },
      };
    };
    const other = asDirect(checkedTitle(life, "tcm-center"));
    expect(life.blocked(MANAGER, at("2023-06-05"), other.submit)).toMatch(/field-invalid/);
    const { id, submit } = asDirect(checkedTitle(life, "municipal-lab"));
    life.must(MANAGER, at("2023-06-05"), submit);
    walk(life, id, { stages: ["check", "decide", "name", ...CONTRACT], day: "2023-06-06" });
    expect(life.centerOf(id)).toMatchObject({ standing: "established", termEndsOn: "2025-12-31" });
  });
  it("leaves at any time on a grave fault that the authority has verified", () => {
    const life = newLife(policy);
    const id = recognised(life);
    const center = life.centerOf(id).id;
    const exit = life.open(OFFICER, at("2024-08-01"), { procedure: "exit", year: 2024, center });
    walk(life, exit, { stages: ["record", "decide"], day: "2024-08-01" });
    expect(life.centerOf(id).standing).toBe("exited");
  });
});
