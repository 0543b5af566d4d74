import type {
  Condition,
  Form,
  Measure,
  Moment,
  Policy,
  Scenario,
  ScenarioExpectation,
  Value,
  Window,
} from "@yichuang/policy";
import {
  expectedPlace,
  getForm,
  getGrading,
  getProcedure,
  getSheet,
  getStage,
  nodeAt,
} from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { evaluateMeasure } from "../evaluate/measure.ts";
import type { World } from "../evaluate/world.ts";
import { gapsOf } from "../forms/gaps.ts";
import { startWindow } from "../history/stage-window.ts";
import { gradeOf } from "../indicators/grade.ts";
import { type GivenPoints, scoreSheet } from "../indicators/score.ts";
import { effectiveTree } from "../indicators/tree.ts";
import { variedSheet } from "../indicators/variant.ts";
import { resolveMoment, resolveWindow } from "../time/window.ts";
import { yearOf } from "../time/days.ts";
import { givenWorld } from "./given-world.ts";

export interface ScenarioResult {
  met: boolean;
  /** what came out, in the shape of the expectation */
  got: unknown;
  expected: unknown;
}

type Expecting<K extends ScenarioExpectation["kind"]> = Extract<ScenarioExpectation, { kind: K }>;
interface Running {
  policy: Policy;
  world: World;
}
type Runner<K extends ScenarioExpectation["kind"]> = (
  running: Running,
  expected: Expecting<K>,
) => { got: unknown; expected: unknown };

/** Runs one worked example of a policy and says what came out. */
export function runScenario(policy: Policy, scenario: Scenario): ScenarioResult {
  const running = { policy, world: givenWorld(policy, scenario.given) };
  const run = RUNNERS[scenario.expect.kind] as Runner<ScenarioExpectation["kind"]>;
  const { got, expected } = run(running, scenario.expect);
  return { got, expected, met: JSON.stringify(got) === JSON.stringify(expected) };
}

const keyOf = (path: string): string => path.split("/")[1] ?? "";
const yearIn = (world: World): number => {
  const year = world.fact("case.year");
  return typeof year === "number" ? year : yearOf(world.today);
};

/** One runner per kind of expectation; a kind without one does not compile. */
const RUNNERS: { [K in ScenarioExpectation["kind"]]: Runner<K> } = {
  condition: ({ policy, world }, expected) => {
    const at = expectedPlace(expected);
    return {
      got: evaluateCondition(nodeAt(policy, at) as Condition, world, at).truth,
      expected: expected.truth,
    };
  },
  grade: ({ policy, world }, expected) => {
    const result = gradeOf(policy, getGrading(policy, keyOf(expected.at)), world);
    const got = result.kind === "graded" ? result.grade : result.candidates.toSorted();
    return { got, expected: expected.grade ?? expected.could?.toSorted() };
  },
  window: ({ policy, world }, { at, state }) => ({
    got: windowState({ policy, world }, at),
    expected: state,
  }),
  consequences: ({ policy, world }, { on, in: procedure, fires, may = [] }) => {
    const rulings = policy.consequences
      .filter((one) => one.on === on && (one.in === undefined || one.in.includes(procedure)))
      .map(({ key, when }) => ({
        key,
        truth: when === undefined ? "true" : evaluateCondition(when, world, `consequences/${key}/when`).truth,
      }));
    const having = (truth: string) => rulings.filter((one) => one.truth === truth).map((one) => one.key);
    return { got: [having("true"), having("unknown")], expected: [fires, may] };
  },
  measure: ({ policy, world }, expected) => {
    const at = expectedPlace(expected);
    const measured = evaluateMeasure(nodeAt(policy, at) as Measure, world, at);
    return { got: measured.kind === "known" ? String(measured.value) : null, expected: expected.value };
  },
  moment: ({ policy, world }, { at, on }) => {
    const moment = resolveMoment(nodeAt(policy, at) as Value<Moment>, world, at);
    return { got: moment.kind === "known" ? moment.value.text : moment.kind, expected: on };
  },
  stage: ({ policy }, { at, done, reached }) => {
    const [, procedure = "", , stage = ""] = at.split("/");
    const { after = [] } = getStage(getProcedure(policy, procedure), stage);
    return { got: !done.includes(stage) && after.every((key) => done.includes(key)), expected: reached };
  },
  score: ({ policy, world }, { at, points, evidence = {}, total }) => {
    const varied = variedSheet(getSheet(policy, keyOf(at)), world);
    if (varied.kind !== "known") return { got: null, expected: total };
    const { sheet, world: about } = varied.value;
    const given: GivenPoints = Object.fromEntries(
      Object.entries(points).map(([item, n]) => [
        item,
        { points: n === null ? null : String(n), evidence: evidence[item] ?? [] },
      ]),
    );
    for (const [item, kinds] of Object.entries(evidence)) given[item] ??= { evidence: kinds };
    const result = scoreSheet(policy, sheet, { tree: effectiveTree(sheet, {}, about), given, world: about });
    return { got: result.total ?? null, expected: total };
  },
  form: ({ policy, world }, { at, answers, gaps }) => {
    const form = getForm(policy, keyOf(at));
    return { got: lackingIn(form, answers, world), expected: gaps };
  },
  starts: (running, { at, may }) => ({ got: mayStart(running, keyOf(at)), expected: may }),
};

/** What a dossier lacks before it is whole, in the order of the form: empty fields, and signatures. */
function lackingIn(form: Form, answers: Answers, world: World): string[] {
  const empty = gapsOf(form, answers, world).filter((gap) => gap.code === "field-missing");
  return form.sections.flatMap((section) =>
    section.fields
      .map((field) => ({ field, path: `${section.key}/${field.key}` }))
      .filter(
        ({ field, path }) =>
          (field.kind === "signature" && field.required === true) || empty.some((gap) => gap.field === path),
      )
      .map(({ path }) => path),
  );
}

function windowState({ policy, world }: Running, at: string): string {
  const window = resolveWindow(nodeAt(policy, at) as Value<Window>, world, { path: at, year: yearIn(world) });
  if (window.kind !== "known") return "undecided";
  const { opens, closes } = window.value;
  if (opens !== undefined && world.now < opens) return "before";
  return closes !== undefined && world.now >= closes ? "closed" : "open";
}

/** A procedure may begin for its cohort, not before its window; what is unknown leaves it undecided. */
function mayStart({ policy, world }: Running, key: string): "yes" | "no" | "undecided" {
  const procedure = getProcedure(policy, key);
  const { who } = procedure.starts;
  const cohort =
    who === undefined ? "true" : evaluateCondition(who, world, `procedures/${key}/starts/who`).truth;
  if (cohort === "false") return "no";
  const window = startWindow(procedure, world, yearIn(world));
  if (window.opens !== undefined && world.now < window.opens) return "no";
  if (window.open !== undefined || window.missing !== undefined || cohort === "unknown") return "undecided";
  return "yes";
}
