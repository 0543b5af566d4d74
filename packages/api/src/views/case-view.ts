// A case as its reader may see it. Who reviewed, and what each one said, is the authority's to know.
import type { CaseFacts, Hat, Who } from "@yichuang/domain";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const AUTHORITY: readonly Hat["role"][] = ["officer", "leader", "tenant-admin", "inspector"];

type Reader = Pick<Hat, "role" | "party" | "tenant">;

/** The tenant's own authority; the officer of another one, who comes in by a link, reads what a party reads. */
export const readsAsAuthority = ({ role, party, tenant }: Reader): boolean =>
  AUTHORITY.includes(role) && party === tenant;

/** Who objects is the authority's to know; what is objected to is answered openly. */
const unnamed = (who: Who): Who => ({ ...who, user: NOBODY, name: "", unit: "" });

/** A party beside the center's own institution reads what was handed in whole, and nothing that lies between the two. */
const forParty = (kase: CaseFacts): CaseFacts => ({
  ...kase,
  submissions: kase.submissions.filter(({ stage, done }) => done && kase.stages[stage]?.doneOn !== undefined),
  returns: [],
  checks: [],
  objections: [],
});

/** An institution sees what a panel came to once it is concluded, without names; before that, nothing of it. */
export function viewCase(whole: CaseFacts, hat: Reader, host: number): CaseFacts {
  if (readsAsAuthority(hat)) return whole;
  const kase = hat.party === host ? whole : forParty(whole);
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
