import { describe, expect, it } from "vitest";
import type { Claim } from "../contract/events.ts";
import type { RegisterEntry } from "../contract/facts.ts";
import { caseOf, centerOf, DAY, HOST, institutionOf, placeOf, tenantOf } from "../testing/events.ts";
import { claimRecord, counts, entryRecord, fromRegisters } from "./register-records.ts";

const entryOf = (kind: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: `e-${kind}`,
  register: "ledger",
  of: "achievements",
  title: kind,
  answers: {},
  personal: {},
  attributes: { kind },
  state: "recorded",
  awaits: false,
  open: false,
  on: DAY,
  changedOn: DAY,
  ...more,
});
const claimOf = (kind: string, more: Partial<Claim> = {}): Claim => ({
  register: "ledger",
  entry: `e-${kind}`,
  of: "achievements",
  title: kind,
  attributes: { kind },
  fingerprint: kind,
  earlier: [],
  ...more,
});

describe("an entry counts", () => {
  it.each([
    ["recorded", false, true],
    ["recorded", true, false],
    ["verified", true, true],
    ["verified", false, true],
    ["struck", false, false],
    ["struck", true, false],
  ] as const)("once it is %s (and waits to be verified: %s): %s", (state, awaits, does) => {
    expect(counts({ state, awaits })).toBe(does);
  });
});

describe("an age", () => {
  it.each([
    ["1980-03-10", 46],
    ["1980-03-11", 45],
    ["1980-02-28", 46],
    ["1979-12-31", 46],
  ])("of somebody born on %s is %d, in full years of the day that asks", (age, years) => {
    expect(entryRecord({ attributes: { age, kind: "doctor" } }, DAY)).toStrictEqual({
      age: years,
      kind: "doctor",
    });
  });

  it.each([[{}], [{ age: 46 }], [{ age: "unknown" }]])(
    "that is no day of birth is left as it is: %j",
    (attributes) => {
      expect(entryRecord({ attributes }, DAY)).toStrictEqual(attributes);
    },
  );
});

it("a claim says how large its share is, where it has one", () => {
  expect(
    claimRecord(claimOf("patent", { attributes: { age: "1980-03-11" }, share: "0.50" }), DAY),
  ).toStrictEqual({
    age: 45,
    share: "0.50",
  });
  expect(claimRecord(claimOf("patent"), DAY)).toStrictEqual({ kind: "patent" });
});

describe("the records that registers hold", () => {
  const own = centerOf({ entries: [entryOf("patent")] });
  const institution = institutionOf({ entries: [entryOf("paper")] });

  it("are those of their collection that count", () => {
    const entries = [
      entryOf("patent"),
      entryOf("trial", { of: "people" }),
      entryOf("secret", { awaits: true }),
      entryOf("gone", { state: "struck" }),
    ];
    expect(fromRegisters(placeOf({ root: centerOf({ entries }) }), "achievements")).toStrictEqual([
      { kind: "patent" },
    ]);
  });

  it("are a center's own and those of its institution", () => {
    expect(fromRegisters(placeOf({ root: own, institution }), "achievements")).toStrictEqual([
      { kind: "patent" },
      { kind: "paper" },
    ]);
  });

  it("are not those of an institution that does not lead the center", () => {
    const other = { ...institution, host: { ...HOST, party: 12 } };
    expect(fromRegisters(placeOf({ root: own, institution: other }), "achievements")).toStrictEqual([
      { kind: "patent" },
    ]);
    expect(fromRegisters(placeOf({ root: own }), "achievements")).toStrictEqual([{ kind: "patent" }]);
  });

  it("are an institution's own, once", () => {
    expect(fromRegisters(placeOf({ root: institution, institution }), "achievements")).toStrictEqual([
      { kind: "paper" },
    ]);
  });

  it("are the tenant's where there is no root", () => {
    const tenant = tenantOf({ entries: [entryOf("fund")] });
    expect(fromRegisters(placeOf({ tenant }), "achievements")).toStrictEqual([{ kind: "fund" }]);
    expect(fromRegisters(placeOf({ tenant, root: own }), "achievements")).toStrictEqual([{ kind: "patent" }]);
    expect(fromRegisters(placeOf(), "achievements")).toStrictEqual([]);
  });

  it("are in a case what it claims of them", () => {
    const claims = [
      {
        stage: "plan",
        of: ["achievements" as const, "people" as const],
        claims: [claimOf("patent"), claimOf("x", { of: "people" })],
      },
      { stage: "report", of: ["achievements" as const], claims: [claimOf("paper")] },
      { stage: "other", of: ["funds" as const], claims: [claimOf("stray")] },
    ];
    const place = placeOf({ root: own, institution, kase: caseOf({ claims }) });
    expect(fromRegisters(place, "achievements")).toStrictEqual([{ kind: "patent" }, { kind: "paper" }]);
    expect(fromRegisters(place, "activities")).toStrictEqual([]);
  });

  it("are none in a case that claims none of those that it was asked for", () => {
    const claims = [{ stage: "plan", of: ["achievements" as const], claims: [] }];
    expect(fromRegisters(placeOf({ root: own, kase: caseOf({ claims }) }), "achievements")).toStrictEqual([]);
  });

  it("are in a case that was not asked for any what the root holds", () => {
    const claims = [{ stage: "plan", of: ["people" as const], claims: [] }];
    expect(fromRegisters(placeOf({ root: own, kase: caseOf({ claims }) }), "achievements")).toStrictEqual([
      { kind: "patent" },
    ]);
  });
});
