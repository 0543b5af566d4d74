import type { NamedCondition, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, newLife, OFFICER, RIVAL_MANAGER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { handIn, HOLIDAYS, look, RULES, sponsor } from "../testing/odd-steps.ts";

const DAY = at("2026-04-07");
const BEDS = "conditions/beds";
const LABEL = { zh: "床位原则上不少于 500 张", en: "in principle 500 beds" };
const ASKS = { zh: "床位要求", en: "how many beds" };

/** The policy whose condition is otherwise. */
const withBeds = (more: Partial<NamedCondition>): Policy => ({
  ...ODD_POLICY,
  conditions: ODD_POLICY.conditions.map((one) => (one.key === "beds" ? { ...one, ...more } : one)),
});
function recommended(policy: Policy, beds = "120"): { life: Life; id: string } {
  const life = newLife(policy, HOLIDAYS);
  const id = handIn(life, { beds });
  life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
  return { life, id };
}
function looking(policy: Policy, beds?: string) {
  const { life, id } = recommended(policy, beds);
  return life.asks(OFFICER, DAY, look(id));
}
const blockedBy = (kind: string, violation: object) => ({
  kind,
  violations: [{ clauses: RULES, path: BEDS, force: "in-principle", ...violation }],
});
const mandatory = (more: Partial<NamedCondition> = {}): Policy => {
  const policy = withBeds(more);
  const conditions = policy.conditions.map(({ waiver: _waiver, force: _force, ...one }) => one);
  return { ...policy, conditions };
};

describe("what a stage requires", () => {
  it("lets pass who meets it", () => {
    expect(looking(ODD_POLICY, "500").kind).toBe("decided");
  });

  it("stands in the way where it does not hold, and says who may waive it where it holds in principle", () => {
    const said = { zh: expect.stringContaining("120"), en: expect.stringContaining("120") };
    const ruling = { truth: "false", path: `${BEDS}/test` };
    expect(looking(ODD_POLICY)).toMatchObject(
      blockedBy("refused", {
        code: "condition-false",
        params: { condition: LABEL, said, waivableBy: "authority" },
        ruling,
      }),
    );
    const strict = looking(mandatory());
    expect(strict).toMatchObject(
      blockedBy("refused", {
        code: "condition-false",
        params: { condition: LABEL, said },
        ruling,
        force: "mandatory",
      }),
    );
    expect(strict).not.toHaveProperty("violations[0].params.waivableBy");
    const { waiver: _waiver, ...unwaivable } = ODD_POLICY.conditions[0] ?? {};
    const nobody = looking({
      ...ODD_POLICY,
      conditions: [unwaivable as NamedCondition, ...ODD_POLICY.conditions.slice(1)],
    });
    expect(nobody).toMatchObject(blockedBy("refused", { code: "condition-false" }));
    expect(nobody).not.toHaveProperty("violations[0].params.waivableBy");
  });

  it("says nobody who might waive what is mandatory, even where somebody is named", () => {
    const decision = looking(withBeds({ force: "mandatory" }));
    expect(decision).toMatchObject(blockedBy("refused", { code: "condition-false", force: "mandatory" }));
    expect(decision).not.toHaveProperty("violations[0].params.waivableBy");
  });

  it("does not stand in the way of a case for which it was waived", () => {
    const { life, id } = recommended(ODD_POLICY);
    life.must(LEADER, DAY, { kind: "waive", case: id, path: BEDS, reason: "专科特色突出" });
    expect(life.asks(OFFICER, DAY, look(id)).kind).toBe("decided");
  });

  it("is waited for where it is open: what is asked, and by whom it is settled", () => {
    const path = `${BEDS}/test`;
    const open = { path, asks: ASKS, per: "policy", by: "authority" };
    expect(
      looking(mandatory({ test: { kind: "unstated", open: { asks: ASKS, per: "policy" } } })),
    ).toMatchObject(
      blockedBy("pending", {
        code: "open-value",
        params: { asks: ASKS, by: "authority", per: "policy" },
        open,
        force: "mandatory",
        ruling: { truth: "unknown" },
      }),
    );
  });

  it("is waited for where a fact is not known, or a judgement has not been given", () => {
    const fact = { kind: "fact", fact: "host.grade" } as const;
    const unknown = looking(mandatory({ test: { kind: "compare", of: fact, is: "equal", than: "三级" } }));
    expect(unknown).toMatchObject(
      blockedBy("pending", {
        code: "condition-pending",
        params: { condition: LABEL },
        force: "mandatory",
        ruling: { missing: "host.grade" },
      }),
    );
    expect(unknown).not.toHaveProperty("violations[0].params.awaiting");
    expect(
      looking(mandatory({ test: { kind: "judged", by: { role: "experts" }, asks: ASKS } })),
    ).toMatchObject(
      blockedBy("pending", {
        code: "condition-pending",
        params: { condition: LABEL, awaiting: ASKS },
        force: "mandatory",
      }),
    );
  });

  it("binds the types that it is for, and is not asked where a stage requires nothing", () => {
    // the other condition never holds, and binds desks only
    expect(looking(withBeds({ for: ["desk"] })).kind).toBe("decided");
    expect(looking(withBeds({ for: ["desk", "lab"] })).kind).toBe("refused");
  });

  it("names the clauses of the stage where it has none of its own", () => {
    expect(looking(withBeds({ because: [] }))).toMatchObject(blockedBy("refused", { clauses: RULES }));
  });
});
