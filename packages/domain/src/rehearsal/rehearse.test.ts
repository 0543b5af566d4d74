import { applyChanges, type Json, Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import province from "@yichuang/policy/packs/shandong/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { calendarOf, clashesIn } from "./calendar.ts";
import { networkPolicy, RULE_PATH } from "../testing/network-policy.ts";
import { rehearse } from "./rehearse.ts";

const policy = Policy.parse(pack);
const changed = (at: string, set: Json): Policy => Policy.parse(applyChanges(pack, [{ key: "c", at, set }]));

describe("the calendar of a policy", () => {
  test("has the windows of each year, and names the open value where one has none", () => {
    const calendar = calendarOf(policy, { from: "2022-10-19", years: 2 });
    expect(calendar).toContainEqual(
      expect.objectContaining({ year: 2023, stage: "collect", opens: "2023-07-01", due: "2023-07-31" }),
    );
    expect(calendar).toContainEqual(
      expect.objectContaining({
        year: 2022,
        stage: "seminar",
        open: "procedures/entry/stages/seminar/window/cases/y2022/then",
      }),
    );
  });
  test("has what is due each year, and when a procedure may begin where no stage says so", () => {
    const calendar = calendarOf(Policy.parse(province), { from: "2024-01-01", years: 1 });
    expect(calendar).toContainEqual(
      expect.objectContaining({ procedure: "yearly", label: { zh: "可以开始", en: "may begin" } }),
    );
    expect(calendar.filter(({ procedure }) => procedure === undefined)).not.toEqual([]);
  });
  test("has a window over the turn of the year in the year in which it opens", () => {
    const turn = changed("procedures/yearly-report/starts/when", {
      kind: "yearly",
      from: "12-01",
      to: "01-31",
    });
    const days = calendarOf(turn, { from: "2023-01-01", years: 2 })
      .filter(({ procedure }) => procedure === "yearly-report")
      .map(({ year, opens, due }) => [year, opens, due]);
    expect(days).toEqual([
      [2023, "2023-12-01", "2024-01-31"],
      [2024, "2024-12-01", "2025-01-31"],
    ]);
  });
  test("tells a stage that closes before what it comes after opens", () => {
    const early = changed("procedures/entry/stages/assess/window", {
      kind: "yearly",
      from: "05-01",
      to: "06-30",
    });
    const clashes = clashesIn(early, calendarOf(early, { from: "2023-01-01", years: 1 }));
    expect(clashes).toContainEqual({
      kind: "order",
      year: 2023,
      procedure: "entry",
      first: "collect",
      second: "assess",
    });
  });
});

describe("a rehearsal", { timeout: 120_000 }, () => {
  test("runs on the acts themselves, and lists what held it up with what it supposed", () => {
    const { done, heldUp, deadEnds } = rehearse(policy, { from: "2023-07-01", years: 0.5 });
    expect(done.map(({ stage, act }) => `${stage} ${act}`)).toContain("publish issue");
    expect(heldUp.map(({ path }) => path)).toContain("procedures/entry/stages/assess/panel/size");
    expect(deadEnds).toEqual([]);
  });
  test("has somebody for whoever comes in by a link: what a parent decides is decided by its hospital", () => {
    const { done, heldUp } = rehearse(networkPolicy(), { from: "2023-07-01", years: 0.45 });
    expect(heldUp.map(({ path }) => path)).toContain(RULE_PATH);
    expect(done).toContainEqual(
      expect.objectContaining({ procedure: "branch-entry", act: "decide", role: "institution-manager" }),
    );
  });
  test("enters what a dossier must claim before it is handed in", () => {
    const { done } = rehearse(Policy.parse(province), { from: "2023-01-03", years: 0.12 });
    expect(done.map(({ stage, act }) => `${stage} ${act}`)).toContain("plan submit");
  });
  test("supposes that a condition is met which only a registry could tell, and goes on", () => {
    const grade = {
      key: "graded",
      label: { zh: "三级甲等", en: "grade 3A" },
      for: ["stic"],
      of: "host",
      test: { kind: "compare", of: { kind: "fact", fact: "host.beds" }, is: "at-least", than: 500 },
    };
    const asking = Policy.parse(
      applyChanges(pack, [
        { key: "c", at: "conditions", add: grade },
        { key: "d", at: "procedures/entry/stages/collect/requires", set: ["graded"] },
      ]),
    );
    const { done, heldUp, deadEnds } = rehearse(asking, { from: "2023-07-01", years: 0.45 });
    expect(heldUp).toContainEqual(expect.objectContaining({ path: "conditions/graded", supposed: true }));
    expect(done.map(({ stage, act }) => `${stage} ${act}`)).toContain("publish issue");
    expect(deadEnds).toEqual([]);
  });
  test("tells why nobody could hand in, and not that the window was over afterwards", () => {
    const never = { key: "never", kind: "compare", of: 1, is: "equal", than: 2 };
    const barred = Policy.parse(
      applyChanges(pack, [
        {
          key: "c",
          at: "conditions",
          add: { key: "never", label: { zh: "不可能", en: "never" }, for: ["stic"], of: "host", test: never },
        },
        { key: "d", at: "procedures/entry/stages/collect/requires", set: ["never"] },
        { key: "e", at: "procedures/entry/stages/collect/late", set: "refused" },
      ]),
    );
    const { deadEnds } = rehearse(barred, { from: "2023-07-01", years: 1 });
    expect(deadEnds.map(({ stage, refused }) => [stage, refused?.[0]?.zh])).toEqual([
      ["collect", expect.stringContaining("不可能")],
    ]);
  });
  test("begins anew the next year where a window was over", () => {
    const strict = changed("procedures/entry/stages/collect/late", "refused");
    const late = rehearse(strict, { from: "2023-09-01", years: 1.2 });
    const collected = late.done.filter(({ stage }) => stage === "collect").map(({ on }) => on);
    expect(collected.toSorted()[0]?.slice(0, 4)).toBe("2024");
  });
  test("tells a stage that nobody can do", () => {
    const stuck = changed("procedures/entry/stages/decide/by", { role: "public" });
    const { deadEnds } = rehearse(stuck, { from: "2023-07-01", years: 0.5 });
    expect(deadEnds.map(({ stage, open }) => [stage, open])).toEqual([["decide", undefined]]);
  });
});
