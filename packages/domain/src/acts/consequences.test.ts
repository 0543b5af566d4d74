import type { Condition, Consequence, Effect, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { DomainEvent, DomainEventKind } from "../contract/events.ts";
import { emptyInstitution } from "../history/begin.ts";
import { withCenter } from "../testing/changed-facts.ts";
import { at, LEADER } from "../testing/life.ts";
import { bases, pointsLife } from "../testing/points/points-life.ts";
import { consequencesOf } from "./consequences.ts";
import type { Scene } from "./scene.ts";

const DAY = "2027-06-20";
const life = pointsLife();
const [CASE = "", OTHER = ""] = bases(life, [800, 700]);
const SCENE = life.scene(LEADER, at(DAY));
const CENTER = life.centerOf(CASE);
const ABOVE = life.centerOf(OTHER);

const announce: Effect = { key: "tell", do: "announce", to: [{ role: "host" }] };
const consequence = (more: Partial<Consequence> = {}): Consequence => ({
  key: "told",
  for: ["base"],
  on: "decided",
  effects: [announce],
  ...more,
});

/** The scene under a policy in which only these consequences follow. */
function under(consequences: Consequence[], scene: Scene = SCENE): Scene {
  const { pin, policy } = scene.policies.current;
  const changed: Policy = { ...policy, consequences };
  return { ...scene, policies: { ...scene.policies, current: { pin, policy: changed } } };
}

const event = (kind: DomainEventKind, body: object, root = CENTER.id) =>
  ({
    root: { kind: "center", id: root },
    kind,
    onDay: DAY,
    body,
    consulted: [],
    seq: 99,
    at: at(DAY),
  }) as unknown as DomainEvent;
const decided = event("decided", { case: CASE, stage: "choose", outcome: "approved", opinion: "" });

const note = (more: object = {}, root = CENTER.id) => ({
  root: { kind: "center", id: root },
  kind: "applied-consequence",
  onDay: DAY,
  body: { case: CASE, consequence: "told", effect: "tell", does: "announce", with: { to: "host" }, ...more },
  consulted: ["consequences/told/effects/tell"],
});
const class1 = (than: string): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "center.class" },
  is: "equal",
  than,
});

describe("a consequence", () => {
  it("follows from its event and is noted at the center", () => {
    expect(consequencesOf(under([consequence()]), decided)).toEqual([note()]);
  });
  it("does not follow from another event, at another type, or in another procedure", () => {
    expect(consequencesOf(under([consequence({ on: "graded" })]), decided)).toEqual([]);
    expect(consequencesOf(under([consequence({ for: ["desk"] })]), decided)).toEqual([]);
    expect(consequencesOf(under([consequence({ in: ["round"] })]), decided)).toEqual([]);
    expect(consequencesOf(under([consequence({ in: ["round", "entry"] })]), decided)).toHaveLength(1);
  });
  it("follows where its condition holds, and not while that is not known", () => {
    expect(consequencesOf(under([consequence({ when: class1("first") })]), decided)).toHaveLength(1);
    expect(consequencesOf(under([consequence({ when: class1("second") })]), decided)).toEqual([]);
    const unknown: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "center.unknown" },
      is: "equal",
      than: 1,
    };
    expect(consequencesOf(under([consequence({ when: unknown })]), decided)).toEqual([]);
  });
  it("brings about its effects in their order, each after its note", () => {
    const stand: Effect = { key: "stand", do: "set-standing", standing: "warned" };
    const events = consequencesOf(under([consequence({ effects: [stand, announce] })]), decided);
    expect(events.map(({ kind }) => kind)).toEqual([
      "applied-consequence",
      "standing-changed",
      "applied-consequence",
    ]);
  });
  it("notes nothing beside an effect that says nothing", () => {
    const [first] = consequencesOf(
      under([consequence({ effects: [{ key: "tell", do: "restore-name" }] })]),
      decided,
    );
    expect(first?.body).toStrictEqual({
      case: CASE,
      consequence: "told",
      effect: "tell",
      does: "restore-name",
    });
  });
  it("notes the case that it begins, and for whom it is where that is not the center", () => {
    const start: Effect = { key: "tell", do: "start", procedure: "round", within: { n: 1, unit: "month" } };
    const [first, second] = consequencesOf(under([consequence({ effects: [start], of: "host" })]), decided);
    const id = second?.kind === "opened" ? second.body.case : "";
    expect(first?.body).toMatchObject({ with: { procedure: "round", case: id, of: "host" } });
    expect(id).not.toBe("");
  });
});

describe("the event from which something follows", () => {
  it("is of a case of that center; without one nothing follows", () => {
    expect(
      consequencesOf(under([consequence({ on: "withheld" })]), event("withheld", { case: "gone" })),
    ).toEqual([]);
    expect(
      consequencesOf(under([consequence({ on: "urged" })]), event("urged", { obligation: "o" })),
    ).toEqual([]);
  });
  it("is told of the center's first case where it was missed before any was opened", () => {
    const missed = event("missed", { obligation: "o", due: DAY, procedure: "yearly" });
    const inYearly = consequence({ on: "missed", in: ["yearly"] });
    expect(consequencesOf(under([inYearly]), missed)).toEqual([note()]);
    const elsewhere = event("missed", { obligation: "o", due: DAY, procedure: "round" });
    expect(consequencesOf(under([inYearly]), elsewhere)).toEqual([]);
    const nowhere = event("missed", { obligation: "o", due: DAY });
    expect(consequencesOf(under([inYearly]), nowhere)).toEqual([]);
    expect(consequencesOf(under([consequence({ on: "missed" })]), nowhere)).toHaveLength(1);
    const nobody = event("missed", { obligation: "o", due: DAY }, "nowhere");
    expect(consequencesOf(under([consequence({ on: "missed" })]), nobody)).toEqual([]);
    const bare = withCenter(SCENE, CENTER.id, (center) => ({ ...center, cases: [] }));
    expect(consequencesOf(under([consequence({ on: "missed" })], bare), nowhere)).toEqual([]);
  });
  it("is told of a center's own case where another one's case brought it about", () => {
    const changed = event("standing-changed", { case: OTHER, to: "warned", on: DAY, cause: "" });
    expect(consequencesOf(under([consequence({ on: "standing-changed" })]), changed)).toEqual([note()]);
  });
  it("is a center's: nothing follows at an institution", () => {
    const first = SCENE.facts.centers[0]?.cases[0];
    const cases = first === undefined ? [] : [first];
    const institution = { ...emptyInstitution("institution-9", CENTER.host), cases };
    const facts = { ...SCENE.facts, centers: [], institution };
    const own = event("decided", { case: CASE }, "institution-9");
    expect(consequencesOf(under([consequence()], { ...SCENE, facts }), own)).toEqual([]);
  });
});

describe("a consequence for the center above", () => {
  const stand: Effect = { key: "tell", do: "set-standing", standing: "warned" };
  const upward = consequence({ of: "parent", effects: [stand] });
  const link = {
    key: "l",
    role: "parent-center",
    name: "上级",
    center: ABOVE.id,
    from: "2024-05-01",
  } as const;
  const linked = withCenter(SCENE, CENTER.id, (center) => ({ ...center, links: [link] }));

  it("happens there, and says from which center it came", () => {
    const said = { standing: "warned", of: "parent", center: CENTER.id };
    expect(consequencesOf(under([upward], linked), decided)).toMatchObject([
      {
        root: { id: ABOVE.id },
        kind: "applied-consequence",
        body: { case: CASE, does: "set-standing", with: said },
      },
      { root: { id: ABOVE.id }, kind: "standing-changed", body: { from: "building", to: "warned" } },
    ]);
  });
  it("leaves only its note where there is none, and names no case that was not opened", () => {
    const events = consequencesOf(under([upward]), decided);
    expect(events).toMatchObject([
      { root: { id: CENTER.id }, body: { with: { standing: "warned", of: "parent" } } },
    ]);
    expect(events[0]?.body).not.toHaveProperty("with.center");
    const start: Effect = { key: "tell", do: "start", procedure: "round", within: { n: 1, unit: "month" } };
    const [first, ...more] = consequencesOf(under([{ ...upward, effects: [start] }]), decided);
    expect(more).toEqual([]);
    expect(first?.body).toMatchObject({ with: { procedure: "round", of: "parent" } });
    expect(first?.body).not.toHaveProperty("with.case");
  });
});
