import type { CalendarDate } from "../contract/basics.ts";
import type { CaseFacts, TenantFacts } from "../contract/facts.ts";
import type { Settlement } from "../contract/verdict.ts";

interface Asked {
  path: string;
  today: CalendarDate;
  year?: number;
  kase?: CaseFacts;
  tenant?: TenantFacts;
  /** what the center above has settled for those under it */
  above?: readonly Settlement[];
}

/**
 * The settlement of an open value that binds on a day: the case's own before the year's before the policy's.
 * Of several the latest counts; none binds before its day (policy-model 3.1).
 */
export function findSettlement({
  path,
  today,
  year,
  kase,
  tenant,
  above = [],
}: Asked): Settlement | undefined {
  const binding = (settlement: Settlement) => settlement.path === path && settlement.on <= today;
  const own = (kase?.settlements ?? []).filter(binding);
  const general = (tenant?.settlements ?? []).filter(binding);
  return (
    latest(own) ??
    latest(above.filter(binding)) ??
    latest(general.filter((settlement) => settlement.year !== undefined && settlement.year === year)) ??
    latest(general.filter((settlement) => settlement.year === undefined && settlement.case === undefined))
  );
}

/** The latest by its day; of one day the last one that was written. */
function latest(settlements: readonly Settlement[]): Settlement | undefined {
  return settlements.reduce<Settlement | undefined>(
    (best, settlement) => (best === undefined || settlement.on >= best.on ? settlement : best),
    undefined,
  );
}
