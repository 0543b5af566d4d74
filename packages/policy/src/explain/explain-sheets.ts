import type { Form, FormField } from "../schema/forms.ts";
import type { Grading } from "../schema/gradings.ts";
import type { Measure } from "../schema/sorts.ts";
import type { Indicator, JudgedPoints, Sheet } from "../schema/sheets.ts";
import { sayGrading } from "../wording/say-results.ts";
import { sayCondition, sayMeasure, sayValue } from "../wording/say-sorts.ts";
import { labelOf, nameIn, templatesOf, type Speaker } from "../wording/speaker.ts";
import { indent, pair, sourceOf, word } from "./lines.ts";

/** An indicator sheet as a tree with its weights. */
export function explainSheet(speaker: Speaker, sheet: Sheet): string[] {
  const unit = sheet.unit === "percent" ? "%" : "";
  return [
    `${labelOf(speaker, sheet)}${sourceOf(speaker, sheet.because)}`,
    ...indent(minorOf(speaker, sheet)),
    ...sheet.items.flatMap((item) => indent(explainItem(speaker, item, unit))),
  ];
}

/** The kinds of achievement that may not weigh most. */
function minorOf(speaker: Speaker, { minor }: Sheet): string[] {
  if (minor === undefined) return [];
  const items = speaker.policy.lists.flatMap((list) => list.items);
  const names = templatesOf(speaker).list(minor.kinds.map((key) => nameIn(speaker, items, key)));
  return [`${pair(speaker, "minor", names)}${sourceOf(speaker, minor.because)}`];
}

function explainItem(speaker: Speaker, item: Indicator, unit: string): string[] {
  const weight =
    item.weight === undefined ? "" : ` ${sayValue(speaker, item.weight, (plain) => `${plain}${unit}`)}`;
  const slots = item.slots === undefined ? "" : `  ${pair(speaker, "slots", String(item.slots))}`;
  return [
    `${labelOf(speaker, item)}${weight}${slots}`,
    ...indent(pointsOf(speaker, item)),
    ...(item.items ?? []).flatMap((one) => indent(explainItem(speaker, one, unit))),
  ];
}

/** How an item comes to its points, where no person gives them, and when it has none. */
function pointsOf(speaker: Speaker, { points, gate }: Indicator): string[] {
  const computed = points === undefined || isJudged(points) ? undefined : points;
  return [
    ...(computed === undefined ? [] : [pair(speaker, "points", sayMeasure(speaker, computed))]),
    ...(gate === undefined ? [] : [pair(speaker, "onlyIf", sayCondition(speaker, gate))]),
  ];
}

const isJudged = (points: JudgedPoints | Measure): points is JudgedPoints =>
  typeof points === "object" && "kind" in points && points.kind === "judged";

/** A grading: the first case that holds, what lowers it and how many may have it. */
export function explainGrading(speaker: Speaker, grading: Grading): string[] {
  return [
    `${labelOf(speaker, grading)}${sourceOf(speaker, grading.because)}`,
    ...indent(sayGrading(speaker, grading)),
  ];
}

/** A dossier: its sections and fields with their limits. */
export const explainForm = (speaker: Speaker, form: Form): string[] => [
  `${labelOf(speaker, form)}${sourceOf(speaker, form.because)}`,
  ...form.sections.flatMap((section) =>
    indent([
      labelOf(speaker, section),
      ...indent(section.fields.map((field) => explainField(speaker, field))),
    ]),
  ),
];

export function explainField(speaker: Speaker, field: FormField): string {
  const { required, most } = field;
  const limits = [
    ...(required === true ? [word(speaker, "required")] : []),
    ...(typeof required === "object"
      ? [`${word(speaker, "requiredWhere")} ${sayCondition(speaker, required)}`]
      : []),
    ...(most === undefined ? [] : [`${word(speaker, "atMost")} ${sayValue(speaker, most, String)}`]),
  ];
  const columns = (field.columns ?? []).map((column) => labelOf(speaker, column)).join(" / ");
  return `${labelOf(speaker, field)}${columns === "" ? "" : ` [${columns}]`}${limits.length === 0 ? "" : ` — ${limits.join(", ")}`}`;
}
