import type { Key, Policy, Procedure, Stage } from "@yichuang/policy";
import type { CalendarDate, HatRole, Instant, SpaceId, Uuid } from "../contract/basics.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts, TenantFacts } from "../contract/facts.ts";
import type { ObligationRow } from "../contract/rows.ts";
import { daysBetween } from "../time/days.ts";

/** What obligations are worked out with. Without `today` only the history speaks (rulings 6). */
export interface Asking {
  root: CenterFacts | InstitutionFacts;
  policy: Policy;
  tenant: SpaceId;
  today?: CalendarDate;
  /** what was settled and extended for the whole tenant; left out where only the root's own history may speak */
  settled?: TenantFacts;
}

/** One act that is due, before it is known whether it is late. */
export interface Due {
  key: string;
  to: { space: SpaceId; role: HatRole; user?: Uuid };
  act: Key;
  procedure?: Key;
  stage?: Key;
  duty?: Key;
  case?: Uuid;
  year: number;
  matter: string;
  opens: Instant;
  due?: CalendarDate;
  done?: { on?: CalendarDate; by?: Uuid };
  void?: boolean;
  /** something that one may do, and that nobody owes: an application */
  right?: boolean;
}

/** `procedure:year:stage:role`, with the case where there can be several in a year and the person where it is one. */
export function obligationKey(
  procedure: Procedure,
  stage: Pick<Stage, "key">,
  of: { year: number; role: HatRole; case?: Uuid; user?: Uuid },
): string {
  const parts = [procedure.key, of.year, stage.key, of.role];
  if (procedure.starts.every === "request" && of.case !== undefined) parts.push(of.case);
  if (of.user !== undefined) parts.push(of.user);
  return parts.join(":");
}

/** The row of one act that is due. */
export function rowOf({ root, today }: Asking, due: Due): ObligationRow {
  const missed = root.missed.some((one) => one.obligation === due.key);
  const overdue = today !== undefined && due.due !== undefined && due.due < today;
  const late = due.right !== true && (missed || overdue);
  const doneOn = due.done?.on ?? null;
  return {
    root_id: root.id,
    obligation_key: due.key,
    party_id: root.host.party,
    to_space: due.to.space,
    to_role: due.to.role,
    to_user: due.to.user ?? null,
    act: due.act,
    procedure_key: due.procedure ?? null,
    stage_key: due.stage ?? null,
    duty_key: due.duty ?? null,
    case_id: due.case ?? null,
    year: due.year,
    title: root.kind === "center" ? root.name : root.host.name,
    matter: due.matter,
    opens_at: due.opens,
    due_on: due.due ?? null,
    state: due.done !== undefined ? "done" : due.void === true ? "void" : late ? "missed" : "open",
    done_on: doneOn,
    done_by: due.done?.by ?? null,
    days_late: doneOn === null || due.due === undefined ? null : Math.max(0, daysBetween(due.due, doneOn)),
    urged_at: root.urged.findLast((one) => one.obligation === due.key)?.at ?? null,
  };
}

/** A center of which nothing is owed any more. */
export const hasEnded = ({ standing }: CenterFacts): boolean =>
  standing === "declined" || standing === "revoked" || standing === "exited";

/** The later of two instants. */
export const laterOf = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

/** Cases that count: of those withdrawn only what nobody opened again. */
export const standingCases = (cases: readonly CaseFacts[]): CaseFacts[] =>
  cases.filter(
    (kase) =>
      kase.state !== "withdrawn" ||
      !cases.some(
        (other) => other !== kase && other.procedure === kase.procedure && other.year === kase.year,
      ),
  );
