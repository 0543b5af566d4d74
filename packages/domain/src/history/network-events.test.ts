import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { at, newLife, OFFICER } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { evolve } from "./evolve.ts";

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
