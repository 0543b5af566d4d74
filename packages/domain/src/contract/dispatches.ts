// What one authority hands to another, and what comes back. A dispatch is a row of its sender, its answer one of the
// addressee: nobody writes another's row (decision 0022).
import type { Key } from "@yichuang/policy";
import type { CalendarDate, SpaceId, Uuid } from "./basics.ts";
import type { Answers } from "./events.ts";
import type { NetworkCenter } from "./network.ts";

/** `lineage` tells a tenant that one of its centers has become the origin of another one. */
export type DispatchKind = "recommendation" | "filing" | "lineage";

/** Where a dispatch lies: the sender's tenant, the root that it is about, and its key there. */
export interface DispatchRef {
  tenant: SpaceId;
  root: Uuid;
  key: string;
}

/** A center as it was handed on, in the sender's own words and with nothing personal. */
export interface HandedUp
  extends
    Pick<
      NetworkCenter,
      | "center"
      | "name"
      | "host"
      | "uscc"
      | "type"
      | "typeLabel"
      | "tier"
      | "field"
      | "fieldLabel"
      | "grade"
      | "score"
      | "designatedOn"
      | "termEndsOn"
    >,
    Partial<Pick<NetworkCenter, "standing">> {
  standingWord?: string;
  /** the latest dossier that was taken; it is read with the version of the policy that has its form */
  dossier?: { policyHash: string; form: Key; answers: Answers; on: CalendarDate };
}

export const DISPATCH_OUTCOMES = ["received", "returned", "taken-up"] as const;
export type DispatchOutcome = (typeof DISPATCH_OUTCOMES)[number];

/** What can be said at first, and after each word. */
export const NEXT_OUTCOMES: {
  readonly [before in DispatchOutcome | "none"]: readonly DispatchOutcome[];
} = {
  none: DISPATCH_OUTCOMES,
  received: ["returned", "taken-up"],
  returned: [],
  "taken-up": [],
};

/** What an addressee has said; of several words on one dispatch the last one stands. */
export interface DispatchAnswer {
  dispatch: DispatchRef;
  outcome: DispatchOutcome;
  words: string;
  on: CalendarDate;
}

/** A dispatch as its addressee, or whoever it is about, takes part in a decision with it. */
export interface ReceivedDispatch extends DispatchRef {
  kind: DispatchKind;
  title: string;
  /** the sender's name */
  by: string;
  /** the institution that it is about */
  party: SpaceId;
  promotion?: Key;
  body: HandedUp;
  outcome?: DispatchOutcome;
}
