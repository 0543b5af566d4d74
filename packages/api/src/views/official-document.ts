// The official document over decided cases: its draft while it is written, its file once it is issued.
import { listDocumentedCenters, listDocuments, loadStatement, type Scope } from "@yichuang/db";
import type { CenterFacts, Uuid } from "@yichuang/domain";
import {
  checkOfficialDocx,
  composeDesignation,
  type OfficialDocument,
  renderOfficialDocx,
} from "@yichuang/documents";
import { findProcedure, findStage } from "@yichuang/policy";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { getPolicy } from "../policies.ts";
import { findCaseIn } from "./case-page.ts";
import { readsAsAuthority } from "./case-view.ts";

interface DraftRequest {
  stage: string;
  cases: Uuid[];
  title: string;
  number: string;
}

/** As it would print with these cases; nothing is registered. */
export async function draftDocument(
  scope: Scope,
  { stage: stageKey, cases, title, number }: DraftRequest,
): Promise<OfficialDocument> {
  const { who, loaded } = await scope.read({ loaded: loadStatement({ cases }) });
  if (!readsAsAuthority(who)) throw notFound();
  const stage = await setStage(scope, who, loaded);
  const found = cases.flatMap((id) => findCaseIn(stage, id) ?? []);
  const [first] = found;
  const policy = stage.policies.byHash[first?.kase.pin.hash ?? ""];
  const procedure = policy === undefined ? undefined : findProcedure(policy, first?.kase.procedure ?? "");
  const issuing = procedure === undefined ? undefined : findStage(procedure, stageKey);
  if (policy === undefined || procedure === undefined || issuing === undefined) throw notFound();
  const centers = found.flatMap(({ root }) => (root.kind === "center" ? [root] : [])).map(draftedCenter);
  return composeDesignation({ policy, procedure, stage: issuing, document: { title, number }, centers });
}

const draftedCenter = ({ name, host, type }: CenterFacts) => ({ name, host: host.name, type });

/** The file of an issued document, composed anew from what was registered. Only the authority asks for it here. */
export async function issuedDocx(
  scope: Scope,
  { tenant, document: id }: { tenant: number; document: Uuid },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { who, documents, rows } = await scope.read({
    documents: listDocuments(tenant),
    rows: listDocumentedCenters(tenant, id),
  });
  const document = documents.find((row) => row.document_id === id);
  const [first] = rows;
  if (!readsAsAuthority(who) || document === undefined || first === undefined) throw notFound();
  const policy = await getPolicy(scope, first.policy_hash);
  const procedure = findProcedure(policy, first.procedure_key);
  const stage = procedure === undefined ? undefined : findStage(procedure, first.stage_key);
  if (procedure === undefined || stage === undefined) throw notFound();
  const { number, title, issued_on: on } = document;
  const centers = rows.map(({ name, host_name: host, type_key: type, term_from: from, term_to: to }) => ({
    name,
    host,
    type,
    ...(from === null || to === null ? {} : { term: { from, to } }),
  }));
  const composed = composeDesignation({
    policy,
    procedure,
    stage,
    document: { number, title, on },
    centers,
  });
  const bytes = await renderOfficialDocx(composed);
  const faults = await checkOfficialDocx(bytes, composed);
  if (faults.length > 0) throw new Error(`document ${id}: ${faults.join("; ")}`);
  return { name: `${number} ${title}.docx`, bytes };
}
