// What administrators ask of the database. Each statement is one definer function that checks the hat itself.
import type { CalendarDate, HatRole, KeptRehearsal, SpaceId, Uuid } from "@yichuang/domain";
import type { AdministrationFault, Overlay, Policy } from "@yichuang/policy";
import { jsonStatement, type Statement } from "../access/statement.ts";

export type AdminAnswer =
  | { done: true; tenant?: SpaceId; party?: SpaceId; user?: Uuid }
  | { refused: AdministrationFault };

export interface PolicyVersionRow {
  version_id: Uuid;
  policy_key: string;
  version_no: number;
  doc_hash: string;
  title: string;
  state: "draft" | "rehearsed" | "published" | "retired";
  saved_by: Uuid;
  saved_at: string;
  rehearsal: KeptRehearsal | null;
  asked_by: Uuid | null;
  asked_from: CalendarDate | null;
  published_by: Uuid | null;
  in_force_from: CalendarDate | null;
}
export interface AdoptionRow {
  policy_key: string;
  version_no: number;
  doc_hash: string;
  in_force_from: CalendarDate;
  in_force_to: CalendarDate | null;
}
export interface CallRow {
  policy_key: string;
  version_no: number;
  year: number;
  call_key: string;
  doc_hash: string;
  title: string;
  adopted_at: string;
}
export interface PolicyShelf {
  versions: PolicyVersionRow[];
  adoptions: AdoptionRow[];
  calls: CallRow[];
}
export interface TenantRow {
  tenant: SpaceId;
  name: string;
  tier: string | null;
  region: string | null;
  parent: SpaceId | null;
  institutions: number;
  policy: { key: string; version: number; from: CalendarDate } | null;
}
export interface EnrolledRow {
  party: SpaceId;
  name: string;
  uscc: string;
  grade: string | null;
}
export interface HattedPersonRow {
  user: Uuid;
  signIn: string;
  name: string;
  hat: Uuid;
  role: HatRole;
  party: SpaceId;
  unit: string;
  disabled: boolean;
}

const asking = <T = AdminAnswer>(name: string, body: object): Statement<T> =>
  jsonStatement(`select ${name}($1::jsonb)`, [JSON.stringify(body)]);

interface AtVersion {
  tenant: SpaceId;
  id: Uuid;
}

export const savePolicyVersion = (
  draft: AtVersion & { policy: string; version: number; hash: string; title: string; body: Policy },
): Statement<AdminAnswer> => asking("app.save_policy", draft);

export const noteRehearsal = (at: AtVersion & { rehearsal: KeptRehearsal }): Statement<AdminAnswer> =>
  asking("app.note_rehearsal", at);

export const askPublication = (at: AtVersion & { from: CalendarDate }): Statement<AdminAnswer> =>
  asking("app.ask_publication", at);

/** The platform says from which day; a tenant's leader confirms the day that was asked for. */
export const publishPolicy = (at: AtVersion & { from?: CalendarDate }): Statement<AdminAnswer> =>
  asking("app.publish_policy", at);

export const retirePolicy = (at: AtVersion): Statement<AdminAnswer> => asking("app.retire_policy", at);

/** `base` is the adopted version's hash, `hash` and `body` the document that holds under the call. */
export const adoptCall = (call: {
  tenant: SpaceId;
  policy: string;
  version: number;
  year: number;
  call: string;
  title: string;
  base: string;
  hash: string;
  body: Policy;
  overlay: Overlay;
}): Statement<AdminAnswer> => asking("app.adopt_call", call);

export const createTenant = (tenant: {
  name: string;
  tier: string;
  region: string;
  parent: SpaceId | null;
  root: Uuid;
}): Statement<AdminAnswer> => asking("app.create_tenant", tenant);

/** An institution that is registered already keeps its name and grade. */
export const putInstitution = (institution: {
  tenant: SpaceId;
  uscc: string;
  name: string;
  grade: string | null;
  root: Uuid;
  enrolment: Uuid;
}): Statement<AdminAnswer> => asking("app.put_institution", institution);

export const putPerson = (person: {
  tenant: SpaceId;
  party: SpaceId | null;
  role: HatRole;
  signIn: string;
  name: string;
  passwordHash: string;
  id: Uuid;
  hat: Uuid;
  user?: Uuid;
}): Statement<AdminAnswer> => asking("auth.put_person", person);

export const listPolicyVersions = (tenant: SpaceId): Statement<PolicyShelf> =>
  jsonStatement("select app.list_policy_versions($1)", [tenant]);

export const findPolicyVersion = (
  tenant: SpaceId,
  id: Uuid,
): Statement<(PolicyVersionRow & { body: Policy }) | null> =>
  jsonStatement("select app.find_policy_version($1, $2)", [tenant, id]);

export const listTenantRows = (): Statement<TenantRow[]> => jsonStatement("select app.list_tenants()");

export const listTenantPeople = (tenant: SpaceId): Statement<HattedPersonRow[]> =>
  jsonStatement("select auth.tenant_people($1)", [tenant]);

export const listTenantInstitutions = (tenant: SpaceId): Statement<EnrolledRow[]> =>
  jsonStatement("select app.tenant_institutions($1)", [tenant]);
