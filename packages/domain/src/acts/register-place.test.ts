import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { Hat } from "../contract/basics.ts";
import { decide } from "./decide.ts";
import { factsFor } from "../testing/ledger.ts";
import type { Life } from "../testing/life.ts";
import { at, hatOf, HOSPITAL, MANAGER, OFFICER } from "../testing/life.ts";
import { handIn, RULES } from "../testing/odd-steps.ts";
import { registering } from "../testing/odd-registers.ts";
import { enter, DAY, OWN, recording } from "../testing/registers.ts";

const device = (root: string) =>
  ({ kind: "record", root, register: "devices", answers: { title: "质谱仪", price: "3" } }) as const;
const nothing = (what: object) => ({
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what }, clauses: [] }],
});
const RECORD = { zh: "登记", en: "record" };

describe("a register", () => {
  it("of a center is on the centers of its types, each entering a thing once", () => {
    const life = registering();
    const root = life.centerOf(handIn(life)).id;
    const day = at("2026-04-03");
    const [event] = life.must(MANAGER, day, device(root)).events;
    expect(event?.root).toStrictEqual({ kind: "center", id: root });
    expect(life.asks(MANAGER, day, device(root))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "entered-already",
          params: { register: { zh: "设备台账", en: "devices" }, title: "质谱仪", on: "2026-04-03" },
          clauses: RULES,
        },
      ],
    });
    const desks = registering();
    const desk = desks.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
    const { policies } = desks.ledger();
    const facts = factsFor(desks.ledger(), MANAGER, desk);
    const centers = facts.centers.map((center) => ({ ...center, type: "desk" }));
    const asked = { action: device(centers[0]?.id ?? ""), env: desks.env(MANAGER, day) };
    expect(decide(policies, { ...facts, centers }, asked)).toStrictEqual(nothing(RECORD));
  });

  it("of every type is on every center", () => {
    const life = registering();
    const { for: _for, ...devices } = life.policy.registers[2] ?? {};
    const registers = [devices as (typeof life.policy.registers)[number]];
    const root = life.centerOf(handIn(life)).id;
    const { current, ...rest } = life.ledger().policies;
    const policies = { ...rest, current: { ...current, policy: { ...life.policy, registers } } };
    const asked = { action: device(root), env: life.env(MANAGER, at("2026-04-03")) };
    expect(decide(policies, factsFor(life.ledger(), MANAGER), asked).kind).toBe("decided");
  });

  it("is on no root of another kind, on none that is not there, and is not one that the policy does not have", () => {
    const life = registering();
    const center = life.centerOf(handIn(life)).id;
    const day = at("2026-04-03");
    const on = (root: string, register: string) =>
      life.asks(MANAGER, day, { kind: "record", root, register, answers: {} });
    const wrong = [
      on(center, "awards"),
      on("tenant-root", "awards"),
      on(OWN, "devices"),
      on(center, "visits"),
      on("nowhere", "devices"),
      on("nowhere", "awards"),
      on(OWN, "nowhere"),
    ];
    expect(wrong).toStrictEqual(wrong.map(() => nothing(RECORD)));
  });

  it("of an institution that has no history yet begins with who acts, but not where the root is another's", () => {
    const life = registering();
    const center = life.centerOf(handIn(life)).id;
    const { institution, ...facts } = factsFor(life.ledger(), MANAGER, OWN);
    const asking = (root: string, given: typeof facts) =>
      decide(life.ledger().policies, given, {
        action: { ...recording({}), root } as ReturnType<typeof recording>,
        env: life.env(MANAGER, at("2026-04-03")),
      });
    const first = asking("new-institution", facts);
    expect(first).toMatchObject({
      kind: "decided",
      events: [{ root: { kind: "institution", id: "new-institution" }, body: { host: institution?.host } }],
    });
    expect(asking(center, facts)).toStrictEqual(nothing(RECORD));
    const { host: _host, ...unknown } = facts;
    expect(asking("new-institution", unknown)).toStrictEqual(nothing(RECORD));
  });
});

describe("an entry", () => {
  it("is acted on where it stands, and nowhere else", () => {
    const life = registering();
    const entry = enter(life);
    const verify = { kind: "verify", root: OWN, entry, opinion: "属实" } as const;
    const what = { zh: "核实", en: "verify" };
    for (const other of [{ entry: "none" }, { root: "tenant-root" }, { root: "nowhere" }]) {
      expect(life.asks(OFFICER, at(DAY), { ...verify, ...other })).toStrictEqual(nothing(what));
    }
  });

  it("is no entry any more where the policy has dropped its register", () => {
    const life = registering();
    const entry = enter(life);
    const { current, ...rest } = life.ledger().policies;
    const policies = { ...rest, current: { ...current, policy: { ...life.policy, registers: [] } } };
    const action = { kind: "verify", root: OWN, entry, opinion: "属实" } as const;
    const asked = { action, env: life.env(OFFICER, at(DAY)) };
    expect(decide(policies, factsFor(life.ledger(), OFFICER, OWN), asked)).toStrictEqual(
      nothing({ zh: "核实", en: "verify" }),
    );
  });
});

describe("what a register offers", () => {
  const offered = (life: Life, hat: Hat, entry?: string) =>
    abilitiesFor(life.ledger().policies, factsFor(life.ledger(), hat, OWN), {
      env: life.env(hat, at(DAY)),
      place: {
        kind: "register",
        root: OWN,
        register: "awards",
        ...(entry === undefined ? {} : { entry }),
      },
    }).map(({ act, register, verdict }) => [act, register, verdict.kind]);

  it("is a new entry to whoever enters; at an entry, to correct, verify or strike it", () => {
    const life = registering();
    const entry = enter(life);
    expect(offered(life, hatOf("contact", HOSPITAL))).toStrictEqual([["record", "awards", "allowed"]]);
    expect(offered(life, OFFICER)).toStrictEqual([]);
    expect(offered(life, MANAGER, entry)).toStrictEqual([
      ["amend", "awards", "allowed"],
      ["strike", "awards", "allowed"],
    ]);
    expect(offered(life, OFFICER, entry)).toStrictEqual([
      ["verify", "awards", "allowed"],
      ["strike", "awards", "allowed"],
    ]);
    expect(offered(life, OFFICER, "none")).toStrictEqual([]);
  });
});
