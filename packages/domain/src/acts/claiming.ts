import type { Collection, Form, RecordClaim, Register } from "@yichuang/policy";
import type { Answers, Claim, EarlierClaim, NewEvent } from "../contract/events.ts";
import type { Claimable, ClaimableEntry } from "../contract/facts.ts";
import { Exact, exactOf, sumOf } from "../evaluate/decimal.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { withRecord } from "../evaluate/world.ts";
import { claimsIn, type FieldClaims } from "../forms/claims.ts";
import { counts } from "../history/register-records.ts";
import type { StageScene } from "./scene.ts";
import { tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

type Seen = Claimable["claims"][number];

/** What stands in the way of what a dossier claims: entries that are not there, and shares of more than the whole. */
export const checkClaims = (at: StageScene, form: Form, answers: Answers): Obstacle[] =>
  claimsIn(form, answers).flatMap((asked) => asked.claims.flatMap((claim) => checkClaim(at, asked, claim)));

function checkClaim(at: StageScene, asked: FieldClaims, claim: RecordClaim): Obstacle[] {
  const { field, section } = asked;
  const about = {
    clauses: clausesOfNodes(at.policy, field),
    field: `${section}/${field.key}`,
  };
  const label = labelOf(field);
  const entry = findEntry(at, asked, claim);
  if (entry === undefined)
    return [refuse("field-invalid", { field: label, fault: "not-in-register" }, about)];
  if (!suits(at, asked, entry)) return [refuse("field-invalid", { field: label, fault: "choice" }, about)];
  if (field.share !== true) return [];
  const share = exactOf(claim.share);
  if (share === undefined || share.lte(0) || share.gt(1)) {
    return [refuse("field-invalid", { field: label, fault: "share" }, about)];
  }
  const sum = sumOf([share, ...othersShares(at, entry)]);
  return sum.gt(1) ? [refuse("shares-over-whole", { title: entry.title, sum: sum.toString() }, about)] : [];
}

function findEntry(at: StageScene, { field }: FieldClaims, claim: RecordClaim): ClaimableEntry | undefined {
  const entries = at.scene.facts.claimable?.entries ?? [];
  return entries.find(
    (entry) =>
      entry.id === claim.entry &&
      entry.register === claim.register &&
      entry.of === field.of &&
      counts(entry) &&
      allows(at, entry),
  );
}

/** A register of the tenant says in which procedures its entries are claimed; the institution's own ledger serves all. */
function allows(at: StageScene, entry: ClaimableEntry): boolean {
  const register = at.policy.registers.find((one) => one.key === entry.register);
  return register?.claims === undefined || register.claims.in.includes(at.procedure.key);
}

const suits = (at: StageScene, { field, section }: FieldClaims, entry: ClaimableEntry): boolean =>
  field.where === undefined ||
  evaluateCondition(
    field.where,
    withRecord(at.world, entry.attributes),
    `forms/${at.stage.form ?? ""}/sections/${section}/fields/${field.key}/where`,
  ).truth === "true";

/** How much of an entry each other center claims, in the scope in which it is claimed once. */
function othersShares(at: StageScene, entry: ClaimableEntry): Exact[] {
  const most = new Map<string, Exact>();
  for (const seen of earlierOf(at, entry)) {
    const share = exactOf(seen.share);
    if (share === undefined || seen.root === at.root.id) continue;
    const root = seen.root ?? `${seen.tenant}/${seen.year}`;
    most.set(root, Exact.max(most.get(root) ?? share, share));
  }
  return [...most.values()];
}

/** Claims of the same thing by other cases, within the tenant or its tier as the register says. */
function earlierOf(at: StageScene, entry: ClaimableEntry): Seen[] {
  const once = onceOf(at.policy.registers, entry.of, at.procedure.key);
  return (at.scene.facts.claimable?.claims ?? []).filter(
    (seen) =>
      seen.fingerprint === entry.fingerprint &&
      seen.case !== at.kase.id &&
      (seen.scope === "tenant" || (once === "tier" && seen.scope === "tier")),
  );
}

/** Within what an entry is claimed once: as the policy's register of the collection says, else within the tenant. */
const onceOf = (registers: readonly Register[], of: Collection, procedure: string): "tenant" | "tier" =>
  registers.find((register) => register.of === of && register.claims?.in.includes(procedure) === true)?.claims
    ?.once ?? "tenant";

/** The answers with each claim as its register says today, whatever a client wrote into the snapshot. */
export function withSnapshots(at: StageScene, form: Form, answers: Answers): Answers {
  return claimsIn(form, answers).reduce((kept, asked) => {
    if (asked.claims.length === 0) return kept;
    const claims = asked.claims.map((claim) => {
      const entry = findEntry(at, asked, claim);
      return entry === undefined
        ? claim
        : { ...claim, title: entry.title, attributes: { ...entry.attributes } };
    });
    return { ...kept, [asked.section]: { ...kept[asked.section], [asked.field.key]: claims } };
  }, answers);
}

/** The event that notes what a dossier claims; none where its form asks for no records. */
export function claimedBy(at: StageScene, form: Form, answers: Answers): NewEvent[] {
  const asked = claimsIn(form, answers);
  if (asked.length === 0) return [];
  const claims = asked.flatMap((one) =>
    one.claims.flatMap((claim): Claim[] => {
      const entry = findEntry(at, one, claim);
      return entry === undefined ? [] : [claimOf(at, entry, claim)];
    }),
  );
  return [tell(at, "claimed", { of: [...new Set(asked.map(({ field }) => field.of))], claims })];
}

const claimOf = (at: StageScene, entry: ClaimableEntry, { share }: RecordClaim): Claim => ({
  register: entry.register,
  entry: entry.id,
  of: entry.of,
  title: entry.title,
  attributes: entry.attributes,
  fingerprint: entry.fingerprint,
  ...(share === undefined ? {} : { share: String(share) }),
  earlier: earlierOf(at, entry).map(({ tenant, name, year }): EarlierClaim => ({ tenant, name, year })),
});
