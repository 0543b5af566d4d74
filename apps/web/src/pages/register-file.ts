// A register as a file that a spreadsheet opens: UTF-8 with its mark, so that Chinese is read right.
import type { List, Register } from "@yichuang/policy";
import { labelOf } from "../components/fields/field-context.ts";
import { sayAnswer } from "./say-answer.ts";

interface Row {
  title: string;
  unit: string;
  answers: { [field: string]: unknown };
  state: string;
  recorded_on: string;
}

const quoted = (cell: string): string => {
  // a cell that begins like a formula is words all the same
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${words.replaceAll('"', '""')}"`;
};

/** Every field of the register in its order, one line for each entry. */
export function registerCsv(
  { register, lists }: { register: Register; lists: List[] },
  rows: readonly Row[],
  stateOf: (row: Row) => string,
): string {
  const fields = register.fields.filter(({ kind }) => kind !== "identity");
  const head = [...fields.map(labelOf), "单位", "登记日期", "状态"];
  const lines = rows.map((row) => [
    ...fields.map((field) => sayAnswer(field, row.answers[field.key], lists)),
    row.unit,
    row.recorded_on,
    stateOf(row),
  ]);
  return csvOf([head, ...lines]);
}

/** Lines of cells as the text of such a file. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
