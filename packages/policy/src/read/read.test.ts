import { describe, expect, test } from "vitest";
import { fuling, fulingWith } from "../testing/fuling.ts";
import { findFactSort } from "./fact-sort.ts";
import {
  getClause,
  getClauses,
  getForm,
  getList,
  getListItem,
  getProcedure,
  getStage,
  UnknownNodeError,
} from "./nodes.ts";
import { openValues } from "./open-values.ts";
import { nodeAt, pathOf } from "./paths.ts";
import { readings } from "./readings.ts";
import { acceptsSettlement } from "./settlements.ts";
import { walk } from "./walk.ts";
import { wordFor } from "./words.ts";

const policy = fuling();

describe("paths", () => {
  test("every node has one, and it leads back to the node", () => {
    let nodes = 0;
    for (const { path, node } of walk(policy)) {
      nodes += 1;
      expect(nodeAt(policy, path)).toBe(node);
      expect(pathOf(policy, node)).toBe(path);
    }
    expect(nodes).toBeGreaterThan(500);
  });
  test("no two nodes share a path", () => {
    const paths = walk(policy).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
  test("lead to plain values too, and nowhere where nothing stands", () => {
    expect(nodeAt(policy, "gradings/acceptance/grade/cases/pass/when/than")).toBe(80);
    expect(nodeAt(policy, "sheets/sheet/items/output/items/transfer/weight")).toBe(20);
    expect(nodeAt(policy, "gradings/acceptance/grade/cases/nobody")).toBeUndefined();
    expect(nodeAt(policy, "constructor/prototype")).toBeUndefined();
    expect(pathOf(policy, {})).toBeUndefined();
  });
});

describe("lookups", () => {
  test("find nodes by key and say where one is missing", () => {
    expect(getStage(getProcedure(policy, "entry"), "assess").does).toBe("review");
    expect(getForm(policy, "december").sections).toHaveLength(1);
    expect(getListItem(getList(policy, "dimensions"), "equipment").label?.zh).toBe("设施设备");
    expect(getClauses(policy, ["s1", "a1-n2"]).map(({ section }) => section)).toEqual([
      "三（一）",
      "附件1 备注2",
    ]);
    expect(() => getClause(policy, "nobody")).toThrow(UnknownNodeError);
    expect(() => getStage(getProcedure(policy, "entry"), "nobody")).toThrow("procedures/entry/stages/nobody");
  });
  test("words are the tenant's own, else the platform's", () => {
    expect(wordFor(policy, "standing.building").zh).toBe("建设单位");
    expect(wordFor(policy, "standing.deferred").zh).toBe("暂缓");
    expect(wordFor(policy, "indicator.output").zh).toBe("成果产出");
    expect(wordFor(policy, "indicator.transfer").zh).toBe("成果转化");
    expect(wordFor(policy, "indicator.nobody").zh).toBe("nobody");
  });
  test("facts know their kind and the lists of their items", () => {
    expect(findFactSort(policy, "result.grade")?.lists.map(({ key }) => key)).toEqual(["grades"]);
    expect(findFactSort(policy, "host.grade")?.lists.map(({ key }) => key)).toEqual(["institution-grades"]);
    expect(findFactSort(policy, "host.funds-committed")?.kind).toBe("number");
    expect(findFactSort(policy, "stage.publish.done-on")?.kind).toBe("date");
    expect(findFactSort(policy, "stage.publish.color")).toBeUndefined();
    expect(findFactSort(policy, "application.december.progress")?.label.zh).toBe("阶段性成果或者重要进展");
    expect(findFactSort(policy, "center.inspected-on")?.kind).toBe("date");
    expect(findFactSort(policy, "host.shoe-size")).toBeUndefined();
  });
});

describe("open values and readings", () => {
  const open = openValues(policy);
  const openAt = (path: string) => open.find((candidate) => candidate.path === path);

  test("are listed with who settles them, their bounds and their clauses", () => {
    expect(openAt("gradings/acceptance/grade/cases/excellent/when/than")).toMatchObject({
      per: "policy",
      by: { role: "authority" },
      least: 80,
      most: 100,
      sort: "number",
    });
    expect(openAt("procedures/entry/stages/collect/late")?.choices?.map(({ then }) => then)).toEqual([
      "refused",
      "accepted",
    ]);
    expect(openAt("consequences/failed/effects/rectify/within")).toMatchObject({
      per: "case",
      sort: "duration",
    });
    expect(openAt("procedures/entry/stages/seminar/window/cases/y2022/then")?.sort).toBe("window");
    expect(openAt("procedures/acceptance/stages/review/yields/score/combine")?.sort).toBe("combine-scores");
    expect(open.every(({ because }) => because.length > 0)).toBe(true);
  });
  test("an unstated condition is one, at the path of the condition", () => {
    const changed = fulingWith("conditions/ready/test", {
      set: { kind: "unstated", open: { asks: { zh: "条件", en: "conditions" }, per: "policy" } },
    });
    expect(openValues(changed).find(({ path }) => path === "conditions/ready/test")?.sort).toBe("condition");
  });
  test("a settlement has the sort, the bounds and the choices of its place", () => {
    const line = openAt("gradings/acceptance/grade/cases/excellent/when/than");
    const late = openAt("procedures/entry/stages/collect/late");
    const within = openAt("consequences/failed/effects/rectify/within");
    const seminar = openAt("procedures/entry/stages/seminar/window/cases/y2022/then");
    if (!line || !late || !within || !seminar) throw new Error("an open value is missing");
    expect([80, 90.5, 100].every((score) => acceptsSettlement(line, score))).toBe(true);
    expect([79.99, 100.01, "90", null].some((score) => acceptsSettlement(line, score))).toBe(false);
    expect(acceptsSettlement(late, "refused")).toBe(true);
    expect(acceptsSettlement(late, "maybe")).toBe(false);
    expect(acceptsSettlement(within, { n: 6, unit: "month" })).toBe(true);
    expect(acceptsSettlement(within, { n: 0, unit: "month" })).toBe(false);
    expect(acceptsSettlement(seminar, { kind: "between", from: "2022-10-24", to: "2022-10-28" })).toBe(true);
    expect(acceptsSettlement(seminar, "2022-10-24")).toBe(false);
  });
  test("readings carry their wording", () => {
    expect(readings(policy).map(({ path }) => path)).toContain("procedures/entry/stages/build/from");
    expect(readings(policy).every(({ as }) => as.zh.length > 0)).toBe(true);
  });
});
