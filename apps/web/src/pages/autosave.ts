// Saves what changes: 800 ms after the last key, one save at a time, again after 3 s where it did not go through.
import type { SaveStateName } from "../components/SaveState.tsx";

const WAIT_MS = 800;
const RETRY_MS = 3_000;

export interface SaveStatus {
  state: SaveStateName;
  /** hour of the last save, in Shanghai */
  at?: string;
}

/** What one save came to: when, or that somebody else has written. */
export type Saved = { kind: "saved"; savedAt: string } | { kind: "conflict" };

export interface Autosave {
  changed: (part: string) => void;
  flush: () => Promise<void>;
  waits: () => boolean;
}

export function createAutosave(
  save: (part: string) => Promise<Saved>,
  tell: (status: SaveStatus) => void,
): Autosave {
  const dirty = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const saveAll = async (): Promise<void> => {
    const parts = [...dirty];
    dirty.clear();
    if (parts.length > 0) tell({ state: "saving" });
    for (const part of parts) {
      try {
        const saved = await save(part);
        if (saved.kind === "conflict") {
          tell({ state: "conflict" });
          return;
        }
        tell({ state: "saved", at: hourOf(saved.savedAt) });
      } catch {
        dirty.add(part);
        tell({ state: navigator.onLine ? "failed" : "offline" });
        later(RETRY_MS);
      }
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running = running.then(saveAll);
    return running;
  };
  return {
    changed: (part) => {
      dirty.add(part);
      later(WAIT_MS);
    },
    flush,
    waits: () => dirty.size > 0,
  };
}

const hourOf = (instant: string): string =>
  new Date(Date.parse(instant) + 28_800_000).toISOString().slice(11, 16);
