import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { HostFacts } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { coverageOf } from "./coverage.ts";
import { desk, HOST, lab, netWith, OTHER_HOST, SMALL_POLICY } from "../testing/small-network.ts";

const covers = (centers: CenterFacts[], policy: Policy = SMALL_POLICY) =>
  coverageOf(netWith(policy, centers), ({ city }: HostFacts) => city);
const HEART = { "center.field": "heart" };
const CELL = { field: "heart", place: "甲市", tier: "municipal", standing: "established", n: 1 };
const heart = (covered: number) => ({ field: "heart", label: "心血管", covered });
const lungs = (covered: number) => ({ field: "lungs", label: "呼吸", covered });

describe("which fields are covered where", () => {
  it("is counted by field, place, tier and standing", () =>
    expect(
      covers([
        lab("a", { values: HEART }),
        lab("b", { values: HEART }),
        lab("c", { values: HEART, standing: "building" }),
        lab("d", { values: HEART, host: OTHER_HOST }),
        desk("e", "a", { values: { "application.field": "lungs" } }),
      ]),
    ).toStrictEqual({
      cells: [
        { ...CELL, n: 2 },
        { ...CELL, standing: "building" },
        { ...CELL, place: "乙市" },
        { ...CELL, field: "lungs", tier: "district" },
      ],
      fields: [heart(2), lungs(1)],
      empty: [],
      goesOn: false,
    }));

  it("has a row for every field of the lists, and says which are empty", () =>
    expect(covers([])).toStrictEqual({
      cells: [],
      fields: [heart(0), lungs(0)],
      empty: ["心血管", "呼吸"],
      goesOn: false,
    }));

  it("counts an application in its cell, where it covers nothing yet", () =>
    expect(covers([lab("a", { values: HEART, standing: "applying" })])).toStrictEqual({
      cells: [{ ...CELL, standing: "applying" }],
      fields: [heart(0), lungs(0)],
      empty: ["心血管", "呼吸"],
      goesOn: false,
    }));

  it("goes by the field that a center has today, not by the one that it applied for", () => {
    const values = { "center.field": "heart", "application.field": "lungs" };
    expect(covers([lab("a", { values })]).fields).toEqual([heart(1), lungs(0)]);
  });

  it("goes by the institution that leads today", () => {
    const lead = {
      key: "l",
      role: "lead",
      name: "乙医院",
      host: OTHER_HOST,
      from: "2026-01-01",
    } as const;
    expect(covers([lab("a", { values: HEART, links: [lead] })]).cells).toEqual([{ ...CELL, place: "乙市" }]);
  });

  it("has a place without a name for those of whom it is not known", () => {
    const { city: _city, ...host } = HOST;
    expect(covers([lab("a", { values: HEART, host })]).cells).toEqual([{ ...CELL, place: "" }]);
  });

  it("has a row of its own for a field beside the lists", () =>
    expect(covers([lab("a", { values: { "center.field": "liver" } })]).fields).toEqual([
      heart(0),
      lungs(0),
      { field: "liver", label: "liver", covered: 1 },
    ]));

  it("leaves out who has ended, has no field, or is of a type that the policy does not know", () => {
    for (const standing of ["declined", "revoked", "exited"] as const)
      expect(covers([lab("a", { values: HEART, standing })]).cells).toEqual([]);
    const { standing: _standing, ...none } = lab("a", { values: HEART });
    expect(covers([none]).cells).toEqual([]);
    expect(covers([lab("a")]).cells).toEqual([]);
    expect(covers([lab("a", { values: { "center.field": 3 } })]).cells).toEqual([]);
    expect(covers([lab("a", { values: HEART, type: "unheard-of" })]).cells).toEqual([]);
  });
});

describe("the fields that there are", () => {
  const [fields] = SMALL_POLICY.lists;
  const lists = (more: object) => ({ ...SMALL_POLICY, lists: [{ ...fields, ...more }] }) as Policy;

  it("are not known in number where the text goes on", () => {
    expect(covers([], lists({ more: true })).goesOn).toBe(true);
    expect(covers([], lists({ more: false })).goesOn).toBe(false);
  });

  it("are those of a list from which some type takes its fields", () =>
    expect(covers([], lists({ key: "others", more: true }))).toStrictEqual({
      cells: [],
      fields: [],
      empty: [],
      goesOn: false,
    }));
});
