import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { Stage } from "../schema/stages.ts";
import { compare, procedureOf, sheetOf, smallPolicy, words } from "../testing/small-policy.ts";
import {
  findProcedure,
  findScale,
  findStage,
  getClause,
  getClauses,
  getCondition,
  getForm,
  getGrading,
  getList,
  getListItem,
  getMeasure,
  getProcedure,
  getSheet,
  getStage,
  getType,
  UnknownNodeError,
} from "./nodes.ts";

const stage: Stage = { key: "publish", does: "decide", by: { role: "authority" } };
const entry = procedureOf([stage]);
const grades = { key: "grades", scales: ["host.grade"], items: [{ key: "best" }] };
const policy = smallPolicy({
  clauses: ["one", "two"].map((key) => ({ key, document: "main", section: key, gist: words(key) })),
  lists: [{ key: "plain", items: [] }, grades],
  types: [{ key: "lab", subject: "center", tier: "city" }],
  conditions: [{ key: "ready", for: ["lab"], of: "host", test: compare("host.beds", "known") }],
  measures: [{ key: "beds", of: "host", unit: "张", is: 1 }],
  forms: [{ key: "report", sections: [] }],
  sheets: [sheetOf([])],
  gradings: [{ key: "final", list: "grades", grade: "best" }],
  procedures: [entry],
});

describe("a node is found by its key, and one that is missing is told by its path", () => {
  test.each<[string, (from: Policy, key: string) => { key: string }, string]>([
    ["procedures", getProcedure, "entry"],
    ["forms", getForm, "report"],
    ["sheets", getSheet, "sheet"],
    ["gradings", getGrading, "final"],
    ["lists", getList, "grades"],
    ["conditions", getCondition, "ready"],
    ["measures", getMeasure, "beds"],
    ["types", getType, "lab"],
    ["clauses", getClause, "two"],
    ["procedures/entry/stages", (_from, key) => getStage(entry, key), "publish"],
    ["lists/grades/items", (_from, key) => getListItem(grades, key), "best"],
  ])("in %s", (place, get, key) => {
    expect(get(policy, key).key).toBe(key);
    expect(() => get(policy, "nobody")).toThrow(new UnknownNodeError(`${place}/nobody`));
  });
  test("what is missing has a message, a name and its path", () => {
    const { name, message, path } = new UnknownNodeError("lists/x");
    expect({ name, message, path }).toEqual({
      name: "UnknownNodeError",
      message: "the policy has no node at lists/x",
      path: "lists/x",
    });
  });
});

test("clauses come in the order in which they are named", () => {
  expect(getClauses(policy, ["two", "one"]).map(({ key }) => key)).toEqual(["two", "one"]);
  expect(getClauses(policy)).toEqual([]);
});

test("what may be missing is looked for", () => {
  expect(findProcedure(policy, "entry")).toBe(entry);
  expect(findProcedure(policy, "nobody")).toBeUndefined();
  expect(findStage(entry, "publish")).toBe(stage);
  expect(findStage(entry, "nobody")).toBeUndefined();
  expect(findScale(policy, "host.grade")).toBe(grades);
  expect(findScale(policy, "host.level")).toBeUndefined();
});
