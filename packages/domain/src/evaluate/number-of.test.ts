import { type Measure, Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { firstUnknown, numberOf } from "./number-of.ts";

const world = worldWith(Policy.parse(pack), { "host.beds": "500", "host.name": "甲医院" });
const asks = { zh: "几", en: "how many" };
const fact = (name: string): Measure => ({ kind: "fact", fact: name });
const betweenOf = (measure: Measure) => {
  const found = numberOf(measure, world, "m");
  const between = found.kind === "open" ? found.between : undefined;
  return between && [between.least.toString(), between.most.toString()];
};

test("a measure is an exact number; text that is none is missing, by its path", () => {
  expect(numberOf(fact("host.beds"), world, "m")).toMatchObject({ kind: "known" });
  expect(numberOf(fact("host.name"), world, "m")).toEqual({ kind: "missing", ref: "m" });
  expect(numberOf(fact("center.score"), world, "m")).toMatchObject({ kind: "missing", ref: "center.score" });
});

test("an open one lies between its bounds, or between its choices", () => {
  const choice = (then: number) => ({ key: `n${then}`, label: asks, then });
  expect(betweenOf({ open: { asks, per: "policy", least: 1, most: 3 } })).toEqual(["1", "3"]);
  expect(betweenOf({ open: { asks, per: "policy", choices: [choice(5), choice(2)] } })).toEqual(["2", "5"]);
  expect(numberOf({ open: { asks, per: "policy" } }, world, "m")).not.toHaveProperty("between");
});

test("the first of several that is not known is what is asked for", () => {
  const known = { kind: "known", value: 1 } as const;
  const [one, other] = [{ kind: "missing", ref: "a" } as const, { kind: "missing", ref: "b" } as const];
  expect(firstUnknown(known, one, other)).toEqual(one);
  expect(firstUnknown(known, known)).toBeUndefined();
});
