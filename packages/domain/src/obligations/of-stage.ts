import type { Actor, FileStage, Stage } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { CalendarDate, HatRole, Instant, Uuid } from "../contract/basics.ts";
import type { Assignment, StageFacts } from "../contract/facts.ts";
import { comesByLink, hatsOf, linkOf } from "../acts/actor.ts";
import { isPanelReview, yieldOf } from "../acts/panel.ts";
import { labelOf } from "../acts/violation.ts";
import { stageWindow } from "../history/stage-window.ts";
import { dayOf, startOfDay } from "../time/days.ts";
import type { CaseAsked } from "./place.ts";
import type { Due } from "./due.ts";
import { laterOf, obligationKey } from "./due.ts";
import { leadOf } from "../history/lead.ts";

/** A stage whose turn has come, or that has ended. */
export interface StageAsked extends CaseAsked {
  stage: Stage;
  opens: Instant;
  due?: CalendarDate;
  facts: StageFacts | undefined;
}

/** What is due at one stage, from each who must act there. */
export function duesOfStage(at: StageAsked): Due[] {
  const { stage } = at;
  if (stage.does === "submit") {
    const right = at.procedure.purpose === "entry" ? { right: true } : {};
    const handing = duesOfSubmit(at, stage.signs ?? []).map((due) => ({ ...due, ...right }));
    return [...handing, ...duesOfFormalCheck(at)];
  }
  if (isPanelReview(stage)) return duesOfPanel(at);
  if (stage.does === "decide") return [proposalDue(at), dueOf(at, "decide", at.stage.by)].flat();
  if (stage.does === "publicize") return duesOfPublicity(at);
  if (stage.does === "file") return [...dueOf(at, "file", stage.by), ...duesOfAcknowledging(at, stage)];
  const act = ACTS[stage.does];
  return act === undefined ? [] : dueOf(at, act, stage.by);
}

const ACTS: { [D in Stage["does"]]?: ActionKind } = {
  check: "check",
  meet: "hold-meeting",
  issue: "issue",
  recommend: "recommend-case",
  consent: "consent",
};

export function stageAsked(at: CaseAsked, stage: Stage): StageAsked {
  const window = stageWindow({ place: at.place, procedure: at.procedure, stage, world: at.world });
  const before = (stage.after ?? []).map((key) => at.kase.stages[key]?.doneAt);
  const reached = before.reduce<Instant>((latest, done) => laterOf(latest, done), at.kase.openedAt);
  const until = returnedUntil(at, stage);
  const due = until ?? window.due;
  return {
    ...at,
    stage,
    opens: laterOf(reached, window.opens),
    ...(due === undefined ? {} : { due }),
    facts: at.kase.stages[stage.key],
  };
}

/** To publicize is done once it is publicized; each objection is then to be settled. */
function duesOfPublicity(at: StageAsked): Due[] {
  const running = at.kase.publicities.findLast((one) => one.stage === at.stage.key);
  const begun = running === undefined ? {} : { done: { on: running.from, by: running.who.user } };
  const publicizing = dueOf(at, "publicize", at.stage.by).map((due) => ({ ...due, ...begun }));
  const [role] = hatsOf(at.stage.by, "settle-objection");
  if (role === undefined) return publicizing;
  const settling = at.kase.objections
    .filter((one) => one.stage === at.stage.key)
    .map((one): Due => {
      const { due: _window, ...row } = base(at, role);
      const done =
        one.settled === undefined ? {} : { done: { on: one.settled.on, by: one.settled.who.user } };
      return {
        ...row,
        key: `${row.key}:${one.id}`,
        act: "settle-objection",
        opens: startOfDay(one.on),
        ...done,
      };
    });
  return [...publicizing, ...settling];
}

/** Whoever a filing is addressed to confirms it. */
function duesOfAcknowledging(at: StageAsked, stage: FileStage): Due[] {
  const filing = at.kase.filings.findLast((one) => one.stage === stage.key);
  if (filing === undefined) return [];
  return stage.to.flatMap((actor) => {
    const [role] = hatsOf(actor, "acknowledge");
    if (role === undefined) return [];
    const word = filing.acknowledged.find(({ to }) => to.role === actor.role && to.body === actor.body);
    const { due: _window, ...row } = addressed(at, actor, role);
    const key = [row.key, "acknowledge", actor.role, ...(actor.body === undefined ? [] : [actor.body])].join(
      ":",
    );
    const done = word === undefined ? {} : { done: { on: word.on, by: word.who.user } };
    return [{ ...row, key, act: "acknowledge", opens: startOfDay(filing.on), ...done }];
  });
}

/** What was sent back is due on the day that the authority gave. */
const returnedUntil = ({ kase }: CaseAsked, stage: Stage): CalendarDate | undefined =>
  kase.state === "returned" ? kase.returns.findLast((one) => one.stage === stage.key)?.until : undefined;

function dueOf(at: StageAsked, act: ActionKind, actor: Actor): Due[] {
  const role = hatsOf(actor, act)[0];
  return role === undefined ? [] : [{ ...addressed(at, actor, role), act, ...ending(at, at.facts) }];
}

/** To the space that stands for the actor: a party that came in by a link owes what its stage asks of it. */
function addressed(at: StageAsked, actor: Actor, role: HatRole): Omit<Due, "act"> {
  const due = base(at, role);
  const link = comesByLink(actor) ? linkOf(actor, at.asking.root) : undefined;
  return link === undefined ? due : { ...due, to: { space: link.space, role } };
}

function base(at: StageAsked, role: HatRole, user?: Uuid): Omit<Due, "act"> {
  const { procedure, stage, kase, asking } = at;
  const own = OF_THE_HOST.includes(role);
  const of = { year: kase.year, role, case: kase.id, ...(user === undefined ? {} : { user }) };
  return {
    key: obligationKey(procedure, stage, of),
    to: {
      space: user === undefined ? (own ? leadOf(asking.root).party : asking.tenant) : 0,
      role,
      ...(user === undefined ? {} : { user }),
    },
    procedure: procedure.key,
    stage: stage.key,
    case: kase.id,
    year: kase.year,
    matter: labelOf(stage).zh,
    opens: at.opens,
    ...(at.due === undefined ? {} : { due: at.due }),
  };
}

const OF_THE_HOST: readonly HatRole[] = ["institution-manager", "center-director", "contact"];

/** Done where the stage has ended; void where the case has ended without it. */
function ending({ kase }: StageAsked, facts: StageFacts | undefined): Pick<Due, "done" | "void"> {
  if (facts?.doneOn !== undefined) {
    return { done: { on: facts.doneOn, ...(facts.doneBy === undefined ? {} : { by: facts.doneBy }) } };
  }
  return kase.state === "closed" || kase.state === "withdrawn" ? { void: true } : {};
}

/** One row per signer; the one who hands in carries the obligation itself. */
function duesOfSubmit(at: StageAsked, signs: readonly Actor[]): Due[] {
  if (signs.length === 0) return dueOf(at, "submit", at.stage.by);
  return signs.flatMap((signer, place) => {
    const role = hatsOf(signer, "sign")[0];
    if (role === undefined) return [];
    const last = place === signs.length - 1;
    return [
      {
        ...addressed(at, signer, role),
        act: "sign",
        ...(last ? ending(at, at.facts) : signature(at, signer)),
      },
    ];
  });
}

function signature(at: StageAsked, signer: Actor): Pick<Due, "done" | "void"> {
  const submission = at.kase.submissions.findLast((one) => one.stage === at.stage.key);
  const current =
    submission?.done === true && at.facts?.doneOn === undefined
      ? submission.revision + 1
      : submission?.revision;
  const signed = at.kase.signatures.find(
    (one) => one.stage === at.stage.key && one.as === signer.role && one.revision === current,
  );
  if (signed === undefined) return ending(at, at.facts);
  return { done: { on: dayOf(signed.at), by: signed.who.user } };
}

/** An application that came in is checked formally, where the policy has no stage of its own for it. */
function duesOfFormalCheck(at: StageAsked): Due[] {
  const { procedure, kase, stage, facts } = at;
  if (procedure.purpose !== "entry" || procedure.stages.some((other) => other.does === "check")) return [];
  if (facts?.doneAt === undefined) return [];
  const check = kase.checks.findLast((one) => one.stage === stage.key);
  const last = kase.submissions.findLast((one) => one.stage === stage.key && one.done);
  const checked = check !== undefined && last !== undefined && check.at >= last.at;
  const { due: _closing, ...row } = base(at, "officer");
  return [
    {
      ...row,
      act: "check",
      opens: facts.doneAt,
      ...(checked
        ? { done: { on: dayOf(check.at), by: check.who.user } }
        : isSettled(at)
          ? { void: true }
          : {}),
    },
  ];
}

/** A result is there, so that what led to it is no longer asked for. */
const isSettled = ({ kase }: StageAsked): boolean => ["decided", "closed", "withdrawn"].includes(kase.state);

function proposalDue(at: StageAsked): Due[] {
  const proposal = at.kase.proposals.findLast((one) => one.stage === at.stage.key);
  const done = proposal === undefined ? {} : { done: { on: dayOf(proposal.at), by: proposal.who.user } };
  const gone =
    proposal === undefined && (at.facts?.doneOn !== undefined || isSettled(at)) ? { void: true } : {};
  return [{ ...base(at, "officer"), act: "propose", ...done, ...gone }];
}

/** The officer assigns and sums up; each expert answers. */
function duesOfPanel(at: StageAsked): Due[] {
  const panel = at.kase.assignments.filter((one) => one.stage === at.stage.key);
  const act = panel.some((one) => one.recused === undefined) ? "conclude" : "assign";
  return [
    { ...base(at, "officer"), act, ...ending(at, at.facts) },
    ...panel.map((expert) => dueOfExpert(at, expert)),
  ];
}

function dueOfExpert(at: StageAsked, expert: Assignment): Due {
  const answers = [...at.kase.judgements, ...at.kase.scores];
  const answer = answers.find((one) => one.stage === at.stage.key && one.user === expert.user);
  const act = yieldOf(at.stage, "score") === undefined ? "judge" : "score";
  const over = expert.recused !== undefined || at.facts?.doneOn !== undefined || isSettled(at);
  return {
    ...base(at, "expert", expert.user),
    act,
    ...(answer !== undefined
      ? { done: { on: dayOf(answer.at), by: expert.user } }
      : over
        ? { void: true }
        : {}),
  };
}
