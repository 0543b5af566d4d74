import type { Cap, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, Facts } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { entry } from "../testing/board.ts";
import { seatLines } from "./cap-seats.ts";
import {
  applied,
  desk,
  equal,
  HOST,
  IN_WORDS,
  lab,
  netWith,
  ONE_PER_CITY,
  open,
  OTHER_HOST,
  SMALL_POLICY,
  waiver,
} from "../testing/small-network.ts";

const capped = (more: Partial<Cap> = {}): Policy => ({
  ...SMALL_POLICY,
  caps: [{ ...ONE_PER_CITY, ...more }],
});
const lines = (policy: Policy, centers: CenterFacts[], given: Partial<Facts> = {}) =>
  seatLines(netWith(policy, centers, given));
const holder = (id: string) => ({ center: id, name: `实验室 ${id}` });
const LINE = {
  cap: "per-city",
  label: "每市一家",
  clauses: [IN_WORDS],
  scope: "designations:per-city:甲市",
  of: ["甲市"],
  taken: 1,
  most: "1",
  left: 0,
  over: false,
  holders: [holder("a")],
};

describe("how full a cap is", () => {
  it("is said for each scope in which somebody holds a seat", () =>
    expect(lines(capped(), [lab("a"), lab("b", { host: OTHER_HOST }), desk("c", "a")])).toStrictEqual([
      LINE,
      { ...LINE, scope: "designations:per-city:乙市", of: ["乙市"], holders: [holder("b")] },
    ]));

  it("is over where more is taken than there may be", () => {
    const two = [lab("a"), lab("b")];
    const both = { ...LINE, taken: 2, holders: [holder("a"), holder("b")] };
    expect(lines(capped(), two)).toStrictEqual([{ ...both, over: true }]);
    expect(lines(capped({ most: 2 }), two)).toStrictEqual([{ ...both, most: "2" }]);
    expect(lines(capped({ most: 5 }), two)).toStrictEqual([{ ...both, most: "5", left: 3 }]);
  });

  it("is not over by those for whom the cap was let go, though they hold their seats", () => {
    const let1 = (path: string) => lab("b", { cases: [applied({ waivers: [waiver(path)] })] });
    const both = { ...LINE, taken: 2, holders: [holder("a"), holder("b")] };
    expect(lines(capped(), [lab("a"), let1("caps/per-city")])).toStrictEqual([both]);
    expect(lines(capped(), [lab("a"), let1("caps/other")])).toStrictEqual([{ ...both, over: true }]);
    const alone = lab("a", { cases: [applied({ waivers: [waiver("caps/per-city")] })] });
    expect(lines(capped({ most: 0 }), [alone])).toStrictEqual([{ ...LINE, most: "0" }]);
  });

  it("is not counted of a wish, nor of a record that is not sure to count", () => {
    expect(lines(capped({ force: "preference" }), [lab("a")])).toEqual([]);
    expect(lines(capped({ where: equal("it.standing", "building") }), [lab("a")])).toEqual([]);
    expect(lines(capped({ counts: "applications" }), [lab("a")])).toEqual([]);
  });

  it("is counted apart in each of several scopes of one center", () => {
    const joint = {
      key: "j",
      role: "joint",
      name: "乙医院",
      uscc: OTHER_HOST.uscc,
      from: "2026-01-01",
    } as const;
    const centers = [lab("a", { links: [joint] }), lab("b", { host: OTHER_HOST })];
    const found = lines(capped({ per: ["it.hosts"] }), centers);
    expect(found.map(({ of, taken, over }) => [of, taken, over])).toEqual([
      [[HOST.uscc], 1, false],
      [[OTHER_HOST.uscc], 2, true],
    ]);
  });

  it("names no limit that is open, and is over where no possible one is kept", () => {
    const { most: _most, left: _left, ...unknown } = LINE;
    expect(lines(capped({ most: open() }), [lab("a")])).toStrictEqual([unknown]);
    expect(lines(capped({ most: open({ least: 1, most: 2 }) }), [lab("a")])).toStrictEqual([unknown]);
    expect(lines(capped({ most: open({ least: 0, most: 0 }) }), [lab("a")])).toStrictEqual([
      { ...LINE, most: "0", over: true },
    ]);
  });

  it("counts what the tenant's register says and a center beyond those that are loaded, naming neither", () => {
    const of = { type: "lab", city: "甲市", standing: "established" };
    const tenant = { ...emptyTenant("tenant"), entries: [entry("designations", { ...of, name: "老" })] };
    const sets = { designations: [{ ...of, root: "elsewhere", name: "他" }] };
    expect(lines(capped({ most: 3 }), [lab("a")], { tenant, sets })).toStrictEqual([
      { ...LINE, taken: 3, most: "3" },
    ]);
  });

  it("is settled and asked as of the center that holds the first seat", () => {
    const most = { cases: [{ key: "big", when: equal("host.beds", 500), then: 2 }], otherwise: 1 };
    const big = lab("a", { host: { ...lab("a").host, beds: 500 } });
    expect(lines(capped({ most }), [big])).toStrictEqual([{ ...LINE, most: "2", left: 1 }]);
  });
});

describe("the words of a scope", () => {
  const scoped = (per: string[], centers: CenterFacts[]) =>
    lines(capped({ per, for: ["lab", "desk"] }), centers).map(({ of }) => of);
  const values = { "center.field": "heart" };

  it("say a center above by its name, a field by its word, and all else as it is", () => {
    const one = desk("b", "a", { values });
    expect(scoped(["it.parent", "it.field", "it.city"], [lab("a"), one])).toEqual([
      ["实验室 a", "心血管", "甲市"],
    ]);
    expect(scoped(["it.parent"], [desk("b", "elsewhere")])).toEqual([["elsewhere"]]);
    expect(scoped(["it.class"], [lab("a", { values: { "center.class": "heart" } })])).toEqual([["heart"]]);
  });

  it("are none of a cap over the whole tenant", () => expect(scoped([], [lab("a")])).toEqual([[]]));
});

it("a center without a name holds its seat without one", () => {
  const record = { root: "a", type: "lab", city: "甲市", standing: "established" };
  const net = netWith(capped(), [lab("a")]);
  const scene = { ...net.scene, facts: { ...net.scene.facts, sets: { designations: [record] } } };
  expect(seatLines({ ...net, scene })[0]?.holders).toEqual([{ center: "a", name: "" }]);
});
