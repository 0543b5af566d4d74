import type { ActionKind } from "../contract/actions.ts";
import type { Act } from "./act.ts";
import { acknowledge, file } from "./file.ts";
import { answerDispatch } from "./answer-dispatch.ts";
import { amend } from "./amend.ts";
import { assign } from "./assign.ts";
import { check } from "./check.ts";
import { clear } from "./clear.ts";
import { conclude } from "./conclude.ts";
import { consent, endConsent } from "./consent.ts";
import { decideCase } from "./decide-case.ts";
import { extend } from "./extend.ts";
import { finish } from "./finish.ts";
import { gradeCohort } from "./grade-cohort.ts";
import { holdMeeting } from "./hold-meeting.ts";
import { inspect } from "./inspect.ts";
import { issue } from "./issue.ts";
import { judge } from "./judge.ts";
import { judgeDuty } from "./judge-duty.ts";
import { object } from "./object.ts";
import { openCase } from "./open-case.ts";
import { link, unlink } from "./link.ts";
import { openCampaign } from "./open-campaign.ts";
import { pay } from "./pay.ts";
import { propose } from "./propose.ts";
import { publicize } from "./publicize.ts";
import { rank } from "./rank.ts";
import { recommend } from "./recommend.ts";
import { recommendCase } from "./recommend-case.ts";
import { record } from "./record.ts";
import { recuse } from "./recuse.ts";
import { returnForRevision } from "./return-for-revision.ts";
import { score } from "./score.ts";
import { settle } from "./settle.ts";
import { settleObjection } from "./settle-objection.ts";
import { sign } from "./sign.ts";
import { strike } from "./strike.ts";
import { submit } from "./submit.ts";
import { sweep } from "./sweep.ts";
import { urge } from "./urge.ts";
import { waive } from "./waive.ts";
import { verify } from "./verify.ts";
import { withdraw } from "./withdraw.ts";

/** One file per act; an act without one does not compile. */
const ACTS: { [K in ActionKind]: Act<K> } = {
  "open-case": openCase,
  sign,
  submit,
  withdraw,
  return: returnForRevision,
  check,
  "hold-meeting": holdMeeting,
  assign,
  recuse,
  judge,
  score,
  conclude,
  propose,
  decide: decideCase,
  "recommend-case": recommendCase,
  consent,
  "end-consent": endConsent,
  publicize,
  object,
  "settle-objection": settleObjection,
  file,
  acknowledge,
  waive,
  rank,
  grade: gradeCohort,
  "open-campaign": openCampaign,
  issue,
  settle,
  extend,
  inspect,
  clear,
  recommend,
  "answer-dispatch": answerDispatch,
  link,
  unlink,
  finish,
  pay,
  urge,
  "judge-duty": judgeDuty,
  record,
  amend,
  verify,
  strike,
  sweep,
};

export const ACTION_KINDS = Object.keys(ACTS) as ActionKind[];

/** The act of a kind. The registry pairs kinds and acts, which the compiler cannot follow through a lookup. */
export const actOf = (kind: ActionKind): Act<ActionKind> => ACTS[kind] as unknown as Act<ActionKind>;
