// Registers over the API: an institution's own ledger, what is claimed of it across tenants, registers of a policy.
import { adoptPolicy, enrol, onboardSpace, verifyReplay } from "@yichuang/db";
import { type FormField, Policy, type Register } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readPack } from "./demo/packs.ts";
import { application } from "./journey/answers.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import { type Actor, newKey } from "./journey/world.ts";

const NEIGHBOUR = 190;
const HERE = { zh: "名", en: "name" };
const CLAIMED: FormField = {
  key: "claimed",
  label: HERE,
  kind: "records",
  of: "achievements",
  share: true,
};
const AWARDS: Register = {
  key: "awards",
  label: HERE,
  bearer: "institution",
  of: "achievements",
  by: [{ role: "host" }],
  checked: { role: "authority" },
  claims: { in: ["entry"], once: "tier" },
  fields: [{ key: "title", label: HERE, kind: "text", required: true }],
};
const VISITS: Register = {
  key: "visits",
  label: HERE,
  bearer: "tenant",
  by: [{ role: "authority" }],
  public: true,
  fields: [
    { key: "title", label: HERE, kind: "text", required: true },
    { key: "phone", label: HERE, kind: "phone", personal: true },
  ],
};

/** The pack with registers, and claims in the form with which centers apply. */
function withRegisters(): Policy {
  const pack = readPack("fuling");
  const forms = pack.forms.map((form) =>
    form.key === "application"
      ? {
          ...form,
          sections: form.sections.map((section, at) =>
            at === 0 ? { ...section, fields: [...section.fields, CLAIMED] } : section,
          ),
        }
      : form,
  );
  return Policy.parse({ ...pack, version: 9, forms, registers: [AWARDS, VISITS] });
}

let world: TestWorld;
let first: Actor;
let second: Actor;
let officer: Actor;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
  const policy = withRegisters();
  await adoptPolicy(world.pools, 100, { policy, from: "2022-10-19" });
  await onboardSpace(world.pools, {
    id: NEIGHBOUR,
    kind: "authority",
    name: "邻区卫生健康委员会",
    tier: "district",
  });
  await adoptPolicy(world.pools, NEIGHBOUR, { policy, from: "2022-10-19" });
  first = await world.actor("first-manager", "institution-manager");
  second = await world.actor("second-manager", "institution-manager");
  officer = await world.actor("officer", "officer");
  await enrol(world.pools, NEIGHBOUR, first.me.party);
});
afterAll(() => world?.close());

/** The hat in the institution's own space. */
const own = ({ as, me }: Actor) => ({ hat: as.hat, tenant: me.party });

async function keep(actor: Actor, register: string, answers: Record<string, string>) {
  const { bearers } = await actor.api.register.list.query({ as: own(actor), register });
  const act = { root: bearers[0]?.root ?? "", register, answers };
  return actor.api.act.record.mutate({ as: own(actor), key: newKey(), act });
}

const PAPER = { title: "一篇论文", kind: "paper", number: "10.1000/XYZ", on: "2022-09-01" };
const PERSON = {
  name: "示例人",
  identity: "999999199001010015",
  title: "senior",
  kind: "clinician",
  employment: "dual",
};

/** A number that passes its check: the seventeen digits with the right last one. */
function identity(): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const digits = PERSON.identity.slice(0, 17);
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + "10X98765432".charAt(sum % 11);
}

test("an institution keeps its own ledger; nobody else reads it", async () => {
  expect(await keep(first, "ledger-achievements", PAPER)).toMatchObject({
    kind: "done",
    kinds: ["recorded"],
  });
  const { rows, record } = await first.api.register.list.query({
    as: own(first),
    register: "ledger-achievements",
  });
  expect(rows).toMatchObject([{ title: "一篇论文", state: "recorded" }]);
  expect(record?.verdict.kind).toBe("allowed");
  const here = { as: { hat: officer.as.hat, tenant: first.me.party }, register: "ledger-achievements" };
  await expect(officer.api.register.list.query(here)).rejects.toThrow("not-found");
  await expect(
    second.api.register.list.query({
      as: { hat: second.as.hat, tenant: first.me.party },
      register: "ledger-achievements",
    }),
  ).rejects.toThrow("not-found");
  const theirs = await second.api.register.list.query({ as: own(second), register: "ledger-achievements" });
  expect(theirs.rows).toEqual([]);
});

test("what the kind of achievement asks for is missed, and the same paper is entered once", async () => {
  const { number: _number, ...unnumbered } = PAPER;
  expect(await keep(first, "ledger-achievements", unnumbered)).toMatchObject({
    kind: "refused",
    violations: [{ code: "field-missing", field: "ledger-achievements/number" }],
  });
  expect(await keep(first, "ledger-achievements", { ...PAPER, number: "10.1000 / xyz" })).toMatchObject({
    kind: "refused",
    violations: [{ code: "entered-already" }],
  });
});

test("a person with two employers is seen to be the same, and the number is kept nowhere", async () => {
  const number = identity();
  expect(await keep(first, "ledger-people", { ...PERSON, identity: number.slice(1) })).toMatchObject({
    kind: "refused",
    violations: [{ code: "field-invalid" }],
  });
  expect(await keep(first, "ledger-people", { ...PERSON, identity: number })).toMatchObject({ kind: "done" });
  expect(await keep(second, "ledger-people", { ...PERSON, identity: number })).toMatchObject({
    kind: "done",
  });
  const { rows } = await first.api.register.list.query({ as: own(first), register: "ledger-people" });
  expect(rows[0]?.employers).toBe(1);
  expect(JSON.stringify(rows)).not.toContain(number);
  const client = new Client({ connectionString: world.adminUrl });
  await client.connect();
  const { rows: found } = await client.query<{ n: number }>(
    `select (select count(*) from app.event e where e.body::text like $1)::int
       + (select count(*) from app.root_facts f where f.facts::text like $1)::int as n`,
    [`%${number}%`],
  );
  await client.end();
  expect(found[0]?.n).toBe(0);
});

async function prepare(tenant: number, name: string, { share, title }: { share: number; title: string }) {
  const as = { hat: first.as.hat, tenant };
  const opened = await first.api.act.openCase.mutate({
    as,
    key: newKey(),
    act: { procedure: "entry", year: 2022, name, type: "stic" },
  });
  if (opened.kind !== "done") throw new Error(JSON.stringify(opened));
  const id = opened.cases[0] ?? "";
  const found = await first.api.register.claimable.query({
    as,
    of: "achievements",
    procedure: "entry",
    case: id,
  });
  const paper = found.find(({ claim }) => claim.title === title);
  if (paper === undefined) throw new Error("the paper cannot be claimed");
  const answers = application(name, "心血管内科", "主任");
  const basics = { ...answers.basics, claimed: [{ ...paper.claim, share }] };
  const act = { case: id, stage: "collect", answers: { ...answers, basics } };
  return { id, paper, submit: () => first.api.act.submit.mutate({ as, key: newKey(), act }) };
}

async function apply(tenant: number, name: string, share: number) {
  const { submit, ...prepared } = await prepare(tenant, name, { share, title: PAPER.title });
  return { ...prepared, answer: await submit() };
}

test("a claim is seen in another tenant of the tier by where and when, and marked there", async () => {
  const here = await apply(100, "甲中心", 0.6);
  expect(here.paper.earlier).toEqual([]);
  expect(here.answer).toMatchObject({ kind: "done" });
  const there = await apply(NEIGHBOUR, "乙中心", 0.4);
  expect(there.paper.earlier).toEqual([{ name: expect.stringContaining("委员会"), year: 2022 }]);
  expect(there.answer).toMatchObject({ kind: "done" });
  const { case: kase } = await first.api.case.get.query({
    as: { hat: first.as.hat, tenant: NEIGHBOUR },
    case: there.id,
  });
  expect(kase.claims[0]?.claims[0]).toMatchObject({ share: "0.4", earlier: [{ tenant: 100, year: 2022 }] });
  const over = await apply(100, "丙中心", 0.1);
  expect(over.answer).toMatchObject({ kind: "refused", violations: [{ code: "shares-over-whole" }] });
});

test("of many who claim the same share at once no more get it than there is", async () => {
  const title = "另一篇论文";
  await keep(first, "ledger-achievements", { ...PAPER, title, number: "10.1000/ABC" });
  const names = ["丁中心", "戊中心", "己中心", "庚中心"];
  const prepared = await Promise.all(names.map((name) => prepare(100, name, { share: 0.4, title })));
  const answers = await Promise.all(prepared.map(({ submit }) => submit()));
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["done", "done", "refused", "refused"]);
});

test("the authority verifies what an institution enters, and a rival sees none of it", async () => {
  const { bearers } = await first.api.register.list.query({ as: first.as, register: "awards" });
  expect(bearers).toHaveLength(1);
  const act = { root: bearers[0]?.root ?? "", register: "awards", answers: { title: "科技奖" } };
  await first.api.act.record.mutate({ as: first.as, key: newKey(), act });
  const { rows } = await officer.api.register.list.query({ as: officer.as, register: "awards", q: "科技" });
  const [row] = rows;
  const at = { root: row?.root_id ?? "", entry: row?.entry_id ?? "" };
  const before = await officer.api.register.entry.query({ as: officer.as, ...at });
  expect(before.abilities.filter(({ verdict }) => verdict.kind === "allowed").map((one) => one.act)).toEqual([
    "verify",
    "strike",
  ]);
  await officer.api.act.verify.mutate({ as: officer.as, key: newKey(), act: { ...at, opinion: "属实" } });
  const after = await first.api.register.entry.query({ as: first.as, ...at });
  expect(after).toMatchObject({ state: "verified", reason: "属实" });
  expect(after.history.map(({ label }) => label)).toEqual(["核实台账", "登记台账"]);
  await expect(second.api.register.entry.query({ as: second.as, ...at })).rejects.toThrow("not-found");
  const theirs = await second.api.register.list.query({ as: second.as, register: "awards" });
  expect(theirs.rows).toEqual([]);
});

test("a public register is read by every institution of the tenant, without what is personal", async () => {
  const { bearers } = await officer.api.register.list.query({ as: officer.as, register: "visits" });
  const answers = { title: "来访", phone: "023-12345678" };
  const act = { root: bearers[0]?.root ?? "", register: "visits", answers };
  await officer.api.act.record.mutate({ as: officer.as, key: newKey(), act });
  const { rows, record } = await second.api.register.list.query({ as: second.as, register: "visits" });
  expect(rows).toMatchObject([{ title: "来访", answers: { title: "来访" } }]);
  expect(JSON.stringify(rows)).not.toContain("023-12345678");
  expect(record).toBeNull();
  const seen = await officer.api.register.entry.query({
    as: officer.as,
    root: rows[0]?.root_id ?? "",
    entry: rows[0]?.entry_id ?? "",
  });
  expect(seen.answers).toEqual(answers);
});

test("the authority keeps the registry of its institutions, with an audit row, and nobody else does", async () => {
  const edit = {
    party: second.me.party,
    grade: "2a",
    kind: "医院",
    ownership: "military",
    regionCode: "500102",
    beds: 300,
  };
  await officer.api.supervision.editInstitution.mutate({ as: officer.as, ...edit });
  const rows = await officer.api.supervision.institutions.query({ as: officer.as });
  expect(rows.find(({ party_id: party }) => party === edit.party)).toMatchObject({
    ownership: "military",
    beds: 300,
    region_code: "500102",
    region_name: "涪陵区",
  });
  await expect(
    officer.api.supervision.editInstitution.mutate({ as: officer.as, ...edit, regionCode: "999999" }),
  ).rejects.toThrow("not-found");
  await expect(
    second.api.supervision.editInstitution.mutate({ as: second.as, ...edit, grade: "3a" }),
  ).rejects.toThrow("not-found");
  await expect(
    officer.api.supervision.editInstitution.mutate({ as: officer.as, ...edit, party: 999 }),
  ).rejects.toThrow("not-found");
  const client = new Client({ connectionString: world.adminUrl });
  await client.connect();
  const { rows: audited } = await client.query<{ object: string }>(
    "select object from audit.entry where action = 'edit-institution'",
  );
  await client.end();
  expect(audited).toEqual([{ object: String(edit.party) }]);
});

test("afterwards every stored row is what its history says", async () => {
  expect(await verifyReplay(world)).toEqual([]);
});
