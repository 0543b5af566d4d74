// The one way to act: load the facts, decide, commit, answer.
import type { CommitAnswer, Entered, Loaded, LoadRequest, Scope } from "@yichuang/db";
import { type Action, decide, type NamedParty } from "@yichuang/domain";
import { AppError } from "../app-error.ts";
import { type ViolationView, viewViolation } from "../views/verdict-view.ts";
import { claimedEntries } from "./claimed-entries.ts";
import { type Asked, objectOf, prepareCommit, requestHash } from "./prepare.ts";
import { reachOf, setStage, type StageSet } from "./stage-set.ts";

export type ActAnswer =
  | { kind: "done"; at: string; cases: string[]; roots: string[]; kinds: string[] }
  | { kind: "refused" | "pending"; violations: ViolationView[] };

/** Roots, cases and parties that an act is about. */
function toLoad(action: Action): LoadRequest {
  const roots: string[] = [];
  const cases: string[] = [];
  if ("case" in action && action.case !== undefined) cases.push(action.case);
  if ("cases" in action) cases.push(...action.cases);
  if ("center" in action && action.center !== undefined) roots.push(action.center);
  if ("institution" in action && action.institution !== undefined) roots.push(action.institution);
  if ("root" in action) roots.push(action.root);
  const entries = "answers" in action ? claimedEntries(action.answers ?? {}) : [];
  return { roots, cases, entries, ...partiesIn(action), ...dispatchesIn(action), ...ofCohort(action) };
}

/** What came in from another tenant and is answered, or begun upon. */
function dispatchesIn(action: Action): Pick<LoadRequest, "dispatches"> {
  if (action.kind === "answer-dispatch") return { dispatches: [action.dispatch] };
  if (action.kind !== "open-case" || action.origin === undefined) return {};
  return { dispatches: [{ tenant: action.origin.tenant, root: action.origin.center }] };
}

/** Who an act names: the center above, the channel, and every institution of the dossier by its credit code. */
function partiesIn(action: Action): Pick<LoadRequest, "parents" | "spaces" | "usccs"> {
  const named: NamedParty[] = [];
  if (action.kind === "open-case") {
    const { parent, channel, parties = [] } = action;
    if (parent !== undefined) named.push({ role: "parent-center", center: parent });
    if (channel !== undefined) named.push({ role: "channel", space: channel });
    named.push(...parties);
  }
  if (action.kind === "link") named.push(action.party);
  const addressee = action.kind === "recommend" ? action.addressee : undefined;
  const usccs = "answers" in action ? usccsIn(action.answers) : [];
  return {
    parents: named.flatMap(({ center }) => (center === undefined ? [] : [center])),
    spaces: [...named.map(({ space }) => space), addressee].filter((space) => space !== undefined),
    usccs: [...usccs, ...named.flatMap(({ uscc }) => (uscc === undefined ? [] : [uscc]))],
  };
}

function usccsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "uscc" && typeof inner === "string" ? [inner] : usccsIn(inner),
  );
}

/** Acts that touch a whole year at once name nobody: whom they concern is found here and decided by the domain. */
function ofCohort(action: Action): Pick<LoadRequest, "cohort" | "campaign"> {
  if (action.kind === "open-campaign") return { campaign: true };
  if (action.kind !== "rank" && action.kind !== "grade") return {};
  return { cohort: { procedure: action.procedure, year: action.year } };
}

/** How often an act is decided anew: where its time was not right, and where each time somebody else got ahead. */
const TRIES = 3;
const TRIES_AFTER_OTHERS = 64;

/** Performs an act once, however often it is sent with the same key. A refused act leaves one audit row and nothing else. */
export async function perform(scope: Scope, asked: Asked): Promise<ActAnswer> {
  for (let attempt = 1; ; attempt++) {
    const { who, loaded, stage } = await lookAt(scope, asked);
    // the same act may have come through at any moment up to the facts that are decided on, which then hold its effect
    if (loaded.replay !== null) {
      const same = loaded.replay.hash === requestHash(asked, who.hat);
      return answerOf(same ? { kind: "replayed", answer: loaded.replay.answer } : { kind: "key-reused" });
    }
    const decision = decide(stage.policies, stage.facts, { action: asked.action, env: stage.env });
    if (decision.kind !== "decided") {
      await scope.deny(asked.action.kind, objectOf(asked.action));
      return { kind: decision.kind, violations: decision.violations.map(viewViolation) };
    }
    const answer = await scope.commit(prepareCommit(asked, decision, { stage, loaded }));
    const mustRetry = answer.kind === "stale" || answer.kind === "too-early" || answer.kind === "too-late";
    if (!mustRetry) return answerOf(answer);
    // whoever lost a seat or a root to another decides again: each time somebody has moved on
    const overtaken = answer.kind === "stale" && (answer.root !== null || answer.scope !== undefined);
    const most = overtaken ? TRIES_AFTER_OTHERS : TRIES;
    if (attempt >= most) throw new AppError("moved-on", "刚才有人先办了一步，请刷新后再看");
  }
}

/** The facts of an act in one snapshot; with the centers above and under those it is about where a policy lets it reach them. */
async function lookAt(
  scope: Scope,
  asked: Asked,
): Promise<{ who: Entered; loaded: Loaded; stage: StageSet }> {
  const request = { ...toLoad(asked.action), key: asked.key };
  const { who, loaded } = await scope.load(request);
  const stage = await setStage(scope, who, loaded);
  const reach = reachOf(stage.policies, loaded);
  if (loaded.replay !== null || reach === undefined) return { who, loaded, stage };
  const more = await scope.load({ ...request, ...reach });
  return { ...more, stage: await setStage(scope, more.who, more.loaded) };
}

function answerOf(answer: CommitAnswer): ActAnswer {
  if (answer.kind === "key-reused") throw new AppError("key-reused", "同一个提交编号不能用于两件不同的事");
  if (answer.kind !== "committed" && answer.kind !== "replayed")
    throw new AppError("unknown-outcome", "正在核实是否提交成功，请不要重复提交");
  const { at, cases, roots, kinds } = answer.answer as {
    at: string;
    cases: string[];
    roots: string[];
    kinds: string[];
  };
  return { kind: "done", at, cases, roots, kinds };
}
