// Where a register is kept: in the tenant of the page, or in the institution's own space.
import { useSuspenseQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { type PolicyWords, wordsOf } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";

export type RegisterSpace = "own" | "here";

export interface SpaceWords {
  as: { hat: string; tenant: number };
  words: PolicyWords;
}

/** The hat in that space, and the words of the policy that defines its registers. */
export function useSpace(space: RegisterSpace): SpaceWords {
  const { as: worn, me } = useWearing();
  const as = space === "own" ? { hat: worn.hat, tenant: me.party } : worn;
  const { data } = useSuspenseQuery({ ...ask.policy.current.queryOptions({ as }), staleTime: 60_000 });
  return { as, words: wordsOf(data.policy) };
}
