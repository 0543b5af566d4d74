import type { Policy, Stage } from "@yichuang/policy";
import { abilitiesIn } from "../access/abilities.ts";
import type { AbilityPlace } from "../acts/act.ts";
import { sceneOf } from "../acts/scene.ts";
import type { Action, ActionKind } from "../contract/actions.ts";
import type { CalendarDate, Hat, Uuid } from "../contract/basics.ts";
import type { Ability, Env } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { Violation } from "../contract/verdict.ts";
import { openLinks } from "../history/network-events.ts";
import { plusDays, yearOf } from "../time/days.ts";
import { actionFor, type Offered, REHEARSED } from "./actions.ts";
import { fateOf, hatsFor, LINKED, OFFICER, policiesOf, REGISTRY } from "./cast.ts";
import { claimsFor, entered } from "./enter.ts";
import { goAround, goOn, prefer } from "./go-on.ts";
import { tellingReasons } from "./hindrance.ts";
import { ask, emptyLedger, factsFor, type Ledger } from "./ledger.ts";
import { goesRound } from "./rounds.ts";
import {
  type Bearer,
  bearersIn,
  caseOf,
  envOf,
  type Run,
  type Running,
  type RunRequest,
  type Turn,
} from "./running.ts";

/** A stop in case two acts at one root undo each other for ever. */
const MOST_ACTS_A_DAY = 60;
const DAYS_APART = 15;

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

/** What is tried at a root in one go, and how often at most. */
interface Round {
  today: CalendarDate;
  kinds: { root: readonly ActionKind[]; case: readonly ActionKind[] };
  /** whether it decides what others have a share in */
  shared: boolean;
  most: number;
}

/** Cases are opened at their root; what is done in them is done at each. */
const ALONE = {
  kinds: {
    root: ["open-case"],
    case: REHEARSED.filter((kind) => !["open-case", "rank", "grade"].includes(kind)),
  },
  shared: false,
  most: MOST_ACTS_A_DAY,
} as const;
const TOGETHER = {
  kinds: { root: [], case: ["rank", "grade"] },
  shared: true,
  most: MOST_ACTS_A_DAY,
} as const;
const AFTERWARDS = { kinds: { root: [], case: ["decide"] }, shared: true, most: 1 } as const;

/**
 * Time is noted in every root once a day; then each root is played until nobody can do more there. Only then a year's
 * cases are ranked and graded together, when all of them are there, and decided after that.
 */
function playDay(running: Running, today: CalendarDate): void {
  for (const { id } of bearersIn(running)) {
    running.ledger = ask(running.ledger, { kind: "sweep", root: id }, envOf(running, OFFICER, today)).ledger;
  }
  for (let times = 0; times < MOST_ACTS_A_DAY; times += 1) {
    playRoots(running, { ...ALONE, today });
    const ranked = playRoots(running, { ...TOGETHER, today });
    if (ranked + playRoots(running, { ...AFTERWARDS, today }) === 0) return;
  }
}

/** Plays every root, also those that arise meanwhile; how much was done. */
function playRoots(running: Running, round: Round): number {
  const played = new Set<string>();
  let acts = 0;
  for (;;) {
    const root = bearersIn(running).find(({ id }) => !played.has(id));
    if (root === undefined) return acts;
    played.add(root.id);
    acts += playRoot(running, root.id, round);
  }
}

/** Whatever was tried at a place is tried again only after its root's history has grown. */
function playRoot(running: Running, id: Uuid, round: Round): number {
  const { policy } = running.request;
  const tried = new Map<string, number>();
  const next = (): Turn | undefined => {
    const root = bearersIn(running).find((one) => one.id === id);
    return root === undefined
      ? undefined
      : turnsAt(policy, root, round).find(({ at }) => tried.get(at) !== root.seq);
  };
  let acts = 0;
  for (let turn = next(); turn !== undefined && acts < round.most; turn = next()) {
    if (tryAt(running, turn, round)) acts += 1;
    else tried.set(turn.at, turn.root.seq);
  }
  return acts;
}

const turnsAt = (policy: Policy, root: Bearer, { today, shared }: Round): Turn[] => {
  const hats = hatsFor(root.host.party, besides(root));
  return placesOf(root)
    .filter((place) => !shared || hasShared(policy, root, place))
    .flatMap((place) =>
      hats
        .filter((hat) => hat.role !== "expert" || (!shared && isAssigned(root, place, hat)))
        .map((hat) => ({ root, place, hat, today, at: `${JSON.stringify(place)}|${hat.hat}` })),
    );
};

/** A stage at which the cases of a year are ranked or graded. */
const isShared = (stage: Stage | undefined): boolean =>
  (stage?.yields ?? []).some(({ kind }) => kind === "rank" || kind === "grade");

const hasShared = ({ procedures }: Policy, root: Bearer, place: AbilityPlace): boolean => {
  const kase = place.kind === "case" ? caseOf(root, place.case) : undefined;
  return procedures.some(({ key, stages }) => key === kase?.procedure && stages.some(isShared));
};

/** The spaces that are linked to a center. */
const besides = (root: Bearer): number[] =>
  root.kind === "center"
    ? [...new Set(openLinks(root).flatMap(({ space }) => (space === undefined ? [] : [space])))]
    : [];

const OVER = new Set(["closed", "withdrawn"]);
const placesOf = (root: Bearer): AbilityPlace[] => [
  ...root.cases
    .filter((kase) => !OVER.has(kase.state) && !goesRound(root, kase))
    .map((kase): AbilityPlace => ({ kind: "case", case: kase.id })),
  root.kind === "center"
    ? { kind: "center", center: root.id }
    : { kind: "institution", institution: root.id },
];

/** An expert sees only the cases that they were put on. */
const isAssigned = (root: Bearer, place: AbilityPlace, { user }: Hat): boolean =>
  place.kind === "case" &&
  caseOf(root, place.case)?.assignments.some((assignment) => assignment.user === user) === true;

/** Does the first thing that a hat can do at a place; false where there is none. */
function tryAt(running: Running, turn: Turn, { kinds, shared }: Round): boolean {
  const { root, place, hat, today } = turn;
  const facts = factsFor(running.ledger, hat, place.kind === "case" ? place.case : root.id);
  const scene = sceneOf(running.ledger.policies, facts, envOf(running, hat, today));
  return abilitiesIn(scene, place, place.kind === "case" ? kinds.case : kinds.root).some((ability) => {
    if (stays(turn, ability)) return false;
    if (ability.act === "decide" && isShared(stageOf(running, turn, ability)) !== shared) return false;
    if (ability.verdict.kind === "refused") {
      hinder(running, { root, ability }, ability.verdict.violations);
      return false;
    }
    const action = actionOf(running, turn, ability);
    return action !== undefined && act(running, { turn, ability, action });
  });
}

function stageOf(running: Running, { root }: Turn, ability: Ability): Stage | undefined {
  const procedure = caseOf(root, ability.case)?.procedure ?? ability.procedure;
  return running.request.policy.procedures
    .find(({ key }) => key === procedure)
    ?.stages.find(({ key }) => key === ability.stage);
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

/** What an institution that is to be absent leaves undone after it was designated, and applying twice. */
function stays({ root, hat }: Turn, ability: Ability): boolean {
  if (ability.act === "open-case" && root.kind === "institution") return root.host.party !== hat.party;
  const own = hat.party === root.host.party;
  return (
    own && fateOf(root.host.party) === "absent" && root.kind === "center" && root.standing === "building"
  );
}

function actionOf(running: Running, turn: Turn, ability: Ability): Action | undefined {
  const { root, hat, today } = turn;
  const { policy } = running.request;
  const kase = caseOf(root, ability.case);
  const stage = stageOf(running, turn, ability);
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
  const preferring = prefer(running, { turn, action }, asked.decision.violations);
  if (preferring !== undefined) return act(running, { turn, ability, action: preferring });
  if (asked.decision.kind === "pending" && goOn(running, turn, { verdict: asked.decision, ability }))
    return true;
  hinder(running, { root, ability }, asked.decision.violations);
  return false;
}
