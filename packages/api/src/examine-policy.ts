// What is wrong with a text that somebody hands in: always a list of problems, never a failure.
import { pinOf } from "@yichuang/db";
import type { PolicyPin } from "@yichuang/domain";
import { lintPolicy, type Policy, parsePolicyText, type PolicyProblem } from "@yichuang/policy";

export interface Examined {
  /** left out where the text is no policy */
  policy?: Policy;
  pin?: PolicyPin;
  /** true where it may be imported: nothing must be mended */
  fit: boolean;
  problems: PolicyProblem[];
}

export function examinePolicy(text: string): Examined {
  const policy = parsePolicyText(text);
  if (Array.isArray(policy)) return { fit: false, problems: policy };
  const unstorable = findUnstorable(policy);
  if (unstorable !== undefined) return { fit: false, problems: [unstorable] };
  const problems = lintPolicy(policy);
  const fit = problems.every(({ level }) => level !== "error");
  return { policy, pin: pinOf(policy), fit, problems };
}

const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Texts with characters that no database keeps: NUL and halves of surrogate pairs. */
export function findUnstorable(document: object): PolicyProblem | undefined {
  const path = pathOfUnstorable(document, "");
  if (path === undefined) return undefined;
  return {
    level: "error",
    rule: "document",
    path,
    said: { zh: "文字里有不能保存的字符", en: "the text holds a character that cannot be stored" },
    mend: { zh: "请删去看不见的控制字符", en: "remove invisible control characters" },
  };
}

function pathOfUnstorable(node: unknown, path: string): string | undefined {
  if (typeof node === "string") return UNSTORABLE.test(node) ? path : undefined;
  if (typeof node !== "object" || node === null) return undefined;
  for (const [name, child] of Object.entries(node)) {
    if (UNSTORABLE.test(name)) return path;
    const found = pathOfUnstorable(child, path === "" ? name : `${path}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
