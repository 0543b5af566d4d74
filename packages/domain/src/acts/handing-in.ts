import type { Answers, NewEvent } from "../contract/events.ts";
import { goalsOf, writesOf } from "../forms/writes.ts";
import { isChange } from "./change.ts";
import { claimedBy, withSnapshots } from "./claiming.ts";
import { formOf } from "./dossier.ts";
import { linksOfDossier } from "./parties.ts";
import type { StageScene } from "./scene.ts";
import { tell } from "./stage-act.ts";
import { givenBy } from "./standing.ts";
import { daysLateOf } from "./window.ts";

/** The revision that is handed in next: an unsigned one is replaced, not counted. */
export const nextRevision = (at: StageScene): number =>
  at.kase.submissions.filter((submission) => submission.stage === at.stage.key && submission.done).length + 1;

/** The events of a dossier; `done` says that no signature is lacking any more. */
export function handIn(at: StageScene, given: Answers, done: boolean): NewEvent[] {
  const form = formOf(at);
  const answers = form === undefined ? given : withSnapshots(at, form, given);
  const goals = form === undefined ? undefined : goalsOf(form, answers);
  const daysLate = daysLateOf(at);
  const submitted = tell(at, "submitted", {
    ...(form === undefined ? {} : { form: form.key }),
    revision: nextRevision(at),
    answers,
    // a change is asked for here and written by its decision
    writes: form === undefined || isChange(at) ? {} : writesOf(form, answers),
    ...(goals === undefined || isChange(at) ? {} : { goals }),
    daysLate,
    done,
  });
  if (!done) return [submitted];
  const { procedure, kase } = at;
  const reported =
    procedure.purpose === "report"
      ? [tell(at, "reported", { procedure: procedure.key, year: kase.year, daysLate })]
      : [];
  const claimed = form === undefined ? [] : claimedBy(at, form, answers);
  return [
    submitted,
    ...(isChange(at) ? [] : linksOfDossier(at, answers)),
    ...claimed,
    ...reported,
    ...givenBy(at),
  ];
}
