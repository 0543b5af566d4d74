import type { Cap, Name, Policy } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { foresee } from "../acts/foresee.ts";
import { at, type Life, hatOf, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import { factsFor } from "./ledger.ts";
import { networkPolicy, ONE_PER_CITY, RULE_PATH } from "./network-policy.ts";
import { designate } from "./steps.ts";

const DAY = "2022-12-01";
const BRANCH = hatOf("institution-manager", 12);
const because = ["s1"];
const NAME: Name = {
  key: "name",
  label: { zh: "名称", en: "name" },
  because,
  force: "in-principle",
  waiver: { by: { role: "authority" } },
  for: ["branch"],
  parts: [
    { key: "parent", fact: "parent.name" },
    { key: "end", text: "分中心" },
  ],
};
const WAIVABLE: Cap = { ...ONE_PER_CITY, force: "in-principle", waiver: { by: { role: "authority" } } };

/** A center stands, its institution asks nothing of branches, and others may apply for them. */
function begun(policy: Policy) {
  const life = newLife(policy);
  const [entry = ""] = designate(life, ["总中心"]);
  const parent = life.centerOf(entry).id;
  const value = { kind: "all", of: [] };
  life.must(MANAGER, at(DAY), {
    kind: "settle",
    path: RULE_PATH,
    value,
    as: "不另设条件",
    on: DAY,
    center: parent,
  });
  return { life, parent };
}

function applied({ life, parent }: ReturnType<typeof begun>, name: string): string {
  const id = life.open(BRANCH, at(DAY), {
    procedure: "branch-entry",
    year: 2022,
    type: "branch",
    parent,
    name,
  });
  const answers = { basics: { name } };
  life.must(BRANCH, at(DAY), { kind: "submit", case: id, stage: "apply", answers });
  return id;
}

const decision = (id: string) =>
  ({ kind: "decide", case: id, stage: "decide", outcome: "approve", opinion: "同意" }) as const;

const seen = (life: Life, hat: typeof MANAGER, id: string) =>
  abilitiesFor(life.ledger().policies, factsFor(life.ledger(), hat, id), {
    env: life.env(hat, at(DAY)),
    place: { kind: "case", case: id },
  });

describe("before the click", () => {
  test("who decides is told that the seat is taken, by whom, and who may let it go", () => {
    const world = begun(networkPolicy({ caps: [WAIVABLE] }));
    world.life.must(MANAGER, at(DAY), decision(applied(world, "一分")));
    const two = applied(world, "二分");
    expect(seen(world.life, MANAGER, two).find(({ act }) => act === "decide")).toMatchObject({
      verdict: { kind: "allowed" },
      told: [{ code: "seats-taken", params: { holders: ["一分"], waivableBy: "authority" } }],
    });
    world.life.must(LEADER, at(DAY), {
      kind: "waive",
      case: two,
      path: "caps/one-per-city",
      reason: "人口多",
    });
    const after = seen(world.life, MANAGER, two).find(({ act }) => act === "decide");
    expect(after).toMatchObject({ verdict: { kind: "allowed" } });
    expect(after?.told).toBeUndefined();
  });

  test("an application is foreseen with its name and what its designation would run into", () => {
    const world = begun(networkPolicy({ caps: [ONE_PER_CITY], names: [NAME] }));
    const { life, parent } = world;
    const action = { kind: "open-case", procedure: "branch-entry", year: 2022, type: "branch" } as const;
    const ahead = (more: { parent?: string }) =>
      foresee(life.ledger().policies, factsFor(life.ledger(), BRANCH), {
        action: { ...action, ...more },
        env: life.env(BRANCH, at(DAY)),
      });
    expect(ahead({ parent })).toEqual({ verdict: { kind: "allowed" }, name: "总中心分中心", told: [] });
    expect(ahead({})).toEqual({ verdict: { kind: "allowed" }, told: [] });
    life.must(MANAGER, at(DAY), decision(applied(world, "总中心分中心")));
    expect(ahead({ parent }).told).toMatchObject([{ code: "seats-taken" }]);
    expect(ahead({ parent: "nowhere" }).verdict.kind).toBe("refused");
  });
});

describe("what holds in principle", () => {
  test("lets a name be another one for one case", () => {
    const world = begun(networkPolicy({ names: [NAME] }));
    const { life, parent } = world;
    const id = life.open(BRANCH, at(DAY), { procedure: "branch-entry", year: 2022, type: "branch", parent });
    const handing = {
      kind: "submit",
      case: id,
      stage: "apply",
      answers: { basics: { name: "别名" } },
    } as const;
    expect(life.blocked(BRANCH, at(DAY), handing)).toBe("refused: name-not-as-composed");
    life.must(LEADER, at(DAY), { kind: "waive", case: id, path: "names/name", reason: "沿用原名" });
    life.must(BRANCH, at(DAY), handing);
    expect(life.centerOf(id).name).toBe("别名");
  });
});

describe("a condition at the first stage", () => {
  const JOINTLY = {
    key: "jointly",
    label: { zh: "有联合单位", en: "jointly" },
    because,
    for: ["branch"],
    of: "network",
    test: {
      kind: "compare",
      of: {
        kind: "tally",
        of: "members",
        by: "count",
        where: { kind: "compare", of: { kind: "fact", fact: "it.role" }, is: "equal", than: "joint" },
      },
      is: "at-least",
      than: 1,
    },
  } as const satisfies Policy["conditions"][number];

  test("sees the institutions that this very dossier names", () => {
    const policy = networkPolicy();
    const procedures = policy.procedures.map((one) =>
      one.key === "branch-entry"
        ? {
            ...one,
            stages: one.stages.map((stage) =>
              stage.key === "apply" ? { ...stage, requires: ["jointly"] } : stage,
            ),
          }
        : one,
    );
    const { life, parent } = begun({ ...policy, procedures, conditions: [...policy.conditions, JOINTLY] });
    const id = life.open(BRANCH, at(DAY), { procedure: "branch-entry", year: 2022, type: "branch", parent });
    const handing = (hosts: { name: string }[]) =>
      ({ kind: "submit", case: id, stage: "apply", answers: { basics: { name: "分", hosts } } }) as const;
    expect(life.blocked(BRANCH, at(DAY), handing([]))).toBe("refused: condition-false");
    life.must(BRANCH, at(DAY), handing([{ name: "甲大学" }]));
  });
});

describe("a question that a center leaves to itself", () => {
  test("is answered by its approval, which says so", () => {
    const world = begun(networkPolicy());
    const { life, parent } = world;
    const asks = { zh: "能否承担多中心研究", en: "can it take part in trials" };
    life.must(MANAGER, at(DAY), {
      kind: "settle",
      path: RULE_PATH,
      value: { kind: "judged", by: { role: "parent-center" }, asks },
      as: "逐件判断",
      on: DAY,
      center: parent,
    });
    const id = applied(world, "一分");
    const { events } = life.must(MANAGER, at(DAY), decision(id));
    expect(events.map(({ kind }) => kind).slice(0, 2)).toEqual(["concluded", "decided"]);
    expect(life.caseAt(id).judged).toEqual({ "parent-rule": true });
    expect(life.centerOf(id).standing).toBe("established");
  });
});

describe("seats in a register", () => {
  test("count like those that were given here, once an entry says all that the cap asks", () => {
    const text = (key: string, fact: string) =>
      ({ key, label: { zh: key, en: key }, kind: "text", fact }) as const;
    const register = {
      key: "earlier",
      label: { zh: "以前认定的分中心", en: "earlier branches" },
      because,
      bearer: "tenant",
      of: "designations",
      by: [{ role: "authority" }],
      fields: [
        text("name", "it.name"),
        text("parent", "it.parent"),
        text("city", "it.city"),
        text("standing", "it.standing"),
      ],
    } as const satisfies Policy["registers"][number];
    const policy = networkPolicy({ caps: [ONE_PER_CITY] });
    const world = begun({ ...policy, registers: [register] });
    const { life, parent } = world;
    const root = life.ledger().tenant.id;
    const enter = (answers: { [field: string]: unknown }) =>
      life.must(OFFICER, at(DAY), { kind: "record", root, register: "earlier", answers });
    enter({ name: "不知哪里的", standing: "established" });
    life.must(MANAGER, at(DAY), decision(applied(world, "一分")));
    const other = begun({ ...policy, registers: [register] });
    other.life.must(OFFICER, at(DAY), {
      kind: "record",
      root: other.life.ledger().tenant.id,
      register: "earlier",
      answers: { name: "老分中心", parent: other.parent, city: "甲市", standing: "established" },
    });
    expect(parent).toBeDefined();
    expect(other.life.asks(MANAGER, at(DAY), decision(applied(other, "一分")))).toMatchObject({
      kind: "refused",
      violations: [{ code: "seats-taken", params: { holders: ["老分中心"] } }],
    });
  });
});
