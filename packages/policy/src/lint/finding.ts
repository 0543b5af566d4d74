import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem, ProblemLevel } from "../parse/problem.ts";

/** A rule of lint: what it finds in a document that has the right shape. */
export type LintRule = (policy: Policy) => PolicyProblem[];

/** What a rule says about one place: what is wrong and how to mend it, in both languages. */
export interface Finding {
  path: string;
  zh: string;
  en: string;
  mendZh: string;
  mendEn: string;
}

const at =
  (level: ProblemLevel) =>
  (rule: string, { path, zh, en, mendZh, mendEn }: Finding): PolicyProblem => ({
    level,
    rule,
    path,
    said: { zh, en },
    mend: { zh: mendZh, en: mendEn },
  });

export const errorAt = at("error");
export const openAt = at("open");
export const readingAt = at("reading");
export const adviceAt = at("advice");
