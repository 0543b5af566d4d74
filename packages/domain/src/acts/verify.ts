import { entryAct, tellRegister } from "./register-place.ts";
import { refuse } from "./violation.ts";

/** Confirms an entry: from now on it counts. */
export const verify = entryAct({
  kind: "verify",
  actors: ({ checked }) => (checked === undefined ? [] : [checked]),
  check: ({ entry: { title, verified } }) =>
    verified === undefined
      ? []
      : [refuse("already-done", { what: { zh: title, en: title }, on: verified.on })],
  perform: (at, { opinion }) => {
    const body = { entry: at.entry.id, register: at.register.key, opinion };
    return { events: [tellRegister(at, "verified", body)] };
  },
});
