import type { RootFacts } from "../contract/facts.ts";
import type { Who } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { DomainEvent } from "../contract/events.ts";
import type { Reducers } from "./reducer.ts";
import { changeCase, endStage } from "./reducer.ts";

type Kind = "case-recommended" | "consented" | "consent-ended" | "filed" | "acknowledged";

/** What other parties say to a case: those who recommend, who consent, and to whom it is filed. */
export const PARTIES: Reducers<Kind> = {
  "case-recommended": (facts, event) =>
    said(facts, event, (kase, who) => {
      const { stage, recommends, opinion } = event.body;
      const recommendations = [...kase.recommendations, { stage, recommends, opinion, who, at: event.at }];
      return endStage(withVerdict({ ...kase, recommendations }, stage, recommends), stage, event);
    }),
  consented: (facts, event) =>
    said(facts, event, (kase, who) => {
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
    said(facts, event, (kase, who) => {
      const { case: _case, ...body } = event.body;
      const { stage } = body;
      const filing = { ...body, who, on: event.onDay, acknowledged: [] };
      return endStage({ ...kase, filings: [...kase.filings, filing] }, stage, event);
    }),
  acknowledged: (facts, event) =>
    said(facts, event, (kase, who) => {
      const { stage, to, words } = event.body;
      const word = { to, words, who, on: event.onDay };
      const filings = kase.filings.map((filing) =>
        filing.stage === stage ? { ...filing, acknowledged: [...filing.acknowledged, word] } : filing,
      );
      return { ...kase, filings };
    }),
};

/** A word without a person behind it is none. */
function said(
  facts: RootFacts,
  event: DomainEvent & { body: { case: string } },
  change: (kase: CaseFacts, who: Who) => CaseFacts,
): RootFacts {
  const { who } = event;
  return changeCase(facts, event, (kase) => (who === undefined ? kase : change(kase, who)));
}

const withVerdict = (kase: CaseFacts, stage: string, verdict: boolean): CaseFacts => ({
  ...kase,
  state: kase.state === "submitted" || kase.state === "draft" ? "in-review" : kase.state,
  verdicts: { ...kase.verdicts, [stage]: verdict },
});
