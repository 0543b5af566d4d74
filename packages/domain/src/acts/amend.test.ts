import { expect, test } from "vitest";
import { at, MANAGER, OFFICER } from "../testing/life.ts";
import { DAY, enter, institutionOf, lifeWithRegisters, OWN, verified } from "../testing/registers.ts";
import { amend } from "./amend.ts";

const amending = (entry: string, answers: { [field: string]: unknown }) =>
  ({ kind: "amend", root: OWN, entry, answers }) as const;
const ASKED = { title: "科技奖", number: "A-1", kind: "award" };

test("a correction says what holds from now on and what was said before", () => {
  const life = lifeWithRegisters();
  const entry = enter(life);
  const answers = { ...ASKED, number: "A-2", phone: "13800000000" };
  expect(life.must(MANAGER, at("2022-10-21"), amending(entry, answers)).events).toEqual([
    {
      root: { kind: "institution", id: OWN },
      kind: "amended",
      onDay: "2022-10-21",
      body: {
        entry,
        register: "awards",
        title: "科技奖",
        answers: { title: "科技奖", number: "A-2", kind: "award" },
        personal: { phone: "13800000000" },
        attributes: { kind: "award" },
        fingerprint: "achievements|a2",
        from: {
          title: "科技奖",
          answers: ASKED,
          personal: {},
          attributes: { kind: "award" },
          fingerprint: "achievements|a1",
        },
      },
      consulted: ["registers/awards"],
    },
  ]);
});

test("an entry that nothing made the same as another was none before its correction either", () => {
  const life = lifeWithRegisters();
  const entry = enter(life, { number: "" });
  const [event] = life.must(MANAGER, at(DAY), amending(entry, ASKED)).events;
  expect(event).toMatchObject({ body: { fingerprint: "achievements|a1" } });
  expect(event?.kind === "amended" && event.body.from).toStrictEqual({
    title: "科技奖",
    answers: { title: "科技奖", kind: "award" },
    personal: {},
    attributes: { kind: "award" },
  });
});

test("what says the same again is no correction, a personal field more is one", () => {
  const life = lifeWithRegisters();
  const entry = enter(life);
  expect(life.asks(MANAGER, at(DAY), amending(entry, { ...ASKED, phone: "" }))).toEqual({
    kind: "refused",
    violations: [{ code: "already-done", params: { what: { zh: "奖项台账", en: "awards" } }, clauses: [] }],
  });
  life.must(MANAGER, at(DAY), amending(entry, { ...ASKED, phone: "13800000000" }));
});

test("a correction keeps to the fields of its register, and makes no twin of another entry", () => {
  const life = lifeWithRegisters();
  const first = verified(life);
  const entry = enter(life, { number: "B" });
  const twin = { code: "entered-already", params: { title: "科技奖", on: DAY } };
  expect(life.asks(MANAGER, at(DAY), amending(entry, { ...ASKED, more: 1 }))).toMatchObject({
    kind: "refused",
    violations: [{ code: "field-invalid", params: { fault: "unknown-field" } }, twin],
  });
  expect(life.asks(MANAGER, at(DAY), amending(entry, ASKED))).toMatchObject({
    kind: "refused",
    violations: [twin],
  });
  // an entry is no twin of itself
  life.must(MANAGER, at(DAY), amending(first, { ...ASKED, title: "科技进步奖" }));
});

test("only who enters corrects, and only an entry that is there", () => {
  const life = lifeWithRegisters();
  const entry = enter(life);
  expect(life.blocked(OFFICER, at(DAY), amending(entry, ASKED))).toBe("refused: not-your-role");
  expect(life.blocked(MANAGER, at(DAY), amending("nowhere", ASKED))).toBe("refused: nothing-to-act-on");
  expect(institutionOf(life).entries).toHaveLength(1);
  const scene = life.scene(MANAGER, at(DAY));
  const place = { kind: "register", root: OWN, register: "awards" } as const;
  expect(amend.offersAt(scene, { ...place, entry })).toEqual([{ root: OWN, register: "awards", entry }]);
  expect(amend.offersAt(scene, place)).toEqual([]);
  expect(amend.perform(scene, amending("nowhere", ASKED))).toEqual({ obstacles: [] });
});
