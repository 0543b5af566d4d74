import type { RootFacts } from "../contract/facts.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { changeCase, changeCaseBy } from "./reducer.ts";

/** What an authority settles, extends or waives: for the tenant, or for one case in the case's own stream. */
export const RULINGS: Reducers<"settled" | "extended" | "waived" | "waiver-ended"> = {
  settled: (facts, event) => settle(facts, event),
  extended: (facts, event) => extend(facts, event),
  waived: (facts, event) =>
    changeCaseBy(facts, event, (kase, who) => {
      const { path, reason, until } = event.body;
      const waiver = { path, reason, ...(until === undefined ? {} : { until }), who };
      return { ...kase, waivers: [...kase.waivers, waiver] };
    }),
  "waiver-ended": (facts, event) =>
    changeCase(facts, event, (kase) => ({
      ...kase,
      waivers: kase.waivers.filter((waiver) => waiver.path !== event.body.path),
    })),
};

function settle(facts: RootFacts, event: EventOf<"settled">): RootFacts {
  const settlement = event.body;
  if (facts.kind === "tenant") return { ...facts, settlements: [...facts.settlements, settlement] };
  if (facts.kind === "center" && settlement.case === undefined) {
    return { ...facts, settlements: [...facts.settlements, settlement] };
  }
  return {
    ...facts,
    cases: facts.cases.map((kase) =>
      kase.id === settlement.case ? { ...kase, settlements: [...kase.settlements, settlement] } : kase,
    ),
  };
}

function extend(facts: RootFacts, event: EventOf<"extended">): RootFacts {
  const { procedure, stage, year, until, reason } = event.body;
  if (facts.kind === "tenant") {
    const extension = { procedure, stage, year, until, reason, on: event.onDay };
    return { ...facts, extensions: [...facts.extensions, extension] };
  }
  return {
    ...facts,
    cases: facts.cases.map((kase) =>
      kase.id === event.body.case
        ? { ...kase, extensions: [...kase.extensions, { stage, until, reason }] }
        : kase,
    ),
  };
}
