import { describe, expect, test } from "vitest";
import type { NamedCondition } from "../schema/named.ts";
import type { Condition, Waiver } from "../schema/sorts.ts";
import type { Force } from "../schema/text.ts";
import { compare, smallPolicy, told } from "../testing/small-policy.ts";
import { waivers } from "./waivers.ts";

const waiver: Waiver = { by: { role: "authority" } };
const beds = compare("host.beds", "at-least", 500);
const said = (rest: Partial<NamedCondition>) =>
  told(waivers(smallPolicy({ conditions: [{ key: "c", for: ["lab"], of: "host", test: beds, ...rest }] })));

describe("only what holds in principle can be waived", () => {
  const unwaivable = ["conditions/c/waiver: only what holds in principle can be waived"];

  test.each<[Force | undefined, string[]]>([
    ["in-principle", []],
    ["mandatory", unwaivable],
    ["preference", unwaivable],
    ["aspiration", unwaivable],
    [undefined, unwaivable],
  ])("%s", (force, problems) => {
    const forced = force === undefined ? {} : { force };
    expect(said({ ...forced, waiver })).toEqual(problems);
    expect(said(forced)).toEqual([]);
  });
  test("of whatever node", () => {
    const list = { key: "l", items: [], waiver };
    expect(
      told(waivers(smallPolicy({ lists: [list, { ...list, key: "m", force: "in-principle" }] }))),
    ).toEqual(["lists/l/waiver: only what holds in principle can be waived"]);
  });
});

describe("a named condition has one force", () => {
  const two = (at: string) =>
    `conditions/c/${at}/force: a named condition has one force; its parts have none`;

  test("not another one in its test, or deeper", () => {
    expect(said({ force: "preference" })).toEqual([]);
    expect(said({ test: { ...beds, force: "preference" } })).toEqual([two("test")]);
    const inner: Condition = {
      kind: "all",
      force: "mandatory",
      of: [{ ...beds, key: "beds", force: "preference" }],
    };
    expect(said({ test: inner })).toEqual([two("test"), two("test/of/beds")]);
  });
  test("while conditions elsewhere are free to have one", () => {
    const duty = { key: "d", bearer: "host", when: { kind: "anytime" }, every: "year" } as const;
    expect(
      told(waivers(smallPolicy({ duties: [{ ...duty, must: { ...beds, force: "preference" } }] }))),
    ).toEqual([]);
  });
});
