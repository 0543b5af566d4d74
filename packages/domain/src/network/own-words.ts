// A center in the words of its own tenant, for those who have no policy of it at hand.
import type { CenterType, Policy } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import type { NetworkCenter } from "../contract/network.ts";

type OwnWords = Pick<
  NetworkCenter,
  "typeLabel" | "tier" | "field" | "fieldLabel" | "grade" | "score" | "designatedOn" | "termEndsOn"
>;

/** Type, tier, field, grade and days of a center, labelled by its policy. */
export function inOwnWords(policy: Policy, center: CenterFacts): OwnWords {
  const type = policy.types.find(({ key }) => key === center.type);
  return {
    typeLabel: type?.label?.zh ?? center.type,
    tier: type?.tier ?? policy.tier,
    ...fieldOf(policy, type, center),
    ...gradeOf(policy, center),
    ...daysOf(center),
  };
}

function fieldOf(
  policy: Policy,
  type: CenterType | undefined,
  { values }: CenterFacts,
): { field: string; fieldLabel: string } | undefined {
  const key = values["center.field"] ?? values["application.field"];
  if (typeof key !== "string") return undefined;
  const item = policy.lists.find((list) => list.key === type?.fields)?.items.find((one) => one.key === key);
  return { field: key, fieldLabel: item?.label?.zh ?? key };
}

function gradeOf(policy: Policy, { grade, means, score }: CenterFacts): Pick<OwnWords, "grade" | "score"> {
  const scored = score === undefined ? {} : { score };
  if (grade === undefined) return scored;
  const lists = policy.gradings.map(({ list }) => policy.lists.find(({ key }) => key === list));
  const item = lists.flatMap((list) => list?.items ?? []).find(({ key }) => key === grade);
  const label = item?.label?.zh ?? grade;
  return { ...scored, grade: { key: grade, label, ...(means === undefined ? {} : { means }) } };
}

function daysOf({ dates, termEndsOn }: CenterFacts): Pick<OwnWords, "designatedOn" | "termEndsOn"> {
  const designatedOn = dates["center.designated-on"];
  const ends = termEndsOn ?? dates["center.term-ended-on"];
  return {
    ...(designatedOn === undefined ? {} : { designatedOn }),
    ...(ends === undefined ? {} : { termEndsOn: ends }),
  };
}
