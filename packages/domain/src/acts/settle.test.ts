import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { ActionBodies } from "../contract/actions.ts";
import type { Action } from "../contract/actions.ts";
import type { Hat } from "../contract/basics.ts";
import { decide } from "./decide.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER, type Life } from "../testing/life.ts";
import { networkPolicy, RULE_PATH } from "../testing/network-policy.ts";
import { BESIDE, handIn, HOLIDAYS, RULES, withStage } from "../testing/odd-steps.ts";
import { apply, designate } from "../testing/steps.ts";

const TODAY = "2026-03-20";
const NOON = at(TODAY);
const ASKS = { zh: "逾期是否受理", en: "what of late ones" };
const PATH = "procedures/entry/stages/online/late";
const SETTLE = { zh: "确定", en: "settle" };

/** The policy in which something of a stage is open. */
const opening = (more: object, of = "late"): Policy =>
  withStage("online", { [of]: { open: { asks: ASKS, per: "policy", ...more } } });
const begun = (policy: Policy): Life => newLife(policy, HOLIDAYS);
const settling = (more: Partial<ActionBodies["settle"]> = {}): Action => ({
  kind: "settle",
  path: PATH,
  value: "refused",
  as: "不受理",
  on: TODAY,
  ...more,
});
const refused = (...violations: object[]) => ({
  kind: "refused",
  violations: violations.map((one) => ({ clauses: [], ...one })),
});
const lacking = (zh: string, en: string) =>
  refused({ code: "field-missing", params: { section: ASKS, field: { zh, en } } });
const nothing = (what: object) => refused({ code: "nothing-to-act-on", params: { what } });

const settled = (root: object, more: object = {}, path = PATH) => ({
  kind: "decided",
  events: [
    {
      root,
      kind: "settled",
      body: {
        id: "id-1",
        path,
        value: "refused",
        as: "不受理",
        on: TODAY,
        by: { name: "leader 1", unit: "主管部门" },
        ...more,
      },
      onDay: TODAY,
      consulted: [path],
    },
  ],
  holds: { notAfter: at("2026-03-21", "00:00:00") },
});

describe("settling an open value", () => {
  it("is kept with the tenant: what, in whose words, by whom and from when", () => {
    const root = { kind: "tenant", id: "tenant-root" };
    expect(begun(opening({})).asks(LEADER, NOON, settling())).toStrictEqual(settled(root));
    const { events } = begun(opening({})).must(OFFICER, NOON, settling({ on: "2026-04-01" }));
    expect(events[0]?.body).toMatchObject({ on: "2026-04-01", by: { name: "officer 1" } });
  });

  it("is for a year where the value is open for each call", () => {
    const life = begun(opening({ per: "call" }));
    expect(life.asks(LEADER, NOON, settling())).toStrictEqual(lacking("年度", "year"));
    const root = { kind: "tenant", id: "tenant-root" };
    expect(life.asks(LEADER, NOON, settling({ year: 2026 }))).toMatchObject(
      settled(root, { id: expect.any(String), year: 2026 }),
    );
  });

  it("is in the case where the value is open for each case", () => {
    const life = begun(opening({ per: "case" }));
    expect(life.asks(LEADER, NOON, settling())).toStrictEqual(lacking("案件", "case"));
    const id = life.open(MANAGER, NOON, { procedure: "entry", year: 2026, ...BESIDE });
    const root = { kind: "center", id: life.centerOf(id).id };
    expect(life.asks(LEADER, NOON, settling({ case: id }))).toMatchObject(
      settled(root, { id: expect.any(String), case: id }),
    );
    expect(life.asks(LEADER, NOON, settling({ case: "nowhere" }))).toStrictEqual(nothing(SETTLE));
  });

  it("keeps to what the policy lets be chosen, and to the sort of the value", () => {
    const choice = (key: string) => ({ key, label: { zh: key, en: key }, then: key });
    const choices = [choice("refused"), choice("accepted")];
    const chosen = begun(opening({ choices })).asks(LEADER, NOON, settling({ value: "perhaps" }));
    const outOfBounds = (params: object, path = PATH) =>
      refused({
        code: "settlement-out-of-bounds",
        params: { asks: ASKS, ...params },
        clauses: RULES,
        path,
      });
    expect(chosen).toStrictEqual(outOfBounds({ choices: choices.map(({ label }) => label) }));
    expect(begun(opening({})).asks(LEADER, NOON, settling({ value: 3 }))).toStrictEqual(outOfBounds({}));
  });

  it("never binds before today", () => {
    const field = { zh: "生效日期", en: "day from which it binds" };
    const past = { code: "field-invalid", params: { field, fault: "date" }, field: "on" };
    expect(begun(opening({})).asks(LEADER, NOON, settling({ on: "2026-03-19" }))).toStrictEqual(
      refused(past),
    );
    expect(
      begun(opening({ per: "call" })).asks(LEADER, NOON, settling({ value: 3, on: "2026-03-19" })),
    ).toMatchObject({
      violations: [
        { code: "settlement-out-of-bounds" },
        { code: "field-missing" },
        { code: "field-invalid" },
      ],
    });
  });

  it("is by whom the policy names, with the clauses of what is open", () => {
    const life = begun(opening({ by: { role: "authority", hat: "leader" } }));
    life.must(LEADER, NOON, settling());
    expect(life.asks(OFFICER, NOON, settling())).toStrictEqual(
      refused({
        code: "not-your-role",
        params: { act: SETTLE, roles: ["leader"] },
        clauses: RULES,
      }),
    );
    expect(life.asks(MANAGER, NOON, settling())).toStrictEqual(
      refused({ code: "not-your-role", params: { act: SETTLE, roles: ["leader", "officer"] } }),
    );
  });

  it("is of the version that is named, else of the one in force; a case's own is that of the case", () => {
    const life = begun(withStage("online", {}));
    const id = handIn(life);
    expect(life.asks(LEADER, NOON, settling())).toStrictEqual(nothing({ zh: PATH, en: PATH }));
    const { current, ...rest } = life.ledger().policies;
    const later = { ...current, pin: { ...current.pin, version: 2, hash: "later" }, policy: opening({}) };
    const policies = { ...rest, current: later, byHash: { [current.pin.hash]: current.policy } };
    const asking = (action: Action) =>
      decide(policies, factsFor(life.ledger(), LEADER), { action, env: life.env(LEADER, NOON) });
    expect(asking(settling()).kind).toBe("decided");
    expect(asking(settling({ pinHash: "later" })).kind).toBe("decided");
    expect(asking(settling({ pinHash: current.pin.hash }))).toStrictEqual(nothing({ zh: PATH, en: PATH }));
    expect(asking(settling({ case: id }))).toStrictEqual(nothing({ zh: PATH, en: PATH }));
  });
});

describe("what hangs under a center", () => {
  const on = "2022-12-01";
  const NO_RULE = { kind: "all", of: [] };
  const rule = { path: RULE_PATH, value: NO_RULE, as: "不另设条件", on };

  it("is settled by the institution of that center, and kept there", () => {
    const life = newLife(networkPolicy());
    const [entry = ""] = designate(life, ["总中心"]);
    const center = life.centerOf(entry).id;
    expect(life.must(MANAGER, at(on), settling({ ...rule, center })).events).toStrictEqual([
      {
        root: { kind: "center", id: center },
        kind: "settled",
        body: {
          id: expect.any(String),
          ...rule,
          by: { name: "institution-manager 1", unit: "甲医院" },
          center,
        },
        onDay: on,
        consulted: [RULE_PATH],
      },
    ]);
    const act = SETTLE;
    expect(life.asks(RIVAL_MANAGER, at(on), settling({ ...rule, center }))).toStrictEqual(
      refused({ code: "not-your-case", params: { what: act } }),
    );
    expect(life.asks(LEADER, at(on), settling({ ...rule, center }))).toStrictEqual(
      refused({ code: "not-your-role", params: { act, roles: ["institution-manager"] } }),
    );
  });

  it("is never settled without a center, nor anything else with one", () => {
    const life = newLife(networkPolicy());
    const center = life.centerOf(apply(life, "总中心")).id;
    const asks = { zh: "分中心的条件", en: "conditions for branches" };
    const field = { zh: "中心", en: "center" };
    const without = life.asks(LEADER, at(on), settling(rule));
    expect(without).toMatchObject({
      violations: [{ code: "not-your-role" }, { code: "field-missing", params: { section: asks, field } }],
    });
    const other = { path: "procedures/entry/stages/collect/late", on, center };
    expect(life.asks(MANAGER, at(on), settling(other))).toMatchObject({
      violations: [{ code: "not-your-role" }, { code: "field-missing", params: { field } }],
    });
    for (const root of ["nowhere", "tenant-root", "institution-1"]) {
      expect(life.asks(MANAGER, at(on), settling({ ...rule, center: root }))).toStrictEqual(nothing(SETTLE));
    }
  });
});

describe("where settling is offered", () => {
  const offered = (life: Life, hat: Hat, place: Parameters<typeof abilitiesFor>[2]["place"]) =>
    abilitiesFor(life.ledger().policies, factsFor(life.ledger(), hat), {
      env: life.env(hat, at("2022-12-01")),
      place,
    }).filter(({ act }) => act === "settle");

  it("is at the tenant and at every case, to the authority", () => {
    const life = newLife(networkPolicy());
    const id = apply(life, "总中心");
    const allowed = { act: "settle", verdict: { kind: "allowed" } };
    expect(offered(life, LEADER, { kind: "tenant" })).toStrictEqual([allowed]);
    expect(offered(life, LEADER, { kind: "case", case: id })).toStrictEqual([{ ...allowed, case: id }]);
    expect(offered(life, LEADER, { kind: "institution", institution: "institution-1" })).toStrictEqual([]);
    expect(offered(life, MANAGER, { kind: "tenant" })).toStrictEqual([]);
  });

  it("is at a center that stands above others, where something is left to it", () => {
    const of = (policy: Policy) => {
      const life = newLife(policy);
      const center = life.centerOf(apply(life, "总中心")).id;
      return offered(life, MANAGER, { kind: "center", center }).length;
    };
    const network = networkPolicy();
    expect(of(network)).toBe(1);
    expect(of({ ...network, types: network.types.map(({ under: _under, ...type }) => type) })).toBe(0);
    expect(of({ ...network, types: network.types.map((type) => ({ ...type, under: ["branch"] })) })).toBe(0);
    const stated = network.conditions.map((one) =>
      one.key === "parent-rule" ? { ...one, test: { kind: "all" as const, of: [] } } : one,
    );
    expect(of({ ...network, conditions: stated })).toBe(0);
  });
});
