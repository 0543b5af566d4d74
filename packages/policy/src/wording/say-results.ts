import type { Funding } from "../schema/funding.ts";
import type { Grading } from "../schema/gradings.ts";
import type { Yield } from "../schema/yields.ts";
import { sayCondition, sayMeasure, sayValue } from "./say-sorts.ts";
import { finish, nameIn, sayActor, sayFact, templatesOf, type Speaker } from "./speaker.ts";

/** What a stage brings forth. */
export function sayYield(speaker: Speaker, one: Yield): string {
  const { policy } = speaker;
  const { list, results, ways, yes, no } = templatesOf(speaker);
  switch (one.kind) {
    case "verdict":
      return list([
        ...(one.about ?? []).map((key) => nameIn(speaker, policy.conditions, key)),
        ...(one.combine === undefined ? [] : [sayValue(speaker, one.combine, (way) => ways[way])]),
        ...(one.about === undefined ? [`${yes} / ${no}`] : []),
      ]);
    case "score":
      return list([
        ...(one.of === undefined ? [] : [results.computed({ of: sayMeasure(speaker, one.of) })]),
        ...(one.sheet === undefined
          ? []
          : [sayValue(speaker, one.sheet, (key) => nameIn(speaker, policy.sheets, key))]),
        ...(one.combine === undefined ? [] : [sayValue(speaker, one.combine, (way) => ways[way])]),
      ]);
    case "grade":
      return nameIn(speaker, policy.gradings, one.grading);
    case "place":
      return results.placed({ of: one.of, list: nameIn(speaker, policy.lists, one.list) });
    case "rank":
      return finish(
        speaker,
        results.ranked({
          of: sayMeasure(speaker, one.of),
          then: (one.then ?? []).map(({ of }) => sayMeasure(speaker, of)),
          within: one.within.map((ref) => sayFact(speaker, ref)),
          ...(one.cut === undefined ? {} : { cut: sayValue(speaker, one.cut, String) }),
        }),
      );
  }
}

/** A grading: the first case that holds, what lowers it, and how many may have a grade. */
export function sayGrading(speaker: Speaker, grading: Grading): string[] {
  const { results } = templatesOf(speaker);
  const items = speaker.policy.lists.find((list) => list.key === grading.list)?.items ?? [];
  const lines = [
    sayValue(speaker, grading.grade, (key) => nameIn(speaker, items, key)),
    ...(grading.adjust ?? []).map((one) =>
      results.lowered({ when: sayCondition(speaker, one.when), by: one.down }),
    ),
    ...(grading.quotas ?? []).map((quota) =>
      results.quota({
        grade: nameIn(speaker, items, quota.grade),
        limit: sayValue(speaker, quota.least ?? quota.most ?? 0, String),
        side: quota.least === undefined ? "most" : "least",
        as: quota.as,
        per: quota.per.map((ref) => sayFact(speaker, ref)),
      }),
    ),
  ];
  return lines.map((line) => finish(speaker, line));
}

/** Money: how much, when, how long, up to what, and from whom. */
export function sayFunding(speaker: Speaker, funding: Funding): string[] {
  const { results } = templatesOf(speaker);
  const paid = results.paid({
    amount: sayMeasure(speaker, funding.amount),
    currency: funding.currency,
    paid: funding.paid,
    ...(funding.years === undefined ? {} : { years: sayValue(speaker, funding.years, String) }),
    ...(funding.most === undefined ? {} : { most: sayValue(speaker, funding.most, String) }),
    ...(funding.when === undefined ? {} : { when: sayCondition(speaker, funding.when) }),
  });
  const payers = funding.payers.map((payer) =>
    results.payer({
      by: sayActor(speaker, payer.actor),
      ...(payer.share === undefined ? {} : { share: sayValue(speaker, payer.share, String) }),
    }),
  );
  return [paid, ...payers].map((line) => finish(speaker, line));
}
