import { describe, expect, it } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { isShared, sharedRecords, withAlso } from "./shared-records.ts";
import { applied, lab, policiesOf, SMALL_POLICY } from "../testing/small-network.ts";

it("what is shared between centers is not what each keeps for itself", () => {
  expect(["designations", "applications", "recommendations", "consents", "bars"].every(isShared)).toBe(true);
  expect(["people", "achievements", ""].some(isShared)).toBe(false);
});

it("shared collections hold what every center adds to them, and are there where nobody does", () => {
  const centers = [lab("a"), lab("b", { standing: "applying", cases: [applied({ id: "c" })] })];
  const { designations, applications, ...others } = sharedRecords(policiesOf(SMALL_POLICY), centers);
  expect(designations.map(({ root }) => root)).toEqual(["a"]);
  expect(applications.map(({ application }) => application)).toEqual(["c"]);
  expect(others).toStrictEqual({ recommendations: [], consents: [], bars: [] });
});

describe("what a host holds elsewhere in the same field", () => {
  const held = (more: FactRecord): FactRecord => ({
    host: "h",
    field: "heart",
    tier: "city",
    type: "lab",
    ...more,
  });
  const also = (...records: FactRecord[]) => withAlso(records).map((record) => record["also"]);

  it("is said by tier and type, each once, at every one of its designations", () => {
    const records = [held({ tier: "nation", type: "a" }), held({}), held({})];
    expect(also(...records)).toEqual([
      ["city", "lab"],
      ["nation", "a", "city", "lab"],
      ["nation", "a", "city", "lab"],
    ]);
    expect(withAlso([held({}), held({ type: undefined })])[0]).toStrictEqual({ ...held({}), also: ["city"] });
  });

  it("is nothing for one alone, for another host or another field", () => {
    expect(also(held({}))).toEqual([undefined]);
    expect(also(held({}), held({ host: "i" }))).toEqual([undefined, undefined]);
    expect(also(held({}), held({ field: "lungs" }))).toEqual([undefined, undefined]);
  });

  it("is not known of who does not say its host or its field", () => {
    expect(also(held({ host: undefined }), held({ host: undefined }))).toEqual([undefined, undefined]);
    expect(also(held({ field: undefined }), held({ field: undefined }))).toEqual([undefined, undefined]);
  });

  it("is left as it was said before", () =>
    expect(also(held({ also: ["said"] }), held({ tier: "nation" }))).toEqual([["said"], ["city", "lab"]]));

  it("is no attribute of a record that has nothing else", () =>
    expect(withAlso([held({})])).toStrictEqual([held({})]));
});
