// The tables as Kysely sees them, and a Kysely that only compiles: statements run through a scope.
import type { RowSet } from "@yichuang/domain";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";

type InTenant<Row> = Row & { tenant_id: number };
type Projected = { [T in keyof RowSet as `app.${T}`]: InTenant<RowSet[T][number]> };

export interface EventRow {
  tenant_id: number;
  root_id: string;
  seq: number;
  root_kind: string;
  party_id: number;
  case_id: string | null;
  kind: string;
  on_day: string;
  at: string;
  actor: string | null;
  who: object | null;
  consulted: string[];
  body: object;
  sealed: boolean;
}

export interface Tables extends Projected {
  "app.event": EventRow;
  "app.root_head": { tenant_id: number; root_id: string; kind: string; party_id: number; head_seq: number };
  "app.root_facts": { tenant_id: number; root_id: string; party_id: number; at_seq: number; facts: object };
  "app.space": {
    tenant_id: number;
    kind: string;
    parent_id: number | null;
    tier: string | null;
    region_code: string | null;
    name: string;
    root_id: string;
    lft: number | null;
  };
  "app.institution": {
    tenant_id: number;
    uscc: string;
    name: string;
    grade: string | null;
    kind: string | null;
    ownership: string | null;
    region: string | null;
    beds: number | null;
  };
  "app.enrolment": { tenant_id: number; party_id: number; root_id: string };
  "app.adoption": {
    tenant_id: number;
    policy_key: string;
    version_no: number;
    doc_hash: string;
    in_force_from: string;
    in_force_to: string | null;
  };
  "app.policy_doc": { doc_hash: string; body: object };
  "app.region": {
    region_code: string;
    parent_code: string | null;
    name: string;
    kind: "division" | "zone";
    valid_from: string;
    valid_to: string | null;
    predecessors: string[];
    end_reason: string | null;
  };
  "app.external_center": {
    center_id: string;
    name: string;
    tier: string;
    title: string;
    authority: string;
    host: string;
    uscc: string | null;
    field: string | null;
    place: string | null;
    valid_from: string;
    valid_to: string | null;
    end_reason: string | null;
  };
  "app.holiday": { year: number; day: string; kind: string };
  "app.draft": {
    tenant_id: number;
    case_id: string;
    part_key: string;
    party_id: number;
    version: number;
    answers: { [field: string]: unknown };
    saved_by: string;
    saved_at: string;
  };
  "app.score_draft": {
    tenant_id: number;
    case_id: string;
    stage_key: string;
    owner_user: string;
    version: number;
    answers: { scores?: { [item: string]: number }; comments?: { [item: string]: string } };
    saved_at: string;
  };
  "app.attachment": {
    tenant_id: number;
    file_id: string;
    party_id: number;
    owner_user: string;
    case_id: string | null;
    name: string;
    kind: string;
    bytes: number;
    sha256: string;
    at: string;
  };
  "audit.entry": {
    tenant_id: number;
    seq: number;
    at: string;
    actor: string | null;
    hat: string | null;
    role: string | null;
    action: string;
    object: string;
    outcome: string;
    digest: string;
  };
}

/** Compiles only. A query that is executed here would answer nothing: there is no connection behind it. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
