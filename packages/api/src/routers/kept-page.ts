// A page of what the platform keeps: what holds today, or what has ended, found by a word.
import type { KeptFilter, Scope, Statement } from "@yichuang/db";
import { type AdminAct, adminVerdict, dayOf } from "@yichuang/domain";
import { z } from "zod";
import { notFound } from "../app-error.ts";

const PAGE_SIZE = 20;

export const KeptPage = {
  q: z.string().trim().max(100).exactOptional(),
  ended: z.boolean(),
  page: z.int().min(1).max(100_000),
};

/** The rows of a page and how many there are, on the platform's day; not there for hats that do not keep them. */
export async function listKept<Row>(
  { scope, act, page }: { scope: Scope; act: AdminAct; page: { q?: string; ended: boolean; page: number } },
  from: {
    rows: (filter: KeptFilter) => Statement<Row[]>;
    count: (filter: KeptFilter) => Statement<{ n: number } | null>;
  },
): Promise<{ rows: Row[]; total: number; today: string }> {
  const { who } = await scope.read({});
  if (adminVerdict(who, act).kind !== "allowed") throw notFound();
  const today = dayOf(who.now);
  const { q, ended } = page;
  const filter: KeptFilter = {
    on: today,
    ended,
    limit: PAGE_SIZE,
    offset: (page.page - 1) * PAGE_SIZE,
    ...(q === undefined ? {} : { q }),
  };
  const { rows, count } = await scope.read({ rows: from.rows(filter), count: from.count(filter) });
  return { rows, total: count?.n ?? 0, today };
}
