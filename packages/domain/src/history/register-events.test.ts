import { describe, expect, it } from "vitest";
import type { Claim, EntryContent } from "../contract/events.ts";
import type { RegisterEntry, RootFacts } from "../contract/facts.ts";
import { caseAfter, caseOf, DAY, eventOf, tenantOf, WHO } from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const CONTENT: EntryContent = {
  title: "发明专利",
  answers: { title: "发明专利" },
  personal: { author: "甲" },
  attributes: { kind: "patent" },
};
const entryOf = (more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: "e1",
  register: "ledger",
  ...CONTENT,
  state: "recorded",
  awaits: true,
  open: false,
  on: "2026-01-01",
  changedOn: "2026-01-01",
  ...more,
});
const other = entryOf({ id: "e0" });
const after = (root: RootFacts, event: Parameters<typeof evolve>[1]) => evolve(root, event).entries;
const at = { entry: "e1", register: "ledger" };
const inTenant = { root: "tenant" } as const;

describe("an entry of a register", () => {
  it.each([[{}], [{ of: "achievements" as const, fingerprint: "fp" }]])(
    "is recorded with what it says, by whoever wrote it: %j",
    (more) => {
      const event = eventOf("recorded", { ...at, ...CONTENT, awaits: true, open: false, ...more }, inTenant);
      expect(evolve(tenantOf({ entries: [other] }), event)).toStrictEqual(
        tenantOf({ seq: 8, entries: [other, entryOf({ ...more, on: DAY, changedOn: DAY, by: WHO })] }),
      );
    },
  );

  it("may come without an author", () => {
    const body = { ...at, ...CONTENT, awaits: false, open: true };
    expect(after(tenantOf(), eventOf("recorded", body, { ...inTenant, byTime: true }))).toStrictEqual([
      entryOf({ awaits: false, open: true, on: DAY, changedOn: DAY }),
    ]);
  });

  it("that is amended says something else, and what was verified is so no longer", () => {
    const verified = { on: "2026-02-01", by: "乙", opinion: "实" };
    const entries = [other, entryOf({ state: "verified", verified, fingerprint: "fp", by: WHO })];
    const content = { ...CONTENT, title: "实用新型", attributes: { kind: "model" } };
    const event = eventOf("amended", { ...at, ...content, from: CONTENT }, inTenant);
    expect(after(tenantOf({ entries }), event)).toStrictEqual([
      other,
      entryOf({ ...content, by: WHO, changedOn: DAY }),
    ]);
  });

  it.each([
    [undefined, "甲"],
    [true as const, ""],
  ])("is verified, by whoever did it (by time: %s)", (byTime, by) => {
    const event = eventOf(
      "verified",
      { ...at, opinion: "属实" },
      byTime === undefined ? inTenant : { ...inTenant, byTime },
    );
    expect(after(tenantOf({ entries: [other, entryOf()] }), event)).toStrictEqual([
      other,
      entryOf({ state: "verified", verified: { on: DAY, by, opinion: "属实" } }),
    ]);
  });

  it.each([
    [undefined, "甲"],
    [true as const, ""],
  ])("is struck and stays in sight (by time: %s)", (byTime, by) => {
    const event = eventOf(
      "struck",
      { ...at, reason: "重复" },
      byTime === undefined ? inTenant : { ...inTenant, byTime },
    );
    expect(after(tenantOf({ entries: [other, entryOf()] }), event)).toStrictEqual([
      other,
      entryOf({ state: "struck", struck: { on: DAY, by, reason: "重复" } }),
    ]);
  });

  it.each([[[]], [[other]]])("that was never recorded cannot change: %#", (entries) => {
    const event = eventOf("verified", { ...at, opinion: "" }, inTenant);
    expect(() => evolve(tenantOf({ entries }), event)).toThrow(
      "the history cannot be folded: verified for an entry that was never recorded",
    );
  });
});

it("what a stage claims takes the place of what it claimed before", () => {
  const claim: Claim = {
    register: "ledger",
    entry: "e1",
    of: "achievements",
    title: "发明专利",
    attributes: {},
    fingerprint: "fp",
    earlier: [],
  };
  const claims = [
    { stage: "plan", of: ["people" as const], claims: [] },
    { stage: "report", of: ["people" as const], claims: [] },
  ];
  const said = { stage: "plan", of: ["achievements" as const], claims: [claim] };
  expect(caseAfter(caseOf({ claims }), eventOf("claimed", { case: "k1", ...said }))).toStrictEqual(
    caseOf({
      claims: [{ stage: "report", of: ["people"], claims: [] }, said],
      dates: { "claimed-on": DAY },
    }),
  );
});
