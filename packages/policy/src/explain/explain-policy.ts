import { openValues } from "../read/open-values.ts";
import { readings } from "../read/readings.ts";
import type { Policy } from "../schema/policy.ts";
import type { Lang } from "../wording/lang.ts";
import { sayMoment } from "../wording/say-sorts.ts";
import { finish, labelOf, sayActor, templatesOf, type Speaker } from "../wording/speaker.ts";
import { explainProcedure } from "./explain-procedures.ts";
import * as rules from "./explain-rules.ts";
import { explainRegister } from "./explain-registers.ts";
import { explainForm, explainGrading, explainSheet } from "./explain-sheets.ts";
import type { HEADINGS } from "./headings.ts";
import { block, pair } from "./lines.ts";

/** The document as a person reads it: line by line, indented, in the tenant's own words. */
export function explainPolicy(policy: Policy, lang: Lang): string[] {
  const speaker: Speaker = { lang, policy };
  const part = <T>(
    name: keyof typeof HEADINGS,
    nodes: readonly T[],
    explain: (speaker: Speaker, node: T) => string[],
  ): string[] =>
    block(
      speaker,
      name,
      nodes.flatMap((node) => explain(speaker, node)),
    );
  const lines = [
    ...top(speaker),
    ...part("types", policy.types, rules.explainType),
    ...part("procedures", policy.procedures, explainProcedure),
    ...part("conditions", policy.conditions, rules.explainCondition),
    ...part("caps", policy.caps, rules.explainCap),
    ...part("sheets", policy.sheets, explainSheet),
    ...part("gradings", policy.gradings, explainGrading),
    ...part("consequences", policy.consequences, rules.explainConsequence),
    ...part("funding", policy.funding, rules.explainFunding),
    ...part("duties", policy.duties, rules.explainDuty),
    ...part("measures", policy.measures, rules.explainMeasure),
    ...part("promotions", policy.promotions, rules.explainPromotion),
    ...part("forms", policy.forms, explainForm),
    ...part("registers", policy.registers, explainRegister),
    ...unsettled(speaker),
  ];
  return lines.map((line) => finish(speaker, line));
}

function top(speaker: Speaker): string[] {
  const { policy, lang } = speaker;
  const issuers = policy.bodies.filter((body) => body.roles.includes("issuer"));
  return [
    policy.title[lang],
    pair(speaker, "issuedBy", templatesOf(speaker).list(issuers.map((body) => labelOf(speaker, body)))),
    pair(speaker, "inForce", sayMoment(speaker, policy.inForce.from)),
  ];
}

/** What a person must still settle or confirm, with its place. */
function unsettled(speaker: Speaker): string[] {
  const { policy, lang } = speaker;
  const open = openValues(policy).map(({ asks, by, per, path }) => {
    const where = templatesOf(speaker).settledWhere[per];
    return `${asks[lang]} — ${sayActor(speaker, by)}, ${where}  [${path}]`;
  });
  const read = readings(policy).map(({ as, path }) => `${as[lang]}  [${path}]`);
  return [...block(speaker, "open", open), ...block(speaker, "readings", read)];
}
