import type { Form, FormField, Policy } from "@yichuang/policy";
import { getList, getSheet } from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import { effectiveTree, flatten } from "../indicators/tree.ts";

const USCC = "125001024500000017";

/** `nth` chooses among the fields that can be applied for. */
interface Given {
  name?: string;
  goalsMet?: boolean;
  nth?: number;
}

/** Fills a form with something that every field accepts, whatever its keys and labels are. */
export function sampleAnswers(policy: Policy, form: Form, given: Given = {}): Answers {
  return Object.fromEntries(
    form.sections.map((section) => [
      section.key,
      Object.fromEntries(
        section.fields
          .map((field) => [field.key, sampleOf(policy, field, given)] as const)
          .filter(([, value]) => value !== undefined),
      ),
    ]),
  );
}

function sampleOf(policy: Policy, field: FormField, given: Given): unknown {
  switch (field.kind) {
    case "text":
      return field.fact === "application.name" || field.fact === "center.name"
        ? (given.name ?? "示例中心")
        : "写好了";
    case "number":
    case "money":
      return "120";
    case "date":
      return "2022-10-20";
    case "yes-no":
      return true;
    case "choice":
      return choiceOf(policy, field.list ?? "", field.fact === "application.field" ? given.nth : 0);
    case "file":
      return field.required === true ? [{ id: "file-1", name: "说明.pdf", size: 1000 }] : undefined;
    case "records":
      return field.required === true ? [claim(policy, field)] : undefined;
    case "signature":
      return undefined;
    case "table":
      return [row(policy, field, given)];
    case "person":
      return { ...row(policy, field, given), name: "主任甲" };
    case "institution":
      return field.many === true ? [{ name: "甲医院" }] : { name: "甲医院", uscc: USCC };
    case "identity":
      return { fingerprint: "0".repeat(64) };
    case "uscc":
      return USCC;
    case "phone":
      return "023-12345678";
    case "email":
      return "center@example.org";
    case "goals":
      return [{ key: "one", text: "建成平台", met: given.goalsMet ?? true }];
    case "sheet":
      return field.fills === "scores" ? undefined : rows(policy, field);
  }
}

/** The nth item; where the text names none and others may be added, something in words. */
function choiceOf(policy: Policy, key: string, nth = 0): string | undefined {
  const { items, more } = getList(policy, key);
  return items[nth % Math.max(items.length, 1)]?.key ?? (more === true ? "写好了" : undefined);
}

/** An entry of the first register that keeps such records. */
function claim(policy: Policy, field: FormField) {
  const register = policy.registers.find((one) => one.of === field.of)?.key ?? "";
  return { register, entry: "entry-1", title: "已登记的一条", attributes: {} };
}

function row(policy: Policy, field: FormField, given: Given) {
  const cells = (field.columns ?? []).map((column) => [column.key, sampleOf(policy, column, given)] as const);
  const filled = Object.fromEntries(cells.filter(([, value]) => value !== undefined));
  return field.kind === "table" ? { key: "row-1", cells: filled } : filled;
}

/** One row without a weight below every line that an applicant may write under. */
function rows(policy: Policy, field: FormField) {
  const lines = flatten(effectiveTree(getSheet(policy, field.sheet ?? ""))).filter((line) => line.scored);
  return Object.fromEntries(lines.map((line) => [line.path, [{ key: "r1", name: "指标", content: "内容" }]]));
}
