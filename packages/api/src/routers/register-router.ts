// The registers that a policy defines, and an institution's own ledger: the same, asked for in its own space.
import {
  claimableStatement,
  countEntries,
  countRegisters,
  type EntryFilter,
  findEntry,
  listClaims,
  listEmployers,
  listEntries,
  listEntryEvents,
  loadStatement,
} from "@yichuang/db";
import { abilitiesFor, dayOf } from "@yichuang/domain";
import { Collection, Key } from "@yichuang/policy";
import { z } from "zod";
import { isOwnSpace, setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewClaimable } from "../views/claimable-view.ts";
import { viewEvent } from "../views/event-view.ts";
import { bearersOf, entryFacts, offered } from "../views/register-view.ts";
import { viewAbility } from "../views/verdict-view.ts";

const PAGE = 20;
/** as much as one file of an export holds */
const ALL = 10_000;

/** The registers of the policy in force that the hat has something to do with, and how full they are. */
const overview = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, loaded, counts } = await ctx.scope.read({
    loaded: loadStatement({}),
    counts: countRegisters(ctx.tenant),
  });
  const stage = await setStage(ctx.scope, who, loaded);
  const registers = stage.policies.current.policy.registers.filter((register) => offered(register, who));
  return {
    registers: registers.map((register) => {
      const count = counts.find((one) => one.register_key === register.key);
      return { register, n: count?.n ?? 0, waiting: count?.waiting ?? 0 };
    }),
  };
});

const Filter = {
  register: Key,
  root: z.uuid().optional(),
  party: z.int().optional(),
  year: z.int().optional(),
  states: z.array(z.enum(["recorded", "verified", "struck"])).optional(),
  q: z.string().trim().max(100).optional(),
  attributes: z.record(Key, z.string().max(200)).optional(),
  sort: z.enum(["recorded", "title", "unit", "state"]).default("recorded"),
  descending: z.boolean().default(true),
  page: z.int().min(1).max(10_000).default(1),
  /** every row that is filtered, for a file */
  all: z.boolean().default(false),
};
const Asked = z.object(Filter);

function filterOf(tenant: number, asked: z.infer<typeof Asked>): EntryFilter {
  const { root, party, year, states, q, attributes, page, all } = asked;
  return {
    tenant,
    register: asked.register,
    sort: asked.sort,
    descending: asked.descending,
    limit: all ? ALL : PAGE,
    offset: all ? 0 : (page - 1) * PAGE,
    ...(root === undefined ? {} : { root }),
    ...(party === undefined ? {} : { party }),
    ...(year === undefined ? {} : { year }),
    ...(states === undefined ? {} : { states }),
    ...(q === undefined ? {} : { q }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

const list = hatted.input(wearing(Filter)).query(async ({ ctx, input }) => {
  const filter = filterOf(ctx.tenant, input);
  const { states: _states, ...anyState } = filter;
  const { who, rows, counts, loaded } = await ctx.scope.read({
    rows: listEntries(filter),
    counts: countEntries(anyState),
    loaded: loadStatement({}),
  });
  const stage = await setStage(ctx.scope, who, loaded);
  const { policy } = stage.policies.current;
  const register = policy.registers.find((one) => one.key === input.register);
  if (register === undefined || !offered(register, who)) throw notFound();
  const wanted = counts.filter(({ state }) => input.states === undefined || input.states.includes(state));
  const { employers } = isOwnSpace(who)
    ? await ctx.scope.read({ employers: listEmployers() })
    : { employers: {} as { [entry: string]: number } };
  return {
    register,
    lists: policy.lists,
    rows: rows.map((row) => ({ ...row, employers: employers[row.entry_id] ?? 0 })),
    counts,
    total: wanted.reduce((sum, { n }) => sum + n, 0),
    pageSize: PAGE,
    ...(await bearersOf(ctx.scope, { stage, register })),
    today: dayOf(who.now),
  };
});

const ENTRY_ACTS: readonly string[] = ["amend", "verify", "strike"];

const entry = hatted.input(wearing({ root: z.uuid(), entry: z.uuid() })).query(async ({ ctx, input }) => {
  const { who, loaded, row, events, claims } = await ctx.scope.read({
    loaded: loadStatement({ roots: [input.root] }),
    row: findEntry(ctx.tenant, input.entry),
    events: listEntryEvents(ctx.tenant, input.entry),
    claims: listClaims(ctx.tenant, { entry: input.entry }),
  });
  if (row === null || who.role === "expert") throw notFound();
  const stage = await setStage(ctx.scope, who, loaded);
  const { policy } = stage.policies.current;
  const register = policy.registers.find((one) => one.key === row.register_key);
  if (register === undefined) throw notFound();
  const abilities = abilitiesFor(stage.policies, stage.facts, {
    env: stage.env,
    place: { kind: "register", root: row.root_id, register: register.key, entry: row.entry_id },
  });
  const own = who.party === who.tenant || who.party === row.party_id;
  return {
    ...row,
    // what a public register does not show is its own party's and the authority's to see
    answers: own ? { ...row.answers, ...entryFacts(stage, row)?.personal } : row.answers,
    register,
    lists: policy.lists,
    claims,
    abilities: abilities.filter(({ act }) => ENTRY_ACTS.includes(act)).map(viewAbility),
    history: events.map(({ body, ...event }) => ({ ...event, ...viewEvent(event.kind, body, policy) })),
    today: dayOf(who.now),
  };
});

/** What a `records` field may claim, with where the same was claimed before. */
const claimable = hatted
  .input(wearing({ of: Collection, procedure: Key.optional(), case: z.uuid().optional() }))
  .query(async ({ ctx, input }) => {
    const { who, loaded, found } = await ctx.scope.read({
      loaded: loadStatement({}),
      found: claimableStatement({ of: input.of }),
    });
    const stage = await setStage(ctx.scope, who, loaded);
    return viewClaimable(stage.policies.current.policy, found, {
      of: input.of,
      ...(input.procedure === undefined ? {} : { procedure: input.procedure }),
      ...(input.case === undefined ? {} : { case: input.case }),
    });
  });

export const registerRouter = router({ overview, list, entry, claimable });
