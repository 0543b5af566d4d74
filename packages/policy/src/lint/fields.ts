import type { FormField } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

/** A field has what its kind needs: a choice its list, a table its columns, a sheet its sheet. */
export const fields = (policy: Policy): PolicyProblem[] => [
  ...policy.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.fields.flatMap((field) =>
        checkField(field, `forms/${form.key}/sections/${section.key}/fields`),
      ),
    ),
  ),
  ...policy.registers.flatMap((register) =>
    register.fields.flatMap((field) => checkField(field, `registers/${register.key}/fields`)),
  ),
];

const checkField = (field: FormField, above: string): PolicyProblem[] => [
  ...missingParts(field, above),
  ...unwritable(field, above),
];

/** Subjects and days that the platform computes itself: what a form writes there is never read. */
const COMPUTED =
  /^(today|(stage|result|appealed|tenant|field|call)\..*|center\.(standing|type|grade|score|year|.*-on)|director\.(id|since|terms|posts|term-ends-on)|case\.(year|submitted-on|evaluated-on))$/;

function unwritable({ key, fact }: FormField, above: string): PolicyProblem[] {
  if (fact === undefined || fact === "center.term-ends-on" || !COMPUTED.test(fact)) return [];
  return [
    errorAt("fields", {
      path: `${above}/${key}/fact`,
      zh: `“${fact}”由平台自己得出，填了也不算数`,
      en: `“${fact}” is found by the platform itself: what is written there has no effect`,
      mendZh: "请在 facts 里另设一个事实；延期由变更程序填写 center.term-ends-on",
      mendEn: "declare a fact of your own; a term is lengthened by a change that writes center.term-ends-on",
    }),
  ];
}

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
