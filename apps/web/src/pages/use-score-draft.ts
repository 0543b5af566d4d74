// An expert's unsigned sheet: kept for this expert alone, saved while it is filled in.
import { useState } from "react";
import { api } from "../app/client.ts";
import { type Outputs, useWearing, type Wearing } from "../app/wearing.tsx";
import { createAutosave, type SaveStatus } from "./autosave.ts";

type Review = Outputs["review"]["get"];
export interface Marks {
  scores: { [item: string]: number | undefined };
  comments: { [item: string]: string };
  /** what was accepted as evidence */
  evidence: { [item: string]: string[] };
}

export interface ScoreDraft extends Marks {
  status: SaveStatus;
  score: (item: string, points: number | null) => void;
  comment: (item: string, said: string) => void;
  accept: (item: string, evidence: string[]) => void;
}

interface Store {
  latest: () => Marks;
  keep: (marks: Marks) => void;
}

/** A signed sheet shows its terms, an unsigned one what was saved. */
function startOf(review: Review): Marks {
  const { score } = review.mine;
  if (score === null) {
    const { scores = {}, comments = {}, evidence = {} }: Partial<Marks> = review.draft?.answers ?? {};
    return { scores, comments, evidence };
  }
  return {
    scores: Object.fromEntries(score.terms.map((term) => [term.item, Number(term.raw ?? term.points)])),
    comments: Object.fromEntries(
      score.terms.flatMap((term) => (term.comment === undefined ? [] : [[term.item, term.comment]])),
    ),
    evidence: Object.fromEntries(
      score.terms.flatMap((term) => (term.evidence === undefined ? [] : [[term.item, term.evidence]])),
    ),
  };
}

function createStore(
  { as }: Wearing,
  of: { caseId: string; stage: string; version: number; marks: Marks },
  tell: (status: SaveStatus) => void,
): Store {
  let latest = of.marks;
  let { version } = of;
  const autosave = createAutosave(async () => {
    const saved = await api.draft.saveScores.mutate({
      as,
      case: of.caseId,
      stage: of.stage,
      version,
      answers: latest as never,
    });
    if (saved.kind === "saved") version = saved.version;
    return saved;
  }, tell);
  return {
    latest: () => latest,
    keep: (marks) => {
      latest = marks;
      autosave.changed("sheet");
    },
  };
}

export function useScoreDraft(review: Review, at: { caseId: string; stage: string }): ScoreDraft {
  const wearing = useWearing();
  const [marks, setMarks] = useState<Marks>(() => startOf(review));
  const [status, setStatus] = useState<SaveStatus>({ state: "clean" });
  const [store] = useState(() =>
    createStore(wearing, { ...at, version: review.draft?.version ?? 0, marks }, setStatus),
  );
  const change = (next: Marks): void => {
    setMarks(next);
    store.keep(next);
  };
  return {
    ...marks,
    status,
    score: (item, points) =>
      change({
        ...store.latest(),
        scores: { ...store.latest().scores, [item]: points ?? undefined },
      }),
    comment: (item, said) =>
      change({ ...store.latest(), comments: { ...store.latest().comments, [item]: said } }),
    accept: (item, named) =>
      change({ ...store.latest(), evidence: { ...store.latest().evidence, [item]: named } }),
  };
}
