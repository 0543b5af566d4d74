import { canonicalize, type Form, getForm } from "@yichuang/policy";
import type { PersonValue, Scalar } from "@yichuang/policy";
import type { Answers, Change, NewEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { writesOf } from "../forms/writes.ts";
import { leadOf } from "../history/lead.ts";
import { linksOfDecision } from "./parties.ts";
import type { StageScene } from "./scene.ts";
import { stagesBefore } from "./stage-turn.ts";
import { tell } from "./stage-act.ts";

/** What a request for a change asks to write; nothing of it holds before it is decided. */
export const isChange = ({ procedure }: Pick<StageScene, "procedure">): boolean =>
  procedure.purpose === "change";

/** Decisions that say what changes: of a change, and of a regrouping, in which each stage writes its own. */
export const saysWhatChanges = ({ procedure }: Pick<StageScene, "procedure">): boolean =>
  procedure.purpose === "change" || procedure.purpose === "regrouping";

/**
 * What the last decision of a change writes: the values that differ, each with what it was, and who comes into the
 * network or leaves it. A regrouping fills its offices anew, be it with those who had them before.
 */
export function changedBy(at: StageScene, answers?: Answers): NewEvent[] {
  const { root } = at;
  if (!saysWhatChanges(at) || root.kind !== "center" || isDecidedAgain(at)) return [];
  const dossiers = dossiersOf(at, answers);
  const asked = Object.assign({}, ...dossiers.map(({ form, said }) => writesOf(form, said))) as Values;
  const changes = Object.entries(asked).flatMap(([ref, to]) => changeOf(at, root, { ref, to }));
  return [
    ...(changes.length === 0 ? [] : [tell(at, "changed", { changes })]),
    ...dossiers.flatMap(({ form, said }) => linksOfDecision(at, form, said)),
  ];
}

type Values = { [ref: string]: Scalar | PersonValue };

/** A higher hand decides after this stage. */
const isDecidedAgain = (at: StageScene): boolean =>
  at.procedure.stages.some(
    (stage) => stage.does === "decide" && stagesBefore(at.procedure, stage).includes(at.stage),
  );

/** What was asked for and has not been written yet, and what the decision itself says. */
function dossiersOf(at: StageScene, answers: Answers | undefined) {
  const { policy, kase, procedure, stage } = at;
  const handedIn = (isChange(at) ? procedure.stages : []).flatMap(({ key }) => {
    const last = kase.submissions.findLast((submission) => submission.stage === key && submission.done);
    return last?.form === undefined ? [] : [{ form: getForm(policy, last.form), said: last.answers }];
  });
  const own: { form: Form; said: Answers }[] =
    stage.form === undefined || answers === undefined
      ? []
      : [{ form: getForm(policy, stage.form), said: answers }];
  return [...handedIn, ...own];
}

const OFFICES: readonly string[] = ["center.director", "center.host"];

function changeOf(
  { procedure }: StageScene,
  root: CenterFacts,
  { ref, to }: { ref: string; to: Scalar | PersonValue },
): Change[] {
  const from = root.values[ref] ?? known(root, ref);
  const anew = procedure.purpose === "regrouping" && OFFICES.includes(ref);
  if (!anew && from !== undefined && canonicalize(from) === canonicalize(to)) return [];
  return [{ ref, ...(from === undefined ? {} : { from }), to }];
}

function known(root: CenterFacts, ref: string): string | undefined {
  if (ref === "center.name") return root.name;
  if (ref === "center.term-ends-on") return root.termEndsOn;
  return ref === "center.host" ? leadOf(root).name : undefined;
}
