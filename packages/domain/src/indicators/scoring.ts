// What scoring a sheet gathers on its way, and how a value of an item that is not known is told.
import type { Key, Sheet, Text, Value } from "@yichuang/policy";
import type { ScoreTerm } from "../contract/events.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { Exact } from "../evaluate/decimal.ts";
import { hullOf, type Interval, numberAt } from "../evaluate/interval.ts";
import { ANYTHING, higherOf, NOTHING } from "../evaluate/interval-arithmetic.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import type { GivenPoints } from "./score.ts";
import type { TreeItem } from "./tree.ts";

/** What keeps the points of an item from being known: an open value, a missing fact, or a judgement. */
export interface Unsettled {
  item: string;
  open?: OpenRef;
  missing?: string;
  awaiting?: Text;
}

export interface Scoring {
  sheet: Sheet;
  given: GivenPoints;
  terms: ScoreTerm[];
  unscored: string[];
  unsettled: Unsettled[];
  /** weights that are not known: they matter only where they change the total */
  doubts: Unsettled[];
}

/** Where a value of an item lies, and what would say it. */
export interface Span {
  span: Interval;
  why?: Unsettled;
}

export const pathOf = (sheet: Sheet, item: TreeItem): string =>
  `sheets/${sheet.key}/items/${item.path.split("/").join("/items/")}`;

/** Where something lies that was resolved for an item. */
export function spanOf(item: TreeItem, resolved: Resolved<number> | Resolved<Exact>): Span {
  if (resolved.kind === "known") {
    const value = new Exact(resolved.value);
    return { span: { least: value, most: value } };
  }
  if (resolved.kind === "missing") {
    return { span: resolved.between ?? ANYTHING, why: { item: item.path, missing: resolved.ref } };
  }
  const among = resolved.kind === "open" ? (resolved.among ?? []) : [];
  const span = resolved.between ?? hullOf(among.map((one) => numberAt(Number(one)))) ?? ANYTHING;
  return { span, why: { item: item.path, open: resolved.open } };
}

/** The weight of an item, which is also its maximum; undefined where it has none. A weight is never negative. */
export function weightOf(sheet: Sheet, item: TreeItem, world: World): Span | undefined {
  if (item.weight !== undefined) {
    const weight = new Exact(item.weight);
    return { span: { least: weight, most: weight } };
  }
  const weight = item.indicator?.weight;
  if (weight === undefined) return undefined;
  const found = spanOf(item, resolveValue<number>(weight, world, `${pathOf(sheet, item)}/weight`));
  return { ...found, span: higherOf(found.span, NOTHING) };
}

type Word = "lost" | "bonus" | "share-out" | "zero" | "block";

/** A word that an item is set to; undefined with its reason where it is open. */
export function chosen(
  { sheet, world }: { sheet: Sheet; world: World },
  item: TreeItem,
  choosing: "overflow" | "absent",
): { word?: Word; why?: Unsettled } {
  const value: Value<Word> | undefined = item.indicator?.[choosing];
  if (value === undefined) return {};
  const resolved = resolveValue(value, world, `${pathOf(sheet, item)}/${choosing}`);
  if (resolved.kind === "known") return { word: resolved.value };
  const cause = resolved.kind === "open" ? { open: resolved.open } : { missing: resolved.ref };
  return { why: { item: item.path, ...cause } };
}

/** Whether accepted evidence is of a kind that the item asks for. */
export const isProven = (kinds: readonly Key[] | undefined, accepted: readonly string[] = []): boolean =>
  accepted.some((kind) => kinds === undefined || kinds.includes(kind));
