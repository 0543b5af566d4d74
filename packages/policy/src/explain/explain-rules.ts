import type { Cap } from "../schema/caps.ts";
import type { Consequence } from "../schema/consequences.ts";
import type { Duty, Promotion } from "../schema/duties.ts";
import type { Funding } from "../schema/funding.ts";
import type { NamedCondition, NamedMeasure } from "../schema/named.ts";
import type { Condition, Value } from "../schema/sorts.ts";
import type { Decimal } from "../schema/text.ts";
import type { CenterType, NetworkRole } from "../schema/vocabulary.ts";
import { sayConsequence, sayDuty } from "../wording/say-effects.ts";
import { sayFunding } from "../wording/say-results.ts";
import { sayCondition, sayDuration, sayMeasure, sayValue } from "../wording/say-sorts.ts";
import { labelOf, nameIn, sayFact, templatesOf, type Speaker } from "../wording/speaker.ts";
import { RULE_WORDS } from "./headings.ts";
import { indent, pair, sourceOf, word } from "./lines.ts";

export function explainType(speaker: Speaker, type: CenterType): string[] {
  const purpose = type.purpose === undefined ? "" : ` — ${type.purpose[speaker.lang]}`;
  const network = rolesOf(speaker, type);
  const offices = officesOf(speaker, type);
  const { rules, term } = type;
  return [
    `${labelOf(speaker, type)}${purpose}${sourceOf(speaker, type.because)}`,
    ...indent([
      ...(rules === undefined || rules === "own"
        ? []
        : [pair(speaker, "ruledBy", RULE_WORDS[rules][speaker.lang])]),
      ...(network === "" ? [] : [pair(speaker, "network", network)]),
      ...(offices === "" ? [] : [pair(speaker, "offices", offices)]),
      ...(term === undefined ? [] : [pair(speaker, "term", sayDuration(speaker, term))]),
    ]),
  ];
}

/** The roles of a network with their numbers: 牵头单位 1 家；联合单位 至少 1 家. */
const rolesOf = (speaker: Speaker, { roles = [] }: CenterType): string =>
  roles
    .map((role) => `${labelOf(speaker, role)} ${sizeOf(speaker, role)}`.trim())
    .join(speaker.lang === "zh" ? "；" : "; ");

function sizeOf(speaker: Speaker, { least, most }: Pick<NetworkRole, "least" | "most">): string {
  const said = (number: Value<Decimal>): string => sayValue(speaker, number, String);
  if (least !== undefined && least === most) return said(least);
  return [
    ...(least === undefined ? [] : [`${word(speaker, "atLeast")} ${said(least)}`]),
    ...(most === undefined ? [] : [`${word(speaker, "atMost")} ${said(most)}`]),
  ].join(" ");
}

const officesOf = (speaker: Speaker, { offices = [] }: CenterType): string =>
  offices
    .map((one) =>
      `${labelOf(speaker, one)} ${one.term === undefined ? "" : sayDuration(speaker, one.term)}`.trim(),
    )
    .join(speaker.lang === "zh" ? "；" : "; ");

export function explainCondition(speaker: Speaker, condition: NamedCondition): string[] {
  const force = templatesOf(speaker).forces[condition.force ?? "mandatory"];
  const said = sayCondition(speaker, condition.test);
  return [
    `${labelOf(speaker, condition)} [${force}] ${said}${sourceOf(speaker, condition.because)}`,
    ...indent(aspectsOf(speaker, condition.test)),
  ];
}

export function explainCap(speaker: Speaker, cap: Cap): string[] {
  const scope = cap.per.map((ref) => sayFact(speaker, ref)).join(" × ");
  const most = sayValue(speaker, cap.most, String);
  return [
    `${labelOf(speaker, cap)} (${scope}) ${word(speaker, "atMostSeats")} ${most}${sourceOf(speaker, cap.because)}`,
  ];
}

export function explainConsequence(speaker: Speaker, consequence: Consequence): string[] {
  const { procedures } = speaker.policy;
  const where = (consequence.in ?? []).map((key) => nameIn(speaker, procedures, key)).join(" / ");
  const said = sayConsequence(speaker, consequence);
  return [`${where === "" ? "" : `[${where}] `}${said}${sourceOf(speaker, consequence.because)}`];
}

export const explainFunding = (speaker: Speaker, money: Funding): string[] => [
  `${labelOf(speaker, money)}${sourceOf(speaker, money.because)}`,
  ...indent(sayFunding(speaker, money)),
];

/** The respects in which a judged condition is answered one by one. */
function aspectsOf(speaker: Speaker, test: Condition): string[] {
  if (test.kind !== "judged" || test.aspects === undefined) return [];
  const items = speaker.policy.lists.find(({ key }) => key === test.aspects)?.items ?? [];
  return [pair(speaker, "aspects", templatesOf(speaker).list(items.map((item) => labelOf(speaker, item))))];
}

export const explainDuty = (speaker: Speaker, duty: Duty): string[] => [
  `${labelOf(speaker, duty)}${sourceOf(speaker, duty.because)}`,
  ...indent([sayDuty(speaker, duty), ...aspectsOf(speaker, duty.must), ...partsOf(speaker, duty)]),
];

/** The targets that the text says a target is the sum of. */
function partsOf(speaker: Speaker, { parts }: Duty): string[] {
  if (parts === undefined) return [];
  const names = parts.map((key) => nameIn(speaker, speaker.policy.duties, key));
  return [pair(speaker, "sumOf", names.join(" + "))];
}

export const explainMeasure = (speaker: Speaker, measure: NamedMeasure): string[] => [
  `${labelOf(speaker, measure)}${sourceOf(speaker, measure.because)}`,
  ...indent([sayMeasure(speaker, measure.is)]),
];

export const explainPromotion = (speaker: Speaker, promotion: Promotion): string[] => [
  `${labelOf(speaker, promotion)} → ${promotion.to.type[speaker.lang]}${sourceOf(speaker, promotion.because)}`,
];
