import type { Funding } from "@yichuang/policy";
import { array, assert, boolean, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { worldWith } from "../testing/world.ts";
import { placesOf, sharesOf } from "./shares.ts";

const [base] = POINTS_POLICY.funding;
const world = worldWith(POINTS_POLICY, {});

/** Money in yuan that several bear: shares in percent, the last one what is left where `rest`. */
function moneyOf(percents: readonly number[], rest: boolean): Funding {
  if (base === undefined) throw new Error("the sample policy pays nothing");
  const payers = percents.map((percent, n) => ({
    key: `payer-${n}`,
    actor: { role: "authority" as const },
    ...(rest && n === percents.length - 1 ? {} : { share: percent / 100 }),
  }));
  return { ...base, currency: "CNY", payers };
}

/** Whole percents that make up a hundred. */
const hundred = array(integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }).map((marks) => {
  const sorted = [0, ...marks.toSorted((a, b) => a - b), 100];
  return sorted.slice(1).map((mark, n) => mark - (sorted[n] ?? 0));
});

test("shares that are given in full, or whose rest one payer bears, sum to the amount to the fen", () => {
  assert(
    property(hundred, integer({ min: 0, max: 10 ** 9 }), boolean(), (percents, fen, rest) => {
      const amount = new Exact(fen).div(100);
      const funding = moneyOf(percents, rest);
      const borne = sharesOf(funding, amount, world).map((one) => new Exact(one.amount ?? -1));
      expect(sumOf(borne).toString()).toBe(amount.toString());
      expect(borne.every((one) => one.gte(0) && one.decimalPlaces() <= placesOf(funding))).toBe(true);
    }),
  );
});

test("matching money on top is each payer's own share of the amount", () => {
  const borne = sharesOf(moneyOf([100, 50], false), new Exact(90), world);
  expect(borne.map(({ amount }) => amount)).toEqual(["90", "45"]);
});
