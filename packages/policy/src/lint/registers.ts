import type { FormField } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import { nameFieldOf, type Register } from "../schema/registers.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

/** A register says what an entry is called, where it is kept, and what of it others may see or claim. */
export const registers = (policy: Policy): PolicyProblem[] => [
  ...policy.registers.flatMap((register) => {
    const path = `registers/${register.key}`;
    return [
      ...nameless(register, path),
      ...foreignFacts(register, path),
      ...wrongBearer(register, path),
      ...unclaimable(register, path),
      ...shownPersons(register, path),
    ];
  }),
  ...identitiesInForms(policy),
];

function nameless(register: Register, path: string): PolicyProblem[] {
  if (nameFieldOf(register) !== undefined) return [];
  return [
    errorAt("registers", {
      path: `${path}/fields`,
      zh: "没有一栏说这一条叫什么：要有一个必填的文字、人员或单位",
      en: "no field says what an entry is called: a required text, person or institution",
      mendZh: "请给名称那一栏写 required: true",
      mendEn: "give the field of the name required: true",
    }),
  ];
}

function foreignFacts({ fields }: Register, path: string): PolicyProblem[] {
  return fields
    .filter((field) => field.fact !== undefined && !field.fact.startsWith("it."))
    .map((field) =>
      errorAt("registers", {
        path: `${path}/fields/${field.key}`,
        zh: `台账的栏目不能写“${field.fact ?? ""}”`,
        en: `a field of a register cannot write “${field.fact ?? ""}”`,
        mendZh: "台账只写自己这一条的属性：it.…",
        mendEn: "a register writes the attributes of its own entries: it.…",
      }),
    );
}

/** The tenant's own stream is the authority's to write. */
function wrongBearer({ bearer, by }: Register, path: string): PolicyProblem[] {
  const foreign = by.filter(({ role }) => role !== "authority" && role !== "platform");
  if (bearer !== "tenant" || foreign.length === 0) return [];
  return [
    errorAt("registers", {
      path: `${path}/bearer`,
      zh: "记在主管部门名下的台账只能由主管部门登记",
      en: "a register of the tenant is entered by the authority",
      mendZh: "请把 bearer 改成 institution 或 center，或者由主管部门登记",
      mendEn: "let the institution or the center bear it, or the authority enter it",
    }),
  ];
}

function unclaimable({ claims, of }: Register, path: string): PolicyProblem[] {
  if (claims === undefined || of !== undefined) return [];
  return [
    errorAt("registers", {
      path: `${path}/claims`,
      zh: "可以申报的台账要说明是哪一类记录",
      en: "a register whose entries are claimed says which records they are",
      mendZh: "请写 of，例如 achievements",
      mendEn: "give its of, for example achievements",
    }),
  ];
}

const PERSONAL: readonly FormField["kind"][] = ["identity", "phone", "email"];

/** What everybody of the tenant may read holds no personal data. */
function shownPersons(register: Register, path: string): PolicyProblem[] {
  if (register.public !== true) return [];
  return register.fields
    .filter((field) => PERSONAL.includes(field.kind) && field.personal !== true)
    .map((field) =>
      errorAt("registers", {
        path: `${path}/fields/${field.key}`,
        zh: "公开的台账里，个人信息要标明",
        en: "in a public register personal data is marked as such",
        mendZh: "请写 personal: true，公开时不显示",
        mendEn: "mark it personal: true, so that it is not shown",
      }),
    );
}

/** A dossier is kept while it is written, and what is kept of an identity number is its fingerprint alone. */
const identitiesInForms = (policy: Policy): PolicyProblem[] =>
  policy.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.fields
        .filter(({ kind }) => kind === "identity")
        .map(({ key }) =>
          errorAt("registers", {
            path: `forms/${form.key}/sections/${section.key}/fields/${key}`,
            zh: "材料里不填身份证件号，只在人员台账里登记",
            en: "a dossier asks for no identity number; a register of persons does",
            mendZh: "请把这一栏放到台账里，材料从台账选取人员",
            mendEn: "move the field into a register, and let the dossier claim the person",
          }),
        ),
    ),
  );
