import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import { at, EXPERTS, newLife, OFFICER } from "../testing/life.ts";
import { apply, assessOneself, assignAll, designate, settlePanel } from "../testing/steps.ts";
import { project } from "./project.ts";

const policy = Policy.parse(pack);
const users = EXPERTS.map(({ user }) => user);

interface Line {
  path: string;
  label: { zh: string };
  weight?: string;
  content?: object;
  scored: boolean;
  self?: number;
  selfEvidence?: string[];
  items: Line[];
}

interface Body {
  dossiers: { form: string; answers: Record<string, object> }[];
  sheet: string;
  tree: Line[];
}

test("experts read the dossier of a case once they are put on it, without anything personal", () => {
  const life = newLife(policy);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  const packets = () => project(life.ledger().policies, life.centerOf(id)).review_packet;
  expect(packets()).toEqual([]);
  assignAll(life, id, "2022-10-25");
  const [packet] = packets();
  expect(packet).toMatchObject({
    case_id: id,
    stage_key: "assess",
    readers: users,
    title: "骨科中心",
    body: { procedure: "entry", year: 2022, unit: "甲医院", conditions: ["ready"] },
  });
  const personal = policy.forms.flatMap((form) =>
    form.sections.flatMap(({ key, fields }) =>
      fields.filter((field) => field.personal === true).map((field) => `${form.key}/${key}/${field.key}`),
    ),
  );
  const told = packets().flatMap(({ body }) => (body as unknown as Body).dossiers);
  expect(told.map(({ form }) => form)).toEqual(["application"]);
  const fields = told.flatMap(({ form, answers }) =>
    Object.entries(answers).flatMap(([section, given]) =>
      Object.keys(given).map((field) => `${form}/${section}/${field}`),
    ),
  );
  expect(fields).toContain("application/basics/name");
  expect(personal.length).toBeGreaterThan(0);
  expect(fields.filter((field) => personal.includes(field))).toEqual([]);
});

test("who stands back reads nothing further", () => {
  const life = newLife(policy);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  const stage = assignAll(life, id, "2022-10-25");
  const [first = OFFICER] = EXPERTS;
  life.must(first, at("2022-10-26"), { kind: "recuse", case: id, stage, reason: "共同课题" });
  const [packet] = project(life.ledger().policies, life.centerOf(id)).review_packet;
  expect(packet?.readers).toEqual(users.slice(1));
});

test("an acceptance is scored on the sheet, the center's own score beside every line", () => {
  const life = newLife(policy);
  const [entry = ""] = designate(life, ["骨科中心"]);
  settlePanel(life, "evaluation", { day: "2025-11-11" });
  const id = assessOneself(life, entry);
  assignAll(life, id, "2025-11-12");
  const center = life.centerOf(id);
  const scores = Object.fromEntries(life.pointsFor(90).map(({ item, points }) => [item, Number(points)]));
  const [proven = ""] = Object.keys(scores);
  const handedIn = { ...scores, [proven]: { points: scores[proven], evidence: ["第 3 号附件"] } };
  const cases = center.cases.map((kase) => ({
    ...kase,
    submissions: kase.submissions.map((one) => ({
      ...one,
      answers: { ...one.answers, goals: { scores: handedIn } },
    })),
  }));
  const packets = project(life.ledger().policies, { ...center, cases }).review_packet;
  const [body] = packets
    .filter((packet) => packet.case_id === id)
    .map((packet) => packet.body as unknown as Body);
  if (body === undefined) throw new Error("nothing to score");
  expect(body.sheet).toBe(policy.sheets[0]?.key);
  const flat = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...flat(line.items)]);
  const lines = flat(body.tree);
  const sum = lines.filter(({ scored }) => scored).reduce((all, { weight }) => all + Number(weight), 0);
  expect(sum).toBe(100);
  const own = lines.flatMap(({ path, self }) => (self === undefined ? [] : [[path, self]]));
  expect(Object.fromEntries(own)).toEqual(scores);
  const named = lines.flatMap(({ path, selfEvidence }) => (selfEvidence ? [[path, selfEvidence]] : []));
  expect(named).toEqual([[proven, ["第 3 号附件"]]]);
  expect(lines.some(({ content }) => content !== undefined)).toBe(true);
  expect(body.tree.map(({ label }) => label)).toEqual(policy.sheets[0]?.items.map(({ label }) => label));
});
