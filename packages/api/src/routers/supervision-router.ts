// Who has not reported, inspections and their findings, duties of institutions, audit.
import {
  editInstitution,
  firstBrokenLink,
  listArrears,
  listAudit,
  listDocuments,
  listFindings,
  listInstitutionFacts,
  listInstitutions,
  listRegions,
  loadStatement,
} from "@yichuang/db";
import { abilitiesFor, auditedWord, dayOf, emptyInstitution, obligationsOf } from "@yichuang/domain";
import { z } from "zod";
import { setStage, type StageSet } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { readsAsAuthority, viewCase } from "../views/case-view.ts";
import { draftDocument } from "../views/official-document.ts";
import { viewAbility } from "../views/verdict-view.ts";

/**
 * What institutions owe in a year. An application is nobody's duty; what institutions owe themselves is worked out
 * from the policy, since an institution that has never done anything has no rows yet.
 */
const arrears = hatted.input(wearing({ year: z.int() })).query(async ({ ctx, input }) => {
  const { who, rows, institutions, loaded, facts } = await ctx.scope.read({
    rows: listArrears(ctx.tenant, input.year),
    institutions: listInstitutions(ctx.tenant),
    loaded: loadStatement({}),
    facts: listInstitutionFacts(ctx.tenant),
  });
  if (!readsAsAuthority(who)) throw notFound();
  const stage = await setStage(ctx.scope, who, loaded);
  const { policy } = stage.policies.current;
  const entries = policy.procedures.filter(({ purpose }) => purpose === "entry").map(({ key }) => key);
  const owed = rows.filter((row) => row.procedure_key === null || !entries.includes(row.procedure_key));
  const known = new Set(facts.map((root) => root.id));
  const silent = institutions.filter(({ root_id: id }) => !known.has(id));
  return {
    rows: [...owed, ...silent.flatMap((one) => owedByItself(stage, one, input.year))],
    institutions,
    now: who.now,
    today: dayOf(who.now),
  };
});

type Institution = { party_id: number; root_id: string; name: string; uscc: string; grade: string | null };

function owedByItself(
  stage: StageSet,
  { party_id: party, root_id: id, name, uscc, grade }: Institution,
  year: number,
) {
  const root = emptyInstitution(id, { party, uscc, name, ...(grade === null ? {} : { grade }) });
  return obligationsOf(stage.policies, root, dayOf(stage.env.now))
    .filter((row) => row.year === year && row.to_space === party)
    .map((row) => ({ ...row, unit: name }));
}

const findings = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, rows } = await ctx.scope.read({ rows: listFindings(ctx.tenant) });
  return { rows, today: dayOf(who.now) };
});

const institutions = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { rows } = await ctx.scope.read({ rows: listInstitutions(ctx.tenant) });
  return rows;
});

const Word = z.string().trim().min(1).max(100).nullable();
const REGISTRARS: readonly string[] = ["officer", "tenant-admin"];

/** The authority keeps the registry of the institutions that act in its tenant. */
const editInstitutionEntry = hatted
  .input(
    wearing({
      party: z.int(),
      grade: Word,
      kind: Word,
      ownership: Word,
      /** the region in which it lies; null leaves it as it is */
      regionCode: z.string().max(9).nullable(),
      beds: z.int().min(0).max(100_000).nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { as: _as, ...edit } = input;
    const { who, rows, regions } = await ctx.scope.read({
      rows: listInstitutions(ctx.tenant),
      regions: listRegions(),
    });
    const known =
      rows.some(({ party_id: party }) => party === edit.party) &&
      (edit.regionCode === null || regions.some(({ code }) => code === edit.regionCode));
    if (!readsAsAuthority(who) || !REGISTRARS.includes(who.role) || !known) throw notFound();
    await ctx.auth.touch(ctx.sessionHash);
    await ctx.scope.read({ edited: editInstitution(edit) });
    return { kind: "done" as const };
  });

/** An institution in this tenant: what it owes here, what it may do, its own cases. */
const institution = hatted.input(wearing({ party: z.int() })).query(async ({ ctx, input }) => {
  const { who, loaded } = await ctx.scope.read({ loaded: loadStatement({ party: input.party }) });
  if (who.role === "expert" || loaded.institution === null || loaded.host === null) throw notFound();
  const { id } = loaded.institution;
  const stage = await setStage(ctx.scope, who, loaded);
  const root = stage.facts.institution ?? emptyInstitution(id, loaded.host);
  const facts = { ...stage.facts, institution: root };
  const abilities = abilitiesFor(stage.policies, facts, {
    env: stage.env,
    place: { kind: "institution", institution: id },
  });
  return {
    id,
    host: root.host,
    policyHash: stage.policies.current.pin.hash,
    cases: root.cases.map((kase) => viewCase(kase, who, root.host.party)),
    duties: root.duties,
    obligations: obligationsOf(stage.policies, root, dayOf(who.now)),
    abilities: abilities.map(viewAbility),
    now: who.now,
    today: dayOf(who.now),
  };
});

const documents = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { rows } = await ctx.scope.read({ rows: listDocuments(ctx.tenant) });
  return rows;
});

const documentDraft = hatted
  .input(
    wearing({
      stage: z.string().max(100),
      cases: z.array(z.uuid()).min(1).max(500),
      title: z.string().trim().max(300),
      number: z.string().trim().max(100),
    }),
  )
  .query(({ ctx, input }) => draftDocument(ctx.scope, input));

const audit = hatted.input(wearing({ page: z.int().min(1).default(1) })).query(async ({ ctx, input }) => {
  const { who, rows, broken } = await ctx.scope.read({
    rows: listAudit(ctx.tenant, { limit: 50, offset: (input.page - 1) * 50 }),
    broken: firstBrokenLink(ctx.tenant),
  });
  if (who.role !== "tenant-admin" || who.party !== who.tenant) throw notFound();
  return { rows: rows.map((row) => ({ ...row, said: auditedWord(row.action).zh })), broken, pageSize: 50 };
});

export const supervisionRouter = router({
  arrears,
  findings,
  institutions,
  editInstitution: editInstitutionEntry,
  institution,
  documents,
  documentDraft,
  audit,
});
