// Regions and external centers: what the platform knows at its start, what its administrator may make of it, and how an
// external center counts for the institution that it stands at.
import { readFileSync } from "node:fs";
import path from "node:path";
import { columnOf, regionsUnder } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadStatement } from "../access/load.ts";
import { type Scope, withScope } from "../access/scope.ts";
import type { Statement } from "../access/statement.ts";
import { migrate } from "../migrate.ts";
import { editInstitution, listInstitutions } from "../repositories/registry.ts";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { HOSPITAL, openProbeWorld, type ProbeWorld, TENANT } from "../testing/probe-world.ts";
import type { AdminAnswer } from "./policy-admin.ts";
import {
  addExternalCenter,
  addRegion,
  changeExternalCenter,
  changeRegion,
  countRegions,
  endExternalCenter,
  endRegion,
  type ExternalCenterEntry,
  listRegions,
  pageExternalCenters,
  pageRegions,
  readRegions,
} from "./regions.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
const TODAY = "2022-10-19";
const USCC = "12500102MB1A0001XC";
let database: ClonedDatabase;
let world: ProbeWorld;
let platform: Scope;
let officer: Scope;

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openProbeWorld(database, JSON.parse(readFileSync(pack, "utf8")) as Policy);
  platform = withScope(world.pools, await world.as("platform"));
  officer = withScope(world.pools, await world.as("officer"));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const answerOf = async (statement: Statement<AdminAnswer>): Promise<string> => {
  const { answer } = await platform.read({ answer: statement });
  return "refused" in answer ? answer.refused : "done";
};
const all = async () => (await officer.read({ regions: listRegions() })).regions;
const codes = async (code: string, day = TODAY) =>
  regionsUnder(await all(), code, day).map((region) => region.code);
const asAdmin = async <T extends object>(text: string): Promise<T[]> => {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
};
const audited = async (object: string) =>
  (
    await asAdmin<{ action: string }>(
      `select action from audit.entry where tenant_id = 1 and object = '${object}' order by seq`,
    )
  ).map(({ action }) => action);

describe("the regions that the platform knows at its start", () => {
  test("are those of the file", async () => expect(await all()).toEqual(byCode(readRegions())));

  test("hold together: every parent and predecessor is one of them, no code stands twice", () => {
    const regions = readRegions();
    const known = new Set(regions.map(({ code }) => code));
    expect(known.size).toBe(regions.length);
    const named = regions.flatMap(({ parent, predecessors }) => [parent ?? "110000", ...predecessors]);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
    const begun = new Map(regions.map(({ code, from }) => [code, from]));
    expect(regions.filter(({ parent, from }) => from < (begun.get(parent ?? "") ?? ""))).toEqual([]);
  });

  test("are as many as there are", async () => {
    expect(await codes("000000")).toHaveLength(34);
    expect(await codes("360000")).toHaveLength(11 + 1);
    expect(await codes("370000")).toHaveLength(16);
    expect(await codes("370000", "2018-12-31")).toHaveLength(17);
    expect(await codes("410000")).toHaveLength(18);
    expect(await codes("410300")).toHaveLength(14 + 1);
    expect((await codes("500000")).filter((code) => !code.includes("Z"))).toHaveLength(38);
  });

  test("carry places through what became of them", async () => {
    const regions = await all();
    expect(columnOf(regions, { of: "370000", place: "371200" }, TODAY)).toBe("370100");
    expect(columnOf(regions, { of: "410300", place: "410381" }, TODAY)).toBe("410307");
    expect(columnOf(regions, { of: "410300", place: "410308" }, "2021-03-17")).toBeUndefined();
  });
});

const byCode = <T extends { code: string }>(rows: T[]): T[] =>
  rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
const entry = (code: string, more: object = {}) => ({
  code,
  name: `r ${code}`,
  parent: "500000",
  from: "2023-01-01",
  predecessors: [],
  ...more,
});
const end = (code: string, on: string, successors: string[] = []) =>
  endRegion({ code, on, reason: "merged", successors });

describe("the platform's administrator", () => {
  test("adds, changes and ends a region, each with an audit row", async () => {
    expect(await answerOf(addRegion(entry("500188")))).toBe("done");
    expect(await answerOf(changeRegion(entry("500188", { name: "renamed" })))).toBe("done");
    expect(await answerOf(addRegion(entry("500189", { from: "2024-01-01" })))).toBe("done");
    expect(await answerOf(end("500188", "2024-01-01", ["500189"]))).toBe("done");
    const regions = await all();
    expect(regions.find(({ code }) => code === "500188")).toMatchObject({
      name: "renamed",
      to: "2024-01-01",
    });
    expect(regions.find(({ code }) => code === "500189")?.predecessors).toEqual(["500188"]);
    expect(columnOf(regions, { of: "500000", place: "500188" }, "2024-01-01")).toBe("500189");
    expect(await audited("500188")).toEqual(["add-region", "change-region", "end-region"]);
  });

  test.each<[string, Statement<AdminAnswer>]>([
    ["region-taken", addRegion(entry("500102"))],
    ["region-code", addRegion(entry("5001"))],
    ["zone-elsewhere", addRegion(entry("410300Z09"))],
    ["no-region-above", addRegion(entry("500190", { parent: "990000" }))],
    ["no-region-above", addRegion(entry("500190", { parent: "371200" }))],
    ["no-such-predecessor", addRegion(entry("500190", { predecessors: ["999999"] }))],
    ["no-such-region", changeRegion(entry("999999"))],
    ["region-in-itself", changeRegion(entry("500000", { parent: "500102" }))],
    ["days-reversed", changeRegion(entry("371200", { parent: "370000", from: "2020-01-01" }))],
    ["no-such-region", end("999999", "2030-01-01")],
    ["ended-already", end("371200", "2030-01-01")],
    ["days-reversed", end("500102", "1990-01-01")],
    ["region-has-parts", end("500000", "2030-01-01")],
    ["no-such-successor", end("500102", "2030-01-01", ["371200"])],
  ])("is told %s, and nothing changes", async (why, statement) => {
    const before = await all();
    expect(await answerOf(statement)).toBe(why);
    expect(await all()).toEqual(before);
  });

  test("keeps what was changed when the migration step runs again", async () => {
    expect(await answerOf(changeRegion(entry("500103", { name: "changed", from: "1998-01-01" })))).toBe(
      "done",
    );
    const before = await all();
    await migrate({ adminUrl: database.url() });
    expect(await all()).toEqual(before);
  });

  test("finds regions by name, code and what lies above, those that ended apart", async () => {
    const page = { on: TODAY, ended: false, limit: 20, offset: 0 };
    const found = async (filter: object) =>
      (await platform.read({ rows: pageRegions({ ...page, ...filter }) })).rows.map(({ code }) => code);
    expect(await found({ q: "涪陵" })).toEqual(["500102"]);
    expect(await found({ q: "5001", limit: 2, offset: 1 })).toEqual(["500102", "500103"]);
    expect(await found({ q: "洛阳市", ended: true })).toEqual(["410306", "410322", "410381"]);
    const { rows } = await platform.read({ rows: pageRegions({ ...page, q: "410308" }) });
    expect(rows).toMatchObject([{ name: "孟津区", above: "洛阳市", before: "吉利区、孟津县" }]);
    const { n } = await platform.read({ n: countRegions({ on: TODAY, ended: false, q: "洛阳市" }) });
    expect(n).toEqual({ n: 1 + 14 + 1 });
  });
});

const center = (id: string, more: Partial<ExternalCenterEntry> = {}): ExternalCenterEntry => ({
  id: `018f0000-0000-7000-8000-0000000000${id}`,
  name: "a national center",
  tier: "national",
  title: "national clinical research center",
  authority: "a ministry",
  host: "hospital",
  uscc: USCC,
  field: "cardiology",
  place: "500102",
  from: "2019-05-01",
  ...more,
});

describe("an external center", () => {
  test("is added, changed and ended with audit rows; the same one twice is refused, the same name is not", async () => {
    expect(await answerOf(addExternalCenter(center("a1")))).toBe("done");
    expect(await answerOf(addExternalCenter(center("a2")))).toBe("center-taken");
    expect(await answerOf(addExternalCenter(center("a3", { host: "elsewhere", uscc: "x" })))).toBe("done");
    expect(await answerOf(changeExternalCenter(center("a3", { place: "999999" })))).toBe("no-such-region");
    expect(await answerOf(changeExternalCenter(center("a9", { name: "n" })))).toBe("no-such-center");
    const gone = { id: center("a3").id, reason: "given up" };
    expect(await answerOf(endExternalCenter({ ...gone, on: "2019-05-01" }))).toBe("days-reversed");
    expect(await answerOf(endExternalCenter({ ...gone, on: "2022-01-01" }))).toBe("done");
    expect(await answerOf(endExternalCenter({ ...gone, on: "2022-01-02" }))).toBe("ended-already");
    expect(await audited(gone.id)).toEqual(["add-external-center", "end-external-center"]);
    const page = { on: TODAY, limit: 20, offset: 0 };
    const { now, ended } = await officer.read({
      now: pageExternalCenters({ ...page, ended: false, q: "cardio" }),
      ended: pageExternalCenters({ ...page, ended: true }),
    });
    expect(now).toMatchObject([{ id: center("a1").id, region: "涪陵区", to: null }]);
    expect(ended).toMatchObject([{ host: "elsewhere", to: "2022-01-01", reason: "given up" }]);
  });

  test("counts among the designations of the tenant in which its institution acts, under no type of a policy", async () => {
    const { loaded } = await officer.read({ loaded: loadStatement({}) });
    expect(loaded.sets["designations"]).toEqual([
      {
        root: center("a1").id,
        external: true,
        type: "external:national",
        name: "a national center",
        tier: "national",
        field: "cardiology",
        host: USCC,
        hosts: [USCC],
        unit: "hospital",
        standing: "established",
        on: "2019-05-01",
        year: 2019,
      },
    ]);
    const elsewhere = withScope(world.pools, await world.as("other-officer"));
    expect((await elsewhere.read({ loaded: loadStatement({}) })).loaded.sets["designations"]).toEqual([]);
  });
});

test("the registry says where an institution lies: by code, and by the names that follow from it", async () => {
  const edit = { party: HOSPITAL, grade: "3a", kind: null, ownership: null, beds: null };
  await officer.read({ edited: editInstitution({ ...edit, regionCode: "410307" }) });
  const { loaded, rows } = await officer.read({
    loaded: loadStatement({ party: HOSPITAL }),
    rows: listInstitutions(TENANT),
  });
  const place = { province: "河南省", city: "洛阳市", region: "偃师区" };
  expect(loaded.host).toMatchObject({ ...place, regionCode: "410307" });
  expect(rows.find((row) => row.party_id === HOSPITAL)).toMatchObject({
    region_code: "410307",
    region_name: "偃师区",
  });
  await officer.read({ edited: editInstitution({ ...edit, regionCode: "500102" }) });
  await officer.read({ edited: editInstitution({ ...edit, regionCode: null }) });
  const { host } = (await officer.read({ loaded: loadStatement({ party: HOSPITAL }) })).loaded;
  const district = { province: "重庆市", city: "涪陵区", region: "涪陵区", regionCode: "500102" };
  expect(host).toMatchObject(district);
});
