// Regions and external centers over the API: kept by the platform's administrator alone, read by every hat.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import type { Actor } from "./journey/world.ts";

let world: TestWorld;
let platform: Actor;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  platform = await world.actor("platform");
});
afterAll(() => world?.close());

const saidBy = (answer: { kind: string; violations?: { said: { zh: string } }[] }): string =>
  (answer.violations ?? []).map(({ said }) => said.zh).join();
const zone = { code: "500000Z88", name: "示例新区", parent: "500000", from: "2022-01-01", predecessors: [] };
const center = {
  name: "示例国家中心",
  tier: "national",
  title: "国家临床医学研究中心",
  authority: "示例部",
  host: "示例外省医院",
  from: "2019-05-01",
};

describe("regions", () => {
  test("are registered, found, corrected and ended", async () => {
    const { api, as } = platform;
    expect(await api.region.add.mutate({ as, ...zone })).toEqual({ kind: "done" });
    expect(await api.region.change.mutate({ as, ...zone, name: "示例高新区" })).toEqual({ kind: "done" });
    const page = { as, q: "示例高新区", page: 1 };
    const found = await api.region.list.query({ ...page, ended: false });
    expect(found).toMatchObject({ total: 1, rows: [{ code: zone.code, kind: "zone", above: "重庆市" }] });
    const end = { as, code: zone.code, on: "2022-10-01", reason: "并入两江新区", successors: ["500000Z01"] };
    expect(await api.region.end.mutate(end)).toEqual({ kind: "done" });
    expect((await api.region.list.query({ ...page, ended: false })).total).toBe(0);
    expect((await api.region.list.query({ ...page, ended: true })).rows).toMatchObject([
      { to: "2022-10-01", reason: "并入两江新区" },
    ]);
    const { rows, total } = await api.region.list.query({ as, ended: false, page: 2 });
    expect(rows).toHaveLength(20);
    expect(total).toBeGreaterThan(130);
  });

  test("are refused with what is wrong and what to do", async () => {
    const { api, as } = platform;
    expect(saidBy(await api.region.add.mutate({ as, ...zone, code: "50A" }))).toMatch(/6 位数字.*请改正/);
    expect(saidBy(await api.region.add.mutate({ as, ...zone }))).toMatch(/已经登记过.*请核对/);
    const end = { as, code: "500102", on: "1900-01-01", reason: "x", successors: [] };
    expect(saidBy(await api.region.end.mutate(end))).toMatch(/终止日期应晚于启用日期/);
    await expect(api.region.add.mutate({ as, ...zone, from: "2022-02-30" })).rejects.toMatchObject({
      data: { code: "BAD_REQUEST" },
    });
  });

  test("are read by every hat as of a day", async () => {
    for (const who of ["officer", "first-manager", "expert-1", "platform"]) {
      const { api, as } = await world.actor(who);
      const now = await api.network.regions.query({ as });
      expect(now.day).toBe("2022-10-19");
      const codes = now.regions.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(["370116", "500000Z01"]));
      expect(codes).not.toContain("371200");
      const before = await api.network.regions.query({ as, day: "2018-12-31" });
      expect(before.regions.map(({ code }) => code)).toContain("371200");
    }
  });
});

describe("external centers", () => {
  test("are registered, found, corrected and ended", async () => {
    const { api, as } = platform;
    expect(await api.externalCenter.add.mutate({ as, ...center, place: "420000" })).toEqual({ kind: "done" });
    const { rows } = await api.externalCenter.list.query({ as, q: "外省", ended: false, page: 1 });
    expect(rows).toMatchObject([{ ...center, region: "湖北省", uscc: null, to: null }]);
    const id = rows[0]?.id ?? "";
    expect(await api.externalCenter.change.mutate({ as, id, ...center, field: "心血管病" })).toEqual({
      kind: "done",
    });
    const end = { as, id, on: "2022-01-01", reason: "期满不再认定" };
    expect(await api.externalCenter.end.mutate(end)).toEqual({ kind: "done" });
    expect(saidBy(await api.externalCenter.end.mutate(end))).toMatch(/已经终止/);
    const ended = await api.externalCenter.list.query({ as, ended: true, page: 1 });
    expect(ended.rows).toMatchObject([{ id, field: "心血管病", place: null, reason: "期满不再认定" }]);
  });

  test("are refused with what is wrong and what to do", async () => {
    const { api, as } = platform;
    expect(saidBy(await api.externalCenter.add.mutate({ as, ...center, uscc: "123" }))).toMatch(
      /18 位.*请对照证照/,
    );
    expect(saidBy(await api.externalCenter.add.mutate({ as, ...center, place: "999999" }))).toMatch(
      /没有登记这个区划/,
    );
  });
});

test("nobody else keeps them, or looks into the books of the platform", async () => {
  for (const who of ["admin", "officer", "first-manager"]) {
    const { api, as } = await world.actor(who);
    expect(saidBy(await api.region.add.mutate({ as, ...zone, code: "500000Z89" }))).toMatch(/登记区划由/);
    expect(saidBy(await api.externalCenter.add.mutate({ as, ...center }))).toMatch(/登记外部中心由/);
    for (const list of [api.region.list, api.externalCenter.list])
      await expect(list.query({ as, ended: false, page: 1 })).rejects.toMatchObject({
        data: { code: "NOT_FOUND" },
      });
  }
});
