import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { OFFICER } from "../testing/life.ts";
import {
  caseOf,
  desk,
  HOST,
  lab,
  OTHER_HOST,
  PIN,
  policiesOf,
  SMALL_POLICY,
  under,
} from "../testing/small-network.ts";
import { publicCenterRows, publicNoticeRows } from "./public.ts";

const OF_PERSONS: Policy = {
  ...SMALL_POLICY,
  types: SMALL_POLICY.types.map((type) => (type.key === "desk" ? { ...type, subject: "person" } : type)),
};

describe("a line of the public register", () => {
  const spans: CenterFacts["spans"] = [
    { from: "2026-01-01", to: "2026-02-01", standing: "applying", seq: 1 },
    { from: "2026-02-01", to: "2026-05-01", standing: "building", seq: 2 },
    { from: "2026-05-01", standing: "established", grade: "good", seq: 3 },
  ];
  const line = (given: Partial<CenterFacts> = {}) =>
    publicCenterRows(policiesOf(SMALL_POLICY), lab("a", { spans, ...given }))[0];
  const LINE = {
    center_id: "a",
    party_id: HOST.party,
    name: "实验室 a",
    host_name: "甲医院",
    type_key: "lab",
    type_label: "实验室",
    tier: "municipal",
    field: "",
    place: "",
    standing: "established",
    standing_word: "已认定",
    since: "2026-02-01",
    until: null,
    above: null,
    waivers: [],
  };

  it("is since the first standing after the application, where no day of designation is known", () => {
    expect(line()).toStrictEqual(LINE);
    expect(line({ dates: { "center.designated-on": "2026-02-03" } })?.since).toBe("2026-02-03");
  });

  it("lasts as long as the term, and of an ended one until its end", () => {
    expect(line({ termEndsOn: "2029-02-01" })?.until).toBe("2029-02-01");
    for (const standing of ["revoked", "exited"] as const)
      expect(line({ standing, termEndsOn: "2029-02-01" })?.until).toBe("2026-05-01");
  });

  it("says who stands above it today", () => {
    const links = [under("before", { to: "2026-03-01" }), under("beside", { role: "joint" }), under("up")];
    expect(line({ links })?.above).toBe("实验室 up");
    expect(line({ links: links.slice(0, 2) })?.above).toBeNull();
  });

  it("says field and place", () => {
    const host = { ...HOST, regionCode: "500102" };
    expect(line({ host, values: { "center.field": "heart" } })).toStrictEqual({
      ...LINE,
      field: "心血管",
      place: "500102",
    });
  });

  it("is none of a center that stood nowhere yet, and none of a person", () => {
    expect(line({ spans: [] })).toBeUndefined();
    expect(publicCenterRows(policiesOf(OF_PERSONS), desk("a", "up", { spans }))).toEqual([]);
  });
});

describe("what is made public before it is decided", () => {
  const publicity = (
    more: Partial<CaseFacts["publicities"][number]> = {},
  ): CaseFacts["publicities"][number] => ({
    stage: "notice",
    from: "2026-04-01",
    endsOn: "2026-04-08",
    where: "官网",
    before: "in-review",
    who: OFFICER,
    over: false,
    ...more,
  });
  const NOTICE = {
    case_id: "case",
    stage_key: "notice",
    party_id: HOST.party,
    name: "实验室 a",
    host_name: "甲医院",
    matter: "entry",
    place: "官网",
    from_day: "2026-04-01",
    ends_on: "2026-04-08",
    over: false,
  };
  const notices = (given: Partial<CenterFacts>, policy: Policy = SMALL_POLICY) =>
    publicNoticeRows(policiesOf(policy), lab("a", given));

  it("is the last period of each stage", () => {
    const again = publicity({ from: "2026-04-10", endsOn: "2026-04-17", over: true });
    const publicities = [publicity(), publicity({ stage: "other" }), again];
    expect(notices({ cases: [caseOf({ publicities })] })).toStrictEqual([
      { ...NOTICE, from_day: "2026-04-10", ends_on: "2026-04-17", over: true },
      { ...NOTICE, stage_key: "other" },
    ]);
  });

  it("names the institution that leads today, and the matter by its procedure", () => {
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    const cases = [caseOf({ procedure: "gone", publicities: [publicity()] })];
    expect(notices({ links: [lead], cases })).toStrictEqual([
      { ...NOTICE, host_name: "乙医院", matter: "gone" },
    ]);
    const procedures = SMALL_POLICY.procedures.map((one) => ({ ...one, label: { zh: "认定", en: "entry" } }));
    const policies = { ...policiesOf(SMALL_POLICY), byHash: { older: { ...SMALL_POLICY, procedures } } };
    const older = caseOf({ pin: { ...PIN, hash: "older" }, publicities: [publicity()] });
    expect(publicNoticeRows(policies, lab("a", { cases: [caseOf(), older] }))[0]?.matter).toBe("认定");
  });

  it("is nothing of persons, who are named on paper", () => {
    const cases = [caseOf({ publicities: [publicity()] })];
    expect(notices({ cases, type: "desk" }, OF_PERSONS)).toEqual([]);
    expect(notices({ cases }, OF_PERSONS)).toStrictEqual([NOTICE]);
    expect(notices({ cases, type: "unheard-of" })).toHaveLength(1);
  });
});
