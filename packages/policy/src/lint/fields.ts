import type { FormField } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

/** A field has what its kind needs: a choice its list, a table its columns, a sheet its sheet. */
export const fields = (policy: Policy): PolicyProblem[] => [
  ...policy.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.fields.flatMap((field) =>
        missingParts(field, `forms/${form.key}/sections/${section.key}/fields`),
      ),
    ),
  ),
  ...policy.registers.flatMap((register) =>
    register.fields.flatMap((field) => missingParts(field, `registers/${register.key}/fields`)),
  ),
];

function missingParts(field: FormField, above: string): PolicyProblem[] {
  const path = `${above}/${field.key}`;
  const own = NEEDS.filter((need) => need.kind === field.kind && need.missing(field)).map(({ zh, en }) =>
    errorAt("fields", {
      path,
      zh: `${field.kind} 字段缺少 ${zh}`,
      en: `a ${field.kind} field needs ${en}`,
      mendZh: `请补上 ${zh}`,
      mendEn: `add ${en}`,
    }),
  );
  return [...own, ...(field.columns ?? []).flatMap((column) => missingParts(column, `${path}/columns`))];
}

interface Need {
  kind: FormField["kind"];
  missing: (field: FormField) => boolean;
  zh: string;
  en: string;
}
const NEEDS: Need[] = [
  { kind: "choice", missing: (field) => field.list === undefined, zh: "list", en: "a list" },
  { kind: "table", missing: (field) => field.columns === undefined, zh: "columns", en: "columns" },
  { kind: "sheet", missing: (field) => field.sheet === undefined, zh: "sheet", en: "a sheet" },
  { kind: "sheet", missing: (field) => field.fills === undefined, zh: "fills", en: "fills" },
  { kind: "records", missing: (field) => field.of === undefined, zh: "of", en: "a collection" },
  { kind: "signature", missing: (field) => field.by === undefined, zh: "by", en: "by" },
];
