import { assert, constantFrom, date, property, record, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Region } from "../contract/network.ts";
import { holdsOn } from "./as-of.ts";
import { columnOf, hostAt, regionsUnder } from "./places.ts";

const region = (code: string, parent?: string, more: Partial<Region> = {}): Region => ({
  code,
  name: `region ${code}`,
  kind: code.includes("Z") ? "zone" : "division",
  from: "1980-01-01",
  predecessors: [],
  ...(parent === undefined ? {} : { parent }),
  ...more,
});

const REGIONS: Region[] = [
  region("370000"),
  region("370100", "370000"),
  region("370116", "370100", { from: "2019-01-09", predecessors: ["371200"] }),
  region("370117", "370100", { from: "2019-01-09", predecessors: ["371200"] }),
  region("371200", "370000", { to: "2019-01-09" }),
  region("410000"),
  region("410300", "410000"),
  region("410308", "410300", { from: "2021-03-18", predecessors: ["410322", "410306"] }),
  region("410306", "410300", { to: "2021-03-18" }),
  region("410322", "410300", { to: "2021-03-18" }),
  region("410300Z01", "410300"),
  region("500000", undefined, { from: "1997-03-14" }),
  region("500102", "500000"),
  region("500000Z01", "500000", { from: "2010-06-18" }),
];
const TODAY = "2022-10-19";
const column = (of: string, place: string | undefined, day = TODAY) => columnOf(REGIONS, { of, place }, day);
const codes = (of: string, day = TODAY) => regionsUnder(REGIONS, of, day).map(({ code }) => code);

describe("the regions under one", () => {
  test("are the cities of a province, and what has ended is none of them", () => {
    expect(codes("370000")).toEqual(["370100"]);
    expect(codes("370000", "2019-01-08")).toEqual(["370100", "371200"]);
  });
  test("are districts and functional zones of a municipality directly under the State", () => {
    expect(codes("500000")).toEqual(["500000Z01", "500102"]);
    expect(codes("500000", "2010-06-17")).toEqual(["500102"]);
  });
  test("are the provinces of the country", () => {
    expect(codes("000000")).toEqual(["370000", "410000", "500000"]);
    expect(regionsUnder(REGIONS.toReversed(), "000000", TODAY).map(({ code }) => code)).toEqual([
      "370000",
      "410000",
      "500000",
    ]);
  });
});

describe("the column of a place", () => {
  test("is the child of the region on the way up", () => {
    expect(column("370000", "370117")).toBe("370100");
    expect(column("410000", "410300Z01")).toBe("410300");
    expect(column("000000", "410300Z01")).toBe("410000");
  });
  test("is the place itself, division or zone, where it lies directly under the region", () => {
    expect(column("500000", "500102")).toBe("500102");
    expect(column("410300", "410300Z01")).toBe("410300Z01");
  });
  test("is that of its successor after its end, and of its predecessors before its beginning", () => {
    expect(column("410300", "410322")).toBe("410308");
    expect(column("410300", "410322", "2021-03-17")).toBe("410322");
    expect(column("370000", "370116", "2018-12-31")).toBe("371200");
  });
  test("is known where it was split up and all parts stand in one column", () => {
    expect(column("370000", "371200")).toBe("370100");
    expect(column("370100", "371200")).toBeUndefined();
    expect(column("410300", "410308", "2021-03-17")).toBeUndefined();
    expect(column("410000", "410308", "2021-03-17")).toBe("410300");
  });
  test("is not known where that of one part is not", () => {
    const split = [
      region("1"),
      region("11", "1", { to: "2020-01-01" }),
      region("12", "1", { from: "2020-01-01", predecessors: ["11"] }),
      region("13", "1", { from: "2020-01-01", to: "2021-01-01", predecessors: ["11"] }),
      region("14", "1", { from: "2022-01-01", predecessors: ["12", "99"] }),
    ];
    const at = (place: string, day: string) => columnOf(split, { of: "1", place }, day);
    expect([at("11", "2020-06-01"), at("11", "2021-06-01")]).toEqual([undefined, undefined]);
    expect(at("14", "2021-06-01")).toBeUndefined();
  });
  test("is not known of what has ended without a successor, or began from nothing", () => {
    const lost = [region("1"), region("2", "1", { from: "2010-01-01", to: "2020-01-01" })];
    const at = (day: string) => columnOf(lost, { of: "1", place: "2" }, day);
    expect([at("2009-12-31"), at("2010-01-01"), at("2020-01-01")]).toEqual([undefined, "2", undefined]);
  });
  test("is not known of regions that lie in each other", () => {
    const circle = [region("1", "2"), region("2", "1")];
    expect(columnOf(circle, { of: "9", place: "1" }, TODAY)).toBeUndefined();
  });
  test.each([
    ["a place that nobody wrote down", "500000", undefined],
    ["a code that no region has", "500000", "500999"],
    ["another region's place", "500000", "370117"],
    ["no more than the region itself", "500000", "500000"],
    ["a region that nobody knows", "990000", "500102"],
  ])("is unknown for %s", (_name, of, place) => expect(column(of, place)).toBeUndefined());
});

describe("an institution at another place", () => {
  const HOST = {
    party: 11,
    uscc: "125001024500000017",
    name: "甲医院",
    beds: 300,
    province: "江西省",
    city: "南昌市",
    region: "东湖区",
    regionCode: "360102",
  };
  const named = (code: string, name: string, parent?: string) => region(code, parent, { name });
  const places = [
    named("370000", "山东省"),
    named("370100", "济南市", "370000"),
    named("370116", "莱芜区", "370100"),
    named("500000", "重庆市"),
    named("500102", "涪陵区", "500000"),
    named("370116Z01", "高新区", "370116"),
  ];
  const { party, uscc, name, beds } = HOST;
  const rest = { party, uscc, name, beds };

  test.each([
    ["a county", "370116", { province: "山东省", city: "济南市", region: "莱芜区" }],
    ["a zone in a county", "370116Z01", { province: "山东省", city: "济南市", region: "莱芜区" }],
    ["a city", "370100", { province: "山东省", city: "济南市" }],
    ["a province", "370000", { province: "山东省" }],
    ["a district of a municipality", "500102", { province: "重庆市", city: "涪陵区", region: "涪陵区" }],
    ["a municipality", "500000", { province: "重庆市" }],
    ["a place that nobody knows", "999999", {}],
  ])("is known as the registry would know it in %s", (_place, code, words) =>
    expect(hostAt(HOST, places, code)).toStrictEqual({ ...rest, regionCode: code, ...words }),
  );
});

const CODES = ["1", "2", "3", "4", "5", "6"];
const anyDay = date({ min: new Date("2000-01-01"), max: new Date("2010-01-01"), noInvalidDate: true }).map(
  (at) => at.toISOString().slice(0, 10),
);
const anyRegions = uniqueArray(
  record({
    code: constantFrom(...CODES),
    parent: constantFrom(undefined, ...CODES),
    from: anyDay,
    to: anyDay,
    ends: constantFrom(true, false),
    predecessors: uniqueArray(constantFrom(...CODES), { maxLength: 2 }),
  }),
  { selector: ({ code }) => code, maxLength: 6 },
).map((all) =>
  all.map(({ code, parent, from, to, ends, predecessors }) =>
    region(code, parent, { from, predecessors, ...(ends ? { to } : {}) }),
  ),
);

describe("whatever regions there are, cycles and gaps included", () => {
  test("a column is one of the regions under it on that day, and a child stands in its own", () => {
    const asked = record({
      regions: anyRegions,
      of: constantFrom("000000", ...CODES),
      place: constantFrom(...CODES),
      day: anyDay,
    });
    assert(
      property(asked, ({ regions, of, place, day }) => {
        const under = regionsUnder(regions, of, day);
        const codesUnder = under.map(({ code }) => code);
        expect([undefined, ...codesUnder]).toContain(columnOf(regions, { of, place }, day));
        expect(under.filter((one) => !holdsOn(one, day))).toEqual([]);
        for (const code of codesUnder.filter((one) => one !== of))
          expect(columnOf(regions, { of, place: code }, day)).toBe(code);
      }),
    );
  });
});
