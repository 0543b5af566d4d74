// Puts at least one row of the tenant into every table, as the superuser, so that no probe is empty.
import type { Client } from "pg";
import { HOSPITAL, TENANT } from "./probe-world.ts";

const ROOT = "018f0000-0000-7000-8000-000000000001";
const CASE = "018f0000-0000-7000-8000-000000000002";

/** `expert` is assigned; `officer` owns the sealed sheet and the idempotency record. */
export async function fillTables(
  client: Client,
  { expert, officer }: { expert: string; officer: string },
): Promise<void> {
  const rows = [...rowsOfRoot({ expert, officer }), ...rowsBeside({ officer }), ...registerRows()];
  for (const [text, values] of rows) await client.query(text, values);
}

function rowsOfRoot({ expert, officer }: { expert: string; officer: string }): [string, unknown[]][] {
  const [t, p] = [TENANT, HOSPITAL];
  return [
    ["insert into app.root_head values ($1, $2, 'center', $3, 1)", [t, ROOT, p]],
    ["insert into app.root_facts values ($1, $2, $3, 1, '{}')", [t, ROOT, p]],
    [
      "insert into app.event values ($1, $2, 1, 'center', $3, $4, 'opened', '2022-10-19', now(), $5, '{}', '[]', '{}', false)",
      [t, ROOT, p, CASE, officer],
    ],
    [
      "insert into app.center values ($1, $2, $3, 'stic', 'center', 'hospital', 'u', null, 'p', 1, 'h', '2022-10-19', 2022)",
      [t, ROOT, p],
    ],
    [
      "insert into app.center_state values ($1, $2, $3, 'building', null, null, null, null, null, '{}')",
      [t, ROOT, p],
    ],
    [
      "insert into app.center_span values ($1, $2, 1, $3, '2022-10-19', null, 'building', null)",
      [t, ROOT, p],
    ],
    [
      "insert into app.case_file values ($1, $2, 'center', $3, $4, 'entry', 'entry', 2022, 'h', '2022-10-19', null)",
      [t, CASE, ROOT, p],
    ],
    [
      "insert into app.case_state values ($1, $2, $3, 'case', 'entry', 2022, 'draft', null, null, 0, null, null, null, '{}')",
      [t, CASE, p],
    ],
    [
      "insert into app.obligation (tenant_id, root_id, obligation_key, party_id, to_space, to_role, act, year, title, matter, opens_at, state) values ($1, $2, 'k', $3, $3, 'institution-manager', 'submit', 2022, 't', 'm', now(), 'open')",
      [t, ROOT, p],
    ],
    ["insert into app.submission values ($1, $2, 'collect', 1, $3, '{}', now())", [t, CASE, p]],
    [
      "insert into app.review_packet values ($1, $2, 'assess', array[$3]::uuid[], 't', null, '{}')",
      [t, CASE, expert],
    ],
    [
      "insert into app.finding values ($1, $2, $3, $4, $3, 't', null, '2022-10-19', null)",
      [t, ROOT, CASE, p],
    ],
    ["insert into app.notice values ($1, $2, 'n', $3, $3, null, 't', 'x', now())", [t, ROOT, p]],
    ["insert into app.settlement values ($1, $2, 'p', null, null, '1', 'r', '2022-10-19', 'n')", [t, CASE]],
    ["insert into app.document values ($1, $2, 'letter', 'n', 't', '2022-10-19')", [t, CASE]],
  ];
}

/** What is kept beside the streams: parties, what looks beyond one root, and what people write. */
function rowsBeside({ officer }: { officer: string }): [string, unknown[]][] {
  const [t, p] = [TENANT, HOSPITAL];
  return [
    [
      "insert into app.root_party values ($1, $2, $3, $4, $4, 'joint', '2022-10-19', null)",
      [t, ROOT, CASE, p],
    ],
    ["insert into app.fact_record values ($1, $2, 'designations', 'center', $3, '{}')", [t, ROOT, p]],
    [
      "insert into app.dispatch values ($1, $2, 'k', $3, 1, 'recommendation', 'p', null, 't', 'w', '2022-10-19', null, '{}')",
      [t, ROOT, p],
    ],
    [
      "insert into app.dispatch_answer values ($1, 1, $2, 'k', $3, 'received', 'w', '2022-10-19', 'n')",
      [t, ROOT, p],
    ],
    ["insert into app.seat_scope values ($1, 'cap', 1)", [t]],
    [
      "insert into app.network_center values ($1, $2, $3, array[$3]::int[], 'n', 'h', 'u', 'stic', 'district', 'f', '500102', 'building', '', '{}')",
      [t, ROOT, p],
    ],
    [
      "insert into app.public_center values ($1, $2, $3, 'n', 'h', 'stic', 't', 'district', '', '', 'building', 'w', '2022-10-19', null, null, '[]')",
      [t, ROOT, p],
    ],
    [
      "insert into app.public_notice values ($1, $2, 's', $3, 'n', 'h', 'm', 'p', '2022-10-19', '2022-10-25', false)",
      [t, CASE, p],
    ],
    ["insert into app.rollup values ($1, 'district', 'stic', 'f', '', 'building', '', 1)", [t]],
    ["insert into app.draft values ($1, $2, 'basics', $3, 1, '{}', 'x')", [t, CASE, p]],
    ["insert into app.score_draft values ($1, $2, 'review', $3, 1, '{}')", [t, CASE, officer]],
    [
      "insert into app.attachment values ($1, $2, $3, $4, $2, 'a.pdf', 'application/pdf', 1, 'x')",
      [t, CASE, p, officer],
    ],
    [
      "insert into app.idempotency (tenant_id, owner_user, key, body_hash) values ($1, $2, $3, 'x')",
      [t, officer, CASE],
    ],
    ["insert into audit.head values ($1, 1, '\\x')", [t + 900]],
    [
      "insert into app.policy_version values ($1, $2, 'p', 1, repeat('a', 64), 't', '{}', 'draft', $3, now())",
      [t, CASE, officer],
    ],
    [
      "insert into app.call select $1, 'p', 1, 2022, 'c', doc_hash, 't', '{}', $2, now() from app.policy_doc limit 1",
      [t, officer],
    ],
    ["insert into app.holiday values (2022, '2022-10-01', 'off')", []],
    [
      "insert into app.external_center values ($1, 'c', 'national', 't', 'a', 'h', null, null, '500102', '2000-01-01', null, null)",
      [ROOT],
    ],
  ];
}

const registerRows = (): [string, unknown[]][] => [
  [
    "insert into app.register_entry values ($1, $2, $3, 'center', $4, 'r', 'achievements', 't', '{}', '{}', 'f', 'recorded', false, false, '2022-10-19', null, '2022-10-19', null, null, null)",
    [TENANT, ROOT, CASE, HOSPITAL],
  ],
  [
    "insert into app.claim values ($1, 'f', $2, $3, $4, 's', 'p', 2022, 'r', $2, 'achievements', 't', null, false)",
    [TENANT, CASE, HOSPITAL, ROOT],
  ],
];
