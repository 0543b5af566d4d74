// The one way in which an administrator acts: the hat is checked, the statement runs, what changed in between is said.
import type { AdminAnswer, Scope, Statement } from "@yichuang/db";
import {
  type AdminAct,
  adminVerdict,
  administrationRefused,
  type Hat,
  type VersionState,
} from "@yichuang/domain";
import type { AdministrationFault } from "@yichuang/policy";
import { notFound } from "./app-error.ts";
import { type ViolationView, viewViolation } from "./views/verdict-view.ts";

export type AdminResult =
  | { kind: "done"; tenant?: number; party?: number; user?: string }
  | { kind: "refused"; violations: ViolationView[] };

export const refusedBy = (verdict: ReturnType<typeof adminVerdict>): AdminResult | undefined =>
  verdict.kind === "allowed"
    ? undefined
    : { kind: "refused", violations: verdict.violations.map(viewViolation) };

/** What an administrator is told where it is not the hat that forbids. */
export const refusedFor = (why: AdministrationFault): AdminResult =>
  refusedBy(administrationRefused(why)) ?? { kind: "done" };

/** Refuses a hat that never has the act, before anything is read for it. */
export async function mayAdminister(
  scope: Scope,
  act: AdminAct,
  version?: VersionState,
): Promise<{ hat: Hat; refused: AdminResult | undefined }> {
  const { who } = await scope.read({});
  const refused = refusedBy(adminVerdict(who, act, version));
  if (refused !== undefined) await scope.deny(act, String(who.tenant));
  return { hat: who, refused };
}

/** Asks one of the administrators' functions; another one's tenant is not there. */
export async function administer(scope: Scope, statement: Statement<AdminAnswer>): Promise<AdminResult> {
  const { answer } = await asAdministrator(() => scope.read({ answer: statement }));
  if ("done" in answer) {
    const { done: _done, ...rest } = answer;
    return { kind: "done", ...rest };
  }
  return refusedFor(answer.refused);
}

/** What the database refuses to this hat is not there for it. */
export async function asAdministrator<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42501") throw notFound();
    throw error;
  }
}
