import type { Actor } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { ActionKind } from "../contract/actions.ts";
import type { Hat, HatRole } from "../contract/basics.ts";
import type { RootFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import { center } from "../testing/board.ts";
import {
  DIRECTOR,
  EXPERTS,
  hatOf,
  HOSPITAL,
  INSPECTOR,
  LEADER,
  MANAGER,
  OFFICER,
  RIVAL_MANAGER,
} from "../testing/life.ts";
import { checkHat, directorOf, hatsOf, linkOf, mayAct } from "./actor.ts";

const TENANT = 1;
const RIVAL = 12;
const [EXPERT = OFFICER] = EXPERTS;

describe("the hats that act for an actor", () => {
  const both = ["leader", "officer"];
  it.each<[Actor["role"], ActionKind, string[]]>([
    ["authority", "check", ["officer"]],
    ["authority", "decide", ["leader"]],
    ["authority", "grade", ["leader"]],
    ["authority", "waive", ["leader"]],
    ["authority", "consent", ["leader"]],
    ["authority", "end-consent", ["leader"]],
    ["authority", "settle", both],
    ["authority", "extend", both],
    ["authority", "recommend", both],
    ["authority", "recommend-case", both],
    ["authority", "answer-dispatch", both],
    ["authority", "judge-duty", both],
    ["experts", "judge", ["expert"]],
    ["third-party", "score", ["expert"]],
    ["host", "submit", ["institution-manager"]],
    ["host", "open-case", ["institution-manager", "contact"]],
    ["host", "record", ["institution-manager", "contact"]],
    ["host", "amend", ["institution-manager", "contact"]],
    ["host", "strike", ["institution-manager", "contact"]],
    ["joint", "submit", ["institution-manager"]],
    ["joint", "record", ["institution-manager", "contact"]],
    ["director", "sign", ["center-director"]],
    ["contact", "submit", ["contact"]],
    ["channel", "recommend-case", ["institution-manager", "officer"]],
    ["partner", "consent", ["institution-manager"]],
    ["parent-center", "decide", ["institution-manager"]],
    ["inspector", "inspect", ["inspector"]],
    ["platform", "file", ["platform-admin"]],
    ["parent-authority", "decide", ["leader"]],
    ["upper-authority", "acknowledge", ["officer", "leader"]],
    ["local-authority", "decide", ["leader"]],
    ["public", "object", []],
  ])("%s, %s: %j", (role, act, hats) => {
    expect(hatsOf({ role }, act)).toEqual(hats);
  });
  it("are the one that the policy names, where it names one", () => {
    expect(hatsOf({ role: "authority", hat: "inspector" }, "decide")).toEqual(["inspector"]);
  });
});

const link = (more: Partial<Link>): Link => ({
  key: "link-1",
  role: "partner",
  name: "乙医院",
  space: RIVAL,
  from: "2024-01-01",
  ...more,
});
const OWN = center({});
const INSTITUTION = emptyInstitution("institution-1", OWN.host);
const beside = (...links: Partial<Link>[]) => center({ links: links.map((one) => link(one)) });

describe("a side without a named actor", () => {
  const may = (hat: Hat, root: RootFacts | undefined) =>
    mayAct(hat, { roles: [hat.role], root, tenant: TENANT, act: "submit" });

  it("is the institution's own for its people, whoever they are there", () => {
    for (const role of ["institution-manager", "center-director", "contact"] satisfies HatRole[]) {
      expect([role, may(hatOf(role, HOSPITAL), OWN), may(hatOf(role, RIVAL), OWN)]).toEqual([
        role,
        true,
        false,
      ]);
      expect(may(hatOf(role, RIVAL), INSTITUTION)).toBe(false);
    }
  });
  it("is anybody's where no root, or only the tenant, is acted on", () => {
    expect(may(RIVAL_MANAGER, undefined)).toBe(true);
    expect(may(RIVAL_MANAGER, emptyTenant("tenant"))).toBe(true);
  });
  it("is the tenant's for its authority, whichever root it is, and no other authority's", () => {
    expect([may(OFFICER, OWN), may(LEADER, INSTITUTION)]).toEqual([true, true]);
    expect(may(hatOf("officer", 2), OWN)).toBe(false);
  });
  it("is open to experts and inspectors from anywhere", () => {
    expect([may(EXPERT, OWN), may(hatOf("inspector", 30), OWN)]).toEqual([true, true]);
  });
  it("is never that of a hat worn in another tenant", () => {
    expect([may({ ...MANAGER, tenant: 2 }, OWN), may({ ...EXPERT, tenant: 2 }, OWN)]).toEqual([false, false]);
  });
  it("belongs to whoever leads the center now, not to the one with which it began", () => {
    const led = beside({ role: "lead", host: { party: RIVAL, uscc: "12500102450000002A", name: "乙医院" } });
    expect([may(MANAGER, led), may(RIVAL_MANAGER, led)]).toEqual([false, true]);
  });
  it("is a director's only where the center names no other account", () => {
    const named = (director: { [column: string]: string } & { name: string }) =>
      center({ values: { "center.director": director } });
    expect(may(DIRECTOR, named({ name: "主任甲" }))).toBe(true);
    expect(may(DIRECTOR, named({ name: "主任甲", user: DIRECTOR.user }))).toBe(true);
    expect(may(DIRECTOR, named({ name: "主任甲", user: "another" }))).toBe(false);
    expect(may(MANAGER, named({ name: "主任甲", user: "another" }))).toBe(true);
    expect(may(DIRECTOR, INSTITUTION)).toBe(true);
  });
});

describe("an actor of the policy", () => {
  const may = (hat: Hat, actor: Actor, root: RootFacts | undefined) =>
    mayAct(hat, { roles: [hat.role], root, actors: [actor], tenant: TENANT, act: "consent" });

  it("is only a hat that acts for it", () => {
    expect(may(MANAGER, { role: "host" }, OWN)).toBe(true);
    expect(may(DIRECTOR, { role: "host" }, OWN)).toBe(false);
    expect(may(RIVAL_MANAGER, { role: "host" }, OWN)).toBe(false);
  });
  it("is one of several that are named", () => {
    const asked = { roles: [], root: OWN, tenant: TENANT, act: "consent" } as const;
    expect(mayAct(MANAGER, { ...asked, actors: [{ role: "inspector" }, { role: "host" }] })).toBe(true);
    expect(mayAct(MANAGER, { ...asked, actors: [] })).toBe(false);
  });
  it("comes in by its link, and nobody else of its role does", () => {
    const root = beside({ role: "partner" });
    expect(may(RIVAL_MANAGER, { role: "partner" }, root)).toBe(true);
    expect(may(MANAGER, { role: "partner" }, root)).toBe(false);
    expect(may(RIVAL_MANAGER, { role: "channel" }, root)).toBe(false);
    expect(may(RIVAL_MANAGER, { role: "partner" }, OWN)).toBe(false);
  });
  it("comes in no more once the link has ended", () => {
    expect(may(RIVAL_MANAGER, { role: "partner" }, beside({ to: "2024-06-01" }))).toBe(false);
  });
  it("is the linked body where both say which one they mean", () => {
    const root = beside({ role: "local-authority", body: "science" });
    const officer = hatOf("leader", RIVAL);
    expect(may(officer, { role: "local-authority", body: "science" }, root)).toBe(true);
    expect(may(officer, { role: "local-authority", body: "health" }, root)).toBe(false);
    expect(may(officer, { role: "local-authority" }, root)).toBe(true);
    expect(
      may(officer, { role: "local-authority", body: "health" }, beside({ role: "local-authority" })),
    ).toBe(true);
  });
  it("is on its own side where there is no root yet", () => {
    expect(may(RIVAL_MANAGER, { role: "partner" }, undefined)).toBe(true);
  });
  it("does not come into an institution by a link", () => {
    expect(may(RIVAL_MANAGER, { role: "partner" }, INSTITUTION)).toBe(false);
  });
  it("stands with the institution itself as a joint one, unless another is linked as that", () => {
    const joint = { role: "joint" } as const;
    expect([may(MANAGER, joint, OWN), may(RIVAL_MANAGER, joint, OWN)]).toEqual([true, false]);
    expect(may(MANAGER, joint, INSTITUTION)).toBe(true);
    const linked = beside({ role: "joint" });
    expect([may(MANAGER, joint, linked), may(RIVAL_MANAGER, joint, linked)]).toEqual([false, true]);
    const inWords = center({ links: [{ key: "k", role: "joint", name: "外地医院", from: "2024-01-01" }] });
    expect(may(MANAGER, joint, inWords)).toBe(true);
  });
  it("may be any expert of the pool as a third party, be one linked or not", () => {
    const third = { role: "third-party" } as const;
    expect(may(EXPERT, third, OWN)).toBe(true);
    expect(may(EXPERT, third, beside({ role: "third-party" }))).toBe(true);
    const office = { role: "third-party", hat: "institution-manager" } as const;
    expect(may(RIVAL_MANAGER, office, OWN)).toBe(false);
    expect(may(RIVAL_MANAGER, office, beside({ role: "third-party" }))).toBe(true);
  });
});

describe("the link by which an actor comes in", () => {
  it("is that of its role which has a space", () => {
    const inWords = { key: "a", role: "partner", name: "外地医院", from: "2024-01-01" } as const;
    const known = link({ key: "b" });
    expect(linkOf({ role: "partner" }, center({ links: [inWords, known] }))).toEqual(known);
    expect(linkOf({ role: "partner" }, center({ links: [inWords] }))).toBeUndefined();
    expect(linkOf({ role: "channel" }, center({ links: [known] }))).toBeUndefined();
    expect(linkOf({ role: "partner" }, INSTITUTION)).toBeUndefined();
  });
});

describe("the director of a center", () => {
  it("is who its forms name, with the account", () => {
    const director = { name: "主任甲", user: "u" };
    expect(directorOf(center({ values: { "center.director": director } }))).toEqual(director);
    expect(directorOf(center({}))).toBeUndefined();
    expect(directorOf(center({ values: { "center.director": "主任甲" } }))).toBeUndefined();
  });
});

describe("a hat that may not act", () => {
  const word = { zh: "提交", en: "submit" };
  const asked = { roles: ["institution-manager"], root: OWN, tenant: TENANT, act: "submit", word } as const;
  it("hears whose act it is where its role never has it", () => {
    expect(checkHat(INSPECTOR, asked)).toEqual([
      {
        pending: false,
        violation: {
          code: "not-your-role",
          params: { act: word, roles: ["institution-manager"] },
          clauses: [],
        },
      },
    ]);
  });
  it("hears that the case is another's where its role has it elsewhere", () => {
    expect(checkHat(RIVAL_MANAGER, asked)).toEqual([
      { pending: false, violation: { code: "not-your-case", params: { what: word }, clauses: [] } },
    ]);
    expect(checkHat(MANAGER, asked)).toEqual([]);
  });
});
