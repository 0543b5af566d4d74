import type { SpaceToOnboard } from "@yichuang/db";
import type { Person } from "./people.ts";

/** A tenant of the demonstration: its authority, its policy, the institutions and people that act in it. */
export interface DemoTenant {
  /** folder of its pack */
  pack: string;
  authority: SpaceToOnboard;
  /** in force here from, where the policy itself does not say its day */
  from?: string;
  /** authorities that run no policy here, and institutions */
  spaces: SpaceToOnboard[];
  /** who may act in the tenant; institutions of other tenants may be among them */
  enrolled: number[];
  people: Person[];
}
