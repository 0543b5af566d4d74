import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";
import { keyReferences } from "./key-references.ts";
import { nearest } from "./nearest.ts";

/** Every reference by key resolves. */
export const references = (policy: Policy): PolicyProblem[] =>
  keyReferences(policy)
    .filter(({ key, known }) => !known.includes(key))
    .map(({ path, key, target, known }) => {
      const near = nearest(key, known);
      return errorAt("references", {
        path,
        zh: `引用的“${key}”在 ${target} 里找不到`,
        en: `“${key}” is not found in ${target}`,
        mendZh: near === undefined ? `请在 ${target} 里补上，或者改正引用` : `是不是“${near}”？`,
        mendEn:
          near === undefined ? `add it to ${target}, or correct the reference` : `did you mean “${near}”?`,
      });
    });
