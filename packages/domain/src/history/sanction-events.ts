import type { CenterFacts } from "../contract/facts.ts";
import type { Reducers } from "./reducer.ts";
import { centerOnly } from "./reducer.ts";

type Kind =
  | "barred"
  | "bar-ended"
  | "name-suspended"
  | "name-restored"
  | "suspension-ended"
  | "funded"
  | "withheld"
  | "reclaimed"
  | "finished";

/** Bars, names and money: what a consequence takes away, and how it comes back. */
export const SANCTIONS: Reducers<Kind> = {
  barred: (facts, event) => {
    const center = centerOnly(facts, event);
    return { ...center, bars: [...center.bars, { ...event.body, on: event.onDay }] };
  },
  "bar-ended": (facts, event) => {
    const center = centerOnly(facts, event);
    const bars = center.bars.map((bar) =>
      bar.bar === event.body.bar ? { ...bar, ended: event.onDay } : bar,
    );
    return { ...center, bars };
  },
  "name-suspended": (facts, event) => {
    const { until } = event.body;
    const suspended = { on: event.onDay, ...(until === undefined ? {} : { until }) };
    return { ...centerOnly(facts, event), nameSuspended: suspended };
  },
  "name-restored": (facts, event) => withName(centerOnly(facts, event)),
  "suspension-ended": (facts, event) => withName(centerOnly(facts, event)),
  funded: (facts, event) => {
    const paid = { ...event.body, on: event.onDay };
    return withMoney(centerOnly(facts, event), (money) => ({ ...money, funded: [...money.funded, paid] }));
  },
  withheld: (facts, event) => {
    const { funding, final } = event.body;
    const stop = { funding, final, on: event.onDay };
    return withMoney(centerOnly(facts, event), (money) => ({
      ...money,
      withheld: [...money.withheld, stop],
    }));
  },
  reclaimed: (facts, event) => {
    const back = { funding: event.body.funding, on: event.onDay };
    return withMoney(centerOnly(facts, event), (money) => ({
      ...money,
      reclaimed: [...money.reclaimed, back],
    }));
  },
  finished: (facts, event) => {
    const center = centerOnly(facts, event);
    const by = event.who === undefined ? {} : { by: event.who.user };
    return { ...center, finished: [...center.finished, { ...event.body, on: event.onDay, ...by }] };
  },
};

function withName(center: CenterFacts): CenterFacts {
  const { nameSuspended: _over, ...rest } = center;
  return rest;
}

const withMoney = (
  center: CenterFacts,
  change: (money: CenterFacts["money"]) => CenterFacts["money"],
): CenterFacts => ({ ...center, money: change(center.money) });
