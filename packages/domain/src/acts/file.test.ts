import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Addressee } from "../contract/events.ts";
import { emptyInstitution } from "../history/begin.ts";
import { withStage } from "../testing/changed-policy.ts";
import { at, hatOf, INSPECTOR, LEADER, newLife, OFFICER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { decided, HOLIDAYS, offers } from "../testing/odd-steps.ts";
import { file } from "./file.ts";

const DAY = "2026-04-17";
const RECORD = "procedures/entry/stages/record";
const BUREAU: Addressee = { role: "authority", body: "bureau" };
const WATCH: Addressee = { role: "inspector" };
const filing = (id: string) => ({ kind: "file", case: id, stage: "record", words: "请备案" }) as const;
const word = (id: string, to: Addressee) =>
  ({ kind: "acknowledge", case: id, stage: "record", to, words: "收到" }) as const;

/** A center whose certificate was given, so that its filing is due. */
function certified(policy: Policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const id = decided(life);
  const document = { kind: "certificate", number: "1 号", title: "证书", on: "2026-04-16" };
  life.must(OFFICER, at("2026-04-16"), { kind: "issue", stage: "letter", cases: [id], document });
  return { life, id };
}

/** The same, filed. */
function filed(policy?: Policy) {
  const { life, id } = certified(policy);
  life.must(OFFICER, at(DAY), filing(id));
  return { life, id };
}

const refused = (code: string) => ({
  kind: "refused",
  violations: [{ code, params: { what: { zh: "备案", en: "record" } }, clauses: [] }],
});

describe("a filing", () => {
  it("goes to everyone whom the stage names, with the center as it is, and ends the case", () => {
    const { life, id } = certified();
    const center = life.centerOf(id);
    const { events, holds } = life.must(OFFICER, at(DAY), filing(id));
    const root = { kind: "center", id: center.id };
    expect(events).toMatchObject([
      {
        root,
        kind: "filed",
        onDay: DAY,
        body: { case: id, stage: "record", to: [BUREAU, WATCH], words: "请备案" },
        consulted: [RECORD],
      },
      { root, kind: "closed", body: { case: id, why: "done" } },
    ]);
    expect(events[0]?.body).toMatchObject({
      handed: { center: center.id, name: "转化实验室", host: "甲医院", standing: "cultivating" },
    });
    expect(events).toHaveLength(2);
    expect(holds).toEqual({ notAfter: at("2026-04-18", "00:00:00") });
  });
  it("of an institution's case takes no center with it", () => {
    const { life, id } = certified();
    const scene = life.scene(OFFICER, at(DAY));
    const { host, cases } = life.centerOf(id);
    const institution = { ...emptyInstitution("institution-9", host), cases };
    const alone = { ...scene, facts: { ...scene.facts, centers: [], institution } };
    const outcome = file.perform(alone, filing(id));
    expect("events" in outcome && outcome.events[0]?.body).toStrictEqual({
      case: id,
      stage: "record",
      to: [BUREAU, WATCH],
      words: "请备案",
    });
  });
  it("is the officer's, at its own stage, in its turn, and once", () => {
    const { life, id } = certified();
    expect(life.blocked(LEADER, at(DAY), filing(id))).toBe("refused: not-your-role");
    expect(life.blocked(OFFICER, at(DAY), { ...filing(id), stage: "decide" })).toBe(
      "refused: nothing-to-act-on",
    );
    life.must(OFFICER, at(DAY), filing(id));
    expect(life.blocked(OFFICER, at(DAY), filing(id))).toBe("refused: wrong-state");
    const early = newLife(ODD_POLICY, HOLIDAYS);
    expect(early.blocked(OFFICER, at(DAY), filing(decided(early)))).toBe("refused: stage-not-reached");
  });
  it("keeps to the conditions of its stage, and gives what that gives", () => {
    const impossible = {
      ...ODD_POLICY.conditions[1],
      key: "never",
      for: ["lab"],
      of: "host",
    } as Policy["conditions"][number];
    const strict = { ...ODD_POLICY, conditions: [...ODD_POLICY.conditions, impossible] };
    const { life, id } = certified(withStage(strict, "record", { requires: ["never"] }));
    expect(life.blocked(OFFICER, at(DAY), filing(id))).toBe("refused: condition-false");
    const giving = certified(withStage(ODD_POLICY, "record", { gives: "deferred" }));
    const { events } = giving.life.must(OFFICER, at(DAY), filing(giving.id));
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "standing-changed", "closed"]);
  });
});

describe("the word that a filing has arrived", () => {
  it("is its addressee's, and is kept as that", () => {
    const { life, id } = filed();
    expect(life.must(INSPECTOR, at("2026-04-18"), word(id, WATCH)).events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "acknowledged",
        onDay: "2026-04-18",
        body: { case: id, stage: "record", to: WATCH, words: "收到" },
        consulted: [RECORD],
      },
    ]);
  });
  it("is not said before anything was filed", () => {
    const { life, id } = certified();
    expect(life.asks(INSPECTOR, at(DAY), word(id, WATCH))).toEqual(refused("nothing-to-act-on"));
    expect(life.blocked(INSPECTOR, at(DAY), { ...word(id, WATCH), stage: "letter" })).toBe(
      "refused: nothing-to-act-on",
    );
  });
  it("is not said for another, nor for whom nothing went to", () => {
    const { life, id } = filed();
    const day = at("2026-04-18");
    expect(life.asks(INSPECTOR, day, word(id, BUREAU))).toEqual(refused("nothing-to-act-on"));
    expect(life.asks(OFFICER, day, word(id, WATCH))).toEqual(refused("nothing-to-act-on"));
    expect(life.asks(OFFICER, day, word(id, { role: "authority", body: "office" }))).toEqual(
      refused("nothing-to-act-on"),
    );
    expect(life.asks(OFFICER, day, word(id, { role: "authority" }))).toEqual(refused("nothing-to-act-on"));
    expect(life.blocked(hatOf("institution-manager", 11), day, word(id, WATCH))).toBe(
      "refused: not-your-role",
    );
  });
  it("is said once by each, and no more once all have", () => {
    const { life, id } = filed();
    life.must(INSPECTOR, at("2026-04-18"), word(id, WATCH));
    expect(life.asks(INSPECTOR, at("2026-04-19"), word(id, WATCH))).toEqual(refused("already-done"));
    life.must(OFFICER, at("2026-04-19"), word(id, BUREAU));
    expect(life.asks(OFFICER, at("2026-04-20"), word(id, BUREAU))).toEqual(refused("already-done"));
    const offered = offers(life, OFFICER, { now: at("2026-04-20"), id }).filter(
      ({ act }) => act === "acknowledge",
    );
    expect(offered).toEqual([
      { act: "acknowledge", case: id, stage: "record", verdict: refused("already-done") },
    ]);
  });
});
