import { walk } from "../read/walk.ts";
import type { Policy } from "../schema/policy.ts";
import type { Indicator, Sheet } from "../schema/sheets.ts";
import { Condition } from "../schema/sorts.ts";
import type { Key } from "../schema/text.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { refOf } from "../wording/say-sorts.ts";
import { plainNumber, sumOf } from "./decimals.ts";
import { errorAt } from "./finding.ts";
import { variantOf } from "./weights.ts";

/** What may not weigh most does not: papers, where a policy says that they are not the main basis. */
export const dominance = (policy: Policy): PolicyProblem[] =>
  policy.sheets.flatMap((sheet) => {
    const path = `sheets/${sheet.key}`;
    const variants = (sheet.variants ?? []).flatMap((variant) => {
      const varied = variantOf(sheet, variant.changes);
      return varied === undefined ? [] : tooHeavy(varied, `${path}/variants/${variant.key}`);
    });
    return [...tooHeavy(sheet, path), ...variants];
  });

/** All that looks at the kinds, together, against the heaviest other item; where weights are open nothing is said. */
function tooHeavy(sheet: Sheet, path: string): PolicyProblem[] {
  const kinds = sheet.minor?.kinds ?? [];
  const leaves = sheet.items.flatMap(leavesOf).filter((item) => item.bonus !== true);
  const minor = leaves.filter((item) => kindsOf(item).some((kind) => kinds.includes(kind)));
  const given = minor.map(weightOf).filter((weight) => weight !== undefined);
  const others = leaves.filter((item) => !minor.includes(item)).map(weightOf);
  const known = others.filter((weight) => weight !== undefined);
  if (given.length === 0 || known.length < others.length) return [];
  const sum = sumOf(given);
  const heaviest = Math.max(0, ...known);
  if (sum < heaviest) return [];
  return [
    errorAt("dominance", {
      path: `${path}/minor`,
      zh: `“${minor.map((item) => item.label?.zh ?? item.key).join("、")}”合计 ${sum}，其他指标最高只有 ${heaviest}`,
      en: `“${minor.map((item) => item.label?.en ?? item.key).join(", ")}” weigh ${sum} together, the heaviest other item ${heaviest}`,
      mendZh: "政策要求它们不作为主要依据，请降低权重",
      mendEn: "the policy does not want them to be the main basis: lower their weight",
    }),
  ];
}

const weightOf = (item: Indicator): number | undefined => plainNumber(item.weight);

const leavesOf = (item: Indicator): Indicator[] =>
  item.items === undefined || item.items.length === 0 ? [item] : item.items.flatMap(leavesOf);

/** The kinds of achievement that an item says it is about, or that its points count. */
function kindsOf(item: Indicator): Key[] {
  const counted = walk({ points: item.points ?? 0 }).flatMap(({ node }) => {
    const condition = Condition.safeParse(node);
    if (!condition.success || condition.data.kind !== "compare") return [];
    const { of, is, than } = condition.data;
    if (refOf(of) !== "it.kind" || (is !== "equal" && is !== "one-of")) return [];
    return [than].flat().filter((kind) => typeof kind === "string");
  });
  return [...(item.about ?? []), ...counted];
}
