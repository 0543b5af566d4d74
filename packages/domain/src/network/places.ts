// Where a place stands under a region on a day: the columns of coverage matrices, and the tiles of a map of regions.
import type { CalendarDate } from "../contract/basics.ts";
import type { HostFacts } from "../contract/events.ts";
import type { Region } from "../contract/network.ts";
import { holdsOn } from "./as-of.ts";

/** The code that stands for the whole country: what has no parent lies under it. */
const COUNTRY = "000000";

/**
 * The regions directly under one on a day, by code: the cities of a province, the districts of a municipality directly
 * under the State, the provinces of the country (`000000`); functional zones beside divisions.
 */
export const regionsUnder = (regions: readonly Region[], code: string, day: CalendarDate): Region[] =>
  regions
    .filter((region) => (region.parent ?? COUNTRY) === code && holdsOn(region, day))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));

/**
 * The code under which a place stands on a day, among `regionsUnder(regions, of, day)`: the place itself or what it lies
 * in. What has ended by then is read as its successors, what has not begun as its predecessors, if all of them stand in
 * one column. Undefined for a place that is not known, lies elsewhere, or is no more exact than `of`.
 */
export function columnOf(
  regions: readonly Region[],
  { of, place }: { of: string; place: string | undefined },
  day: CalendarDate,
): string | undefined {
  const columns = new Set(columnsOf(place, new Set()));
  const [only] = columns;
  return columns.size === 1 ? only : undefined;

  function columnsOf(code: string | undefined, seen: ReadonlySet<string>): (string | undefined)[] {
    const region = regions.find((one) => one.code === code);
    if (region === undefined || region.code === of || seen.has(region.code)) return [undefined];
    const beyond = new Set([...seen, region.code]);
    if (!holdsOn(region, day)) {
      const others =
        day < region.from
          ? region.predecessors
          : regions.filter((one) => one.predecessors.includes(region.code)).map((one) => one.code);
      return others.length === 0 ? [undefined] : others.flatMap((one) => columnsOf(one, beyond));
    }
    const parent = region.parent ?? COUNTRY;
    return parent === of ? [region.code] : columnsOf(parent, beyond);
  }
}

/**
 * An institution as the registry would know it at another place: province, city and county are the names of the region
 * and of what it lies in; a municipality directly under the State has districts for its cities.
 */
export function hostAt(host: HostFacts, regions: readonly Region[], code: string): HostFacts {
  const names = namesDownTo(regions, code);
  const [province, city, county = province?.endsWith("市") === true ? city : undefined] = names;
  const { province: _province, city: _city, region: _region, regionCode: _code, ...rest } = host;
  return {
    ...rest,
    regionCode: code,
    ...(province === undefined ? {} : { province }),
    ...(city === undefined ? {} : { city }),
    ...(county === undefined ? {} : { region: county }),
  };
}

function namesDownTo(regions: readonly Region[], code: string): string[] {
  const region = regions.find((one) => one.code === code);
  if (region === undefined) return [];
  return [...(region.parent === undefined ? [] : namesDownTo(regions, region.parent)), region.name];
}
