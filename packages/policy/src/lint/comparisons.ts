import { Condition, isCases, isOpen, isReading, type CompareCondition, type Value } from "../schema/sorts.ts";
import type { Policy } from "../schema/policy.ts";
import { isMeaning, isStanding } from "../schema/states.ts";
import type { Scalar } from "../schema/text.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { findFactSort, type FactSort } from "../read/fact-sort.ts";
import { walk } from "../read/walk.ts";
import { refOf } from "../wording/say-sorts.ts";
import { errorAt } from "./finding.ts";

const ORDERING = new Set(["at-least", "at-most", "more-than", "less-than", "between"]);

/** What is compared fits: an item of the right list, a rank to order by, a set for one-of. */
export const comparisons = (policy: Policy): PolicyProblem[] =>
  walk(policy).flatMap(({ node, path }) => {
    if (!("kind" in node) || node.kind !== "compare") return [];
    const condition = Condition.safeParse(node);
    if (!condition.success || condition.data.kind !== "compare") return [];
    return [...wrongShape(condition.data, path), ...wrongItems(policy, condition.data, path)];
  });

function wrongShape({ is, than }: CompareCondition, path: string): PolicyProblem[] {
  const isSet = Array.isArray(than);
  const needsSet = is === "one-of" || is === "none-of" || is === "between";
  if (is === "known")
    return than === undefined ? [] : [shape(path, "known 不带 than", "known takes no than")];
  if (than === undefined) return [shape(path, `${is} 缺少 than`, `${is} needs a than`)];
  if (isSet && !needsSet) return [shape(path, `${is} 只和一个值比较`, `${is} compares with one value`)];
  if (is === "between" && (!isSet || than.length !== 2)) {
    return [shape(path, "between 需要两个值", "between needs two values")];
  }
  return needsSet && !isSet && isPlain(than) ? [shape(path, `${is} 需要一组值`, `${is} needs a set`)] : [];
}

const isPlain = (than: unknown): boolean => typeof than !== "object";
const shape = (path: string, zh: string, en: string): PolicyProblem =>
  errorAt("comparisons", {
    path,
    zh,
    en,
    mendZh: "请按这个比较词补齐 than",
    mendEn: "give the than that this comparison needs",
  });

function wrongItems(policy: Policy, condition: CompareCondition, path: string): PolicyProblem[] {
  const ref = refOf(condition.of);
  const sort = ref === undefined ? undefined : findFactSort(policy, ref);
  if (ref === undefined || sort === undefined) return [];
  const wrong = plainScalars(condition.than)
    .filter((scalar) => !fits(policy, sort, scalar))
    .map((scalar) => wrongItem(path, ref, String(scalar)));
  const unordered =
    (sort.kind === "item" &&
      sort.lists.some(
        (list) => list.ordered !== true || list.items.some((item) => item.rank === undefined),
      )) ||
    sort.kind === "text";
  return ORDERING.has(condition.is) && unordered ? [...wrong, notOrdered(path, ref)] : wrong;
}

/** Every plain scalar that `than` can be. */
function plainScalars(than: CompareCondition["than"]): Scalar[] {
  if (than === undefined) return [];
  if (Array.isArray(than)) return than;
  if (typeof than !== "object") return [than];
  if ("kind" in than || "from" in than) return [];
  return plainOf(than);
}
function plainOf(value: Value<Scalar>): Scalar[] {
  if (isOpen(value)) return value.open.choices?.map((choice) => choice.then) ?? [];
  if (isReading(value)) return [value.read];
  if (!isCases(value)) return [value];
  return [
    ...value.cases.flatMap((one) => plainOf(one.then)),
    ...(value.otherwise === undefined ? [] : plainOf(value.otherwise)),
  ];
}

function fits(policy: Policy, sort: FactSort, scalar: Scalar): boolean {
  switch (sort.kind) {
    case "number":
      return typeof scalar === "number";
    case "yes-no":
      return typeof scalar === "boolean";
    case "text":
      return typeof scalar === "string" || typeof scalar === "number";
    case "date":
      return typeof scalar === "string" && /^\d{4}-\d\d-\d\d/.test(scalar);
    case "standing":
      return typeof scalar === "string" && isStanding(scalar);
    case "meaning":
      return typeof scalar === "string" && isMeaning(scalar);
    case "procedure":
      return policy.procedures.some(({ key }) => key === scalar);
    case "type":
      return policy.types.some(({ key }) => key === scalar);
    case "item":
      return (
        sort.lists.length === 0 || sort.lists.some((list) => list.items.some(({ key }) => key === scalar))
      );
  }
}

const wrongItem = (path: string, ref: string, scalar: string): PolicyProblem =>
  errorAt("comparisons", {
    path,
    zh: `“${ref}”不可能是“${scalar}”`,
    en: `“${ref}” can never be “${scalar}”`,
    mendZh: "请改成它的取值之一：列表里的项、状态、数或日期",
    mendEn: "use one of its values: an item of its list, a standing, a number or a day",
  });
const notOrdered = (path: string, ref: string): PolicyProblem =>
  errorAt("comparisons", {
    path,
    zh: `“${ref}”的列表没有排序，不能比较高低`,
    en: `the list of “${ref}” has no order to compare by`,
    mendZh: "请在列表上写 ordered 和每项的 rank",
    mendEn: "give the list ordered and each item a rank",
  });
