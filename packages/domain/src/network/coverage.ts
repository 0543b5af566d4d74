// Which fields are covered where: centers per field and place, and the fields in which there is none.
import type { Key, Policy, Standing } from "@yichuang/policy";
import type { HostFacts } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { leadOf } from "../history/lead.ts";
import { fieldWord, type Net } from "./net.ts";

/** How many centers are in one cell of the matrix, of one tier and in one standing. */
export interface CoverageCell {
  field: string;
  /** the column, as `columnOf` names it; "" where the place is not known */
  place: string;
  tier: Key;
  standing: Standing;
  n: number;
}

/** A row of the matrix: in how many columns there is a center. */
export interface FieldCoverage {
  field: string;
  label: string;
  covered: number;
}

export interface Coverage {
  cells: CoverageCell[];
  fields: FieldCoverage[];
  /** fields of the lists in which nobody stands */
  empty: string[];
  /** the text says that its lists go on (等), so that how many fields there are is not known */
  goesOn: boolean;
}

/** The column in which a place stands, by the institution that leads there. */
export type ColumnOf = (host: HostFacts) => string | undefined;

const GONE: readonly Standing[] = ["declined", "revoked", "exited"];
const isUnderWay = ({ standing }: Pick<CoverageCell, "standing">): boolean => standing === "applying";

/** Every center with a field counts in its cell; one that is still applying counts there and covers nothing yet. */
export function coverageOf({ scene, centers }: Net, columnOf: ColumnOf): Coverage {
  const { policy } = scene.policies.current;
  const cells = new Map<string, CoverageCell>();
  for (const center of centers.values()) {
    const cell = cellOf(policy, center, columnOf);
    if (cell === undefined) continue;
    const name = Object.values(cell).join("|");
    cells.set(name, { ...cell, n: (cells.get(name)?.n ?? 0) + 1 });
  }
  const counted = [...cells.values()];
  const lists = policy.lists.filter(({ key }) => policy.types.some(({ fields }) => fields === key));
  const named = lists.flatMap(({ items }) => items.map(({ key }) => key));
  const fields = [...new Set([...named, ...counted.map(({ field }) => field)])].map((field) => {
    const stands = counted.filter((cell) => cell.field === field && !isUnderWay(cell));
    return {
      field,
      label: fieldWord(policy, field),
      covered: new Set(stands.map(({ place }) => place)).size,
    };
  });
  return {
    cells: counted,
    fields,
    empty: fields.filter(({ covered }) => covered === 0).map(({ label }) => label),
    goesOn: lists.some(({ more }) => more === true),
  };
}

function cellOf(
  policy: Policy,
  center: CenterFacts,
  columnOf: ColumnOf,
): Omit<CoverageCell, "n"> | undefined {
  const { standing, values } = center;
  const field = values["center.field"] ?? values["application.field"];
  const type = policy.types.find(({ key }) => key === center.type);
  if (type === undefined || typeof field !== "string" || standing === undefined || GONE.includes(standing))
    return undefined;
  return { field, place: columnOf(leadOf(center)) ?? "", tier: type.tier, standing };
}
