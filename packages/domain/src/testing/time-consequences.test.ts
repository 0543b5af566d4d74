import type { Consequence, Policy } from "@yichuang/policy";
import { parsePolicy } from "@yichuang/policy";
import document from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { upToDate } from "../acts/decide.ts";
import { sceneOf } from "../acts/scene.ts";
import { at, LEADER, newLife, OFFICER } from "./life.ts";
import { factsFor } from "./ledger.ts";
import { designate } from "./steps.ts";

const follows = (rest: Pick<Consequence, "key" | "on" | "effects" | "in">): Consequence => ({
  label: { zh: rest.key, en: rest.key },
  because: ["s1"],
  for: ["stic"],
  ...rest,
});

/** The pack of one district, with consequences on what only time brings about. */
function policy(): Policy {
  const read = parsePolicy(document);
  if (Array.isArray(read)) throw new Error("the pack does not parse");
  const reports = read.procedures.filter(({ purpose }) => purpose === "report").map(({ key }) => key);
  return {
    ...read,
    consequences: [
      ...read.consequences,
      follows({ key: "silent", on: "missed", in: reports, effects: [{ key: "name", do: "suspend-name" }] }),
      follows({
        key: "over",
        on: "term-ended",
        effects: [{ key: "warn", do: "set-standing", standing: "deferred" }],
      }),
    ],
  };
}

function begun() {
  const life = newLife(policy());
  const [entry = ""] = designate(life, ["总中心"]);
  const center = () => life.centerOf(entry);
  return { life, center };
}

describe("what follows from time itself", () => {
  test("bears the day that time had come, and has no author", () => {
    const { life, center } = begun();
    const due = "2023-06-01";
    life.must(OFFICER, at(due), { kind: "sweep", root: center().id });
    expect(center().nameSuspended).toMatchObject({ on: center().missed[0]?.due });
    const told = life.ledger().events.filter(({ kind }) => kind === "applied-consequence");
    expect(told).toMatchObject([{ body: { consequence: "silent" } }]);
    expect(told.every((event) => event.who === undefined)).toBe(true);
  });

  test("is shown before anybody has acted, and noted once", () => {
    const { life, center } = begun();
    const ends = center().termEndsOn ?? "";
    const after = at(`${Number(ends.slice(0, 4)) + 1}${ends.slice(4)}`);
    const { policies } = life.ledger();
    const scene = sceneOf(policies, factsFor(life.ledger(), LEADER), life.env(LEADER, after));
    expect(upToDate(scene).facts.centers[0]?.standing).toBe("deferred");
    expect(center().standing).toBe("building");
    life.must(OFFICER, after, { kind: "sweep", root: center().id });
    expect(center().spans.at(-1)).toMatchObject({ standing: "deferred", from: ends });
    const before = life.ledger().events.length;
    life.must(OFFICER, after, { kind: "sweep", root: center().id });
    expect(life.ledger().events).toHaveLength(before);
  });
});
