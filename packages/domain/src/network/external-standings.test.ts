// A center that no tenant keeps counts for its institution at its own tier, and takes nobody's seat.
import type { Cap, Condition } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { countsFor, seatsOf } from "../evaluate/caps.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { networkPolicy } from "../testing/network-policy.ts";
import { worldWith } from "../testing/world.ts";

const HOST = "12500102MB1A0001XC";
/** As a load hands it over. */
const external: FactRecord = {
  root: "018f0000-0000-7000-8000-0000000000a1",
  external: true,
  type: "external:national",
  name: "a national center",
  tier: "national",
  host: HOST,
  unit: "hospital",
  standing: "established",
  on: "2019-05-01",
};
const own: FactRecord = { ...external, root: "own", external: undefined, type: "center", tier: "municipal" };

const world = {
  ...worldWith(networkPolicy(), { "host.uscc": HOST }),
  set: (collection: string) => (collection === "designations" ? [external, own] : []),
};
const equal = (ref: string, than: string | { kind: "fact"; fact: string }): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: ref },
  is: "equal",
  than,
});
const holds = (where: Condition) =>
  evaluateCondition(
    {
      kind: "compare",
      of: { kind: "tally", of: "designations", by: "count", where },
      is: "at-least",
      than: 1,
    },
    world,
    "conditions/x",
  ).truth;

describe("an external center among the designations", () => {
  test("is seen by a condition over the tier", () => {
    const ofHost = equal("it.host", { kind: "fact", fact: "host.uscc" });
    expect(holds({ kind: "all", of: [ofHost, equal("it.tier", "national")] })).toBe("true");
    expect(holds({ kind: "all", of: [ofHost, equal("it.tier", "provincial")] })).toBe("false");
  });

  test("takes no seat of a cap, whatever the cap counts by", () => {
    const cap: Cap = {
      key: "one-per-host",
      label: { zh: "每个单位一个", en: "one per host" },
      because: [],
      for: ["center"],
      counts: "designations",
      per: ["it.host"],
      most: 1,
    };
    expect(countsFor(cap, external, world)).toBe("false");
    expect(countsFor(cap, own, world)).toBe("true");
    const has = (records: FactRecord[]) =>
      seatsOf(cap, { candidate: { ...own, root: "new" }, records, world }).map((seat) => seat.has);
    expect(has([external])).toEqual(["room"]);
    expect(has([external, own])).toEqual(["none"]);
  });
});
