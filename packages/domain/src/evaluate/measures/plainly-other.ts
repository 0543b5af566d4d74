// A tally over many records looks at most of them once only: one word that must be equal, and is not, says no.
import type { CompareCondition, Condition, Scalar } from "@yichuang/policy";
import type { FactRecord } from "../../contract/facts.ts";
import { sortOf } from "../compare.ts";
import { isOfRecord, type World } from "../world.ts";

interface Asked {
  attribute: string;
  words: ReadonlySet<Scalar>;
}

/**
 * Whether a record plainly does not meet a condition: it says another word than the condition asks for. Where that is not
 * plain (numbers, facts that are not known, fields that are not filled) the condition itself is to be asked.
 */
export function plainlyOther(where: Condition, world: World): (record: FactRecord) => boolean {
  const asked = wordsAsked(where, world);
  return (record) => asked.some(({ attribute, words }) => saysOther(record[attribute], words));
}

function saysOther(value: FactRecord[string], words: ReadonlySet<Scalar>): boolean {
  if (typeof value === "string") return !words.has(value);
  return Array.isArray(value) && value.every((one) => typeof one === "string" && !words.has(one));
}

/** What must hold in any case: the condition itself, or each part of an `all`. */
function wordsAsked(where: Condition, world: World): Asked[] {
  if (where.kind === "all") return where.of.flatMap((part) => wordsAsked(part, world));
  if (where.kind !== "compare" || (where.is !== "equal" && where.is !== "one-of")) return [];
  const { of } = where;
  const isFact = typeof of === "object" && "kind" in of && of.kind === "fact" && of.at === undefined;
  if (!isFact || !of.fact.startsWith("it.") || sortOf(world.policy, of.fact).numeric) return [];
  const words = thanWords(where.than, world);
  if (words === undefined || !words.every((word) => typeof word === "string")) return [];
  return [{ attribute: of.fact.slice("it.".length), words: new Set(words) }];
}

function thanWords(than: CompareCondition["than"], world: World): readonly Scalar[] | undefined {
  if (typeof than === "string") return [than];
  if (Array.isArray(than)) return than;
  if (typeof than !== "object" || !("kind" in than) || isOfRecord(than.fact)) return undefined;
  const fact = world.fact(than.fact);
  return fact === undefined ? undefined : Array.isArray(fact) ? fact : [fact];
}
