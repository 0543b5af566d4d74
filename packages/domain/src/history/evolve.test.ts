import { describe, expect, it } from "vitest";
import type { DomainEvent } from "../contract/events.ts";
import {
  AT,
  caseAfter,
  caseOf,
  centerAfter,
  centerOf,
  DAY,
  eventOf,
  institutionOf,
  tenantOf,
  WHO,
} from "../testing/events.ts";
import { evolve, replay } from "./evolve.ts";
import { endStage, noteResult, reopenStages } from "./reducer.ts";

describe("an event", () => {
  it("belongs to its root and to no other one", () => {
    const event = eventOf("finished", { obligation: "o", how: "办结" });
    expect(() => evolve(centerOf({ id: "c2" }), event)).toThrow("finished belongs to another root");
  });

  it("takes its root to its own place in the stream", () => {
    expect(centerAfter(centerOf({ seq: 4 }), eventOf("suspension-ended", {}, { seq: 5 })).seq).toBe(5);
  });

  it("gives a center the day on which its kind happened last", () => {
    const before = centerOf({
      dates: { "center.finished-on": "2025-01-01", "center.designated-on": "2024-01-01" },
    });
    expect(centerAfter(before, eventOf("finished", { obligation: "o", how: "办结" })).dates).toStrictEqual({
      "center.finished-on": DAY,
      "center.designated-on": "2024-01-01",
    });
  });

  it("that names a legal day of its own gives that day alone", () => {
    const kase = caseOf();
    const body = { case: "k1", stage: "letter", on: "2026-02-01" };
    expect(centerAfter(centerOf({ cases: [kase] }), eventOf("designated", body)).dates).toStrictEqual({
      "center.designated-on": "2026-02-01",
    });
  });

  it("gives its day to the case that it is about, and to no other", () => {
    const [one, other] = [caseOf({ dates: { "opened-on": "2026-03-01" } }), caseOf({ id: "k2" })];
    const event = eventOf("closed", { case: "k1", why: "done" });
    expect(centerAfter(centerOf({ cases: [other, one] }), event)).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [other, { ...one, state: "closed", dates: { "opened-on": "2026-03-01", "closed-on": DAY } }],
        dates: { "center.closed-on": DAY },
      }),
    );
  });

  it("about no case gives no case a day", () => {
    const center = centerOf({ cases: [caseOf()] });
    expect(centerAfter(center, eventOf("suspension-ended", {})).cases).toStrictEqual([caseOf()]);
  });

  it("of an institution gives its day to the case alone", () => {
    const kase = caseOf({ root: { kind: "institution", id: "i1" } });
    const event = eventOf("closed", { case: "k1", why: "done" }, { root: "institution" });
    expect(evolve(institutionOf({ cases: [kase] }), event)).toStrictEqual(
      institutionOf({ seq: 8, cases: [{ ...kase, state: "closed", dates: { "closed-on": DAY } }] }),
    );
  });

  it("of a tenant that names a case leaves nothing else behind", () => {
    const document = { id: "d1", kind: "letter", number: "1 号", title: "通知", on: DAY };
    const event = eventOf(
      "issued",
      { case: "k1", stage: "letter", document, done: true },
      { root: "tenant" },
    );
    expect(evolve(tenantOf(), event)).toStrictEqual(tenantOf({ seq: 8, documents: [document] }));
  });

  it("may name a case that the center does not have, where it is not about the case", () => {
    const body = { case: "elsewhere", finding: "f1", text: "挪用" };
    expect(centerAfter(centerOf({ cases: [caseOf()] }), eventOf("found", body)).cases).toStrictEqual([
      caseOf(),
    ]);
  });
});

describe("a history", () => {
  it("is folded from its first event to its last", () => {
    const settled = { path: "p", value: 3, as: "三", on: DAY, by: { name: "甲", unit: "主管部门" } };
    const events: DomainEvent[] = [1, 2].map((seq) =>
      eventOf("settled", { ...settled, id: `s${seq}` }, { root: "tenant", seq }),
    );
    expect(replay(events)).toStrictEqual(
      tenantOf({
        seq: 2,
        settlements: [
          { ...settled, id: "s1" },
          { ...settled, id: "s2" },
        ],
      }),
    );
  });

  it("without events has no root", () => {
    expect(replay([])).toBeUndefined();
  });
});

describe("a history is broken by", () => {
  it.each([
    [tenantOf(), eventOf("suspension-ended", {}, { root: "tenant" }), "suspension-ended outside a center"],
    [
      institutionOf(),
      eventOf("suspension-ended", {}, { root: "institution" }),
      "suspension-ended outside a center",
    ],
    [
      centerOf(),
      eventOf("dispatch-answered", {
        dispatch: { tenant: 2, root: "r", key: "k" },
        title: "推荐",
        party: 11,
        outcome: "received",
        words: "",
      }),
      "dispatch-answered outside a tenant",
    ],
    [tenantOf(), eventOf("closed", { case: "k1", why: "x" }, { root: "tenant" }), "closed on a tenant"],
    [centerOf(), eventOf("closed", { case: "k1", why: "x" }), "closed for a case that was never opened"],
    [
      centerOf({ cases: [caseOf({ id: "k2" })] }),
      eventOf("closed", { case: "k1", why: "x" }),
      "closed for a case that was never opened",
    ],
  ])("an event that its root cannot have: %#", (root, event, reason) => {
    expect(() => evolve(root, event)).toThrow(`the history cannot be folded: ${reason}`);
  });
});

describe("a stage", () => {
  const checked = eventOf("checked", { case: "k1", stage: "look", opinion: "" });

  it("ends on the day of the event, by whoever did it", () => {
    const kase = caseOf({ stages: { other: { doneOn: "2026-01-01" }, look: { startedOn: "2026-03-05" } } });
    expect(endStage(kase, "look", checked).stages).toStrictEqual({
      other: { doneOn: "2026-01-01" },
      look: { startedOn: "2026-03-05", doneOn: DAY, doneAt: AT, doneBy: WHO.user },
    });
  });

  it("that time ends is ended by nobody", () => {
    const ended = eventOf("run-ended", { case: "k1", stage: "trial" }, { byTime: true });
    expect(endStage(caseOf(), "trial", ended).stages).toStrictEqual({ trial: { doneOn: DAY, doneAt: AT } });
  });

  it("keeps the day on which it ended first", () => {
    const kase = caseOf({ stages: { look: { doneOn: "2026-01-01" } } });
    expect(endStage(kase, "look", checked)).toBe(kase);
  });

  it("that is opened again is as if nothing had been done there", () => {
    const stages = { a: { doneOn: DAY }, b: { doneOn: DAY }, c: { doneOn: DAY } };
    expect(reopenStages(caseOf({ stages }), ["a", "c"])).toStrictEqual(
      caseOf({ stages: { b: { doneOn: DAY } } }),
    );
  });

  it("adds what came of it to what is known of it, and to nothing else", () => {
    const kase = caseOf({ results: { a: { score: "80.00" }, b: { grade: "good" } } });
    expect(noteResult(kase, "a", { grade: "pass" })).toStrictEqual({
      ...kase,
      results: { a: { score: "80.00", grade: "pass" }, b: { grade: "good" } },
    });
  });
});

describe("a word without a person behind it", () => {
  const kase = caseOf({
    submissions: [{ stage: "s", revision: 1, answers: {}, at: AT, daysLate: 0, done: true }],
    objections: [{ id: "o1", stage: "s", by: "乙", text: "x", who: WHO, on: DAY }],
    filings: [{ stage: "s", to: [], words: "", who: WHO, on: DAY, acknowledged: [] }],
  });
  const at = { case: "k1", stage: "s" };
  it.each([
    eventOf("signed", { ...at, as: "host", opinion: "", done: true }, { byTime: true }),
    eventOf("returned", { ...at, reason: "补正", marks: [] }, { byTime: true }),
    eventOf("checked", { ...at, opinion: "" }, { byTime: true }),
    eventOf(
      "judged",
      { ...at, condition: "c", verdict: true, dimensions: [], opinion: "" },
      { byTime: true },
    ),
    eventOf("scored", { ...at, sheet: "s", terms: [], total: "1.00", opinion: "" }, { byTime: true }),
    eventOf("proposed", { ...at, outcome: "approve", opinion: "" }, { byTime: true }),
    eventOf("decided", { ...at, outcome: "approved", opinion: "" }, { byTime: true }),
    eventOf("case-recommended", { ...at, recommends: true, opinion: "" }, { byTime: true }),
    eventOf("consented", { ...at, given: true, words: "" }, { byTime: true }),
    eventOf("filed", { ...at, to: [], words: "" }, { byTime: true }),
    eventOf("acknowledged", { ...at, to: { role: "inspector" }, words: "" }, { byTime: true }),
    eventOf("publicized", { ...at, from: DAY, endsOn: DAY, where: "" }, { byTime: true }),
    eventOf("objected", { ...at, objection: "o2", by: "乙", text: "" }, { byTime: true }),
    eventOf("objection-settled", { ...at, objection: "o1", upheld: true, reason: "" }, { byTime: true }),
    eventOf("waived", { case: "k1", path: "p", reason: "" }, { byTime: true }),
  ])("is none: $kind", (event) => {
    expect(caseAfter(kase, event)).toStrictEqual({ ...kase, dates: { [`${event.kind}-on`]: DAY } });
  });

  it("leaves no meeting", () => {
    const body = { meeting: "m", procedure: "p", stage: "s", year: 2026, form: "f", answers: {}, cases: [] };
    expect(evolve(tenantOf(), eventOf("meeting-held", body, { root: "tenant", byTime: true }))).toStrictEqual(
      tenantOf({ seq: 8 }),
    );
  });
});
