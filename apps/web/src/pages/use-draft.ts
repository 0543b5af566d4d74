// Autosave by section: 800 ms after the last key, with the version that was seen.
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../app/client.ts";
import { useWearing } from "../app/wearing.tsx";
import type { SaveStateName } from "../components/SaveState.tsx";

export interface DraftPart {
  part_key: string;
  version: number;
  answers: { [field: string]: unknown };
  saved_by: string;
}
export interface Draft {
  answers: { [section: string]: { [field: string]: unknown } };
  state: SaveStateName;
  at?: string;
  set: (section: string, field: string, value: unknown) => void;
  /** saves what is still waiting */
  flush: () => Promise<void>;
}

const WAIT_MS = 800;
const RETRY_MS = 3_000;

export function useDraft(caseId: string, parts: DraftPart[], start: Draft["answers"]): Draft {
  const { as, name } = useWearing();
  const [answers, setAnswers] = useState<Draft["answers"]>(() => ({
    ...start,
    ...Object.fromEntries(parts.map((part) => [part.part_key, part.answers])),
  }));
  const [state, setState] = useState<SaveStateName>("clean");
  const [at, setAt] = useState<string>();
  const versions = useRef(new Map(parts.map((part) => [part.part_key, part.version])));
  const latest = useRef(answers);
  const dirty = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(async (): Promise<void> => {
    const waiting = [...dirty.current];
    dirty.current.clear();
    if (waiting.length === 0) return;
    setState("saving");
    for (const part of waiting) {
      try {
        const saved = await api.draft.save.mutate({
          as,
          case: caseId,
          part,
          version: versions.current.get(part) ?? 0,
          answers: (latest.current[part] ?? {}) as never,
          by: name,
        });
        if (saved.kind === "conflict") {
          setState("conflict");
          return;
        }
        versions.current.set(part, saved.version);
        setAt(new Date(Date.parse(saved.savedAt) + 28_800_000).toISOString().slice(11, 16));
        setState("saved");
      } catch {
        dirty.current.add(part);
        setState(navigator.onLine ? "failed" : "offline");
        timer.current = setTimeout(() => void flush(), RETRY_MS);
      }
    }
  }, [as, caseId, name]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    saving.current = saving.current.then(save);
    return saving.current;
  }, [save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty.current.size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void flush();
    };
  }, [flush]);

  const set = (section: string, field: string, value: unknown): void => {
    const before = latest.current;
    const { [field]: _gone, ...rest } = before[section] ?? {};
    const next = { ...before, [section]: value === undefined ? rest : { ...rest, [field]: value } };
    latest.current = next;
    setAnswers(next);
    dirty.current.add(section);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), WAIT_MS);
  };

  return { answers, state, set, flush, ...(at === undefined ? {} : { at }) };
}
