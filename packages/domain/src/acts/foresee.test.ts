import type { Cap, Name, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, hatOf, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { networkPolicy, ONE_PER_CITY, RULE_PATH } from "../testing/network-policy.ts";
import { begin, decided } from "../testing/odd-steps.ts";
import { designate } from "../testing/steps.ts";
import { foresee } from "./foresee.ts";

const DAY = "2022-12-01";
const BRANCH = hatOf("institution-manager", 12);
const NAME: Name = {
  key: "name",
  label: { zh: "名称", en: "name" },
  because: ["s1"],
  for: ["branch"],
  parts: [
    { key: "parent", fact: "parent.name" },
    { key: "end", text: "分中心" },
  ],
};
const opening = { kind: "open-case", procedure: "branch-entry", year: 2022, type: "branch" } as const;

/** A center stands, and its institution asks nothing of those who come under it. */
function standing(given: { caps?: Cap[]; names?: Name[] }) {
  const life = newLife(networkPolicy(given));
  const [entry = ""] = designate(life, ["总中心"]);
  const parent = life.centerOf(entry).id;
  const value = { kind: "all", of: [] };
  const rule = { path: RULE_PATH, value, as: "不另设条件", on: DAY, center: parent };
  life.must(MANAGER, at(DAY), { kind: "settle", ...rule });
  return { life, parent };
}

const ahead = (life: Life, more: object) => {
  const { policies, facts, env } = life.scene(BRANCH, at(DAY));
  return foresee(policies, facts, { action: { ...opening, ...more }, env });
};

describe("an application that nobody has begun yet", () => {
  it("is foreseen with the name that the policy composes, as far as that is known", () => {
    const { life, parent } = standing({ names: [NAME] });
    expect(ahead(life, { parent })).toStrictEqual({
      verdict: { kind: "allowed" },
      name: "总中心分中心",
      told: [],
    });
    expect(ahead(life, {})).toStrictEqual({ verdict: { kind: "allowed" }, told: [] });
  });
  it("is foreseen without a name where the policy composes none", () => {
    const { life, parent } = standing({});
    expect(ahead(life, { parent })).toStrictEqual({ verdict: { kind: "allowed" }, told: [] });
    expect(ahead(life, { parent, name: "自己起的名" })).toStrictEqual({
      verdict: { kind: "allowed" },
      told: [],
    });
  });
  it("is foreseen with the seat that is taken already", () => {
    const { life, parent } = standing({ caps: [ONE_PER_CITY] });
    const id = life.open(BRANCH, at(DAY), { procedure: "branch-entry", year: 2022, type: "branch", parent });
    const answers = { basics: { name: "一分" } };
    life.must(BRANCH, at(DAY), { kind: "submit", case: id, stage: "apply", answers });
    const decide = {
      kind: "decide",
      case: id,
      stage: "decide",
      outcome: "approve",
      opinion: "同意",
    } as const;
    life.must(MANAGER, at(DAY), decide);
    expect(ahead(life, { parent })).toMatchObject({
      verdict: { kind: "allowed" },
      told: [{ code: "seats-taken", params: { holders: ["一分"] } }],
    });
  });
  it("that may not be is foreseen with the reasons, and with nothing else", () => {
    const { life } = standing({ names: [NAME] });
    const { verdict, ...more } = ahead(life, { parent: "nowhere" });
    expect(verdict).toMatchObject({ kind: "refused", violations: [{ code: "nothing-to-act-on" }] });
    expect(more).toEqual({ told: [] });
  });
  it("leaves everything as it was", () => {
    const { life, parent } = standing({ names: [NAME] });
    const before = life.ledger();
    ahead(life, { parent });
    expect(life.ledger()).toBe(before);
  });
});

describe("a case of a center that is there", () => {
  it("is foreseen as allowed, with no name and nothing to tell", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const { policies, facts, env } = life.scene(OFFICER, at("2026-04-20"));
    const action = { kind: "open-case", procedure: "regroup", year: 2026, center } as const;
    expect(foresee(policies, facts, { action, env })).toStrictEqual({
      verdict: { kind: "allowed" },
      told: [],
    });
    const hat = { ...env, hat: LEADER };
    expect(foresee(policies, facts, { action, env: hat }).verdict.kind).toBe("refused");
  });
});

describe("an application whose first stage is no handing in", () => {
  it("is told nothing of where its procedure has no stage at all", () => {
    const policy: Policy = networkPolicy({ caps: [ONE_PER_CITY] });
    const procedures = policy.procedures.map((one) =>
      one.key === "branch-entry" ? { ...one, stages: [] } : one,
    );
    const life = newLife({ ...policy, procedures });
    expect(ahead(life, {})).toStrictEqual({ verdict: { kind: "allowed" }, told: [] });
  });
});
