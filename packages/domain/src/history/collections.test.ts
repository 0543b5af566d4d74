import { describe, expect, it } from "vitest";
import type { CenterFacts, RegisterEntry } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { caseOf, centerOf, DAY, HOST, institutionOf, placeOf, WHO } from "../testing/events.ts";
import { recordsOf } from "./collections.ts";

const recordsIn = (center: Partial<CenterFacts>, collection: string) =>
  recordsOf(placeOf({ root: centerOf(center) }), collection);

describe("the records of a collection", () => {
  const reports = [{ case: "k1", procedure: "report", year: 2025, on: DAY, daysLate: 3 }];
  const report = { procedure: "report", year: 2025, on: DAY, accepted: true };

  it("are a center's reports, or an institution's", () => {
    expect(recordsIn({ reports }, "reports")).toStrictEqual([report]);
    expect(recordsOf(placeOf({ root: institutionOf({ reports }) }), "reports")).toStrictEqual([report]);
    expect(recordsOf(placeOf(), "reports")).toStrictEqual([]);
  });

  it("are a center's evaluations", () => {
    const evaluation = { procedure: "accept", score: "80.00", grade: "good", means: "good", on: DAY };
    expect(recordsIn({ evaluations: [{ case: "k1", ...evaluation }] }, "evaluations")).toStrictEqual([
      evaluation,
    ]);
  });

  it("are the findings that were not cleared", () => {
    const finding = { id: "f1", case: "k1", text: "账目不清", kind: "money", on: DAY, due: "2026-06-01" };
    const findings = [{ ...finding, text: "已了结", cleared: { on: DAY, how: "已改" } }, finding];
    expect(recordsIn({ findings }, "findings")).toStrictEqual([
      { text: "账目不清", kind: "money", on: DAY, due: "2026-06-01", host: "USCC-1" },
    ]);
  });

  it("are a center's goals", () => {
    const goals = [{ key: "g", text: "转化", target: "3", due: DAY, met: true, result: "4" }];
    expect(recordsIn({ goals }, "goals")).toStrictEqual([{ text: "转化", target: "3", due: DAY, met: true }]);
  });

  it("are what was changed by decision, one for each value", () => {
    const changes = [
      { case: "k1", on: "2025-01-01", changes: [{ ref: "center.name", to: "x" }] },
      {
        case: "k2",
        on: DAY,
        changes: [
          { ref: "center.field", to: "y" },
          { ref: "center.director", to: "z" },
        ],
      },
    ];
    expect(recordsIn({ changes }, "changes")).toStrictEqual([
      { kind: "center.name", on: "2025-01-01" },
      { kind: "center.field", on: DAY },
      { kind: "center.director", on: DAY },
    ]);
  });

  it.each(["bars", "consents", "recommendations"])("are what a center's history says of %s", (collection) => {
    const cases = [
      caseOf({
        consents: [
          {
            stage: "partner",
            given: true,
            words: "",
            who: WHO,
            at: "2026-03-02T01:00:00.000Z",
            on: "2026-03-02",
          },
        ],
        recommendations: [
          { stage: "sponsor", recommends: true, opinion: "", who: WHO, at: "2026-03-02T01:00:00.000Z" },
        ],
      }),
    ];
    const bars: CenterFacts["bars"] = [
      {
        bar: "b1",
        case: "k1",
        who: "host",
        name: "甲医院",
        uscc: "USCC-1",
        from: ["lab"],
        consequence: "c",
        effect: "e",
        on: "2026-03-02",
      },
    ];
    expect(recordsIn({ cases, bars }, collection)).toMatchObject([{ root: "c1", on: "2026-03-02" }]);
    expect(recordsOf(placeOf({ root: institutionOf({ cases }) }), collection)).toStrictEqual([]);
  });

  it("are none where nobody knows the collection, or there is no center", () => {
    expect(recordsIn({ reports }, "people")).toStrictEqual([]);
    for (const collection of ["evaluations", "findings", "goals", "changes", "members"])
      expect(recordsOf(placeOf({ root: institutionOf() }), collection)).toStrictEqual([]);
    expect(recordsOf(placeOf(), "evaluations")).toStrictEqual([]);
  });

  it("are joined by what registers hold", () => {
    const entry: RegisterEntry = {
      id: "e1",
      register: "ledger",
      of: "reports",
      title: "年报",
      answers: {},
      personal: {},
      attributes: { kind: "annual" },
      state: "verified",
      awaits: true,
      open: false,
      on: DAY,
      changedOn: DAY,
    };
    expect(recordsIn({ reports, entries: [entry] }, "reports")).toStrictEqual([report, { kind: "annual" }]);
  });
});

describe("records that are handed in", () => {
  it("stand for those of the history", () => {
    const sets = { goals: [{ text: "别的" }] };
    const goals = [{ key: "g", text: "转化" }];
    expect(recordsOf(placeOf({ root: centerOf({ goals }), sets }), "goals")).toStrictEqual([
      { text: "别的" },
    ]);
    expect(recordsOf(placeOf({ root: centerOf({ goals }), sets: {} }), "goals")).toHaveLength(1);
  });

  const handed = [
    { root: "c1", host: "old", on: "2020-01-01" },
    { root: "c2", host: "USCC-1", field: "bone", tier: "national", type: "hub" },
    { root: "c3", host: "USCC-1", field: "bone", tier: "provincial", type: "base" },
  ];

  it("of all roots are told with what the same host holds elsewhere in its field, where they are designations", () => {
    expect(recordsOf(placeOf({ sets: { designations: handed } }), "designations")).toStrictEqual([
      handed[0],
      { ...handed[1], also: ["provincial", "base"] },
      { ...handed[2], also: ["national", "hub"] },
    ]);
    expect(recordsOf(placeOf({ sets: { applications: handed } }), "applications")).toStrictEqual(handed);
  });

  it("of all roots leave a center's own to its history", () => {
    const root = centerOf({
      standing: "established",
      values: { "center.field": "bone" },
      dates: { "center.designated-on": DAY },
    });
    const records = recordsOf(placeOf({ root, sets: { designations: handed } }), "designations");
    expect(records.map((record) => [record["root"], record["on"], record["also"]])).toStrictEqual([
      ["c2", undefined, ["provincial", "base", "municipal", "lab"]],
      ["c3", undefined, ["national", "hub", "municipal", "lab"]],
      ["c1", DAY, ["national", "hub", "provincial", "base"]],
    ]);
  });

  it("of all roots are an institution's as they are handed in", () => {
    const place = placeOf({ root: institutionOf({ id: "c1" }), sets: { applications: handed } });
    expect(recordsOf(place, "applications")).toStrictEqual(handed);
  });
});

describe("the members of a center's network", () => {
  const link = (key: string, more: Partial<Link>): Link => ({
    key,
    role: "core",
    name: key,
    from: "2025-01-01",
    ...more,
  });
  const links = [
    link("乙医院", { uscc: "USCC-2", grade: "3a", tier: "city" }),
    link("丙医院", { role: "grassroots" }),
    link("丁医院", { to: DAY }),
    link("卫健委", { role: "channel" }),
  ];
  const joined = [
    { institution: "USCC-2", name: "乙医院", role: "core", grade: "3a", tier: "city" },
    { institution: "丙医院", name: "丙医院", role: "grassroots", grade: undefined, tier: undefined },
  ];

  it("are led by its own institution, where nobody else leads", () => {
    expect(recordsIn({ links, host: { ...HOST, grade: "3b" } }, "members")).toStrictEqual([
      { institution: "USCC-1", name: "甲医院", role: "lead", grade: "3b", tier: undefined },
      ...joined,
    ]);
  });

  it("are led by who was selected", () => {
    const lead = link("戊医院", { role: "lead", uscc: "USCC-5" });
    expect(recordsIn({ links: [...links, lead] }, "members")).toStrictEqual([
      ...joined,
      { institution: "USCC-5", name: "戊医院", role: "lead", grade: undefined, tier: undefined },
    ]);
  });
});
