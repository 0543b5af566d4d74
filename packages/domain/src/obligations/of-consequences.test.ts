import type { Actor, Consequence, Effect, Promotion } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { asking, lab, policyWith, said } from "../testing/owing.ts";
import { duesOfConsequences } from "./of-consequences.ts";

type Applied = CenterFacts["consequences"][number];

const consequence = (effect: Effect): Consequence => ({
  key: "c",
  label: said("后果"),
  because: ["all"],
  for: ["lab"],
  on: "graded",
  effects: [{ key: "announced", do: "announce", to: [] }, effect],
});
const PROMOTION: Promotion = {
  key: "up",
  label: said("推荐"),
  because: ["all"],
  from: ["lab"],
  to: { tier: "provincial", type: said("上级中心") },
  by: { role: "authority" },
  when: { kind: "compare", of: { kind: "fact", fact: "center.score" }, is: "at-least", than: 80 },
};
const applied = (more: Partial<Applied> = {}): Applied => ({
  case: "case-1",
  consequence: "c",
  effect: "e",
  does: "put-to",
  on: "2026-04-02",
  ...more,
});

interface Given {
  with?: Applied["with"];
  root?: Partial<CenterFacts>;
  by?: Actor;
}
function dues(effect: Effect, given: Given = {}) {
  const policy = policyWith({
    consequences: [consequence(effect)],
    promotions: [{ ...PROMOTION, by: given.by ?? PROMOTION.by }],
  });
  const one = applied({ does: effect.do, ...(given.with === undefined ? {} : { with: given.with }) });
  const center = lab({ consequences: [one], ...given.root });
  return duesOfConsequences(asking(policy, center), center);
}

const putTo = (body: Actor): Effect => ({ key: "e", do: "put-to", body });
const LISTED: Effect = { key: "e", do: "branches", act: "list" };
const RECOMMEND: Effect = { key: "e", do: "recommend", promotion: "up" };
const task = (more: object = {}) => ({
  key: "task-c-e:2026:case-1",
  to: { space: 1, role: "leader" },
  act: "put-to",
  case: "case-1",
  year: 2026,
  matter: "后果",
  opens: at("2026-04-02", "00:00:00"),
  ...more,
});
const finished = (obligation: string) => ({ finished: [{ obligation, how: "已办", on: "2026-05-01" }] });

describe("what is put to a body", () => {
  it("is to be decided by it, from the day on which it was", () =>
    expect(dues(putTo({ role: "authority" }))).toStrictEqual([task()]));

  it("is the host's where the body is of its side, and there the leading institution's", () => {
    const director = task({ to: { space: 11, role: "center-director" } });
    expect(dues(putTo({ role: "director" }))).toStrictEqual([director]);
    expect(dues(putTo({ role: "contact" }))[0]?.to).toEqual({ space: 11, role: "contact" });
    expect(dues(putTo({ role: "host" }))[0]?.to).toEqual({ space: 11, role: "institution-manager" });
    const host = { party: 12, uscc: "12500102450000002A", name: "乙医院" };
    const links = [{ key: "l", role: "lead" as const, name: "乙医院", host, from: "2026-01-01" }];
    expect(dues(putTo({ role: "host" }), { root: { links } })[0]?.to.space).toBe(12);
  });

  it("is the officer's to ask where the body acts elsewhere", () =>
    expect(dues(putTo({ role: "public" }))).toStrictEqual([task({ to: { space: 1, role: "officer" } })]));

  it("is done once a word said how it was dealt with", () => {
    const done = { done: { on: "2026-05-01" } };
    const body = { role: "authority" } as const;
    expect(dues(putTo(body), { root: finished("task-c-e:2026:case-1") })).toStrictEqual([task(done)]);
    expect(dues(putTo(body), { root: finished("task-c-e:2025:case-1") })).toStrictEqual([task()]);
  });
});

describe("branches that were listed", () => {
  const officer = { act: "branches", to: { space: 1, role: "officer" } };

  it("are looked at by the officer one by one", () =>
    expect(
      dues(LISTED, { with: { branches: "b1,b2" }, root: finished("task-c-e:2026:case-1:b2") }),
    ).toStrictEqual([
      task({ ...officer, key: "task-c-e:2026:case-1:b1" }),
      task({ ...officer, key: "task-c-e:2026:case-1:b2", done: { on: "2026-05-01" } }),
    ]));

  it("are one task where none was named", () => {
    expect(dues(LISTED)).toStrictEqual([task(officer)]);
    expect(dues(LISTED, { with: { branches: "" } })).toStrictEqual([task(officer)]);
  });

  it("leave nothing where it was decided for all of them together", () =>
    expect(dues({ key: "e", do: "branches", act: "cascade" }, { with: { branches: "b1" } })).toEqual([]));
});

describe("a recommendation", () => {
  const recommend = task({ act: "recommend" });
  const recommended = (promotion: string) => ({
    recommendations: [{ promotion, on: "2026-05-02" }] as CenterFacts["recommendations"],
  });

  it("is owed by whoever the way up names", () => {
    expect(dues(RECOMMEND)).toStrictEqual([recommend]);
    expect(dues(RECOMMEND, { by: { role: "host" } })[0]?.to).toEqual({
      space: 11,
      role: "institution-manager",
    });
    expect(dues(RECOMMEND, { by: { role: "public" } })).toEqual([]);
    expect(dues({ ...RECOMMEND, promotion: "other" })).toEqual([]);
  });

  it("is done by the act that recommends on this way, and by no word", () => {
    expect(dues(RECOMMEND, { root: recommended("up") })).toStrictEqual([
      { ...recommend, done: { on: "2026-05-02" } },
    ]);
    expect(dues(RECOMMEND, { root: recommended("other") })).toStrictEqual([recommend]);
    expect(dues(RECOMMEND, { root: finished("task-c-e:2026:case-1") })).toStrictEqual([recommend]);
  });
});

describe("what leaves nothing to do", () => {
  it("is an effect that is complete by itself", () =>
    expect(dues({ key: "e", do: "set-standing", standing: "warned" })).toEqual([]));

  it("is what the policy no longer has", () => {
    const of = (more: Partial<Applied>) =>
      dues(putTo({ role: "authority" }), { root: { consequences: [applied(more)] } });
    expect(of({})).toHaveLength(1);
    expect(of({ consequence: "other" })).toEqual([]);
    expect(of({ effect: "other" })).toEqual([]);
  });
});
