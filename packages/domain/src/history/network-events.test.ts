import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CenterFacts, ParentFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { centerAfter, centerOf, DAY, eventOf, HOST, institutionOf } from "../testing/events.ts";
import { at, newLife, OFFICER } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { evolve } from "./evolve.ts";
import { leadOf } from "./lead.ts";
import { openLinks, parentOf } from "./network-events.ts";

/** A center of which somebody leads, after one more party came to it or left. */
function network() {
  const life = newLife(Policy.parse(pack));
  const [id = ""] = designate(life, ["骨科中心"]);
  const office = { office: "lead-host", holder: "甲医院", on: "2022-11-10" } as const;
  const center: CenterFacts = { ...life.centerOf(id), offices: [office] };
  const linked = (root: CenterFacts, role: "lead" | "joint", more: object = {}): CenterFacts => {
    const link = { key: `${role}-2`, role, name: "乙医院" };
    const { events } = life.must(OFFICER, at("2023-03-01"), {
      kind: "link",
      center: center.id,
      party: { role: "joint", name: "乙医院" },
      on: "2023-03-01",
      reason: "共建",
    });
    const event = events.find(({ kind }) => kind === "linked");
    if (event?.kind !== "linked") throw new Error("nothing was linked");
    const body = { ...event.body, link, ...more };
    const after = evolve(root, { ...event, body, seq: root.seq + 1, at: at("2023-03-01") });
    if (after.kind !== "center") throw new Error("no center");
    return after;
  };
  return { center, linked };
}

test("who comes to lead is named to the office, with the case that brought it", () => {
  const { center, linked } = network();
  const named = { office: "lead-host", holder: "乙医院", on: "2023-03-01" };
  expect(linked(center, "lead").offices).toStrictEqual([...center.offices, named]);
});

test("the case that brought a new lead is kept with it", () => {
  const { center, linked } = network();
  expect(linked(center, "lead", { case: "c9" }).offices.at(-1)).toStrictEqual({
    office: "lead-host",
    holder: "乙医院",
    on: "2023-03-01",
    case: "c9",
  });
});

test("nobody is named where the lead stays, or where the center keeps no such office", () => {
  const joint = network();
  expect(joint.linked(joint.center, "joint").offices).toEqual(joint.center.offices);
  const officeless = network();
  expect(officeless.linked({ ...officeless.center, offices: [] }, "lead").offices).toEqual([]);
  const director = network();
  const offices: CenterFacts["offices"] = [{ office: "director", holder: "主任甲", on: "2022-11-10" }];
  expect(director.linked({ ...director.center, offices }, "lead").offices).toEqual(offices);
});

const link = (key: string, more: Partial<Link> = {}): Link => ({
  key,
  role: "joint",
  name: "乙医院",
  from: "2025-01-01",
  ...more,
});

describe("a party", () => {
  const before = centerOf({ links: [link("l1"), link("l2", { to: "2025-06-01" })] });

  test("comes in on the day that is said", () => {
    const event = eventOf("linked", { link: { key: "l3", role: "channel", name: "丙" }, on: "2026-03-09" });
    expect(centerAfter(before, event)).toStrictEqual({
      ...before,
      seq: 8,
      links: [...before.links, { key: "l3", role: "channel", name: "丙", from: "2026-03-09" }],
    });
  });

  test("leaves on the day that is said, and only once", () => {
    const left = (key: string) =>
      centerAfter(before, eventOf("unlinked", { link: key, on: "2026-03-09" })).links;
    expect(left("l1")).toStrictEqual([link("l1", { to: "2026-03-09" }), link("l2", { to: "2025-06-01" })]);
    expect(left("l2")).toStrictEqual(before.links);
  });

  test("that has left holds no longer", () => {
    expect(openLinks(before)).toStrictEqual([link("l1")]);
  });
});

test("where the one who led leaves, the institution with which the center began leads again", () => {
  const offices: CenterFacts["offices"] = [
    { office: "lead-host", holder: "甲医院", on: "2025-01-01" },
    { office: "lead-host", holder: "乙医院", on: "2025-01-01" },
    { office: "director", holder: "主任甲", on: "2025-01-01" },
  ];
  const before = centerOf({ offices, links: [link("l1", { role: "lead" })] });
  expect(centerAfter(before, eventOf("unlinked", { link: "l1", on: DAY })).offices).toStrictEqual([
    ...offices,
    { office: "lead-host", holder: "甲医院", on: DAY },
  ]);
});

describe("the center above", () => {
  const parent = (id: string): ParentFacts => ({
    id,
    type: "hub",
    name: "总中心",
    host: HOST,
    settlements: [],
  });
  const parents = [parent("p1"), parent("p2")];
  const under = link("l1", { role: "parent-center", center: "p2" });

  test("is the one that the link names, as far as it was loaded", () => {
    const root = centerOf({ links: [link("l0", { center: "p1" }), under] });
    expect(parentOf({ root, parents })).toBe(parents[1]);
    expect(parentOf({ root, parents: [parent("p1")] })).toBeUndefined();
    expect(parentOf({ root })).toBeUndefined();
  });

  test("is none where there is no such link, or no center", () => {
    expect(parentOf({ root: centerOf({ links: [{ ...under, to: DAY }] }), parents })).toBeUndefined();
    expect(parentOf({ root: centerOf({ links: [link("l0", { center: "p1" })] }), parents })).toBeUndefined();
    expect(parentOf({ root: institutionOf(), parents })).toBeUndefined();
    expect(parentOf({ parents })).toBeUndefined();
  });
});

describe("who leads a center", () => {
  const host = { party: 12, uscc: "USCC-2", name: "乙医院" };

  test("is who was selected, as the registry knows it", () => {
    const links = [
      link("l0", { host: HOST }),
      link("l1", { role: "lead" }),
      link("l2", { role: "lead", host }),
    ];
    expect(leadOf(centerOf({ links }))).toBe(host);
  });

  test("is the institution with which it began, where nobody else does", () => {
    expect(leadOf(centerOf())).toBe(HOST);
    expect(leadOf(centerOf({ links: [link("l0", { host })] }))).toBe(HOST);
    expect(leadOf(centerOf({ links: [link("l1", { role: "lead", host, to: DAY })] }))).toBe(HOST);
    expect(leadOf(institutionOf())).toBe(HOST);
  });
});
