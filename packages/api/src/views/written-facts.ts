// What a center's forms wrote about it, in the words of its policy.
import type { CenterFacts } from "@yichuang/domain";
import { findFactSort, type Policy, type Scalar } from "@yichuang/policy";

/** Shown in places of their own. */
const ELSEWHERE = ["application.name", "center.name", "center.director"];

/** The facts about the center and its application that have a word and a value, in the order in which they were written. */
export function writtenFacts(policy: Policy, { values }: CenterFacts): { label: string; value: string }[] {
  return Object.entries(values).flatMap(([ref, value]) => {
    const sort = findFactSort(policy, ref);
    if (sort === undefined || typeof value === "object" || ELSEWHERE.includes(ref)) return [];
    if (!ref.startsWith("center.") && !ref.startsWith("application.")) return [];
    const unit = policy.facts.find(({ about, key }) => ref === `${about}.${key}`)?.unit;
    return [{ label: sort.label.zh, value: shown(value, itemsOf(policy, sort), unit) }];
  });
}

type FactSort = NonNullable<ReturnType<typeof findFactSort>>;

/** An item whose fact names no list of its own is looked for in all of them. */
const itemsOf = (policy: Policy, { kind, lists }: FactSort) =>
  (kind === "item" && lists.length === 0 ? policy.lists : lists).flatMap(({ items }) => items);

function shown(value: Scalar, items: ReturnType<typeof itemsOf>, unit: string | undefined): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  const item = items.find(({ key }) => key === value);
  const words = item?.label?.zh ?? String(value);
  return unit === undefined ? words : `${words} ${unit}`;
}
