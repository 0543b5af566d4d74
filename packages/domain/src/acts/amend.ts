import { entryContent } from "../forms/entry-content.ts";
import type { EntryContent } from "../contract/events.ts";
import type { RegisterEntry } from "../contract/facts.ts";
import { blocked } from "./act.ts";
import { gapsAt } from "./record.ts";
import { entryAct, tellRegister, twin } from "./register-place.ts";
import { sameAnswer } from "./dossier.ts";
import { labelOf, refuse } from "./violation.ts";

/** Corrects an entry; what it said before stays in the history. */
export const amend = entryAct({
  kind: "amend",
  actors: ({ by }) => by,
  perform: (at, { answers }) => {
    const { register, entry } = at;
    const content = entryContent(register, answers);
    const from = before(entry);
    if (sameAnswer(from, content)) return blocked(refuse("already-done", { what: labelOf(register) }));
    const obstacles = [...gapsAt(at, answers), ...twin(at, content.fingerprint, entry.id)];
    if (obstacles.length > 0) return blocked(...obstacles);
    const body = { entry: entry.id, register: register.key, ...content, from };
    return { events: [tellRegister(at, "amended", body)] };
  },
});

const before = ({ title, answers, personal, attributes, fingerprint }: RegisterEntry): EntryContent => ({
  title,
  answers,
  personal,
  attributes,
  ...(fingerprint === undefined ? {} : { fingerprint }),
});
