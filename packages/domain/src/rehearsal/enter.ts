// What a form asks to be claimed is entered first: one entry of each kind that the register knows, verified where it must be.
import type { FormField, Policy, Register } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Hat } from "../contract/basics.ts";
import type { Env } from "../contract/decision.ts";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { counts } from "../history/register-records.ts";
import { managerOf, OFFICER } from "./cast.ts";
import { ask, claimableOf, type Ledger } from "./ledger.ts";
import { sampleAnswers } from "./sample-answers.ts";

export interface Entering {
  policy: Policy;
  root: CenterFacts | InstitutionFacts;
  field: FormField;
  env: (hat: Hat) => Env;
}

/** The ledger with something to claim for a field, where its institution has nothing yet. */
export function entered(ledger: Ledger, { policy, root, field, env }: Entering): Ledger {
  const { party } = root.host;
  if (claimsFor(ledger, party, field).length > 0) return ledger;
  const register = policy.registers.find(
    (one) => one.of === field.of && one.bearer !== "tenant" && suits(one, root),
  );
  const bearer =
    register?.bearer === "center" ? root : ledger.institutions.find(({ host }) => host.party === party);
  if (register === undefined || bearer === undefined) return ledger;
  return entriesOf(policy, register).reduce((before, answers) => {
    const act: Action = { kind: "record", root: bearer.id, register: register.key, answers };
    const recorded = ask(before, act, env(managerOf(party)));
    const made = recorded.decision.kind === "decided" ? recorded.decision.events : [];
    const entry = made.flatMap((event) => (event.kind === "recorded" ? [event.body.entry] : []))[0];
    if (register.checked === undefined || entry === undefined) return recorded.ledger;
    const verify: Action = { kind: "verify", root: bearer.id, entry, opinion: "预演" };
    return ask(recorded.ledger, verify, env(OFFICER)).ledger;
  }, ledger);
}

const suits = (register: Register, root: CenterFacts | InstitutionFacts): boolean =>
  register.bearer === "institution" ||
  (root.kind === "center" && register.for?.includes(root.type) !== false);

/** Entries for each item of the first list that a register chooses from. */
function entriesOf(policy: Policy, { fields }: Register): { [field: string]: unknown }[] {
  const sheet = { key: "entry", sections: [{ key: "entry", fields }] } as never;
  const filled = sampleAnswers(policy, sheet)["entry"] ?? {};
  const choice = fields.find(({ kind, fact }) => kind === "choice" && fact !== undefined);
  const items = policy.lists.find(({ key }) => key === choice?.list)?.items ?? [];
  if (choice === undefined || items.length === 0) return [filled];
  return items.map(({ key }) => ({ ...filled, [choice.key]: choice.many === true ? [key] : key }));
}

/** What an institution may claim in a field. */
export const claimsFor = (ledger: Ledger, party: number, field: Pick<FormField, "of">) =>
  claimableOf(ledger, party)
    .entries.filter((entry) => entry.of === field.of && counts(entry))
    .map(({ register, id, title, attributes }) => ({ register, entry: id, title, attributes }));
