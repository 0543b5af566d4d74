import { OPEN_WORD } from "../read/item-words.ts";
import { nodeAt } from "../read/paths.ts";
import type { OpenValue } from "../read/open-values.ts";
import type { Policy } from "../schema/policy.ts";
import { Text } from "../schema/text.ts";

/** Which act waits for an open value: only the one whose outcome depends on it. */
export function sayBlocked(policy: Policy, { path, least, most }: OpenValue): Text {
  const name = nearestLabel(policy, path);
  if (path.startsWith("lists/")) {
    return {
      zh: `在补定之前，“${name.zh}”里的这一项显示为“${OPEN_WORD.zh}”`,
      en: `until it is settled, this item of “${name.en}” is shown as “${OPEN_WORD.en}”`,
    };
  }
  const field = path.split("/").findLast((segment) => Object.hasOwn(BLOCKS, segment));
  const said = field === undefined || path.endsWith("/must/within") ? undefined : BLOCKS[field];
  const range =
    least === undefined || most === undefined || !path.endsWith("/than")
      ? { zh: "", en: "" }
      : {
          zh: `（只在 ${least} 到 ${most} 之间的结果受影响）`,
          en: ` (only results between ${least} and ${most} are touched)`,
        };
  return {
    zh: `受影响的是“${name.zh}”${said?.zh ?? "的结果"}${range.zh}`,
    en: `it holds up ${said?.en ?? "the outcome"} of “${name.en}”${range.en}`,
  };
}

const BLOCKS: { readonly [field: string]: Text } = {
  late: { zh: "的逾期报送", en: "late submissions" },
  window: { zh: "的期限提醒", en: "the due date" },
  size: { zh: "的专家指派", en: "the assignment of experts" },
  combine: { zh: "几位专家意见的合成", en: "the summing up of several experts" },
  grade: { zh: "的评定", en: "the grading" },
  within: { zh: "的期限", en: "the time limit" },
  step: { zh: "的数值", en: "the figure" },
  weight: { zh: "的得分", en: "the points" },
  lasts: { zh: "的期限", en: "the length" },
  until: { zh: "的期限", en: "the end" },
};

function nearestLabel(policy: Policy, path: string): Text {
  const segments = path.split("/");
  for (let length = segments.length; length > 0; length -= 1) {
    const node = nodeAt(policy, segments.slice(0, length).join("/"));
    if (typeof node !== "object" || node === null || !("label" in node)) continue;
    const label = Text.safeParse(node.label);
    if (label.success) return label.data;
  }
  return { zh: path, en: path };
}
