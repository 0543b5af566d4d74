import { describe, expect, it } from "vitest";
import type { Publicity } from "../contract/facts.ts";
import { AT, caseAfter, caseOf, DAY, eventOf, WHO } from "../testing/events.ts";

const at = { case: "k1", stage: "notice" };
const publicity = (more: Partial<Publicity> = {}): Publicity => ({
  stage: "notice",
  from: "2026-03-02",
  endsOn: "2026-03-06",
  where: "官网",
  before: "in-review",
  who: WHO,
  over: false,
  ...more,
});

describe("a publicity", () => {
  it("runs from its day to its last one, and keeps where the case was", () => {
    const earlier = publicity({ stage: "first", over: true });
    const kase = caseOf({
      state: "in-review",
      publicities: [earlier],
      stages: { notice: { daysLate: 1 }, first: { doneOn: "2026-03-01" } },
    });
    const body = { ...at, from: "2026-03-11", endsOn: "2026-03-17", where: "公众号" };
    expect(caseAfter(kase, eventOf("publicized", body))).toStrictEqual({
      ...kase,
      state: "in-publicity",
      publicities: [earlier, publicity({ from: "2026-03-11", endsOn: "2026-03-17", where: "公众号" })],
      stages: {
        notice: { daysLate: 1, startedOn: "2026-03-11", endsOn: "2026-03-17" },
        first: { doneOn: "2026-03-01" },
      },
      dates: { "publicized-on": DAY },
    });
  });

  const ended = (upheld: boolean) => eventOf("publicity-ended", { ...at, upheld }, { byTime: true });

  it("that is over leads the case back to where it was; without an objection that is right it was passed", () => {
    const others = [publicity({ stage: "other" }), publicity({ over: true, before: "decided" })];
    const kase = caseOf({
      state: "in-publicity",
      publicities: [...others, publicity()],
      verdicts: { other: true },
    });
    expect(caseAfter(kase, ended(false))).toStrictEqual({
      ...kase,
      state: "in-review",
      publicities: [...others, publicity({ over: true })],
      verdicts: { other: true, notice: true },
      stages: { notice: { doneOn: DAY, doneAt: AT } },
      dates: { "publicity-ended-on": DAY },
    });
  });

  it("in which an objection was found right was not passed", () => {
    expect(caseAfter(caseOf({ publicities: [publicity()] }), ended(true)).verdicts).toStrictEqual({
      notice: false,
    });
  });

  it("that is over leads nowhere where the case has moved on", () => {
    const kase = caseOf({ state: "withdrawn", publicities: [publicity()] });
    expect(caseAfter(kase, ended(false)).state).toBe("withdrawn");
  });

  it("that was over already leads nowhere", () => {
    const kase = caseOf({ state: "in-publicity", publicities: [publicity({ over: true })] });
    expect(caseAfter(kase, ended(false))).toMatchObject({
      state: "in-publicity",
      publicities: [publicity({ over: true })],
    });
  });
});

describe("an objection", () => {
  const objection = (id: string) => ({
    id,
    stage: "notice",
    by: "乙",
    text: "不实",
    who: WHO,
    on: "2026-03-03",
  });

  it("is kept with who brought it and when", () => {
    const body = { ...at, objection: "o2", by: "丙", text: "重复申报" };
    expect(caseAfter(caseOf({ objections: [objection("o1")] }), eventOf("objected", body))).toStrictEqual(
      caseOf({
        objections: [
          objection("o1"),
          { id: "o2", stage: "notice", by: "丙", text: "重复申报", who: WHO, on: DAY },
        ],
        dates: { "objected-on": DAY },
      }),
    );
  });

  it("is settled by itself, with its reason", () => {
    const kase = caseOf({ objections: [objection("o1"), objection("o2")] });
    const body = { ...at, objection: "o2", upheld: true, reason: "属实" };
    expect(caseAfter(kase, eventOf("objection-settled", body))).toStrictEqual({
      ...kase,
      objections: [
        objection("o1"),
        { ...objection("o2"), settled: { upheld: true, reason: "属实", who: WHO, on: DAY } },
      ],
      dates: { "objection-settled-on": DAY },
    });
  });
});
