// The SQL that Kysely makes of every reading statement, so that a change of it is seen in review.
import { expect, test } from "vitest";
import type { Statement } from "../access/statement.ts";
import { listArrears, listFindings } from "./arrears.ts";
import {
  type CaseFilter,
  countCases,
  findCaseFile,
  listAttachments,
  listCaseEvents,
  listCases,
  listSubmissions,
} from "./cases.ts";
import {
  type CenterFilter,
  countCenters,
  findCenter,
  listCenters,
  listEvents,
  listObligationsOf,
} from "./centers.ts";
import { countDesk, listCopied, listDone, listStarted } from "./desk.ts";
import {
  countReceived,
  findDispatch,
  listAuthoritiesAbove,
  listDispatchesOf,
  listInbox,
  listOrigins,
  listReceived,
} from "./dispatches.ts";
import { findScoreDraft, listDraftParts } from "./drafts.ts";
import * as registers from "./registers.ts";
import * as registry from "./registry.ts";
import { findPacket, listPackets, listPeople } from "./reviews.ts";

const ID = "018f0000-0000-7000-8000-000000000001";
const page = { limit: 20, offset: 0 };
const desk = { tenant: 1, party: 2, user: ID, role: "officer", ...page } as const;
const cases: CaseFilter = {
  tenant: 1,
  purposes: ["entry"],
  year: 2022,
  states: ["submitted"],
  q: "心",
  party: 2,
  sort: "title",
  descending: true,
  ...page,
};
const centers: CenterFilter = { tenant: 1, standings: ["building"], year: 2022, q: "心", party: 2, ...page };

const entries: registers.EntryFilter = {
  tenant: 1,
  register: "r",
  states: ["recorded"],
  root: ID,
  party: 2,
  year: 2022,
  q: "心",
  attributes: { kind: "paper" },
  sort: "title",
  descending: true,
  ...page,
};

const STATEMENTS: { [name: string]: Statement<unknown> } = {
  listArrears: listArrears(1, 2022),
  listFindings: listFindings(1),
  listInbox: listInbox(page),
  listOrigins: listOrigins(1, "u"),
  listReceived: listReceived(1, page),
  countReceived: countReceived(1),
  findDispatch: findDispatch({ tenant: 1, root: ID, key: "k" }),
  listDispatchesOf: listDispatchesOf(1, ID),
  listAuthoritiesAbove: listAuthoritiesAbove(1),
  countCases: countCases(cases),
  listCases: listCases(cases),
  findCaseFile: findCaseFile(1, ID),
  listSubmissions: listSubmissions(1, ID),
  listAttachments: listAttachments(1, ID),
  listCaseEvents: listCaseEvents(1, ID),
  listCenters: listCenters(centers),
  countCenters: countCenters(centers),
  findCenter: findCenter(1, ID),
  listEvents: listEvents(1, ID),
  listObligationsOf: listObligationsOf(1, ID),
  countDesk: countDesk(desk),
  listDone: listDone(desk),
  listCopied: listCopied(desk),
  listStarted: listStarted(desk),
  listDraftParts: listDraftParts(1, ID),
  findScoreDraft: findScoreDraft(1, { id: ID, stage: "s", user: ID }),
  listPackets: listPackets(1),
  findPacket: findPacket(1, ID, "s"),
  listPeople: listPeople("expert", 2),
  listEntries: registers.listEntries(entries),
  countEntries: registers.countEntries(entries),
  countRegisters: registers.countRegisters(1),
  findEntry: registers.findEntry(1, ID),
  listEntryEvents: registers.listEntryEvents(1, ID),
  listClaims: registers.listClaims(1, { case: ID }),
  listEmployers: registers.listEmployers(),
  sealIdentity: registers.sealIdentity("n"),
  findPolicy: registry.findPolicy("h"),
  listAdoptions: registry.listAdoptions(1),
  listSettlements: registry.listSettlements(1),
  listDocuments: registry.listDocuments(1),
  listDocumentedCenters: registry.listDocumentedCenters(1, ID),
  listInstitutions: registry.listInstitutions(1),
  listInstitutionFacts: registry.listInstitutionFacts(1),
  findSpace: registry.findSpace(1),
  findAttachment: registry.findAttachment(1, ID),
  listAudit: registry.listAudit(1, page),
  firstBrokenLink: registry.firstBrokenLink(1),
  listDueRoots: registry.listDueRoots(1),
};

test("is the one that is committed", async () => {
  const text = Object.entries(STATEMENTS).map(
    ([name, statement]) => `-- ${name}\n${statement.text.trim()};\n`,
  );
  await expect(text.join("\n")).toMatchFileSnapshot("generated-sql.snapshot.sql");
});
