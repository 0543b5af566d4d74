import { applyChanges } from "../overlay/apply-changes.ts";
import { Json } from "../schema/changes.ts";
import type { Policy } from "../schema/policy.ts";
import { Sheet, type Indicator } from "../schema/sheets.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { plainNumber, sumOf } from "./decimals.ts";
import { errorAt } from "./finding.ts";

/**
 * Weights add up: wherever all weights of a level stand and it is not marked `more`, they sum to
 * the item above, level 1 to the total. The same in every variant.
 */
export const weights = (policy: Policy): PolicyProblem[] =>
  policy.sheets.flatMap((sheet) => {
    const path = `sheets/${sheet.key}`;
    const variants = (sheet.variants ?? []).flatMap((variant) => {
      const varied = variantOf(sheet, variant.changes);
      const at = `${path}/variants/${variant.key}`;
      return varied === undefined ? [badVariant(at)] : sheetWeights(varied, at);
    });
    return [...sheetWeights(sheet, path), ...variants];
  });

/** A sheet as one of its variants changes it; undefined where the changes do not apply. */
export function variantOf(sheet: Sheet, changes: Parameters<typeof applyChanges>[1]): Sheet | undefined {
  try {
    const varied = Sheet.safeParse(applyChanges(Json.parse(sheet), changes));
    return varied.success ? varied.data : undefined;
  } catch {
    return undefined;
  }
}

function sheetWeights(sheet: Sheet, path: string): PolicyProblem[] {
  const top = sheet.more === true ? [] : wrongSum(sheet.items, plainNumber(sheet.total), path);
  return [...top, ...sheet.items.flatMap((item) => itemWeights(item, `${path}/items`, { sheet, depth: 0 }))];
}

interface Within {
  sheet: Sheet;
  depth: number;
}

function itemWeights(item: Indicator, above: string, within: Within): PolicyProblem[] {
  const path = `${above}/${item.key}`;
  const items = item.items ?? [];
  const added =
    item.more === true || item.combine === "best" ? [] : wrongSum(items, plainNumber(item.weight), path);
  const below = items.flatMap((one) =>
    itemWeights(one, `${path}/items`, { ...within, depth: within.depth + 1 }),
  );
  return [...missingWeight(item, path, within), ...added, ...below];
}

function missingWeight(item: Indicator, path: string, { sheet, depth }: Within): PolicyProblem[] {
  const level = sheet.levels[depth];
  if (level === undefined) {
    return [
      errorAt("weights", {
        path,
        zh: `指标有 ${depth + 1} 级，表只写了 ${sheet.levels.length} 级`,
        en: `the item is on level ${depth + 1}, the sheet names ${sheet.levels.length} levels`,
        mendZh: "请在 levels 里补上这一级",
        mendEn: "add the level to levels",
      }),
    ];
  }
  if (level.weights !== "required" || item.weight !== undefined || item.bonus === true) return [];
  return [
    errorAt("weights", {
      path,
      zh: "这一级须写权重，这一项没有",
      en: "weights are required on this level and the item has none",
      mendZh: "请补上 weight；文中没有的写 open",
      mendEn: "add its weight, or open where the text has none",
    }),
  ];
}

function wrongSum(items: readonly Indicator[], total: number | undefined, path: string): PolicyProblem[] {
  const given = items.filter((item) => item.bonus !== true).map((item) => plainNumber(item.weight));
  const numbers = given.filter((weight) => weight !== undefined);
  if (total === undefined || numbers.length === 0 || numbers.length < given.length) return [];
  const sum = sumOf(numbers);
  if (sum === total) return [];
  const gap = sumOf([total, -sum]);
  return [
    errorAt("weights", {
      path,
      zh: `下级权重合计 ${sum}，应为 ${total}，${gap > 0 ? `少 ${gap}` : `多 ${-gap}`}`,
      en: `the weights below add up to ${sum} instead of ${total}: ${gap > 0 ? `${gap} missing` : `${-gap} too many`}`,
      mendZh: "请改到合计相等；没有列全的写 more",
      mendEn: "make them add up, or mark the level as more where it is not complete",
    }),
  ];
}

const badVariant = (path: string): PolicyProblem =>
  errorAt("weights", {
    path,
    zh: "这个变体改不到表上",
    en: "the changes of this variant do not apply to the sheet",
    mendZh: "请核对 changes 里的路径和值",
    mendEn: "check the paths and values of its changes",
  });
