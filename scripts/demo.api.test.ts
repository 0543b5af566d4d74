// The demonstration stands for every tenant: whoever signs in finds their screens filled from their own policy.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readPack } from "./demo/packs.ts";
import { DEMO_ACCOUNTS, TENANTS } from "./demo/seed.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
});
afterAll(() => world?.close());

describe.each(TENANTS.map((tenant) => ({ name: tenant.authority.name, tenant })))("$name", ({ tenant }) => {
  const accountOf = (role: string): string =>
    DEMO_ACCOUNTS.find((account) => account.group === tenant.authority.name && account.role === role)
      ?.signIn ?? "";

  test("its officer reads its policy, its calendar and its lists", async () => {
    const officer = await world.actor(accountOf("经办人"));
    expect(officer.as.tenant).toBe(tenant.authority.id);
    const { policy } = await officer.api.policy.current.query({ as: officer.as });
    expect(policy).toEqual(readPack(tenant.pack));
    const { stages, year } = await officer.api.desk.calendar.query({ as: officer.as });
    expect(year).toBe(2022);
    const known = policy.procedures.map(({ key }) => key);
    expect(stages.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(stages.map(({ procedure }) => procedure)));
    const { rows } = await officer.api.case.list.query({
      as: officer.as,
      purposes: ["entry"],
      sort: "submitted",
      descending: true,
      page: 1,
    });
    expect(rows).toEqual([]);
  });

  test("its institution is told what it may begin, and why not what it may not", async () => {
    const manager = await world.actor(accountOf("单位管理员"));
    const { abilities, host } = await manager.api.supervision.institution.query({
      as: manager.as,
      party: manager.me.party,
    });
    expect(tenant.spaces.map(({ name }) => name)).toContain(host.name);
    const region = tenant.spaces.find(({ id }) => id === host.party)?.region;
    expect(region).toMatch(/^\d{6}$/);
    expect(host.regionCode).toBe(region);
    const openings = abilities.filter(({ act }) => act === "open-case");
    expect(openings.length).toBeGreaterThan(0);
    for (const { verdict } of openings) {
      const said = verdict.kind === "allowed" ? ["可以"] : verdict.violations.map((one) => one.said.zh);
      expect(said.join("")).toMatch(/\p{Script=Han}/u);
    }
  });
});
