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

test("who bears what is known only where every share is, and one at most has none", () => {
  const [first, second] = moneyOf([60, 40], false).payers;
  if (!first || !second) throw new Error("two payers");
  const { share: _, ...shareless } = second;
  const open = {
    open: { asks: { zh: "市级承担多少", en: "how much the city bears" }, per: "call" as const },
  };
  const bornBy = (payers: Funding["payers"]) =>
    sharesOf({ ...moneyOf([100], false), payers }, new Exact(90), world).map((one) => one.amount);
  expect(bornBy([first, second])).toEqual(["54", "36"]);
  expect(bornBy([first, shareless])).toEqual(["54", "36"]);
  expect(bornBy([shareless, first])).toEqual(["36", "54"]);
  expect(bornBy([first, shareless, { ...shareless, key: "third" }])).toEqual(["54", undefined, undefined]);
  const whole = { ...first, share: 1 };
  expect(bornBy([whole, shareless, { ...shareless, key: "third" }])).toEqual(["90", undefined, undefined]);
  expect(bornBy([first, { ...second, share: open }])).toEqual([undefined, undefined]);
  expect(sharesOf(moneyOf([60, 40], false), undefined, world).map((one) => one.amount)).toEqual([
    undefined,
    undefined,
  ]);
});

test("an open share is found where it was settled", () => {
  const funding = moneyOf([60, 40], false);
  const [first, second] = funding.payers;
  if (!first || !second) throw new Error("two payers");
  const open = {
    open: { asks: { zh: "市级承担多少", en: "how much the city bears" }, per: "call" as const },
  };
  const settled = worldWith(
    POINTS_POLICY,
    {},
    { [`funding/${funding.key}/payers/${second.key}/share`]: 0.4 },
  );
  const borne = sharesOf({ ...funding, payers: [first, { ...second, share: open }] }, new Exact(90), settled);
  expect(borne.map(({ amount }) => amount)).toEqual(["54", "36"]);
});

test("yuan are counted to the fen, ten thousands of them as well", () => {
  const thirds = (currency: Funding["currency"]) => {
    const payers = moneyOf([33, 66], true).payers.map((payer) =>
      payer.share ? { ...payer, share: 1 / 3 } : payer,
    );
    return sharesOf({ ...moneyOf([100], false), currency, payers }, new Exact(1), world).map(
      (one) => one.amount,
    );
  };
  expect(thirds("CNY")).toEqual(["0.33", "0.67"]);
  expect(thirds("CNY-10k")).toEqual(["0.333333", "0.666667"]);
});
