// Everything that is not a refusal: one class, a closed set of codes, one exhaustive table to tRPC's.
import { TRPCError } from "@trpc/server";

export type AppErrorCode =
  | "signed-out"
  | "not-found"
  | "bad-request"
  | "too-many-attempts"
  | "key-reused"
  | "moved-on"
  | "unknown-outcome";

const TRPC_CODE: Record<AppErrorCode, TRPCError["code"]> = {
  "signed-out": "UNAUTHORIZED",
  "not-found": "NOT_FOUND",
  "bad-request": "BAD_REQUEST",
  "too-many-attempts": "TOO_MANY_REQUESTS",
  "key-reused": "CONFLICT",
  "moved-on": "CONFLICT",
  "unknown-outcome": "SERVICE_UNAVAILABLE",
};

/** `said` is for the person, in their language; `detail` is for the log and never leaves the server. */
export class AppError extends TRPCError {
  readonly appCode: AppErrorCode;
  readonly said: string;
  constructor(appCode: AppErrorCode, said: string, detail?: unknown) {
    super({ code: TRPC_CODE[appCode], message: appCode, cause: detail });
    this.appCode = appCode;
    this.said = said;
  }
}

/** "Not there" and "not yours" are the same answer. */
export const notFound = (): AppError => new AppError("not-found", "没有找到，或者不在您的范围内");
export const signedOut = (): AppError => new AppError("signed-out", "请重新登录。没有提交的内容已经暂存");
