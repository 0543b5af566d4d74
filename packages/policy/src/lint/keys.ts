import { segmentOf } from "../read/walk.ts";
import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { objectArrays, type ObjectArray } from "./arrays.ts";
import { errorAt } from "./finding.ts";

/** Keys are the identity of nodes: unique in their array, and every array of nodes is keyed. */
export const keys = (policy: Policy): PolicyProblem[] =>
  [...objectArrays(policy)].flatMap((array) => [...unkeyed(array), ...repeated(array)]);

function unkeyed({ path, field, elements }: ObjectArray): PolicyProblem[] {
  if (field === "yields") return [];
  return elements
    .filter((element) => !("key" in element) && !("role" in element))
    .map((element, index) =>
      errorAt("keys", {
        path: `${path}/${segmentOf(element, index)}`,
        zh: "数组里的节点没有 key",
        en: "a node inside an array has no key",
        mendZh: "请给它一个在本数组里不重复的 key",
        mendEn: "give it a key that is unique in this array",
      }),
    );
}

function repeated({ path, elements }: ObjectArray): PolicyProblem[] {
  const named = elements.filter((element) => !("role" in element));
  const seen = new Set<string>();
  const twice = named.map(segmentOf).filter((name) => seen.size === seen.add(name).size);
  return [...new Set(twice)].map((name) =>
    errorAt("keys", {
      path: `${path}/${name}`,
      zh: `“${name}”在这里用了不止一次`,
      en: `“${name}” is used more than once here`,
      mendZh: "请改成不同的 key；用过的 key 不再用于别的节点",
      mendEn: "use different keys; a key is never reused for another node",
    }),
  );
}
