import type { Actor, Funding } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { asking, lab, policyWith, said } from "../testing/owing.ts";
import { duesOfFunding } from "./of-funding.ts";

const FUNDING: Funding = {
  key: "f",
  label: said("经费"),
  because: ["all"],
  for: ["lab"],
  amount: 30,
  currency: "CNY-10k",
  paid: "once",
  payers: [{ key: "city", actor: { role: "authority" } }],
};
const designated = { dates: { "center.designated-on": "2026-05-01" } };
const money = (more: Partial<CenterFacts["money"]>): Partial<CenterFacts> => ({
  ...designated,
  money: { funded: [], withheld: [], reclaimed: [], ...more },
});
const paid = (amount: string, paidOn: string, more: object = {}) => ({
  funding: "f",
  instalment: "once",
  payer: "city",
  amount,
  paidOn,
  on: paidOn,
  ...more,
});

function dues(more: Partial<Funding> = {}, root: Partial<CenterFacts> = designated, today = "2026-06-01") {
  const center = lab(root);
  const policy = policyWith({
    funding: [
      { ...FUNDING, key: "g", for: ["desk"] },
      { ...FUNDING, ...more },
    ],
  });
  return duesOfFunding(asking(policy, center, { today }), center);
}
const due = (more: object = {}) => ({
  key: "funding-f:2026:once:city",
  to: { space: 1, role: "officer" },
  act: "pay",
  year: 2026,
  matter: "经费",
  opens: at("2026-05-01", "00:00:00"),
  ...more,
});
const payer = (actor: Actor, more: object = {}): Partial<Funding> => ({
  payers: [{ key: "city", actor, ...more }],
});

describe("what the payers of a policy owe a center", () => {
  it("is each instalment, by the officer from its day on", () => {
    expect(dues()).toStrictEqual([due()]);
    expect(dues({}, designated, "2026-04-30")).toStrictEqual([due()]);
    expect(dues({}, {})).toEqual([]);
  });

  it("is each payer's share, and nothing of one who bears nothing or nobody knows how much", () => {
    const payers = [
      { key: "city", actor: { role: "authority" }, share: 0.4 },
      { key: "none", actor: { role: "authority" }, share: 0 },
      { key: "own", actor: { role: "host" }, share: 0.6 },
    ] satisfies Funding["payers"];
    expect(dues({ payers })).toStrictEqual([
      due(),
      due({ key: "funding-f:2026:once:own", to: { space: 11, role: "institution-manager" } }),
    ]);
    expect(dues({ amount: { open: { asks: said("多少"), per: "policy" } } })).toEqual([]);
  });

  it("is the leading institution's where the host pays, and the officer's for whoever has no hat for it", () => {
    const host = { party: 12, uscc: "12500102450000002A", name: "乙医院" };
    const links = [{ key: "l", role: "lead" as const, name: "乙医院", host, from: "2026-01-01" }];
    expect(dues(payer({ role: "host" }), { ...designated, links })[0]?.to).toEqual({
      space: 12,
      role: "institution-manager",
    });
    for (const role of ["public", "experts", "third-party"] as const)
      expect(dues(payer({ role }))[0]?.to).toEqual({ space: 1, role: "officer" });
    expect(dues(payer({ role: "inspector" }))[0]?.to).toEqual({ space: 1, role: "inspector" });
  });

  it("is done on the day of the payment that made it whole", () => {
    const funded = [paid("10", "2026-05-02"), paid("20", "2026-05-03")];
    expect(dues({}, money({ funded }))).toStrictEqual([due({ done: { on: "2026-05-03" } })]);
    expect(dues({}, money({ funded: funded.slice(0, 1) }))).toStrictEqual([due()]);
    const others = ["funding", "instalment", "payer"].map((of) =>
      paid("30", "2026-05-09", { [of]: "other" }),
    );
    expect(dues({}, money({ funded: [...funded, ...others] }))[0]?.done).toEqual({ on: "2026-05-03" });
  });

  it("is void where it was stopped, and stays done where it had been paid", () => {
    const withheld = [{ funding: "f", final: false, on: "2026-05-02" }];
    expect(dues({}, money({ withheld }))).toStrictEqual([due({ void: true })]);
    const funded = [paid("30", "2026-05-02")];
    const reclaimed = [{ funding: "f", on: "2026-05-20" }];
    expect(dues({}, money({ funded, reclaimed }))).toStrictEqual([due({ done: { on: "2026-05-02" } })]);
    expect(dues({}, money({ reclaimed }))).toStrictEqual([due({ void: true })]);
  });
});
