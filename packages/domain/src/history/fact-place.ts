import type { Policy } from "@yichuang/policy";
import type { CalendarDate, Instant } from "../contract/basics.ts";
import type { Holidays } from "../contract/decision.ts";
import type { HostFacts } from "../contract/events.ts";
import type {
  CaseFacts,
  CenterFacts,
  FactRecord,
  InstitutionFacts,
  ParentFacts,
  TenantFacts,
} from "../contract/facts.ts";

/** Where facts are asked for: a policy, a day, and as much of root and case as there is. */
export interface FactPlace {
  policy: Policy;
  today: CalendarDate;
  now: Instant;
  holidays: Holidays;
  root?: CenterFacts | InstitutionFacts;
  kase?: CaseFacts;
  /** the decided case that an appeal which is not there yet would be about */
  against?: CaseFacts;
  /** the institution behind a center, with what it has entered in this tenant */
  institution?: InstitutionFacts;
  /** who applies, where there is no root yet */
  host?: HostFacts;
  /** the year that is asked about, where there is no case yet */
  year?: number;
  /** settlements and extensions of the tenant; left out where only the root's own history may speak */
  tenant?: TenantFacts;
  /** centers above those that are loaded */
  parents?: readonly ParentFacts[];
  sets?: { [collection: string]: FactRecord[] };
  /** facts that are supposed to hold, for example the end of a term that is still to come */
  supposed?: { [ref: string]: string | number | boolean };
}
