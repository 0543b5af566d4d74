import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import {
  AT,
  caseAfter,
  caseOf,
  centerAfter,
  centerOf,
  DAY,
  eventOf,
  tenantOf,
  WHO,
} from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const at = { case: "k1", stage: "term" };
const document = { id: "d2", kind: "letter", number: "2 号", title: "通知", on: "2026-03-09" };
const earlier = { ...document, id: "d1", number: "1 号" };

describe("a document that is issued", () => {
  it.each([
    [true, { term: { doneOn: DAY, doneAt: AT, doneBy: WHO.user } }],
    [false, {}],
  ])("stands in its case, and ends the stage where it is the last one: %s", (done, stages) => {
    expect(
      caseAfter(caseOf({ documents: [earlier] }), eventOf("issued", { ...at, document, done })),
    ).toStrictEqual(caseOf({ documents: [earlier, document], stages, dates: { "issued-on": DAY } }));
  });

  it("leaves its number with the tenant", () => {
    const event = eventOf("issued", { ...at, document, done: true }, { root: "tenant" });
    expect(evolve(tenantOf({ documents: [earlier] }), event)).toStrictEqual(
      tenantOf({ seq: 8, documents: [earlier, document] }),
    );
  });
});

describe("a center", () => {
  it("is designated on the day that the event says", () => {
    const before = centerOf({ dates: { "center.opened-on": "2026-01-01" } });
    expect(centerAfter(before, eventOf("designated", { ...at, on: "2026-03-09" }))).toStrictEqual({
      ...before,
      seq: 8,
      dates: { "center.opened-on": "2026-01-01", "center.designated-on": "2026-03-09" },
    });
  });

  const spans: CenterFacts["spans"] = [
    { from: "2025-01-01", to: "2025-06-01", standing: "applying", seq: 1 },
    { from: "2025-06-01", standing: "building", seq: 3 },
  ];
  it.each([[{}], [{ grade: "good" }]])("stands anew from a day, with the grade of that day: %j", (graded) => {
    const before = centerOf({ standing: "building", spans, ...graded });
    const event = eventOf("standing-changed", { to: "established", on: "2026-03-09", cause: "验收" });
    expect(centerAfter(before, event)).toStrictEqual({
      ...before,
      seq: 8,
      standing: "established",
      spans: [
        { from: "2025-01-01", to: "2025-06-01", standing: "applying", seq: 1 },
        { from: "2025-06-01", to: "2026-03-09", standing: "building", seq: 3 },
        { from: "2026-03-09", standing: "established", ...graded, seq: 8 },
      ],
    });
  });

  it("that stands twice anew on one day stood as the last one only", () => {
    const event = eventOf("standing-changed", { to: "revoked", on: "2025-06-01", cause: "撤销" });
    expect(centerAfter(centerOf({ spans }), event).spans).toStrictEqual([
      spans[0],
      { from: "2025-06-01", standing: "revoked", seq: 8 },
    ]);
  });

  it("that stood as nothing begins to stand", () => {
    const event = eventOf("standing-changed", { to: "applying", on: DAY, cause: "申报" });
    expect(centerAfter(centerOf(), event).spans).toStrictEqual([{ from: DAY, standing: "applying", seq: 8 }]);
    const over: CenterFacts["spans"] = [
      { from: "2025-01-01", to: "2025-06-01", standing: "applying", seq: 1 },
    ];
    expect(centerAfter(centerOf({ spans: over }), event).spans).toStrictEqual([
      ...over,
      { from: DAY, standing: "applying", seq: 8 },
    ]);
  });
});

describe("a term", () => {
  const stages: CaseFacts["stages"] = { decide: { doneOn: "2026-03-01" }, term: { daysLate: 1 } };

  it("starts in its case and its center, and is known to end", () => {
    const before = centerOf({ cases: [caseOf({ stages })], dates: { "center.designated-on": "2026-03-09" } });
    const event = eventOf("term-started", { ...at, on: "2026-03-09", endsOn: "2028-03-09" });
    expect(centerAfter(before, event)).toStrictEqual({
      ...before,
      seq: 8,
      cases: [
        caseOf({
          stages: { ...stages, term: { daysLate: 1, startedOn: "2026-03-09" } },
          dates: { "term-started-on": DAY },
        }),
      ],
      termEndsOn: "2028-03-09",
      dates: { "center.designated-on": "2026-03-09", "center.term-started-on": "2026-03-09" },
    });
  });

  const running: CaseFacts["stages"] = {
    decide: { doneOn: "2026-03-01" },
    term: { startedOn: "2024-03-09" },
    trial: { startedOn: "2025-03-09" },
  };
  const ended = { doneOn: DAY, doneAt: AT };
  it.each([
    [{ stage: "trial" }, { ...running, trial: { startedOn: "2025-03-09", ...ended } }],
    [{}, { ...running, term: { startedOn: "2024-03-09", ...ended } }],
  ])("ends with its stage, or the first one that lasts: %j", (stage, stagesAfter) => {
    const dates = { "center.designated-on": "2024-03-09" };
    const before = centerOf({ cases: [caseOf({ stages: running })], termEndsOn: DAY, dates });
    const event = eventOf("term-ended", { case: "k1", ...stage, on: "2026-03-09" }, { byTime: true });
    expect(centerAfter(before, event)).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [caseOf({ stages: stagesAfter, dates: { "term-ended-on": DAY } })],
        dates: { ...dates, "center.term-ended-on": "2026-03-09" },
      }),
    );
  });

  it("that never began cannot end", () => {
    const event = eventOf("term-ended", { case: "k1", on: DAY }, { byTime: true });
    const before = centerOf({ cases: [caseOf({ stages: { decide: { doneOn: "2026-03-01" } } })] });
    expect(() => evolve(before, event)).toThrow("the history cannot be folded: a term ends that never began");
  });
});

describe("a stage that lasts", () => {
  it("runs from the day of its event to its end", () => {
    const kase = caseOf({ stages: { term: { daysLate: 1 }, other: { doneOn: "2026-03-01" } } });
    const event = eventOf("run-started", { ...at, endsOn: "2026-09-10" }, { byTime: true });
    expect(caseAfter(kase, event)).toStrictEqual({
      ...kase,
      stages: {
        term: { daysLate: 1, startedOn: DAY, endsOn: "2026-09-10" },
        other: { doneOn: "2026-03-01" },
      },
      dates: { "run-started-on": DAY },
    });
  });

  it("is over when time says so", () => {
    const kase = caseOf({ stages: { term: { startedOn: "2025-09-10", endsOn: DAY } } });
    expect(caseAfter(kase, eventOf("run-ended", at, { byTime: true }))).toStrictEqual({
      ...kase,
      stages: { term: { startedOn: "2025-09-10", endsOn: DAY, doneOn: DAY, doneAt: AT } },
      dates: { "run-ended-on": DAY },
    });
  });
});

describe("a change that was decided", () => {
  const before = centerOf({
    cases: [caseOf()],
    values: { "center.field": "bone", "center.class": "a" },
    offices: [{ office: "director", holder: "主任甲", on: "2025-01-01" }],
    changes: [{ case: "k0", on: "2025-05-01", changes: [] }],
  });
  const changed = (changes: { ref: string; from?: string; to: string | number | { name: string } }[]) =>
    centerAfter(before, eventOf("changed", { case: "k1", stage: "decide", changes }));

  it("writes the new values and keeps the old ones in sight", () => {
    const changes = [{ ref: "center.class", from: "a", to: "b" }];
    expect(changed(changes)).toStrictEqual({
      ...before,
      seq: 8,
      cases: [caseOf({ dates: { "changed-on": DAY } })],
      values: { "center.field": "bone", "center.class": "b" },
      changes: [
        { case: "k0", on: "2025-05-01", changes: [] },
        { case: "k1", on: DAY, changes },
      ],
      dates: { "center.changed-on": DAY },
    });
  });

  it.each([
    ["center.name", "新名", "新名"],
    ["application.name", "新名", "新名"],
    ["center.name", 7, "骨科实验室"],
    ["center.title", "新名", "骨科实验室"],
  ])("of %s to %s makes the name %s", (ref, to, name) => {
    expect(
      changed([
        { ref: "center.class", to: "b" },
        { ref, to },
      ]).name,
    ).toBe(name);
  });

  const later = { on: DAY, case: "k1" };
  it.each([
    ["center.director", "主任乙", [{ office: "director", holder: "主任乙", ...later }]],
    ["center.director", { name: "主任乙" }, [{ office: "director", holder: "主任乙", ...later }]],
    ["center.host", "乙医院", [{ office: "lead-host", holder: "乙医院", ...later }]],
    ["center.director", "主任甲", []],
    ["center.director", 7, []],
    ["center.field", "heart", []],
  ])("of %s to %j fills an office where another one comes to it", (ref, to, named) => {
    expect(
      changed([
        { ref: "center.class", to: "b" },
        { ref, to },
      ]).offices,
    ).toStrictEqual([...before.offices, ...named]);
  });

  it("of both fills both offices", () => {
    const both = [
      { ref: "center.director", to: "主任乙" },
      { ref: "center.host", to: "乙医院" },
    ];
    expect(changed(both).offices).toStrictEqual([
      ...before.offices,
      { office: "lead-host", holder: "乙医院", ...later },
      { office: "director", holder: "主任乙", ...later },
    ]);
  });
});

it("an appeal that was decided changes nothing by itself", () => {
  const event = eventOf("appealed", { ...at, against: "k0", upheld: true, opinion: "成立" });
  expect(caseAfter(caseOf(), event)).toStrictEqual(caseOf({ dates: { "appealed-on": DAY } }));
});
