import type { CalendarDate } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { EventBodies } from "../contract/events.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts, RootFacts, TenantFacts } from "../contract/facts.ts";
import type { ObligationRow } from "../contract/rows.ts";
import { policyOfCenter, policyOfPin } from "../history/pinned-policy.ts";
import type { Asking, Due } from "./due.ts";
import { rowOf, standingCases } from "./due.ts";
import { duesOfCase } from "./of-case.ts";
import { duesOfCenter } from "./of-center.ts";
import { duesOfInstitution, dutyDue, dutyOfForm } from "./of-institution.ts";

/**
 * Everything that is due in a root: open, done, missed or void, the reports of later years of the term included.
 * With `today` what is overdue counts as missed; without it only what the history says, so that stored rows follow
 * from the history alone (rulings 6).
 */
export function obligationsOf(policies: PolicySet, root: RootFacts, today?: CalendarDate): ObligationRow[] {
  return rowsOf(policies, root, today === undefined ? {} : { today });
}

/** What is due on a day, with everything that was settled and extended for the whole tenant. */
export function obligationsOn(
  policies: PolicySet,
  root: RootFacts,
  on: { today: CalendarDate; tenant: TenantFacts },
): ObligationRow[] {
  return rowsOf(policies, root, { today: on.today, settled: on.tenant });
}

function rowsOf(
  policies: PolicySet,
  root: RootFacts,
  on: Pick<Asking, "today" | "settled">,
): ObligationRow[] {
  if (root.kind === "tenant") return [];
  const policy = root.kind === "center" ? policyOfCenter(policies, root) : policies.current.policy;
  const asking: Asking = { root, policy, tenant: policies.tenant, ...on };
  const ofCases = standingCases(root.cases).flatMap((kase) =>
    duesOfCase({ ...asking, policy: policyOfPin(policies, kase.pin) }, kase).map((due) =>
      withDuty(asking, kase, due),
    ),
  );
  const more = root.kind === "center" ? duesOfCenter(asking, root) : duesOfInstitution(asking, root);
  return [...ofCases, ...more].map((due) => rowOf(asking, due));
}

/** A yearly checklist without a window of its own is due with the duty that it shows. */
function withDuty(asking: Asking, kase: CaseFacts, due: Due): Due {
  if (asking.root.kind !== "institution" || due.due !== undefined) return due;
  const stage = asking.policy.procedures
    .find((procedure) => procedure.key === kase.procedure)
    ?.stages.find((candidate) => candidate.key === due.stage);
  const duty = dutyOfForm(asking.policy, stage?.form);
  const day = duty === undefined ? undefined : dutyDue(asking, duty, kase.year);
  return {
    ...due,
    ...(duty === undefined ? {} : { duty: duty.key }),
    ...(day === undefined ? {} : { due: day }),
  };
}

/** What time has made late although nobody has said so yet: dated, not done, and not noted as missed. */
export function newlyMissed(
  policies: PolicySet,
  root: CenterFacts | InstitutionFacts,
  on: { today: CalendarDate; tenant: TenantFacts },
): EventBodies["missed"][] {
  return obligationsOn(policies, root, on)
    .filter((row) => row.state === "missed")
    .filter((row) => !root.missed.some((one) => one.obligation === row.obligation_key))
    .flatMap((row) =>
      row.due_on === null
        ? []
        : [
            {
              obligation: row.obligation_key,
              due: row.due_on,
              ...(row.case_id === null ? {} : { case: row.case_id }),
              ...(row.procedure_key === null ? {} : { procedure: row.procedure_key }),
            },
          ],
    );
}
