import { entryContent } from "../forms/entry-content.ts";
import type { EntryContent } from "../contract/events.ts";
import type { RegisterEntry } from "../contract/facts.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { newEvent, refOf } from "./new-event.ts";
import { gapsAt } from "./record.ts";
import { findEntryPlace, onEntry, twin } from "./register-place.ts";
import { sameAnswer } from "./dossier.ts";
import { labelOf, refuse } from "./violation.ts";

/** Corrects an entry; what it said before stays in the history. */
export const amend: Act<"amend"> = {
  ...onEntry("amend", (register) => register.by),
  perform: (scene, action) => {
    const at = findEntryPlace(scene, action);
    if (at === undefined) return { obstacles: [] };
    const { register, root, entry } = at;
    const content = entryContent(register, action.answers);
    const from = before(entry);
    if (sameAnswer(from, content)) return blocked(refuse("already-done", { what: labelOf(register) }));
    const obstacles = [...gapsAt(at, action.answers), ...twin(at, content.fingerprint, entry.id)];
    if (obstacles.length > 0) return blocked(...obstacles);
    const body = { entry: entry.id, register: register.key, ...content, from };
    const consulted = [`registers/${register.key}`];
    return {
      events: [newEvent({ root: refOf(root), kind: "amended", body, onDay: scene.today, consulted })],
    };
  },
};

const before = ({ title, answers, personal, attributes, fingerprint }: RegisterEntry): EntryContent => ({
  title,
  answers,
  personal,
  attributes,
  ...(fingerprint === undefined ? {} : { fingerprint }),
});
