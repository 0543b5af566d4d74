import type { Act } from "./act.ts";
import { newEvent, refOf } from "./new-event.ts";
import { findEntryPlace, onEntry } from "./register-place.ts";

/** Takes an entry out of what counts, with the reason. Nothing is deleted. */
export const strike: Act<"strike"> = {
  ...onEntry("strike", ({ by, checked }) => [...by, ...(checked === undefined ? [] : [checked])]),
  perform: (scene, action) => {
    const at = findEntryPlace(scene, action);
    if (at === undefined) return { obstacles: [] };
    const { register, root, entry } = at;
    const body = { entry: entry.id, register: register.key, reason: action.reason };
    const consulted = [`registers/${register.key}`];
    return { events: [newEvent({ root: refOf(root), kind: "struck", body, onDay: scene.today, consulted })] };
  },
};
