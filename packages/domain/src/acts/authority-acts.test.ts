import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import type { NamedParty } from "../contract/links.ts";
import { at, HOSPITAL, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { apply, designate } from "../testing/steps.ts";

const policy = Policy.parse(pack);

function designated() {
  const life = newLife(policy);
  const [entry = ""] = designate(life, ["骨科中心"]);
  return { life, entry, center: life.centerOf(entry).id };
}

describe("urging", () => {
  const obligation = "yearly-report:2022:report:institution-manager";
  it("is of what is late, and of nothing that is not owed", () => {
    const { life, center } = designated();
    const urging = { kind: "urge" as const, root: center, obligation };
    expect(life.asks(OFFICER, at("2022-12-20"), urging)).toMatchObject({
      kind: "refused",
      violations: [{ code: "not-late", params: { due: "2022-12-31" } }],
    });
    expect(life.asks(OFFICER, at("2023-01-03"), { ...urging, obligation: "nothing" })).toMatchObject({
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: "nothing", en: "nothing" } } }],
    });
    expect(life.blocked(OFFICER, at("2023-01-03"), { ...urging, root: "nowhere" })).toBe(
      "refused: nothing-to-act-on",
    );
    expect(life.blocked(MANAGER, at("2023-01-03"), urging)).toBe("refused: not-your-role");
  });
  it("tells the space that owes it, and waits a day before it is done again", () => {
    const { life, center } = designated();
    const urging = { kind: "urge" as const, root: center, obligation };
    const { events } = life.must(OFFICER, at("2023-01-03"), urging);
    expect(events.at(-1)).toMatchObject({
      kind: "urged",
      onDay: "2023-01-03",
      root: { kind: "center", id: center },
      body: { obligation, to: HOSPITAL },
    });
    expect(life.asks(OFFICER, at("2023-01-04", "11:59:59"), urging)).toMatchObject({
      violations: [{ code: "urge-too-soon", params: { next: at("2023-01-04") }, earliest: at("2023-01-04") }],
    });
  });
});

describe("extending a stage", () => {
  const extend = {
    kind: "extend",
    procedure: "entry",
    stage: "collect",
    year: 2022,
    reason: "系统故障",
  } as const;
  it("is of a stage that there is, of a case's own procedure, and to no day that is over", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const now = at("2022-10-24");
    const until = "2022-10-28";
    expect(life.asks(LEADER, now, { ...extend, stage: "nowhere", until })).toMatchObject({
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: "nowhere", en: "nowhere" } } }],
    });
    const other = { ...extend, procedure: "yearly-report", stage: "report", case: id, until };
    expect(life.blocked(LEADER, now, other)).toBe("refused: nothing-to-act-on");
    expect(life.blocked(LEADER, now, { ...extend, case: "nowhere", until })).toBe(
      "refused: nothing-to-act-on",
    );
    expect(life.asks(LEADER, now, { ...extend, until: "2022-10-23" })).toMatchObject({
      violations: [
        { code: "field-invalid", field: "until", params: { fault: "date", field: { zh: "延长至" } } },
      ],
    });
    expect(life.blocked(MANAGER, now, { ...extend, until })).toBe("refused: not-your-role");
    life.must(LEADER, now, { ...extend, until: "2022-10-24" });
  });
  it("is kept with the tenant, or with the case that it is for", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const until = "2022-10-28";
    const consulted = ["procedures/entry/stages/collect"];
    const [all] = life.must(LEADER, at("2022-10-24"), { ...extend, until }).events;
    expect(all).toMatchObject({ kind: "extended", root: { kind: "tenant" }, body: { until }, consulted });
    const [one] = life.must(LEADER, at("2022-10-24"), { ...extend, case: id, until }).events;
    expect(one).toMatchObject({ root: { kind: "center" }, body: { case: id, until, reason: "系统故障" } });
  });
});

describe("the network of a center", () => {
  const link = (center: string, party: NamedParty, on = "2023-03-01") =>
    ({ kind: "link", center, party, on, reason: "共建" }) as const;
  it("takes a party once, from a day that has come", () => {
    const { life, center } = designated();
    const party = { role: "joint", name: "外地医院" } as const;
    expect(life.asks(OFFICER, at("2023-02-28"), link(center, party))).toMatchObject({
      violations: [{ code: "field-invalid", field: "on", params: { fault: "date", field: { zh: "日期" } } }],
    });
    const { events } = life.must(OFFICER, at("2023-03-01"), link(center, party));
    expect(events.at(-1)).toMatchObject({
      kind: "linked",
      body: { link: { role: "joint", name: "外地医院" }, on: "2023-03-01", reason: "共建" },
    });
    expect(life.asks(OFFICER, at("2023-03-02"), link(center, party))).toMatchObject({
      violations: [{ code: "already-done", params: { what: { zh: "外地医院", en: "外地医院" } } }],
    });
    expect(life.blocked(MANAGER, at("2023-03-02"), link(center, { ...party, name: "别家" }))).toBe(
      "refused: not-your-role",
    );
  });
  it("lets a party go once, and not before it came", () => {
    const { life, entry, center } = designated();
    life.must(OFFICER, at("2023-03-01"), link(center, { role: "joint", name: "外地医院" }));
    const key = life.centerOf(entry).links.at(-1)?.key ?? "";
    const unlink = { kind: "unlink", center, link: key, on: "2023-03-05", reason: "退出" } as const;
    expect(life.blocked(OFFICER, at("2023-03-05"), { ...unlink, on: "2023-02-28" })).toBe(
      "refused: field-invalid",
    );
    expect(life.blocked(OFFICER, at("2023-03-04"), unlink)).toBe("refused: field-invalid");
    expect(life.blocked(OFFICER, at("2023-03-05"), { ...unlink, link: "nobody" })).toBe(
      "refused: nothing-to-act-on",
    );
    life.must(OFFICER, at("2023-03-05"), unlink);
    expect(life.centerOf(entry).links.at(-1)).toMatchObject({ from: "2023-03-01", to: "2023-03-05" });
    expect(life.blocked(OFFICER, at("2023-03-06"), unlink)).toBe("refused: nothing-to-act-on");
  });
});
