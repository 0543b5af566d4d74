// The ladder: public, signed in, wearing a hat. Each rung narrows the context's type.
import { initTRPC } from "@trpc/server";
import { withScope, type Scope } from "@yichuang/db";
import { z, ZodError } from "zod";
import { AppError, signedOut } from "./app-error.ts";
import type { ApiContext } from "./context.ts";

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error, ctx }) {
    const known = error instanceof AppError ? { app: error.appCode, said: error.said } : {};
    const fields = error.cause instanceof ZodError ? z.treeifyError(error.cause) : undefined;
    const { stack: _stack, ...data } = shape.data;
    const message = error.code === "INTERNAL_SERVER_ERROR" ? "internal" : shape.message;
    return {
      ...shape,
      message: fields ? "bad-request" : message,
      data: { ...data, ...known, fields, requestId: ctx?.requestId },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

export const anyone = t.procedure;

export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.sessionHash) throw signedOut();
  return next({ ctx: { ...ctx, sessionHash: ctx.sessionHash } });
});

/** Every call below names the hat and the tenant it speaks for; the door in the database checks both. */
export const HatInput = z.strictObject({ hat: z.uuid(), tenant: z.int().nonnegative() });
export type HatInput = z.infer<typeof HatInput>;

export const hatted = signedIn.input(z.looseObject({ as: HatInput })).use(({ ctx, input, next }) => {
  const scope: Scope = withScope(ctx.pools, { sessionHash: ctx.sessionHash, ...input.as });
  return next({ ctx: { ...ctx, scope } });
});
