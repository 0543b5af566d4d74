import { effectiveTree, flatten } from "@yichuang/domain";
import type { FormField, Policy } from "@yichuang/policy";
import { zh } from "../words/zh.ts";

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const list = (value: unknown): { [name: string]: unknown }[] =>
  Array.isArray(value) ? (value as { [name: string]: unknown }[]) : [];

/** An answer as words on paper. */
export function printed(field: FormField, value: unknown, policy: Policy): string {
  if (value === undefined || value === null) return "";
  switch (field.kind) {
    case "yes-no":
      return value === true ? "是" : "否";
    case "choice":
      return [value]
        .flat()
        .map(
          (key) =>
            policy.lists.find((one) => one.key === field.list)?.items.find((item) => item.key === key)?.label
              ?.zh ?? text(key),
        )
        .join("、");
    case "person":
      return [text((value as { name?: unknown }).name), ...cellsOf(field, value, policy)]
        .filter((word) => word !== "")
        .join("　");
    case "identity":
      return zh.form.identityKept;
    case "records":
      return list(value)
        .map(({ title, share }) =>
          share === undefined
            ? text(title)
            : `${text(title)}（${zh.form.sharePercent(Math.round(Number(share) * 10_000) / 100)}）`,
        )
        .join("；");
    case "number":
      return [text(value), field.unit ?? ""].filter((word) => word !== "").join(" ");
    case "institution":
      return Array.isArray(value)
        ? list(value)
            .map((one) => text(one["name"]))
            .join("、")
        : text((value as { name?: unknown }).name ?? value);
    case "file":
      return list(value)
        .map((one) => text(one["name"]))
        .join("、");
    case "goals":
      return list(value)
        .map(
          (goal) =>
            `${text(goal["text"])}（${text(goal["target"])}）${goal["met"] === undefined ? "" : goal["met"] === true ? "：已完成" : "：未完成"} ${text(goal["result"])}`,
        )
        .join("；");
    case "table":
      return list(value)
        .map((row) => cellsOf(field, row["cells"], policy).join("　"))
        .join("；");
    case "sheet":
      return sheetWords(field, value, policy);
    default:
      return text(value);
  }
}

/** The cells of a row in the order of its columns, each as words. */
function cellsOf(field: FormField, cells: unknown, policy: Policy): string[] {
  const given = (cells ?? {}) as { [column: string]: unknown };
  return (field.columns ?? [])
    .map((column) => printed(column, given[column.key], policy))
    .filter((word) => word !== "");
}

function sheetWords(field: FormField, value: unknown, policy: Policy): string {
  const sheet = policy.sheets.find(({ key }) => key === field.sheet);
  if (sheet === undefined || typeof value !== "object" || value === null) return "";
  const labelOf = (path: string): string =>
    flatten(effectiveTree(sheet)).find((item) => item.path === path)?.label.zh ?? path;
  return Object.entries(value)
    .map(
      ([path, rows]) =>
        `${labelOf(path)}：${
          Array.isArray(rows)
            ? list(rows)
                .map((row) => `${text(row["name"])}（${text(row["content"])}）`)
                .join("、")
            : text(rows)
        }`,
    )
    .join("；");
}
