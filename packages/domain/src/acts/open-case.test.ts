import type { Name, Policy, Procedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Facts, FactRecord } from "../contract/facts.ts";
import type { NamedParty } from "../contract/links.ts";
import { withProcedure } from "../testing/changed-policy.ts";
import { factsFor } from "../testing/ledger.ts";
import type { Life } from "../testing/life.ts";
import {
  at,
  HOSPITAL,
  hatOf,
  LEADER,
  MANAGER,
  newLife,
  OFFICER,
  RIVAL_MANAGER,
  USCC,
} from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, BESIDE, decided, HOLIDAYS, RULES } from "../testing/odd-steps.ts";
import type { ActionOf } from "./act.ts";
import { decide } from "./decide.ts";
import { openCase } from "./open-case.ts";

const DAY = "2026-03-20";
const HOST = { party: HOSPITAL, uscc: USCC, name: "甲医院", city: "甲市" };
const ENTRY = { zh: "entry", en: "entry" };
const opening = (more: Partial<ActionOf<"open-case">> = {}): ActionOf<"open-case"> => ({
  kind: "open-case",
  procedure: "entry",
  year: 2026,
  name: "转化实验室",
  ...more,
});
const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: [], ...violation }] });
const entering = (change: (entry: Procedure) => Partial<Procedure>): Policy =>
  withProcedure(ODD_POLICY, "entry", (one) => ({ ...one, ...change(one) }));
const lives = (policy: Policy): Life => newLife(policy, HOLIDAYS);

/** Asks the manager's application with facts beside those of the ledger. */
function askedWith(life: Life, more: Partial<Facts>, action = opening()) {
  const facts = { ...factsFor(life.ledger(), MANAGER), ...more };
  return decide(life.ledger().policies, facts, { action, env: life.env(MANAGER, at(DAY)) });
}

describe("an application", () => {
  it("begins a center of its own, with the parties that it names", () => {
    const life = begin();
    expect(life.asks(MANAGER, at(DAY), opening(BESIDE))).toEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: "id-4" },
          kind: "opened",
          body: {
            case: "id-1",
            procedure: "entry",
            purpose: "entry",
            year: 2026,
            pin: life.ledger().policies.current.pin,
            center: { type: "lab", name: "转化实验室", host: HOST },
            links: [
              {
                key: "id-2",
                role: "channel",
                name: "乙医院",
                space: 12,
                uscc: "12500102450000002A",
                kind: "institution",
              },
              {
                key: "id-3",
                role: "partner",
                name: "乙医院",
                space: 12,
                uscc: "12500102450000002A",
                kind: "institution",
              },
            ],
          },
          onDay: DAY,
          consulted: ["procedures/entry/starts"],
        },
      ],
      holds: { notAfter: at("2026-03-21", "00:00:00") },
    });
  });

  it("is kept under the name of its type until it has one, and beside nobody where it names nobody", () => {
    const life = begin();
    const { name: _name, ...nameless } = opening();
    const [opened] = life.must(MANAGER, at(DAY), nameless).events;
    expect(opened?.body).toEqual({
      case: "id-1",
      procedure: "entry",
      purpose: "entry",
      year: 2026,
      pin: life.ledger().policies.current.pin,
      center: { type: "lab", name: "实验室", host: HOST },
    });
  });

  it("is of a type that the procedure is for: the first where none is named", () => {
    const life = lives(entering(() => ({ for: ["desk", "lab"] })));
    const typeOf = (type?: string) => {
      const [opened] = life.must(MANAGER, at(DAY), opening(type === undefined ? {} : { type })).events;
      return opened?.kind === "opened" ? opened.body.center?.type : undefined;
    };
    expect([typeOf(), typeOf("lab"), typeOf("desk")]).toEqual(["desk", "lab", "desk"]);
    expect(life.asks(MANAGER, at(DAY), opening({ type: "hall" }))).toEqual(
      refusal({
        code: "field-invalid",
        params: { field: { zh: "中心类型", en: "type of center" }, fault: "choice" },
        field: "type",
      }),
    );
  });

  it("is the institution's own: by its manager or its contact, and by no other institution", () => {
    const life = begin();
    expect(life.asks(OFFICER, at(DAY), opening({ institution: "institution-1" }))).toMatchObject(
      refusal({ code: "not-your-role", params: { roles: ["institution-manager", "contact"] } }),
    );
    expect(life.asks(MANAGER, at(DAY), opening({ institution: "institution-2" }))).toEqual(
      refusal({ code: "not-your-case", params: { what: ENTRY } }),
    );
    life.must(hatOf("contact", HOSPITAL), at(DAY), opening());
    life.must(RIVAL_MANAGER, at(DAY), opening({ institution: "institution-2" }));
  });

  it("may be commissioned by the authority, from any of its institutions", () => {
    const life = lives(entering(({ starts }) => ({ starts: { ...starts, by: { role: "authority" } } })));
    const id = life.open(OFFICER, at(DAY), opening({ institution: "institution-2" }));
    expect(life.centerOf(id).host.name).toBe("乙医院");
  });

  it("is nobody's where no institution acts or is acted upon", () => {
    const life = begin();
    const { institution: _institution, host: _host, ...facts } = factsFor(life.ledger(), MANAGER);
    const env = life.env(MANAGER, at(DAY));
    expect(decide(life.ledger().policies, facts, { action: opening(), env })).toMatchObject(
      refusal({ code: "nothing-to-act-on" }),
    );
  });

  it("may hang on what it is for", () => {
    const who = {
      kind: "compare",
      of: { kind: "fact", fact: "application.name" },
      is: "equal",
      than: "转化实验室",
    } as const;
    const life = lives(entering(({ starts }) => ({ starts: { ...starts, who } })));
    life.must(MANAGER, at(DAY), opening());
    expect(life.blocked(MANAGER, at(DAY), opening({ name: "别的实验室" }))).toBe("refused: condition-false");
    const { name: _name, ...nameless } = opening();
    expect(life.blocked(MANAGER, at(DAY), nameless)).toBe("pending: condition-pending");
  });

  it("may be made again and again, each for a center of its own", () => {
    const life = begin();
    const ids = [life.open(MANAGER, at(DAY), opening()), life.open(MANAGER, at(DAY), opening())];
    expect(new Set(ids.map((id) => life.centerOf(id).id)).size).toBe(2);
  });

  it("is pinned to what was called for its year", () => {
    const life = begin();
    const { policies } = life.ledger();
    const call = { year: 2027, pin: { policy: "call", version: 7, hash: "called" }, policy: ODD_POLICY };
    const env = life.env(MANAGER, at(DAY));
    const decision = decide({ ...policies, calls: [call] }, factsFor(life.ledger(), MANAGER), {
      action: opening({ year: 2027 }),
      env,
    });
    expect(decision).toMatchObject({ events: [{ body: { year: 2027, pin: call.pin } }] });
  });
});

describe("an application from another tenant's center", () => {
  const origin = { tenant: 9, center: "city-center" };
  const received = (more: object = {}) =>
    [
      {
        tenant: 9,
        root: "city-center",
        key: "k",
        kind: "recommendation",
        title: "推荐",
        by: "甲市卫健委",
        party: HOSPITAL,
        body: { center: "city-center", name: "市级中心", uscc: USCC, ...more },
      },
    ] as unknown as NonNullable<Facts["received"]>;

  it("is linked to it where a recommendation of it came in", () => {
    const decision = askedWith(begin(), { received: received() }, opening({ origin }));
    expect(decision).toMatchObject({
      events: [
        {
          body: {
            links: [
              {
                role: "origin",
                name: "市级中心",
                uscc: USCC,
                tenant: 9,
                center: "city-center",
                external: "甲市卫健委",
              },
            ],
          },
        },
      ],
    });
  });

  it("is refused where none did", () => {
    expect(askedWith(begin(), {}, opening({ origin }))).toEqual(
      refusal({
        code: "nothing-to-act-on",
        params: { what: { zh: "收到的推荐", en: "recommendation that came in" } },
        field: "origin",
      }),
    );
  });
});

describe("who is barred", () => {
  const bar = (...type: string[]): FactRecord => ({
    host: USCC,
    at: USCC,
    type,
    on: "2026-01-01",
    until: "2026-12-31",
    consequence: "reopened",
    effect: "bar",
  });
  const both = () => lives(entering(() => ({ for: ["lab", "desk"] })));
  const codes = (decision: ReturnType<typeof askedWith>) =>
    decision.kind === "decided" ? [] : decision.violations.map(({ code }) => code);

  it("from every type of a procedure cannot apply at all", () => {
    const sets = { bars: [bar("lab"), bar("desk")] };
    expect(codes(askedWith(both(), { sets }))).toEqual(["barred"]);
  });

  it("is told so before anything is named, and not while one type is left", () => {
    const life = both();
    const scene = life.scene(MANAGER, at(DAY));
    const told = (...bars: FactRecord[]) =>
      openCase
        .check({ ...scene, facts: { ...scene.facts, sets: { bars } } }, { procedure: "entry" })
        .map(({ violation }) => violation.code);
    expect(told(bar("lab"), bar("desk"))).toEqual(["barred"]);
    expect(told(bar("lab"))).toEqual([]);
    expect(told(bar("desk"))).toEqual([]);
    expect(told()).toEqual([]);
  });

  it("from one of them may still apply for another", () => {
    const sets = { bars: [bar("lab")] };
    expect(codes(askedWith(both(), { sets }, opening({ type: "lab" })))).toEqual(["barred"]);
    expect(codes(askedWith(both(), { sets }, opening({ type: "desk" })))).toEqual([]);
  });

  it("is not whoever has no bar", () => {
    const sets = { bars: [{ ...bar("lab", "desk"), host: "another" }] };
    expect(codes(askedWith(both(), { sets }))).toEqual([]);
  });

  it("may still report of what it has", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const amend = opening({ procedure: "amend", center });
    const facts = { ...factsFor(life.ledger(), MANAGER), sets: { bars: [bar("lab", "desk")] } };
    const env = life.env(MANAGER, at("2026-05-06"));
    expect(decide(life.ledger().policies, facts, { action: amend, env }).kind).toBe("decided");
  });
});

describe("the parties that an applicant names", () => {
  it("are its parent, its channel and the others, in this order", () => {
    const life = lives({
      ...ODD_POLICY,
      types: ODD_POLICY.types.map((one) => ({ ...one, under: ["lab"] })),
    });
    const parent = life.centerOf(decided(life)).id;
    const parties: NamedParty[] = [{ role: "partner", name: "外地大学" }];
    const action = opening({ parent, channel: 12, parties });
    const decision = life.asks(MANAGER, at("2026-05-06"), action);
    expect(decision).toMatchObject({
      events: [
        {
          body: {
            links: [
              { role: "parent-center", center: parent, name: "转化实验室", space: HOSPITAL },
              { role: "channel", space: 12 },
              { role: "partner", name: "外地大学", external: "外地大学" },
            ],
          },
        },
      ],
    });
  });

  it("must be there, where one is to be its parent", () => {
    expect(begin().asks(MANAGER, at(DAY), opening({ parent: "nobody" }))).toEqual(
      refusal({
        code: "nothing-to-act-on",
        params: { what: { zh: "上级中心", en: "parent center" } },
        clauses: RULES,
      }),
    );
  });
});

describe("the name of an application", () => {
  const rule = (...parts: Name["parts"]): Name => ({
    key: "name",
    label: { zh: "名称", en: "name" },
    because: ["all"],
    for: ["lab"],
    parts,
  });
  const named = (names: Name[], name?: string) => {
    const life = lives({ ...ODD_POLICY, names });
    const { name: _name, ...nameless } = opening();
    const id = life.open(MANAGER, at(DAY), name === undefined ? nameless : { ...nameless, name });
    return life.centerOf(id).name;
  };
  const composed = rule({ key: "host", fact: "host.name" }, { key: "end", text: "实验室" });

  it("is composed as the policy says, where the applicant gives none", () => {
    expect(named([composed])).toBe("甲医院实验室");
    expect(named([composed], "自己的名字")).toBe("自己的名字");
  });

  it("is its type's while a part of it is not known, and where the policy composes names of others only", () => {
    expect(named([rule({ key: "parent", fact: "parent.name" })])).toBe("实验室");
    expect(named([{ ...composed, for: ["desk"] }])).toBe("实验室");
  });
});

it("is the leader's word too where the policy lets the leader begin", () => {
  const life = lives(
    entering(({ starts }) => ({ starts: { ...starts, by: { role: "authority", hat: "leader" } } })),
  );
  const { events } = life.must(LEADER, at(DAY), opening({ institution: "institution-1" }));
  expect(events).toMatchObject([{ kind: "opened", body: { center: { host: HOST } } }]);
});
