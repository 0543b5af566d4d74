import type { DispatchRef } from "../contract/dispatches.ts";
import type { Reducers } from "./reducer.ts";
import { tenantOnly } from "./reducer.ts";

/** What a tenant says to dispatches that came in. */
export const DISPATCHES: Reducers<"dispatch-answered"> = {
  "dispatch-answered": (facts, event) => {
    const tenant = tenantOnly(facts, event);
    const answer = { ...event.body, on: event.onDay, by: event.who?.name ?? "" };
    const others = (tenant.answers ?? []).filter((one) => !sameDispatch(one.dispatch, answer.dispatch));
    return { ...tenant, answers: [...others, answer] };
  },
};

export const sameDispatch = (a: DispatchRef, b: DispatchRef): boolean =>
  a.tenant === b.tenant && a.root === b.root && a.key === b.key;
