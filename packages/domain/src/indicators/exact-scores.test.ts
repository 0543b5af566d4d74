// What a line of a sheet comes to, with everything that is not known yet.
import type { Indicator } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { said } from "../testing/owing.ts";
import { decided, held, honest, line, open, opened, scored, term } from "../testing/sheets.ts";
import type { GivenPoints } from "./score.ts";

describe("a line", () => {
  it("keeps the points, the comment and the evidence that were given", () => {
    const proven = line("b", { evidence: { kinds: ["paper"], lacking: "zero" } });
    const given: GivenPoints = {
      a: { points: "6", comment: "好", evidence: ["photo"] },
      b: { points: "7", comment: "", evidence: ["paper"] },
    };
    expect(scored([line("a"), proven], given)).toStrictEqual(
      decided(
        [term("a", "6", { raw: "6", comment: "好" }), term("b", "7", { raw: "7", evidence: ["paper"] })],
        "13",
      ),
    );
  });

  it("is capped by its weight, or lifted to its floor", () => {
    expect(scored([line("a")], { a: "12" })).toStrictEqual(
      decided([term("a", "10", { raw: "12", how: "capped" })], "10"),
    );
    expect(scored([line("a", { floor: 4 })], { a: "1" })).toStrictEqual(
      decided([term("a", "4", { raw: "1", floor: "4", how: "floored" })], "4"),
    );
    expect(scored([line("a", { floor: 4 })], { a: "4" })).toStrictEqual(
      decided([term("a", "4", { raw: "4", floor: "4" })], "4"),
    );
    expect(scored([line("a", { floor: 4 })], { a: "12" })).toStrictEqual(
      decided([term("a", "10", { raw: "12", floor: "4", how: "capped" })], "10"),
    );
    expect(scored([line("a")], { a: "-3" })).toStrictEqual(
      decided([term("a", "0", { raw: "-3", how: "floored" })], "0"),
    );
  });

  it("keeps what lies above its weight where the sheet says so", () => {
    expect(scored([line("a", { overflow: "bonus" })], { a: "12" })).toStrictEqual(
      decided([term("a", "10", { raw: "12", over: "2", how: "capped" })], "10", { bonus: "2" }),
    );
    expect(scored([line("a", { overflow: "bonus" })], { a: "9" })).toStrictEqual(
      decided([term("a", "9", { raw: "9", over: "0" })], "9"),
    );
    expect(scored([line("a", { overflow: "lost" })], { a: "12" }).bonus).toBe("0");
  });

  it("without a weight counts what it is given", () => {
    const { weight: _, ...free } = line("a");
    const { weight: _weight, ...kept } = term("a", "120", { raw: "120" });
    expect(scored([free], { a: "120" })).toStrictEqual(decided([kept], "120"));
  });

  it("is computed by its own measure, whatever anybody gives", () => {
    expect(scored([line("a", { points: 8 })], { a: "3" })).toStrictEqual(
      decided([term("a", "8", { raw: "8", how: "computed" })], "8"),
    );
    expect(scored([line("a", { points: { kind: "fact", fact: "host.beds" } })], {})).toStrictEqual(
      held({ between: { least: "0", most: "10" }, unsettled: [{ item: "a", missing: "host.beds" }] }),
    );
  });

  it("stands outside the total as a bonus", () =>
    expect(scored([line("a", { bonus: true }), line("b")], { a: "6", b: "5" })).toStrictEqual(
      decided([term("a", "6", { raw: "6", bonus: true }), term("b", "5", { raw: "5" })], "5", { bonus: "6" }),
    ));

  it("that nobody has scored leaves the total between its ends", () => {
    expect(scored([line("a"), line("b")], { a: "6" })).toStrictEqual(
      held({ terms: [term("a", "6", { raw: "6" })], between: { least: "6", most: "16" }, unscored: ["b"] }),
    );
    expect(scored([line("a", { floor: 4 })], {}).between).toStrictEqual({ least: "4", most: "10" });
    const { weight: _, ...free } = line("a");
    expect(scored([free], {}).between).toStrictEqual({ least: "0" });
  });
});

describe("what is open about a line", () => {
  it("is its weight, where its points may lie above it", () => {
    const weight = { open: { ...open.open, least: 5, most: 8 } };
    const why = { item: "a", open: { ...opened("a/weight"), least: 5, most: 8 } };
    expect(scored([line("a", { weight })], { a: "6" })).toStrictEqual(
      held({ between: { least: "5", most: "6" }, unsettled: [why] }),
    );
    const { weight: _, ...kept } = term("a", "4", { raw: "4" });
    expect(scored([line("a", { weight })], { a: "4" })).toStrictEqual(decided([kept], "4"));
    expect(scored([line("a", { weight })], {})).toMatchObject({
      unscored: ["a"],
      between: { least: "0", most: "8" },
    });
  });

  it("is its weight between its choices, and anything that is not less than nothing where it has none", () => {
    const choices = [4, 9].map((then) => ({ key: `n${then}`, label: said("选"), then }));
    const choosing = { open: { ...open.open, choices } };
    expect(scored([line("a", { weight: choosing })], { a: "20" }).between).toStrictEqual({
      least: "4",
      most: "9",
    });
    expect(scored([line("a", { weight: open })], { a: "20" }).between).toStrictEqual({
      least: "0",
      most: "20",
    });
  });

  it("is its floor, where its points may lie below it", () => {
    const floor = { open: { ...open.open, least: 2, most: 5 } };
    const why = { item: "a", open: { ...opened("a/floor"), least: 2, most: 5 } };
    expect(scored([line("a", { floor })], { a: "3" })).toStrictEqual(
      held({ between: { least: "3", most: "5" }, unsettled: [why] }),
    );
    expect(scored([line("a", { floor })], { a: "6" })).toStrictEqual(
      decided([term("a", "6", { raw: "6" })], "6"),
    );
  });

  it("is what becomes of the points above its weight", () => {
    const why = { item: "a", open: opened("a/overflow") };
    expect(scored([line("a", { overflow: open })], { a: "12" })).toStrictEqual(
      held({ between: { least: "10", most: "10" }, unsettled: [why] }),
    );
    expect(scored([line("a", { overflow: open })], { a: "9" })).toStrictEqual(
      decided([term("a", "9", { raw: "9" })], "9"),
    );
  });

  it("is what a case says that hangs on a missing fact", () => {
    const weight: Indicator["weight"] = { cases: [{ key: "one", when: honest(), then: 8 }], otherwise: 6 };
    expect(scored([line("a", { weight })], { a: "7" })).toStrictEqual(
      held({ between: { least: "6", most: "7" }, unsettled: [{ item: "a", missing: "case.honest" }] }),
    );
  });
});

describe("a line that does not apply", () => {
  const given: GivenPoints = { a: { points: null }, b: { points: "6" } };
  const items = (absent?: Indicator["absent"], more: Partial<Indicator> = {}) => [
    line("a", { ...(absent === undefined ? {} : { absent }), ...more }),
    line("b"),
  ];
  const b = term("b", "6", { raw: "6" });

  it("counts nothing, or shares its weight out", () => {
    expect(scored(items("zero"), given)).toStrictEqual(decided([term("a", "0", { how: "absent" }), b], "6"));
    expect(scored(items("share-out"), given)).toStrictEqual(
      decided([term("a", "0", { how: "shared-out" }), b], "12"),
    );
    expect(scored(items("share-out", { bonus: true }), given)).toStrictEqual(
      decided([term("a", "0", { how: "shared-out", bonus: true }), b], "6"),
    );
  });

  it("blocks the total where the sheet says so, or nothing", () => {
    const blocked = held({ terms: [b], between: { least: "6", most: "16" }, unscored: ["a"] });
    expect(scored(items("block"), given)).toStrictEqual(blocked);
    expect(scored(items(), given)).toStrictEqual(blocked);
    expect(scored(items("block", { bonus: true }), given)).toMatchObject({
      between: { least: "6", most: "6" },
    });
  });

  it("waits where it is open what becomes of it", () => {
    const why = { item: "a", open: opened("a/absent") };
    expect(scored(items(open), given)).toStrictEqual(
      held({ terms: [b], between: { least: "6", most: "16" }, unsettled: [why] }),
    );
    const missing: Indicator["absent"] = { cases: [{ key: "one", when: honest(), then: "zero" }] };
    expect(scored(items(missing), given).unsettled).toStrictEqual([{ item: "a", missing: "case.honest" }]);
  });

  it("is not asked for evidence", () => {
    const proven = items("zero", { evidence: { kinds: ["paper"], lacking: "zero" } });
    expect(scored(proven, given).terms[0]?.how).toBe("absent");
  });

  it("shares out of a weight that is open only what that may be", () => {
    const weight = { open: { ...open.open, least: 10, most: 20 } };
    const found = scored(items("share-out", { weight }), given);
    expect(found).toMatchObject({ between: { least: "6", most: "18" } });
    expect(found.unsettled).toStrictEqual([
      { item: "a", open: { ...opened("a/weight"), least: 10, most: 20 } },
    ]);
  });
});
