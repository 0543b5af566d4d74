import { describe, expect, test } from "vitest";
import { mergeOrder } from "./merge-order.ts";

/** Merges three lists of letters. */
const merging = (cases: boolean) => (base: string, mine: string, theirs: string) => {
  const all = [...new Set(base + mine + theirs)].filter(
    (key) => !base.includes(key) || (mine.includes(key) && theirs.includes(key)),
  );
  const merged = mergeOrder(all, { base: [...base], mine: [...mine], theirs: [...theirs] }, { cases });
  return { ...merged, order: merged.order.join("") };
};
const order = merging(false);
const orderOfCases = merging(true);

describe("the order of a merged list", () => {
  test.each([
    ["nothing was moved", "abc", "abc", "abc", "abc"],
    ["mine turned a pair round", "abc", "bac", "abc", "bac"],
    ["theirs turned a pair round", "abc", "abc", "acb", "acb"],
    ["both turned it round", "abc", "bac", "bac", "bac"],
    ["each turned another pair round", "abcd", "bacd", "abdc", "badc"],
    ["mine added one", "ab", "anb", "ab", "anb"],
    ["theirs added one", "ab", "ab", "abn", "abn"],
    ["both added one, each elsewhere", "ab", "amb", "abt", "ambt"],
    ["both added at one place: by name", "ab", "atb", "amb", "amtb"],
    ["mine dropped one, theirs another", "abcd", "acd", "abd", "ad"],
    ["both added the same two alike", "a", "axy", "axy", "axy"],
    ["there was nothing before", "", "b", "a", "ab"],
  ])("%s", (...[, base, mine, theirs, merged]) =>
    expect(order(base, mine, theirs)).toEqual({ order: merged }),
  );
});

describe("there is none that both sides could have meant", () => {
  test("where relations go round in a circle: then it is that of the base, and what is new follows", () =>
    expect(order("ab", "ba", "atb")).toEqual({ order: "abt", kind: "order" }));
  test("where both added the same two the other way round", () => {
    expect(order("a", "axy", "ayx").kind).toBe("order");
    expect(orderOfCases("a", "axy", "ayx").kind).toBe("place");
  });
  test("where both added a case at one place, for the first that holds is taken", () => {
    expect(orderOfCases("ab", "amb", "atb")).toEqual({ order: "amtb", kind: "place" });
    expect(order("ab", "amb", "atb")).toEqual({ order: "amtb" });
    expect(orderOfCases("", "m", "t")).toEqual({ order: "mt", kind: "place" });
  });
  test("but cases at different places, or of one side, are clear", () => {
    expect(orderOfCases("ab", "amb", "abt")).toEqual({ order: "ambt" });
    expect(orderOfCases("ab", "amnb", "ab")).toEqual({ order: "amnb" });
    expect(orderOfCases("ab", "anmb", "ab")).toEqual({ order: "anmb" });
  });
  test("cases that follow what only one side has stand where the last common one stands", () =>
    expect(orderOfCases("ab", "axmb", "atb").kind).toBe("place"));
});
