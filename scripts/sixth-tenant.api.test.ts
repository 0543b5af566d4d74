// A tenant that nobody wrote code for: made, staffed, given its policy and its call over the API, then applied to.
import { canonicalize, type HatRole, type PolicyProblem } from "@yichuang/policy";
import { verifyReplay } from "@yichuang/db";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { PASSWORD } from "./demo/people.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import { type Actor, newKey } from "./journey/world.ts";
import { callOf2023, workshopPack } from "./sixth-tenant/pack.ts";

let world: TestWorld;
let platform: Actor;
let tenant = 0;
let hospital = 0;

const text = (document: object): string => JSON.stringify(document);

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  platform = await world.actor("platform");
});
afterAll(() => world?.close());

const codesOf = (answer: object): string[] => {
  const { violations = [] } = answer as { violations?: { code: string; params: object }[] };
  return violations.map(({ code, params }) => ("why" in params ? String(params.why) : code));
};

async function putPerson(role: HatRole, party: number) {
  const signIn = `six-${role}`;
  const { api, as } = platform;
  const person = { of: tenant, party, role, signIn, name: `六${role}`, password: PASSWORD };
  return api.tenant.putPerson.mutate({ as, ...person });
}

describe("the platform's administrator", () => {
  test("opens a tenant, enrols an institution and gives accounts", async () => {
    const { api, as } = platform;
    const made = await api.tenant.create.mutate({
      as,
      name: "示例省中医药局",
      tier: "provincial",
      region: "990000",
      parent: null,
    });
    if (made.kind !== "done" || made.tenant === undefined) throw new Error(JSON.stringify(made));
    tenant = made.tenant;
    const enrolled = await api.tenant.enrolInstitution.mutate({
      as,
      of: tenant,
      uscc: "12990000MB1A0001XA",
      name: "示例省第一技艺院",
      grade: null,
    });
    if (enrolled.kind !== "done" || enrolled.party === undefined) throw new Error(JSON.stringify(enrolled));
    hospital = enrolled.party;
    for (const role of ["tenant-admin", "leader", "officer"] as const)
      expect(await putPerson(role, tenant)).toMatchObject({ kind: "done" });
    expect(await putPerson("institution-manager", hospital)).toMatchObject({ kind: "done" });
    expect(codesOf(await putPerson("contact", 1))).toEqual(["no-such-hat"]);
    expect(codesOf(await putPerson("leader", tenant))).toEqual(["sign-in-taken"]);
    expect(await api.tenant.people.query({ as, of: tenant })).toHaveLength(4);
    expect(await api.tenant.list.query({ as })).toContainEqual(
      expect.objectContaining({ tenant, name: "示例省中医药局", institutions: 1, policy: null }),
    );
  });

  test("is the only one who can", async () => {
    const { api, as } = await world.actor("admin", "tenant-admin");
    const asked = { as, name: "另一个", tier: "district", region: "990001", parent: null };
    expect(codesOf(await api.tenant.create.mutate(asked))).toEqual(["not-your-role"]);
    await expect(api.tenant.list.query({ as })).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    await expect(api.policyAdmin.versions.query({ as, of: tenant })).rejects.toMatchObject({
      data: { code: "NOT_FOUND" },
    });
    await expect(
      api.policyAdmin.import.mutate({ as, of: tenant, text: text(workshopPack()) }),
    ).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    const officer = await world.actor("officer");
    expect(await officer.api.tenant.abilities.query({ as: officer.as })).toEqual([]);
  });
});

describe("a text that is handed in", () => {
  test.each<[string, string, string]>([
    ["no JSON", "{", "document"],
    ["nothing", "", "document"],
    ["another document", '{"kind":"policy"}', "schema"],
    ["too long", `"${"x".repeat(4_100_000)}"`, "document"],
    ["too deep", `${"[".repeat(5_000)}${"]".repeat(5_000)}`, "document"],
    ["reaching into prototypes", '{"__proto__":{"polluted":true}}', "document"],
    [
      "holding what no database keeps",
      text(workshopPack()).replace("传统技艺工坊管理办法", "\\u0000"),
      "document",
    ],
    ["holding half a character", text(workshopPack()).replace("传统技艺工坊管理办法", "\\ud800"), "document"],
  ])("%s, is refused with its problems", async (_name, handedIn, rule) => {
    const { api, as } = platform;
    const found = await api.policyAdmin.validate.mutate({ as, text: handedIn });
    expect(found.fit).toBe(false);
    expect(found.problems.map((problem: PolicyProblem) => problem.rule)).toContain(rule);
    const imported = await api.policyAdmin.import.mutate({ as, of: tenant, text: handedIn });
    expect(imported.kind).toBe("problems");
  });

  test("that contradicts itself names the place and how to mend it", async () => {
    const { api, as } = await world.actor("six-tenant-admin");
    const wrong = text(workshopPack()).replace('"weight":40', '"weight":50');
    const answer = await api.policyAdmin.import.mutate({ as, of: tenant, text: wrong });
    expect(answer).toMatchObject({
      kind: "problems",
      problems: [{ level: "error", rule: "weights", path: "sheets/marks" }],
    });
  });
});

describe("a version", () => {
  let id = "";
  test("is drafted by the tenant's administrator and published by a second person", async () => {
    const { api, as } = await world.actor("six-tenant-admin");
    const leader = await world.actor("six-leader");
    const draft = await api.policyAdmin.import.mutate({ as, of: tenant, text: text(workshopPack()) });
    if (draft.kind !== "done" || draft.id === undefined) throw new Error(JSON.stringify(draft));
    ({ id } = draft);
    const at = { of: tenant, id };
    expect(codesOf(await leader.api.policyAdmin.publish.mutate({ as: leader.as, ...at }))).toEqual([
      "nobody-asked",
    ]);
    expect(codesOf(await api.policyAdmin.publish.mutate({ as, ...at }))).toEqual(["not-your-role"]);
    const asked = { ...at, from: "2022-11-01", years: 2 };
    const byLeader = await leader.api.policyAdmin.rehearse.mutate({ as: leader.as, ...asked });
    expect(codesOf(byLeader)).toEqual(["not-your-role"]);
    await expect(api.policyAdmin.rehearse.mutate({ as, ...asked, years: 50 })).rejects.toThrow(/bad-request/);
    expect(await api.policyAdmin.rehearse.mutate({ as, ...asked })).toEqual({ kind: "done" });
    const rehearsed = await leader.api.policyAdmin.version.query({ as: leader.as, ...at });
    expect(rehearsed.shown).toBe("rehearsed");
    expect(rehearsed.rehearsal).toMatchObject({ from: "2022-11-01", years: 2, clashes: [], deadEnds: [] });
    expect(rehearsed.rehearsal?.acts).toBeGreaterThan(0);
    expect(await api.policyAdmin.askPublication.mutate({ as, ...at, from: "2022-11-01" })).toEqual({
      kind: "done",
    });
    expect(await leader.api.policyAdmin.publish.mutate({ as: leader.as, ...at })).toEqual({ kind: "done" });
    expect(codesOf(await leader.api.policyAdmin.publish.mutate({ as: leader.as, ...at }))).toEqual([
      "not-a-draft",
    ]);
    expect(codesOf(await api.policyAdmin.retire.mutate({ as, ...at }))).toEqual(["in-force"]);
    expect(codesOf(await api.policyAdmin.rehearse.mutate({ as, ...asked }))).toEqual(["not-a-draft"]);
  });
  test("is exported byte for byte in its canonical form", async () => {
    const { api, as } = platform;
    const file = await api.policyAdmin.export.query({ as, of: tenant, id });
    expect(file.name).toBe("craft-workshops-v1.json");
    expect(file.text).toBe(canonicalize(workshopPack()));
  });
  test("that comes after it is compared in words, and the same number is not given twice", async () => {
    const { api, as } = platform;
    const next = async (document: object): Promise<string> => {
      const draft = await api.policyAdmin.import.mutate({ as, of: tenant, text: text(document) });
      return draft.id ?? "";
    };
    const second = await next(workshopPack({ version: 2, line: 50 }));
    await world.day("2022-11-02");
    const { differences } = await api.policyAdmin.version.query({ as, of: tenant, id: second });
    expect(differences?.map(({ said }) => said.zh)).toContain("“定级 › 一级 › 条件 › 界线”由“45”改为“50”");
    const same = await next(workshopPack({ line: 50 }));
    const published = await api.policyAdmin.publish.mutate({ as, of: tenant, id: same, from: "2023-01-01" });
    expect(codesOf(published)).toEqual(["version-taken"]);
    const { versions } = await api.policyAdmin.versions.query({ as, of: tenant });
    expect(versions.map(({ shown }) => shown).toSorted()).toEqual(["draft", "draft", "published"]);
  });
});

const answers = (name: string, masters: number) => ({ craft: { name, masters } });
type Refused = { kind: string; violations?: { code: string }[] };

let cases = { before: "", after: "" };

async function open(): Promise<string> {
  const { api, as } = await world.actor("six-institution-manager");
  const act = { procedure: "nominate", year: 2023, name: "木雕工坊", type: "workshop" };
  const opened = await api.act.openCase.mutate({ as, key: newKey(), act });
  if (opened.kind !== "done") throw new Error(JSON.stringify(opened));
  return opened.cases[0] ?? "";
}
async function submit(kase: string, masters: number): Promise<Refused> {
  const { api, as } = await world.actor("six-institution-manager");
  const act = { case: kase, stage: "hand-in", answers: answers("木雕工坊", masters) };
  return api.act.submit.mutate({ as, key: newKey(), act });
}

describe("an application in the sixth tenant", () => {
  test("keeps the rules under which it was opened; the year's call holds for later ones", async () => {
    const admin = await world.actor("six-tenant-admin");
    await world.day("2023-03-02");
    const before = await open();

    const weak = await admin.api.policyAdmin.adoptCall.mutate({
      as: admin.as,
      of: tenant,
      text: text(callOf2023(1)),
    });
    expect(weak).toMatchObject({
      kind: "problems",
      problems: [{ rule: "call", path: "conditions/several-masters/test/of/two/than" }],
    });
    const adopt = () =>
      admin.api.policyAdmin.adoptCall.mutate({ as: admin.as, of: tenant, text: text(callOf2023()) });
    expect(await adopt()).toEqual({ kind: "done" });
    expect(codesOf(await adopt())).toEqual(["call-taken"]);

    const after = await open();
    expect(await submit(before, 2)).toMatchObject({ kind: "done" });
    expect((await submit(after, 2)).violations?.map(({ code }) => code)).toEqual(["window-not-open"]);
    await world.day("2023-03-11");
    expect(await submit(after, 2)).toMatchObject({ kind: "done" });
    cases = { before, after };
  });

  test("goes on to the decision, where the call's stricter condition binds only the later one", async () => {
    await world.day("2023-04-20");
    const officer = await world.actor("six-officer");
    const leader = await world.actor("six-leader");
    for (const kase of Object.values(cases)) {
      const act = { case: kase, stage: "look", opinion: "齐全" };
      const checked = await officer.api.act.check.mutate({ as: officer.as, key: newKey(), act });
      expect(checked).toMatchObject({ kind: "done" });
    }
    const decide = (kase: string): Promise<Refused> => {
      const act = { case: kase, stage: "choose", outcome: "approve" as const, opinion: "同意" };
      return leader.api.act.decide.mutate({ as: leader.as, key: newKey(), act });
    };
    expect(await decide(cases.before)).toMatchObject({ kind: "done" });
    expect((await decide(cases.after)).violations?.map(({ code }) => code)).toEqual(["condition-false"]);
  });

  test("leaves rows that its history says, and an audit of every administrator's act", async () => {
    expect(await verifyReplay(world)).toEqual([]);
    const admin = await world.actor("six-tenant-admin");
    const { rows, broken } = await admin.api.supervision.audit.query({ as: admin.as });
    const told = new Set(rows.map(({ action, outcome }) => `${action} ${outcome}`));
    for (const one of [
      "import-policy done",
      "ask-publication done",
      "publish-policy done",
      "adopt-call done",
    ])
      expect(told).toContain(one);
    expect(told).toContain("publish-policy denied");
    expect(broken).toBeNull();
  });
});
