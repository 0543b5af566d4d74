import { getProcedure, getStage, type Indicator, Policy } from "@yichuang/policy";
import { expect, test } from "vitest";
import type { ActionBodies } from "../contract/actions.ts";
import { project } from "../projection/project.ts";
import { at, EXPERTS, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { actionFor } from "../rehearsal/actions.ts";
import { application } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";

const [EXPERT = OFFICER] = EXPERTS;
const both = (zh: string) => ({ zh, en: zh });
const PROVEN: Indicator["evidence"] = { lacking: "zero" };
/** A line that asks for evidence, a group that does, and a line that does not. */
const ITEMS: Indicator[] = [
  { key: "plan", label: both("方案"), weight: 500, evidence: PROVEN },
  {
    key: "team",
    label: both("团队"),
    weight: 300,
    evidence: PROVEN,
    items: [{ key: "people", label: both("人员"), weight: 300 }],
  },
  { key: "rest", label: both("其他"), weight: 100 },
];

const policy = Policy.parse({
  ...POINTS_POLICY,
  sheets: POINTS_POLICY.sheets.map((sheet) => (sheet.key === "paper" ? { ...sheet, items: ITEMS } : sheet)),
});

/** A panel of one sits over an application under a policy whose sheet asks for evidence. */
function panel() {
  const life = newLife(policy);
  const id = life.open(MANAGER, at("2024-03-01"), { procedure: "entry", year: 2024, name: "基地" });
  const answers = application("基地");
  life.must(MANAGER, at("2024-03-01"), { kind: "submit", case: id, stage: "collect", answers });
  const experts = [{ user: EXPERT.user, name: EXPERT.name, party: 99, unit: "外单位" }];
  life.must(OFFICER, at("2024-03-10"), { kind: "assign", case: id, stage: "paper", experts });
  return { life, id };
}
type Items = ActionBodies["score"]["items"];
const given = (id: string, items: Items) => ({
  kind: "score" as const,
  case: id,
  stage: "paper",
  items,
  opinion: "",
});
const POINTS: Items = [
  { item: "plan", points: "400" },
  { item: "team/people", points: "200" },
  { item: "rest", points: "90" },
];
const signed = (items: Items) => {
  const { life, id } = panel();
  life.must(EXPERT, at("2024-03-10"), given(id, items));
  return life.caseAt(id).scores[0];
};

test("a sheet signed without evidence counts nothing where it asks for it, and its terms say why", () => {
  const sheet = signed(POINTS);
  expect(sheet?.total).toBe("90");
  expect(sheet?.terms.map(({ item, how }) => [item, how])).toEqual([
    ["plan", "no-evidence"],
    ["team", "no-evidence"],
    ["rest", "judged"],
  ]);
});

test("what was accepted stays in the terms, for a line and for a group that has no points of its own", () => {
  const [plan = { item: "plan" }, ...rest] = POINTS;
  const sheet = signed([
    { ...plan, evidence: ["实施方案"] },
    { item: "team", evidence: ["花名册"] },
    ...rest,
  ]);
  expect(sheet?.total).toBe("690");
  expect(sheet?.terms.map(({ item, points, evidence }) => [item, points, evidence])).toEqual([
    ["plan", "400", ["实施方案"]],
    ["team", "200", ["花名册"]],
    ["team/people", "200", undefined],
    ["rest", "90", undefined],
  ]);
});

test("evidence alone is refused where the item asks for none", () => {
  const { life, id } = panel();
  const asking = (items: Items) => life.blocked(EXPERT, at("2024-03-10"), given(id, items));
  expect(asking([...POINTS.slice(0, 2), { item: "rest", evidence: ["证书"] }])).toBe(
    "refused: field-invalid, field-missing",
  );
  expect(asking([...POINTS, { item: "nowhere", evidence: ["证书"] }])).toBe("refused: field-invalid");
});

test("the packet of a panel says what is asked for", () => {
  const { life, id } = panel();
  const [packet] = project(life.ledger().policies, life.centerOf(id)).review_packet;
  const tree = packet?.body["tree"] as { path: string; indicator?: object }[] | undefined;
  expect(tree?.map(({ path, indicator }) => [path, indicator])).toEqual([
    ["plan", { key: "plan", evidence: PROVEN }],
    ["team", { key: "team", evidence: PROVEN }],
    ["rest", undefined],
  ]);
});

test("a rehearsal accepts evidence wherever the sheet asks for it", () => {
  const { life, id } = panel();
  const stage = getStage(getProcedure(policy, "entry"), "paper");
  const action = actionFor({
    ability: { act: "score", case: id, stage: "paper", verdict: { kind: "allowed" } },
    policy,
    kase: life.caseAt(id),
    stage,
    center: undefined,
    centers: [],
    user: EXPERT.user,
    claimed: {},
    institution: "none",
    fate: "good",
    today: "2024-03-10",
    n: 1,
  });
  if (action === undefined) throw new Error("nothing to score");
  life.must(EXPERT, at("2024-03-10"), action);
  expect(life.caseAt(id).scores[0]?.total).toBe("900");
});
