import type { CenterType, Form, FormField, Policy, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, Facts, ParentFacts } from "../contract/facts.ts";
import type { KnownParty, Link, NamedParty, NewLink } from "../contract/links.ts";
import { emptyTenant } from "../history/begin.ts";
import { caseOf, centerOf, HOST, institutionOf } from "../testing/events.ts";
import { at, OFFICER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { RULES } from "../testing/odd-steps.ts";
import { checkParent, linkFrom, linksOfDecision, linksOfDossier, sameParty } from "./parties.ts";
import { findStageScene, sceneOf } from "./scene.ts";
import type { StageScene } from "./scene.ts";

const PARENT: ParentFacts = {
  id: "above",
  type: "lab",
  name: "总中心",
  standing: "established",
  grade: "a",
  host: { party: 21, uscc: "USCC-21", name: "总医院" },
  settlements: [],
};
const KNOWN: KnownParty = { space: 31, name: "乙医院", kind: "institution", uscc: "USCC-31" };

const field = (key: string, kind: FormField["kind"], fact?: string): FormField => ({
  key,
  kind,
  label: { zh: key, en: key },
  ...(fact === undefined ? {} : { fact }),
});
const FORM: Form = {
  key: "network",
  label: { zh: "网络", en: "network" },
  because: ["all"],
  sections: [
    {
      key: "main",
      label: { zh: "正文", en: "main" },
      fields: [
        field("core", "institution", "center.core"),
        field("hosts", "institution", "application.hosts"),
        field("names", "text", "application.members"),
        field("visitor", "institution"),
        field("host", "institution", "center.host"),
        field("other", "institution", "center.sponsor"),
      ],
    },
  ],
};
const STAGE: Stage = {
  key: "ask",
  label: { zh: "申请", en: "ask" },
  because: ["all"],
  does: "submit",
  by: { role: "host" },
  form: "network",
};
const policyWith = (stage: Stage): Policy => ({
  ...ODD_POLICY,
  forms: [FORM],
  procedures: ODD_POLICY.procedures.map((one) => (one.key === "entry" ? { ...one, stages: [stage] } : one)),
});

function sceneWith(facts: Partial<Facts>, policy = ODD_POLICY) {
  let drawn = 0;
  const pin = { policy: "odd", version: 1, hash: "h1" };
  return sceneOf(
    { tenant: 1, current: { pin, policy }, byHash: {} },
    { tenant: emptyTenant("t1"), centers: [], sets: {}, parents: [PARENT], parties: [KNOWN], ...facts },
    { now: at("2026-04-07"), hat: OFFICER, holidays: {}, ids: () => `id-${++drawn}` },
  );
}

describe("a link from a party", () => {
  const linked = (party: NamedParty, facts: Partial<Facts> = {}) => linkFrom(sceneWith(facts), party);

  it("to a center above is a link to that center and its hospital", () => {
    expect(linked({ role: "parent-center", center: "above", name: "随便" })).toEqual({
      key: "id-1",
      role: "parent-center",
      name: "总中心",
      space: 21,
      uscc: "USCC-21",
      center: "above",
      grade: "a",
    });
    const { grade: _grade, ...plain } = PARENT;
    expect(linked({ role: "parent-center", center: "above" }, { parents: [plain] })).not.toHaveProperty(
      "grade",
    );
  });

  it("to whom the platform knows bears what its registry says", () => {
    const told: KnownParty = { ...KNOWN, grade: "3A", tier: "city", region: "500000" };
    const full = {
      key: "id-1",
      role: "joint",
      name: "乙医院",
      space: 31,
      uscc: "USCC-31",
      grade: "3A",
      tier: "city",
      region: "500000",
      kind: "institution",
    };
    expect(linked({ role: "joint", space: 31 }, { parties: [told] })).toEqual(full);
    expect(linked({ role: "joint", uscc: "USCC-31", name: "别名" }, { parties: [told] })).toEqual(full);
    expect(linked({ role: "joint", space: 31 })).toEqual({
      key: "id-1",
      role: "joint",
      name: "乙医院",
      space: 31,
      uscc: "USCC-31",
      kind: "institution",
    });
  });

  it("keeps all that is known of a hospital that leads, and of no other", () => {
    const parties = [{ ...KNOWN, host: HOST }];
    expect(linked({ role: "lead", space: 31 }, { parties }).host).toEqual(HOST);
    expect(linked({ role: "core", space: 31 }, { parties })).not.toHaveProperty("host");
    expect(linked({ role: "lead", space: 31 })).not.toHaveProperty("host");
    expect(linked({ role: "lead", name: "外地医院" })).not.toHaveProperty("host");
  });

  it("to whom nobody knows stands as it was named, without a space", () => {
    const body = { key: "id-1", role: "partner" };
    expect(linked({ role: "partner", name: "外地大学", uscc: "USCC-9", body: "bureau" })).toEqual({
      ...body,
      name: "外地大学",
      uscc: "USCC-9",
      body: "bureau",
      external: "外地大学",
    });
    expect(linked({ role: "partner", uscc: "USCC-9" })).toEqual({
      ...body,
      name: "USCC-9",
      uscc: "USCC-9",
      external: "USCC-9",
    });
    expect(linked({ role: "partner" })).toEqual({ ...body, name: "", external: "" });
    expect(linked({ role: "partner", space: 99, name: "外地大学" })).toEqual({
      ...body,
      name: "外地大学",
      external: "外地大学",
    });
  });

  it("is to nobody known only because both have no code", () => {
    const parties: KnownParty[] = [{ space: 31, name: "无代码", kind: "institution" }];
    expect(linked({ role: "partner", name: "外地大学" }, { parties }).name).toBe("外地大学");
  });
});

describe("the same party", () => {
  const link = (more: Partial<NewLink>): NewLink => ({ key: "k", role: "joint", name: "甲", ...more });
  it.each<[Partial<NewLink>, Partial<NewLink>, boolean]>([
    [{}, {}, true],
    [{}, { role: "core" }, false],
    [{ name: "甲" }, { name: "乙" }, false],
    [{ uscc: "1", name: "甲" }, { uscc: "1", name: "乙" }, true],
    [{ space: 1, name: "甲" }, { space: 1, name: "乙" }, true],
    [{ center: "a", uscc: "1" }, { center: "b", uscc: "1" }, false],
    [{ center: "a", uscc: "1" }, { center: "a", uscc: "2" }, true],
    [{ uscc: "1", space: 1 }, { uscc: "1", space: 2 }, true],
  ])("of %j and %j: %j", (one, other, same) => {
    expect(sameParty(link(one), link(other))).toBe(same);
  });
});

describe("a parent", () => {
  const what = { zh: "上级中心", en: "parent center" };
  const type = (under?: string[]): CenterType => ({
    key: "branch",
    label: { zh: "分中心", en: "branch" },
    because: ["all"],
    subject: "center",
    tier: "municipal",
    rules: "own",
    ...(under === undefined ? {} : { under }),
  });
  const BRANCH = type(["lab"]);
  const party: NamedParty = { role: "parent-center", center: "above" };
  const asked = (parent: Partial<ParentFacts>, of = BRANCH) =>
    checkParent(sceneWith({ parents: [{ ...PARENT, ...parent }] }), of, party);
  const refused = (violation: object) => [{ pending: false, violation: { clauses: RULES, ...violation } }];

  it("is asked of nobody else", () => {
    expect(checkParent(sceneWith({}), BRANCH, { role: "joint", center: "nobody" })).toEqual([]);
  });

  it("is there", () => {
    expect(checkParent(sceneWith({ parents: [] }), BRANCH, party)).toEqual(
      refused({ code: "nothing-to-act-on", params: { what } }),
    );
  });

  it("is of a type under which the policy puts this one", () => {
    const wrong = refused({
      code: "field-invalid",
      params: { field: what, fault: "choice" },
      field: "parent",
    });
    expect(asked({}, type(["desk"]))).toEqual(wrong);
    expect(asked({}, type())).toEqual(wrong);
    expect(asked({}, type(["desk", "lab"]))).toEqual([]);
  });

  it.each(["building", "warned", "deferred"] as const)("may be %s", (standing) => {
    expect(asked({ standing })).toEqual([]);
  });

  it.each(["applying", "declined", "revoked", "exited"] as const)("stands, and is not %s", (standing) => {
    expect(asked({ standing })).toMatchObject([
      {
        pending: false,
        violation: {
          code: "standing-wrong",
          params: { standing, word: { en: standing }, allowed: [{ en: "building" }, { en: "established" }] },
          clauses: RULES,
        },
      },
    ]);
  });

  it("has a standing at all, which is not told where it has none", () => {
    const { standing: _standing, ...before } = PARENT;
    const found = checkParent(sceneWith({ parents: [before] }), BRANCH, party);
    expect(found.map(({ violation }) => violation)).toEqual([
      {
        code: "standing-wrong",
        params: {
          allowed: [
            { zh: "建设中", en: "building" },
            { zh: "已认定", en: "established" },
          ],
        },
        clauses: RULES,
      },
    ]);
  });
});

interface Given {
  links?: Link[];
  root?: CenterFacts["kind"] | "institution";
  stage?: Stage;
}

/** The stage of a center's case at which institutions are named. */
function placed({ links = [], root = "center", stage = STAGE }: Given = {}): StageScene {
  const kase = caseOf({ root: { kind: root, id: root === "center" ? "c1" : "i1" } });
  const facts =
    root === "center"
      ? { centers: [centerOf({ links, cases: [kase] })] }
      : { centers: [], institution: institutionOf({ cases: [kase] }) };
  const scene = findStageScene(sceneWith(facts, policyWith(stage)), "k1", "ask");
  if (scene === undefined) throw new Error("no stage");
  return scene;
}
const told = {
  root: { kind: "center", id: "c1" },
  onDay: "2026-04-07",
  consulted: ["procedures/entry/stages/ask"],
};
const linked = (link: object) => ({
  ...told,
  kind: "linked",
  body: { case: "k1", link, on: "2026-04-07" },
});
const unlinked = (link: string) => ({
  ...told,
  kind: "unlinked",
  body: { case: "k1", link, on: "2026-04-07" },
});
const named = (key: string, role: string, name: string) => ({ key, role, name, external: name });
const outsider = (key: string, [role, name]: [NewLink["role"], string], more: Partial<Link> = {}): Link => ({
  key,
  role,
  name,
  external: name,
  from: "2026-01-01",
  ...more,
});

describe("institutions that a dossier names", () => {
  const dossier = (main: { [field: string]: unknown }, given?: Given) =>
    linksOfDossier(placed(given), { main });

  it("become parties in the role of their field, one or several", () => {
    const core = { name: "丙医院" };
    const hosts = [{ name: "丁医院" }, "戊医院", { name: "乙医院", uscc: "USCC-31" }];
    expect(dossier({ core, hosts })).toEqual([
      linked({ ...named("id-1", "core", "丙医院"), source: "network/main/core" }),
      linked({ ...named("id-2", "joint", "丁医院"), source: "network/main/hosts" }),
      linked({ ...named("id-3", "joint", "戊医院"), source: "network/main/hosts" }),
      linked({
        key: "id-4",
        role: "joint",
        name: "乙医院",
        space: 31,
        uscc: "USCC-31",
        kind: "institution",
        source: "network/main/hosts",
      }),
    ]);
  });

  it("are none in fields of another kind, or without a role", () => {
    expect(dossier({ names: "己医院", visitor: { name: "庚医院" }, other: { name: "辛医院" } })).toEqual([]);
    expect(dossier({ host: { name: "壬医院" } })).toEqual([]);
  });

  it("are not the center's own, by its code or else by its name", () => {
    expect(dossier({ hosts: [{ name: "甲医院" }, { name: "别名", uscc: "USCC-1" }] })).toEqual([]);
    expect(dossier({ core: { name: "甲医院", uscc: "USCC-2" } })).toHaveLength(1);
  });

  it("are nobody where nothing is said, or nothing that names an institution", () => {
    expect(linksOfDossier(placed(), {})).toEqual([]);
    expect(dossier({ core: { uscc: 7 }, hosts: [3, null] })).toEqual([]);
  });

  it("stay where a later revision names them again, and end where it no longer does", () => {
    const source = "network/main/hosts";
    const links = [
      outsider("l1", ["joint", "丁医院"], { source }),
      outsider("l2", ["joint", "戊医院"], { source }),
      outsider("l3", ["joint", "手工加的"]),
      outsider("l4", ["joint", "早就走了"], { source, to: "2026-02-01" }),
    ];
    expect(dossier({ hosts: [{ name: "丁医院" }, { name: "癸医院" }] }, { links })).toEqual([
      unlinked("l2"),
      linked({ ...named("id-2", "joint", "癸医院"), source }),
    ]);
  });

  it("are none of an institution's case, nor of a stage without a form", () => {
    const { form: _form, ...formless } = STAGE;
    expect(dossier({ core: { name: "丙医院" } }, { root: "institution" })).toEqual([]);
    expect(dossier({ core: { name: "丙医院" } }, { stage: formless as Stage })).toEqual([]);
  });
});

describe("institutions that a decision names", () => {
  const decision = (main: { [field: string]: unknown }, given?: Given) =>
    linksOfDecision(placed(given), FORM, { main });

  it("take the place of all that had the role, whoever named them", () => {
    const links = [
      outsider("l1", ["joint", "丁医院"], { source: "elsewhere" }),
      outsider("l2", ["joint", "戊医院"]),
      outsider("l3", ["core", "丙医院"]),
    ];
    expect(decision({ hosts: [{ name: "戊医院" }, { name: "癸医院" }] }, { links })).toEqual([
      unlinked("l1"),
      linked(named("id-2", "joint", "癸医院")),
    ]);
    expect(decision({ hosts: [] }, { links })).toEqual([unlinked("l1"), unlinked("l2")]);
  });

  it("lead from now on where they are named as the center's host; nobody does where that is its own", () => {
    const links = [outsider("l1", ["lead", "旧牵头"])];
    expect(decision({ host: { name: "新牵头" } }, { links })).toEqual([
      unlinked("l1"),
      linked(named("id-1", "lead", "新牵头")),
    ]);
    expect(decision({ host: { name: "甲医院" } }, { links })).toEqual([unlinked("l1")]);
  });

  it("change nothing where the decision does not speak of them", () => {
    const links = [outsider("l1", ["joint", "丁医院"]), outsider("l2", ["lead", "牵头"])];
    expect(decision({}, { links })).toEqual([]);
    expect(linksOfDecision(placed({ links }), FORM, {})).toEqual([]);
    expect(decision({ names: "己医院", visitor: { name: "庚医院" } }, { links })).toEqual([]);
    expect(decision({ core: { name: "丙医院" } }, { root: "institution" })).toEqual([]);
  });
});

describe("the role that a field gives", () => {
  it.each([
    ["application.hosts", "joint"],
    ["application.joint", "joint"],
    ["center.lead", "lead"],
    ["center.core", "core"],
    ["center.member", "member"],
    ["center.members", "member"],
    ["center.grassroots", "grassroots"],
    ["center.partner", "partner"],
    ["center.partners", "partner"],
  ])("%s: %s", (fact, role) => {
    const [section] = FORM.sections;
    const fields = [field("one", "institution", fact)];
    const form: Form = { ...FORM, sections: section === undefined ? [] : [{ ...section, fields }] };
    expect(linksOfDecision(placed(), form, { main: { one: { name: "丙医院" } } })).toEqual([
      linked(named("id-1", role, "丙医院")),
    ]);
  });
});
