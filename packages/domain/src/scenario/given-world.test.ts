import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import { givenWorld } from "./given-world.ts";

const policy = Policy.parse(pack);

test("the world of a scenario is what is given, and nothing else", () => {
  const world = givenWorld(policy, {
    now: "2025-11-14",
    facts: { "host.beds": 500 },
    sets: { people: [{ age: 40 }] },
    settled: [{ path: "a/line", value: 90 }],
  });
  expect(world).toMatchObject({ today: "2025-11-14", now: "2025-11-13T16:00:00.000Z", holidays: {} });
  expect([world.fact("host.beds"), world.fact("today"), world.fact("host.name")]).toEqual([
    500,
    "2025-11-14",
    undefined,
  ]);
  expect([world.set("people"), world.set("designations")]).toEqual([[{ age: 40 }], []]);
  expect(world.settlement("a/line")).toEqual({
    id: "a/line",
    path: "a/line",
    value: 90,
    as: "",
    on: "2025-11-14",
    by: { name: "", unit: "" },
  });
  expect(world.settlement("another/line")).toBeUndefined();
  expect(world.waiver("conditions/ready")).toBe(false);
});

test("a day alone is its beginning, an hour is one of Shanghai", () => {
  const world = givenWorld(policy, { now: "2025-11-14T00:30:00" });
  expect(world).toMatchObject({ today: "2025-11-14", now: "2025-11-13T16:30:00.000Z" });
  expect(world.settlement("any")).toBeUndefined();
});
