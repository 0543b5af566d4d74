import { type OpenValue, type Policy, saySettled, type Stage, type Text } from "@yichuang/policy";
import { abilitiesIn } from "../access/abilities.ts";
import type { AbilityPlace } from "../acts/act.ts";
import { findOpenValue } from "../acts/implied-open.ts";
import { sceneOf } from "../acts/scene.ts";
import type { Action } from "../contract/actions.ts";
import type { CalendarDate, Hat, Uuid } from "../contract/basics.ts";
import type { Ability, Env } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { Verdict, Violation } from "../contract/verdict.ts";
import { plusDays, yearOf } from "../time/days.ts";
import { actionFor, type Offered, REHEARSED } from "./actions.ts";
import { openLinks } from "../history/network-events.ts";
import { fateOf, hatsFor, LEADER, LINKED, managerOf, OFFICER, policiesOf, REGISTRY } from "./cast.ts";
import { claimsFor, entered } from "./enter.ts";
import { ask, emptyLedger, factsFor, type Ledger } from "./ledger.ts";
import { tellingReasons } from "./hindrance.ts";
import { composedName, suppose, supposeMet, type Supposing } from "./suppose.ts";

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

/** A stop in case two acts at one root undo each other for ever. */
const MOST_ACTS_A_DAY = 60;
const DAYS_APART = 15;

interface Running extends Run {
  request: RunRequest;
  /** the name that the policy composes for a root */
  names: { [root: Uuid]: string };
  n: number;
}

/** Runs a small tenant through the years on the acts of `decide`: whatever a hat is offered, it does. */
export function runTenant(request: RunRequest): Run {
  const ledger: Ledger = {
    ...emptyLedger(policiesOf(request.policy), "tenant-root", REGISTRY),
    others: [LINKED],
  };
  const running: Running = { request, ledger, done: [], heldUp: [], hindered: {}, names: {}, n: 0 };
  const days = Math.round(request.years * 365.25);
  for (let day = 0; day < days; day += DAYS_APART) playDay(running, plusDays(request.from, day));
  return running;
}

/** Time is noted in every root once a day; then each root is played until nobody can do more there. */
function playDay(running: Running, today: CalendarDate): void {
  for (const { id } of bearersIn(running)) {
    running.ledger = ask(running.ledger, { kind: "sweep", root: id }, envOf(running, OFFICER, today)).ledger;
  }
  const played = new Set<string>();
  for (;;) {
    const root = bearersIn(running).find(({ id }) => !played.has(id));
    if (root === undefined) return;
    played.add(root.id);
    playRoot(running, root.id, today);
  }
}

type Bearer = CenterFacts | InstitutionFacts;
const bearersIn = ({ ledger }: Running): Bearer[] => [...ledger.centers, ...ledger.institutions];

/** Whatever was tried at a place is tried again only after its root's history has grown. */
function playRoot(running: Running, id: Uuid, today: CalendarDate): void {
  const tried = new Map<string, number>();
  const next = (): Turn | undefined => {
    const root = bearersIn(running).find((one) => one.id === id);
    return root === undefined ? undefined : turnsAt(root, today).find(({ at }) => tried.get(at) !== root.seq);
  };
  let acts = 0;
  for (let turn = next(); turn !== undefined && acts < MOST_ACTS_A_DAY; turn = next()) {
    if (tryAt(running, turn)) acts += 1;
    else tried.set(turn.at, turn.root.seq);
  }
}

const turnsAt = (root: Bearer, today: CalendarDate): Turn[] => {
  const hats = hatsFor(root.host.party, besides(root));
  return placesOf(root).flatMap((place) =>
    hats
      .filter((hat) => hat.role !== "expert" || isAssigned(root, place, hat))
      .map((hat) => ({ root, place, hat, today, at: `${JSON.stringify(place)}|${hat.hat}` })),
  );
};

/** The spaces that are linked to a center. */
const besides = (root: Bearer): number[] =>
  root.kind === "center"
    ? [...new Set(openLinks(root).flatMap(({ space }) => (space === undefined ? [] : [space])))]
    : [];

const OVER = new Set(["closed", "withdrawn"]);
const placesOf = (root: Bearer): AbilityPlace[] => [
  ...root.cases
    .filter((kase) => !OVER.has(kase.state))
    .map((kase): AbilityPlace => ({ kind: "case", case: kase.id })),
  root.kind === "center"
    ? { kind: "center", center: root.id }
    : { kind: "institution", institution: root.id },
];

/** An expert sees only the cases that they were put on. */
const isAssigned = (root: Bearer, place: AbilityPlace, { user }: Hat): boolean =>
  place.kind === "case" &&
  caseOf(root, place.case)?.assignments.some((assignment) => assignment.user === user) === true;

interface Turn {
  root: Bearer;
  place: AbilityPlace;
  hat: Hat;
  today: CalendarDate;
  /** the place and the hat in one word */
  at: string;
}

/** Cases are opened at their root; what is done in them is done at each. */
const KINDS_AT = { root: ["open-case"], case: REHEARSED.filter((kind) => kind !== "open-case") } as const;

/** Does the first thing that a hat can do at a place; false where there is none. */
function tryAt(running: Running, turn: Turn): boolean {
  const { root, place, hat, today } = turn;
  const facts = factsFor(running.ledger, hat, place.kind === "case" ? place.case : root.id);
  const scene = sceneOf(running.ledger.policies, facts, envOf(running, hat, today));
  return abilitiesIn(scene, place, place.kind === "case" ? KINDS_AT.case : KINDS_AT.root).some((ability) => {
    if (stays(turn, ability)) return false;
    if (ability.verdict.kind === "refused") {
      hinder(running, { root, ability }, ability.verdict.violations);
      return false;
    }
    const action = actionOf(running, turn, ability);
    return action !== undefined && act(running, { turn, ability, action });
  });
}

function hinder(
  running: Running,
  { root, ability }: { root: Bearer; ability: Ability },
  violations: readonly Violation[],
): void {
  const at = `${caseOf(root, ability.case)?.procedure}/${ability.stage}`;
  const reasons = tellingReasons(violations, running.hindered[at]);
  if (ability.stage !== undefined && reasons.length > 0) running.hindered[at] = reasons;
}

/** No year's holidays are known so far ahead: a rehearsal counts weekends only. */
const weekends = (today: CalendarDate): Env["holidays"] =>
  Object.fromEntries([0, 1, 2].map((n) => [yearOf(today) + n, { off: [], work: [] }]));

const envOf = (running: Running, hat: Hat, today: CalendarDate): Env => ({
  now: `${today}T04:00:00.000Z`,
  hat,
  holidays: weekends(today),
  ids: () => `id-${(running.n += 1)}`,
});

/** What an institution that is to be absent leaves undone after it was designated, and applying twice. */
function stays({ root, hat }: Turn, ability: Ability): boolean {
  if (ability.act === "open-case" && root.kind === "institution") return root.host.party !== hat.party;
  const own = hat.party === root.host.party;
  return (
    own && fateOf(root.host.party) === "absent" && root.kind === "center" && root.standing === "building"
  );
}

function actionOf(running: Running, { root, hat, today }: Turn, ability: Ability): Action | undefined {
  const { policy } = running.request;
  const kase = caseOf(root, ability.case);
  const stage = policy.procedures
    .find(({ key }) => key === (kase?.procedure ?? ability.procedure))
    ?.stages.find(({ key }) => key === ability.stage);
  if (ability.act === "open-case" && wasOpened(running, { root, today }, ability)) return undefined;
  const claimed =
    ability.act === "sign" || ability.act === "submit" ? claimedAt(running, { root, today, stage }) : {};
  return actionFor({
    ability,
    policy,
    kase,
    stage,
    center: root.kind === "center" ? root.id : undefined,
    centers: running.ledger.centers,
    user: hat.user,
    claimed,
    institution: root.kind === "institution" ? root.id : "",
    name: running.names[root.id],
    nth: REGISTRY.findIndex(({ host }) => host.party === root.host.party),
    fate: fateOf(root.host.party),
    today,
    n: (running.n += 1),
  });
}

/** What a dossier claims in the fields that must claim something. */
function claimedAt(
  running: Running,
  { root, today, stage }: { root: Bearer; today: CalendarDate; stage: Stage | undefined },
): Offered["claimed"] {
  const { policy } = running.request;
  const form = policy.forms.find(({ key }) => key === stage?.form);
  const fields = (form?.sections ?? []).flatMap((section) =>
    section.fields
      .filter(({ kind, required }) => kind === "records" && required === true)
      .map((field) => ({ place: `${section.key}/${field.key}`, field })),
  );
  const env = (hat: Hat): Env => envOf(running, hat, today);
  return Object.fromEntries(
    fields.map(({ place, field }) => {
      running.ledger = entered(running.ledger, { policy, root, field, env });
      return [place, claimsFor(running.ledger, root.host.party, field)];
    }),
  );
}

const caseOf = (root: Bearer, id: string | undefined): CaseFacts | undefined =>
  root.cases.find((kase) => kase.id === id);

/**
 * One application per institution and procedure, and one case upon request, are enough to see where they lead; what
 * could not be handed in is begun once more the next year.
 */
function wasOpened(
  { ledger, request }: Running,
  { root, today }: Pick<Turn, "root" | "today">,
  ability: Ability,
): boolean {
  const procedure = request.policy.procedures.find(({ key }) => key === ability.procedure);
  const over = procedure?.over === "application" ? ledger.centers.filter(isOf(root.host.party)) : [root];
  return (
    (procedure?.over === "application" || procedure?.starts.every === "request") &&
    over.some(({ cases }) =>
      cases.some(
        (kase) =>
          kase.procedure === ability.procedure &&
          kase.state !== "withdrawn" &&
          (kase.year === yearOf(today) || Object.keys(kase.stages).length > 0),
      ),
    )
  );
}

const isOf =
  (party: number) =>
  ({ host }: CenterFacts): boolean =>
    host.party === party;

interface Acting {
  turn: Turn;
  ability: Ability;
  action: Action;
}

function act(running: Running, { turn, ability, action }: Acting): boolean {
  const { hat, today, root } = turn;
  const asked = ask(running.ledger, action, envOf(running, hat, today));
  if (asked.decision.kind === "decided") {
    running.ledger = asked.ledger;
    const procedure = caseOf(root, ability.case)?.procedure ?? ability.procedure;
    running.done.push({
      on: today,
      act: ability.act,
      role: hat.role,
      ...(procedure === undefined ? {} : { procedure }),
      ...(ability.stage === undefined ? {} : { stage: ability.stage }),
    });
    return true;
  }
  if (goAround(running, turn, asked.decision.violations)) return true;
  if (asked.decision.kind === "pending" && goOn(running, turn, { verdict: asked.decision, ability }))
    return true;
  hinder(running, { root, ability }, asked.decision.violations);
  return false;
}

/** Goes on as if a condition were met that only a registry could tell, or under the name that the policy composes. */
function goAround(running: Running, { root, today }: Turn, violations: readonly Violation[]): boolean {
  const name = composedName(violations);
  if (name !== undefined && running.names[root.id] !== name) {
    running.names[root.id] = name;
    return true;
  }
  const { policies } = running.ledger;
  const met = supposeMet(policies, violations);
  if (met === undefined) return false;
  running.ledger = { ...running.ledger, policies: met.policies };
  running.heldUp.push({ ...met.condition, from: today });
  return true;
}

/** Notes the open value that holds an act up and supposes one, so that the rehearsal goes on; true where it could. */
function goOn(
  running: Running,
  { root, today }: Turn,
  { verdict, ability }: { verdict: Verdict; ability: Ability },
): boolean {
  const open = verdict.kind === "allowed" ? undefined : verdict.violations.find((one) => one.open)?.open;
  const value = open === undefined ? undefined : findOpenValue(running.request.policy, open.path);
  if (value === undefined) return false;
  const known = running.heldUp.find(({ path }) => path === value.path);
  const supposed = suppose(value, running.request.supposing, today);
  if (known === undefined) {
    running.heldUp.push({
      path: value.path,
      asks: value.asks,
      from: today,
      ...(supposed === undefined
        ? {}
        : { supposed, said: saySettled(running.request.policy, value, supposed) }),
    });
  }
  return (
    supposed !== undefined &&
    settle(running, { value, supposed, today, root, kase: caseOf(root, ability.case) })
  );
}

function settle(
  running: Running,
  of: {
    value: OpenValue;
    supposed: unknown;
    today: CalendarDate;
    root: Bearer;
    kase: CaseFacts | undefined;
  },
): boolean {
  const { value, supposed, today, root, kase } = of;
  const above =
    root.kind === "center" ? openLinks(root).find(({ role }) => role === "parent-center") : undefined;
  const settler = value.per === "center" && above?.space !== undefined ? managerOf(above.space) : LEADER;
  const scope = scopeOf(value, { kase, today, above: above?.center });
  const action = {
    kind: "settle" as const,
    path: value.path,
    value: supposed,
    as: "预演假定",
    on: today,
    ...scope,
  };
  const asked = ask(running.ledger, action, envOf(running, settler, today));
  if (asked.decision.kind === "decided") running.ledger = asked.ledger;
  return asked.decision.kind === "decided";
}

/** Where a value is settled: for a case, a year, the center above, or once. */
function scopeOf(
  { per }: OpenValue,
  { kase, today, above }: { kase: CaseFacts | undefined; today: CalendarDate; above: string | undefined },
) {
  if (per === "case") return kase === undefined ? {} : { case: kase.id };
  if (per === "call") return { year: kase?.year ?? Number(today.slice(0, 4)) };
  return per === "center" && above !== undefined ? { center: above } : {};
}
