// A whole packet, as those read it who were put on a panel.
import type { Policy, Sheet, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Assignment, CaseFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { caseOf, lab, policiesOf, SMALL_POLICY, submission } from "../testing/small-network.ts";
import { packetRows } from "./review-packets.ts";

const text = (zh: string) => ({ zh, en: zh });
const SHEET: Sheet = {
  key: "points",
  label: text("评分表"),
  because: ["all"],
  for: ["lab"],
  total: 100,
  unit: "points",
  levels: [{ key: "one", owner: "authority", weights: "required" }],
  items: [
    {
      key: "output",
      label: text("产出"),
      weight: 60,
      points: { kind: "judged", by: { role: "experts" } },
      evidence: { kinds: ["paper"], lacking: "zero" },
    },
    { key: "team", label: text("团队"), weight: 40, points: { kind: "judged", by: { role: "experts" } } },
  ],
};
const [ENTRY, ...OTHERS] = SMALL_POLICY.procedures;
const PANEL: Stage = {
  key: "panel",
  does: "review",
  label: text("评审"),
  because: ["all"],
  by: { role: "experts" },
  requires: ["beds"],
  window: { kind: "between", to: "2026-05-31" },
  yields: [{ kind: "score", sheet: "points" }],
};
const FIELD = { label: text("自评"), kind: "sheet", sheet: "points", fills: "scores" } as const;
const policyWith = (panel: Partial<Stage> = {}): Policy => ({
  ...SMALL_POLICY,
  sheets: [SHEET],
  forms: [
    ...SMALL_POLICY.forms,
    {
      key: "self",
      label: text("自评"),
      because: ["all"],
      sections: [
        {
          key: "main",
          label: text("正文"),
          fields: [
            { ...FIELD, key: "own" },
            { key: "phone", kind: "text", label: text("电话"), personal: true },
          ],
        },
      ],
    },
  ],
  procedures: [
    { ...ENTRY, stages: [...(ENTRY?.stages ?? []), { ...PANEL, ...panel }] } as Policy["procedures"][number],
    ...OTHERS,
  ],
});

const assigned = (user: string, more: Partial<Assignment> = {}): Assignment => ({
  stage: "panel",
  user,
  name: user,
  party: 9,
  unit: "外单位",
  ...more,
});
const scores = (own: { [item: string]: unknown }) =>
  submission({ stage: "self", form: "self", answers: { main: { own, phone: "138" } } });

function packets(given: Partial<CaseFacts> = {}, panel: Partial<Stage> = {}) {
  const kase = caseOf({ assignments: [assigned("u1")], ...given });
  const goals = [{ key: "g", text: "建成" }];
  return packetRows(policiesOf(policyWith(panel)), lab("a", { cases: [kase], goals }), kase);
}
const line = (key: string, zh: string, weight: string) => ({
  path: key,
  level: 1,
  label: text(zh),
  scored: true,
  weight,
  items: [],
});
const OUTPUT = {
  ...line("output", "产出", "60"),
  indicator: { key: "output", evidence: { kinds: ["paper"], lacking: "zero" } },
};
const TEAM = line("team", "团队", "40");
const PACKET = {
  case_id: "case",
  stage_key: "panel",
  readers: ["u1"],
  title: "实验室 a",
  due_on: "2026-05-31",
  body: {
    policyHash: "hash-1",
    procedure: "entry",
    year: 2026,
    unit: "甲医院",
    conditions: ["beds"],
    dossiers: [] as unknown[],
    goals: [{ key: "g", text: "建成" }],
    sheet: "points",
    tree: [OUTPUT, TEAM] as unknown[],
  },
};
const withBody = (more: Partial<typeof PACKET.body>) => [{ ...PACKET, body: { ...PACKET.body, ...more } }];

describe("the packet of a panel", () => {
  it("holds what is asked, the sheet, the goals, and until when", () =>
    expect(packets()).toStrictEqual([PACKET]));

  it("has no sheet where nothing is scored, and no day where none is set", () => {
    const { sheet: _sheet, tree: _tree, ...body } = PACKET.body;
    const { window: _window, yields: _yields, ...bare } = PANEL;
    const policy = policyWith();
    const entry = { ...policy.procedures[0], stages: [bare] } as Policy["procedures"][number];
    const kase = caseOf({ assignments: [assigned("u1")] });
    const center = lab("a", { cases: [kase], goals: PACKET.body.goals });
    expect(packetRows(policiesOf({ ...policy, procedures: [entry] }), center, kase)).toStrictEqual([
      { ...PACKET, due_on: null, body },
    ]);
  });

  it("is read by those who are on this panel and have not stood back", () => {
    const recused = { recused: { reason: "同单位", rule: "own-institution" as const } };
    const all = [assigned("u1"), assigned("u2", recused), assigned("u3", { stage: "other" }), assigned("u4")];
    expect(packets({ assignments: all })).toStrictEqual([{ ...PACKET, readers: ["u1", "u4"] }]);
  });

  it("is none while nobody is on the panel, where no panel reviews, or the procedure is not known", () => {
    expect(packets({ assignments: [] })).toEqual([]);
    expect(packets({ assignments: [assigned("u1", { stage: "other" })] })).toEqual([]);
    expect(packets({}, { by: { role: "authority" } })).toEqual([]);
    expect(packets({ procedure: "gone" })).toEqual([]);
  });
});

describe("the dossiers in a packet", () => {
  const plan = (name: string, more: Parameters<typeof submission>[0] = {}) =>
    submission({ answers: { main: { name } }, ...more });
  const dossier = (name: string) => ({ stage: "online", form: "plan", answers: { main: { name } } });

  it("are the last whole revision of each stage, without what is personal", () => {
    const submissions = [
      plan("甲"),
      plan("乙", { revision: 2, at: at("2026-03-12") }),
      plan("丙", { revision: 3, done: false }),
      scores({}),
    ];
    expect(packets({ submissions })).toStrictEqual(
      withBody({
        dossiers: [dossier("乙"), { stage: "self", form: "self", answers: { main: { own: {} } } }],
      }),
    );
  });

  it("are none of a form that is not known", () =>
    expect(packets({ submissions: [plan("甲", { form: "gone" })] })).toStrictEqual([PACKET]));
});

describe("the lines of a packet", () => {
  const tree = (...submissions: CaseFacts["submissions"]) => packets({ submissions })[0]?.body["tree"];

  it("show the applicant's own score, with the evidence that is named for it", () => {
    expect(tree(scores({ output: { points: 50, evidence: ["第 3 号附件"] }, team: 30 }))).toStrictEqual([
      { ...OUTPUT, self: 50, selfEvidence: ["第 3 号附件"] },
      { ...TEAM, self: 30 },
    ]);
    expect(tree(scores({ team: { evidence: ["附件"] } }))).toStrictEqual([
      OUTPUT,
      { ...TEAM, selfEvidence: ["附件"] },
    ]);
  });

  it("show the score that was handed in last, and none that cannot be read", () => {
    expect(tree(scores({ team: 30 }), scores({ team: 35 }))).toStrictEqual([OUTPUT, { ...TEAM, self: 35 }]);
    expect(tree(scores({ team: "many" }))).toStrictEqual([OUTPUT, TEAM]);
  });
});
