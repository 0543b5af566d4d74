import type { FormField, List } from "@yichuang/policy";

/** An answer in one line: an item's label, a person's name, the rows of a table one after another. */
export function sayAnswer(field: FormField, value: unknown, lists: List[]): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return itemLabel(field, value, lists);
  if (Array.isArray(value)) {
    return value
      .map((one: unknown) => sayAnswer(field, one, lists))
      .filter((words) => words !== "")
      .join("；");
  }
  return sayObject(field, value, lists);
}

function itemLabel(field: FormField, key: string, lists: List[]): string {
  const list = field.list === undefined ? undefined : lists.find((one) => one.key === field.list);
  return list?.items.find((item) => item.key === key)?.label?.zh ?? key;
}

function sayObject(field: FormField, value: object, lists: List[]): string {
  if ("name" in value && typeof value.name === "string") return value.name;
  if ("title" in value && typeof value.title === "string") return value.title;
  if (!("cells" in value) || typeof value.cells !== "object" || value.cells === null) return "";
  const cells = Object.entries(value.cells);
  return (field.columns ?? [])
    .map((column) => sayAnswer(column, cells.find(([key]) => key === column.key)?.[1], lists))
    .filter((words) => words !== "")
    .join(" ");
}
