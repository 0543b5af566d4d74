// A case as its reader may see it. Who reviewed, and what each one said, is the authority's to know.
import type { CaseFacts, Hat } from "@yichuang/domain";

const AUTHORITY: readonly Hat["role"][] = ["officer", "leader", "tenant-admin", "inspector"];

export const readsAsAuthority = (hat: Pick<Hat, "role">): boolean => AUTHORITY.includes(hat.role);

/** An institution sees what a panel came to once it is concluded, without names; before that, nothing of it. */
export function viewCase(kase: CaseFacts, hat: Pick<Hat, "role">): CaseFacts {
  if (readsAsAuthority(hat)) return kase;
  const concluded = (stage: string): boolean => kase.stages[stage]?.doneOn !== undefined;
  const nobody = "00000000-0000-0000-0000-000000000000";
  return {
    ...kase,
    assignments: [],
    proposals: [],
    judgements: kase.judgements
      .filter(({ stage }) => concluded(stage))
      .map((judgement) => ({ ...judgement, user: nobody })),
    scores: kase.scores.filter(({ stage }) => concluded(stage)).map((score) => ({ ...score, user: nobody })),
  };
}
