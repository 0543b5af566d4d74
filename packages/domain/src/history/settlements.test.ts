import { describe, expect, it } from "vitest";
import type { Settlement } from "../contract/verdict.ts";
import { caseOf, DAY, tenantOf } from "../testing/events.ts";
import { findSettlement } from "./settlements.ts";

const settlement = (id: string, more: Partial<Settlement> = {}): Settlement => ({
  id,
  path: "p",
  value: 3,
  as: "三",
  on: "2026-01-01",
  by: { name: "甲", unit: "主管部门" },
  ...more,
});
const asked = { path: "p", today: DAY };
const tenant = tenantOf({
  settlements: [settlement("policy"), settlement("year", { year: 2026 }), settlement("case", { case: "k1" })],
});
const kase = caseOf({ settlements: [settlement("own", { case: "k1" })] });

describe("the settlement of an open value", () => {
  it("is none where nobody has settled it", () => {
    expect(findSettlement(asked)).toBeUndefined();
    expect(findSettlement({ ...asked, kase: caseOf(), tenant: tenantOf() })).toBeUndefined();
  });

  it("is the case's own before that of the center above, the year's and the policy's", () => {
    const all = { ...asked, year: 2026, tenant, kase, above: [settlement("above")] };
    expect(findSettlement(all)?.id).toBe("own");
    expect(findSettlement({ ...all, kase: caseOf() })?.id).toBe("above");
    expect(findSettlement({ ...asked, year: 2026, tenant })?.id).toBe("year");
    expect(findSettlement({ ...asked, year: 2025, tenant })?.id).toBe("policy");
    expect(findSettlement({ ...asked, tenant })?.id).toBe("policy");
  });

  it("for a case or a year binds nobody else", () => {
    const others = [settlement("case", { case: "k2" }), settlement("year", { year: 2025 })];
    expect(
      findSettlement({ ...asked, tenant: tenantOf({ settlements: others }), year: 2026 }),
    ).toBeUndefined();
    expect(findSettlement({ ...asked, tenant: tenantOf({ settlements: others }) })).toBeUndefined();
  });

  it.each([
    ["own", { kase: caseOf({ settlements: [settlement("x", { path: "q" })] }) }],
    ["above", { above: [settlement("x", { path: "q" })] }],
    ["the tenant's", { tenant: tenantOf({ settlements: [settlement("x", { path: "q" })] }) }],
  ])("is that of its own path: %s", (_whose, more) => {
    expect(findSettlement({ ...asked, ...more })).toBeUndefined();
  });

  it("binds from its day on, and not before", () => {
    const on = (day: string) =>
      findSettlement({ ...asked, tenant: tenantOf({ settlements: [settlement("x", { on: day })] }) })?.id;
    expect(on(DAY)).toBe("x");
    expect(on("2026-03-11")).toBeUndefined();
  });

  it("is the latest by its day; of one day the last one that was written", () => {
    const of = (...days: string[]) =>
      findSettlement({
        ...asked,
        kase: caseOf({ settlements: days.map((on, n) => settlement(`${n}`, { on })) }),
      })?.id;
    expect(of("2026-01-02", "2026-01-01")).toBe("0");
    expect(of("2026-01-01", "2026-01-02", "2026-01-02")).toBe("2");
  });
});
