import type { CaseFacts } from "../contract/facts.ts";
import type { Reducers } from "./reducer.ts";
import { changeCase, changeCaseBy, endStage, inReview } from "./reducer.ts";

type Kind = "case-recommended" | "consented" | "consent-ended" | "filed" | "acknowledged";

/** What other parties say to a case: those who recommend, who consent, and to whom it is filed. */
export const PARTIES: Reducers<Kind> = {
  "case-recommended": (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { stage, recommends, opinion } = event.body;
      const recommendations = [...kase.recommendations, { stage, recommends, opinion, who, at: event.at }];
      return endStage(withVerdict({ ...kase, recommendations }, stage, recommends), stage, event);
    }),
  consented: (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { stage, given, words } = event.body;
      const consent = { stage, given, words, who, at: event.at, on: event.onDay };
      const consents = [...kase.consents, consent];
      return endStage(withVerdict({ ...kase, consents }, stage, given), stage, event);
    }),
  "consent-ended": (facts, event) =>
    changeCase(facts, event, (kase) => {
      const { stage, words } = event.body;
      const consents = kase.consents.map((consent) =>
        consent.stage === stage && consent.ended === undefined
          ? { ...consent, ended: { words, on: event.onDay } }
          : consent,
      );
      return withVerdict({ ...kase, consents }, stage, false);
    }),
  filed: (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { case: _case, ...body } = event.body;
      const { stage } = body;
      const filing = { ...body, who, on: event.onDay, acknowledged: [] };
      return endStage({ ...kase, filings: [...kase.filings, filing] }, stage, event);
    }),
  acknowledged: (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { stage, to, words } = event.body;
      const word = { to, words, who, on: event.onDay };
      const filings = kase.filings.map((filing) =>
        filing.stage === stage ? { ...filing, acknowledged: [...filing.acknowledged, word] } : filing,
      );
      return { ...kase, filings };
    }),
};

const withVerdict = (kase: CaseFacts, stage: string, verdict: boolean): CaseFacts => ({
  ...kase,
  state: inReview(kase.state),
  verdicts: { ...kase.verdicts, [stage]: verdict },
});
