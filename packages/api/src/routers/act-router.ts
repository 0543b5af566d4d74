// One mutation per act. What may be done is the domain's to say; what each looks like is in act-input.ts.
import type { Action, ActionKind } from "@yichuang/domain";
import { z } from "zod";
import { ActInput } from "../acts/act-input.ts";
import { type ActAnswer, perform } from "../acts/perform.ts";
import { hatted, router, wearing } from "../trpc.ts";

function act<K extends ActionKind>(kind: K) {
  const input = wearing({ key: z.uuidv7(), act: ActInput[kind] });
  return hatted.input(input).mutation(async ({ ctx, input: asked }): Promise<ActAnswer> => {
    await ctx.auth.touch(ctx.sessionHash);
    // act-input.ts holds each shape to the domain's, kind by kind; a generic cannot repeat that
    const action = { kind, ...(asked as { act: object }).act } as Action;
    return perform(ctx.scope, { key: (asked as { key: string }).key, action });
  });
}

export const actRouter = router({
  openCase: act("open-case"),
  sign: act("sign"),
  submit: act("submit"),
  withdraw: act("withdraw"),
  returnForRevision: act("return"),
  check: act("check"),
  holdMeeting: act("hold-meeting"),
  assignExperts: act("assign"),
  recuse: act("recuse"),
  judge: act("judge"),
  score: act("score"),
  conclude: act("conclude"),
  propose: act("propose"),
  decide: act("decide"),
  issue: act("issue"),
  settle: act("settle"),
  extend: act("extend"),
  inspect: act("inspect"),
  clearFinding: act("clear"),
  recommend: act("recommend"),
  urge: act("urge"),
  judgeDuty: act("judge-duty"),
});
