import type { Grading } from "../schema/gradings.ts";
import type { Policy } from "../schema/policy.ts";
import { MEANINGS } from "../schema/states.ts";
import type { ListItem, List } from "../schema/vocabulary.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";
import { plainKeys } from "./key-references.ts";

/** A grading gives items of its list, reaches each of them, and better ranks mean better things. */
export const grades = (policy: Policy): PolicyProblem[] =>
  policy.gradings.flatMap((grading) => {
    const list = policy.lists.find((candidate) => candidate.key === grading.list);
    if (list === undefined) return [];
    return [
      ...twoSided(grading),
      ...strangers(grading, list),
      ...unreachable(policy, grading, list),
      ...turnedMeanings(list),
    ];
  });

/** A quota says how many at most or how many at least. */
const twoSided = (grading: Grading): PolicyProblem[] =>
  (grading.quotas ?? [])
    .filter(({ most, least }) => (most === undefined) === (least === undefined))
    .map(({ key }) =>
      errorAt("grades", {
        path: `gradings/${grading.key}/quotas/${key}`,
        zh: "限额要写 most 或者 least，只写一个",
        en: "a quota says most or least, and only one of them",
        mendZh: "上下限都有的写成两条",
        mendEn: "write two quotas where there are both",
      }),
    );

const given = (grading: Grading): string[] => [
  ...plainKeys(grading.grade),
  ...(grading.quotas ?? []).map((quota) => quota.grade),
];

function strangers(grading: Grading, list: List): PolicyProblem[] {
  return given(grading)
    .filter((key) => !list.items.some((item) => item.key === key))
    .map((key) =>
      errorAt("grades", {
        path: `gradings/${grading.key}/grade`,
        zh: `等次“${key}”不在列表“${list.key}”里`,
        en: `the grade “${key}” is not in the list “${list.key}”`,
        mendZh: `列表里有：${list.items.map((item) => item.key).join("、")}`,
        mendEn: `the list has: ${list.items.map((item) => item.key).join(", ")}`,
      }),
    );
}

/** Whether a grading may give what its cases do not name. */
const lowers = ({ adjust = [], quotas = [] }: Grading): boolean => adjust.length + quotas.length > 0;

function unreachable(policy: Policy, grading: Grading, list: List): PolicyProblem[] {
  if (list.more === true) return [];
  // the gradings of one list share its items: a re-check may only pass or fail what an evaluation grades in four
  const beside = policy.gradings.filter((one) => one.list === list.key);
  if (beside[0] !== grading || beside.some(lowers)) return [];
  const reached = beside.flatMap(given);
  return list.items
    .filter((item) => !reached.includes(item.key))
    .map((item) =>
      errorAt("grades", {
        path: `lists/${list.key}/items/${item.key}`,
        zh: `没有任何得分会评为“${item.label?.zh ?? item.key}”`,
        en: `no result is ever graded “${item.label?.en ?? item.key}”`,
        mendZh: "请在 gradings 里写出它的条件；文中没有的写 open",
        mendEn: "give its condition in the grading, or open where the text does not say",
      }),
    );
}

function turnedMeanings(list: List): PolicyProblem[] {
  const known = list.items.flatMap((item) => {
    const meaning = meaningRank(item);
    return item.rank === undefined || meaning === undefined ? [] : [{ item, rank: item.rank, meaning }];
  });
  const ordered = known.toSorted((a, b) => b.rank - a.rank);
  return ordered
    .filter(({ meaning }, index) => meaning < (ordered[index - 1]?.meaning ?? meaning))
    .map(({ item }) =>
      errorAt("grades", {
        path: `lists/${list.key}/items/${item.key}/means`,
        zh: "次序较低的等次，含义反而较好",
        en: "a lower rank means something better than the rank above it",
        mendZh: "请核对 rank 和 means",
        mendEn: "check rank and means",
      }),
    );
}

/** Best first; `deferred` stands outside the order. */
function meaningRank(item: ListItem): number | undefined {
  const position = MEANINGS.findIndex((meaning) => meaning === item.means);
  return position < 0 || item.means === "deferred" ? undefined : position;
}
