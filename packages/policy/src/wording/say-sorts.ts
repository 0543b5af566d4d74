import { findFactSort } from "../read/fact-sort.ts";
import {
  isCases,
  isOpen,
  isReading,
  unread,
  type CompareCondition,
  type Condition,
  type Duration,
  type Measure,
  type MeasureNode,
  type Moment,
  type Open,
  type Period,
  type Than,
  type Value,
  type Window,
} from "../schema/sorts.ts";
import type { Ref, Scalar } from "../schema/text.ts";
import { sayDay, sayMonthDay } from "./calendar.ts";
import { finish, nameIn, sayActor, sayFact, sayScalar, templatesOf, type Speaker } from "./speaker.ts";

/** An open value: what the text leaves unsaid and who settles it. */
export function sayOpen(speaker: Speaker, { open }: Open): string {
  const by = sayActor(speaker, open.by ?? { role: "authority" });
  return templatesOf(speaker).open(open.asks[speaker.lang], by);
}

/** A value of any sort; `plain` renders what stands where nothing is open, read or by cases. */
export function sayValue<T>(speaker: Speaker, v: Value<T>, plain: (value: T) => string): string {
  if (isOpen(v)) return sayOpen(speaker, v);
  if (isReading(v)) return templatesOf(speaker).reading(plain(v.read), v.as[speaker.lang]);
  if (!isCases(v)) return plain(v);
  const cases = v.cases.map((one) => ({
    when: sayCondition(speaker, one.when),
    then: sayValue(speaker, one.then, plain),
  }));
  const otherwise = v.otherwise === undefined ? undefined : sayValue(speaker, v.otherwise, plain);
  return templatesOf(speaker).cases(cases, otherwise);
}

const sayPlain = (speaker: Speaker, v: Value<Scalar>): string =>
  sayValue(speaker, v, (plain) => sayScalar(speaker, plain));

export const sayDuration = (speaker: Speaker, duration: Value<Duration>): string =>
  sayValue(speaker, duration, ({ n, unit }) => templatesOf(speaker).durations[unit](n));

export const sayMoment = (speaker: Speaker, moment: Value<Moment>): string =>
  sayValue(speaker, moment, (plain) => plainMoment(speaker, plain));

/** A moment as an end: a day means its end, an hour means that hour. */
const sayEnd = (speaker: Speaker, moment: Value<Moment>): string =>
  sayValue(speaker, moment, (plain) => {
    const said = plainMoment(speaker, plain);
    const hasHour = typeof plain === "string" ? plain.length > 10 : plain.snap === "day-end";
    return hasHour ? said : templatesOf(speaker).dayEnd(said, typeof plain !== "string");
  });

function plainMoment(speaker: Speaker, plain: Moment): string {
  if (typeof plain === "string") {
    return `${sayDay(speaker.lang, plain)}${plain.length > 10 ? ` ${plain.slice(11, 16)}` : ""}`;
  }
  const fact = sayFact(speaker, plain.from);
  const shifted = plain.plus === undefined ? fact : shift(speaker, fact, plain.plus);
  return plain.snap === undefined ? shifted : templatesOf(speaker).snaps[plain.snap](shifted);
}

/** So long after a moment, or before it where the length is less than nothing. */
function shift(speaker: Speaker, moment: string, plus: Value<Duration>): string {
  const length = unread(plus);
  if (isOpen(length) || isCases(length) || length.n >= 0) {
    return templatesOf(speaker).after(moment, sayDuration(speaker, plus));
  }
  const turned = { ...length, n: -length.n };
  const back = isReading(plus) ? { read: turned, as: plus.as } : turned;
  return templatesOf(speaker).before(moment, sayDuration(speaker, back));
}

const sayPeriod = (speaker: Speaker, period: Value<Period>): string =>
  sayValue(speaker, period, (plain) => templatesOf(speaker).windows.between(ends(speaker, plain)));

function ends(speaker: Speaker, { from, to }: Period): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: sayMoment(speaker, from) }),
    ...(to === undefined ? {} : { to: sayEnd(speaker, to) }),
  };
}

export function sayWindow(speaker: Speaker, window: Value<Window>): string {
  const { windows } = templatesOf(speaker);
  const said = sayValue(speaker, window, (plain) => {
    switch (plain.kind) {
      case "yearly":
        return windows.yearly({
          from: sayMonthDay(speaker.lang, plain.from),
          to: sayMonthDay(speaker.lang, plain.to),
        });
      case "between":
        return windows.between(ends(speaker, plain));
      case "anytime":
        return windows.anytime({});
    }
  });
  return finish(speaker, said);
}

export const sayMeasure = (speaker: Speaker, measure: Measure): string =>
  sayValue(speaker, measure, (plain) =>
    typeof plain === "number" ? String(plain) : sayMeasureNode(speaker, plain),
  );

function sayMeasureNode(speaker: Speaker, node: MeasureNode): string {
  const { measures, collections } = templatesOf(speaker);
  switch (node.kind) {
    case "fact":
      return measures.fact({
        name: sayFact(speaker, node.fact),
        ...(node.at === undefined ? {} : { at: sayMoment(speaker, node.at) }),
      });
    case "tally":
      return measures.tally({
        of: collections[node.of],
        by: node.by,
        ...(node.where === undefined ? {} : { where: sayCondition(speaker, node.where) }),
        ...(node.during === undefined ? {} : { during: sayPeriod(speaker, node.during) }),
        ...(node.each === undefined ? {} : { each: sayMeasure(speaker, node.each) }),
        ...(node.per === undefined ? {} : { per: sayFact(speaker, node.per) }),
      });
    case "ratio":
      return measures.ratio({ of: sayMeasure(speaker, node.of), to: sayMeasure(speaker, node.to) });
    case "change":
      return measures.change({
        of: sayMeasure(speaker, node.of),
        since: sayDuration(speaker, node.since),
        as: node.as,
      });
    case "line":
      return measures.line({
        of: sayMeasure(speaker, node.of),
        at: sayPlain(speaker, node.at),
        gives: sayPlain(speaker, node.gives),
        side: node.side,
        every: sayPlain(speaker, node.every),
        step: sayPlain(speaker, node.step),
      });
    case "blend":
      return measures.blend({
        parts: node.parts.map((part) => ({ of: sayMeasure(speaker, part.of), weight: part.weight })),
      });
    case "named":
      return measures.named({ name: nameIn(speaker, speaker.policy.measures, node.measure) });
  }
}

/** What a comparison requires: 不低于 80 / is at least 80. */
export function sayRequired(speaker: Speaker, { of, is, than, within }: CompareCondition): string {
  if (is === "equal" && isFactThan(than)) {
    if (refOf(of) === "it.host" && than.fact === "host.uscc") return templatesOf(speaker).ownHost;
    return finish(speaker, templatesOf(speaker).same(sayFact(speaker, than.fact)));
  }
  const ref = refOf(of);
  if (is === "not-equal" && isFactThan(than)) {
    const { otherHost, different } = templatesOf(speaker);
    const isOther = ref === "it.host" && than.fact === "host.uscc";
    return finish(speaker, isOther ? otherHost : different(sayFact(speaker, than.fact)));
  }
  const said = than === undefined ? "" : sayThan(speaker, than, { ref, between: is === "between" });
  const range = within === undefined ? undefined : sayPlain(speaker, within);
  const ofDay = isDay(speaker, ref) ? templatesOf(speaker).dayOperators[is] : undefined;
  return finish(speaker, ofDay?.(said) ?? templatesOf(speaker).operators[is](said, range));
}

const isDay = ({ policy }: Speaker, ref: Ref | undefined): boolean =>
  ref !== undefined && findFactSort(policy, ref)?.kind === "date";

const isFactThan = (than: Than | undefined): than is { kind: "fact"; fact: Ref } =>
  typeof than === "object" && !Array.isArray(than) && "kind" in than;

/** The fact that a measure reads, where it is one. */
export function refOf(measure: Measure): Ref | undefined {
  const isFact = typeof measure === "object" && "kind" in measure && measure.kind === "fact";
  return isFact ? measure.fact : undefined;
}

function sayThan(
  speaker: Speaker,
  than: Than,
  { ref, between }: { ref: Ref | undefined; between: boolean },
): string {
  if (Array.isArray(than)) {
    const items = than.map((scalar) => sayScalar(speaker, scalar, ref));
    return between ? items.join(" – ") : templatesOf(speaker).list(items);
  }
  if (isFactThan(than)) return sayFact(speaker, than.fact);
  if (typeof than === "object" && "from" in than) return sayMoment(speaker, than);
  return sayValue(speaker, than, (scalar) => sayScalar(speaker, scalar, ref));
}

/** A condition as a person reads it, with the tenant's own words. */
export function sayCondition(speaker: Speaker, condition: Condition): string {
  return finish(speaker, conditionSentence(speaker, condition));
}

/** A part of a larger condition; where it has several parts itself, they stand in brackets. */
function sayPart(speaker: Speaker, part: Condition): string {
  const said = sayCondition(speaker, part);
  const many = (part.kind === "all" || part.kind === "any") && part.of.length > 1;
  return many ? templatesOf(speaker).bracketed(said) : said;
}

function conditionSentence(speaker: Speaker, condition: Condition): string {
  const { conditions } = templatesOf(speaker);
  const each = (parts: Condition[]): string[] => parts.map((part) => sayPart(speaker, part));
  switch (condition.kind) {
    case "compare":
      if (condition.is === "equal" && typeof condition.than === "boolean") {
        const answer = sayScalar(speaker, condition.than);
        return templatesOf(speaker).answered(sayMeasure(speaker, condition.of), answer);
      }
      return conditions.compare({
        of: sayMeasure(speaker, condition.of),
        required: sayRequired(speaker, condition),
      });
    case "all":
      return conditions.all({ parts: each(condition.of) });
    case "any":
      return conditions.any({ parts: each(condition.of) });
    case "some":
      return conditions.some({ parts: each(condition.of), least: sayPlain(speaker, condition.least) });
    case "not":
      return conditions.not({ part: sayCondition(speaker, condition.of) });
    case "judged":
      return conditions.judged({ by: sayActor(speaker, condition.by), asks: condition.asks[speaker.lang] });
    case "named":
      return conditions.named({ name: nameIn(speaker, speaker.policy.conditions, condition.condition) });
    case "unstated":
      return conditions.unstated({ asks: condition.open.asks[speaker.lang] });
  }
}
