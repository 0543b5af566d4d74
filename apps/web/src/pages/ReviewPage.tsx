// An expert's sheet, of the kind that its stage yields: a verdict or a score.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ask } from "../app/client.ts";
import { usePolicyVersion } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { JudgePage } from "./JudgePage.tsx";
import { ScorePage } from "./ScorePage.tsx";

export function ReviewPage() {
  const { id = "", stage = "" } = useParams({ strict: false });
  const { as, me } = useWearing();
  const { data } = useSuspenseQuery({
    ...ask.review.get.queryOptions({ as, case: id, stage, user: me.user }),
    refetchOnWindowFocus: false,
  });
  const words = usePolicyVersion(data.policyHash);
  const found = words.policy.procedures
    .flatMap((procedure) => procedure.stages)
    .find(({ key, does }) => key === stage && does === "review");
  const verdict = found?.yields?.find(({ kind }) => kind === "verdict");
  return verdict?.kind === "verdict" ? (
    <JudgePage review={data} words={words} stage={stage} condition={verdict.about?.[0] ?? ""} caseId={id} />
  ) : (
    <ScorePage review={data} words={words} stage={stage} caseId={id} />
  );
}
