// Tenants, their institutions and their people: the platform's administrator in any, a tenant's own in its own.
import {
  createTenant,
  listTenantInstitutions,
  listTenantPeople,
  listTenantRows,
  putInstitution,
  putPerson,
  uuidv7,
} from "@yichuang/db";
import { adminAbilities, usccFault } from "@yichuang/domain";
import { HatRole } from "@yichuang/policy";
import { z } from "zod";
import { administer, asAdministrator, mayAdminister } from "../administer.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewVerdict } from "../views/verdict-view.ts";

const Name = z.string().trim().min(1).max(200);
const Tenant = z.int().positive();

/** What the hat may administer, or why not; empty for those who administer nothing. */
const abilities = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who } = await ctx.scope.read({});
  return adminAbilities(who).map(({ act, verdict }) => ({ act, verdict: viewVerdict(verdict) }));
});

const list = hatted
  .input(wearing({}))
  .query(({ ctx }) =>
    asAdministrator(async () => (await ctx.scope.read({ tenants: listTenantRows() })).tenants),
  );

const create = hatted
  .input(
    wearing({
      name: Name,
      tier: z.string().max(40),
      region: z.string().max(12),
      parent: z.int().positive().nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { refused } = await mayAdminister(ctx.scope, "create-tenant");
    const { as: _as, ...tenant } = input;
    return refused ?? administer(ctx.scope, createTenant({ ...tenant, root: uuidv7() }));
  });

/** Registers an institution where it is not known yet, and enrols it in the tenant. */
const enrolInstitution = hatted
  .input(
    wearing({
      of: Tenant,
      uscc: z.string().refine((code) => usccFault(code) === undefined),
      name: Name,
      grade: z.string().max(64).nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { refused } = await mayAdminister(ctx.scope, "enrol-institution");
    const { of, uscc, name, grade } = input;
    const institution = { tenant: of, uscc, name, grade, root: uuidv7(), enrolment: uuidv7() };
    return refused ?? administer(ctx.scope, putInstitution(institution));
  });

const institutions = hatted
  .input(wearing({ of: Tenant }))
  .query(({ ctx, input }) =>
    asAdministrator(async () => (await ctx.scope.read({ rows: listTenantInstitutions(input.of) })).rows),
  );

const people = hatted
  .input(wearing({ of: Tenant }))
  .query(({ ctx, input }) =>
    asAdministrator(async () => (await ctx.scope.read({ people: listTenantPeople(input.of) })).people),
  );

/** A person with a hat. `user` gives somebody whom the tenant knows one hat more; experts join its pool. */
const putPersonHat = hatted
  .input(
    wearing({
      of: Tenant,
      party: Tenant.nullable(),
      role: HatRole,
      signIn: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,60}$/),
      name: Name,
      password: z.string().min(10).max(200),
      user: z.uuid().exactOptional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { refused } = await mayAdminister(ctx.scope, "put-person");
    if (refused !== undefined) return refused;
    const { of, as: _as, password, ...person } = input;
    const passwordHash = await ctx.auth.hashPassword(password);
    return administer(
      ctx.scope,
      putPerson({ ...person, tenant: of, passwordHash, id: uuidv7(), hat: uuidv7() }),
    );
  });

export const tenantRouter = router({
  abilities,
  list,
  create,
  enrolInstitution,
  institutions,
  people,
  putPerson: putPersonHat,
});
