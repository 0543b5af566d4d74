import type { Change, Json } from "../schema/changes.ts";
import type { Overlay } from "../schema/overlay.ts";
import type { Policy } from "../schema/policy.ts";
import { errorAt } from "../lint/finding.ts";
import { lintPolicy } from "../lint/lint-policy.ts";
import { parsePolicy } from "../parse/parse-policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { applyChanges, ChangePathError } from "./apply-changes.ts";
import { diff, type Difference } from "./differences.ts";
import { keepsLocks, lockAllows, lockAt } from "./lock.ts";
import { asJson, isObject, type JsonObject, namedElements } from "./parts.ts";
import { settleIn } from "./settle-in.ts";
import { isStricter } from "./stricter.ts";

/** The document that holds under an overlay, or everything that keeps the overlay from being applied. */
export type Applied = { kind: "applied"; policy: Policy } | { kind: "refused"; problems: PolicyProblem[] };

/**
 * Applies an overlay or a call: its changes, what it settles, and the bodies, documents and clauses that it brings
 * along. What is refused is named with its place: another version (lint 20), a path that leads nowhere, a lock, a rule
 * that a call would weaken (lint 21), and whatever makes the result unfit.
 */
export function applyOverlay(policy: Policy, overlay: Overlay): Applied {
  const { on } = overlay;
  if (on.policy !== policy.id || on.version !== policy.version)
    return refused([otherVersion(policy, overlay)]);
  const base = asJson(policy);
  const changed = changedBy(base, overlay);
  if ("level" in changed) return refused([changed]);
  const problems = diff(policy, changed.document).flatMap((change) => checkChange(base, overlay, change));
  const settled = settleIn(policy, changed.document, overlay);
  problems.push(...settled.problems);
  if (problems.length > 0) return refused(problems);
  const result = parsePolicy(settled.document);
  if (Array.isArray(result)) return refused(result);
  const unfit = lintPolicy(result).filter(({ level }) => level === "error");
  return unfit.length > 0 ? refused(unfit) : { kind: "applied", policy: result };
}

const refused = (problems: PolicyProblem[]): Applied => ({ kind: "refused", problems });

function changedBy(base: Json, overlay: Overlay): { document: JsonObject } | PolicyProblem {
  try {
    const document = applyChanges(base, [...broughtAlong(base, overlay), ...overlay.changes]);
    return isObject(document) ? { document } : nowhere("");
  } catch (error) {
    if (error instanceof ChangePathError) return nowhere(error.path);
    throw error;
  }
}

/** Bodies, documents and clauses of the overlay: added, or in the place of those with the same key. */
function broughtAlong(base: Json, overlay: Overlay): Change[] {
  if (!isObject(base)) return [];
  return (["bodies", "documents", "clauses"] as const).flatMap((list) => {
    const there = namedElements(base[list]);
    return (overlay[list] ?? []).map((element): Change => {
      const plain = asJson(element);
      return there?.has(element.key) === true
        ? { key: element.key, at: `${list}/${element.key}`, set: plain }
        : { key: element.key, at: list, add: plain };
    });
  });
}

function checkChange(base: Json, overlay: Overlay, change: Difference): PolicyProblem[] {
  const lock = lockAt(base, change.path);
  if (!keepsLocks(base, change) || (lock !== undefined && !lockAllows(lock, change)))
    return [locked(change, lock ?? "free")];
  const mayWeaken = overlay.kind === "overlay" || lock === "free";
  return mayWeaken || isStricter(base, change) ? [] : [weaker(change)];
}

const otherVersion = (policy: Policy, { on }: Overlay): PolicyProblem =>
  errorAt("overlay", {
    path: "on",
    zh: `它写的是“${on.policy}”第 ${on.version} 版，这里是“${policy.id}”第 ${policy.version} 版`,
    en: `it is written for version ${on.version} of “${on.policy}”, and this is version ${policy.version} of “${policy.id}”`,
    mendZh: "请先并入这一版",
    mendEn: "merge it into this version first",
  });

const nowhere = (path: string): PolicyProblem =>
  errorAt("overlay", {
    path,
    zh: "文档里没有这个位置",
    en: "there is no such place in the document",
    mendZh: "请对照原文档的 key 改正路径",
    mendEn: "correct the path against the document's keys",
  });

const MAY: { readonly [lock: string]: { zh: string; en: string } } = {
  fixed: { zh: "这里不能改", en: "nothing may be changed here" },
  labels: { zh: "这里只能改名称和说明文字", en: "only labels and words may be changed here" },
  values: {
    zh: "这里只能填数值、收紧名额、加表单字段",
    en: "only values, tighter caps and more fields are allowed here",
  },
  free: { zh: "锁只能收紧", en: "a lock is only ever made narrower" },
};

function locked({ path }: Difference, lock: string): PolicyProblem {
  const may = MAY[lock] ?? { zh: "", en: "" };
  return errorAt("overlay", {
    path,
    zh: `上位文件锁定：${may.zh}`,
    en: `locked by the document above: ${may.en}`,
    mendZh: "请删去这一处改动",
    mendEn: "leave this change out",
  });
}

const weaker = ({ path }: Difference): PolicyProblem =>
  errorAt("call", {
    path,
    zh: "年度通知不能放宽办法的规定",
    en: "a call may not weaken a rule of the policy",
    mendZh: "通知只能加条件、压名额、抬高下限、压低上限、加字段；放宽须修订办法",
    mendEn:
      "a call may add conditions, lower caps, raise at-least, lower at-most and add fields; weakening takes a new version",
  });
