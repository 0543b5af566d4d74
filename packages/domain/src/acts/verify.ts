import type { Act } from "./act.ts";
import { newEvent, refOf } from "./new-event.ts";
import { findEntryPlace, onEntry } from "./register-place.ts";
import { refuse } from "./violation.ts";

/** Confirms an entry: from now on it counts. */
export const verify: Act<"verify"> = {
  ...onEntry(
    "verify",
    (register) => (register.checked === undefined ? [] : [register.checked]),
    ({ entry }) =>
      entry.state === "verified"
        ? [refuse("already-done", { what: { zh: entry.title, en: entry.title }, ...on(entry.verified?.on) })]
        : [],
  ),
  perform: (scene, action) => {
    const at = findEntryPlace(scene, action);
    if (at === undefined) return { obstacles: [] };
    const { register, root, entry } = at;
    const body = { entry: entry.id, register: register.key, opinion: action.opinion };
    const consulted = [`registers/${register.key}`];
    return {
      events: [newEvent({ root: refOf(root), kind: "verified", body, onDay: scene.today, consulted })],
    };
  },
};

const on = (day: string | undefined) => (day === undefined ? {} : { on: day });
