// A case as its reader may see it. Who reviewed, and what each one said, is the authority's to know.
import type { CaseFacts, Hat, Who } from "@yichuang/domain";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const AUTHORITY: readonly Hat["role"][] = ["officer", "leader", "tenant-admin", "inspector"];

export const readsAsAuthority = (hat: Pick<Hat, "role">): boolean => AUTHORITY.includes(hat.role);

/** Who objects is the authority's to know; what is objected to is answered openly. */
const unnamed = (who: Who): Who => ({ ...who, user: NOBODY, name: "", unit: "" });

/** An institution sees what a panel came to once it is concluded, without names; before that, nothing of it. */
export function viewCase(kase: CaseFacts, hat: Pick<Hat, "role">): CaseFacts {
  if (readsAsAuthority(hat)) return kase;
  const concluded = (stage: string): boolean => kase.stages[stage]?.doneOn !== undefined;
  return {
    ...kase,
    assignments: [],
    objections: kase.objections.map((objection) => ({ ...objection, by: "", who: unnamed(objection.who) })),
    proposals: [],
    judgements: kase.judgements
      .filter(({ stage }) => concluded(stage))
      .map((judgement) => ({ ...judgement, user: NOBODY })),
    scores: kase.scores.filter(({ stage }) => concluded(stage)).map((score) => ({ ...score, user: NOBODY })),
  };
}
