// A policy that no tenant has, full of what there is only so much of: hubs by field, branches by city and year, names.
import { type Policy, parsePolicy } from "@yichuang/policy";

export const FIELDS = ["heart", "lungs", "bones", "eyes", "blood"];
/** How many seats each cap has; the model counts by these too. */
export const MOST = { city: 1, field: 1, year: 10, all: 14, host: 6 };

const said = (key: string) => ({ key, label: { zh: key, en: key }, because: ["rule"] });
const is = (fact: string, than: string) => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "equal",
  than,
});
const AUTHORITY = { role: "authority" };
const LEADER = { ...AUTHORITY, hat: "leader" };

const field = (key: string, more: { kind: string; fact: string; list?: string }) => ({
  ...said(key),
  required: true,
  ...more,
});
const form = (key: string, ...fields: object[]) => ({
  ...said(key),
  sections: [{ ...said("main"), fields }],
});

const decision = (more: object) => ({ ...said("decide"), does: "decide", by: LEADER, ...more });
const handingIn = (dossier: string, more: object = {}) => ({
  ...said("apply"),
  does: "submit",
  by: { role: "host" },
  late: "accepted",
  form: dossier,
  ...more,
});

const entry = (type: string, requires: string[]) => ({
  ...said(`${type}-entry`),
  for: [type],
  purpose: "entry",
  over: "application",
  starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "request" },
  stages: [
    handingIn(`${type}-dossier`, { gives: "applying" }),
    decision({ after: ["apply"], requires, gives: "established" }),
  ],
});

/** Something that is decided about a center that stands. */
const about = (key: string, purpose: string, { by, stages }: { by: object; stages: object[] }) => ({
  ...said(key),
  for: ["hub", "branch"],
  purpose,
  over: "center",
  starts: { by, who: is("center.standing", "established"), when: { kind: "anytime" }, every: "request" },
  stages,
});

const cap = (key: string, most: number, more: object) => ({
  ...said(key),
  for: ["hub", "branch"],
  counts: "designations",
  most,
  ...more,
});
const held = { where: is("it.standing", "established") };

/** What becomes of the branches of a hub that ends. */
const cascade = (standing: string) => ({
  ...said(`branches-${standing}`),
  for: ["hub"],
  on: "standing-changed",
  when: is("center.standing", standing),
  effects: [{ key: "under", do: "branches", act: "cascade" }],
});

const sources = {
  bodies: [{ ...said("bureau"), lead: true, roles: ["issuer", "manager"] }],
  documents: [{ key: "main", title: { zh: "办法", en: "the rules" }, relation: "self" }],
  clauses: [{ key: "rule", document: "main", section: "全文", gist: { zh: "名额", en: "seats" } }],
  words: [],
  lists: [{ ...said("fields"), items: FIELDS.map((key) => ({ key, label: { zh: key, en: key } })) }],
};

const leading = { roles: [{ key: "lead", label: { zh: "牵头单位", en: "lead" }, most: 1 }] };
const center = (key: string, more: object) => ({
  ...said(key),
  subject: "center",
  tier: "provincial",
  rules: "own",
  ...leading,
  ...more,
});

const rules = {
  types: [center("hub", { fields: "fields" }), center("branch", { under: ["hub"] })],
  facts: [],
  measures: [],
  conditions: [
    {
      ...said("hub-stands"),
      for: ["branch"],
      of: "application",
      test: { kind: "all", of: [{ key: "it", ...is("parent.standing", "established") }] },
    },
  ],
  caps: [
    cap("per-city", MOST.city, { for: ["branch"], ...held, per: ["it.parent", "it.city"] }),
    cap("per-field", MOST.field, {
      for: ["hub"],
      ...held,
      per: ["it.field"],
      force: "in-principle",
      waiver: { by: AUTHORITY },
    }),
    cap("per-year", MOST.year, { for: ["branch"], per: ["it.year"] }),
    cap("in-all", MOST.all, { ...held, per: ["it.tier"] }),
    cap("per-host", MOST.host, { counts: "applications", per: ["it.hosts", "it.call"] }),
  ],
  names: [
    { ...said("once"), for: ["hub", "branch"], parts: [{ key: "name", fact: "center.name" }], unique: [] },
  ],
};

const procedures = [
  entry("hub", []),
  entry("branch", ["hub-stands"]),
  about("ending", "rectification", { by: LEADER, stages: [decision({ gives: "exited" })] }),
  about("revoking", "inspection", { by: LEADER, stages: [decision({ gives: "revoked" })] }),
  about("regrouping", "regrouping", { by: LEADER, stages: [decision({ form: "selection" })] }),
  about("renaming", "change", {
    by: { role: "host" },
    stages: [handingIn("new-name"), decision({ after: ["apply"] })],
  }),
];

/** The document of the probe, read as any other. */
export function scarcePolicy(): Policy {
  const name = field("name", { kind: "text", fact: "application.name" });
  const read = parsePolicy({
    language: 1,
    kind: "policy",
    id: "scarce",
    version: 1,
    title: { zh: "名额管理办法", en: "rules of scarce seats" },
    tier: "provincial",
    region: "990000",
    inForce: { from: "2024-01-01" },
    ...sources,
    ...rules,
    forms: [
      form(
        "hub-dossier",
        name,
        field("field", { kind: "choice", fact: "application.field", list: "fields" }),
      ),
      form("branch-dossier", name),
      form("new-name", field("name", { kind: "text", fact: "center.name" })),
      form("selection", field("lead", { kind: "institution", fact: "center.host" })),
    ],
    registers: [],
    sheets: [],
    gradings: [],
    procedures,
    consequences: [cascade("exited"), cascade("revoked")],
    funding: [],
    duties: [],
    promotions: [],
  });
  if (Array.isArray(read)) throw new Error(JSON.stringify(read, null, 2));
  return read;
}
