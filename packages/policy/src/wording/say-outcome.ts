import type { OpenValue } from "../read/open-values.ts";
import { Condition, Duration, type OpenTerms, Period, Window } from "../schema/sorts.ts";
import type { Scalar, Text } from "../schema/text.ts";
import type { Policy } from "../schema/policy.ts";
import { refOf, sayCondition, sayDuration, sayMeasure, sayRequired, sayWindow } from "./say-sorts.ts";
import { finish, sayActor, sayScalar, templatesOf, type Speaker } from "./speaker.ts";

/** What the evaluation of a condition came to, as far as its sentence needs it. */
export interface Outcome {
  /** the measured value; a number may be a decimal text that is shown as it is */
  got?: Scalar;
  /** the open value that keeps it unknown */
  open?: OpenTerms;
  /** a judged condition's answer */
  verdict?: boolean;
  /** of `all`, `any`, `some`: how many parts hold, and how many must */
  met?: number;
  need?: number;
  /** the parts that do not hold, where they have names */
  lacking?: readonly Text[];
}

/** The sentence of an evaluated condition in both languages: what it came to and what is required. */
export const sayOutcome = (policy: Policy, condition: Condition, outcome: Outcome): Text => ({
  zh: sentence({ lang: "zh", policy }, condition, outcome),
  en: sentence({ lang: "en", policy }, condition, outcome),
});

/** A condition in both languages, before any evaluation. */
export const sayConditionText = (policy: Policy, condition: Condition): Text => ({
  zh: sayCondition({ lang: "zh", policy }, condition),
  en: sayCondition({ lang: "en", policy }, condition),
});

/** A value that an open one was settled with, or is supposed to have, in the words of its sort. */
export const saySettled = (policy: Policy, open: OpenValue, value: unknown): Text => ({
  zh: settled({ lang: "zh", policy }, open, value),
  en: settled({ lang: "en", policy }, open, value),
});

function settled(speaker: Speaker, { choices, sort }: OpenValue, value: unknown): string {
  const chosen = choices?.find(({ then }) => then === value)?.label;
  if (chosen !== undefined) return chosen[speaker.lang];
  if (sort === "condition") return sayCondition(speaker, Condition.parse(value));
  if (sort === "window") return sayWindow(speaker, Window.parse(value));
  if (sort === "duration") return sayDuration(speaker, Duration.parse(value));
  if (sort === "period") return sayWindow(speaker, { kind: "between", ...Period.parse(value) });
  const plain = String(value);
  const { ways, lateness } = templatesOf(speaker);
  const named: { readonly [value: string]: string } = { ...ways, ...lateness };
  return named[plain] ?? sayScalar(speaker, plain);
}

function sentence(speaker: Speaker, condition: Condition, outcome: Outcome): string {
  const { outcomes } = templatesOf(speaker);
  if (outcome.open !== undefined) {
    const by = sayActor(speaker, outcome.open.by ?? { role: "authority" });
    const of =
      condition.kind === "compare" ? sayMeasure(speaker, condition.of) : sayCondition(speaker, condition);
    return finish(speaker, outcomes.open(of, outcome.open.asks[speaker.lang], by));
  }
  switch (condition.kind) {
    case "compare": {
      const of = sayMeasure(speaker, condition.of);
      const required = sayRequired(speaker, condition);
      if (outcome.got === undefined) return finish(speaker, outcomes.missing(of, required));
      return finish(
        speaker,
        outcomes.compared(of, sayScalar(speaker, outcome.got, refOf(condition.of)), required),
      );
    }
    case "judged":
      return outcomes.judged(sayActor(speaker, condition.by), condition.asks[speaker.lang], outcome.verdict);
    case "all":
    case "any":
    case "some": {
      const of = condition.of.length;
      const need = outcome.need ?? (condition.kind === "all" ? of : 1);
      const lacking = (outcome.lacking ?? []).map((part) => part[speaker.lang]);
      return outcomes.counted({ met: outcome.met ?? 0, of, need: String(need), lacking });
    }
    default:
      return sayCondition(speaker, condition);
  }
}
