// Who is asking, and as whom.
import { countDesk, readClock, withScope } from "@yichuang/db";
import { z } from "zod";
import { AppError, signedOut } from "../app-error.ts";
import { anyone, router, signedIn } from "../trpc.ts";

const Credentials = z.strictObject({
  signIn: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});

const signIn = anyone.input(Credentials).mutation(async ({ ctx, input }) => {
  const answer = await ctx.auth.signIn({
    ...input,
    address: ctx.address,
    agent: ctx.agent,
    before: ctx.sessionHash,
  });
  if (answer.kind === "closed")
    throw new AppError("too-many-attempts", `试错太多，请 ${answer.minutes} 分钟后再试`);
  if (answer.kind === "refused") {
    const left = answer.left > 0 ? `再错 ${answer.left} 次将锁定 15 分钟` : "已锁定 15 分钟";
    throw new AppError("signed-out", `账号或密码不对。${left}`);
  }
  ctx.setCookie(answer.cookie);
  return { name: answer.name };
});

const signOut = signedIn.mutation(async ({ ctx }) => {
  ctx.setCookie(await ctx.auth.signOut(ctx.sessionHash));
  return { done: true };
});

/** Null for somebody who is not signed in: the first question of every page. */
const me = anyone.query(async ({ ctx }) => {
  const now = await readClock(ctx.pools);
  const demo = ctx.demo === undefined ? null : { from: ctx.demo.from, to: ctx.demo.to };
  const who = ctx.sessionHash === undefined ? undefined : await ctx.auth.who(ctx.sessionHash);
  if (who === undefined || ctx.sessionHash === undefined) return { user: null, hats: [], now, demo };
  return {
    user: { id: who.user_id, name: who.name, signIn: who.sign_in },
    hats: await ctx.auth.hats(ctx.sessionHash),
    now,
    demo,
  };
});

/** What is due under each hat of the person, so that nobody has to switch to find out. */
const waiting = signedIn.query(async ({ ctx }) => {
  const { sessionHash, pools } = ctx;
  const [who, hats] = await Promise.all([ctx.auth.who(sessionHash), ctx.auth.hats(sessionHash)]);
  if (who === undefined) throw signedOut();
  return Promise.all(
    hats.map(async ({ hat, tenant, role, party }) => {
      const scope = withScope(pools, { sessionHash, hat, tenant });
      const { counts } = await scope.read({
        counts: countDesk({
          tenant,
          role,
          party: role === "expert" ? 0 : party,
          user: who.user_id,
          limit: 1,
          offset: 0,
        }),
      });
      return { hat, tenant, todo: counts?.todo ?? 0, late: counts?.late ?? 0 };
    }),
  );
});

const sessions = signedIn.query(({ ctx }) => ctx.auth.sessions(ctx.sessionHash));

const revokeSession = signedIn
  .input(z.strictObject({ id: z.string().max(64) }))
  .mutation(async ({ ctx, input }) => ({
    done: await ctx.auth.revoke(ctx.sessionHash, input.id),
  }));

export const sessionRouter = router({ signIn, signOut, me, waiting, sessions, revokeSession });
