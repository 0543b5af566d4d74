// What a decision may look at, as the database hands it over.
import type {
  Claimable,
  DispatchAnswer,
  FactRecord,
  HostFacts,
  InstitutionFacts,
  KnownParty,
  ParentFacts,
  ReceivedDispatch,
  RootFacts,
  RootKind,
  SpaceId,
  TenantFacts,
  Uuid,
} from "@yichuang/domain";
import { jsonStatement, type Statement } from "./statement.ts";

export interface LoadRequest {
  roots?: Uuid[];
  /** cases whose roots are wanted */
  cases?: Uuid[];
  /** every case of a procedure and year, with its root */
  cohort?: { procedure: string; year: number };
  /** every center, for a campaign that asks each of them */
  campaign?: true;
  /** every root that the hat has a right to, for a board of duties and figures */
  board?: true;
  /** the centers above those that are asked for */
  above?: true;
  /** the centers under those that are asked for, and under those above them where they are asked for too */
  branches?: true;
  /** the institution that is acted upon, where it is not the one that acts */
  party?: SpaceId;
  /** centers that the act names as those above */
  parents?: Uuid[];
  /** institutions that the act names by their credit codes, and spaces that it names by themselves */
  usccs?: string[];
  spaces?: SpaceId[];
  /** centers of other tenants whose dispatches to this one the act names */
  dispatches?: { tenant: SpaceId; root: Uuid }[];
  /** idempotency key of the act that is about to be decided */
  key?: Uuid;
  /** entries of registers that the act claims */
  entries?: Uuid[];
}

export interface LoadedRoot {
  kind: RootKind;
  id: Uuid;
  party: SpaceId;
  seen: number;
  facts: RootFacts | null;
}

export interface Loaded {
  /** what was answered to the same key before */
  replay: { hash: string; answer: { at: string; [name: string]: unknown } } | null;
  /** only those that the hat has a right to */
  roots: LoadedRoot[];
  tenant: { id: Uuid; name: string; seen: number; facts: TenantFacts | null };
  institution: { id: Uuid; seen: number; facts: InstitutionFacts | null } | null;
  host: HostFacts | null;
  adoptions: { policy: string; version: number; hash: string; from: string; to: string | null }[];
  /** calls of the versions that were adopted; the later one of a year counts */
  calls: { policy: string; version: number; year: number; call: string; hash: string }[];
  holidays: { year: number; day: string; kind: "off" | "work" }[];
  parents: ParentFacts[];
  parties: KnownParty[];
  /** how often each scope of seats was taken from */
  seats: { [scope: string]: number };
  sets: { [collection: string]: FactRecord[] };
  dispatches: { received: ReceivedDispatch[]; answered: DispatchAnswer[] };
  claimable?: Claimable;
}

/** What may be claimed: named entries, or all of a collection; with every claim of the same that there is. */
export const claimableStatement = (ask: { entries: Uuid[] } | { of: string }): Statement<Claimable> =>
  jsonStatement("select app.claimable($1::jsonb)", [JSON.stringify(ask)]);

/** The facts as one text, with calls and dispatches put in before its last brace: they are read beside it. */
export const loadStatement = (request: LoadRequest): Statement<Loaded> =>
  jsonStatement(
    `select left(f, -1) || ',"calls":' || (select coalesce(json_agg(json_build_object('policy', c.policy_key,
       'version', c.version_no, 'year', c.year, 'call', c.call_key, 'hash', c.doc_hash) order by c.year, c.adopted_at), '[]')
       from app.call c)::text
       || ',"dispatches":' || app.dispatches_for($1::jsonb) || '}' from app.load_facts($1::jsonb) f`,
    [JSON.stringify(request)],
  );
