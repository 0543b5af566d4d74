import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import { fuling } from "../testing/fuling.ts";
import { findFactSort } from "./fact-sort.ts";

const label = { zh: "名", en: "name" };
const list = (key: string, scales?: string[]) => ({ key, label, items: [], ...(scales ? { scales } : {}) });
const policy: Policy = {
  ...fuling(),
  facts: [
    { key: "color", about: "center", kept: "declared", by: { role: "host" }, kind: "item", list: "colors" },
    { key: "parks", about: "host", kept: "declared", by: { role: "host" }, kind: "number", label },
  ],
  lists: [...fuling().lists, list("colors"), list("classes", ["it.level"]), list("kinds")],
  registers: [
    {
      key: "r",
      bearer: "tenant",
      of: "activities",
      fields: [{ key: "k", kind: "choice", list: "kinds", fact: "it.kind" }],
    },
  ] as unknown as Policy["registers"],
};
const sortOf = (ref: string) => {
  const sort = findFactSort(policy, ref);
  return sort && [sort.kind, ...sort.lists.map(({ key }) => key)].join(" ");
};

describe("what a reference means", () => {
  test.each([
    ["of the platform", "host.beds", "number"],
    ["of the platform, with the policy's scale", "host.grade", "item institution-grades"],
    ["a grade, with the lists of the gradings", "center.grade", "item grades"],
    ["a word of records that a list scales", "it.level", "item classes"],
    ["a word of records that a register chooses", "it.kind", "text kinds"],
    ["the same of another record", "that.kind", "text kinds"],
    ["the tenant's own", "center.color", "item colors"],
    ["the tenant's own of a designation", "it.color", "item colors"],
    ["of a stage", "stage.publish.done-on", "date"],
    ["the days that a stage was late", "stage.publish.days-late", "number"],
    ["the grade of a stage", "stage.publish.grade", "item grades"],
    ["the verdict of a stage", "stage.assess.verdict", "yes-no"],
    ["an answer", "application.application.name", "text"],
    ["the day of an event", "center.inspected-on", "date"],
    ["the day of an event of a case", "case.decided-on", "date"],
  ])("%s", (_what, ref, sort) => expect(sortOf(ref)).toBe(sort));

  test.each([
    ["an attribute that stages do not have", "stage.publish.color"],
    ["a stage that is not there", "stage.nowhere.done-on"],
    ["a field that is not there", "application.application.shoes"],
    ["a form that is not there", "application.nowhere.name"],
    ["three words of something else", "center.color.red"],
    ["another's own", "host.color"],
    ["an event of a host", "host.inspected-on"],
    ["an event that is none", "center.painted-on"],
    ["an event without its day", "center.inspected"],
    ["a record's attribute that nobody keeps", "it.shoes"],
    ["nothing", ""],
  ])("nothing where it is %s", (_what, ref) => expect(sortOf(ref)).toBeUndefined());

  test("is said in the tenant's words, else by its key", () => {
    const said = (ref: string) => findFactSort(policy, ref)?.label;
    expect(said("host.parks")).toEqual(label);
    expect(said("center.color")).toEqual({ zh: "color", en: "color" });
    expect(said("stage.publish.done-on")).toEqual(
      policy.procedures.flatMap(({ stages }) => stages).find(({ key }) => key === "publish")?.label,
    );
    expect(said("center.inspected-on")).toEqual({
      zh: "最近一次“inspected”之日",
      en: "the day of the last “inspected”",
    });
  });
});
