interface Orders {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}
interface MergedOrder {
  order: string[];
  /** why there is no order that both sides could have meant */
  kind?: "order" | "place";
}

/**
 * The order of a merged list from its sides' relations "a before b": a pair turned round on one side follows that
 * side, a pair that only one side knows follows it, and only a circle is a conflict. Among `cases` the first that
 * holds is taken, so two that were added at one place are a conflict too.
 */
export function mergeOrder(
  keys: readonly string[],
  orders: Orders,
  { cases }: { cases: boolean },
): MergedOrder {
  const places = {
    base: placesOf(orders.base),
    mine: placesOf(orders.mine),
    theirs: placesOf(orders.theirs),
  };
  const sorted = keys.toSorted();
  const before = new Map(sorted.map((key) => [key, new Set<string>()]));
  let unclear = false;
  for (const [at, a] of sorted.entries()) {
    for (const b of sorted.slice(at + 1)) {
      const relation = relationOf(a, b, places);
      if (relation === "a-first") before.get(b)?.add(a);
      if (relation === "b-first") before.get(a)?.add(b);
      unclear ||= relation === "unclear" || (cases && relation === "unknown" && samePlace(a, b, orders));
    }
  }
  const order = inOrder(sorted, before);
  if (order === undefined) return { order: asInBase(sorted, orders.base), kind: "order" };
  return unclear ? { order, kind: cases ? "place" : "order" } : { order };
}

type Places = ReadonlyMap<string, number>;
const placesOf = (order: readonly string[]): Places => new Map(order.map((key, at) => [key, at]));

type Relation = "a-first" | "b-first" | "unknown" | "unclear";

function relationOf(
  a: string,
  b: string,
  { base, mine, theirs }: { base: Places; mine: Places; theirs: Places },
): Relation {
  const [was, one, other] = [base, mine, theirs].map((side) => relationIn(side, a, b));
  if (one === undefined || other === undefined) return one ?? other ?? was ?? "unknown";
  if (one === other) return one;
  if (was === undefined) return "unclear";
  return one === was ? other : one;
}

function relationIn(side: Places, a: string, b: string): "a-first" | "b-first" | undefined {
  const [of, than] = [side.get(a), side.get(b)];
  if (of === undefined || than === undefined) return undefined;
  return of < than ? "a-first" : "b-first";
}

/** Two elements of different sides that follow the same common element. */
function samePlace(a: string, b: string, { mine, theirs }: Orders): boolean {
  const common = new Set(mine.filter((key) => theirs.includes(key)));
  const previous = (key: string): string | undefined => {
    const side = mine.includes(key) ? mine : theirs;
    return side.slice(0, side.indexOf(key)).findLast((one) => common.has(one));
  };
  return previous(a) === previous(b);
}

/** Elements one by one, each after all that stand before it; undefined where they go round in a circle. */
function inOrder(
  keys: readonly string[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | undefined {
  const order: string[] = [];
  const left = new Set(keys);
  while (left.size > 0) {
    const next = [...left].find((key) => [...(before.get(key) ?? [])].every((one) => !left.has(one)));
    if (next === undefined) return undefined;
    order.push(next);
    left.delete(next);
  }
  return order;
}

const asInBase = (keys: readonly string[], base: readonly string[]): string[] => [
  ...base.filter((key) => keys.includes(key)),
  ...keys.filter((key) => !base.includes(key)),
];
