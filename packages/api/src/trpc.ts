// The ladder: public, signed in, wearing a hat. Each rung narrows the context's type.
import { initTRPC } from "@trpc/server";
import { DoorClosedError, type Scope, withScope } from "@yichuang/db";
import { z, ZodError } from "zod";
import { AppError, notFound, signedOut } from "./app-error.ts";
import type { ApiContext } from "./context.ts";

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error, ctx }) {
    const known = error instanceof AppError ? { app: error.appCode, said: error.said } : {};
    const fields = error.cause instanceof ZodError ? z.treeifyError(error.cause) : undefined;
    const { stack: _stack, ...data } = shape.data;
    const message = error.code === "INTERNAL_SERVER_ERROR" ? "internal" : shape.message;
    return {
      ...shape,
      message: fields === undefined ? message : "bad-request",
      data: { ...data, ...known, fields, requestId: ctx?.requestId },
    };
  },
});

export const router = t.router;

export const anyone = t.procedure;

export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (ctx.sessionHash === undefined) throw signedOut();
  return next({ ctx: { ...ctx, sessionHash: ctx.sessionHash } });
});

/** Which hat is worn where. The door in the database checks both. */
const Wearing = z.strictObject({ hat: z.uuid(), tenant: z.int().nonnegative() });

/** The input of a procedure that is asked for under a hat. */
export const wearing = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ as: Wearing, ...shape });

const WornOnly = z.looseObject({ as: Wearing });

export const hatted = signedIn.use(async ({ ctx, getRawInput, next }) => {
  const worn = WornOnly.safeParse(await getRawInput());
  if (!worn.success) throw new AppError("bad-request", "请先选择以哪个身份办理");
  const scope: Scope = withScope(ctx.pools, { sessionHash: ctx.sessionHash, ...worn.data.as });
  const result = await next({ ctx: { ...ctx, scope, tenant: worn.data.as.tenant } });
  // not this hat, not this tenant, or no session any more: the same answer
  if (!result.ok && result.error.cause instanceof DoorClosedError) {
    const still = await ctx.auth.who(ctx.sessionHash);
    throw still === undefined ? signedOut() : notFound();
  }
  return result;
});
