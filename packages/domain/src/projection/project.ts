import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts, InstitutionFacts, RootFacts, TenantFacts } from "../contract/facts.ts";
import type { DocumentRow, ObligationRow, RowSet, SettlementRow } from "../contract/rows.ts";
import type { Settlement } from "../contract/verdict.ts";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { noticeRows } from "./notices.ts";
import { packetRows } from "./review-packets.ts";
import { answerRows, dispatchRows } from "./rows-of-dispatches.ts";
import { claimRows, entryRows } from "./rows-of-registers.ts";
import { caseRow, caseStateRow, submissionRows } from "./rows-of-case.ts";
import { factRecordRows, rootPartyRows } from "./rows-of-network.ts";
import { publishedRows } from "./published.ts";
import { publicCenterRows, publicNoticeRows } from "./public.ts";
import { centerRows, centerStateRows, findingRows, spanRows } from "./rows-of-center.ts";

const NO_ROWS: RowSet = {
  center: [],
  center_state: [],
  center_span: [],
  case_file: [],
  case_state: [],
  obligation: [],
  submission: [],
  review_packet: [],
  finding: [],
  notice: [],
  settlement: [],
  document: [],
  register_entry: [],
  claim: [],
  root_party: [],
  fact_record: [],
  network_center: [],
  public_center: [],
  public_notice: [],
  dispatch: [],
  dispatch_answer: [],
};

/**
 * All rows of one root, from its own facts and the policies that they are pinned to. Nothing else is looked at, not
 * even the day, so that a replay finds the stored rows (rulings 6).
 */
export function project(policies: PolicySet, root: RootFacts): RowSet {
  const register_entry = entryRows(root, policies.tenant);
  if (root.kind === "tenant") return { ...ofTenant(root), register_entry };
  const obligations = obligationsOf(policies, root);
  const ofEveryRoot = { obligation: obligations, register_entry };
  const rows = { ...NO_ROWS, ...ofCases(policies, root, obligations), ...ofEveryRoot };
  if (root.kind === "institution") return rows;
  return {
    ...rows,
    center: centerRows(root),
    center_state: centerStateRows(root),
    center_span: spanRows(root),
    review_packet: root.cases.flatMap((kase) => packetRows(policies, root, kase)),
    finding: findingRows(root),
    notice: noticeRows(policies, root),
    root_party: rootPartyRows(root),
    fact_record: factRecordRows(policies, root),
    network_center: publishedRows(policies, root),
    public_center: publicCenterRows(policies, root),
    public_notice: publicNoticeRows(policies, root),
    dispatch: dispatchRows(policies, root),
  };
}

const ofTenant = (tenant: TenantFacts): RowSet => ({
  ...NO_ROWS,
  settlement: tenant.settlements.map(settlementRow),
  document: tenant.documents.map(documentRow),
  dispatch_answer: answerRows(tenant),
});

function ofCases(
  policies: PolicySet,
  root: CenterFacts | InstitutionFacts,
  obligations: readonly ObligationRow[],
): Pick<RowSet, "case_file" | "case_state" | "submission" | "settlement" | "claim"> {
  const { cases } = root;
  return {
    case_file: cases.map((kase) => caseRow(root, kase)),
    case_state: cases.map((kase) => caseStateRow(policies, { root, kase, obligations })),
    submission: cases.flatMap((kase) => submissionRows(root, kase)),
    claim: cases.flatMap((kase) => claimRows(root, kase)),
    settlement: cases.flatMap((kase) => kase.settlements.map(settlementRow)),
  };
}

const settlementRow = (settlement: Settlement): SettlementRow => ({
  settlement_id: settlement.id,
  path: settlement.path,
  case_id: settlement.case ?? null,
  year: settlement.year ?? null,
  value: settlement.value,
  reading: settlement.as,
  on_day: settlement.on,
  by_name: settlement.by.name,
});

const documentRow = ({ id, kind, number, title, on }: TenantFacts["documents"][number]): DocumentRow => ({
  document_id: id,
  kind,
  number,
  title,
  issued_on: on,
});
