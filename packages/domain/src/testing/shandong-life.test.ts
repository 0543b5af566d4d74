import { readFileSync } from "node:fs";
import { Policy } from "@yichuang/policy";
import { expect, it } from "vitest";
import { rootRecords } from "../network/root-records.ts";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import type { Life } from "./life.ts";
import { walk } from "./walk-stages.ts";

const PACK = new URL("../../../policy/packs/shandong/policy.json", import.meta.url);
const policy = Policy.parse(JSON.parse(readFileSync(PACK, "utf8")));
const DAY = "2020-05-12";
const SPECIALTIES = ["epidemiology", "pharmacy", "bioinformatics", "statistics"];

/** The authority commissions an institution; the center begins with an empty plan. */
const commission = (life: Life): string =>
  life.open(OFFICER, at(DAY), {
    procedure: "commissioned",
    year: 2020,
    institution: "institution-1",
    type: "center",
    name: "示例中心",
  });

/** Enters people of the specialties into the center's team and hands in the plan with them. */
function handInPlan(life: Life, id: string, specialties: readonly string[]) {
  const center = life.centerOf(id).id;
  const team = specialties.map((specialty) => {
    const answers = { person: `专家-${specialty}`, specialty };
    const { events } = life.must(MANAGER, at(DAY), {
      kind: "record",
      root: center,
      register: "team",
      answers,
    });
    const entry = events.flatMap((event) => (event.kind === "recorded" ? [event.body.entry] : []))[0] ?? "";
    return { register: "team", entry, title: specialty, attributes: {} };
  });
  const answers = life.answers("plan");
  const organisation = { ...answers["organisation"], team };
  const submit = { kind: "submit" as const, case: id, stage: "plan", answers: { ...answers, organisation } };
  life.must(MANAGER, at(DAY), submit);
}

it("a commissioned center starts on any day once its plan stands and its team is whole, and is known by its facts", () => {
  const life = newLife(policy);
  const id = commission(life);
  handInPlan(life, id, SPECIALTIES);
  walk(life, id, { stages: ["argue", "decide", "start"], day: DAY, item: "province" });
  expect(life.centerOf(id).standing).toBe("building");
  const [designation] = rootRecords(life.ledger().policies, life.centerOf(id));
  expect(designation?.record).toMatchObject({
    type: "center",
    standing: "building",
    "specialty-rank": "120",
  });
});

it("without a statistician in the team nothing starts", () => {
  const life = newLife(policy);
  const id = commission(life);
  handInPlan(life, id, SPECIALTIES.slice(0, 3));
  walk(life, id, { stages: ["argue"], day: DAY });
  const decide = {
    kind: "decide" as const,
    case: id,
    stage: "decide",
    outcome: "approve" as const,
    opinion: "",
  };
  expect(life.blocked(LEADER, at(DAY), decide)).toMatch(/condition-false/);
});

it("is assessed in every year without an end, and put into a class of support", () => {
  const life = newLife(policy);
  const id = commission(life);
  handInPlan(life, id, SPECIALTIES);
  walk(life, id, { stages: ["argue", "decide", "start"], day: DAY, item: "province" });
  const center = life.centerOf(id);
  const owed = obligationsOf(life.ledger().policies, center, "2022-02-01");
  const years = owed.filter((row) => row.procedure_key === "yearly").map(({ year }) => year);
  expect([...new Set(years)]).toEqual([2021, 2022]);
  const yearly = life.open(OFFICER, at("2021-11-20"), { procedure: "yearly", year: 2021, center: center.id });
  walk(life, yearly, { stages: ["report", "review", "classify"], day: "2021-11-20", item: "class-1" });
  expect(life.centerOf(id).supports).toMatchObject([{ item: "class-1" }]);
});

it("is decided into one of the classes that the policy has", () => {
  const life = newLife(policy);
  const id = commission(life);
  handInPlan(life, id, SPECIALTIES);
  walk(life, id, { stages: ["argue"], day: DAY });
  const decide = {
    kind: "decide" as const,
    case: id,
    stage: "decide",
    outcome: "approve" as const,
    opinion: "",
  };
  const [list] = policy.procedures
    .flatMap(({ key, stages }) => (key === "commissioned" ? stages : []))
    .flatMap(({ yields = [] }) => yields.flatMap((one) => (one.kind === "place" ? [one.list] : [])));
  const field = policy.lists.find(({ key }) => key === list)?.label;
  expect(life.asks(LEADER, at(DAY), decide)).toMatchObject({
    violations: [{ code: "field-missing", field: "item", params: { field } }],
  });
  expect(life.asks(LEADER, at(DAY), { ...decide, item: "nowhere" })).toMatchObject({
    violations: [{ code: "field-invalid", field: "item", params: { field, fault: "choice" } }],
  });
});
