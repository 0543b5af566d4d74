// The policy that a page speaks about, and the tenant's own words from it.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Clause, Policy, Standing } from "@yichuang/policy";
import { wordFor } from "@yichuang/policy";
import type { ShownClause, ShownViolation } from "../components/Refusal.tsx";
import type { ShownVerdict } from "../components/ActButton.tsx";
import type { ShownRuling } from "../components/Explanation.tsx";
import { ask } from "./client.ts";
import { type Outputs, useWearing } from "./wearing.tsx";

type VerdictView = Outputs["case"]["get"]["abilities"][number]["verdict"];
type ViolationView = Extract<VerdictView, { kind: "refused" | "pending" }>["violations"][number];
type RulingView = Outputs["case"]["get"]["stages"][number]["rulings"][number]["ruling"];

/** What pages ask of a policy. */
export interface PolicyWords {
  policy: Policy;
  clause: (clause: Clause) => ShownClause;
  clauses: (keys: readonly string[] | undefined) => ShownClause[];
  violation: (violation: ViolationView) => ShownViolation;
  verdict: (verdict: VerdictView) => ShownVerdict;
  /** what a yes would run into, told before the click */
  told: (ability: { told?: ViolationView[] }) => ShownViolation[];
  ruling: (ruling: RulingView) => ShownRuling;
  standing: (standing: Standing) => string;
  grade: (key: string) => { label: string; means: string } | undefined;
  /** what the tenant's network consists of, in one word; undefined where its types have no word in common */
  noun: string | undefined;
  institution: string;
  authority: string;
  term: string;
  type: (key: string | null | undefined) => string | undefined;
}

/** The tenant's word for what it designates. A word that is the name of one type among several does not stand for all. */
function nounOf(policy: Policy): string | undefined {
  const noun = wordFor(policy, "center").zh;
  return policy.types.length > 1 && policy.types.some(({ label }) => label?.zh === noun) ? undefined : noun;
}

export function wordsOf(policy: Policy): PolicyWords {
  const titleOf = (key: string): string =>
    policy.documents.find((document) => document.key === key)?.title.zh ?? policy.title.zh;
  const clause = (one: Clause): ShownClause => ({
    section: one.section,
    gist: one.gist.zh,
    document: titleOf(one.document),
  });
  const clauses = (keys: readonly string[] = []): ShownClause[] =>
    policy.clauses.filter(({ key }) => keys.includes(key)).map(clause);
  const violation = (one: ViolationView): ShownViolation => ({
    said: one.said.zh,
    clauses: one.clauses.map(clause),
    ...(one.force === undefined ? {} : { force: one.force }),
    ...(one.open === undefined ? {} : { openAsks: one.open.asks.zh }),
    ...(one.settlement === undefined
      ? {}
      : { next: `${one.settlement.on} ${one.settlement.by.unit}确定：${one.settlement.as}` }),
  });
  const ruling = (one: RulingView): ShownRuling => ({
    truth: one.truth,
    said: one.said.zh,
    because: clauses(one.because),
    parts: one.parts.map(ruling),
    ...(one.label === undefined ? {} : { label: one.label.zh }),
    ...(one.force === undefined ? {} : { force: one.force }),
  });
  return {
    policy,
    clause,
    clauses,
    violation,
    ruling,
    told: ({ told = [] }) => told.map(violation),
    verdict: (verdict) =>
      verdict.kind === "allowed"
        ? verdict
        : { kind: verdict.kind, violations: verdict.violations.map(violation) },
    standing: (standing) => wordFor(policy, `standing.${standing}`).zh,
    noun: nounOf(policy),
    institution: wordFor(policy, "institution").zh,
    authority: wordFor(policy, "authority").zh,
    term: wordFor(policy, "term").zh,
    type: (key) => policy.types.find((type) => type.key === key)?.label?.zh,
    grade: (key) => {
      const item = policy.lists
        .flatMap((list) => list.items)
        .find((one) => one.key === key && one.means !== undefined);
      return item === undefined ? undefined : { label: item.label?.zh ?? key, means: item.means ?? "pass" };
    },
  };
}

/** The policy in force in the tenant of this page. */
export function usePolicy(): PolicyWords {
  const { as } = useWearing();
  const { data } = useSuspenseQuery({ ...ask.policy.current.queryOptions({ as }), staleTime: 60_000 });
  return wordsOf(data.policy);
}

/** A version by its hash: what a running case is pinned to. */
export function usePolicyVersion(hash: string): PolicyWords {
  const { as } = useWearing();
  const { data } = useSuspenseQuery({ ...ask.policy.byHash.queryOptions({ as, hash }), staleTime: Infinity });
  return wordsOf(data);
}
