// Who has not reported, inspections and their findings, duties of institutions, audit.
import {
  firstBrokenLink,
  listArrears,
  listAudit,
  listDocuments,
  listFindings,
  listInstitutions,
  loadStatement,
} from "@yichuang/db";
import { abilitiesFor, dayOf, emptyInstitution, obligationsOf } from "@yichuang/domain";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewCase } from "../views/case-view.ts";
import { viewAbility } from "../views/verdict-view.ts";

const arrears = hatted.input(wearing({ year: z.int() })).query(async ({ ctx, input }) => {
  const { who, rows, institutions } = await ctx.scope.read({
    rows: listArrears(ctx.tenant, input.year),
    institutions: listInstitutions(ctx.tenant),
  });
  return { rows, institutions, now: who.now, today: dayOf(who.now) };
});

const findings = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, rows } = await ctx.scope.read({ rows: listFindings(ctx.tenant) });
  return { rows, today: dayOf(who.now) };
});

const institutions = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { rows } = await ctx.scope.read({ rows: listInstitutions(ctx.tenant) });
  return rows;
});

/** An institution in this tenant: what it owes here, what it may do, its own cases. */
const institution = hatted.input(wearing({ party: z.int() })).query(async ({ ctx, input }) => {
  const { who, loaded } = await ctx.scope.read({ loaded: loadStatement({ party: input.party }) });
  if (who.role === "expert" || loaded.institution === null || loaded.host === null) throw notFound();
  const { id } = loaded.institution;
  const stage = await setStage(ctx.scope, who, loaded);
  const { grade, ...host } = loaded.host;
  const root =
    stage.facts.institution ?? emptyInstitution(id, { ...host, ...(grade === null ? {} : { grade }) });
  const facts = { ...stage.facts, institution: root };
  const abilities = abilitiesFor(stage.policies, facts, {
    env: stage.env,
    place: { kind: "institution", institution: id },
  });
  return {
    id,
    host: root.host,
    policyHash: stage.policies.current.pin.hash,
    cases: root.cases.map((kase) => viewCase(kase, who)),
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

const audit = hatted.input(wearing({ page: z.int().min(1).default(1) })).query(async ({ ctx, input }) => {
  const { who, rows, broken } = await ctx.scope.read({
    rows: listAudit(ctx.tenant, { limit: 50, offset: (input.page - 1) * 50 }),
    broken: firstBrokenLink(ctx.tenant),
  });
  if (who.role !== "tenant-admin") throw notFound();
  return { rows, broken, pageSize: 50 };
});

export const supervisionRouter = router({ arrears, findings, institutions, institution, documents, audit });
