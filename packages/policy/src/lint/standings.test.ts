import { describe, expect, test } from "vitest";
import type { Consequence, Effect } from "../schema/consequences.ts";
import type { Condition } from "../schema/sorts.ts";
import type { Standing } from "../schema/states.ts";
import { compare, procedureOf, smallPolicy, told } from "../testing/small-policy.ts";
import { standings } from "./standings.ts";

const consequence = (effect: Effect, rest: Partial<Consequence> = {}): Consequence => ({
  key: "q",
  for: ["lab"],
  on: "decided",
  effects: [effect],
  ...rest,
});
const set = (standing: Standing): Consequence => consequence({ key: "stand", do: "set-standing", standing });

/** What is said where a stage gives one standing, a consequence another, and who may begin is asked. */
const said = (gives: Standing | undefined, sets: Standing | undefined, who?: Condition) =>
  standings(
    smallPolicy({
      procedures: [
        procedureOf(
          [
            {
              key: "publish",
              does: "decide",
              by: { role: "authority" },
              ...(gives === undefined ? {} : { gives }),
            },
          ],
          {
            starts: {
              by: { role: "host" },
              when: { kind: "anytime" },
              every: "year",
              ...(who === undefined ? {} : { who }),
            },
          },
        ),
      ],
      consequences: sets === undefined ? [] : [set(sets)],
    }),
  );
const standing = (is: "equal" | "one-of" | "not-equal" | "none-of", than: string | string[]) =>
  compare("center.standing", is, than);

describe("what is asked of a center can come about", () => {
  const never = (word: string) =>
    `procedures/entry/starts/who: no stage and no consequence ever leads to “${word}”`;

  test("by a stage that gives it, or by a consequence", () => {
    expect(told(said("established", undefined, standing("equal", "established")))).toEqual([]);
    expect(told(said(undefined, "established", standing("equal", "established")))).toEqual([]);
    expect(told(said(undefined, undefined, standing("equal", "established")))).toEqual([
      never("established"),
    ]);
  });
  test("each of several that are asked", () =>
    expect(
      told(said("established", "revoked", standing("one-of", ["established", "warned", "exited"]))),
    ).toEqual([never("warned"), never("exited")]));
  test("not what is excluded, no word that is none, and no standing of another", () => {
    expect(said(undefined, undefined, standing("not-equal", "warned"))).toEqual([]);
    expect(said(undefined, undefined, standing("none-of", ["warned"]))).toEqual([]);
    expect(said(undefined, undefined, standing("equal", "built"))).toEqual([]);
    expect(said(undefined, undefined, compare("parent.standing", "equal", "warned"))).toEqual([]);
    expect(said(undefined, undefined, compare("center.standing", "known"))).toEqual([]);
    expect(said(undefined, undefined, compare("host.beds", "equal", 1))).toEqual([]);
  });
  test("it is an error", () =>
    expect(said(undefined, undefined, standing("equal", "warned")).map(({ level }) => level)).toEqual([
      "error",
    ]));
});

describe("a standing that passes leads on", () => {
  const stays = (at: string, word: string) => [`${at}: nothing follows after “${word}”`];
  const gives = "procedures/entry/stages/publish/gives";

  test.each<[Standing, boolean]>([
    ["applying", true],
    ["declined", true],
    ["established", true],
    ["revoked", true],
    ["exited", true],
    ["cultivating", false],
    ["building", false],
    ["deferred", false],
    ["warned", false],
    ["rectifying", false],
  ])("%s may last: %s", (word, mayLast) => {
    expect(told(said(word, undefined))).toEqual(mayLast ? [] : stays(gives, word));
    expect(told(said(undefined, word))).toEqual(mayLast ? [] : stays("consequences/q/effects/stand", word));
    expect(said(word, undefined, standing("equal", word))).toEqual([]);
  });
  test("it is advice, for a text may well say nothing more", () =>
    expect(said("building", undefined).map(({ level }) => level)).toEqual(["advice"]));
});

describe("a consequence starts procedures of its own types", () => {
  const start = (types: string[], procedure = "entry") =>
    told(
      standings(
        smallPolicy({
          procedures: [procedureOf([], { for: ["lab", "base"] })],
          consequences: [
            consequence(
              { key: "again", do: "start", procedure, within: { n: 1, unit: "month" } },
              { for: types },
            ),
          ],
        }),
      ),
    );

  test("each type that the procedure is not for is told", () => {
    expect(start(["lab"])).toEqual([]);
    expect(start(["lab", "team", "site"])).toEqual([
      "consequences/q/effects/again: it starts “entry”, which is not for the type “team”",
      "consequences/q/effects/again: it starts “entry”, which is not for the type “site”",
    ]);
  });
  test("a procedure of nobody is the matter of another rule", () =>
    expect(start(["team"], "enrty")).toEqual([]));
  test("any other consequence starts nothing", () =>
    expect(
      standings(
        smallPolicy({ consequences: [consequence({ key: "name", do: "restore-name" }, { for: ["team"] })] }),
      ),
    ).toEqual([]));
});
