import type { Form, Policy, Sheet, SheetItems } from "@yichuang/policy";
import { SheetItems as SheetItemsSchema, getSheet } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { effectiveTree, sheetOfType } from "../indicators/tree.ts";
import type { TreeItem } from "../indicators/tree.ts";
import { variedSheet } from "../indicators/variant.ts";
import type { StageScene } from "./scene.ts";
import { yieldOf } from "./panel.ts";

/** What a panel scores with: the sheet, and its tree with the rows that the applicant wrote. */
export interface CaseSheet {
  sheet: Sheet;
  tree: TreeItem[];
  /** the world of the sheet, with the variants that hold */
  world: World;
}

/** The sheet of a scoring stage as it is for this case; undefined where the policy names none, or leaves open which. */
export function sheetAt(
  at: Pick<StageScene, "policy" | "stage" | "path" | "root" | "world">,
): CaseSheet | undefined {
  const brought = yieldOf(at.stage, "score");
  if (brought === undefined || at.root.kind !== "center") return undefined;
  const sheet = namedSheet(at, brought.sheet) ?? sheetOfType(at.policy, at.root.type);
  const varied = sheet === undefined ? undefined : variedSheet(sheet, at.world);
  if (varied?.kind !== "known") return undefined;
  const { sheet: own, world } = varied.value;
  return { sheet: own, tree: effectiveTree(own, rowsOf(at.policy, own, at.root.cases), world), world };
}

function namedSheet(
  at: Pick<StageScene, "policy" | "path"> & { world: World },
  key: NonNullable<ReturnType<typeof yieldOf<"score">>>["sheet"],
): Sheet | undefined {
  if (key === undefined) return undefined;
  const named = resolveValue<string>(key, at.world, `${at.path}/yields/score/sheet`);
  return named.kind === "known" ? getSheet(at.policy, named.value) : undefined;
}

/** The applicant's rows as they were last handed in. */
function rowsOf(policy: Policy, sheet: Sheet, cases: readonly CaseFacts[]): SheetItems {
  const answers = cases.flatMap((kase) => answersFilling(policy, kase, { sheet: sheet.key, fills: "items" }));
  const parsed = SheetItemsSchema.safeParse(answers.at(-1));
  return parsed.success ? parsed.data : {};
}

/** Answers of the fields that fill a sheet, in the order in which they were handed in. */
export function answersFilling(
  policy: Policy,
  kase: CaseFacts,
  asked: { sheet: string; fills: "items" | "scores" },
): unknown[] {
  return kase.submissions
    .filter((submission) => submission.done)
    .flatMap((submission) =>
      fieldsFilling(
        policy.forms.find((form) => form.key === submission.form),
        asked,
      ).map(([section, field]) => submission.answers[section]?.[field]),
    )
    .filter((answer) => answer !== undefined);
}

function fieldsFilling(
  form: Form | undefined,
  asked: { sheet: string; fills: "items" | "scores" },
): [section: string, field: string][] {
  return (form?.sections ?? []).flatMap((section) =>
    section.fields
      .filter((field) => field.kind === "sheet" && field.sheet === asked.sheet && field.fills === asked.fills)
      .map((field): [string, string] => [section.key, field.key]),
  );
}
