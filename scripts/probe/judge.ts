// Holds what was answered and what was kept against the model: nothing too many, and nobody refused without a reason.
import { canonicalize } from "@yichuang/policy";
import type { Commit } from "./history.ts";
import {
  capOf,
  fold,
  holdersIn,
  isGone,
  isWaived,
  leadsOf,
  mostOf,
  parentOf,
  stands,
  type State,
} from "./model.ts";
import { obstaclesTo, WRONG } from "./rules.ts";
import type { Sent } from "./sending.ts";

/** Faults, one line each. */
export function judge(commits: readonly Commit[], sent: readonly Sent[]): string[] {
  const states: State[] = [new Map()];
  for (const { events } of commits) states.push(fold(states.at(-1) ?? new Map(), events));
  const past = { states, moments: momentsOf(commits, sent) };
  return [
    ...commits.flatMap((commit, at) => newFaults(states, at + 1, commit)),
    ...sent.flatMap((one) => faultsOf(past, one)),
    ...faultsOfKeys(sent),
  ];
}

/** What a commit has broken that held before it. */
function newFaults(states: readonly State[], at: number, { events }: Commit): string[] {
  const [before, after] = [states[at - 1], states[at]].map((state) => new Set(faultsIn(state ?? new Map())));
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  return (
    [...(after ?? [])]
      .filter((fault) => before?.has(fault) !== true)
      // a second parent that takes the place of the first one may have ended long before
      .filter((fault) => !(fault.startsWith("orphan") && kinds.includes("unlinked")))
      .map((fault) => `commit ${at} (${kinds.join(", ")}): ${fault}`)
  );
}

function faultsIn(state: State): string[] {
  const tooMany = [...holdersIn(state)].flatMap(([seat, holders]) => {
    const counted = capOf(seat) === "per-field" ? holders.filter((one) => !isWaived(one)) : holders;
    return counted.length > mostOf(seat) ? [`more than ${mostOf(seat)} in ${seat}`] : [];
  });
  const centers = [...state.values()].flatMap((center) => {
    const parent = state.get(parentOf(center) ?? "");
    const orphan = stands(center) && parent !== undefined && isGone(parent);
    return [
      ...(leadsOf(center).length > 1 ? [`several lead ${center.id}`] : []),
      ...(orphan ? [`orphan ${center.id}`] : []),
    ];
  });
  return [...tooMany, ...centers];
}

/** A commit lies between the first sending and the first answer of its key. */
interface Moment {
  of: string;
  firstSent: number;
  firstAnswer: number;
}

interface Past {
  /** the state before the first commit, and after each */
  states: readonly State[];
  moments: readonly Moment[];
}

const keyOf = ({ client, key }: Sent): string => `${client.actor.me.user}/${key}`;

function momentsOf(commits: readonly Commit[], sent: readonly Sent[]): Moment[] {
  const byKey = Map.groupBy(sent, keyOf);
  return commits.map(({ user, key }) => {
    const of = `${user}/${key}`;
    const own = byKey.get(of) ?? [];
    return {
      of,
      firstSent: Math.min(...own.map((one) => one.sentAt)),
      firstAnswer: Math.min(
        ...own.filter(({ answer }) => answer.kind === "done").map((one) => one.answeredAt),
      ),
    };
  });
}

/** The states that an act may have seen: none that was gone before it was sent, none that came after its answer. */
function seenBy({ states, moments }: Past, one: Sent): State[] {
  const first = moments.findLastIndex(({ firstAnswer }) => firstAnswer < one.sentAt) + 1;
  const own = moments.findIndex(({ of }) => of === keyOf(one));
  const later = moments.findIndex(({ firstSent }) => firstSent > one.answeredAt);
  const ends = [own, later].filter((at) => at >= 0);
  return states.slice(first, Math.min(...ends, states.length - 1) + 1);
}

function faultsOf(past: Past, one: Sent): string[] {
  const { answer, action, client } = one;
  const who = `${client.name} ${action.kind}`;
  if (answer.kind === "failed") return answer.why === "key-reused" ? [] : [`${who}: ${answer.why}`];
  const seen = seenBy(past, one);
  if (answer.kind === "done") {
    const own = past.moments.findIndex(({ of }) => of === keyOf(one));
    const state = past.states[own];
    if (state === undefined) return [`${who}: done, and nothing of it is kept`];
    const inTheWay = obstaclesTo(state, one).filter(
      (obstacle) => obstacle !== WRONG || seen.every((other) => obstaclesTo(other, one).includes(WRONG)),
    );
    return inTheWay.map((obstacle) => `${who}: done in spite of ${obstacle}`);
  }
  const said = answer.violations.map(({ code, path }) =>
    code === "seats-taken" && path?.startsWith("caps/") === true
      ? path
      : code === "name-taken"
        ? "name"
        : WRONG,
  );
  const rightly = seen.some((state) => {
    const inTheWay = obstaclesTo(state, one);
    return said.every((why) => inTheWay.includes(why));
  });
  const codes = answer.violations.map(({ code, path }) => `${code} ${path ?? ""}`).join(", ");
  return rightly ? [] : [`${who}: refused without a reason (${codes})`];
}

/** One key, one act, one answer; and it is only refused where it stands for another act. */
function faultsOfKeys(sent: readonly Sent[]): string[] {
  return [...Map.groupBy(sent, keyOf)].flatMap(([key, own]) => {
    const done = own.filter(({ answer }) => answer.kind === "done");
    const different = new Set(done.map(({ action, answer }) => canonicalize({ action, answer })));
    const acts = new Set(own.map(({ action }) => canonicalize(action)));
    const reused = own.some(({ answer }) => answer.kind === "failed" && answer.why === "key-reused");
    return [
      ...(different.size > 1 ? [`${key}: ${different.size} effects or answers of one key`] : []),
      ...(reused && (acts.size < 2 || done.length === 0) ? [`${key}: refused as used, and it was not`] : []),
    ];
  });
}
