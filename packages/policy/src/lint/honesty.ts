import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { openValues, type OpenValue } from "../read/open-values.ts";
import { readings } from "../read/readings.ts";
import { acceptsSettlement } from "../read/settlements.ts";
import { catalogueOf } from "../wording/speaker.ts";
import { errorAt, openAt, readingAt } from "./finding.ts";
import { sayBlocked } from "./blocked.ts";

/** What is open is listed with what it blocks; what was inferred is listed for confirmation. */
export const honesty = (policy: Policy): PolicyProblem[] => [
  ...openValues(policy).flatMap((open) => [...impossible(open), listed(policy, open)]),
  ...readings(policy).map(({ path, as }) =>
    readingAt("honesty", {
      path,
      zh: as.zh,
      en: as.en,
      mendZh: "请确认这样理解对不对",
      mendEn: "confirm this reading",
    }),
  ),
];

function listed(policy: Policy, open: OpenValue): PolicyProblem {
  const blocked = sayBlocked(policy, open);
  const by = { zh: catalogueOf("zh").roles[open.by.role], en: catalogueOf("en").roles[open.by.role] };
  return openAt("honesty", {
    path: open.path,
    zh: `原文未定：${open.asks.zh}。${blocked.zh}`,
    en: `open in the text: ${open.asks.en}. ${blocked.en}`,
    mendZh: `由${by.zh}确定（${catalogueOf("zh").settledWhere[open.per]}）；发布不受影响`,
    mendEn: `to be settled by ${by.en} (${catalogueOf("en").settledWhere[open.per]}); publishing is not blocked`,
  });
}

function impossible(open: OpenValue): PolicyProblem[] {
  const crossed = open.least !== undefined && open.most !== undefined && open.least > open.most;
  const wrongChoices = (open.choices ?? []).filter((choice) => !acceptsSettlement(open, choice.then));
  if (!crossed && wrongChoices.length === 0) return [];
  return [
    errorAt("honesty", {
      path: open.path,
      zh: crossed
        ? "least 大于 most"
        : `选项不合这里的类型：${wrongChoices.map(({ key }) => key).join("、")}`,
      en: crossed
        ? "least is more than most"
        : `choices of the wrong sort: ${wrongChoices.map(({ key }) => key).join(", ")}`,
      mendZh: "请改正范围或选项",
      mendEn: "correct the bounds or the choices",
    }),
  ];
}
