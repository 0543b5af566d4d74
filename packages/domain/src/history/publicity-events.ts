import type { Who } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { changeCase, changeCaseBy, endStage } from "./reducer.ts";

type Kind = "publicized" | "publicity-ended" | "objected" | "objection-settled";

/** How a case is put before the public, what is said against it, and how that ends. */
export const PUBLICITY: Reducers<Kind> = {
  publicized: (facts, event) => changeCaseBy(facts, event, (kase, who) => publicize(kase, event, who)),
  "publicity-ended": (facts, event) => changeCase(facts, event, (kase) => end(kase, event)),
  objected: (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { objection: id, stage, by, text } = event.body;
      const objection = { id, stage, by, text, who, on: event.onDay };
      return { ...kase, objections: [...kase.objections, objection] };
    }),
  "objection-settled": (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { objection: id, upheld, reason } = event.body;
      const settled = { upheld, reason, who, on: event.onDay };
      const objections = kase.objections.map((one) => (one.id === id ? { ...one, settled } : one));
      return { ...kase, objections };
    }),
};

function publicize(kase: CaseFacts, event: EventOf<"publicized">, who: Who): CaseFacts {
  const { stage, from, endsOn, where } = event.body;
  const { state: before } = kase;
  const publicity = { stage, from, endsOn, where, before, who, over: false };
  const begun = { ...kase.stages[stage], startedOn: from, endsOn };
  return {
    ...kase,
    state: "in-publicity",
    publicities: [...kase.publicities, publicity],
    stages: { ...kase.stages, [stage]: begun },
  };
}

function end(kase: CaseFacts, event: EventOf<"publicity-ended">): CaseFacts {
  const { stage, upheld } = event.body;
  const running = kase.publicities.find((one) => one.stage === stage && !one.over);
  const publicities = kase.publicities.map((one) => (one === running ? { ...one, over: true } : one));
  const state = kase.state === "in-publicity" && running !== undefined ? running.before : kase.state;
  const verdicts = { ...kase.verdicts, [stage]: !upheld };
  return endStage({ ...kase, state, publicities, verdicts }, stage, event);
}
