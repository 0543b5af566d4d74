import type { Actor, Funding, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { Action } from "../contract/actions.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, DIRECTOR, LEADER, MANAGER, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import type { Hat } from "../contract/basics.ts";
import { bases, gradeRound, pointsLife, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";

const DAY = "2024-06-01";
const RULE = POINTS_POLICY.clauses;
const MONEY = { zh: "建设经费", en: "money for building" };
const refusal = (...violations: object[]) => ({
  kind: "refused",
  violations: violations.map((one) => ({ clauses: RULE, ...one })),
});
const WRONG_AMOUNT = {
  code: "field-invalid",
  params: { field: { zh: "金额", en: "amount" }, fault: "number" },
  clauses: [],
  field: "amount",
};

const building = (more: Partial<Funding>): Policy => ({
  ...POINTS_POLICY,
  funding: POINTS_POLICY.funding.map((one) => (one.key === "build" ? { ...one, ...more } : one)),
});
/** The building money, of which this actor bears all. */
const borneBy = (actor: Actor): Policy => building({ payers: [{ key: "city", actor }] });

/** A base of the first class: 90 (ten thousand yuan) in 2024, of which the city bears 29.997 and the hospital 60.003. */
function begun(policy = POINTS_POLICY) {
  const life = pointsLife(3, policy);
  const [entry = ""] = bases(life, [800]);
  const center = life.centerOf(entry).id;
  const paying = (more: Partial<Extract<Action, { kind: "pay" }>> = {}) =>
    ({
      kind: "pay",
      center,
      funding: "build",
      instalment: "2024",
      payer: "city",
      amount: "10",
      on: DAY,
      ...more,
    }) as const;
  const money = () => life.centerOf(entry).money.funded.map(({ payer, amount }) => [payer, amount]);
  return { life, entry, center, paying, money };
}

describe("a payment", () => {
  it("is kept with the center: what was paid, by whom, on which instalment and day", () => {
    const { life, center, paying } = begun();
    expect(life.must(OFFICER, at("2024-06-03"), paying()).events).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "funded",
        body: { funding: "build", instalment: "2024", payer: "city", amount: "10", paidOn: DAY },
        onDay: "2024-06-03",
        consulted: ["funding/build"],
      },
    ]);
  });

  it("is made in parts, and never comes to more than the payer bears", () => {
    const { life, paying, money } = begun();
    life.must(OFFICER, at(DAY), paying({ amount: "29.99" }));
    expect(life.asks(OFFICER, at(DAY), paying({ amount: "0.007001" }))).toEqual(refusal(WRONG_AMOUNT));
    life.must(OFFICER, at(DAY), paying({ amount: "0.007" }));
    life.must(MANAGER, at(DAY), paying({ payer: "own", amount: "60.003" }));
    expect(money()).toEqual([
      ["city", "29.99"],
      ["city", "0.007"],
      ["own", "60.003"],
    ]);
  });

  it.each(["0", "-1", "", "x1", "1x", "1.", ".5", "1.0000001", "1e1", "0000000000001", "1.x"])(
    "is no amount of %j",
    (amount) => {
      const { life, paying } = begun();
      expect(life.asks(OFFICER, at(DAY), paying({ amount }))).toEqual(refusal(WRONG_AMOUNT));
    },
  );

  it.each([
    ["1", "1"],
    ["29.997", "29.997"],
    ["0.00012", "0.00012"],
    ["000000000001", "1"],
  ])("is the amount of %j", (amount, kept) => {
    const { life, paying, money } = begun();
    life.must(OFFICER, at(DAY), paying({ amount }));
    expect(money()).toEqual([["city", kept]]);
  });

  it("was made today or before", () => {
    const { life, paying } = begun();
    life.must(OFFICER, at(DAY), paying({ on: "2024-05-31" }));
    life.must(OFFICER, at(DAY), paying({ on: DAY, amount: "1" }));
    expect(life.asks(OFFICER, at(DAY), paying({ on: "2024-06-02", amount: "1" }))).toEqual(
      refusal({
        code: "field-invalid",
        params: { field: { zh: "付款日期", en: "day of payment" }, fault: "date" },
        clauses: [],
        field: "on",
      }),
    );
  });

  it("may come before the day on which it is due", () => {
    const { life, paying, money } = begun();
    life.must(OFFICER, at(DAY), paying({ instalment: "2025" }));
    expect(money()).toEqual([["city", "10"]]);
  });

  it("ends with what was owed, and with what is withheld", () => {
    const { life, paying } = begun();
    life.must(OFFICER, at(DAY), paying({ amount: "29.997" }));
    life.must(MANAGER, at(DAY), paying({ payer: "own", amount: "60.003" }));
    const over = { code: "nothing-to-act-on", params: { what: MONEY } };
    expect(life.asks(OFFICER, at(DAY), paying({ amount: "1" }))).toEqual(refusal(over, WRONG_AMOUNT));
    const other = begun();
    round(other.life, 2027, [510]);
    other.life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    expect(
      other.life.asks(OFFICER, at("2027-06-21"), other.paying({ instalment: "2026", amount: "1" })),
    ).toEqual(refusal(over));
  });
});

describe("who pays", () => {
  it("is the payer itself: the authority through its officer, the hospital through its manager", () => {
    const { life, paying } = begun();
    expect(life.asks(MANAGER, at(DAY), paying())).toEqual(
      refusal({ code: "not-your-role", params: { act: MONEY, roles: ["officer"] } }),
    );
    expect(life.asks(OFFICER, at(DAY), paying({ payer: "own" }))).toEqual(
      refusal({ code: "not-your-role", params: { act: MONEY, roles: ["institution-manager"] } }),
    );
    expect(life.asks(DIRECTOR, at(DAY), paying())).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["officer", "institution-manager"] } }],
    });
    expect(life.blocked(RIVAL_MANAGER, at(DAY), paying({ payer: "own" }))).toBe("refused: not-your-case");
  });

  it.each<[string, Actor, Hat]>([
    ["the public", { role: "public" }, OFFICER],
    ["an expert", { role: "experts" }, OFFICER],
    ["a third party", { role: "third-party" }, OFFICER],
    ["the leader, where the policy says so", { role: "authority", hat: "leader" }, LEADER],
    ["the director", { role: "director" }, DIRECTOR],
  ])("for %s is who stands for it here", (_, actor, hat) => {
    const { life, paying, money } = begun(borneBy(actor));
    life.must(hat, at(DAY), paying());
    expect(money()).toEqual([["city", "10"]]);
  });
});

describe("what there is to pay", () => {
  it("is an instalment of a funding of the center's policy, and a share in it", () => {
    const { life, paying } = begun();
    const nothing = (key: string) =>
      refusal({ code: "nothing-to-act-on", params: { what: { zh: key, en: key } }, clauses: [] });
    expect(life.asks(OFFICER, at(DAY), paying({ funding: "gift" }))).toEqual(nothing("gift"));
    expect(life.asks(OFFICER, at(DAY), paying({ instalment: "2031" }))).toEqual(nothing("2031"));
    expect(life.asks(OFFICER, at(DAY), paying({ payer: "state" }))).toEqual(nothing("2024"));
    // the reward has no instalment before it is given
    expect(life.asks(OFFICER, at(DAY), paying({ funding: "reward" }))).toEqual(nothing("2024"));
  });

  it("is nothing while nobody knows who bears how much", () => {
    const open = { asks: { zh: "各付多少", en: "who bears what" }, per: "policy" } as const;
    const [city, own] = POINTS_POLICY.funding[0]?.payers ?? [];
    const payers = [{ key: "city", actor: city?.actor, share: { open } }, own] as Funding["payers"];
    const { life, paying } = begun(building({ payers }));
    expect(life.asks(OFFICER, at(DAY), paying())).toEqual(refusal(WRONG_AMOUNT));
  });

  it("is nothing at a center that the policy pays nothing, nor at none", () => {
    const { life, center, paying } = begun({ ...POINTS_POLICY, funding: [] });
    const word = { code: "nothing-to-act-on", clauses: [] };
    expect(life.asks(OFFICER, at(DAY), paying())).toMatchObject(refusal(word));
    const paid = begun();
    expect(paid.life.asks(OFFICER, at(DAY), paid.paying({ center: "nowhere" }))).toMatchObject(refusal(word));
    const offered = ({ life: of }: Pick<ReturnType<typeof begun>, "life">) =>
      abilitiesFor(of.ledger().policies, factsFor(of.ledger(), OFFICER), {
        env: of.env(OFFICER, at(DAY)),
        place: { kind: "center", center },
      }).filter(({ act }) => act === "pay");
    expect(offered({ life })).toEqual([]);
    expect(offered(paid)).toEqual([{ act: "pay", verdict: { kind: "allowed" } }]);
  });

  it("is nothing of a funding for centers of another type", () => {
    const { life, paying } = begun(building({ for: ["other"] }));
    const nothing = {
      code: "nothing-to-act-on",
      params: { what: { zh: "build", en: "build" } },
      clauses: [],
    };
    expect(life.asks(OFFICER, at(DAY), paying())).toEqual(refusal(nothing));
  });
});
