import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, ParentFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { centerOf, DAY, factsIn, HOST, institutionOf, placeOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { factOf } from "./fact-of.ts";
import type { FactPlace } from "./fact-place.ts";

const link = (more: Partial<Link>): Link => ({
  key: "l1",
  role: "joint",
  name: "乙医院",
  from: "2025-01-01",
  ...more,
});

describe("a fact", () => {
  it("is what is supposed to hold, whatever the history says", () => {
    const root = centerOf({ standing: "building", grade: "good" });
    const supposed = { "center.standing": "established", "center.barred": false };
    expect(
      factsIn(placeOf({ root, supposed }), ["center.standing", "center.barred", "center.grade"]),
    ).toStrictEqual({
      "center.standing": "established",
      "center.barred": false,
      "center.grade": "good",
    });
  });

  it("is today's day, and the tenant's region", () => {
    expect(factOf(placeOf(), "today")).toBe(DAY);
    expect(factOf(placeOf(), "tenant.region")).toBe("000000");
    expect(factOf(placeOf(), "tenant.name")).toBeUndefined();
  });

  it("of a subject that no root knows is not known", () => {
    expect(
      factOf(placeOf({ root: centerOf({ values: { "moon.phase": "full" } }) }), "moon.phase"),
    ).toBeUndefined();
  });
});

describe("a fact of the host", () => {
  const FULL = {
    uscc: "USCC-1",
    name: "甲医院",
    grade: "3a",
    kind: "hospital",
    ownership: "public",
    "legal-person": false,
    region: "西部",
    province: "重庆市",
    city: "甲市",
    beds: 0,
    university: "甲大学",
  };
  const { "legal-person": legalPerson, ...rest } = FULL;
  const host = { party: 11, legalPerson, ...rest };
  const refs = Object.keys(FULL).map((attribute) => `host.${attribute}`);
  const facts = Object.fromEntries(
    Object.entries(FULL).map(([attribute, value]) => [`host.${attribute}`, value]),
  );

  it("is what the registry says of the institution", () => {
    expect(factsIn(placeOf({ root: institutionOf({ host }) }), refs)).toStrictEqual(facts);
  });

  it("is of who applies, where there is no root yet", () => {
    expect(factsIn(placeOf({ host }), refs)).toStrictEqual(facts);
    expect(factOf(placeOf({ host, root: institutionOf() }), "host.beds")).toBeUndefined();
    expect(factOf(placeOf(), "host.name")).toBeUndefined();
  });

  it("is of the institution that leads the center", () => {
    const root = centerOf({ links: [link({ role: "lead", host })] });
    expect(factsIn(placeOf({ root }), refs)).toStrictEqual(facts);
  });

  it("is what a form wrote, where the registry does not know it", () => {
    const values = { "host.beds": 700, "host.name": "别名", "host.head": { name: "院长甲" } };
    const place = placeOf({ root: institutionOf({ values }) });
    expect(factsIn(place, ["host.beds", "host.name", "host.head"])).toStrictEqual({
      "host.beds": 700,
      "host.name": "甲医院",
      "host.head": "院长甲",
    });
  });
});

describe("a fact of the center above", () => {
  const parent: ParentFacts = {
    id: "p1",
    type: "hub",
    name: "总中心",
    standing: "established",
    field: "bone",
    grade: "good",
    host: { ...HOST, uscc: "USCC-9" },
    settlements: [],
  };
  const links = [
    link({ role: "channel" }),
    link({ role: "parent-center", name: "上级", center: "p1", uscc: "USCC-8" }),
  ];
  const refs = ["id", "name", "type", "standing", "field", "grade", "host"].map((one) => `parent.${one}`);

  it("is the parent's own, as far as it is loaded", () => {
    expect(factsIn(placeOf({ root: centerOf({ links }), parents: [parent] }), refs)).toStrictEqual({
      "parent.id": "p1",
      "parent.name": "总中心",
      "parent.type": "hub",
      "parent.standing": "established",
      "parent.field": "bone",
      "parent.grade": "good",
      "parent.host": "USCC-9",
    });
  });

  it("is what the link says, where it is not", () => {
    const values = { "parent.grade": "pass", "parent.name": "别名" };
    expect(factsIn(placeOf({ root: centerOf({ links, values }) }), refs)).toStrictEqual({
      "parent.id": "p1",
      "parent.name": "上级",
      "parent.type": undefined,
      "parent.standing": undefined,
      "parent.field": undefined,
      "parent.grade": "pass",
      "parent.host": "USCC-8",
    });
  });

  it("is what a form wrote, where there is no such center", () => {
    const values = { "parent.name": "别名" };
    expect(factOf(placeOf({ root: centerOf({ values }) }), "parent.name")).toBe("别名");
    expect(factOf(placeOf({ root: institutionOf() }), "parent.id")).toBeUndefined();
    expect(factOf(placeOf(), "parent.id")).toBeUndefined();
  });
});

describe("a fact of the channel", () => {
  const place = (more: Partial<CenterFacts>) => placeOf({ root: centerOf(more) });
  const refs = ["channel.name", "channel.kind", "channel.region", "channel.grade", "channel.quota"];

  it("is what the link says; beyond that what a form wrote", () => {
    const links = [
      link({}),
      link({ role: "channel", name: "乙市卫健委", kind: "city", region: "西部", grade: "a" }),
    ];
    const values = { "channel.name": "别名", "channel.quota": 2 };
    expect(factsIn(place({ links, values }), refs)).toStrictEqual({
      "channel.name": "乙市卫健委",
      "channel.kind": "city",
      "channel.region": "西部",
      "channel.grade": undefined,
      "channel.quota": 2,
    });
  });

  it("is not known where nobody is the channel, or it has left", () => {
    const values = { "channel.name": "别名" };
    for (const links of [[], [link({ role: "channel", to: DAY })]])
      expect(factOf(place({ links, values }), "channel.name")).toBeUndefined();
  });
});

describe("a fact of the field", () => {
  const policy: Policy = {
    ...ODD_POLICY,
    lists: [
      { key: "grades", items: [{ key: "bone", label: { zh: "错", en: "wrong" } }] },
      {
        key: "fields",
        items: [
          { key: "heart", label: { zh: "心", en: "heart" } },
          { key: "nameless" },
          {
            key: "bone",
            label: { zh: "骨", en: "bone" },
            qualifier: { zh: "限甲类", en: "class a" },
            means: "good",
          },
        ],
      },
    ],
    types: ODD_POLICY.types.map((type) => (type.key === "desk" ? type : { ...type, fields: "fields" })),
  };
  const refs = ["field.label", "field.qualifier", "field.means", "field.other"];

  it("is what the list of the center's type says", () => {
    const root = centerOf({ values: { "center.field": "bone" } });
    expect(factsIn(placeOf({ root, policy }), refs)).toStrictEqual({
      "field.label": "骨",
      "field.qualifier": "限甲类",
      "field.means": "good",
      "field.other": undefined,
    });
  });

  it.each<[string, FactPlace]>([
    ["the item has none", placeOf({ policy, root: centerOf({ values: { "center.field": "heart" } }) })],
    ["there is no such item", placeOf({ policy, root: centerOf({ values: { "center.field": "lung" } }) })],
    [
      "the type has no list",
      placeOf({ policy, root: centerOf({ type: "desk", values: { "center.field": "bone" } }) }),
    ],
    [
      "there is no such type",
      placeOf({ policy, root: centerOf({ type: "gone", values: { "center.field": "bone" } }) }),
    ],
    ["there is no center", placeOf({ policy, root: institutionOf() })],
    ["there is no root", placeOf({ policy })],
  ])("is not known where %s", (_why, place) => {
    expect(factsIn(place, ["field.qualifier", "field.means"])).toStrictEqual({
      "field.qualifier": undefined,
      "field.means": undefined,
    });
  });

  it("has no label where the list does not have it", () => {
    const values = { "center.field": "nameless" };
    for (const root of [centerOf({ values }), centerOf({ type: "desk" }), centerOf(), institutionOf()])
      expect(factOf(placeOf({ policy, root }), "field.label")).toBeUndefined();
  });
});

describe("a fact of the center", () => {
  it("is the center's own", () => {
    const root = centerOf({
      standing: "building",
      grade: "good",
      score: "81.00",
      means: "good",
      links: [link({ role: "parent-center", center: "p1" })],
      values: {
        "center.field": "bone",
        "application.field": "heart",
        "center.layer": "core",
        "center.name": "别名",
      },
      dates: { "center.designated-on": "2024-06-01", "center.inspected-on": "2025-06-01" },
    });
    const facts = {
      "center.standing": "building",
      "center.name": "骨科实验室",
      "center.type": "lab",
      "center.host": "USCC-1",
      "center.grade": "good",
      "center.score": "81.00",
      "center.means": "good",
      "center.field": "bone",
      "center.parent": "p1",
      "center.year": 2024,
      "center.inspected-on": "2025-06-01",
      "center.layer": "core",
      "center.nothing": undefined,
    };
    expect(factsIn(placeOf({ root }), Object.keys(facts))).toStrictEqual(facts);
  });

  it("is what it applied for, until the center has a field", () => {
    const root = centerOf({ values: { "application.field": "heart" } });
    expect(factsIn(placeOf({ root }), ["center.field", "center.year"])).toStrictEqual({
      "center.field": "heart",
      "center.year": undefined,
    });
  });

  it("is of who leads it today", () => {
    const host = { ...HOST, uscc: "USCC-2" };
    expect(
      factOf(placeOf({ root: centerOf({ links: [link({ role: "lead", host })] }) }), "center.host"),
    ).toBe("USCC-2");
  });

  it("is not known where there is no center", () => {
    const values = { "center.layer": "core" };
    expect(factOf(placeOf({ root: institutionOf({ values }) }), "center.layer")).toBeUndefined();
    expect(factOf(placeOf(), "center.name")).toBeUndefined();
  });
});
