// What is on its way: candidates and centers that will count once they are where they are going.
import type { Condition, Standing } from "@yichuang/policy";
import type { CalendarDate, Uuid } from "../contract/basics.ts";
import type { CenterFacts, FactRecord } from "../contract/facts.ts";
import type { Truth } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { World } from "../evaluate/world.ts";
import { ownRecords } from "../network/root-records.ts";
import type { Board } from "./board.ts";
import { linesOf } from "./line.ts";

export interface Coming {
  root: Uuid;
  name: string;
  unit: string;
  standing: Standing;
  /** the day by which it is there, where its history says one */
  by?: CalendarDate;
}

export interface Forecast {
  value?: string;
  truth: Truth;
  coming: Coming[];
  /** the day by which all are there; left out where one has none */
  by?: CalendarDate;
}

/** Where a center goes from where it is, the next step first. */
const AHEAD: { [S in Standing]?: Standing[] } = {
  applying: ["cultivating", "building", "established"],
  cultivating: ["building", "established"],
  building: ["established"],
  deferred: ["established"],
  rectifying: ["established"],
};

/** What a target comes to once everything under way is through; undefined where nothing that is under way counts. */
export function forecastOf(
  board: Board,
  must: Condition,
  { world, path }: { world: World; path: string },
): Forecast | undefined {
  const asked = { must, world, path };
  const none = valueWith(asked, []);
  const counts = (record: FactRecord): boolean => valueWith(asked, [record]) !== none;
  const found = board.centers.flatMap((center) => {
    const record = aheadOf(board, center).find(counts);
    const now = ownRecords(board.policy, center, "designations");
    return record === undefined || now.some(counts) ? [] : [{ center, record }];
  });
  if (found.length === 0) return undefined;
  const ids = new Set(found.map(({ center }) => center.id));
  const others = world.set("designations").filter((record) => !ids.has(String(record["root"])));
  const then = withDesignations(world, [...others, ...found.map(({ record }) => record)]);
  const value = linesOf(must, then, path)[0]?.value;
  const coming = found.map(({ center }) => comingOf(center));
  const days = coming.flatMap(({ by }) => (by === undefined ? [] : [by]));
  const by = days.length === coming.length ? days.toSorted().at(-1) : undefined;
  return {
    truth: evaluateCondition(must, then, path).truth,
    coming,
    ...(value === undefined ? {} : { value }),
    ...(by === undefined ? {} : { by }),
  };
}

const withDesignations = (world: World, records: FactRecord[]): World => ({
  ...world,
  set: (collection) => (collection === "designations" ? records : world.set(collection)),
});

const valueWith = (
  { must, world, path }: { must: Condition; world: World; path: string },
  records: FactRecord[],
): string =>
  linesOf(must, withDesignations(world, records), path)
    .map(({ value }) => value ?? "")
    .join(" ");

/** The designation that a center would be at each step that it still has before it. */
function aheadOf({ policy }: Board, center: CenterFacts): FactRecord[] {
  if (center.standing === undefined) return [];
  // what was withdrawn or declined is not under way
  if (center.standing === "applying" && center.cases.every(({ state }) => OVER.includes(state))) return [];
  return (AHEAD[center.standing] ?? []).flatMap((standing) =>
    ownRecords(policy, { ...center, standing }, "designations"),
  );
}
const OVER: readonly string[] = ["withdrawn", "closed", "draft"];

const comingOf = ({ id, name, host, standing = "applying", termEndsOn }: CenterFacts): Coming => ({
  root: id,
  name,
  unit: host.name,
  standing,
  ...(termEndsOn === undefined ? {} : { by: termEndsOn }),
});
