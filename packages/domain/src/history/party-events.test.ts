import { describe, expect, it } from "vitest";
import { AT, caseAfter, caseOf, DAY, eventOf, WHO } from "../testing/events.ts";

const at = { case: "k1", stage: "word" };
const DONE = { word: { doneOn: DAY, doneAt: AT, doneBy: WHO.user } };
const EARLIER = "2026-03-02T01:00:00.000Z";

it.each([true, false])("a recommendation (%s) ends its stage and is the stage's verdict", (recommends) => {
  const earlier = { stage: "first", recommends: true, opinion: "", who: WHO, at: EARLIER };
  const kase = caseOf({ recommendations: [earlier], verdicts: { first: true } });
  expect(caseAfter(kase, eventOf("case-recommended", { ...at, recommends, opinion: "推荐" }))).toStrictEqual({
    ...kase,
    state: "in-review",
    recommendations: [earlier, { stage: "word", recommends, opinion: "推荐", who: WHO, at: AT }],
    verdicts: { first: true, word: recommends },
    stages: DONE,
    dates: { "case-recommended-on": DAY },
  });
});

it("a word on a case that is past its review leaves it where it is", () => {
  const event = eventOf("case-recommended", { ...at, recommends: true, opinion: "" });
  expect(caseAfter(caseOf({ state: "decided" }), event).state).toBe("decided");
});

describe("a consent", () => {
  const consent = (stage: string, more = {}) => ({
    stage,
    given: true,
    words: "同意",
    who: WHO,
    at: EARLIER,
    on: "2026-03-02",
    ...more,
  });

  it.each([true, false])("(%s) ends its stage and is the stage's verdict", (given) => {
    const kase = caseOf({ consents: [consent("first")], verdicts: { first: true } });
    expect(caseAfter(kase, eventOf("consented", { ...at, given, words: "可" }))).toStrictEqual({
      ...kase,
      state: "in-review",
      consents: [consent("first"), consent("word", { given, words: "可", at: AT, on: DAY })],
      verdicts: { first: true, word: given },
      stages: DONE,
      dates: { "consented-on": DAY },
    });
  });

  it("that ends holds no longer; what had ended before keeps its day, and other stages keep theirs", () => {
    const over = consent("word", { ended: { words: "旧", on: "2026-03-03" } });
    const kase = caseOf({ consents: [consent("first"), over, consent("word")], verdicts: { word: true } });
    expect(caseAfter(kase, eventOf("consent-ended", { ...at, words: "撤回" }))).toStrictEqual({
      ...kase,
      state: "in-review",
      consents: [consent("first"), over, consent("word", { ended: { words: "撤回", on: DAY } })],
      verdicts: { word: false },
      dates: { "consent-ended-on": DAY },
    });
  });
});

describe("a filing", () => {
  const filing = (stage: string) => ({
    stage,
    to: [{ role: "inspector" as const }],
    words: "报备",
    who: WHO,
    on: "2026-03-02",
    acknowledged: [],
  });

  it("ends its stage and is nobody's yet", () => {
    const body = { ...at, to: [{ role: "authority" as const, body: "bureau" }], words: "请备案" };
    const { case: _case, ...said } = body;
    expect(caseAfter(caseOf({ filings: [filing("first")] }), eventOf("filed", body))).toStrictEqual(
      caseOf({
        filings: [filing("first"), { ...said, who: WHO, on: DAY, acknowledged: [] }],
        stages: DONE,
        dates: { "filed-on": DAY },
      }),
    );
  });

  it("is acknowledged by one addressee after the other", () => {
    const earlier = { to: { role: "authority" as const }, words: "收到", who: WHO, on: "2026-03-03" };
    const filings = [filing("first"), { ...filing("word"), acknowledged: [earlier] }];
    const body = { ...at, to: { role: "inspector" as const }, words: "已备案" };
    expect(caseAfter(caseOf({ filings }), eventOf("acknowledged", body))).toStrictEqual(
      caseOf({
        filings: [
          filing("first"),
          {
            ...filing("word"),
            acknowledged: [earlier, { to: { role: "inspector" }, words: "已备案", who: WHO, on: DAY }],
          },
        ],
        dates: { "acknowledged-on": DAY },
      }),
    );
  });
});
