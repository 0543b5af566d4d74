import type { Cap, Condition, Name, Policy } from "@yichuang/policy";
import { parsePolicy } from "@yichuang/policy";
import document from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };

const is = (key: string, fact: string, than: string | string[]): Condition & { key: string } => ({
  key,
  kind: "compare",
  of: { kind: "fact", fact },
  is: Array.isArray(than) ? "one-of" : "equal",
  than,
});

const because = ["s1"];
const fieldOf = (key: string, rest: object) => ({ key, label: { zh: key, en: key }, because, ...rest });

/** One seat for each parent and city, unless the caller says otherwise. */
export const ONE_PER_CITY: Cap = {
  key: "one-per-city",
  label: { zh: "每市一家分中心", en: "one branch per city" },
  because,
  for: ["branch"],
  counts: "designations",
  where: is("held", "it.standing", ["building", "established"]),
  per: ["it.parent", "it.city"],
  most: 1,
};

const DOSSIER = {
  key: "branch-dossier",
  label: { zh: "分中心申报书", en: "branch dossier" },
  because,
  sections: [
    fieldOf("basics", {
      fields: [
        fieldOf("name", { kind: "text", fact: "application.name" }),
        fieldOf("hosts", { kind: "institution", many: true, fact: "application.hosts" }),
      ],
    }),
  ],
};

/** A branch applies under a center, its parent decides by a rule of its own. */
const ENTRY = {
  key: "branch-entry",
  label: { zh: "分中心认定", en: "designation of a branch" },
  because,
  for: ["branch"],
  purpose: "entry",
  over: "application",
  starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "request" },
  stages: [
    fieldOf("apply", {
      does: "submit",
      by: { role: "host" },
      form: "branch-dossier",
      gives: "applying",
      late: "accepted",
    }),
    fieldOf("decide", {
      does: "decide",
      by: { role: "parent-center" },
      after: ["apply"],
      requires: ["parent-rule"],
      gives: "established",
    }),
  ],
};

const PARENT_RULE = {
  key: "parent-rule",
  label: { zh: "上级中心定的条件", en: "the parent's conditions" },
  because,
  for: ["branch"],
  of: "application",
  test: {
    kind: "unstated",
    open: {
      asks: { zh: "分中心的条件", en: "conditions for branches" },
      per: "center",
      by: { role: "parent-center" },
    },
  },
};

export const RULE_PATH = "conditions/parent-rule/test";

/** The pack of one district with branches under its centers. */
export function networkPolicy({ caps = [], names = [] }: { caps?: Cap[]; names?: Name[] } = {}): Policy {
  const policy = parsePolicy({
    ...document,
    types: [
      ...document.types,
      fieldOf("branch", { subject: "center", tier: "district", under: ["stic"], rules: "parent-center" }),
    ],
    forms: [...document.forms, DOSSIER],
    conditions: [...document.conditions, PARENT_RULE],
    procedures: [...document.procedures, ENTRY],
    caps,
    names,
  });
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy, null, 1));
  return policy;
}
