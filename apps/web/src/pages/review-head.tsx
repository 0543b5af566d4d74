// What both kinds of review sheet have at their top: title, what is left, recusal, signing.
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DueText } from "../components/DueText.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { SaveState } from "../components/SaveState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import type { SaveStatus } from "./autosave.ts";

export type Review = Outputs["review"]["get"];

export interface ReviewProps {
  review: Review;
  words: PolicyWords;
  stage: string;
  caseId: string;
}

export const titleOf = (review: Review): string => review.packet?.title ?? "";

export function ReviewHead({
  review,
  words,
  caseId,
  stage,
  act,
  onAct,
  busy,
  save,
}: ReviewProps & {
  act: "judge" | "score";
  onAct: () => void;
  busy: boolean;
  save?: SaveStatus;
}) {
  const { base } = useWearing();
  const ability = review.abilities.find((one) => one.act === act);
  const done = review.mine.judgement !== null || review.mine.score !== null;
  return (
    <PageHead
      crumbs={[{ label: "我的评审", to: base }, { label: titleOf(review) }]}
      title={titleOf(review)}
      tags={
        <>
          {review.mine.recused === null ? (
            done && <StandingTag standing="closed" label="已提交" />
          ) : (
            <StandingTag standing="waived" label="已回避" />
          )}
          {save !== undefined && !done && <SaveState {...save} />}
        </>
      }
      aside={<DueText due={review.stage?.due} today={review.today} done={done} />}
      actions={
        <>
          <Recuse review={review} words={words} caseId={caseId} stage={stage} />
          {ability !== undefined && !done && (
            <ActButton
              primary
              label="签名并提交"
              verdict={words.verdict(ability.verdict)}
              busy={busy}
              onAct={onAct}
            />
          )}
        </>
      }
    />
  );
}

function Recuse({ review, words, caseId, stage }: ReviewProps) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [open, setOpen] = useState(false);
  const ability = review.abilities.find((one) => one.act === "recuse");
  if (
    ability === undefined ||
    review.mine.recused !== null ||
    review.mine.judgement !== null ||
    review.mine.score !== null
  )
    return null;
  const go = async (reason: string) => {
    const answer = await act(
      (key) => api.act.recuse.mutate({ as, key, act: { case: caseId, stage, reason } }),
      "已回避，这一份不再由您评审",
    );
    if (answer?.kind === "done") setOpen(false);
  };
  return (
    <>
      <ActButton label="申请回避" verdict={words.verdict(ability.verdict)} onAct={() => setOpen(true)} />
      <Confirm
        open={open}
        title={`回避：${titleOf(review)}`}
        effects={["您不再看到这一份材料", "主管部门会另请专家"]}
        verb="确认回避"
        reason
        busy={busy}
        onCancel={() => setOpen(false)}
        onConfirm={(reason) => void go(reason)}
      />
    </>
  );
}
