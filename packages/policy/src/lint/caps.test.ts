import { describe, expect, test } from "vitest";
import type { Cap } from "../schema/caps.ts";
import { compare, smallPolicy, told } from "../testing/small-policy.ts";
import { caps } from "./caps.ts";

const cap = (key: string, rest: Partial<Cap> = {}): Cap => ({
  key,
  for: ["lab", "base"],
  counts: "designations",
  per: ["it.field", "it.city"],
  most: 2,
  ...rest,
});
const said = (...all: Cap[]) => told(caps(smallPolicy({ caps: all })));

describe("a cap names attributes of the records that it locks", () => {
  const unlockable = ["caps/seats/per: the cap does not say which records it locks"];
  test.each<[string[], string[]]>([
    [["it.field"], []],
    [["it.field", "it.city"], []],
    [[], unlockable],
    [["host.city"], unlockable],
    [["it.field", "host.city"], unlockable],
    [["host.it.field"], unlockable],
  ])("per %j", (per, problems) => expect(said(cap("seats", { per }))).toEqual(problems));
});

describe("two caps do not give the same seats different numbers", () => {
  const contradicts = ["caps/b/most: it counts the same seats as “a” and gives another number"];
  const where = compare("it.standing", "equal", "established");

  test.each<[string, Partial<Cap>, Partial<Cap>, string[]]>([
    ["the same seats, another number", {}, { most: 3 }, contradicts],
    ["the same seats, the same number", {}, {}, []],
    [
      "the same written in another order",
      {},
      { most: 3, for: ["base", "lab"], per: ["it.city", "it.field"] },
      contradicts,
    ],
    ["other types", {}, { most: 3, for: ["lab"] }, []],
    ["other records", {}, { most: 3, counts: "applications" }, []],
    ["per something else", {}, { most: 3, per: ["it.field"] }, []],
    ["only some of the records", {}, { most: 3, where }, []],
    ["the same some", { where }, { most: 3, where }, contradicts],
    ["counted by host", {}, { most: 3, distinct: "it.host" }, []],
    ["both counted by host", { distinct: "it.host" }, { most: 3, distinct: "it.host" }, contradicts],
  ])("%s", (...[, a, b, problems]) => expect(said(cap("a", a), cap("b", b))).toEqual(problems));

  test("each cap is held against those before it, and told once", () =>
    expect(
      said(cap("a"), cap("x", { counts: "applications" }), cap("b", { most: 3 }), cap("c", { most: 3 })),
    ).toEqual([...contradicts, "caps/c/most: it counts the same seats as “a” and gives another number"]));
});
