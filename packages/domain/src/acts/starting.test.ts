import type { Procedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, decided, HOLIDAYS, RULES, sweep, withReport, withStarts } from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";

const DAY = at("2026-04-20");
const year = (n: number) => at(`${n}-01-01`, "00:00:00");
const entry = (of: number) => ({ kind: "open-case", procedure: "entry", year: of }) as const;
const refused = refusing(RULES);
const notOpen = (procedure: string, opens: string, closes?: string) =>
  refused({
    code: "window-not-open",
    params: {
      stage: { zh: procedure, en: procedure },
      opens,
      ...(closes === undefined ? {} : { closes }),
    },
    earliest: opens,
  });
const closed = (procedure: string, on: string) =>
  refused({ code: "window-closed", params: { stage: { zh: procedure, en: procedure }, closed: on } });

describe("the year of an application", () => {
  it("is this one or the next, and says once why it is none of them", () => {
    const life = begin();
    const now = at("2026-02-20");
    expect(life.asks(MANAGER, now, entry(2028))).toStrictEqual(notOpen("entry", year(2028)));
    expect(life.asks(MANAGER, now, entry(2025))).toStrictEqual(closed("entry", year(2026)));
    expect(life.asks(MANAGER, at("2027-01-01", "00:00:00"), entry(2026))).toStrictEqual(
      closed("entry", year(2027)),
    );
    for (const of of [2026, 2027]) life.must(MANAGER, now, entry(of));
    life.must(MANAGER, at("2026-12-31", "23:59:59"), entry(2026));
  });

  it("is none before the policy was in force", () => {
    const life = begin();
    expect(life.asks(MANAGER, at("2025-12-01"), entry(2025))).toStrictEqual(closed("entry", year(2026)));
    life.must(MANAGER, at("2025-12-01"), entry(2026));
  });

  it("is any one while it is open since when the policy is in force", () => {
    const asks = { zh: "何时施行", en: "in force from when" };
    const from = { open: { asks, per: "policy" as const } };
    const life = newLife({ ...ODD_POLICY, inForce: { from } }, HOLIDAYS);
    expect(life.asks(MANAGER, at("2025-12-01"), entry(2025)).kind).toBe("decided");
  });
});

function withCenter(starts: Partial<Procedure["starts"]> = {}): { life: Life; center: string } {
  const life = newLife(withReport(starts), HOLIDAYS);
  return { life, center: life.centerOf(decided(life)).id };
}
const report = (center: string, of: number) =>
  ({ kind: "open-case", procedure: "report", year: of, center }) as const;

describe("the year of a case of a center", () => {
  it("has begun, and did not end before the policy was in force", () => {
    const { life, center } = withCenter();
    expect(life.asks(MANAGER, DAY, report(center, 2027))).toStrictEqual(notOpen("report", year(2027)));
    expect(life.asks(MANAGER, DAY, report(center, 2025))).toStrictEqual(closed("report", year(2026)));
    life.must(MANAGER, DAY, report(center, 2026));
    life.must(MANAGER, at("2027-01-01", "00:00:00"), report(center, 2027));
  });

  it("may be over: what is owed for it is still handed in", () => {
    const { life, center } = withCenter();
    expect(life.asks(MANAGER, at("2030-04-20"), report(center, 2026)).kind).toBe("decided");
  });

  it("did not end before the center had begun", () => {
    const life = newLife({ ...withReport({}), inForce: { from: "2020-01-01" } }, HOLIDAYS);
    const center = life.centerOf(decided(life)).id;
    expect(life.asks(MANAGER, DAY, report(center, 2025))).toStrictEqual(closed("report", year(2026)));
    life.must(MANAGER, DAY, report(center, 2026));
  });

  it("is over with its window: whoever began on the day after it owes nothing for it, and on its last day does", () => {
    const ending = (to: string) => {
      const { life, center } = withCenter({ when: { kind: "yearly", from: "03-01", to } });
      return life.asks(MANAGER, DAY, report(center, 2026));
    };
    // the center began on 20 March
    expect(ending("03-19")).toStrictEqual(closed("report", at("2026-03-20", "00:00:00")));
    expect(ending("03-20").kind).toBe("decided");
  });
});

describe("the window in which a procedure begins", () => {
  it("says from when, and until when where that is known", () => {
    const yearly = withCenter({ when: { kind: "yearly", from: "12-01", to: "12-31" } });
    const opens = at("2026-12-01", "00:00:00");
    const early = at("2026-11-30", "23:59:59");
    expect(yearly.life.asks(MANAGER, early, report(yearly.center, 2026))).toStrictEqual(
      notOpen("report", opens, year(2027)),
    );
    yearly.life.must(MANAGER, opens, report(yearly.center, 2026));
    const endless = withCenter({ when: { kind: "between", from: "2026-12-01" } });
    expect(endless.life.asks(MANAGER, early, report(endless.center, 2026))).toStrictEqual(
      notOpen("report", opens),
    );
  });

  it("is waited for while it is open", () => {
    const asks = { zh: "何时报告", en: "when reports are due" };
    const { life, center } = withCenter({ when: { open: { asks, per: "policy" } } });
    const path = "procedures/report/starts/when";
    const open = { path, asks, per: "policy", by: "authority" };
    expect(life.asks(MANAGER, DAY, report(center, 2026))).toStrictEqual(
      refused(
        { code: "open-value", params: { asks, by: "authority", per: "policy" }, open, path },
        "pending",
      ),
    );
    const value = { kind: "anytime" };
    life.must(LEADER, DAY, { kind: "settle", path, value, as: "随时", on: "2026-04-20" });
    life.must(MANAGER, DAY, report(center, 2026));
  });

  it("that counts from the end of a term says when the term ends, and waits where nobody knows that", () => {
    const when = { kind: "between", from: { from: "center.term-ended-on" } } as const;
    const { life, center } = withCenter({ when });
    const path = "procedures/report/starts/when";
    const condition = { zh: "report", en: "report" };
    expect(life.asks(MANAGER, DAY, report(center, 2026))).toStrictEqual(
      refused({ code: "condition-pending", params: { condition }, path }, "pending"),
    );
    // the trial is over on 15 October, and the term runs two years from then
    sweep(life, life.ledger().centers[0]?.cases[0]?.id ?? "", "2026-11-01");
    expect(life.asks(MANAGER, at("2026-11-01"), report(center, 2026))).toStrictEqual(
      refused({
        code: "term-not-ended",
        params: { act: condition, earliest: "2028-10-15" },
        earliest: at("2028-10-15", "00:00:00"),
      }),
    );
  });

  it("that counts from another day is waited for, whatever is known of the term", () => {
    const when = { kind: "between", from: { from: "center.revoked-on" } } as const;
    const { life, center } = withCenter({ when });
    sweep(life, life.ledger().centers[0]?.cases[0]?.id ?? "", "2026-11-01");
    expect(life.blocked(MANAGER, at("2026-11-01"), report(center, 2026))).toBe("pending: condition-pending");
  });

  it("that counts from a term says nothing to whom there is no center yet", () => {
    const when = { kind: "between", from: { from: "center.term-ended-on" } } as const;
    const life = newLife(withStarts("entry", { when }), HOLIDAYS);
    expect(life.blocked(MANAGER, DAY, entry(2026))).toBe("pending: condition-pending");
  });
});
