import { expectedPlace } from "../read/expected-place.ts";
import { nodeAt } from "../read/paths.ts";
import type { Policy } from "../schema/policy.ts";
import type { ScenarioExpectation } from "../schema/scenario.ts";
import { Condition, Measure, Moment, value, Window } from "../schema/sorts.ts";
import type { Text } from "../schema/text.ts";

type Placed = Extract<ScenarioExpectation, { at: string }>;
interface Sort {
  fits: (node: unknown, at: string) => boolean;
  name: Text;
}

const shaped = (schema: { safeParse: (node: unknown) => { success: boolean } }, name: Text): Sort => ({
  fits: (node) => schema.safeParse(node).success,
  name,
});
const under = (place: RegExp, name: Text): Sort => ({ fits: (_node, at) => place.test(at), name });

/** What must stand at the place that an example looks at, and how such a place is written. */
const SORTS: { readonly [K in Placed["kind"]]: Sort } = {
  condition: shaped(Condition, {
    zh: "条件，例如 conditions/KEY",
    en: "a condition, for example conditions/KEY",
  }),
  measure: shaped(Measure, { zh: "度量，例如 measures/KEY", en: "a measure, for example measures/KEY" }),
  window: shaped(value(Window), {
    zh: "时间窗，例如 procedures/KEY/starts/when 或 procedures/KEY/stages/KEY/window",
    en: "a window, for example procedures/KEY/starts/when or procedures/KEY/stages/KEY/window",
  }),
  moment: shaped(value(Moment), {
    zh: "时刻，例如 procedures/KEY/starts/when/to",
    en: "a moment, for example procedures/KEY/starts/when/to",
  }),
  grade: under(/^gradings\/[^/]+/, { zh: "等次规则，写成 gradings/KEY", en: "a grading: gradings/KEY" }),
  score: under(/^sheets\/[^/]+/, { zh: "指标表，写成 sheets/KEY", en: "a sheet: sheets/KEY" }),
  form: under(/^forms\/[^/]+/, { zh: "表单，写成 forms/KEY", en: "a form: forms/KEY" }),
  starts: under(/^procedures\/[^/]+/, { zh: "程序，写成 procedures/KEY", en: "a procedure: procedures/KEY" }),
  stage: under(/^procedures\/[^/]+\/stages\/[^/]+/, {
    zh: "环节，写成 procedures/KEY/stages/KEY",
    en: "a stage: procedures/KEY/stages/KEY",
  }),
};

/** The sort of node that an example of this kind looks at, where another one stands at its place. */
export function sortMissed(policy: Policy, expect: Placed): Text | undefined {
  const { fits, name } = SORTS[expect.kind];
  const at = expectedPlace(expect);
  return fits(nodeAt(policy, at), at) ? undefined : name;
}

/** Further places that an example counts on, without being about them: stages that are done, grades, fields. */
export function placesNamed(policy: Policy, expect: ScenarioExpectation): string[] {
  switch (expect.kind) {
    case "stage":
      return expect.done.map((stage) => expect.at.replace(/[^/]+$/, stage));
    case "grade": {
      const list = policy.gradings.find(({ key }) => expect.at === `gradings/${key}`)?.list;
      const grades = [...(expect.could ?? []), ...(expect.grade === undefined ? [] : [expect.grade])];
      return list === undefined ? [] : grades.map((grade) => `lists/${list}/items/${grade}`);
    }
    case "form":
      return [
        ...expect.gaps,
        ...Object.entries(expect.answers).flatMap(([section, fields]) =>
          Object.keys(fields).map((field) => `${section}/${field}`),
        ),
      ].map((path) => `${expect.at}/sections/${path.replace("/", "/fields/")}`);
    default:
      return [];
  }
}
