// What a rehearsal holds while it runs, and what it leaves.
import type { Policy, Text } from "@yichuang/policy";
import type { AbilityPlace } from "../acts/act.ts";
import type { CalendarDate, Hat, Uuid } from "../contract/basics.ts";
import type { Env } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { Violation } from "../contract/verdict.ts";
import { yearOf } from "../time/days.ts";
import type { Ledger } from "./ledger.ts";
import type { Supposing } from "./suppose.ts";

/** An act that waited for an open value or a condition: which one, from which day, and what was supposed so that it went on. */
export interface HeldUp {
  path: string;
  asks: Text;
  from: CalendarDate;
  supposed?: unknown;
  /** the supposed value in words */
  said?: Text;
}
/** An act that was done. */
export interface Done {
  on: CalendarDate;
  act: string;
  role: string;
  procedure?: string;
  stage?: string;
}
export interface Run {
  ledger: Ledger;
  done: Done[];
  heldUp: HeldUp[];
  /** why somebody whose act a stage is could not do it in the rehearsal, by stage; the latest telling reason counts */
  hindered: { [stage: string]: Violation[] };
}

export interface RunRequest {
  policy: Policy;
  from: CalendarDate;
  years: number;
  supposing: Supposing;
}

export interface Running extends Run {
  request: RunRequest;
  /** the name that the policy composes for a root */
  names: { [root: Uuid]: string };
  n: number;
}

export type Bearer = CenterFacts | InstitutionFacts;
export const bearersIn = ({ ledger }: Running): Bearer[] => [...ledger.centers, ...ledger.institutions];

export interface Turn {
  root: Bearer;
  place: AbilityPlace;
  hat: Hat;
  today: CalendarDate;
  /** the place and the hat in one word */
  at: string;
}

export const caseOf = (root: Bearer, id: string | undefined): CaseFacts | undefined =>
  root.cases.find((kase) => kase.id === id);

/** No year's holidays are known so far ahead: a rehearsal counts weekends only. */
const weekends = (today: CalendarDate): Env["holidays"] =>
  Object.fromEntries([0, 1, 2].map((n) => [yearOf(today) + n, { off: [], work: [] }]));

export const envOf = (running: Running, hat: Hat, today: CalendarDate): Env => ({
  now: `${today}T04:00:00.000Z`,
  hat,
  holidays: weekends(today),
  ids: () => `id-${(running.n += 1)}`,
});
