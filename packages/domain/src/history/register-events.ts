import type { EntryContent } from "../contract/events.ts";
import type { RegisterEntry, RootFacts } from "../contract/facts.ts";
import type { DomainEvent } from "../contract/events.ts";
import { BrokenHistoryError } from "./broken-history.ts";
import type { Reducers } from "./reducer.ts";
import { changeCase } from "./reducer.ts";

/** How entries of registers come about, change and end, and what cases claim of them. */
export const REGISTERS: Reducers<"recorded" | "amended" | "verified" | "struck" | "claimed"> = {
  recorded: (facts, event) => {
    const { entry, register, of, awaits, open } = event.body;
    const recorded: RegisterEntry = {
      id: entry,
      register,
      ...(of === undefined ? {} : { of }),
      ...contentOf(event.body),
      state: "recorded",
      awaits,
      open,
      on: event.onDay,
      changedOn: event.onDay,
      ...(event.who === undefined ? {} : { by: event.who }),
    };
    return { ...facts, entries: [...facts.entries, recorded] };
  },
  amended: (facts, event) =>
    changeEntry(facts, event, ({ verified: _verified, fingerprint: _fingerprint, ...entry }) => ({
      ...entry,
      ...contentOf(event.body),
      // what was verified has changed
      state: "recorded",
      changedOn: event.onDay,
    })),
  verified: (facts, event) =>
    changeEntry(facts, event, (entry) => ({
      ...entry,
      state: "verified",
      verified: { on: event.onDay, by: event.who?.name ?? "", opinion: event.body.opinion },
    })),
  struck: (facts, event) =>
    changeEntry(facts, event, (entry) => ({
      ...entry,
      state: "struck",
      struck: { on: event.onDay, by: event.who?.name ?? "", reason: event.body.reason },
    })),
  claimed: (facts, event) =>
    changeCase(facts, event, (kase) => {
      const { stage, of, claims } = event.body;
      return {
        ...kase,
        claims: [...kase.claims.filter((other) => other.stage !== stage), { stage, of, claims }],
      };
    }),
};

const contentOf = ({ title, answers, personal, attributes, fingerprint }: EntryContent): EntryContent => ({
  title,
  answers,
  personal,
  attributes,
  ...(fingerprint === undefined ? {} : { fingerprint }),
});

function changeEntry(
  facts: RootFacts,
  event: DomainEvent & { body: { entry: string } },
  change: (entry: RegisterEntry) => RegisterEntry,
): RootFacts {
  if (!facts.entries.some((entry) => entry.id === event.body.entry)) {
    throw new BrokenHistoryError(`${event.kind} for an entry that was never recorded`);
  }
  return {
    ...facts,
    entries: facts.entries.map((entry) => (entry.id === event.body.entry ? change(entry) : entry)),
  };
}
