// A center under another over the API: its parent's hospital decides on it, a rival sees nothing, seats are given once.
import { adoptPolicy, verifyReplay } from "@yichuang/db";
import { Policy } from "@yichuang/policy";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readPack } from "./demo/packs.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import { type Actor, newKey } from "./journey/world.ts";

const TENANT = 100;
const RULE = "conditions/parent-rule/test";
const said = (key: string) => ({ key, label: { zh: key, en: key }, because: ["s1"] });
const entry = (type: string, by: object, requires: string[]) => ({
  ...said(`${type}-entry`),
  for: [type],
  purpose: "entry",
  over: "application",
  starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "request" },
  stages: [
    { ...said("apply"), does: "submit", by: { role: "host" }, gives: "applying", late: "accepted" },
    { ...said("decide"), does: "decide", by, after: ["apply"], requires, gives: "established" },
  ],
});

/** The pack with a kind of center that the authority names, and branches of it that their parent names. */
function withBranches(): Policy {
  const pack = readPack("fuling");
  const asks = { zh: "分中心的条件", en: "conditions for branches" };
  const open = { asks, per: "center", by: { role: "parent-center" } };
  return Policy.parse({
    ...pack,
    version: 9,
    types: [
      ...pack.types,
      { ...said("head"), subject: "center", tier: "district" },
      { ...said("branch"), subject: "center", tier: "district", under: ["head"], rules: "parent-center" },
    ],
    conditions: [
      ...pack.conditions,
      { ...said("parent-rule"), for: ["branch"], of: "application", test: { kind: "unstated", open } },
    ],
    caps: [{ ...said("one-branch"), for: ["branch"], counts: "designations", per: ["it.parent"], most: 1 }],
    consequences: [
      ...pack.consequences,
      {
        ...said("ended"),
        for: ["head"],
        on: "standing-changed",
        when: { kind: "compare", of: { kind: "fact", fact: "center.standing" }, is: "equal", than: "exited" },
        effects: [{ key: "under", do: "branches", act: "cascade" }],
      },
      {
        ...said("warned"),
        for: ["branch"],
        on: "decided",
        in: ["warning"],
        of: "parent",
        effects: [{ key: "name", do: "suspend-name" }],
      },
    ],
    procedures: [
      ...pack.procedures,
      {
        ...said("ending"),
        for: ["head"],
        purpose: "regrouping",
        over: "center",
        starts: { by: { role: "authority" }, when: { kind: "anytime" }, every: "request" },
        stages: [{ ...said("end"), does: "decide", by: { role: "authority" }, gives: "exited" }],
      },
      {
        ...said("warning"),
        for: ["branch"],
        purpose: "regrouping",
        over: "center",
        starts: { by: { role: "authority" }, when: { kind: "anytime" }, every: "request" },
        stages: [{ ...said("warn"), does: "decide", by: { role: "authority" } }],
      },
      entry("head", { role: "authority" }, []),
      entry("branch", { role: "parent-center" }, ["parent-rule"]),
    ],
  });
}

let world: TestWorld;
const act = <T>(actor: Actor, body: T) => ({ as: actor.as, key: newKey(), act: body });

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  await adoptPolicy(world.pools, TENANT, { policy: withBranches(), from: "2022-10-19" });
}, 60_000);
afterAll(() => world?.close());

/** Opens an application and hands it in. */
async function apply(by: Actor, asked: { type: string; name: string; parent?: string }) {
  const opened = await by.api.act.openCase.mutate(
    act(by, { procedure: `${asked.type}-entry`, year: 2022, ...asked }),
  );
  if (opened.kind !== "done") throw new Error(JSON.stringify(opened));
  const [id = ""] = opened.cases;
  const [center = ""] = opened.roots;
  await by.api.act.submit.mutate(act(by, { case: id, stage: "apply", answers: {} }));
  return { id, center };
}
const approve = (by: Actor, id: string) =>
  by.api.act.decide.mutate(act(by, { case: id, stage: "decide", outcome: "approve", opinion: "同意" }));

test("a parent center's hospital decides on the branch of another hospital, and a rival sees nothing", async () => {
  const [leader, parent, branch, rival] = await Promise.all(
    ["leader", "first-manager", "second-manager", "third-manager"].map((name) => world.actor(name)),
  );
  if (leader === undefined || parent === undefined || branch === undefined || rival === undefined)
    throw new Error("somebody is missing");
  const head = await apply(parent, { type: "head", name: "总中心" });
  expect(await approve(leader, head.id)).toMatchObject({ kind: "done" });

  const one = await apply(branch, { type: "branch", name: "一分中心", parent: head.center });
  const two = await apply(rival, { type: "branch", name: "二分中心", parent: head.center });
  const page = await parent.api.case.get.query({ as: parent.as, case: one.id });
  expect(page.abilities.map(({ act: kind }) => kind)).toContain("decide");
  expect(page.history).toEqual([]);
  await expect(rival.api.case.get.query({ as: rival.as, case: one.id })).rejects.toMatchObject({
    data: { code: "NOT_FOUND" },
  });
  const listed = await rival.api.case.list.query({ as: rival.as, purposes: ["entry"] });
  expect(listed.rows.map(({ title }) => title)).toEqual(["二分中心"]);
  const todo = await parent.api.desk.todo.query({ as: parent.as, me: parent.me });
  expect(todo.items.map(({ title }) => title)).toEqual(expect.arrayContaining(["一分中心", "二分中心"]));

  expect(await approve(parent, one.id)).toMatchObject({
    kind: "pending",
    violations: [{ code: "open-value" }],
  });
  const settling = {
    path: RULE,
    value: { kind: "all", of: [] },
    as: "不另设条件",
    on: "2022-10-19",
    center: head.center,
  };
  expect(await parent.api.act.settle.mutate(act(parent, settling))).toMatchObject({ kind: "done" });
  const seen = await parent.api.case.get.query({ as: parent.as, case: one.id });
  expect(seen.stages.find(({ key }) => key === "decide")?.rulings).toMatchObject([{ effect: "met" }]);
  const answers = await Promise.all([approve(parent, one.id), approve(parent, two.id)]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["done", "refused"]);
  expect(answers.find(({ kind }) => kind === "refused")).toMatchObject({
    violations: [{ code: "seats-taken" }],
  });
});

test("who applies chooses among the centers that stand, and hears of the seat before it begins", async () => {
  const [parent, rival] = await Promise.all(
    ["first-manager", "third-manager"].map((one) => world.actor(one)),
  );
  if (parent === undefined || rival === undefined) throw new Error("somebody is missing");
  const { centers } = await rival.api.network.toName.query({ as: rival.as, types: ["head"] });
  expect(centers).toMatchObject([{ name: "总中心", type: "head", standing: "established" }]);
  const [head] = centers;
  const asked = {
    as: rival.as,
    procedure: "branch-entry",
    type: "branch",
    year: 2022,
    party: rival.me.party,
  };
  const ahead = await rival.api.network.opening.query({ ...asked, parent: head?.id ?? "" });
  expect(ahead).toMatchObject({ verdict: { kind: "allowed" }, told: [{ code: "seats-taken" }] });
  expect((await rival.api.network.opening.query(asked)).told).toEqual([]);

  const page = await parent.api.center.get.query({ as: parent.as, center: head?.id ?? "" });
  expect(page.network.under.map(({ name }) => name).toSorted()).toEqual(["一分中心", "二分中心"]);
  expect(page.network.settles).toMatchObject([{ open: { path: RULE }, settlement: { as: "不另设条件" } }]);
});

test("what a branch is decided on reaches the center above it, in one act over both roots", async () => {
  const [officer, leader] = await Promise.all(["officer", "leader"].map((one) => world.actor(one)));
  if (officer === undefined || leader === undefined) throw new Error("somebody is missing");
  const { centers } = await officer.api.network.toName.query({ as: officer.as, types: ["head", "branch"] });
  const head = centers.find(({ type }) => type === "head")?.id ?? "";
  const branch = centers.find(({ type }) => type === "branch")?.id ?? "";
  const opened = await officer.api.act.openCase.mutate(
    act(officer, { procedure: "warning", year: 2022, center: branch }),
  );
  const id = opened.kind === "done" ? (opened.cases[0] ?? "") : "";
  const decided = await leader.api.act.decide.mutate(
    act(leader, { case: id, stage: "warn", outcome: "approve" as const, opinion: "同意" }),
  );
  expect(decided.kind === "done" ? decided.roots.toSorted() : decided).toEqual([head, branch].toSorted());
  const told = async (center: string) => {
    const { history } = await officer.api.center.get.query({ as: officer.as, center });
    return history.filter(({ kind }) => kind === "name-suspended").length;
  };
  expect([await told(head), await told(branch)]).toEqual([1, 0]);
});

test("branches end with the center above them, in one act over all their roots", async () => {
  const [officer, leader] = await Promise.all(["officer", "leader"].map((one) => world.actor(one)));
  if (officer === undefined || leader === undefined) throw new Error("somebody is missing");
  const { centers } = await officer.api.network.toName.query({ as: officer.as, types: ["head", "branch"] });
  const head = centers.find(({ type }) => type === "head")?.id ?? "";
  const branch = centers.find(({ type }) => type === "branch")?.id ?? "";
  const opened = await officer.api.act.openCase.mutate(
    act(officer, { procedure: "ending", year: 2022, center: head }),
  );
  const id = opened.kind === "done" ? (opened.cases[0] ?? "") : "";
  const ending = { case: id, stage: "end", outcome: "approve" as const, opinion: "同意" };
  const ended = await leader.api.act.decide.mutate(act(leader, ending));
  expect(ended.kind === "done" ? ended.roots.toSorted() : ended).toEqual([head, branch].toSorted());
  const page = await officer.api.center.get.query({ as: officer.as, center: branch });
  expect(page.head).toMatchObject({ standing: "exited" });
});

test("every stored row of parties and records is what its history says", { timeout: 60_000 }, async () => {
  expect(await verifyReplay(world)).toEqual([]);
});
