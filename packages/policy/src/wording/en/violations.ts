import type { Catalogue } from "../catalogue.ts";
import { sayDay, sayClosing, sayInstant } from "../calendar.ts";
import type { AdministrationFault, FieldFault } from "../violations.ts";
import { CASE_STATES, HATS, ROLES } from "./names.ts";

const on = (day: string | undefined): string => (day === undefined ? "" : ` on ${sayDay("en", day)}`);
const at = (instant: string): string => sayInstant("en", instant);
const until = (instant: string): string => sayClosing("en", instant);
const listed = (parts: readonly { en: string }[]): string => parts.map((part) => part.en).join(", ");
const either = (parts: readonly string[]): string => parts.join(" or ");

const FIELD_FAULTS: Record<FieldFault, (field: string) => string> = {
  "uscc-shape": (field) => `“${field}” has 18 digits or capital letters; compare it with the certificate`,
  "uscc-check-digit": (field) =>
    `the 18th character of “${field}” does not match the others; compare it with the certificate`,
  email: (field) => `“${field}” is not an e-mail address; write it as name@example.cn`,
  phone: (field) => `“${field}” is not a phone number; digits only, with area code and hyphens if needed`,
  identity: (field) => `${field} has 18 characters; please check it against the document`,
  share: (field) => `${field} lies between 0 and 1, and all together come to 1 at most`,
  "not-in-register": (field) => `${field} names an entry that no register holds; choose it again`,
  date: (field) => `“${field}” is not a day of the calendar; choose it again`,
  number: (field) => `“${field}” is a number with at most four decimal places`,
  choice: (field) => `“${field}” is not one of the options; choose again`,
  "too-small": (field) => `“${field}” is too short or too few; add to it`,
  "unknown-field": (field) => `the form has no “${field}”; reload it and fill it in again`,
  "not-marked": (field) => `“${field}” was not marked for revision and cannot be changed this time`,
  shape: (field) => `“${field}” cannot be read; fill it in again`,
};
const UNITS = { characters: "characters", files: "files", megabytes: "MB", rows: "rows" } as const;
const PER = {
  policy: "",
  call: " for this year",
  case: " for this case",
  center: " for what hangs under the center",
} as const;

const ADMINISTRATION: Record<AdministrationFault, string> = {
  "not-a-draft": "this version is no draft any more; import a new one",
  "no-day": "no day is given from which it holds; choose one",
  "nobody-asked": "nobody has asked for publication yet; the tenant's administrator asks first",
  "second-person": "whoever asked for publication cannot confirm it; another leader confirms",
  "version-taken": "this version or a later one has been published; raise version by one and import again",
  "too-early": "it cannot hold from before today or before the version it replaces; choose a later day",
  "in-force": "this version is in force; publish its successor before it is retired",
  "not-adopted": "the version that the call is written for is not published; correct it",
  "call-taken": "there is a call of this id for the year already; choose another id",
  "no-such-parent": "there is no such authority above; choose another one",
  "name-taken": "there is an authority of this name already; check the name",
  "no-such-hat": "nobody of that unit can have this role here; enrol the unit first",
  "sign-in-taken": "this sign-in name is taken; choose another one",
  "region-code":
    "a region's code is six digits, a functional zone's is followed by Z and two more; correct it",
  "region-taken": "this code is registered already; check it, or change the region that has it",
  "region-in-itself": "a region cannot lie in itself or in one of its parts; choose another one above",
  "region-has-parts": "there are regions under it on that day; end them or move them elsewhere first",
  "zone-elsewhere": "a zone's code begins with the code of the region above; correct one of the two",
  "no-region-above":
    "the region above does not exist on the first day; correct the day or choose another one",
  "no-such-region": "this region is not registered; choose another one, or register it first",
  "no-such-predecessor": "one of those it was made from is not registered, or is itself; choose again",
  "no-such-successor": "one of those it was made into does not exist on that day, or is itself; choose again",
  "no-such-center": "this center is not registered; load the page again",
  "center-taken": "a center of this tier, title, name and host is registered already; change that one",
  "uscc-wrong":
    "the credit code has 18 characters, the last one checks the others; compare it with the licence",
  "days-reversed": "the day of the end lies after the first day; correct one of the two",
  "ended-already": "it has ended already; register a new one if it is to be used again",
  "rehearsal-too-long": "the rehearsal did not end within a minute; rehearse fewer years",
};

export const VIOLATIONS: Catalogue["violations"] = {
  "window-not-open": ({ stage, opens, closes }) =>
    `${stage.en} is not open yet; it opens on ${at(opens)}${closes === undefined ? "" : ` and closes on ${until(closes)}`}`,
  "window-closed": ({ stage, closed, next }) =>
    `${stage.en} closed on ${until(closed)}${next === undefined ? "" : `; it opens again on ${at(next)}`}`,
  "late-undecided": ({ stage, closed, asks, by }) =>
    `${stage.en} closed on ${until(closed)}. The text does not say ${asks.en}; it can go on once ${ROLES[by]} has settled it`,
  "late-refused": ({ stage, closed, settledOn, next }) =>
    `${stage.en} closed on ${until(closed)} and late ones are refused${settledOn === undefined ? "" : ` (settled${on(settledOn)})`}${next === undefined ? "" : `; it opens again on ${at(next)}`}`,
  "not-your-role": ({ act, roles }) =>
    `“${act.en}” is done by ${either(roles.map((role) => HATS[role]))}; switch to that identity or ask them`,
  "not-your-case": ({ what }) =>
    `${what.en} belongs to another institution; only its own people may act on it`,
  "stage-not-reached": ({ stage, awaits }) =>
    `“${stage.en}” cannot be done yet: ${listed(awaits)} not done. It becomes possible after that`,
  "stage-done": ({ stage, on: day }) => `“${stage.en}” is done already${on(day)}; nothing is left to do`,
  "wrong-state": ({ state, allowed }) =>
    `it is “${CASE_STATES[state]}” now; this is possible while it is “${either(allowed.map((one) => CASE_STATES[one]))}”`,
  "condition-false": ({ condition, said, waivableBy }) =>
    `“${condition.en}” does not hold${said === undefined ? "" : `: ${said.en}`}${waivableBy === undefined ? "" : `. It holds in principle and may be waived by ${ROLES[waivableBy]}`}`,
  "condition-pending": ({ condition, awaiting }) =>
    `“${condition.en}” has no answer yet${awaiting === undefined ? "" : `; awaited: ${awaiting.en}`}. It becomes possible once there is one`,
  "open-value": ({ asks, by, per, could }) =>
    `the text does not say ${asks.en}. ${could === undefined ? "" : `Until then it may be ${either(could.map((one) => one.en))}. `}To be settled first by ${ROLES[by]}${PER[per]}`,
  "field-missing": ({ section, field, hint }) =>
    `fill in “${field.en}” under “${section.en}”${hint === undefined ? "" : ` (${hint.en})`}`,
  "field-too-long": ({ field, most, now, unit }) =>
    `“${field.en}” takes at most ${most} ${UNITS[unit]}; it has ${now} now, remove ${now - most}`,
  "field-invalid": ({ field, fault }) => FIELD_FAULTS[fault](field.en),
  "weight-sum": ({ item, sum, most }) =>
    `the weights below “${item.en}” add up to ${sum}, more than its own ${most}. Reduce them or leave all of them out`,
  "signature-missing": ({ by }) => `the signature of ${ROLES[by]} is missing; it can be handed in after that`,
  "seats-taken": ({ cap, most, taken, holders, waivableBy }) =>
    `${cap.en}: no seat is left${most === undefined ? "" : `, at most ${most}`}, ${taken} taken${holders.length === 0 ? "" : ` (${holders.slice(0, 5).join(", ")}${holders.length > 5 ? " and others" : ""})`}${waivableBy === undefined ? "" : `. It holds in principle and may be waived by ${ROLES[waivableBy]}`}`,
  "terms-used-up": ({ office, holder, most, waivableBy }) =>
    `${holder} has been ${office.en} for ${most} terms in a row and cannot be again${waivableBy === undefined ? "" : `. It holds in principle and may be waived by ${ROLES[waivableBy]}`}`,
  "name-not-as-composed": ({ name, expected }) => `the name “${name}” must be “${expected}”`,
  "name-taken": ({ name, holder }) => `the name “${name}” is already used by ${holder}; choose another`,
  recused: ({ reason }) => `you are recused from this one: ${reason}`,
  "conflict-of-interest": ({ institution }) =>
    `you belong to ${institution} and are recused from its own case by rule`,
  "already-done": ({ what, on: day }) => `${what.en} was done already${on(day)}; nothing is left to do`,
  "panel-incomplete": ({ have, need }) =>
    `the panel has ${have} of ${need} experts; ${have < need ? `${need - have} missing` : `${have - need} too many`}`,
  "not-assigned": ({ stage }) => `“${stage.en}” is not assigned to you; the assigned experts do it`,
  "term-not-ended": ({ act, earliest }) =>
    `“${act.en}” is not possible yet: the term has not ended. Earliest${on(earliest)}`,
  "standing-wrong": ({ word, allowed }) =>
    `the center is ${word === undefined ? "without standing" : `“${word.en}”`} now; this needs “${either(allowed.map((one) => one.en))}”`,
  "someone-opened-it": ({ what, by, on: day }) =>
    `${what.en} was opened already${by === undefined ? "" : ` by ${by}`}${on(day)}; go on in that one`,
  "settlement-out-of-bounds": ({ asks, least, most, choices }) =>
    `“${asks.en}” ${bounds(
      least,
      most,
      choices?.map((one) => one.en),
    )}; choose a value inside`,
  "urge-too-soon": ({ next }) => `this one was urged within 24 hours; possible again after ${at(next)}`,
  "not-late": ({ what, due }) =>
    `${what.en} is not late${due === undefined ? "" : `; it is due${on(due)}`}. Only what is late is urged`,
  "document-number-taken": ({ number, title, on: day }) =>
    `the number ${number} is taken${title === undefined ? "" : ` by “${title}”`}${on(day)}; use another one`,
  "no-holiday-table": ({ stage, year }) =>
    `“${stage.en}” counts working days, and the holidays of ${year} are not entered yet; it becomes possible once they are`,
  "in-cohort": ({ stage }) =>
    `“${stage.en}” is decided for all cases of the year together; do it on the page of the whole year`,
  "tie-undecided": ({ what, names, room }) =>
    `${names.join(", ")} are equal at “${what.en}” and there is room for ${room}; say first who is preferred`,
  barred: ({ who, until: last, why }) =>
    `${who} may not apply because of “${why.en}” until the end of ${sayDay("en", last)}; possible after that`,
  "nothing-to-act-on": ({ what }) => `there is no ${what.en} to act on; choose one first`,
  "entered-already": ({ register, title, on: day }) =>
    `${register.en} holds “${title}” already${day === undefined ? "" : `, since ${on(day)}`}; each is entered once: amend that entry`,
  "entry-struck": ({ title, reason, on: day }) =>
    `“${title}” was struck${day === undefined ? "" : ` on ${on(day)}`}: ${reason}; nothing more can be done to it`,
  "shares-over-whole": ({ title, sum }) =>
    `the centers that claim “${title}” have ${sum} of it together, more than the whole; lower the share`,
  administration: ({ why }) => ADMINISTRATION[why],
};

function bounds(
  least: number | undefined,
  most: number | undefined,
  choices: readonly string[] | undefined,
): string {
  if (choices !== undefined) return `can only be ${either(choices)}`;
  if (least !== undefined && most !== undefined) return `lies between ${least} and ${most}`;
  if (least !== undefined) return `is at least ${least}`;
  return most === undefined ? "cannot be settled like this" : `is at most ${most}`;
}
