import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { Condition, TallyMeasure } from "../schema/sorts.ts";
import type { Stage } from "../schema/stages.ts";
import type { Fact } from "../schema/vocabulary.ts";
import { compare, procedureOf, sheetOf, smallPolicy, told } from "../testing/small-policy.ts";
import { facts } from "./facts.ts";

const said = (parts: Partial<Policy>) => told(facts(smallPolicy(parts)));
/** What is said of a condition that hosts must meet. */
const asked = (condition: Condition, rest: Partial<Policy> = {}) =>
  said({ ...rest, conditions: [{ key: "a", for: ["lab"], of: "host", test: condition }] });
const own = (about: Fact["about"], key: string): Fact => ({
  key,
  about,
  kind: "number",
  kept: "declared",
  by: { role: "host" },
});

describe("every fact that is named exists", () => {
  const unknown = (path: string, ref: string) => `${path}: there is no fact “${ref}”`;

  test.each(["host.beds", "today", "center.inspected-on", "center.rooms"])("%s does", (ref) =>
    expect(asked(compare(ref, "known"), { facts: [own("center", "rooms")] })).toEqual([]),
  );
  test("a near one is offered: the platform's, a record's, or the tenant's own", () => {
    const policy = (ref: string) =>
      smallPolicy({
        facts: [own("center", "rooms")],
        conditions: [{ key: "a", for: ["lab"], of: "host", test: compare(ref, "known") }],
      });
    const mend = (ref: string) => facts(policy(ref)).map((problem) => problem.mend);
    expect(mend("host.bed")).toEqual([{ zh: "是不是“host.beds”？", en: "did you mean “host.beds”?" }]);
    expect(mend("it.direcotr")).toEqual([{ zh: "是不是“it.director”？", en: "did you mean “it.director”?" }]);
    expect(mend("center.room")).toEqual([
      { zh: "是不是“center.rooms”？", en: "did you mean “center.rooms”?" },
    ]);
    expect(mend("team.favourite-colour")).toEqual([
      {
        zh: "请在 facts 里登记，或者改用平台的事实",
        en: "declare it under facts, or use one of the platform's",
      },
    ]);
  });
  test("wherever a reference can stand", () => {
    const nobody = "host.shoe-size";
    expect(
      said({
        lists: [{ key: "sizes", scales: [nobody], items: [] }],
        caps: [
          {
            key: "c",
            for: ["lab"],
            counts: "designations",
            per: [nobody, "it.city"],
            distinct: nobody,
            most: 1,
          },
        ],
        names: [{ key: "n", for: ["lab"], parts: [{ key: "p", fact: nobody }], unique: [nobody] }],
        procedures: [
          procedureOf([
            {
              key: "rank",
              does: "decide",
              by: { role: "authority" },
              yields: [
                {
                  kind: "rank",
                  of: { kind: "fact", fact: nobody },
                  then: [{ key: "more", of: { kind: "fact", fact: nobody } }],
                  within: [nobody],
                },
              ],
              window: { kind: "between", from: { from: nobody } },
            },
          ]),
        ],
      }),
    ).toEqual([
      unknown("lists/sizes", nobody),
      unknown("caps/c", nobody),
      unknown("caps/c", nobody),
      unknown("procedures/entry/stages/rank/yields/rank", nobody),
      unknown("procedures/entry/stages/rank/yields/rank/of", nobody),
      unknown("procedures/entry/stages/rank/yields/rank/then/more/of", nobody),
      unknown("procedures/entry/stages/rank/window/from", nobody),
      unknown("names/n", nobody),
      unknown("names/n/parts/p", nobody),
    ]);
  });
  test("a word that only looks like one is none", () =>
    expect(
      said({
        caps: [
          { key: "c", for: ["lab"], counts: "applications", per: ["it.field"], distinct: "case", most: 1 },
        ],
        promotions: [
          {
            key: "up",
            from: ["lab"],
            to: { tier: "province", type: { zh: "省级", en: "provincial" } },
            by: { role: "authority" },
            when: compare("host.beds", "known"),
          },
        ],
        procedures: [
          procedureOf([], {
            starts: { by: { role: "host" }, when: { kind: "between", from: "2026-01-01" }, every: "once" },
          }),
        ],
      }),
    ).toEqual([]));
});

describe("a record's attributes are read where its records are chosen", () => {
  const tally = (rest: Partial<TallyMeasure>): Condition => ({
    kind: "compare",
    of: { kind: "tally", of: "people", by: "count", ...rest },
    is: "at-least",
    than: 1,
  });
  const age = compare("it.age", "at-least", 50);
  const where = "conditions/a/test/of/where";
  const outside = (path: string, ref: string) => [
    `${path}: “${ref}” has a meaning only where records are chosen`,
  ];
  const outer = (path: string, ref: string) => [
    `${path}: “${ref}” is the outer record and has a meaning only in a tally inside a tally`,
  ];
  const lacks = (path: string, collection: string, attribute: string) => [
    `${path}: records of ${collection} have no “${attribute}”`,
  ];

  test("in a tally they are, beside it they are not", () => {
    expect(asked(tally({ where: age }))).toEqual([]);
    expect(asked(tally({ each: { kind: "fact", fact: "it.age" }, by: "sum" }))).toEqual([]);
    expect(asked(age)).toEqual(outside("conditions/a/test/of", "it.age"));
  });
  test("of these records they are, and what they have is told", () => {
    const wrong = facts(
      smallPolicy({
        conditions: [{ key: "a", for: ["lab"], of: "host", test: tally({ of: "members", where: age }) }],
      }),
    );
    expect(wrong.map(({ path, said: what, mend }) => [path, what.en, what.zh, mend.en, mend.zh])).toEqual([
      [
        `${where}/of`,
        "records of members have no “age”",
        "members 的记录没有“age”",
        "they have: institution, role, grade, tier",
        "可用的有：institution、role、grade、tier",
      ],
    ]);
  });
  test("the tenant's own facts of records are theirs; those of centers, of designations alone", () => {
    const stars = (of: TallyMeasure["of"]) => tally({ of, where: compare("it.stars", "at-least", 3) });
    expect(asked(stars("people"), { facts: [own("it", "stars")] })).toEqual([]);
    expect(asked(stars("designations"), { facts: [own("center", "stars")] })).toEqual([]);
    expect(asked(stars("people"), { facts: [own("center", "stars")] })).toEqual(
      lacks(`${where}/of`, "people", "stars"),
    );
    expect(asked(stars("designations"), { facts: [own("host", "stars"), own("it", "rooms")] })).toEqual([
      `${where}/of: there is no fact “it.stars”`,
    ]);
  });
  test("a cap, a count of a sheet, a field of records and a register choose records too", () => {
    expect(
      said({
        caps: [{ key: "c", for: ["lab"], counts: "designations", per: ["it.city", "it.age"], most: 1 }],
        forms: [
          {
            key: "f",
            sections: [
              {
                key: "s",
                fields: [{ key: "staff", kind: "records", of: "people", where: compare("it.tier", "known") }],
              },
            ],
          },
        ],
        registers: [
          {
            key: "r",
            bearer: "center",
            of: "people",
            by: [{ role: "host" }],
            fields: [
              { key: "age", kind: "number", fact: "it.age" },
              { key: "tier", kind: "text", fact: "it.tier" },
            ],
          },
        ],
        sheets: [sheetOf([], { counts: [{ key: "n", of: "people", where: compare("it.tier", "known") }] })],
      }),
    ).toEqual([
      "caps/c: records of designations have no “age”",
      "forms/f/sections/s/fields/staff/where/of: records of people have no “tier”",
      "registers/r/fields/tier: records of people have no “tier”",
      "sheets/sheet/counts/n/where/of: records of people have no “tier”",
    ]);
  });
  test("a list may scale an attribute of whatever records", () =>
    expect(said({ lists: [{ key: "levels", scales: ["it.level"], items: [] }] })).toEqual([]));

  describe("and the outer record's only in a tally within a tally", () => {
    const inner = (ref: string, rest: Partial<TallyMeasure> = {}) =>
      tally({ of: "members", where: tally({ where: compare(ref, "known"), ...rest }) });
    const inside = `${where}/of/where/of`;

    test("it is the inner, that the outer record", () => {
      expect(asked(inner("it.age"))).toEqual([]);
      expect(asked(inner("that.institution"))).toEqual([]);
      expect(asked(inner("that.age"))).toEqual([`${inside}: records of members have no “age”`]);
      expect(asked(inner("it.institution"))).toEqual([`${inside}: records of people have no “institution”`]);
    });
    test("alone there is no outer record", () => {
      expect(asked(tally({ where: compare("that.age", "known") }))).toEqual(outer(`${where}/of`, "that.age"));
      expect(asked(compare("that.age", "known"))).toEqual(outer("conditions/a/test/of", "that.age"));
    });
  });

  describe("a period is one for all records of its tally", () => {
    const during = (from: string): Partial<TallyMeasure> => ({ during: { from: { from } } });
    const at = "conditions/a/test/of/during/from";

    test("so its own records are not in scope there", () => {
      expect(asked(tally(during("it.on")))).toEqual(outside(at, "it.on"));
      expect(asked(tally(during("host.since")))).toEqual([`${at}: there is no fact “host.since”`]);
    });
    test("those around the tally are", () => {
      const around = (from: string) => asked(tally({ of: "consents", where: tally(during(from)) }));
      const inside = `${where}/of/during/from`;
      expect(around("that.on")).toEqual([]);
      expect(around("it.on")).toEqual(outside(inside, "it.on"));
    });
    test("while what is counted within the period is", () => {
      expect(asked(tally({ of: "consents", ...during("today"), where: compare("it.on", "known") }))).toEqual(
        [],
      );
    });
  });
});

describe("a stage's dates are read within its procedure", () => {
  const stage = (key: string, from: string): Stage => ({
    key,
    does: "run",
    by: { role: "host" },
    until: { from },
  });
  const other = { ...procedureOf([stage("check", "stage.apply.done-on")]), key: "second" };

  test("by its own stages, also by themselves; not by those of another", () =>
    expect(
      said({
        procedures: [
          procedureOf([stage("apply", "stage.apply.started-on"), stage("build", "stage.apply.done-on")]),
          other,
        ],
      }),
    ).toEqual(["procedures/second/stages/check/until: “apply” is not a stage of this procedure"]));
  test("what is no procedure may read those of any", () => {
    const procedures = [procedureOf([stage("apply", "today")])];
    expect(asked(compare("stage.apply.done-on", "known"), { procedures })).toEqual([]);
    expect(asked(compare("stage.aply.done-on", "known"), { procedures })).toEqual([
      "conditions/a/test/of: there is no fact “stage.aply.done-on”",
    ]);
  });
});
