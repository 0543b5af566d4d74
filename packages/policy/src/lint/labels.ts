import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { objectArrays } from "./arrays.ts";
import { errorAt } from "./finding.ts";

/** The lists whose nodes people see by name. */
const SHOWN = new Set([
  "types",
  "conditions",
  "measures",
  "caps",
  "forms",
  "sections",
  "fields",
  "columns",
  "sheets",
  "levels",
  "gradings",
  "procedures",
  "stages",
  "consequences",
  "funding",
  "duties",
  "promotions",
  "words",
  "lists",
  "facts",
  "bodies",
]);
/** `items` are shown in lists and sheets alike. */
const isShown = (field: string): boolean => SHOWN.has(field) || field === "items";

/** What people see has words. An item of a list may leave its word open. */
export const labels = (policy: Policy): PolicyProblem[] =>
  [...objectArrays(policy)]
    .filter(({ field }) => isShown(field))
    .flatMap(({ path, elements }) =>
      elements
        .filter((element) => !("label" in element) && !(path.startsWith("lists/") && "open" in element))
        .map((element) =>
          errorAt("labels", {
            path: `${path}/${"key" in element ? String(element.key) : ""}`,
            zh: "没有名称",
            en: "it has no label",
            mendZh: "请补上 label 的 zh 和 en；列表的项原文没有名称的写 open",
            mendEn: "add a label in zh and en; an item of a list that the text does not name is open",
          }),
        ),
    );
