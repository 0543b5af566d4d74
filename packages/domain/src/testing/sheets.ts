import type { Condition, Indicator, Open, Scalar, Sheet } from "@yichuang/policy";
import type { ScoreTerm } from "../contract/events.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { type GivenPoints, scoreSheet, type SheetScore } from "../indicators/score.ts";
import { effectiveTree } from "../indicators/tree.ts";
import { policyWith, said } from "./owing.ts";
import { worldWith } from "./world.ts";

// A sheet of a few lines, what it comes to, and the terms that are expected of it.

const policy = policyWith({});
const judged = { kind: "judged", by: { role: "experts" } } as const;
export const open: Open = { open: { asks: said("多少"), per: "policy" } };
export const opened = (path: string): OpenRef => ({
  path: `sheets/s/items/${path}`,
  asks: said("多少"),
  per: "policy",
  by: "authority",
});
export const line = (key: string, more: Partial<Indicator> = {}): Indicator => ({
  key,
  label: said(key),
  weight: 10,
  points: judged,
  ...more,
});
export const group = (items: Indicator[], more: Partial<Indicator> = {}): Indicator => ({
  key: "g",
  label: said("g"),
  weight: 15,
  items,
  ...more,
});
export const honest = (than: Scalar | Open = true): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "case.honest" },
  is: "equal",
  than,
});
export const term = (item: string, points: string, more: Partial<ScoreTerm> = {}): ScoreTerm => ({
  item,
  label: item.split("/").at(-1) ?? "",
  points,
  how: "judged",
  weight: "10",
  ...more,
});

export function scored(
  items: Indicator[],
  given: GivenPoints | { [item: string]: string },
  facts: { [ref: string]: Scalar } = {},
): SheetScore {
  const sheet: Sheet = {
    key: "s",
    for: ["lab"],
    total: 100,
    unit: "points",
    levels: [{ key: "one", owner: "authority", weights: "required" }],
    items,
  };
  const world = worldWith(policy, facts);
  const points = Object.entries(given).map(([item, one]) => [
    item,
    typeof one === "string" ? { points: one } : one,
  ]);
  return scoreSheet(policy, sheet, {
    tree: effectiveTree(sheet, {}, world),
    given: Object.fromEntries(points) as GivenPoints,
    world,
  });
}
export const decided = (terms: ScoreTerm[], total: string, more: Partial<SheetScore> = {}): SheetScore => ({
  terms,
  total,
  bonus: "0",
  shown: `${total}.00`,
  between: { least: total, most: total },
  unscored: [],
  unsettled: [],
  ...more,
});
export const held = (more: Partial<SheetScore>): SheetScore => ({
  terms: [],
  between: {},
  unscored: [],
  unsettled: [],
  ...more,
});
