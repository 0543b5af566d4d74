import type { ScenarioExpectation } from "../schema/scenario.ts";

/** Where the sense of a named node stands inside it. */
const INSIDE: { readonly [kind: string]: { named: RegExp; field: string } } = {
  condition: { named: /^conditions\/[^/]+$/, field: "test" },
  measure: { named: /^measures\/[^/]+$/, field: "is" },
};

/** The place that an example looks at; a named condition or measure stands for what it says. */
export function expectedPlace({ kind, at }: Extract<ScenarioExpectation, { at: string }>): string {
  const inside = INSIDE[kind];
  return inside?.named.test(at) === true ? `${at}/${inside.field}` : at;
}
