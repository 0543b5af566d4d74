import { describe, expect, test } from "vitest";
import type { Condition, Value, Window } from "../schema/sorts.ts";
import type { Stage } from "../schema/stages.ts";
import { compare, procedureOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { calendar } from "./calendar.ts";

const open = { open: { asks: words("when"), per: "call" } } as const;
const july: Window = { kind: "yearly", from: "07-01", to: "07-31" };
const august: Window = { kind: "yearly", from: "08-01", to: "08-31" };

const stage = (key: string, window?: Value<Window>, after?: string): Stage => ({
  key,
  does: "submit",
  by: { role: "host" },
  ...(window === undefined ? {} : { window }),
  ...(after === undefined ? {} : { after: [after] }),
});
const clashes = (...stages: Stage[]) => told(calendar(smallPolicy({ procedures: [procedureOf(stages)] })));
/** What is said of a seminar that comes after a collection. */
const said = (collect: Value<Window>, seminar: Value<Window>) =>
  clashes(stage("collect", collect), stage("seminar", seminar, "collect"));
const closesBefore = (year: string, closes: string, opens: string) => [
  `procedures/entry/stages/seminar/window: ${year}: “seminar” closes on ${closes}, before “collect”, which it comes after, opens on ${opens}`,
];

describe("no stage closes before one that it comes after opens", () => {
  test("in an ordinary year", () => {
    expect(said(july, august)).toEqual([]);
    expect(said(august, july)).toEqual(closesBefore("an ordinary year", "2030-07-31", "2030-08-01"));
  });
  test("closing on the day on which the other opens is early enough", () =>
    expect(said({ kind: "yearly", from: "07-31", to: "08-31" }, july)).toEqual([]));
  test("whether it follows directly or through others, in whatever order they are written", () => {
    const early = stage("seminar", july, "check");
    const check = stage("check", undefined, "collect");
    expect(clashes(early, check, stage("collect", august))).toEqual(
      closesBefore("an ordinary year", "2030-07-31", "2030-08-01"),
    );
    expect(clashes(stage("seminar", july), stage("collect", august))).toEqual([]);
  });
  test("a window that ends in the next year does", () => {
    expect(
      said({ kind: "yearly", from: "12-01", to: "12-31" }, { kind: "yearly", from: "12-15", to: "01-15" }),
    ).toEqual([]);
    expect(
      said({ kind: "yearly", from: "12-01", to: "12-31" }, { kind: "yearly", from: "11-15", to: "11-15" }),
    ).toEqual(closesBefore("an ordinary year", "2030-11-15", "2030-12-01"));
  });
  test("the stage is called by its label, in the words of the year", () => {
    const named = { ...stage("seminar", july, "collect"), label: words("the seminar") };
    const [problem] = calendar(smallPolicy({ procedures: [procedureOf([stage("collect", august), named])] }));
    expect(problem?.said).toEqual({
      zh: "一般年度：“the seminar（中）”2030-07-31 结束，排在它前面的“collect”2030-08-01 才开始",
      en: "an ordinary year: “the seminar” closes on 2030-07-31, before “collect”, which it comes after, opens on 2030-08-01",
    });
  });
});

describe("a year with a window of its own is looked at on its own", () => {
  const inYear = (when: Condition, then: Value<Window>, otherwise?: Window): Value<Window> => ({
    cases: [{ key: "own", when, then }],
    ...(otherwise === undefined ? {} : { otherwise }),
  });
  const in2026 = compare("case.year", "equal", 2026);

  test("and the others fall to what holds otherwise", () => {
    const late: Window = { kind: "between", from: "2026-10-10", to: "2026-10-23" };
    expect(said(inYear(in2026, late, july), august)).toEqual(
      closesBefore("2026", "2026-08-31", "2026-10-10"),
    );
    expect(said(inYear(in2026, july, august), july)).toEqual(
      closesBefore("an ordinary year", "2030-07-31", "2030-08-01"),
    );
    expect(said(inYear(in2026, july), july)).toEqual([]);
  });
  test("it is said in Chinese too", () => {
    const late = stage("collect", inYear(in2026, august, july));
    const policy = smallPolicy({ procedures: [procedureOf([late, stage("seminar", july, "collect")])] });
    expect(calendar(policy).map((problem) => problem.said.zh)).toEqual([
      "2026 年：“seminar”2026-07-31 结束，排在它前面的“collect”2026-08-01 才开始",
    ]);
  });
  test("cases by anything else name no year", () => {
    const others = [
      compare("case.year", "at-least", 2026),
      compare("call.year", "equal", 2026),
      compare("case.year", "equal", "2026"),
      { kind: "not", of: in2026 },
    ] satisfies Condition[];
    for (const when of others) expect(said(inYear(when, august, july), july)).toEqual([]);
  });
});

describe("dates that hang on what happens, or are not known, clash with nothing", () => {
  test.each<[string, Value<Window>]>([
    ["open", open],
    ["at any time", { kind: "anytime" }],
    ["counted from what happens", { kind: "between", from: { from: "stage.collect.done-on" } }],
    ["with open ends", { kind: "between", from: open, to: open }],
    ["with ends by cases", { kind: "between", from: { cases: [] }, to: { cases: [] } }],
    ["without ends", { kind: "between" }],
    [
      "open, as read from the text",
      { cases: [{ key: "a", when: compare("case.year", "equal", 2030), then: open }] },
    ],
  ])("a window %s", (_what, window) => {
    expect(said(window, july)).toEqual([]);
    expect(said(august, window)).toEqual([]);
  });
  test("while a window or an end that was only read counts as it was read", () => {
    const as = words("read so");
    const clash = closesBefore("an ordinary year", "2030-07-31", "2030-08-01");
    expect(said({ read: august, as }, { read: july, as })).toEqual(clash);
    const from = { read: "2030-08-01", as };
    expect(said({ kind: "between", from }, { kind: "between", to: "2030-07-31T17:00:00" })).toEqual(clash);
  });
});
