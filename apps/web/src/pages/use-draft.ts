// A form's draft: what is typed stays on the page and is saved section by section, with the version that was seen.
import { useEffect, useState } from "react";
import { api } from "../app/client.ts";
import { useWearing, type Wearing } from "../app/wearing.tsx";
import { type Autosave, createAutosave, type SaveStatus } from "./autosave.ts";

export interface DraftPart {
  part_key: string;
  version: number;
  answers: { [field: string]: unknown };
}
type Answers = { [section: string]: { [field: string]: unknown } };

export interface Draft {
  answers: Answers;
  status: SaveStatus;
  set: (section: string, field: string, value: unknown) => void;
  /** saves what is still waiting */
  flush: () => Promise<void>;
}

interface Store extends Autosave {
  latest: () => Answers;
  /** what a save that runs later will send */
  keep: (section: string, answers: Answers) => void;
}

function createStore(
  { as, name }: Wearing,
  of: { caseId: string; parts: DraftPart[]; answers: Answers },
  tell: (status: SaveStatus) => void,
): Store {
  const versions = new Map(of.parts.map((part) => [part.part_key, part.version]));
  let latest = of.answers;
  const autosave = createAutosave(async (part) => {
    const answers = (latest[part] ?? {}) as never;
    const version = versions.get(part) ?? 0;
    const saved = await api.draft.save.mutate({ as, case: of.caseId, part, version, answers, by: name });
    if (saved.kind === "saved") versions.set(part, saved.version);
    return saved.kind === "saved" ? saved : { kind: "conflict" };
  }, tell);
  return {
    ...autosave,
    latest: () => latest,
    keep: (section, answers) => {
      latest = answers;
      autosave.changed(section);
    },
  };
}

export function useDraft(caseId: string, parts: DraftPart[], start: Answers): Draft {
  const wearing = useWearing();
  const [answers, setAnswers] = useState<Answers>(() => ({
    ...start,
    ...Object.fromEntries(parts.map((part) => [part.part_key, part.answers])),
  }));
  const [status, setStatus] = useState<SaveStatus>({ state: "clean" });
  const [store] = useState(() => createStore(wearing, { caseId, parts, answers }, setStatus));

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (store.waits()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void store.flush();
    };
  }, [store]);

  const set = (section: string, field: string, value: unknown): void => {
    const { [field]: _gone, ...rest } = store.latest()[section] ?? {};
    const next = {
      ...store.latest(),
      [section]: value === undefined ? rest : { ...rest, [field]: value },
    };
    setAnswers(next);
    store.keep(section, next);
  };

  return { answers, status, set, flush: store.flush };
}
