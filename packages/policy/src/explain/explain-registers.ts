import type { Register } from "../schema/registers.ts";
import type { HEADINGS } from "./headings.ts";
import { labelOf, nameIn, sayActor, templatesOf, type Speaker } from "../wording/speaker.ts";
import { explainField } from "./explain-sheets.ts";
import { indent, pair, sourceOf, word } from "./lines.ts";

const KEPT: Record<Register["bearer"], keyof typeof HEADINGS> = {
  tenant: "ofTenant",
  institution: "ofInstitution",
  center: "ofCenter",
};

/** A register: who keeps, enters and checks it, what its entries count as and where they are claimed. */
export function explainRegister(speaker: Speaker, register: Register): string[] {
  const { of, checked, claims } = register;
  const { list, collections } = templatesOf(speaker);
  const by = list([...new Set(register.by.map((actor) => sayActor(speaker, actor)))]);
  const rules = [
    word(speaker, KEPT[register.bearer]),
    pair(speaker, "enteredBy", by),
    ...(checked === undefined ? [] : [pair(speaker, "checkedBy", sayActor(speaker, checked))]),
    ...(of === undefined ? [] : [pair(speaker, "counts", collections[of])]),
    ...(claims === undefined ? [] : [sayClaims(speaker, claims)]),
    ...(register.public === true ? [word(speaker, "shownToAll")] : []),
  ];
  return [
    `${labelOf(speaker, register)}${sourceOf(speaker, register.because)}`,
    ...indent([list(rules), ...register.fields.map((field) => explainField(speaker, field))]),
  ];
}

function sayClaims(speaker: Speaker, claims: NonNullable<Register["claims"]>): string {
  const where = claims.in.map((key) => nameIn(speaker, speaker.policy.procedures, key));
  const once = word(speaker, claims.once === "tenant" ? "oncePerTenant" : "oncePerTier");
  return `${pair(speaker, "claimedIn", templatesOf(speaker).list(where))} (${once})`;
}
