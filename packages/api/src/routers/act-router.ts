// One mutation per act. What may be done is the domain's to say; what each looks like is in act-input.ts.
import type { Scope } from "@yichuang/db";
import type { Action, ActionKind } from "@yichuang/domain";
import { z } from "zod";
import { ActInput } from "../acts/act-input.ts";
import { type ActAnswer, perform } from "../acts/perform.ts";
import { sealAnswers } from "../acts/seal-answers.ts";
import { hatted, router, wearing } from "../trpc.ts";

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- clients get the input's type from it
function act<Input extends z.ZodType>(kind: ActionKind, shape: Input) {
  const input = wearing({ key: z.uuidv7(), act: shape });
  return hatted.input(input).mutation(async ({ ctx, input: asked }): Promise<ActAnswer> => {
    await ctx.auth.touch(ctx.sessionHash);
    // act-input.ts holds each shape to the domain's, kind by kind; a generic cannot repeat that
    const action = { kind, ...(asked as { act: object }).act } as Action;
    return perform(ctx.scope, {
      key: (asked as { key: string }).key,
      action: await sealed(ctx.scope, action),
    });
  });
}

const sealed = async (scope: Scope, action: Action): Promise<Action> =>
  action.kind === "record" || action.kind === "amend"
    ? { ...action, answers: await sealAnswers(scope, action.answers) }
    : action;

export const actRouter = router({
  openCase: act("open-case", ActInput["open-case"]),
  sign: act("sign", ActInput.sign),
  submit: act("submit", ActInput.submit),
  withdraw: act("withdraw", ActInput.withdraw),
  returnForRevision: act("return", ActInput.return),
  check: act("check", ActInput.check),
  holdMeeting: act("hold-meeting", ActInput["hold-meeting"]),
  assignExperts: act("assign", ActInput.assign),
  recuse: act("recuse", ActInput.recuse),
  judge: act("judge", ActInput.judge),
  score: act("score", ActInput.score),
  conclude: act("conclude", ActInput.conclude),
  propose: act("propose", ActInput.propose),
  decide: act("decide", ActInput.decide),
  recommendCase: act("recommend-case", ActInput["recommend-case"]),
  consent: act("consent", ActInput.consent),
  endConsent: act("end-consent", ActInput["end-consent"]),
  publicize: act("publicize", ActInput.publicize),
  object: act("object", ActInput.object),
  settleObjection: act("settle-objection", ActInput["settle-objection"]),
  file: act("file", ActInput.file),
  acknowledge: act("acknowledge", ActInput.acknowledge),
  waive: act("waive", ActInput.waive),
  rank: act("rank", ActInput.rank),
  grade: act("grade", ActInput.grade),
  openCampaign: act("open-campaign", ActInput["open-campaign"]),
  issue: act("issue", ActInput.issue),
  settle: act("settle", ActInput.settle),
  extend: act("extend", ActInput.extend),
  inspect: act("inspect", ActInput.inspect),
  clearFinding: act("clear", ActInput.clear),
  recommend: act("recommend", ActInput.recommend),
  answerDispatch: act("answer-dispatch", ActInput["answer-dispatch"]),
  link: act("link", ActInput.link),
  unlink: act("unlink", ActInput.unlink),
  finish: act("finish", ActInput.finish),
  pay: act("pay", ActInput.pay),
  urge: act("urge", ActInput.urge),
  record: act("record", ActInput.record),
  amend: act("amend", ActInput.amend),
  verify: act("verify", ActInput.verify),
  strike: act("strike", ActInput.strike),
  judgeDuty: act("judge-duty", ActInput["judge-duty"]),
});
