// What a center adds to the collections that look beyond one root, record by record.
import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { at, RIVAL_MANAGER } from "../testing/life.ts";
import { entryOf, isDesignated, ownRecords, rootRecords, type SharedCollection } from "./root-records.ts";
import {
  applied,
  caseOf,
  HOST,
  lab,
  PIN,
  policiesOf,
  SMALL_POLICY,
  submission,
  under,
} from "../testing/small-network.ts";

const records = (center: CenterFacts, of: SharedCollection, policy: Policy = SMALL_POLICY) =>
  rootRecords(policiesOf(policy), center)
    .filter(({ collection }) => collection === of)
    .map(({ key, record }) => ({ key, record }));
const link = (role: Link["role"], name: string, more: Partial<Link> = {}): Link => ({
  key: name,
  role,
  name,
  from: "2026-01-01",
  ...more,
});

/** What center and candidate have in common, whatever is counted. */
const COMMON = {
  root: "a",
  type: "lab",
  name: "实验室 a",
  standing: "established",
  tier: "municipal",
  host: HOST.uscc,
  unit: "甲医院",
  hosts: [HOST.uscc],
  city: "甲市",
  universities: [],
};
const DESIGNATION = { key: "center", record: COMMON };
const OF_CASE = { application: "case", year: 2026, call: 2026 };

describe("a designation", () => {
  const designation = (given: Partial<CenterFacts>, policy?: Policy) =>
    records(lab("a", given), "designations", policy)[0]?.record;

  it("says no more than what is known", () =>
    expect(records(lab("a"), "designations")).toEqual([DESIGNATION]));

  it("says where its institution lies and what it is", () => {
    const more = { region: "西部", province: "重庆市", ownership: "public" };
    expect(designation({ host: { ...HOST, ...more, university: "甲大学" } })).toEqual({
      ...COMMON,
      ...more,
      universities: ["甲大学"],
    });
  });

  it("says who stands beside it and above it, and nobody who has left", () => {
    const links = [
      link("joint", "乙医院", { uscc: "2".repeat(18) }),
      link("joint", "外地医院"),
      link("joint", "走了的", { to: "2026-02-01" }),
      link("core", "丙医院"),
      link("channel", "乙市卫健委"),
      under("up"),
    ];
    expect(designation({ links })).toEqual({
      ...COMMON,
      hosts: [HOST.uscc, "2".repeat(18), "外地医院"],
      channel: "乙市卫健委",
      parent: "up",
    });
    expect(designation({ links: [link("parent-center", "外地的中心")] })).toEqual({
      ...COMMON,
      parent: "外地的中心",
    });
  });

  it("says what it is about, as it is today before what was applied for", () => {
    const applying = {
      "application.field": "heart",
      "application.specialty": "surgery",
      "application.class": "second",
      "application.item": "one",
      "center.layer": "core",
      "center.director": { name: "主任甲" },
    };
    const said = { field: "heart", specialty: "surgery", class: "second", item: "one", layer: "core" };
    expect(designation({ values: applying })).toEqual({ ...COMMON, ...said, director: "主任甲" });
    const today = {
      "center.field": "lungs",
      "center.class": 1,
      "center.item": "two",
      "director.id": "A1",
    };
    expect(designation({ values: { ...applying, ...today } })).toEqual({
      ...COMMON,
      ...said,
      field: "lungs",
      class: "1",
      item: "two",
      director: "A1",
    });
  });

  it("says what its policy keeps about centers, and nothing personal", () => {
    const [joint] = SMALL_POLICY.facts;
    const fact = (key: string, about = "center") => ({ ...joint, key, about });
    const policy = {
      ...SMALL_POLICY,
      facts: [fact("level"), fact("unknown"), fact("head"), fact("beds", "host")],
    } as Policy;
    const values = { "center.level": 2, "center.head": { name: "甲" }, "center.beds": 3 };
    expect(designation({ values }, policy)).toEqual({ ...COMMON, level: 2 });
    expect(designation({ values }, policy)).not.toHaveProperty("head");
  });

  it("is of the year of its entry, and since its day or its first standing after the application", () => {
    const spans = [
      { from: "2026-03-01", to: "2026-04-01", standing: "applying" as const, seq: 1 },
      { from: "2026-04-01", standing: "established" as const, seq: 2 },
    ];
    const cases = [applied({ purpose: "change", year: 2027 }), applied()];
    const since = { ...COMMON, year: 2026, call: 2026 };
    expect(designation({ spans, cases })).toEqual({ ...since, on: "2026-04-01" });
    const dates = { "center.designated-on": "2026-04-07" };
    expect(designation({ spans, cases, dates })).toEqual({ ...since, on: "2026-04-07" });
  });

  it("has no tier where its policy does not know its type", () =>
    expect(designation({ type: "unheard-of" })?.["tier"]).toBeUndefined());

  it("is there from the first standing after the application on, ended ones too", () => {
    const designated = (["applying", "declined", "building", "revoked", "exited"] as const).filter(
      isDesignated,
    );
    expect(designated).toEqual(["building", "revoked", "exited"]);
    expect(isDesignated(undefined)).toBe(false);
    expect(records(lab("a", { standing: "applying" }), "designations")).toEqual([]);
  });
});

describe("an application", () => {
  const application = (given: Partial<CaseFacts>) =>
    records(lab("a", { cases: [applied(given)] }), "applications");

  it("is what came in, on the day on which it was whole", () => {
    const draft = submission({ at: at("2026-03-01"), done: false });
    expect(application({ submissions: [draft, submission()] })).toEqual([
      { key: "case", record: { ...COMMON, ...OF_CASE, on: "2026-03-10" } },
    ]);
  });

  it("is none that lacks a signature, was taken back, or is no entry", () => {
    expect(application({ submissions: [submission({ done: false })] })).toEqual([]);
    expect(application({ submissions: [] })).toEqual([]);
    expect(application({ state: "withdrawn" })).toEqual([]);
    expect(application({ purpose: "change" })).toEqual([]);
    expect(application({ procedure: "lost" })).toEqual([]);
  });
});

describe("a recommendation", () => {
  const word = (recommends: boolean, stage = "sponsor"): CaseFacts["recommendations"][number] => ({
    stage,
    recommends,
    opinion: "同意",
    who: RIVAL_MANAGER,
    at: at("2026-03-20"),
  });
  const recommended = (...recommendations: CaseFacts["recommendations"]) =>
    records(lab("a", { cases: [caseOf({ recommendations })] }), "recommendations");
  const record = { ...COMMON, ...OF_CASE, on: "2026-03-20" };

  it("is one for each stage whose last word recommends", () => {
    expect(recommended(word(true))).toEqual([{ key: "case:sponsor", record }]);
    expect(recommended(word(false), word(true), word(true, "other"))).toEqual([
      { key: "case:sponsor", record },
      { key: "case:other", record },
    ]);
  });

  it("is none whose last word does not", () => {
    expect(recommended(word(false))).toEqual([]);
    expect(recommended(word(true), word(false))).toEqual([]);
  });
});

describe("a consent", () => {
  const word = (stage: string): CaseFacts["consents"][number] => ({
    stage,
    given: true,
    words: "同意",
    who: RIVAL_MANAGER,
    at: at("2026-03-20"),
    on: "2026-03-20",
  });
  const consent = (given: Partial<CenterFacts>, stage = "partner") =>
    records(lab("a", { cases: [caseOf({ consents: [word(stage)] })], ...given }), "consents")[0];
  const record = { root: "a", stage: "partner", by: "乙医院", application: "case", on: "2026-03-20" };

  it("says by whom it was given, as the party is known", () => {
    const partner = link("partner", "乙方", { space: 12, uscc: "2".repeat(18), tier: "provincial" });
    const values = { "center.field": "heart" };
    expect(consent({ links: [link("joint", "丙"), partner], values })).toEqual({
      key: "case:partner",
      record: { ...record, by: "2".repeat(18), "by-tier": "provincial", field: "heart" },
    });
    expect(consent({ links: [link("partner", "乙方", { space: 12 })] })?.record["by"]).toBe("乙方");
    expect(consent({})).toEqual({ key: "case:partner", record });
    expect(consent({}, "nowhere")?.record["by"]).toBe("乙医院");
  });
});

describe("a bar", () => {
  const BAR = {
    bar: "one",
    case: "case",
    who: "host" as const,
    uscc: HOST.uscc,
    person: "A1",
    from: ["lab"],
    until: "2028-06-01",
    name: "甲医院",
    consequence: "ends",
    effect: "bars",
    on: "2026-06-01",
  } as CenterFacts["bars"][number];
  const { bar: _bar, case: _case, who: _who, uscc, from, ...rest } = BAR;
  const record = { ...rest, root: "a", at: uscc, type: from };
  const bars = (...given: CenterFacts["bars"]) => records(lab("a", { bars: given }), "bars");

  it("says whom it keeps from what, and until when", () => {
    expect(bars(BAR)).toEqual([{ key: "one", record: { ...record, host: HOST.uscc } }]);
    expect(bars({ ...BAR, who: "director" })).toEqual([{ key: "one", record }]);
  });

  it("is told no more once it has ended", () => expect(bars({ ...BAR, ended: "2026-07-01" })).toEqual([]));
});

describe("the policy under which a record is read", () => {
  const tiered = (tier: string): Policy => ({
    ...SMALL_POLICY,
    types: SMALL_POLICY.types.map((type) => ({ ...type, tier })),
  });
  const pinned = (hash: string, given: Partial<CaseFacts> = {}) =>
    applied({ id: hash, pin: { ...PIN, hash }, ...given });

  it("is the one of its case, and of a designation that of the first case", () => {
    const policies = { ...policiesOf(tiered("now")), byHash: { older: tiered("older"), old: tiered("old") } };
    const center = lab("a", { cases: [pinned("older"), pinned("old")] });
    expect(rootRecords(policies, center).map(({ key, record }) => [key, record["tier"]])).toEqual([
      ["center", "older"],
      ["older", "older"],
      ["old", "old"],
    ]);
  });

  it("is the one that is at hand where there is only one", () => {
    const center = lab("a", { cases: [pinned("lost")] });
    expect(ownRecords(tiered("now"), center, "designations").map(({ tier }) => tier)).toEqual(["now"]);
    expect(ownRecords(tiered("now"), center, "applications").map(({ tier }) => tier)).toEqual(["now"]);
    expect(ownRecords(tiered("now"), center, "bars")).toEqual([]);
  });
});

it("a center begins with its entry, whatever else there is", () => {
  const cases = [caseOf({ id: "change", purpose: "change" }), caseOf(), caseOf({ id: "later" })];
  expect(entryOf(lab("a", { cases }))?.id).toBe("case");
  expect(entryOf(lab("a"))).toBeUndefined();
});
