import { COLLECTION_ATTRIBUTES, COLLECTIONS, type Collection } from "../schema/collection.ts";
import type { Policy } from "../schema/policy.ts";
import type { Ref } from "../schema/text.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { findFactSort } from "../read/fact-sort.ts";
import { walk, type Place } from "../read/walk.ts";
import { CORE_FACTS, RECORD_FACTS } from "../schema/core-facts.ts";
import { errorAt } from "./finding.ts";
import { nearest } from "./nearest.ts";

/** Every fact that a document names exists, and is in scope where it is named. */
export const facts = (policy: Policy): PolicyProblem[] =>
  walk(policy).flatMap((place) =>
    refsAt(place.node).flatMap((ref) => {
      const problem = wrongRef(policy, place, ref);
      return problem === undefined ? [] : [problem];
    }),
  );

const REF_FIELDS = ["fact", "per", "distinct", "within", "scales", "unique"] as const;

/** The references that a node itself names. */
function refsAt(node: object): Ref[] {
  const named = REF_FIELDS.flatMap((field) => (Object.hasOwn(node, field) ? [Reflect.get(node, field)] : []));
  const moment = Object.hasOwn(node, "from") && !("kind" in node) ? [Reflect.get(node, "from")] : [];
  return [...named.flat(), ...moment].filter(
    (ref: unknown): ref is Ref => typeof ref === "string" && (ref.includes(".") || ref === "today"),
  );
}

function wrongRef(policy: Policy, place: Place, ref: Ref): PolicyProblem | undefined {
  const sort = findFactSort(policy, ref);
  if (sort === undefined) return unknownFact(place.path, ref, policy);
  if (ref.startsWith("it.") || ref.startsWith("that.")) return wrongRecordFact(policy, place, ref);
  return ref.startsWith("stage.") ? wrongStage(policy, place, ref) : undefined;
}

/** Neither the platform nor the policy has a fact of this name. */
export function unknownFact(path: string, ref: Ref, policy: Policy): PolicyProblem {
  const known = [
    ...Object.keys(CORE_FACTS),
    ...Object.keys(RECORD_FACTS).map((attribute) => `it.${attribute}`),
    ...policy.facts.map((fact) => `${fact.about}.${fact.key}`),
  ];
  const near = nearest(ref, known);
  return errorAt("facts", {
    path,
    zh: `没有“${ref}”这个事实`,
    en: `there is no fact “${ref}”`,
    mendZh: near === undefined ? "请在 facts 里登记，或者改用平台的事实" : `是不是“${near}”？`,
    mendEn:
      near === undefined ? "declare it under facts, or use one of the platform's" : `did you mean “${near}”?`,
  });
}

/**
 * The collections whose records are in scope, the innermost first: those of the tallies, caps and sheet counts above.
 * A tally's period is one for all its records, so that inside it only the records around the tally are in scope.
 */
function collectionsAbove(place: Place): (Collection | undefined)[] {
  const nodes = [...place.ancestors, place.node];
  const inPeriod = nodes.map((node, at) => {
    const below = nodes[at + 1];
    return "during" in node && below !== undefined && node.during === below;
  });
  return nodes
    .flatMap((node, at) => {
      const named = "counts" in node ? node.counts : "of" in node ? node.of : undefined;
      const collection = COLLECTIONS.find((candidate) => candidate === named);
      if (collection === undefined) return [];
      return [inPeriod[at] === true ? undefined : collection];
    })
    .toReversed();
}

function wrongRecordFact(policy: Policy, place: Place, ref: Ref): PolicyProblem | undefined {
  if (place.segments[0] === "lists") return undefined;
  const [scope, attribute = ""] = ref.split(".");
  const [inner, outer] = collectionsAbove(place);
  const collection = scope === "that" ? outer : inner;
  // a designation carries the facts of its center
  const subjects = collection === "designations" ? ["it", "center"] : ["it"];
  const own = policy.facts.some((fact) => subjects.includes(fact.about) && fact.key === attribute);
  if (collection === undefined) return scope === "that" ? notNested(place, ref) : noRecord(place, ref);
  const known: readonly string[] = COLLECTION_ATTRIBUTES[collection];
  if (own || known.includes(attribute)) return undefined;
  return errorAt("facts", {
    path: place.path,
    zh: `${collection} 的记录没有“${attribute}”`,
    en: `records of ${collection} have no “${attribute}”`,
    mendZh: `可用的有：${known.join("、")}`,
    mendEn: `they have: ${known.join(", ")}`,
  });
}

const noRecord = (place: Place, ref: Ref): PolicyProblem =>
  errorAt("facts", {
    path: place.path,
    zh: `“${ref}”只能用在对记录的筛选里`,
    en: `“${ref}” has a meaning only where records are chosen`,
    mendZh: "请移到 tally 的 where 里，或者改用主体的事实",
    mendEn: "move it into the where of a tally, or use a fact of a subject",
  });

const notNested = (place: Place, ref: Ref): PolicyProblem =>
  errorAt("facts", {
    path: place.path,
    zh: `“${ref}”是外层记录，只能用在 tally 里面的 tally`,
    en: `“${ref}” is the outer record and has a meaning only in a tally inside a tally`,
    mendZh: "这里只有一条记录，请改用 it",
    mendEn: "there is one record in scope here: use it",
  });

/** A stage's dates are read inside its own procedure only. */
function wrongStage(policy: Policy, place: Place, ref: Ref): PolicyProblem | undefined {
  const [, stage = ""] = ref.split(".");
  const [list, key] = place.segments;
  if (list !== "procedures") return undefined;
  const own = policy.procedures.filter((procedure) => procedure.key === key);
  if (own.some(({ stages }) => stages.some((candidate) => candidate.key === stage))) return undefined;
  return errorAt("facts", {
    path: place.path,
    zh: `“${stage}”不是本程序的阶段`,
    en: `“${stage}” is not a stage of this procedure`,
    mendZh: "请改用本程序的阶段，或者用 center 的日期",
    mendEn: "use a stage of this procedure, or a date of the center",
  });
}
