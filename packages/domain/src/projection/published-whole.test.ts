// The whole body of a center as the network sees it: what is not known has no place in it.
import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import {
  applied,
  HOST,
  lab,
  OTHER_HOST,
  policiesOf,
  SMALL_POLICY,
  under,
  waiver,
} from "../testing/small-network.ts";
import { publishedRows } from "./published.ts";

const published = (given: Partial<CenterFacts> = {}, policy: Policy = SMALL_POLICY) =>
  publishedRows(policiesOf(policy), lab("a", given))[0];
const ROW = {
  center_id: "a",
  party_id: HOST.party,
  shown_to: [HOST.party],
  name: "实验室 a",
  host_name: "甲医院",
  uscc: HOST.uscc,
  type_key: "lab",
  tier: "municipal",
  field: "",
  place: "",
  standing: "established",
  grade_key: "",
  body: { typeLabel: "实验室", spans: [], links: [], waivers: [] },
};
const withBody = (body: object, more: object = {}) => ({ ...ROW, ...more, body: { ...ROW.body, ...body } });

describe("what the network sees of a center", () => {
  it("is no more than what is known", () => expect(published()).toStrictEqual(ROW));

  it("says where it lies and what it is about", () => {
    const host = { ...HOST, regionCode: "500102" };
    expect(published({ host, values: { "center.field": "heart" } })).toStrictEqual(
      withBody(
        { field: "heart", fieldLabel: "心血管", place: "500102" },
        { field: "心血管", place: "500102" },
      ),
    );
  });

  it("says how it stood since its designation, with days and grades as far as there are any", () => {
    const spans: CenterFacts["spans"] = [
      { from: "2026-01-01", to: "2026-02-01", standing: "applying", seq: 1 },
      { from: "2026-02-01", to: "2026-05-01", standing: "building", seq: 2 },
      { from: "2026-05-01", standing: "established", grade: "good", seq: 3 },
    ];
    expect(published({ spans })).toStrictEqual(
      withBody({
        spans: [
          { from: "2026-02-01", to: "2026-05-01", standing: "building" },
          { from: "2026-05-01", standing: "established", grade: "good" },
        ],
      }),
    );
  });

  it("says who is beside and above it, with whose center that is", () => {
    const links: CenterFacts["links"] = [
      { key: "j", role: "joint", name: "乙医院", uscc: "2".repeat(18), from: "2026-01-01", to: "2026-02-01" },
      under("up", { space: 12 }),
      under("origin", { key: "o", role: "origin", tenant: 2 }),
    ];
    expect(published({ links })).toStrictEqual(
      withBody(
        {
          links: [
            { role: "joint", name: "乙医院", from: "2026-01-01", to: "2026-02-01" },
            { role: "parent-center", name: "实验室 up", center: "up", space: 12, from: "2026-01-01" },
            { role: "origin", name: "实验室 origin", center: "origin", tenant: 2, from: "2026-01-01" },
          ],
        },
        { shown_to: [HOST.party, 12] },
      ),
    );
  });

  it("says which rules were let go, by their label or their place", () => {
    const waivers = [waiver("conditions/beds", "2026-12-31"), waiver("caps/gone"), waiver("tier")];
    const reason = "人口多";
    expect(published({ cases: [applied({ waivers })] })).toStrictEqual(
      withBody({
        waivers: [
          { path: "conditions/beds", label: "床位原则上不少于 500 张", reason, until: "2026-12-31" },
          { path: "caps/gone", label: "caps/gone", reason },
          { path: "tier", label: "tier", reason },
        ],
      }),
    );
  });

  it("is shown to the institution that began it and to the one that leads it", () => {
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    expect(published({ links: [lead] })).toMatchObject({
      party_id: HOST.party,
      shown_to: [HOST.party, OTHER_HOST.party],
      host_name: "乙医院",
      uscc: OTHER_HOST.uscc,
    });
  });

  it("is nothing of a person, and is something of a type that the policy does not know", () => {
    const persons: Policy = {
      ...SMALL_POLICY,
      types: SMALL_POLICY.types.map((type) => (type.key === "desk" ? { ...type, subject: "person" } : type)),
    };
    expect(published({ type: "desk" }, persons)).toBeUndefined();
    expect(published({}, persons)).toStrictEqual(ROW);
    expect(published({ type: "unheard-of" })?.body.typeLabel).toBe("unheard-of");
    const [lab1, desk1] = persons.types;
    const reversed = { ...persons, types: [desk1, lab1] } as Policy;
    expect(published({}, reversed)).toStrictEqual(ROW);
  });
});
