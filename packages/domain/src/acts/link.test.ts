import type { CenterType, Policy, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { NamedParty } from "../contract/links.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { decided, HOLIDAYS, RULES } from "../testing/odd-steps.ts";
import type { AbilityPlace, ActionOf } from "./act.ts";

const DAY = "2026-05-06";
const NOW = at(DAY);
const JOINT: NamedParty = { role: "joint", name: "外地医院" };
const typed = (more: Partial<CenterType>): Policy => ({
  ...ODD_POLICY,
  types: ODD_POLICY.types.map((one) => (one.key === "lab" ? { ...one, ...more } : one)),
});
const refusal = (...violations: object[]) => ({
  kind: "refused",
  violations: violations.map((one) => ({ clauses: [], ...one })),
});
const WRONG_DAY = {
  code: "field-invalid",
  params: { field: { zh: "日期", en: "day" }, fault: "date" },
  field: "on",
};
const WRONG_PARTY = {
  code: "field-invalid",
  params: { field: { zh: "参与单位", en: "party" }, fault: "choice" },
  field: "party",
};

/** A center that stands, with a channel and a partner from its application. */
function standing(policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const entry = decided(life);
  const center = life.centerOf(entry).id;
  const links = () => life.centerOf(entry).links;
  const linking = (party: NamedParty, on = DAY): ActionOf<"link"> => ({
    kind: "link",
    center,
    party,
    on,
    reason: "共建",
  });
  const ending = (link: string, on = DAY): ActionOf<"unlink"> => ({
    kind: "unlink",
    center,
    link,
    on,
    reason: "退出",
  });
  return { life, entry, center, links, linking, ending };
}

describe("putting a party beside a center", () => {
  it("is kept with its day and its reason", () => {
    const { life, center, links, linking } = standing();
    const { events } = life.must(OFFICER, NOW, linking(JOINT, "2026-05-01"));
    expect(events).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "linked",
        body: {
          link: { key: links().at(-1)?.key, role: "joint", name: "外地医院", external: "外地医院" },
          on: "2026-05-01",
          reason: "共建",
        },
        onDay: DAY,
        consulted: [],
      },
    ]);
  });

  it("is the officer's, at a center that is there", () => {
    const { life, linking } = standing();
    expect(life.blocked(LEADER, NOW, linking(JOINT))).toBe("refused: not-your-role");
    expect(life.blocked(MANAGER, NOW, linking(JOINT))).toBe("refused: not-your-role");
    for (const center of ["nowhere", "tenant-root"]) {
      expect(life.blocked(OFFICER, NOW, { ...linking(JOINT), center })).toBe("refused: nothing-to-act-on");
    }
  });

  it("is done once while it holds, on no day that is still to come", () => {
    const { life, linking } = standing();
    expect(life.asks(OFFICER, NOW, linking(JOINT, "2026-05-07"))).toEqual(refusal(WRONG_DAY));
    life.must(OFFICER, NOW, linking(JOINT));
    const twice = { code: "already-done", params: { what: { zh: "外地医院", en: "外地医院" } } };
    expect(life.asks(OFFICER, NOW, linking(JOINT))).toEqual(refusal(twice));
    expect(life.asks(OFFICER, NOW, linking(JOINT, "2026-05-07"))).toEqual(refusal(WRONG_DAY, twice));
    life.must(OFFICER, NOW, linking({ ...JOINT, name: "别的医院" }));
  });

  it.each<[string, NamedParty]>([
    ["of a role that nobody may name", { role: "origin", name: "市级中心" }],
    ["whom nothing names", { role: "joint" }],
    ["of an empty name", { role: "joint", name: "" }],
  ])("is refused for one %s", (_, party) => {
    const { life, linking } = standing();
    expect(life.asks(OFFICER, NOW, linking(party))).toEqual(refusal(WRONG_PARTY));
  });

  it.each<[string, NamedParty]>([
    ["its space", { role: "core", space: 12 }],
    ["its credit code", { role: "core", uscc: "USCC-9" }],
    ["its name", { role: "grassroots", name: "卫生院" }],
  ])("takes a party by %s", (_, party) => {
    const { life, links, linking } = standing();
    life.must(OFFICER, NOW, linking(party));
    expect(links().at(-1)?.role).toBe(party.role);
  });

  it("under another center wants one that is there and of a type above it", () => {
    const { life, center, linking } = standing();
    const what = { zh: "上级中心", en: "parent center" };
    const under = (parent: string) => linking({ role: "parent-center", center: parent });
    expect(life.asks(OFFICER, NOW, under("nobody"))).toEqual(
      refusal({ code: "nothing-to-act-on", params: { what }, clauses: RULES }),
    );
    expect(life.asks(OFFICER, NOW, under(center))).toEqual(
      refusal({
        code: "field-invalid",
        params: { field: what, fault: "choice" },
        clauses: RULES,
        field: "parent",
      }),
    );
  });
});

describe("a role of the network", () => {
  const roles = (most?: Value<number>) =>
    typed({
      roles: [
        { key: "core", label: { zh: "核心单位", en: "core" } },
        { key: "lead", label: { zh: "牵头单位", en: "lead" }, ...(most === undefined ? {} : { most }) },
      ],
    });
  const leads = (name: string): NamedParty => ({ role: "lead", name });

  it("has as many holders as the type says: who has it is told to the next one", () => {
    const { life, links, linking, ending } = standing(roles(2));
    life.must(OFFICER, NOW, linking({ role: "core", name: "核心" }));
    life.must(OFFICER, NOW, linking(leads("甲")));
    life.must(OFFICER, NOW, linking(leads("乙")));
    expect(life.asks(OFFICER, NOW, linking(leads("丙")))).toEqual(
      refusal({
        code: "seats-taken",
        params: {
          cap: { zh: "牵头单位", en: "lead" },
          most: "2",
          taken: 2,
          holders: ["甲", "乙"],
        },
        clauses: RULES,
        path: "types/lab/roles/lead",
      }),
    );
    life.must(OFFICER, NOW, linking({ role: "core", name: "又一个核心" }));
    life.must(OFFICER, NOW, ending(links().find(({ name }) => name === "甲")?.key ?? ""));
    life.must(OFFICER, NOW, linking(leads("丙")));
    expect(links().filter(({ role, to }) => role === "lead" && to === undefined)).toHaveLength(2);
  });

  it("is held by whoever comes where the type says no number, and while the number is open", () => {
    const open = { open: { asks: { zh: "几家", en: "how many" }, per: "policy" } } as const;
    for (const policy of [roles(), roles(open), ODD_POLICY]) {
      const { life, links, linking } = standing(policy);
      life.must(OFFICER, NOW, linking(leads("甲")));
      life.must(OFFICER, NOW, linking(leads("乙")));
      expect(
        links()
          .slice(-2)
          .map(({ name }) => name),
      ).toEqual(["甲", "乙"]);
    }
  });

  it("is what was settled, once somebody has", () => {
    const open = {
      open: { asks: { zh: "几家", en: "how many" }, per: "policy", by: { role: "authority" } },
    } as const;
    const { life, linking } = standing(roles(open));
    const path = "types/lab/roles/lead/most";
    life.must(LEADER, NOW, { kind: "settle", path, value: 1, as: "一家", on: DAY });
    life.must(OFFICER, NOW, linking(leads("甲")));
    expect(life.blocked(OFFICER, NOW, linking(leads("乙")))).toBe("refused: seats-taken");
  });
});

describe("ending a link", () => {
  it("is a date and a reason, and no earlier than the link", () => {
    const { life, center, links, linking, ending } = standing();
    life.must(OFFICER, NOW, linking(JOINT));
    const key = links().at(-1)?.key ?? "";
    expect(life.asks(OFFICER, NOW, ending(key, "2026-05-05"))).toEqual(refusal(WRONG_DAY));
    expect(life.asks(OFFICER, NOW, ending(key, "2026-05-07"))).toEqual(refusal(WRONG_DAY));
    expect(life.must(OFFICER, NOW, ending(key)).events).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "unlinked",
        body: { link: key, on: DAY, reason: "退出" },
        onDay: DAY,
        consulted: [],
      },
    ]);
  });

  it("is of a link that holds, at a center that is there", () => {
    const { life, links, ending } = standing();
    const [first] = links();
    const what = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) };
    const nothing = { kind: "refused", violations: [{ code: "nothing-to-act-on", params: { what } }] };
    expect(life.asks(OFFICER, NOW, ending("nobody"))).toMatchObject(nothing);
    expect(life.asks(OFFICER, NOW, { ...ending(first?.key ?? ""), center: "nowhere" })).toMatchObject(
      nothing,
    );
    life.must(OFFICER, NOW, ending(first?.key ?? ""));
    expect(life.asks(OFFICER, NOW, ending(first?.key ?? ""))).toMatchObject(nothing);
    expect(life.blocked(MANAGER, NOW, ending(links()[1]?.key ?? ""))).toBe("refused: not-your-role");
  });
});

it("both are offered at a center; to end a link, there is one", () => {
  const { life, entry, center, links, ending } = standing();
  const offered = (place: AbilityPlace) =>
    abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER), {
      env: life.env(OFFICER, NOW),
      place,
    })
      .map(({ act }) => act)
      .filter((act) => act === "link" || act === "unlink");
  expect(offered({ kind: "center", center })).toEqual(["link", "unlink"]);
  expect(offered({ kind: "case", case: entry })).toEqual([]);
  expect(offered({ kind: "tenant" })).toEqual([]);
  expect(offered({ kind: "center", center: "nowhere" })).toEqual([]);
  for (const { key } of links()) life.must(OFFICER, NOW, ending(key));
  expect(offered({ kind: "center", center })).toEqual(["link"]);
});
