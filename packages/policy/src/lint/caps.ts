import type { Cap } from "../schema/caps.ts";
import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { canonicalize } from "../read/canonicalize.ts";
import { errorAt } from "./finding.ts";

/** A cap names the rows to lock, and no two caps give the same seats different numbers. */
export function caps(policy: Policy): PolicyProblem[] {
  const unlockable = policy.caps
    .filter((cap) => cap.per.length === 0 || cap.per.some((ref) => !ref.startsWith("it.")))
    .map((cap) =>
      errorAt("caps", {
        path: `caps/${cap.key}/per`,
        zh: "名额没有写清按什么锁定",
        en: "the cap does not say which records it locks",
        mendZh: "请在 per 里写记录的属性，例如 it.field、it.city；全域只有一个总数的写 it.type",
        mendEn:
          "name attributes of the records in per, for example it.field, it.city; it.type where one number is for all",
      }),
    );
  const contradicting = policy.caps.flatMap((cap, index) => {
    const other = policy.caps.slice(0, index).find((candidate) => contradict(candidate, cap));
    if (other === undefined) return [];
    return [
      errorAt("caps", {
        path: `caps/${cap.key}/most`,
        zh: `与“${other.key}”数的是同样的名额，数目却不同`,
        en: `it counts the same seats as “${other.key}” and gives another number`,
        mendZh: "请合成一个，或者写清范围的差别",
        mendEn: "make them one, or say how their scopes differ",
      }),
    ];
  });
  return [...unlockable, ...contradicting];
}

function contradict(a: Cap, b: Cap): boolean {
  return scopeOf(a) === scopeOf(b) && canonicalize(a.most) !== canonicalize(b.most);
}

function scopeOf({ for: types, counts, where, per, distinct }: Cap): string {
  return canonicalize({
    types: types.toSorted(),
    counts,
    per: per.toSorted(),
    where: where ?? null,
    distinct: distinct ?? null,
  });
}
