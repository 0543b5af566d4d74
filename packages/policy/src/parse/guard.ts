import type { PolicyProblem } from "./problem.ts";
import { segmentOf } from "../read/walk.ts";
import type { Text } from "../schema/text.ts";

/** What a document may measure at most. Real ones stay below a tenth of it. */
export const LIMITS = {
  textLength: 4_000_000,
  depth: 64,
  nodes: 100_000,
  stringLength: 100_000,
  nameLength: 200,
} as const;

const FORBIDDEN_FIELDS = new Set(["__proto__", "constructor", "prototype"]);

/** Half of a pair of UTF-16, and the character that no database keeps in a text. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\p{Surrogate}|\u{0}/u;

interface Visit {
  node: unknown;
  path: string;
  depth: number;
  above: Above | undefined;
}
interface Above {
  node: object;
  next: Above | undefined;
}

/**
 * Refuses what no schema should have to look at: trees that are too deep or too large, values that
 * contain themselves, fields that reach into prototypes, and anything that is not plain JSON.
 * Walks without recursion and stops at the first problem.
 */
export function guardDocument(document: unknown): PolicyProblem | undefined {
  const stack: Visit[] = [{ node: document, path: "", depth: 0, above: undefined }];
  let nodes = 1;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.depth > LIMITS.depth) return problem(next.path, TOO_DEEP);
    const { node } = next;
    if (typeof node !== "object" || node === null) {
      const wrong = wrongPlain(node);
      if (wrong !== undefined) return problem(next.path, wrong);
      continue;
    }
    if (isAbove(node, next.above)) return problem(next.path, CYCLE);
    nodes += sizeOf(node);
    if (nodes > LIMITS.nodes) return problem(next.path, TOO_LARGE);
    if (!isPlainJson(node)) return problem(next.path, NOT_JSON);
    const above: Above = { node, next: next.above };
    for (const [name, child] of Object.entries(node)) {
      const segment = Array.isArray(node) ? segmentOf(child, Number(name)) : name;
      const path = next.path === "" ? segment : `${next.path}/${segment}`;
      if (FORBIDDEN_FIELDS.has(name)) return problem(path, FORBIDDEN);
      if (name.length > LIMITS.nameLength) return problem(next.path, LONG_NAME);
      if (UNSTORABLE.test(name)) return problem(next.path, BROKEN_TEXT);
      stack.push({ node: child, path, depth: next.depth + 1, above });
    }
  }
  return undefined;
}

const sizeOf = (node: object): number => (Array.isArray(node) ? node.length : Object.keys(node).length);

function isAbove(node: object, above: Above | undefined): boolean {
  for (let link = above; link !== undefined; link = link.next) if (link.node === node) return true;
  return false;
}

function isPlainJson(node: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(node);
  const plain = Array.isArray(node)
    ? prototype === Array.prototype
    : prototype === Object.prototype || prototype === null;
  const fields = Object.entries(Object.getOwnPropertyDescriptors(node));
  return plain && fields.every(([, field]) => field.get === undefined && field.set === undefined);
}

function wrongPlain(node: unknown): Said | undefined {
  if (node === null || typeof node === "boolean") return undefined;
  if (typeof node === "string") {
    if (node.length > LIMITS.stringLength) return LONG_STRING;
    return UNSTORABLE.test(node) ? BROKEN_TEXT : undefined;
  }
  return typeof node === "number" && Number.isFinite(node) ? undefined : NOT_JSON;
}

interface Said {
  said: Text;
  mend: Text;
}
const problem = (path: string, { said, mend }: Said): PolicyProblem => ({
  level: "error",
  rule: "document",
  path: path.slice(0, 400),
  said,
  mend,
});

const TOO_LARGE: Said = {
  said: {
    zh: `文档超过 ${LIMITS.nodes} 个节点`,
    en: `the document has more than ${LIMITS.nodes} nodes`,
  },
  mend: { zh: "请拆成几份政策文档", en: "split it into several documents" },
};
const TOO_DEEP: Said = {
  said: { zh: `嵌套超过 ${LIMITS.depth} 层`, en: `nested deeper than ${LIMITS.depth} levels` },
  mend: {
    zh: "请把内层条件提成 conditions 里的具名条件",
    en: "move inner conditions to named ones under conditions",
  },
};
const CYCLE: Said = {
  said: { zh: "这个节点包含它自己", en: "this node contains itself" },
  mend: { zh: "请用 key 引用，不要用对象引用", en: "refer to it by its key, not by the object" },
};
const FORBIDDEN: Said = {
  said: { zh: "字段名不允许使用", en: "this field name is not allowed" },
  mend: { zh: "请删去这个字段", en: "remove this field" },
};
const NOT_JSON: Said = {
  said: { zh: "这里不是纯 JSON 值", en: "this is not a plain JSON value" },
  mend: {
    zh: "只能写对象、数组、文字、有限的数、true、false",
    en: "only objects, arrays, strings, finite numbers, true and false",
  },
};
const LONG_STRING: Said = {
  said: {
    zh: `文字超过 ${LIMITS.stringLength} 个字符`,
    en: `a string longer than ${LIMITS.stringLength} characters`,
  },
  mend: {
    zh: "条文只写要点，不抄原文",
    en: "a clause carries its gist, not the whole text",
  },
};
const LONG_NAME: Said = {
  said: {
    zh: `字段名超过 ${LIMITS.nameLength} 个字符`,
    en: `a field name longer than ${LIMITS.nameLength} characters`,
  },
  mend: { zh: "请删去这个字段", en: "remove this field" },
};
const BROKEN_TEXT: Said = {
  said: { zh: "文字里有残缺的字符", en: "a text with a broken character" },
  mend: {
    zh: "请用 UTF-8 重新保存这个文件，再核对这里的文字",
    en: "save the file as UTF-8 again and check the text here",
  },
};
