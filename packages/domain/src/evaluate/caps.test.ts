import { type Cap, Policy, type Value } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { worldWith } from "../testing/world.ts";
import { countsFor, scopesOf, seatsOf } from "./caps.ts";

const policy = Policy.parse(pack);
const world = worldWith(policy, {});
const asks = { zh: "名额几何", en: "how many seats" };
const cap: Cap = {
  key: "c",
  label: { zh: "名额", en: "seats" },
  because: ["s1"],
  for: ["stic"],
  counts: "designations",
  per: ["it.city"],
  most: 2,
};
const city = (name: string, more: FactRecord = {}): FactRecord => ({ type: "stic", city: name, ...more });
const seat = (
  records: readonly FactRecord[],
  more: Partial<Cap> = {},
  candidate: FactRecord = city("甲市"),
) => {
  const [first] = seatsOf({ ...cap, ...more }, { candidate, records, world });
  return first;
};
const has = (...asked: Parameters<typeof seat>) => seat(...asked)?.has;
const open = (terms: object): Value<number> => ({ open: { asks, per: "policy", ...terms } });

describe("the scopes of a candidate", () => {
  test("are one for each combination of its values, and none without a value", () => {
    const two = { ...cap, per: ["it.city", "it.field"] };
    expect(scopesOf(two, { city: ["甲市", "乙市"], field: "heart" })).toEqual([
      ["甲市", "heart"],
      ["乙市", "heart"],
    ]);
    expect(scopesOf(two, { city: "甲市" })).toEqual([]);
    expect(seatsOf(two, { candidate: { city: "甲市", field: "heart" }, records: [], world })).toMatchObject([
      { scope: "designations:c:甲市|heart" },
    ]);
  });
  test("share no seats", () => {
    expect(has([city("乙市"), city("乙市")])).toBe("room");
    expect(has([city("甲市"), city("乙市")])).toBe("room");
    expect(has([city("甲市"), city("甲市")])).toBe("none");
    expect(seat([city("甲市"), city("乙市")])).toMatchObject({ taken: 1, holders: [city("甲市")] });
  });
});

describe("what counts", () => {
  test("is of the cap's types and still held", () => {
    expect(countsFor(cap, city("甲市"), world)).toBe("true");
    expect(countsFor(cap, { city: "甲市" }, world)).toBe("true");
    expect(countsFor(cap, city("甲市", { type: "institute" }), world)).toBe("false");
    for (const standing of ["revoked", "exited"]) {
      expect(countsFor(cap, city("甲市", { standing }), world)).toBe("false");
      expect(countsFor({ ...cap, counts: "applications" }, city("甲市", { standing }), world)).toBe("true");
    }
  });
  test("is as the cap's condition says, and may be unknown", () => {
    const where = {
      kind: "compare",
      of: { kind: "fact", fact: "it.rank" },
      is: "equal",
      than: "main",
    } as const;
    const main = city("甲市", { rank: "main" });
    expect(has([main, main], { where })).toBe("none");
    expect(has([main, city("甲市", { rank: "other" })], { where })).toBe("room");
    const scored = {
      kind: "compare",
      of: { kind: "fact", fact: "center.score" },
      is: "equal",
      than: 1,
    } as const;
    const either: Partial<Cap> = { where: { kind: "any", of: [where, scored] } };
    expect(has([main, city("甲市")], either)).toBe("unknown");
    expect(seat([main, city("甲市")], either)).toMatchObject({ taken: 1, holders: [main] });
  });
});

describe("a number of seats that is open", () => {
  test("decides where every number that it may be decides", () => {
    const bounded = { most: open({ least: 2, most: 3 }) };
    expect(has([city("甲市")], bounded)).toBe("room");
    expect(has([city("甲市"), city("甲市")], bounded)).toBe("unknown");
    expect(has([city("甲市"), city("甲市"), city("甲市")], bounded)).toBe("none");
  });
  test("leaves it open where it has no bounds", () => {
    expect(has([], { most: open({}) })).toBe("unknown");
    expect(seat([city("甲市")], { most: open({}) })).toMatchObject({
      taken: 1,
      most: { kind: "open", open: { path: "caps/c/most" } },
    });
  });
});

describe("seats of different holders", () => {
  const held = (host: string | undefined) => city("甲市", host === undefined ? {} : { host });
  test("count a holder once, and who has none by itself", () => {
    const distinct = "it.host";
    expect(has([held("a"), held("a")], { distinct }, held("b"))).toBe("room");
    expect(has([held("a"), held("b")], { distinct }, held("b"))).toBe("room");
    expect(has([held("a"), held("b")], { distinct }, held("c"))).toBe("none");
    expect(has([held(undefined), held(undefined)], { distinct }, held("c"))).toBe("none");
    expect(seat([held("a"), held("a")], { distinct }, held("b"))?.taken).toBe(1);
  });
  test("count by case where nobody has said how, and every way where some are possible", () => {
    const label = { zh: "按", en: "by" };
    const ways = (...among: string[]): Cap["distinct"] => ({
      open: {
        asks,
        per: "policy",
        ...(among.length === 0 ? {} : { choices: among.map((then, n) => ({ key: `w${n}`, label, then })) }),
      },
    });
    const [twice, other] = [[held("a"), held("a")], held("b")];
    const asked = (distinct: Cap["distinct"]) =>
      has(twice, distinct === undefined ? {} : { distinct }, other);
    expect(asked(ways())).toBe("none");
    expect(asked(ways("it.host"))).toBe("room");
    expect(asked(ways("it.host", "case"))).toBe("unknown");
    const hanging: Cap["distinct"] = {
      cases: [{ key: "one", when: { kind: "all", of: [] }, then: "it.host" }],
      otherwise: "case",
    };
    expect(asked(hanging)).toBe("room");
    const missing: Cap["distinct"] = {
      cases: [
        {
          key: "one",
          when: { kind: "any", of: [{ kind: "not", of: { kind: "all", of: [] } }] },
          then: "it.host",
        },
      ],
    };
    expect(asked(missing)).toBe("none");
  });
});

describe("a seat as it is told", () => {
  test("says where it is, how many are taken of how many, and who holds them", () => {
    const held = city("甲市", { host: "a" });
    expect(seatsOf(cap, { candidate: city("甲市"), records: [held, city("乙市")], world })).toStrictEqual([
      {
        scope: "designations:c:甲市",
        taken: 1,
        most: { kind: "known", value: 2 },
        holders: [held],
        has: "room",
      },
    ]);
  });
  test("is one in each scope in which the candidate competes", () => {
    const wide = { ...cap, per: ["it.city", "host.field"] };
    const candidate = { type: "stic", city: ["甲市", "乙市"], field: "heart" };
    const records = [city("乙市", { field: "heart" }), city("乙市", { field: "lung" }), city("丙市")];
    expect(seatsOf(wide, { candidate, records, world }).map(({ scope, taken }) => [scope, taken])).toEqual([
      ["designations:c:甲市|heart", 0],
      ["designations:c:乙市|heart", 1],
    ]);
    expect(seatsOf({ ...cap, per: [] }, { candidate, records, world })[0]).toMatchObject({
      scope: "designations:c:",
      taken: 3,
      has: "none",
    });
  });
  test("counts what may be so at the most, and what is so for sure at the least", () => {
    const scored = {
      kind: "compare",
      of: { kind: "fact", fact: "center.score" },
      is: "equal",
      than: 1,
    } as const;
    const maybe = { where: scored };
    expect(has([city("甲市")], maybe)).toBe("room");
    expect(has([city("甲市"), city("甲市")], maybe)).toBe("unknown");
    expect(seat([city("甲市"), city("甲市")], maybe)).toMatchObject({ taken: 0, holders: [] });
  });
  test("hangs on the candidate where its number does", () => {
    const most: Value<number> = {
      cases: [
        {
          key: "big",
          when: { kind: "compare", of: { kind: "fact", fact: "it.beds" }, is: "at-least", than: 500 },
          then: 1,
        },
      ],
      otherwise: 3,
    };
    const held = [city("甲市")];
    expect(has(held, { most }, city("甲市", { beds: 500 }))).toBe("none");
    expect(has(held, { most }, city("甲市", { beds: 1 }))).toBe("room");
  });
  test("looks at each record by the cap's condition, by its path", () => {
    const where = {
      kind: "compare",
      of: { kind: "fact", fact: "it.rank" },
      is: "at-least",
      than: { open: { asks, per: "policy" } },
    } as const;
    const settled = worldWith(policy, {}, { "caps/c/where/than": 5 });
    const asked = { ...cap, where };
    expect(countsFor(asked, city("甲市", { rank: 6 }), settled)).toBe("true");
    expect(countsFor(asked, city("甲市", { rank: 4 }), settled)).toBe("false");
    expect(countsFor(asked, city("甲市", { rank: 4 }), world)).toBe("unknown");
  });
  test("counts holders of several names once, by all of them", () => {
    const several = (...host: string[]) => city("甲市", { host });
    const distinct = "it.host";
    expect(has([several("a", "b"), several("a", "b")], { distinct }, several("c"))).toBe("room");
    expect(has([several("a", "b"), several("a")], { distinct }, several("b"))).toBe("none");
  });
});
