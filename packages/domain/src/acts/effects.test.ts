import type { Consequence, Effect } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { at, LEADER } from "../testing/life.ts";
import { bases, pointsLife } from "../testing/points/points-life.ts";
import type { AtCenter } from "./effects.ts";
import { followingFrom } from "./effects.ts";

const DAY = "2027-06-20";
const PATH = "consequences/poor/effects/one";
const life = pointsLife();
const [CASE = ""] = bases(life, [800]);
const SCENE = life.stageScene(LEADER, at(DAY), { case: CASE, stage: "choose" });
const CENTER = life.centerOf(CASE);

const open = {
  open: { asks: { zh: "多久", en: "how long" }, per: "policy", by: { role: "authority" } },
} as const;

interface Applying {
  center?: CenterFacts;
  of?: Consequence["of"];
  effects?: Effect[];
  at?: Partial<AtCenter>;
}

/** What follows from one effect at the center, on 20 June 2027. */
function following(effect: Effect, { center = CENTER, of, effects = [effect], at: more }: Applying = {}) {
  const consequence: Consequence = {
    key: "poor",
    for: ["base"],
    on: "graded",
    effects,
    ...(of === undefined ? {} : { of }),
  };
  return followingFrom({ at: { ...SCENE, ...more, root: center }, consequence, path: PATH }, effect);
}

const told = (kind: string, body: object, root: string = CENTER.id) => ({
  root: { kind: "center", id: root },
  kind,
  onDay: DAY,
  body,
  consulted: [PATH],
});
const { standing: _standing, ...UNSTANDING } = CENTER;

describe("a standing that follows", () => {
  const warn: Effect = { key: "one", do: "set-standing", standing: "warned" };
  it("is the center's from that day, and says what it was before", () => {
    const changed = { case: CASE, from: "building", to: "warned", on: DAY, cause: PATH };
    const expected = { noted: { standing: "warned" }, more: [told("standing-changed", changed)] };
    expect(following(warn)).toEqual(expected);
    expect(following(warn, { of: "center" })).toEqual(expected);
    expect(following(warn, { of: "parent" })).toEqual(expected);
  });
  it("does not change what it is already, and has nothing before it where there was none", () => {
    expect(following({ ...warn, standing: "building" })).toEqual({
      noted: { standing: "building" },
      more: [],
    });
    const [event] = following(warn, { center: UNSTANDING }).more ?? [];
    expect(event?.body).toStrictEqual({ case: CASE, to: "warned", on: DAY, cause: PATH });
  });
  it("is only noted where it is meant for the host or the director", () => {
    for (const of of ["host", "director"] as const)
      expect(following(warn, { of })).toEqual({ noted: { standing: "warned" }, more: [] });
  });
});

describe("a case that follows", () => {
  const again: Effect = { key: "one", do: "start", procedure: "round", within: { n: 3, unit: "month" } };
  it("is opened at once, with the day by which it is to be answered", () => {
    const { noted, more = [] } = following(again);
    const [event] = more;
    const id = event?.kind === "opened" ? event.body.case : "";
    expect(noted).toEqual({ procedure: "round", case: id });
    expect(more).toEqual([
      told("opened", {
        case: id,
        procedure: "round",
        purpose: "evaluation",
        year: 2027,
        pin: SCENE.scene.policies.current.pin,
        startedBy: CASE,
        dueOn: "2027-09-20",
      }),
    ]);
    expect(id).not.toBe(CASE);
  });
  it("has no such day while its length is open", () => {
    const [event] = following({ ...again, within: open }).more ?? [];
    expect(event?.body).not.toHaveProperty("dueOn");
  });
  it("is a rectification where the version in force does not have its procedure", () => {
    const [event] = following({ ...again, procedure: "gone" }).more ?? [];
    expect(event?.body).toMatchObject({ procedure: "gone", purpose: "rectification" });
  });
});

describe("what somebody else is to do", () => {
  it("is only noted", () => {
    const to = [{ role: "host" as const }, { role: "authority" as const }];
    expect(following({ key: "one", do: "announce", to })).toEqual({ noted: { to: "host,authority" } });
    expect(following({ key: "one", do: "support", with: "priority" })).toEqual({
      noted: { item: "priority" },
    });
    expect(following({ key: "one", do: "recommend", promotion: "up" })).toEqual({
      noted: { promotion: "up" },
    });
    expect(following({ key: "one", do: "put-to", body: { role: "upper-authority" } })).toEqual({
      noted: { body: "upper-authority" },
    });
  });
});

describe("money that follows", () => {
  const money = (act: "grant" | "withhold" | "cancel" | "reclaim") =>
    following({ key: "one", do: "money", funding: "build", act });
  it("is due by its schedule where it is granted", () => {
    expect(money("grant")).toEqual({ noted: { funding: "build", act: "grant" }, more: [] });
  });
  it("is withheld for now or for good, or asked back", () => {
    const body = { case: CASE, funding: "build", cause: PATH };
    expect(money("withhold")).toEqual({
      noted: { funding: "build", act: "withhold" },
      more: [told("withheld", { ...body, final: false })],
    });
    expect(money("cancel")).toEqual({
      noted: { funding: "build", act: "cancel" },
      more: [told("withheld", { ...body, final: true })],
    });
    expect(money("reclaim")).toEqual({
      noted: { funding: "build", act: "reclaim" },
      more: [told("reclaimed", body)],
    });
  });
});

describe("a bar that follows", () => {
  const bar = {
    key: "one",
    do: "bar",
    from: ["base", "desk"],
    who: "host",
    lasts: { n: 2, unit: "year" },
  } as const;
  const noted = { from: "base,desk" };
  const laid = {
    case: CASE,
    who: "host",
    name: "甲医院",
    uscc: CENTER.host.uscc,
    from: ["base", "desk"],
    until: "2029-06-20",
    consequence: "poor",
    effect: "one",
  };
  const body = (effect: Effect, given?: Applying) => {
    const [event] = following(effect, given).more ?? [];
    return event?.kind === "barred" ? event.body : undefined;
  };
  it("names the host, from what, and until when", () => {
    const { noted: said, more } = following({ ...bar, from: [...bar.from] });
    expect(said).toEqual(noted);
    expect(more).toEqual([told("barred", { ...laid, bar: expect.stringMatching(/^id-\d+$/) })]);
    expect(more?.[0]?.body).not.toHaveProperty("person");
  });
  it("names the director who is known, or lays nothing", () => {
    const director: Effect = { ...bar, from: [...bar.from], who: "director" };
    expect(body(director)).toMatchObject({ ...laid, who: "director", name: "主任甲", person: "主任甲" });
    expect(following(director, { center: { ...CENTER, values: {} } })).toEqual({ noted, more: [] });
  });
  it("lays nothing while it is open whom it is for", () => {
    expect(following({ ...bar, from: [...bar.from], who: open })).toEqual({ noted, more: [] });
  });
  it("has no end while its length is open", () => {
    expect(body({ ...bar, from: [...bar.from], lasts: open })).not.toHaveProperty("until");
    expect(body({ ...bar, from: [...bar.from], lasts: open })).toMatchObject({ who: "host" });
  });
  it("lasts as many rounds of its procedure as it says", () => {
    const rounds: Effect = { ...bar, from: [...bar.from], lasts: { n: 2, unit: "cycle" } };
    const { policy } = life;
    const procedure = policy.procedures.find(({ key }) => key === "round") ?? SCENE.procedure;
    expect(body(rounds, { at: { procedure } })).toMatchObject({ until: "2033-06-20" });
  });
  it("has no end that the table of holidays does not reach", () => {
    expect(body({ ...bar, from: [...bar.from], lasts: { n: 5, unit: "working-day" } })).not.toHaveProperty(
      "until",
    );
  });
});

describe("a name that is suspended", () => {
  const suspended = (effect: Effect, given?: Applying) => following(effect, given).more;
  it("is so until a day, or without an end", () => {
    expect(suspended({ key: "one", do: "suspend-name", lasts: { n: 1, unit: "year" } })).toEqual([
      told("name-suspended", { case: CASE, cause: PATH, until: "2028-06-20" }),
    ]);
    const [event] = suspended({ key: "one", do: "suspend-name" }) ?? [];
    expect(event?.body).toStrictEqual({ case: CASE, cause: PATH });
    const [waiting] = suspended({ key: "one", do: "suspend-name", lasts: open }) ?? [];
    expect(waiting?.body).toStrictEqual({ case: CASE, cause: PATH });
  });
  it("is not the host's or the director's", () => {
    expect(following({ key: "one", do: "suspend-name" }, { of: "host" })).toEqual({ more: [] });
  });
  it("is restored where it was suspended", () => {
    expect(following({ key: "one", do: "restore-name" })).toEqual({ more: [] });
    const center = { ...CENTER, nameSuspended: { on: "2027-01-01" } };
    expect(following({ key: "one", do: "restore-name" }, { center })).toEqual({
      more: [told("name-restored", { case: CASE, cause: PATH })],
    });
  });
});

describe("branches of a center", () => {
  const branch = (id: string, standing: CenterFacts["standing"]): CenterFacts => ({
    ...UNSTANDING,
    id,
    ...(standing === undefined ? {} : { standing }),
    links: [{ key: "l", role: "parent-center", name: "总中心", center: CENTER.id, from: "2024-05-01" }],
  });
  const under = [branch("b1", "established"), branch("b2", "revoked"), branch("b3", "warned")];
  const facts = { ...SCENE.scene.facts, centers: [CENTER, ...under] };
  const given = { at: { scene: { ...SCENE.scene, facts } } };
  const effect = (act: "list" | "cascade"): Effect => ({ key: "one", do: "branches", act });
  const changed = (id: string, body: object) =>
    told("standing-changed", { on: DAY, cause: PATH, ...body }, id);

  it("are listed for the authority, those that are still there", () => {
    expect(following(effect("list"), given)).toEqual({ noted: { branches: "b1,b3", act: "list" } });
  });
  it("get the standing that the same consequence gives the center", () => {
    const warn: Effect = { key: "two", do: "set-standing", standing: "warned" };
    expect(following(effect("cascade"), { ...given, effects: [effect("cascade"), warn] })).toEqual({
      noted: { branches: "b1,b3", act: "cascade" },
      more: [changed("b1", { from: "established", to: "warned" })],
    });
  });
  it("get the standing that the center has, where the consequence gives none", () => {
    expect(following(effect("cascade"), given).more).toEqual([
      changed("b1", { from: "established", to: "building" }),
      changed("b3", { from: "warned", to: "building" }),
    ]);
    expect(following(effect("cascade"), { ...given, center: UNSTANDING })).toEqual({
      noted: { branches: "b1,b3", act: "cascade" },
    });
  });
});
