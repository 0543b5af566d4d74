import { isOpen } from "../schema/sorts.ts";

/** What kind of value settles an open one. */
export type OpenSort =
  | "number"
  | "duration"
  | "window"
  | "moment"
  | "day"
  | "period"
  | "item"
  | "scalar"
  | "lateness"
  | "combine-scores"
  | "combine-verdicts"
  | "condition"
  | "words"
  | "other";

const SORT_OF_FIELD: { readonly [field: string]: OpenSort } = {
  window: "window",
  when: "window",
  late: "lateness",
  lasts: "duration",
  within: "number",
  term: "duration",
  cycle: "duration",
  plus: "duration",
  from: "moment",
  to: "moment",
  until: "moment",
  during: "period",
  period: "period",
  grade: "item",
  class: "item",
  sheet: "item",
  than: "scalar",
  size: "number",
  step: "number",
  at: "number",
  gives: "number",
  every: "number",
  weight: "number",
  total: "number",
  most: "number",
  least: "number",
  cut: "number",
  share: "number",
  years: "number",
  floor: "number",
  copies: "number",
  amount: "number",
  of: "number",
  is: "number",
};

/** The sort of the place at `segments`; cases are passed through to the field that they choose for. */
export function openSort(segments: readonly string[], node: object): OpenSort {
  if ("kind" in node && node.kind === "unstated") return "condition";
  // an item of a list: `lists/<list>/items/<item>`
  if (segments[0] === "lists" && segments.length === 4) return "words";
  const place = placeChosenFor(segments);
  const field = place.at(-1) ?? "";
  if (field === "combine") return place.at(-2) === "verdict" ? "combine-verdicts" : "combine-scores";
  if (field === "than" && isBounded(node)) return "number";
  if (field === "within" && segments.includes("effects")) return "duration";
  if ((field === "from" || field === "to") && segments[0] === "inForce") return "day";
  return SORT_OF_FIELD[field] ?? "other";
}

const isBounded = (node: object): boolean =>
  isOpen(node) && (node.open.least !== undefined || node.open.most !== undefined);

/** `…/window/cases/y2022/then` and `…/window/otherwise` choose for `window`; anything else is for itself. */
function placeChosenFor(segments: readonly string[]): readonly string[] {
  if (segments.at(-1) === "otherwise") return placeChosenFor(segments.slice(0, -1));
  if (segments.at(-1) === "then" && segments.at(-3) === "cases") return placeChosenFor(segments.slice(0, -3));
  return segments;
}
