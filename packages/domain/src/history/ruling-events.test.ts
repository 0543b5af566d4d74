import { describe, expect, it } from "vitest";
import type { Settlement } from "../contract/verdict.ts";
import {
  caseAfter,
  caseOf,
  centerAfter,
  centerOf,
  eventOf,
  DAY,
  institutionOf,
  tenantOf,
  WHO,
} from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const settlement = (more: Partial<Settlement> = {}): Settlement => ({
  id: "s1",
  path: "p",
  value: 3,
  as: "三",
  on: "2026-03-09",
  by: { name: "甲", unit: "主管部门" },
  ...more,
});
const earlier = settlement({ id: "s0" });
const others = [caseOf({ id: "k0" }), caseOf({ settlements: [earlier] })];

describe("a settlement", () => {
  it("of a tenant is the tenant's", () => {
    expect(
      evolve(tenantOf({ settlements: [earlier] }), eventOf("settled", settlement(), { root: "tenant" })),
    ).toStrictEqual(tenantOf({ seq: 8, settlements: [earlier, settlement()] }));
  });

  it("of a center is the center's, for those under it", () => {
    const before = centerOf({ settlements: [earlier], cases: others });
    expect(centerAfter(before, eventOf("settled", settlement()))).toStrictEqual({
      ...before,
      seq: 8,
      settlements: [earlier, settlement()],
    });
  });

  it("for a case is that case's alone", () => {
    const own = settlement({ case: "k1" });
    const before = centerOf({ settlements: [earlier], cases: others });
    const cases = [caseOf({ id: "k0" }), caseOf({ settlements: [earlier, own], dates: {} })];
    expect(centerAfter(before, eventOf("settled", own))).toMatchObject({ settlements: [earlier], cases });
    expect(
      evolve(institutionOf({ cases: others }), eventOf("settled", own, { root: "institution" })),
    ).toMatchObject({
      cases,
    });
  });
});

describe("an extension", () => {
  const body = { procedure: "entry", stage: "plan", year: 2026, until: "2026-04-30", reason: "故障" };

  it("of a tenant holds for the stage of a year", () => {
    const before = { ...body, on: "2026-01-01" };
    expect(
      evolve(tenantOf({ extensions: [before] }), eventOf("extended", body, { root: "tenant" })),
    ).toStrictEqual(tenantOf({ seq: 8, extensions: [before, { ...body, on: DAY }] }));
  });

  it("for a case is that case's alone", () => {
    const before = { stage: "plan", until: "2026-04-01", reason: "缓报" };
    const cases = [caseOf({ id: "k0" }), caseOf({ extensions: [before] })];
    expect(
      centerAfter(centerOf({ cases }), eventOf("extended", { ...body, case: "k1" })).cases,
    ).toStrictEqual([
      caseOf({ id: "k0" }),
      caseOf({
        extensions: [before, { stage: "plan", until: "2026-04-30", reason: "故障" }],
        dates: { "extended-on": DAY },
      }),
    ]);
  });
});

describe("a waiver", () => {
  const waiver = (path: string) => ({ path, reason: "特殊", who: WHO });

  it.each([[{}], [{ until: "2026-06-30" }]])("is the case's, with its end if it has one: %j", (until) => {
    const kase = caseOf({ waivers: [waiver("a")] });
    expect(
      caseAfter(kase, eventOf("waived", { case: "k1", path: "b", reason: "特殊", ...until })),
    ).toStrictEqual({
      ...kase,
      waivers: [waiver("a"), { path: "b", reason: "特殊", ...until, who: WHO }],
      dates: { "waived-on": DAY },
    });
  });

  it("that ends is none any longer; others stay", () => {
    const kase = caseOf({ waivers: [waiver("a"), waiver("b")] });
    expect(
      caseAfter(kase, eventOf("waiver-ended", { case: "k1", path: "a" }, { byTime: true })),
    ).toStrictEqual({
      ...kase,
      waivers: [waiver("b")],
      dates: { "waiver-ended-on": DAY },
    });
  });
});
