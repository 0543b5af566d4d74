import type { PolicyProblem } from "../parse/problem.ts";
import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Indicator, Sheet } from "../schema/sheets.ts";
import type { CompareCondition, Than } from "../schema/sorts.ts";
import type { Stage } from "../schema/stages.ts";
import type { Text } from "../schema/text.ts";

// Policies small enough to be read with the test: no more in them than what it is about.

/** Words of which only one language matters. */
export const words = (word: string): Text => ({ zh: `${word}（中）`, en: word });

/** A policy with what a test is about, and nothing else. */
export const smallPolicy = (parts: Partial<Policy> = {}): Policy => ({
  language: 1,
  kind: "policy",
  id: "small",
  version: 1,
  title: words("a small policy"),
  tier: "city",
  region: "500000",
  inForce: { from: "2026-01-01" },
  bodies: [],
  documents: [],
  clauses: [],
  words: [],
  lists: [],
  facts: [],
  types: [],
  conditions: [],
  measures: [],
  caps: [],
  forms: [],
  registers: [],
  sheets: [],
  gradings: [],
  procedures: [],
  consequences: [],
  funding: [],
  duties: [],
  promotions: [],
  names: [],
  ...parts,
});

/** A procedure `entry` that labs apply in once a year. */
export const procedureOf = (stages: Stage[], rest: Partial<Procedure> = {}): Procedure => ({
  key: "entry",
  for: ["lab"],
  purpose: "entry",
  over: "application",
  starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "year" },
  stages,
  ...rest,
});

/** A sheet `sheet` of 100 points with two levels; the first one has weights. */
export const sheetOf = (items: Indicator[], rest: Partial<Sheet> = {}): Sheet => ({
  key: "sheet",
  for: ["lab"],
  total: 100,
  unit: "points",
  levels: [
    { key: "one", owner: "authority", weights: "required" },
    { key: "two", owner: "authority", weights: "optional" },
  ],
  items,
  ...rest,
});

/** Compares a fact. */
export const compare = (fact: string, is: CompareCondition["is"], than?: Than): CompareCondition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is,
  ...(than === undefined ? {} : { than }),
});

/** Problems as they are told: the place and what is wrong there. */
export const told = (problems: readonly PolicyProblem[]): string[] =>
  problems.map(({ path, said }) => `${path}: ${said.en}`);
