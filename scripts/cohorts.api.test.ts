// A year's cases together over the API: places with a cut and equals, a campaign, grades under a quota, a bar that
// every later application meets, tasks that are finished, and money that is paid.
import { adoptPolicy, verifyReplay } from "@yichuang/db";
import { Policy } from "@yichuang/policy";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { POINTS_POLICY } from "../packages/domain/src/testing/points/points-policy.ts";
import { readPack } from "./demo/packs.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import { type Actor, newKey } from "./journey/world.ts";

const TENANT = 100;
let world: TestWorld;
let officer: Actor;
let leader: Actor;
let expert: Actor;
let hosts: Actor[];

const act = <T>(actor: Actor, body: T) => ({ as: actor.as, key: newKey(), act: body });

/** The sample policy a little quicker: one poor round removes and bars, and a round comes every year. */
function quickPolicy(): Policy {
  const [poorAgain] = POINTS_POLICY.consequences.filter(({ key }) => key === "poor-again");
  return Policy.parse({
    ...POINTS_POLICY,
    id: readPack("fuling").id,
    version: 9,
    inForce: { from: "2022-10-19" },
    procedures: POINTS_POLICY.procedures.map((one) =>
      one.key === "round" ? { ...one, starts: { ...one.starts, cycle: { n: 1, unit: "year" } } } : one,
    ),
    consequences: [
      ...POINTS_POLICY.consequences.filter(({ key }) => key === "best" || key === "passed"),
      {
        ...poorAgain,
        when: { kind: "compare", of: { kind: "fact", fact: "result.grade" }, is: "one-of", than: ["d", "e"] },
      },
    ],
  });
}

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  await adoptPolicy(world.pools, TENANT, { policy: quickPolicy(), from: "2022-10-19" });
  officer = await world.actor("officer");
  leader = await world.actor("leader");
  expert = await world.actor("expert-1");
  hosts = await Promise.all(["first-manager", "second-manager"].map((name) => world.actor(name)));
}, 60_000);
afterAll(() => world?.close());

const hostAt = (n: number): Actor => hosts[n] ?? officer;

/** Points of a sheet in its order until the total is reached. */
function pointsOn(key: string, total: number) {
  const sheet = POINTS_POLICY.sheets.find((one) => one.key === key);
  let left = total;
  const leaves = (
    items: NonNullable<typeof sheet>["items"],
    path: string,
  ): { item: string; points: string }[] =>
    items.flatMap((item) => {
      const at = `${path}/${item.key}`;
      if (item.items !== undefined && item.items.length > 0) return leaves(item.items, at);
      const points = Math.min(left, Number(item.weight));
      left -= points;
      return [{ item: at.slice(1), points: String(points) }];
    });
  return leaves(sheet?.items ?? [], "");
}

async function reviewed(id: string, stage: string, { sheet, total }: { sheet: string; total: number }) {
  const experts = [{ user: expert.me.user, name: "专家一", party: 0, unit: "外单位" }];
  await done(officer.api.act.assignExperts.mutate(act(officer, { case: id, stage, experts })));
  const items = pointsOn(sheet, total);
  await done(expert.api.act.score.mutate(act(expert, { case: id, stage, items, opinion: "" })));
  await done(officer.api.act.conclude.mutate(act(officer, { case: id, stage })));
}

async function done<A extends { kind: string }>(asked: Promise<A>): Promise<Extract<A, { kind: "done" }>> {
  const answer = await asked;
  if (answer.kind !== "done") throw new Error(JSON.stringify(answer, null, 1));
  return answer as Extract<A, { kind: "done" }>;
}

async function applied(host: Actor, name: string, paper: number): Promise<{ id: string; center: string }> {
  const opening = { procedure: "entry", year: 2022, name, type: "base" };
  const { cases, roots } = await done(host.api.act.openCase.mutate(act(host, opening)));
  const [id = ""] = cases;
  const answers = { base: { name, head: { name: `主任${name}` } } };
  await done(host.api.act.submit.mutate(act(host, { case: id, stage: "collect", answers })));
  await reviewed(id, "paper", { sheet: "paper", total: paper });
  if (paper >= 500) await reviewed(id, "hearing", { sheet: "hearing", total: paper });
  return { id, center: roots[0] ?? "" };
}

const CHOICE = { procedure: "entry", stage: "choose", year: 2022 };
const cohort = (prefer: string[] = []) => officer.api.cohort.get.query({ as: officer.as, ...CHOICE, prefer });

test(
  "a year is ranked, chosen, evaluated together, graded under a quota, barred and paid",
  { timeout: 120_000 },
  async () => {
    const papers = [880, 700, 600, 600];
    const bases: { id: string; center: string }[] = [];
    for (const [n, paper] of papers.entries()) bases.push(await applied(hostAt(n % 2), `基地${n}`, paper));
    const ids = bases.map(({ id }) => id);

    // before anybody has ranked, the screen says what would come of it, and that two share the place at the cut
    const before = await cohort();
    const foreseen = before.outcomes.find(({ act: kind }) => kind === "rank")?.told ?? [];
    expect(foreseen.map((one) => ("place" in one ? one.place : 0)).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 3,
    ]);
    expect(before.rows.every(({ result }) => result?.rank === undefined)).toBe(true);
    await done(officer.api.act.rank.mutate(act(officer, CHOICE)));
    const tied = (await cohort()).rows.filter(({ result }) => result?.rank?.place === 3);
    expect(tied.map(({ result }) => [result?.rank?.tied, result?.chosen])).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
    const [, , third = ""] = ids;
    await done(officer.api.act.rank.mutate(act(officer, { ...CHOICE, prefer: [third] })));
    const chosen = (await cohort()).rows.filter(({ result }) => result?.chosen === true);
    expect(chosen.map((row) => row.case).toSorted()).toEqual(ids.slice(0, 3).toSorted());

    for (const [n, id] of ids.slice(0, 3).entries()) {
      const deciding = { case: id, stage: "choose", outcome: "approve" as const, opinion: "同意" };
      const item = n === 0 ? "first" : "second";
      await done(leader.api.act.decide.mutate(act(leader, { ...deciding, item })));
    }
    const document = { kind: "list", number: "示〔2022〕1号", title: "名单", on: "2022-10-19" };
    await done(
      officer.api.act.issue.mutate(act(officer, { stage: "publish", cases: ids.slice(0, 3), document })),
    );

    // money: the authority pays its share of the first instalment, and not more than it bears
    const [first] = bases;
    const centerPage = (center: string) => officer.api.center.get.query({ as: officer.as, center });
    await world.day("2023-01-05");
    const plan = (await centerPage(first?.center ?? "")).money.plans.find(
      ({ funding }) => funding === "build",
    );
    const due = plan?.instalments[0];
    expect(due?.shares.map(({ payer, amount }) => [payer, amount])).toEqual([
      ["city", "29.997"],
      ["own", "60.003"],
    ]);
    const paying = {
      center: first?.center ?? "",
      funding: "build",
      instalment: due?.key ?? "",
      payer: "city",
      on: "2023-01-05",
    };
    expect(await officer.api.act.pay.mutate(act(officer, { ...paying, amount: "30" }))).toMatchObject({
      kind: "refused",
      violations: [{ code: "field-invalid" }],
    });
    await done(officer.api.act.pay.mutate(act(officer, { ...paying, amount: "29.997" })));
    expect((await centerPage(paying.center)).money.paid).toMatchObject([{ payer: "city", amount: "29.997" }]);

    // the round of the year after: everyone in, in one act
    await world.day("2023-10-20");
    const round = { procedure: "round", year: 2023 };
    const asked = await officer.api.cohort.campaign.query({ as: officer.as, ...round });
    expect(asked.rows.filter(({ because }) => because.length === 0)).toHaveLength(3);
    expect(asked.rows.filter(({ because }) => because.length > 0)).toHaveLength(1);
    await done(officer.api.act.openCampaign.mutate(act(officer, round)));
    const opened = (await officer.api.cohort.campaign.query({ as: officer.as, ...round })).rows;
    const roundOf = (center: string): string => opened.find(({ root }) => root === center)?.case ?? "";
    const totals = [850, 840, 100];
    for (const [n, total] of totals.entries()) {
      const id = roundOf(bases[n]?.center ?? "");
      const host = hostAt(n % 2);
      const answers = { figures: { trials: "3" } };
      await done(host.api.act.submit.mutate(act(host, { case: id, stage: "self", answers })));
      await reviewed(id, "panel", { sheet: "paper", total });
    }
    await done(
      leader.api.act.grade.mutate(act(leader, { ...round, stage: "grade", opinion: "同意", prefer: [] })),
    );
    const graded = await leader.api.cohort.get.query({ as: leader.as, ...round, stage: "grade" });
    const gradeOf = (n: number) => graded.rows.find((row) => row.root === bases[n]?.center)?.grade;
    expect(["d", "e"]).toContain(gradeOf(2));
    expect(gradeOf(0)).not.toBe(gradeOf(2));

    // the one that failed is removed, and its hospital is barred for two years whatever it applies with
    expect((await centerPage(bases[2]?.center ?? "")).head.standing).toBe("revoked");
    await world.day("2024-03-01");
    const barred = hostAt(0);
    const again = { procedure: "entry", year: 2024, name: "又一个", type: "base" };
    const refused = await barred.api.act.openCase.mutate(act(barred, again));
    expect(refused).toMatchObject({ kind: "refused", violations: [{ code: "barred" }] });
    const [why] = refused.kind === "refused" ? refused.violations : [];
    expect(why?.said.zh).toMatch(/2025.*10.*20/);
    expect(why?.clauses.map(({ section }) => section)).toEqual(["一"]);
    const free = hostAt(1);
    await done(free.api.act.openCase.mutate(act(free, again)));

    // what was put to the authority is finished by its word
    const page = await centerPage(bases[2]?.center ?? "");
    const task = page.obligations.find(({ act: kind, state }) => kind === "put-to" && state !== "done");
    const by = task?.to_role === "leader" ? leader : officer;
    const finishing = {
      center: bases[2]?.center ?? "",
      obligation: task?.obligation_key ?? "",
      how: "已报批",
    };
    await done(by.api.act.finish.mutate(act(by, finishing)));
    const later = await centerPage(bases[2]?.center ?? "");
    expect(later.obligations.find(({ obligation_key: key }) => key === task?.obligation_key)?.state).toBe(
      "done",
    );

    // a bar ends with its day, whoever acts next
    await world.day("2025-10-21");
    await done(barred.api.act.openCase.mutate(act(barred, { ...again, year: 2025 })));
  },
);

test("every stored row is what its history says", { timeout: 60_000 }, async () => {
  expect(await verifyReplay(world)).toEqual([]);
});
