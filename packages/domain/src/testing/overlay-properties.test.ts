import {
  assert,
  constantFrom,
  dictionary,
  integer,
  oneof,
  property,
  subarray,
  type Arbitrary,
} from "fast-check";
import {
  applyChanges,
  changesBetween,
  diff,
  lintPolicy,
  merge,
  mergePolicies,
  Policy,
  type Json,
} from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";

const policy = Policy.parse(pack);

/** Documents with the shapes that a policy has: fields, keyed lists in some order, sets of words, forms of a value. */
const leaf: Arbitrary<Json> = oneof(
  integer({ min: 0, max: 4 }),
  constantFrom<Json>("a", "b", true, [1, 2], [1, 3], { open: { asks: "x" } }, { read: 1, as: "y" }),
);
const words: Arbitrary<Json> = subarray(["p", "q", "r", "s"]);
const keyed = (element: Arbitrary<Json>): Arbitrary<Json> =>
  dictionary(constantFrom("a", "b", "c", "d"), element).map((parts) =>
    Object.entries(parts).map(([key, value]) => ({ key, value })),
  );
const documents: Arbitrary<{ [field: string]: Json }> = dictionary(
  constantFrom("title", "items", "for", "cases"),
  oneof(leaf, words, keyed(oneof(leaf, words)), keyed(keyed(leaf))),
);

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);

describe("diff, changes and merge of any documents", () => {
  test("the changes between two documents lead from one to the other", () =>
    assert(
      property(documents, documents, (base, other) => {
        expect(applyChanges(base, changesBetween(base, other))).toEqual(other);
        expect(diff(base, other).length === 0).toBe(changesBetween(base, other).length === 0);
      }),
    ));
  test("what only one side changed is that side", () =>
    assert(
      property(documents, documents, (base, other) => {
        expect(merge(base, base, other)).toEqual({ document: other, conflicts: [] });
        expect(merge(base, other, base)).toEqual({ document: other, conflicts: [] });
        expect(merge(base, other, other)).toEqual({ document: other, conflicts: [] });
      }),
    ));
  test("a merge says the same from both sides", () =>
    assert(
      property(documents, documents, documents, (base, mine, theirs) => {
        const one = merge(base, mine, theirs);
        const other = merge(base, theirs, mine);
        expect(one.document).toEqual(other.document);
        expect(one.conflicts.map(({ path }) => path).toSorted()).toEqual(
          other.conflicts.map(({ path }) => path).toSorted(),
        );
      }),
    ));
  test("every place in which a side differs from the base is in the merged document or in a conflict", () =>
    assert(
      property(documents, documents, documents, (base, mine, theirs) => {
        const { document: merged, conflicts } = merge(base, mine, theirs);
        const lost = diff(base, mine)
          .filter(({ kind }) => kind === "added" || kind === "dropped")
          .filter(({ path }) => !diff(base, Object(merged)).some((one) => path.startsWith(one.path)))
          .filter(({ path }) => !conflicts.some((conflict) => path.startsWith(conflict.path)));
        expect(lost.toSorted(byPath)).toEqual([]);
      }),
    ));
});

/** Sound changes of the pack at places of their own: any two of them can be had together. */
const CHANGES: readonly ((document: Policy) => void)[] = [
  (document) => (document.title = { zh: "新办法", en: "new policy" }),
  (document) => document.lists[0]?.items.push({ key: "more", label: { zh: "其他", en: "other" } }),
  (document) => (document.words = document.words.toReversed()),
  (document) =>
    document.forms[0]?.sections[0]?.fields.push({
      key: "more",
      kind: "text",
      label: { zh: "补充", en: "more" },
    }),
  (document) =>
    document.bodies.push({ key: "finance", label: { zh: "财政局", en: "finance" }, roles: ["payer"] }),
  (document) => document.words.splice(0, 1),
];
const sound = subarray(CHANGES.map((_change, at) => at)).map((places) => {
  const changed = structuredClone(policy);
  for (const at of places) CHANGES[at]?.(changed);
  return changed;
});

const errors = (document: Policy): number =>
  lintPolicy(document).filter(({ level }) => level === "error").length;

describe("merge of two successors of a policy", () => {
  test("without a conflict it lints as well as its parts", { timeout: 60_000 }, () =>
    assert(
      property(sound, sound, (mine, theirs) => {
        const merged = mergePolicies(policy, mine, theirs);
        expect(merged.conflicts).toEqual([]);
        if (merged.policy === undefined) throw new Error(JSON.stringify(merged.problems));
        expect(errors(merged.policy)).toBeLessThanOrEqual(errors(mine) + errors(theirs));
      }),
      { numRuns: 8 },
    ),
  );
});
