import type { Consequence, Effect } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { NewEvent } from "../contract/events.ts";
import { at, LEADER } from "../testing/life.ts";
import { bases, pointsLife } from "../testing/points/points-life.ts";
import { afterEvents, place, withConsequences } from "./following.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";

const DAY = "2027-06-20";
const life = pointsLife();
const [CASE = ""] = bases(life, [800]);
const SCENE = life.scene(LEADER, at(DAY));
const CENTER = life.centerOf(CASE);

function under(...consequences: Consequence[]): Scene {
  const { pin, policy } = SCENE.policies.current;
  return { ...SCENE, policies: { ...SCENE.policies, current: { pin, policy: { ...policy, consequences } } } };
}

const stands = (on: string, standing: "warned" | "deferred" | "revoked", when?: string): Consequence => ({
  key: `to-${standing}`,
  for: ["base"],
  on: on as Consequence["on"],
  effects: [{ key: "stand", do: "set-standing", standing }],
  ...(when === undefined
    ? {}
    : { when: { kind: "compare", of: { kind: "fact", fact: "center.standing" }, is: "equal", than: when } }),
});
const urged: NewEvent = newEvent({
  root: refOf(CENTER),
  kind: "decided",
  body: { case: CASE, stage: "choose", outcome: "approved", opinion: "" },
  onDay: DAY,
});
const kinds = (events: readonly NewEvent[]) => events.map(({ kind }) => kind);
const standings = (events: readonly NewEvent[]) =>
  events.flatMap((event) => (event.kind === "standing-changed" ? [event.body.to] : []));

describe("events in their places", () => {
  it("come after what the root holds already, by who acts, at that instant", () => {
    const [first, second] = place(SCENE, [urged, urged]);
    const { user, name, role, party, unit } = LEADER;
    expect(first).toEqual({
      ...urged,
      seq: CENTER.seq + 1,
      at: at(DAY),
      who: { user, name, role, party, unit },
    });
    expect(second?.seq).toBe(CENTER.seq + 2);
  });
  it("are folded into the facts, and nothing else of the scene changes", () => {
    const after = afterEvents(SCENE, place(SCENE, [urged]));
    const [center] = after.facts.centers;
    expect(center?.seq).toBe(CENTER.seq + 1);
    expect({ ...after, facts: SCENE.facts }).toEqual(SCENE);
  });
});

describe("what follows from events", () => {
  it("stands behind each of them", () => {
    expect(withConsequences(under(), [urged, urged])).toEqual([urged, urged]);
    const tell: Effect = { key: "tell", do: "announce", to: [{ role: "host" }] };
    const told: Consequence = { key: "told", for: ["base"], on: "decided", effects: [tell] };
    expect(kinds(withConsequences(under(told), [urged, urged]))).toEqual([
      "decided",
      "applied-consequence",
      "decided",
      "applied-consequence",
    ]);
  });
  it("may have consequences itself, which see what has come about by then", () => {
    const scene = under(stands("decided", "warned"), stands("standing-changed", "deferred", "warned"));
    expect(standings(withConsequences(scene, [urged]))).toEqual(["warned", "deferred"]);
  });
  it("is seen by the events after it", () => {
    const scene = under(stands("decided", "warned", "building"), stands("decided", "revoked", "warned"));
    expect(standings(withConsequences(scene, [urged, urged]))).toEqual(["warned", "revoked"]);
  });
  it("stops where a policy goes round in circles", () => {
    const scene = under(
      stands("decided", "warned"),
      stands("standing-changed", "deferred", "warned"),
      stands("standing-changed", "warned", "deferred"),
    );
    expect(standings(withConsequences(scene, [urged]))).toEqual([
      "warned",
      "deferred",
      "warned",
      "deferred",
      "warned",
    ]);
  });
});
