// What an act over a cohort would say of each case, by the case.
import type { Outputs } from "../app/wearing.tsx";

type View = Outputs["cohort"]["get"];
export type CohortRow = View["rows"][number];

interface PlaceShown {
  place: number;
  tied: number;
  chosen?: boolean;
  cut?: number;
}

export interface Foreseen {
  places: { [id: string]: PlaceShown };
  grades: { [id: string]: string };
  /** the grade before a quota or an adjustment */
  lowered: { [id: string]: string };
}

export function foreseenOf(view: View | undefined): Foreseen {
  const found: Foreseen = { places: {}, grades: {}, lowered: {} };
  for (const told of (view?.outcomes ?? []).flatMap((outcome) => outcome.told)) {
    if ("place" in told) found.places[told.case] = told;
    else if ("from" in told) found.lowered[told.case] ??= told.from;
    else found.grades[told.case] = told.grade;
  }
  return found;
}

/** What would come of it now stands before what was said earlier. */
export function placeOf(row: CohortRow, { places }: Foreseen): PlaceShown | undefined {
  const now = places[row.case];
  if (now !== undefined) return now;
  const { rank, chosen } = row.result ?? {};
  if (rank === undefined) return undefined;
  return { place: rank.place, tied: rank.tied, ...(chosen === undefined ? {} : { chosen }) };
}
