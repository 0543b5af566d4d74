import { describe, expect, it } from "vitest";
import type { Finding } from "../contract/facts.ts";
import { AT, caseAfter, caseOf, centerAfter, centerOf, DAY, eventOf, WHO } from "../testing/events.ts";

const at = { case: "k1", stage: "visit" };

it("an inspection leaves its answers in its case and ends the stage", () => {
  const earlier = { stage: "plan", revision: 1, answers: {}, at: AT, daysLate: 0, done: true };
  const answers = { main: { text: "正常" } };
  expect(
    caseAfter(caseOf({ submissions: [earlier] }), eventOf("inspected", { ...at, answers })),
  ).toStrictEqual(
    caseOf({
      submissions: [earlier, { stage: "visit", revision: 1, answers, at: AT, daysLate: 0, done: true }],
      stages: { visit: { doneOn: DAY, doneAt: AT, doneBy: WHO.user } },
      dates: { "inspected-on": DAY },
    }),
  );
});

describe("a finding", () => {
  const finding = (id: string): Finding => ({ id, case: "k1", text: "账目不清", on: "2026-01-01" });

  it.each([[{}], [{ kind: "fraud", due: "2026-04-01" }]])(
    "is kept with what it is and until when: %j",
    (more) => {
      const before = centerOf({ findings: [finding("f1")] });
      const event = eventOf("found", { case: "k1", finding: "f2", text: "挪用", ...more });
      expect(centerAfter(before, event)).toStrictEqual({
        ...before,
        seq: 8,
        findings: [finding("f1"), { id: "f2", case: "k1", text: "挪用", ...more, on: DAY }],
        dates: { "center.found-on": DAY },
      });
    },
  );

  it("is cleared by itself", () => {
    const before = centerOf({ findings: [finding("f1"), finding("f2")] });
    expect(centerAfter(before, eventOf("cleared", { case: "k1", finding: "f2", how: "已改" }))).toStrictEqual(
      {
        ...before,
        seq: 8,
        findings: [finding("f1"), { ...finding("f2"), cleared: { on: DAY, how: "已改" } }],
        dates: { "center.cleared-on": DAY },
      },
    );
  });
});

it("a recommendation upward is kept with its day", () => {
  const body = { promotion: "p", to: "provincial", opinion: "推荐" };
  const before = centerOf({ recommendations: [{ ...body, on: "2025-01-01" }] });
  expect(centerAfter(before, eventOf("recommended", body))).toStrictEqual({
    ...before,
    seq: 8,
    recommendations: [
      { ...body, on: "2025-01-01" },
      { ...body, on: DAY },
    ],
    dates: { "center.recommended-on": DAY },
  });
});
