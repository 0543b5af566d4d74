import type { CalendarDate } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";

type Spans = CenterFacts["spans"];

/** Ends the open span on a day; spans are half-open, so one that ends where it began never was. */
export function closeSpan(spans: Spans, on: CalendarDate): Spans {
  const last = spans.at(-1);
  if (last === undefined || last.to !== undefined) return spans;
  const before = spans.slice(0, -1);
  return last.from === on ? before : [...before, { ...last, to: on }];
}
