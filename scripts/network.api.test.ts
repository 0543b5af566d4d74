// The network over the API: what each authority sees of it, and that the sums are those of what it sees.
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { playJiangxi } from "./journey/jiangxi.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import type { Actor } from "./journey/world.ts";

let world: TestWorld;
let failures: number;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  failures = await playJiangxi(world);
}, 120_000);
afterAll(() => world?.close());

const mapOf = ({ api, as }: Pick<Actor, "api" | "as">) => api.network.map.query({ as });
const PROVINCE = 130;
const CITY = 134;

test("a province sees its centers with their days, their places and who stands above them", async () => {
  expect(failures).toBe(0);
  const { centers, tenants, truncated } = await mapOf(await world.actor("jx-officer"));
  expect(truncated).toBe(0);
  expect(tenants.some(({ id }) => id === CITY)).toBe(true);
  const branches = centers.filter(({ type }) => type === "provincial-branch");
  expect(branches.length).toBeGreaterThan(1);
  const ids = new Set(centers.map(({ center }) => center));
  for (const { spans, links, typeLabel, place, tenant } of branches) {
    expect(tenant).toBe(PROVINCE);
    expect(spans.at(-1)?.from).toMatch(/^20\d\d-/);
    expect(typeLabel).toContain("分中心");
    expect(place).toMatch(/^36\d{4}$/);
    expect(links.some(({ role, center = "" }) => role === "parent-center" && ids.has(center))).toBe(true);
  }
  expect(centers.every(({ standing }) => standing !== "applying" && standing !== "declined")).toBe(true);
});

test("a city reads what its province has published, from its own space; another province reads nothing of it", async () => {
  const { api, as } = await world.actor("jx-nanchang-health");
  const { centers } = await mapOf({ api, as: { ...as, tenant: CITY } });
  expect(centers.length).toBeGreaterThan(1);
  const { centers: elsewhere } = await mapOf(await world.actor("sd-officer"));
  expect(elsewhere).toEqual([]);
});

test("whoever is no authority there is not told that there is a map", async () => {
  const institution = await world.actor("jx-provincial-manager");
  await expect(mapOf(institution)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  const city = await world.actor("jx-nanchang-health");
  const visiting = { ...city.as, tenant: PROVINCE };
  await expect(mapOf({ api: city.api, as: visiting })).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
});

test("a hospital sees itself in every tier to which it belongs, and nobody else's centers", async () => {
  const lead = await world.actor("jx-provincial-manager");
  const own = await lead.api.network.own.query({ as: lead.as });
  expect(own.some(({ leads, authority }) => leads && authority.includes("科学技术厅"))).toBe(true);
  const outsider = await world.actor("sd-officer");
  expect(await outsider.api.network.own.query({ as: outsider.as })).toEqual([]);
});

test("the table is the map by page and by search", async () => {
  const { api, as } = await world.actor("jx-officer");
  const { centers } = await mapOf({ api, as });
  const { total, centers: listed } = await api.network.list.query({ as });
  expect(total).toBe(centers.length);
  const name = listed[0]?.name ?? "";
  const { centers: found } = await api.network.list.query({ as, q: name.slice(2, 8) });
  expect(found.map((one) => one.name)).toContain(name);
  expect((await api.network.list.query({ as, tenant: 120 })).total).toBe(0);
});

test("everybody reads the register without signing in: no grade, no score, no person", async () => {
  const api = world.anybody();
  const { authorities } = await api.public.authorities.query();
  expect(authorities.map(({ id }) => id)).toContain(PROVINCE);
  const { centers, types, total } = await api.public.register.query({ tenant: PROVINCE });
  const { centers: known } = await mapOf(await world.actor("jx-officer"));
  expect(total).toBe(known.length);
  expect(types.reduce((sum, { n }) => sum + n, 0)).toBe(total);
  const shown = JSON.stringify(centers);
  expect(shown).toContain("分中心");
  expect(shown).not.toMatch(/director|grade|score|优秀|主任/);
  const notices = await api.public.notices.query({ tenant: PROVINCE });
  expect(notices.every(({ from_day: from, ends_on: ends }) => from <= ends)).toBe(true);
});

test("the sums of the province are those of its centers, and a city's are its own", async () => {
  const { api, as } = await world.actor("jx-officer");
  const { centers } = await mapOf({ api, as });
  const { cells } = await api.network.rollup.query({ as });
  const byType = new Map<string, number>();
  for (const { type, n } of cells) byType.set(type, (byType.get(type) ?? 0) + n);
  const counted = new Map<string, number>();
  for (const { type } of centers) counted.set(type, (counted.get(type) ?? 0) + 1);
  expect(byType).toEqual(counted);
  expect(cells.some(({ place }) => place === "360700")).toBe(true);
  expect((await api.network.rollup.query({ as, of: CITY })).cells).toEqual([]);
});
