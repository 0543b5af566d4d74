// The report on a tenant's own network and what would be different, over the API: said before anything is done, and
// nothing of it is stored.
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { assess } from "./journey/fuling/assess.ts";
import { collect } from "./journey/fuling/collect.ts";
import { decide } from "./journey/fuling/decide.ts";
import { gather as gatherFuling } from "./journey/fuling/cast.ts";
import { seminar } from "./journey/fuling/seminar.ts";
import { branches } from "./journey/jiangxi/branches.ts";
import { gather } from "./journey/jiangxi/cast.ts";
import { founding } from "./journey/jiangxi/founding.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import { type Actor, newKey } from "./journey/world.ts";

const GANZHOU = { hospital: 244, region: "360700" };
const SHANGRAO = "361100";

type Report = Awaited<ReturnType<Actor["api"]["network"]["report"]["query"]>>;
type Supposition = Parameters<Actor["api"]["network"]["whatIf"]["query"]>[0]["suppositions"][number];

const wholeOf = (report: Report) => {
  if (!report.ofAll) throw new Error("only a part was told");
  return report;
};
const reportOf = ({ api, as }: Actor) => api.network.report.query({ as });

async function differenceOf({ api, as }: Actor, suppositions: Supposition[]) {
  const answer = await api.network.whatIf.query({ as, suppositions });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer));
  return answer.difference;
}

async function eventsIn({ adminUrl }: TestWorld): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from app.event");
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

describe("a province that asks before it acts", () => {
  let world: TestWorld;
  let officer: Actor;
  let parent: string;
  let before: number;
  let failures: number;

  beforeAll(async () => {
    world = await openTestWorld(inject("postgresUrl"));
    const cast = await gather(world);
    const { first } = await founding(cast);
    await branches(cast, first);
    failures = cast.play.tell.failures();
    ({ officer } = cast);
    parent = first.root;
    before = await eventsIn(world);
  }, 120_000);
  afterAll(() => world.close());

  const supposed = (region: string): Supposition => ({
    kind: "designate",
    center: newKey(),
    begin: {
      type: "provincial-branch",
      name: "省心血管中心又一家分中心",
      party: GANZHOU.hospital,
      field: "心血管",
      parent,
      region,
    },
  });

  test("is told what was waived, and why", async () => {
    expect(failures).toBe(0);
    const { marks, coverage } = wholeOf(await reportOf(officer));
    const waived = marks.filter(({ kind }) => kind === "waived");
    expect(waived.map(({ path }) => path)).toContain("caps/one-per-field");
    expect(waived.filter(({ path }) => path === "conditions/is-municipal").map(({ words }) => words)).toEqual(
      ["市级中心建设尚未启动", "市级中心建设尚未启动", "市级中心建设尚未启动"],
    );
    expect(marks.filter(({ kind }) => kind === "cap-exceeded")).toEqual([]);
    const places = coverage.cells.filter(({ tier }) => tier === "municipal").map(({ place }) => place);
    expect(places.toSorted()).toEqual(expect.arrayContaining(["360100", GANZHOU.region]));
  });

  test("a second branch of the same center in one city exceeds the cap, with its clause", async () => {
    const { marks, seats } = await differenceOf(officer, [supposed(GANZHOU.region)]);
    const exceeded = marks.newly.filter(({ kind }) => kind === "cap-exceeded");
    expect(exceeded.map(({ path }) => path)).toEqual(["caps/one-per-city", "caps/one-per-city"]);
    expect(exceeded[0]?.clauses[0]?.gist).not.toBe("");
    expect(exceeded[0]?.words).toContain("最多 1，现有 2");
    expect(seats.find(({ cap }) => cap === "one-per-city")?.of).toContain("赣州市");
  });

  test("in another city it does not, and the same hospital may move there", async () => {
    const elsewhere = supposed(GANZHOU.region);
    const difference = await differenceOf(officer, [
      elsewhere,
      { kind: "move", center: elsewhere.kind === "adopt" ? "" : elsewhere.center, region: SHANGRAO },
    ]);
    expect(difference.marks.newly.filter(({ kind }) => kind === "cap-exceeded")).toEqual([]);
    expect(difference.coverage).toMatchObject([{ place: SHANGRAO, before: 0, after: 1 }]);
  });

  test("revoking the center above shows its branches, and what one may still apply for", async () => {
    const { marks, paths } = await differenceOf(officer, [{ kind: "revoke", center: parent }]);
    const gone = marks.newly.filter(({ kind }) => kind === "parent-gone");
    expect(gone.length).toBe(3);
    expect(gone.every(({ words }) => words.includes("省心血管疾病临床医学研究中心"))).toBe(true);
    expect(paths.noLonger.map(({ center }) => center)).toContain(parent);
  });

  test("nothing supposed is no difference, and what is not there cannot be supposed", async () => {
    const { api, as } = officer;
    expect(await differenceOf(officer, [])).toEqual({
      marks: { newly: [], noLonger: [] },
      targets: [],
      coverage: [],
      paths: { newly: [], noLonger: [] },
      seats: [],
    });
    const nobody: Supposition = { kind: "revoke", center: newKey() };
    expect(await api.network.whatIf.query({ as, suppositions: [nobody] })).toMatchObject({
      kind: "refused",
      nth: 0,
      violations: [{ code: "nothing-to-act-on" }],
    });
    const many = Array.from({ length: 21 }, () => nobody);
    await expect(api.network.whatIf.query({ as, suppositions: many })).rejects.toMatchObject({
      data: { code: "BAD_REQUEST" },
    });
  });

  test("an institution is told the ways up from its own centers and may suppose nothing", async () => {
    const host = await world.actor("jx-provincial-manager");
    const report = await reportOf(host);
    expect(Object.keys(report).toSorted()).toEqual(["ofAll", "paths", "today"]);
    expect(new Set(report.paths.map(({ center }) => center))).toEqual(new Set([parent]));
    await expect(differenceOf(host, [])).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    await expect(reportOf(await world.actor("jx-expert-1"))).rejects.toMatchObject({
      data: { code: "NOT_FOUND" },
    });
  });

  test("after all this there is no event more than before", async () => {
    expect(await eventsIn(world)).toBe(before);
  });
});

describe("a district that recommends to its municipality", () => {
  let world: TestWorld;
  let failures: number;
  beforeAll(async () => {
    world = await openTestWorld(inject("postgresUrl"));
    const cast = await gatherFuling(world);
    for (const stage of [collect, seminar, assess, decide]) await stage(cast);
    failures = cast.tell.failures();
  }, 120_000);
  afterAll(() => world.close());

  test("sees who may be recommended, and what somebody still has to say", async () => {
    expect(failures).toBe(0);
    const { paths } = await reportOf(await world.actor("officer"));
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      expect(path).toMatchObject({ way: "promotion", key: "to-city", state: "allowed" });
      expect(path.to).toEqual({ tier: "municipal", type: "市级临床医学研究中心", authority: "重庆市" });
      expect(path.leaves.map(({ words }) => words)).toEqual([
        expect.stringContaining("是否属于择优推荐的科创中心"),
      ]);
      expect(path.clauses.length).toBeGreaterThan(0);
    }
  });

  test("a center's own page tells its ways up to its hospital, and a hospital nothing of another's", async () => {
    const host = await world.actor("first-manager");
    const { paths } = await reportOf(host);
    const [own] = paths;
    const { network } = await host.api.center.get.query({ as: host.as, center: own?.center ?? "" });
    expect(network.paths).toEqual([own]);
    const all = await reportOf(await world.actor("officer"));
    expect(paths.length).toBeLessThan(all.paths.length);
  });
});
