import { canonicalize, getForm } from "@yichuang/policy";
import type { PersonValue, Scalar } from "@yichuang/policy";
import type { Change, NewEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { writesOf } from "../forms/writes.ts";
import type { StageScene } from "./scene.ts";
import { stagesBefore } from "./stage-turn.ts";
import { tell } from "./stage-act.ts";

type Values = { [ref: string]: Scalar | PersonValue };

/** What a request for a change asks to write; nothing of it holds before it is decided. */
export const isChange = (at: Pick<StageScene, "procedure">): boolean => at.procedure.purpose === "change";

/** What the last decision of a change writes: the values that differ, each with what it was. */
export function changedBy(at: StageScene): NewEvent[] {
  const { root } = at;
  if (!isChange(at) || root.kind !== "center" || isDecidedAgain(at)) return [];
  const changes = Object.entries(askedFor(at)).flatMap(([ref, to]) => changeOf(root, ref, to));
  return changes.length === 0 ? [] : [tell(at, "changed", { changes })];
}

/** A higher hand decides after this stage. */
const isDecidedAgain = (at: StageScene): boolean =>
  at.procedure.stages.some(
    (stage) => stage.does === "decide" && stagesBefore(at.procedure, stage).includes(at.stage),
  );

function askedFor({ policy, kase, procedure }: StageScene): Values {
  const writes = procedure.stages.map((stage) => {
    const last = kase.submissions.findLast((submission) => submission.stage === stage.key && submission.done);
    return last?.form === undefined ? {} : writesOf(getForm(policy, last.form), last.answers);
  });
  return Object.assign({}, ...writes) as Values;
}

function changeOf(root: CenterFacts, ref: string, to: Scalar | PersonValue): Change[] {
  const from = root.values[ref] ?? (ref === "center.name" ? root.name : undefined);
  if (from !== undefined && canonicalize(from) === canonicalize(to)) return [];
  return [{ ref, ...(from === undefined ? {} : { from }), to }];
}
