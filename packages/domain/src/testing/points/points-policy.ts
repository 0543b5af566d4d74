import { Policy } from "@yichuang/policy";
import { FORMS, GRADINGS, LISTS, SHEETS } from "./judging.ts";
import { PROCEDURES } from "./procedures.ts";
import { CONSEQUENCES, DUTIES, FUNDING } from "./rules.ts";
import { named, when } from "./words.ts";

/**
 * A policy unlike any pack: 900 points from two reviews, places with a cut, five grades of which the best is for one in
 * five, a round every three years, a warning and then removal, a bar of two years, money by class that is reclaimed.
 */
export const POINTS_POLICY: Policy = Policy.parse({
  language: 1,
  kind: "policy",
  id: "points",
  version: 1,
  title: { zh: "示例基地管理办法", en: "rules for the sample bases" },
  tier: "municipal",
  region: "000000",
  inForce: { from: "2024-01-01" },
  bodies: [
    { key: "office", ...named("示例主管部门", "the sample office"), lead: true, roles: ["issuer", "payer"] },
  ],
  documents: [
    { key: "self", title: { zh: "示例基地管理办法", en: "rules for the sample bases" }, relation: "self" },
  ],
  clauses: [{ key: "rule", document: "self", section: "一", gist: { zh: "示例", en: "sample" } }],
  words: [],
  lists: LISTS,
  facts: [],
  types: [
    {
      key: "base",
      ...named("示例基地", "sample base"),
      subject: "center",
      tier: "municipal",
      rules: "own",
      offices: [
        {
          key: "head",
          ...named("基地主任", "head of the base"),
          office: "director",
          term: { n: 3, unit: "year" },
          terms: 2,
        },
      ],
    },
  ],
  conditions: [
    {
      key: "chosen",
      ...named("入选", "chosen"),
      for: ["base"],
      of: "application",
      test: when("stage.choose.chosen", "equal", true),
    },
  ],
  measures: [],
  caps: [],
  forms: FORMS,
  registers: [],
  sheets: SHEETS,
  gradings: GRADINGS,
  procedures: PROCEDURES,
  consequences: CONSEQUENCES,
  funding: FUNDING,
  duties: DUTIES,
  promotions: [],
  names: [],
});
