import { describe, expect, test } from "vitest";
import type { HatRole } from "../contract/basics.ts";
import { hatOf, LEADER, MANAGER, OFFICER } from "../testing/life.ts";
import {
  type AdminAct,
  adminAbilities,
  administrationRefused,
  adminVerdict,
  type VersionState,
} from "./admin-abilities.ts";

const admin = (role: HatRole) => hatOf(role, LEADER.tenant);
const PLATFORM = admin("platform-admin");
const ADMIN = admin("tenant-admin");
const DRAFT: VersionState = { state: "draft", askedBy: null, inForce: false };

/** The acts that a hat may do. */
const allowed = (...asked: Parameters<typeof adminAbilities>) =>
  adminAbilities(...asked).flatMap(({ act, verdict }) => (verdict.kind === "allowed" ? [act] : []));
/** Why it may not do one. */
const barred = (...asked: Parameters<typeof adminVerdict>) => {
  const verdict = adminVerdict(...asked);
  return verdict.kind === "allowed"
    ? "allowed"
    : verdict.violations.map((one) => (one.code === "administration" ? one.params.why : one.code)).join();
};

describe("what administrators may do in general", () => {
  test("hangs on their role", () => {
    expect(allowed(PLATFORM)).toEqual([
      "create-tenant",
      "list-tenants",
      "enrol-institution",
      "put-person",
      "import-policy",
      "rehearse-policy",
      "publish-policy",
      "retire-policy",
      "adopt-call",
      "keep-regions",
      "keep-external-centers",
    ]);
    expect(allowed(ADMIN)).toEqual([
      "enrol-institution",
      "put-person",
      "import-policy",
      "rehearse-policy",
      "ask-publication",
      "retire-policy",
      "adopt-call",
    ]);
    expect(allowed(LEADER)).toEqual(["publish-policy", "adopt-call"]);
    for (const hat of [OFFICER, MANAGER]) expect(adminAbilities(hat)).toEqual([]);
  });
  test("is done in their own tenant only, but for the platform's", () => {
    expect(allowed({ ...ADMIN, party: 2 })).toEqual([]);
    expect(allowed({ ...LEADER, party: 2 })).toEqual([]);
    expect(allowed({ ...PLATFORM, party: 2 })).toHaveLength(11);
  });
  test.each([
    ["create-tenant", "开设租户", "opening a tenant", ["platform-admin"]],
    ["list-tenants", "查看租户", "listing tenants", ["platform-admin"]],
    ["enrol-institution", "登记单位", "enrolling an institution", ["platform-admin", "tenant-admin"]],
    ["put-person", "开设账号", "giving an account", ["platform-admin", "tenant-admin"]],
    ["import-policy", "导入办法", "importing a policy", ["platform-admin", "tenant-admin"]],
    ["rehearse-policy", "预演", "rehearsing a policy", ["platform-admin", "tenant-admin"]],
    ["ask-publication", "提请发布", "asking for publication", ["tenant-admin"]],
    ["publish-policy", "发布办法", "publishing a policy", ["platform-admin", "leader"]],
    ["retire-policy", "停用", "retiring a policy", ["platform-admin", "tenant-admin"]],
    ["adopt-call", "下发年度通知", "adopting a call", ["platform-admin", "tenant-admin", "leader"]],
    ["keep-regions", "登记区划", "keeping regions", ["platform-admin"]],
    ["keep-external-centers", "登记外部中心", "keeping external centers", ["platform-admin"]],
  ] as const)("says of %s what it is and who may do it", (...[act, zh, en, roles]) =>
    expect(adminVerdict(MANAGER, act)).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act: { zh, en }, roles }, clauses: [] }],
    }),
  );
  test("names who may where a role may not", () =>
    expect(adminVerdict(LEADER, "create-tenant")).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "not-your-role",
          params: { act: { zh: "开设租户", en: "opening a tenant" }, roles: ["platform-admin"] },
        },
      ],
    }));
});

describe("what may be done to a version", () => {
  const asked: VersionState = { ...DRAFT, state: "rehearsed", askedBy: ADMIN.user };
  test("are the four acts of a version", () =>
    expect(adminAbilities(ADMIN, DRAFT).map(({ act }) => act)).toEqual([
      "rehearse-policy",
      "ask-publication",
      "publish-policy",
      "retire-policy",
    ]));
  test("is rehearsed and asked for while it is not published", () => {
    for (const act of ["rehearse-policy", "ask-publication"] satisfies AdminAct[]) {
      expect(barred(ADMIN, act, DRAFT)).toBe("allowed");
      expect(barred(ADMIN, act, asked)).toBe("allowed");
      for (const state of ["published", "retired"] as const)
        expect(barred(ADMIN, act, { ...DRAFT, state })).toBe("not-a-draft");
    }
  });
  test("is published by a second person, once somebody asked; the platform asks nobody", () => {
    expect(barred(LEADER, "publish-policy", DRAFT)).toBe("nobody-asked");
    expect(barred(LEADER, "publish-policy", asked)).toBe("allowed");
    expect(barred(LEADER, "publish-policy", { ...asked, askedBy: LEADER.user })).toBe("second-person");
    expect(barred(LEADER, "publish-policy", { ...asked, state: "published" })).toBe("not-a-draft");
    expect(barred(PLATFORM, "publish-policy", DRAFT)).toBe("allowed");
  });
  test("is retired unless it is in force or was before", () => {
    expect(barred(ADMIN, "retire-policy", DRAFT)).toBe("allowed");
    expect(barred(ADMIN, "retire-policy", { ...DRAFT, state: "published" })).toBe("allowed");
    expect(barred(ADMIN, "retire-policy", { ...DRAFT, state: "published", inForce: true })).toBe("in-force");
    expect(barred(ADMIN, "retire-policy", { ...DRAFT, state: "retired" })).toBe("not-a-draft");
  });
});

test("what the database refuses says why, as the domain would", () =>
  expect(administrationRefused("in-force")).toStrictEqual({
    kind: "refused",
    violations: [{ code: "administration", params: { why: "in-force" }, clauses: [] }],
  }));
