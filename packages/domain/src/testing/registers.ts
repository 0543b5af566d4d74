import { readFileSync } from "node:fs";
import path from "node:path";
import { type FormField, Policy, type Register } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Answers } from "../contract/events.ts";
import { at, type Life, MANAGER, newLife, OFFICER } from "./life.ts";

// A pack with registers: entries are recorded and verified, and dossiers claim them.

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
const HERE = { zh: "名", en: "name" };
/** The root of the institution that enters and claims. */
export const OWN = "institution-1";
export const DAY = "2022-10-20";

export const AWARDS: Register = {
  key: "awards",
  label: { zh: "奖项台账", en: "awards" },
  bearer: "institution",
  of: "achievements",
  by: [{ role: "host" }],
  checked: { role: "authority" },
  same: ["number"],
  claims: { in: ["entry"], once: "tenant" },
  fields: [
    { key: "title", label: HERE, kind: "text", required: true },
    { key: "number", label: HERE, kind: "text" },
    { key: "kind", label: HERE, kind: "text", fact: "it.kind" },
    { key: "phone", label: HERE, kind: "phone", personal: true },
    {
      key: "shares",
      label: HERE,
      kind: "table",
      columns: [{ key: "share", label: HERE, kind: "number", share: true }],
    },
  ],
};
export const VISITS: Register = {
  key: "visits",
  bearer: "tenant",
  of: "activities",
  by: [{ role: "authority" }],
  public: true,
  fields: [
    { key: "title", kind: "text", required: true },
    { key: "amount", kind: "number", fact: "it.amount" },
    { key: "contact", kind: "phone", personal: true },
  ],
};
const CLAIMS: FormField = {
  key: "claimed",
  label: HERE,
  kind: "records",
  of: "achievements",
  share: true,
  where: {
    kind: "compare",
    of: { kind: "fact", fact: "it.kind" },
    is: "equal",
    than: "award",
  },
};

/** The pack with two registers, and claims in the form with which centers apply; a test may change more of it. */
export function lifeWithRegisters(changed: (policy: Policy) => Policy = (policy) => policy): Life {
  const policy = Policy.parse(JSON.parse(readFileSync(pack, "utf8")));
  const entry = policy.procedures.find(({ purpose }) => purpose === "entry");
  const form = policy.forms.find(({ key }) => entry?.stages.some((stage) => stage.form === key));
  form?.sections[0]?.fields.push(CLAIMS);
  const claims = { in: [entry?.key ?? ""], once: "tenant" as const };
  return newLife(changed({ ...policy, registers: [{ ...AWARDS, claims }, VISITS] }));
}

/** An award that the institution enters. */
export const recording = (answers: { [field: string]: unknown }): Action => ({
  kind: "record",
  root: OWN,
  register: "awards",
  answers: { title: "科技奖", number: "A-1", kind: "award", ...answers },
});

/** Enters an award and gives the id of its entry. */
export function enter(life: Life, answers: { [field: string]: unknown } = {}): string {
  const { events } = life.must(MANAGER, at(DAY), recording(answers));
  const [event] = events;
  return event?.kind === "recorded" ? event.body.entry : "";
}

/** An award that the authority has verified, so that it counts. */
export function verified(life: Life, answers: { [field: string]: unknown } = {}): string {
  const entry = enter(life, answers);
  life.must(OFFICER, at(DAY), { kind: "verify", root: OWN, entry, opinion: "属实" });
  return entry;
}

/** The institution with its entries, as they stand. */
export const institutionOf = (life: Life) => {
  const root = life.ledger().institutions.find(({ id }) => id === OWN);
  if (root === undefined) throw new Error("no institution");
  return root;
};

const claimsOf = (life: Life, entry: string, share: number): Answers => {
  const entryForm = life.parts.form(life.parts.stage(life.parts.procedure("entry"), "submit"));
  const section = entryForm.sections[0]?.key ?? "";
  const answers = life.answers(entryForm.key, { name: "甲中心" });
  const picked = { register: "awards", entry, share, title: "自己写的", attributes: {} };
  return { ...answers, [section]: { ...answers[section], claimed: [picked] } };
};

/** Opens an application of a center and gives the act that hands it in with a claim. */
export function claim(life: Life, entry: string, share: number): Extract<Action, { kind: "submit" }> {
  const procedure = life.parts.procedure("entry");
  const stage = life.parts.stage(procedure, "submit").key;
  const id = life.open(MANAGER, at("2022-10-21", "08:00:00"), {
    procedure: procedure.key,
    year: 2022,
    name: "甲中心",
  });
  return { kind: "submit", case: id, stage, answers: claimsOf(life, entry, share) };
}
