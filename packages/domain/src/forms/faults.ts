// What is wrong with an answer that is there: its shape, its length, its choice, its weights.
import {
  CalendarDate,
  type FieldFault,
  type FieldKind,
  FileValue,
  type FormField,
  getSheet,
  GoalValue,
  IdentityValue,
  InstitutionValue,
  PersonValue,
  RecordClaim,
  SheetItems,
  type SheetRow,
  SheetScores,
  TableRow,
  type Text,
} from "@yichuang/policy";
import type { Violation } from "../contract/verdict.ts";
import { exactOf, sumOf } from "../evaluate/decimal.ts";
import { resolveValue } from "../evaluate/value.ts";
import { effectiveTree, flatten, writtenRows } from "../indicators/tree.ts";
import { weightSums } from "../indicators/weights.ts";
import { isFilled } from "./filled.ts";
import { type FieldPlace, gap, labelOf } from "./field-place.ts";
import { parseAll } from "./parse-all.ts";
import { usccFault } from "./uscc.ts";

type Check = (place: FieldPlace) => Violation[];

const invalid = (place: FieldPlace, fault: FieldFault): Violation[] => [
  gap(place, { code: "field-invalid", params: { field: labelOf(place.field), fault } }),
];

const matches =
  (pattern: RegExp, fault: FieldFault): Check =>
  (place) =>
    pattern.test(String(place.value).trim()) ? [] : invalid(place, fault);

const shaped =
  (fits: (value: unknown) => boolean): Check =>
  (place) =>
    fits(place.value) ? [] : invalid(place, "shape");

/** Nothing is wrong with whatever says something. */
const anything: Check = () => [];

/** Of a value that says something in a field of its kind (`isFilled`). */
const FAULTS: Record<FieldKind, Check> = {
  text: anything,
  number: checkNumber,
  money: checkNumber,
  date: checkDay,
  choice: checkChoice,
  "yes-no": anything,
  file: shaped((value) => parseAll(FileValue, value) !== undefined),
  table: checkTable,
  person: checkPerson,
  institution: checkInstitution,
  uscc: checkUscc,
  identity: shapedIdentity,
  phone: matches(/^[+(\d][\d\- ()]{4,24}$/, "phone"),
  email: matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email"),
  goals: checkGoals,
  records: shaped((value) => parseAll(RecordClaim, value) !== undefined),
  sheet: checkSheet,
  signature: anything,
};

/** The faults of a filled field; an empty list where it can be handed in. */
export const faultsOf = (place: FieldPlace): Violation[] => [
  ...FAULTS[place.field.kind](place),
  ...checkLength(place),
];

function checkUscc(place: FieldPlace): Violation[] {
  const fault = usccFault(String(place.value).trim());
  return fault === undefined ? [] : invalid(place, fault);
}

/** A number that could be sealed has been sealed before it comes here; what is still a text is none. */
function shapedIdentity(place: FieldPlace): Violation[] {
  return IdentityValue.safeParse(place.value).success ? [] : invalid(place, "identity");
}

function checkNumber(place: FieldPlace): Violation[] {
  const { value, field, world, path } = place;
  const number = typeof value === "string" || typeof value === "number" ? exactOf(value) : undefined;
  if (number === undefined) return invalid(place, "number");
  if (field.least === undefined) return [];
  const least = resolveValue(field.least, world, `${path}/least`);
  return least.kind === "known" && number.lt(least.value) ? invalid(place, "too-small") : [];
}

/** A day that is on the calendar. */
function checkDay(place: FieldPlace): Violation[] {
  return CalendarDate.safeParse(place.value).success ? [] : invalid(place, "date");
}

/** A name, or a name with the code of the institution; several only where several are asked. */
function checkInstitution(place: FieldPlace): Violation[] {
  const { value } = place;
  const several: unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && place.field.many !== true) return invalid(place, "shape");
  return several.flatMap((one) => {
    if (typeof one === "string") return one.trim() === "" ? invalid(place, "shape") : [];
    const institution = InstitutionValue.safeParse(one);
    if (!institution.success || institution.data.name.trim() === "") return invalid(place, "shape");
    const { uscc = "" } = institution.data;
    const fault = uscc.trim() === "" ? undefined : usccFault(uscc.trim());
    return fault === undefined ? [] : invalid(place, fault);
  });
}

function checkChoice(place: FieldPlace): Violation[] {
  const { field, world, value } = place;
  const list = world.policy.lists.find((candidate) => candidate.key === field.list);
  const chosen: unknown[] = Array.isArray(value) ? value : [value];
  if (chosen.length > 1 && field.many !== true) return invalid(place, "choice");
  if (chosen.some((key) => typeof key !== "string")) return invalid(place, "choice");
  const known = (key: unknown): boolean => list?.items.some((item) => item.key === key) ?? true;
  return chosen.every((key) => known(key) || list?.more === true) ? [] : invalid(place, "choice");
}

function checkTable(place: FieldPlace): Violation[] {
  const rows = parseAll(TableRow, place.value);
  if (rows === undefined) return invalid(place, "shape");
  const { columns = [] } = place.field;
  const required = columns.filter((column) => column.required === true);
  const gaps = required.filter((column) => rows.some((row) => !isFilled(column.kind, row.cells[column.key])));
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const value = row.cells[column.key];
      return isFilled(column.kind, value) ? FAULTS[column.kind]({ ...place, field: column, value }) : [];
    }),
  );
  return [
    ...cells,
    ...gaps.map((column) =>
      gap(place, {
        code: "field-missing",
        params: { section: labelOf(place.field), field: labelOf(column) },
      }),
    ),
    ...columns.flatMap((column) => checkShares(place, column, rows)),
  ];
}

/** The rows of a column of shares have one whole among them. */
function checkShares(place: FieldPlace, column: FormField, rows: readonly TableRow[]): Violation[] {
  if (column.share !== true) return [];
  const filled = rows.map((row) => row.cells[column.key]).filter((cell) => cell !== undefined);
  const shares = filled.map(exactOf);
  const known = shares.filter((share) => share !== undefined);
  const wrong = known.length < shares.length || known.some((share) => share.lt(0)) || sumOf(known).gt(1);
  return wrong
    ? [gap(place, { code: "field-invalid", params: { field: labelOf(column), fault: "share" } })]
    : [];
}

function checkPerson(place: FieldPlace): Violation[] {
  const person = PersonValue.safeParse(place.value);
  if (!person.success) return invalid(place, "shape");
  return (place.field.columns ?? []).flatMap((column) => {
    const value = person.data[column.key];
    if (isFilled(column.kind, value)) {
      return FAULTS[column.kind]({ ...place, field: column, value });
    }
    if (column.required !== true) return [];
    return [
      gap(place, {
        code: "field-missing",
        params: { section: labelOf(place.field), field: labelOf(column) },
      }),
    ];
  });
}

/** At the self-assessment every goal must be marked as met or not (附件2 二). */
function checkGoals(place: FieldPlace): Violation[] {
  const goals = parseAll(GoalValue, place.value);
  if (goals === undefined || goals.some((goal) => goal.text.trim() === "")) return invalid(place, "shape");
  const marks = place.field.fills === "scores";
  return marks && goals.some((goal) => goal.met === undefined) ? invalid(place, "not-marked") : [];
}

function checkSheet(place: FieldPlace): Violation[] {
  const { field, world, value } = place;
  if (field.fills === "scores") return SheetScores.safeParse(value).success ? [] : invalid(place, "shape");
  const rows = SheetItems.safeParse(value);
  if (!rows.success || field.sheet === undefined) return invalid(place, "shape");
  const sheet = getSheet(world.policy, field.sheet);
  const lines = flatten(effectiveTree(sheet, {}, world)).filter((item) => item.scored);
  // rows are owed where the level below is the applicant's to write
  const owing = lines.filter(({ level }) => (sheet.levels[level]?.owner ?? "authority") !== "authority");
  const unknown = Object.keys(rows.data).some((path) => !lines.some((line) => line.path === path));
  const over = weightSums(sheet, rows.data, world).filter((sum) => sum.state === "over");
  return [
    ...(unknown ? invalid(place, "unknown-field") : []),
    ...owing.flatMap((line) => gapsOfLine(place, line.label, rows.data[line.path])),
    ...over.map((sum) => {
      const item = lines.find((line) => line.path === sum.item)?.label ?? { zh: sum.item, en: sum.item };
      return gap(place, { code: "weight-sum", params: { item, sum: sum.given, most: sum.limit } });
    }),
  ];
}

const ROW_NAME = { zh: "三级指标的名称", en: "the name of the indicator" };
const ROW_CONTENT = { zh: "指标内容", en: "the content of the indicator" };

/** An indicator of the authority needs at least one row below it, each with its name and its content. */
function gapsOfLine(place: FieldPlace, item: Text, rows: readonly SheetRow[] | undefined): Violation[] {
  const written = writtenRows(rows);
  const missing = (what: Text): Violation =>
    gap(place, { code: "field-missing", params: { section: item, field: what } });
  if (written.length === 0) return [missing(ROW_NAME)];
  return [
    ...(written.some((row) => row.name.trim() === "") ? [missing(ROW_NAME)] : []),
    ...(written.some((row) => row.content.trim() === "") ? [missing(ROW_CONTENT)] : []),
  ];
}

const UNITS = ["characters", "files", "megabytes", "rows"] as const;
type Unit = (typeof UNITS)[number];
const isUnit = (unit: string | undefined): unit is Unit => UNITS.some((known) => known === unit);

function checkLength(place: FieldPlace): Violation[] {
  const { field, world, path, value } = place;
  if (field.most === undefined || !isUnit(field.unit)) return [];
  const most = resolveValue(field.most, world, `${path}/most`);
  if (most.kind !== "known") return [];
  const now = sizeOf(value, field.unit);
  if (now <= most.value) return [];
  return [
    gap(place, {
      code: "field-too-long",
      params: { field: labelOf(field), most: most.value, now, unit: field.unit },
    }),
  ];
}

function sizeOf(value: unknown, unit: Unit): number {
  if (unit === "characters") return typeof value === "string" ? [...value].length : 0;
  if (!Array.isArray(value)) return 0;
  if (unit !== "megabytes") return value.length;
  return (parseAll(FileValue, value) ?? []).reduce((sum, file) => sum + file.size, 0) / 1_048_576;
}
