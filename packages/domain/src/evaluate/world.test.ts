import { describe, expect, it } from "vitest";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { exactOf, sumOf } from "./decimal.ts";
import { openRefOf } from "./open-ref.ts";
import { calling, isOfRecord, withRecord } from "./world.ts";

const world = worldWith(policyWith({}), { "host.beds": 500 });

describe("a record in scope", () => {
  it("is what `it` names; the one around it is `that`, and all else is as before", () => {
    const inner = withRecord(withRecord(world, { name: "外" }), { name: "内" });
    expect(["it.name", "that.name", "host.beds", "it.other"].map((ref) => inner.fact(ref))).toEqual([
      "内",
      "外",
      500,
      undefined,
    ]);
    expect(withRecord(world, { name: "内" }).fact("that.name")).toBeUndefined();
  });

  it("has its fields named apart from facts about a subject", () =>
    expect(["it.name", "that.name", "item.name", "thatch.name", "host.it"].map(isOfRecord)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]));
});

describe("named conditions and measures that call one another", () => {
  it("are followed as long as none leads back to itself, or on and on", () => {
    const first = calling(world, "conditions/a");
    expect(first?.calls).toEqual(["conditions/a"]);
    const second = first && calling(first, "conditions/b");
    expect(second?.calls).toEqual(["conditions/a", "conditions/b"]);
    expect(second && calling(second, "conditions/a")).toBeUndefined();
    const deep = (n: number) => ({
      ...world,
      calls: Array.from({ length: n }, (_, i) => `conditions/c${i}`),
    });
    expect(calling(deep(63), "conditions/a")?.calls).toHaveLength(64);
    expect(calling(deep(64), "conditions/a")).toBeUndefined();
  });
});

describe("an open value as decisions name it", () => {
  const asks = said("多少");
  it("says where it stands, what it asks and who settles it: the authority, where nobody else is named", () => {
    expect(openRefOf({ asks, per: "policy" }, "p")).toStrictEqual({
      path: "p",
      asks,
      per: "policy",
      by: "authority",
    });
    const choices = [{ key: "one", label: said("一"), then: 1 }];
    expect(
      openRefOf({ asks, per: "call", by: { role: "inspector" }, least: 1, most: 3, choices }, "p"),
    ).toStrictEqual({
      path: "p",
      asks,
      per: "call",
      by: "inspector",
      least: 1,
      most: 3,
      choices: [{ key: "one", label: said("一") }],
    });
  });
});

describe("exact numbers", () => {
  it("are numbers, and texts that are nothing else", () => {
    const read = (value: string | number | boolean | undefined) => exactOf(value)?.toString();
    expect([5, -0.5, "5", "-5.50", "007"].map(read)).toEqual(["5", "-0.5", "5", "-5.5", "7"]);
    for (const none of ["5.", ".5", "5a", "a5", "1e5", "+5", " 5", "", true, undefined])
      expect(read(none)).toBeUndefined();
  });

  it("add up without loss", () => {
    expect(sumOf([0.1, 0.2].flatMap((n) => exactOf(n) ?? [])).toString()).toBe("0.3");
    expect(sumOf([]).toString()).toBe("0");
  });

  it("are written out however small or great they are", () => {
    expect(exactOf("0.0000000001")?.toString()).toBe("0.0000000001");
    expect(exactOf("100000000000000000000000")?.toString()).toBe("100000000000000000000000");
    expect(exactOf(2)?.div(3).toDecimalPlaces(2).toString()).toBe("0.67");
    expect(exactOf("0.125")?.toDecimalPlaces(2).toString()).toBe("0.13");
  });
});
