import type { Condition, Form, FormField, Policy, Procedure, Stage } from "@yichuang/policy";

// A policy that has every kind of stage, in an order of its own. No tenant's; only tests live by it.

const said = (zh: string, en: string) => ({ zh, en });
const authority = { role: "authority" } as const;
const host = { role: "host" } as const;
const anytime = { kind: "anytime" } as const;

const isTrue = (fact: string): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "equal",
  than: true,
});

const field = (key: string, kind: FormField["kind"], fact?: string): FormField => ({
  key,
  kind,
  label: said(key, key),
  required: true,
  ...(fact === undefined ? {} : { fact }),
});
const form = (key: string, fields: FormField[]): Form => ({
  key,
  label: said(key, key),
  because: ["all"],
  sections: [{ key: "main", label: said("正文", "main"), fields }],
});
const stage = <S extends Omit<Stage, "label" | "because">>(rest: S, label: string) => ({
  ...rest,
  label: said(label, rest.key),
  because: ["all"],
});

const ENTRY: Stage[] = [
  stage(
    {
      key: "online",
      does: "submit",
      by: host,
      form: "plan",
      late: "refused",
      gives: "applying",
      window: { kind: "between", from: "2026-03-01", to: "2026-03-31" },
    },
    "网上申报",
  ),
  stage(
    {
      key: "paper",
      does: "submit",
      medium: "paper",
      by: host,
      after: ["online"],
      late: "accepted",
      window: {
        kind: "between",
        to: { from: "stage.online.closes", plus: { n: 3, unit: "working-day" } },
      },
    },
    "报送纸质材料",
  ),
  stage({ key: "sponsor", does: "recommend", by: { role: "channel" }, after: ["paper"] }, "推荐"),
  stage(
    {
      key: "partner",
      does: "consent",
      by: { role: "partner" },
      after: ["online"],
      when: isTrue("application.joint"),
    },
    "合作方同意",
  ),
  stage(
    {
      key: "look",
      does: "check",
      by: authority,
      after: ["sponsor", "partner"],
      requires: ["beds", "other-kind"],
    },
    "形式审查",
  ),
  stage(
    {
      key: "notice",
      does: "publicize",
      by: authority,
      after: ["look"],
      lasts: { n: 5, unit: "working-day" },
      objections: { by: [{ role: "public" }], named: true },
    },
    "公示",
  ),
  stage({ key: "decide", does: "decide", by: authority, after: ["notice"], gives: "cultivating" }, "决定"),
  stage(
    {
      key: "trial",
      does: "run",
      by: host,
      after: ["decide"],
      lasts: { n: 6, unit: "month" },
      gives: "established",
    },
    "试运行",
  ),
  stage({ key: "term", does: "run", by: host, after: ["trial"], lasts: { n: 2, unit: "year" } }, "建设期"),
  stage({ key: "letter", does: "issue", document: "certificate", by: authority, after: ["decide"] }, "发证"),
  stage(
    {
      key: "record",
      does: "file",
      by: authority,
      to: [{ role: "authority", body: "bureau" }, { role: "inspector" }],
      after: ["letter"],
    },
    "备案",
  ),
];

const procedure = (rest: Omit<Procedure, "for" | "because" | "label">): Procedure => ({
  for: ["lab"],
  because: ["all"],
  label: said(rest.key, rest.key),
  ...rest,
});

const PROCEDURES: Procedure[] = [
  procedure({
    key: "entry",
    purpose: "entry",
    over: "application",
    starts: { by: host, when: anytime, every: "year" },
    stages: ENTRY,
  }),
  procedure({
    key: "amend",
    purpose: "change",
    over: "center",
    starts: { by: host, when: anytime, every: "request" },
    stages: [
      stage({ key: "ask", does: "submit", by: host, form: "amendment" }, "提出变更"),
      stage({ key: "answer", does: "decide", by: authority, after: ["ask"] }, "答复"),
    ],
  }),
  procedure({
    key: "appeal",
    purpose: "appeal",
    over: "center",
    starts: {
      by: host,
      every: "request",
      who: {
        kind: "compare",
        of: { kind: "fact", fact: "appealed.procedure" },
        is: "equal",
        than: "entry",
      },
      when: {
        kind: "between",
        from: { from: "appealed.decided-on" },
        to: { from: "appealed.decided-on", plus: { n: 10, unit: "day" } },
      },
    },
    stages: [
      stage({ key: "plea", does: "submit", by: host, form: "plea" }, "提出申诉"),
      stage({ key: "ruling", does: "decide", by: authority, after: ["plea"] }, "复核"),
    ],
  }),
  procedure({
    key: "regroup",
    purpose: "regrouping",
    over: "center",
    force: "in-principle",
    waiver: { by: authority },
    starts: { by: authority, when: anytime, every: "once" },
    stages: [stage({ key: "verdict", does: "decide", by: authority }, "重新确定")],
  }),
];

const EMPTY = {
  words: [],
  lists: [],
  measures: [],
  caps: [],
  registers: [],
  sheets: [],
  gradings: [],
  funding: [],
  duties: [],
  promotions: [],
  names: [],
};

export const ODD_POLICY: Policy = {
  ...EMPTY,
  language: 1,
  kind: "policy",
  id: "odd",
  version: 1,
  title: said("实验室管理办法", "rules for laboratories"),
  tier: "municipal",
  region: "000000",
  inForce: { from: "2026-01-01" },
  bodies: [{ key: "bureau", label: said("主管局", "the bureau"), lead: true, roles: ["issuer", "manager"] }],
  documents: [{ key: "rules", title: said("实验室管理办法", "the rules"), relation: "self" }],
  clauses: [{ key: "all", document: "rules", section: "一", gist: said("全部规定", "all of it") }],
  facts: [
    {
      key: "joint",
      label: said("联合申报", "applied for jointly"),
      because: ["all"],
      about: "application",
      kind: "yes-no",
      kept: "declared",
      by: host,
    },
  ],
  types: [
    {
      key: "lab",
      label: said("实验室", "laboratory"),
      because: ["all"],
      subject: "center",
      tier: "municipal",
      rules: "own",
    },
    {
      key: "desk",
      label: said("工作站", "desk"),
      because: ["all"],
      subject: "center",
      tier: "municipal",
      rules: "open",
    },
  ],
  conditions: [
    {
      key: "beds",
      label: said("床位原则上不少于 500 张", "in principle 500 beds"),
      because: ["all"],
      for: ["lab"],
      of: "host",
      force: "in-principle",
      waiver: { by: authority, lasts: { n: 3, unit: "month" } },
      test: { kind: "compare", of: { kind: "fact", fact: "host.beds" }, is: "at-least", than: 500 },
    },
    {
      // never holds, and binds another type
      key: "other-kind",
      label: said("只约束工作站", "binds desks only"),
      because: ["all"],
      for: ["desk"],
      of: "host",
      test: { kind: "compare", of: { kind: "fact", fact: "host.beds" }, is: "less-than", than: 0 },
    },
  ],
  forms: [
    form("plan", [
      field("name", "text", "application.name"),
      field("joint", "yes-no", "application.joint"),
      field("beds", "number", "host.beds"),
    ]),
    form("amendment", [field("name", "text", "center.name"), field("director", "person", "center.director")]),
    form("plea", [field("reason", "text")]),
  ],
  procedures: PROCEDURES,
  consequences: [
    {
      key: "reopened",
      label: said("申诉成立，暂缓结论", "the decision is put off"),
      because: ["all"],
      for: ["lab"],
      on: "appealed",
      in: ["appeal"],
      when: isTrue("appealed.upheld"),
      effects: [{ key: "stand", do: "set-standing", standing: "deferred" }],
    },
  ],
};
