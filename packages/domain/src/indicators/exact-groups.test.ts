// What gates, evidence and groups make of the points of a sheet, term by term.
import type { Indicator, Open, Scalar } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { said } from "../testing/owing.ts";
import { decided, group, held, honest, line, open, opened, scored, term } from "../testing/sheets.ts";

describe("a gate", () => {
  const gated = (than: Scalar | Open = true) => line("a", { gate: honest(than) });
  const given = { a: "6" };

  it("takes all points where it is closed, and none where it is open", () => {
    expect(scored([gated()], given, { "case.honest": false })).toStrictEqual(
      decided([term("a", "0", { how: "gated" })], "0"),
    );
    expect(scored([gated()], given, { "case.honest": true })).toStrictEqual(
      decided([term("a", "6", { raw: "6" })], "6"),
    );
  });

  it("leaves the points between nothing and what they are, for what is missing, open or awaited", () => {
    const between = { least: "0", most: "6" };
    const terms = [term("a", "6", { raw: "6" })];
    expect(scored([gated()], given)).toStrictEqual(
      held({ terms, between, unsettled: [{ item: "a", missing: "case.honest" }] }),
    );
    expect(scored([gated(open)], given, { "case.honest": true })).toStrictEqual(
      held({ terms, between, unsettled: [{ item: "a", open: opened("a/gate/than") }] }),
    );
    const asks = said("真实吗");
    const awaiting = line("a", { gate: { kind: "judged", by: { role: "experts" }, asks } });
    expect(scored([awaiting], given)).toStrictEqual(
      held({ terms, between, unsettled: [{ item: "a", awaiting: asks }] }),
    );
  });

  it("keeps nothing undecided where there is nothing to lose", () =>
    expect(scored([gated()], { a: "0" })).toStrictEqual(decided([term("a", "0", { raw: "0" })], "0")));

  it("that is not known leaves open whether a weight is shared out", () => {
    const absent = line("a", { gate: honest(), absent: "share-out" });
    expect(scored([absent, line("b")], { a: { points: null }, b: { points: "6" } })).toMatchObject({
      between: { least: "6", most: "16" },
      unsettled: [{ item: "a", missing: "case.honest" }],
    });
  });

  it("of a group takes all below it, at its own weight or that of its lines without the bonus", () => {
    const items = [line("x", { weight: 8 }), line("y", { weight: 4, bonus: true })];
    const closed = { "case.honest": false };
    expect(scored([group(items, { gate: honest() })], {}, closed)).toStrictEqual(
      decided([term("g", "0", { how: "gated", weight: "15" })], "0"),
    );
    const { weight: _, ...free } = group(items, { gate: honest() });
    expect(scored([free], {}, closed)).toStrictEqual(
      decided([term("g", "0", { how: "gated", weight: "8" })], "0"),
    );
  });
});

describe("evidence", () => {
  const proven = (lacking: NonNullable<Indicator["evidence"]>["lacking"]) =>
    line("a", { evidence: { kinds: ["paper"], lacking } });

  it("that is lacking takes the points, or is waived, or leaves them open", () => {
    const given = { a: "6" };
    expect(scored([proven("zero")], given)).toStrictEqual(
      decided([term("a", "0", { how: "no-evidence" })], "0"),
    );
    expect(scored([proven("accepted")], given)).toStrictEqual(decided([term("a", "6", { raw: "6" })], "6"));
    expect(scored([proven(open)], given)).toMatchObject({
      between: { least: "0", most: "6" },
      unsettled: [{ item: "a", open: opened("a/evidence/lacking") }],
    });
    const cases = { cases: [{ key: "one", when: honest(), then: "zero" as const }] };
    expect(scored([proven(cases)], given).unsettled).toStrictEqual([{ item: "a", missing: "case.honest" }]);
  });

  it("of any kind will do where none is named", () => {
    const any = line("a", { evidence: { lacking: "zero" } });
    expect(scored([any], { a: { points: "6", evidence: ["whatever"] } }).total).toBe("6");
    expect(scored([any], { a: { points: "6", evidence: [] } }).total).toBe("0");
  });
});

describe("a group", () => {
  const lines = [line("x"), line("y")];
  const x = term("g/x", "6", { raw: "6" });
  const y = term("g/y", "8", { raw: "8" });

  it("adds its lines up, and needs no term of its own while it only adds up", () =>
    expect(scored([group(lines, { weight: 20 })], { "g/x": "6", "g/y": "8" })).toStrictEqual(
      decided([x, y], "14"),
    ));

  it("is capped by its weight, with a term of its own before those of its lines", () => {
    const own = term("g", "15", { weight: "15", combine: "sum", how: "capped" });
    const [nine, eight] = [term("g/x", "9", { raw: "9" }), y];
    expect(scored([group(lines)], { "g/x": "9", "g/y": "8" })).toStrictEqual(
      decided([own, nine, eight], "15"),
    );
    expect(scored([group(lines, { overflow: "bonus" })], { "g/x": "9", "g/y": "8" })).toStrictEqual(
      decided([{ ...own, over: "2" }, nine, eight], "15", { bonus: "2" }),
    );
  });

  it("counts the best of its lines where it says so", () => {
    const own = term("g", "8", { weight: "15", combine: "best", how: "best" });
    expect(scored([group(lines, { combine: "best" })], { "g/x": "6", "g/y": "8" })).toStrictEqual(
      decided([own, x, y], "8"),
    );
  });

  it("is lifted to its floor", () => {
    const own = term("g", "12", { weight: "15", floor: "12", combine: "sum", how: "sum" });
    const low = { "g/x": "1", "g/y": "2" };
    expect(scored([group(lines, { floor: 12 })], low)).toStrictEqual(
      decided([own, term("g/x", "1", { raw: "1" }), term("g/y", "2", { raw: "2" })], "12"),
    );
  });

  it("none of whose lines applies shares its whole weight out", () => {
    const gone = group([line("x", { absent: "share-out" })], { weight: 10 });
    expect(scored([gone, line("b")], { "g/x": { points: null }, b: { points: "6" } })).toMatchObject({
      total: "12",
      terms: [
        { item: "g/x", points: "0", how: "shared-out" },
        { item: "b", points: "6" },
      ],
    });
  });

  it("keeps the evidence that was accepted for it", () => {
    const proven = group(lines, { weight: 20, evidence: { kinds: ["paper"], lacking: "zero" } });
    expect(
      scored([proven], { g: { evidence: ["paper"] }, "g/x": { points: "6" }, "g/y": { points: "8" } }),
    ).toStrictEqual(
      decided(
        [term("g", "14", { weight: "20", combine: "sum", how: "sum", evidence: ["paper"] }), x, y],
        "14",
      ),
    );
  });

  it("of bonus lines stands outside the total as a whole", () =>
    expect(
      scored([group(lines, { bonus: true }), line("b")], { "g/x": "6", "g/y": "8", b: "5" }),
    ).toMatchObject({
      total: "5",
      bonus: "14",
    }));
});
