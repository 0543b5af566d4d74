import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import jiangxi from "@yichuang/policy/packs/jiangxi/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { withStage } from "../testing/changed-policy.ts";
import { at, INSPECTOR, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { BESIDE, begin, checked, handIn, HOLIDAYS, look, plan, sponsor } from "../testing/odd-steps.ts";
import { apply, assess, settlePanel } from "../testing/steps.ts";
import { check } from "./check.ts";

const policy = Policy.parse(pack);
const { clauses } = ODD_POLICY;

describe("a formal check where the policy has no stage for it", () => {
  const NOON = at("2022-10-24");
  const checking = (id: string, stage = "collect") =>
    ({ kind: "check", case: id, stage, opinion: "齐全" }) as const;
  const COLLECT = { zh: "收集信息", en: "collection" };

  it("is the authority's word on the dossier, and ends nothing", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const { events, holds } = life.must(OFFICER, NOON, checking(id));
    expect(events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "checked",
        onDay: "2022-10-24",
        body: { case: id, stage: "collect", opinion: "齐全" },
        consulted: ["procedures/entry/stages/collect"],
      },
    ]);
    expect(holds).toMatchObject({ notBefore: at("2022-10-19", "00:00:00") });
    expect(life.caseAt(id).stages["look"]).toBeUndefined();
  });
  it("is not the applicant's, and not of a stage at which nothing is handed in", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    expect(life.blocked(MANAGER, NOON, checking(id))).toBe("refused: not-your-role");
    expect(life.blocked(LEADER, NOON, checking(id))).toBe("refused: not-your-role");
    expect(life.blocked(OFFICER, NOON, checking(id, "decide"))).toBe("refused: nothing-to-act-on");
    const scene = life.scene(OFFICER, NOON);
    expect(check.offersAt(scene, { kind: "case", case: id })).toEqual([{ case: id, stage: "collect" }]);
  });
  it("waits until the dossier lies with the authority", () => {
    const life = newLife(policy);
    const id = life.open(MANAGER, at("2022-10-21"), { procedure: "entry", year: 2022, name: "骨科中心" });
    expect(life.blocked(OFFICER, NOON, checking(id))).toBe("refused: nothing-to-act-on");
    const back = apply(life, "口腔中心");
    life.must(MANAGER, at("2022-10-22"), { kind: "withdraw", case: back, stage: "collect" });
    expect(life.blocked(OFFICER, NOON, checking(back))).toBe("refused: wrong-state");
  });
  it("is made once for each revision", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    life.must(OFFICER, NOON, checking(id));
    expect(life.asks(OFFICER, NOON, checking(id))).toEqual({
      kind: "refused",
      violations: [{ code: "already-done", params: { what: COLLECT }, clauses: [] }],
    });
    const back = { case: id, stage: "collect", reason: "补充", marks: [], until: "2022-10-26" };
    life.must(OFFICER, NOON, { kind: "return", ...back });
    const answers = life.answers("application", { name: "骨科中心" });
    life.must(MANAGER, at("2022-10-25"), { kind: "submit", case: id, stage: "collect", answers });
    // a check at the very instant of the revision is of that revision
    life.must(OFFICER, at("2022-10-25"), checking(id));
    expect(life.blocked(OFFICER, at("2022-10-25"), checking(id))).toBe("refused: already-done");
  });
  it("comes too late once a later stage is done", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    const stage = assess(life, id);
    life.must(OFFICER, at("2022-10-26"), checking(id));
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    expect(life.asks(OFFICER, at("2022-10-27"), checking(id))).toEqual({
      kind: "refused",
      violations: [{ code: "stage-done", params: { stage: COLLECT }, clauses: [] }],
    });
  });
  it("is of what has come in: of two dossiers each by itself", () => {
    const procedures = ODD_POLICY.procedures.map((one) => ({
      ...one,
      stages: one.stages.filter(({ does }) => does !== "check"),
    }));
    const life = newLife(
      withStage({ ...ODD_POLICY, procedures }, "notice", { after: ["sponsor"] }),
      HOLIDAYS,
    );
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    const online = { kind: "submit", case: id, stage: "online", answers: plan(false) } as const;
    life.must(MANAGER, at("2026-03-21"), online);
    expect(life.asks(OFFICER, at("2026-03-22"), checking(id, "paper"))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "nothing-to-act-on",
          params: { what: { zh: "报送纸质材料", en: "paper" } },
          clauses: [],
        },
      ],
    });
    life.must(OFFICER, at("2026-03-22"), checking(id, "online"));
    // the second dossier comes after the first, which is checked no more
    life.must(MANAGER, at("2026-04-02"), { kind: "submit", case: id, stage: "paper", answers: {} });
    life.must(OFFICER, at("2026-04-02"), checking(id, "paper"));
    expect(life.blocked(OFFICER, at("2026-04-02"), checking(id, "online"))).toBe("refused: stage-done");
  });
});

describe("a formal check that is a stage", () => {
  const sponsored = (life = begin(), beds = "600") => {
    const id = handIn(life, { beds });
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    return { life, id };
  };
  it("ends with its word, and dossiers are not checked beside it", () => {
    const { life, id } = sponsored();
    const { events, holds } = life.must(OFFICER, at("2026-04-07"), look(id));
    expect(events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "checked",
        onDay: "2026-04-07",
        body: { case: id, stage: "look", opinion: "齐全" },
        consulted: ["procedures/entry/stages/look"],
      },
    ]);
    expect(holds).toEqual({ notAfter: at("2026-04-08", "00:00:00") });
    const beside = { ...look(id), stage: "online" };
    expect(life.blocked(OFFICER, at("2026-04-07"), beside)).toBe("refused: nothing-to-act-on");
  });
  it("is whoever's the policy says", () => {
    const life = newLife(withStage(ODD_POLICY, "look", { by: { role: "inspector" } }), HOLIDAYS);
    const { id } = sponsored(life);
    expect(life.blocked(OFFICER, at("2026-04-07"), look(id))).toBe("refused: not-your-role");
    life.must(INSPECTOR, at("2026-04-07"), look(id));
  });
  it("waits for its turn, and does not let pass what it requires", () => {
    const life = begin();
    const id = handIn(life);
    expect(life.blocked(OFFICER, at("2026-04-07"), look(id))).toBe("refused: stage-not-reached");
    const few = sponsored(begin(), "120");
    expect(few.life.blocked(OFFICER, at("2026-04-07"), look(few.id))).toBe("refused: condition-false");
  });
  it("gives what it gives, and closes the case where nothing comes after it", () => {
    const last = ODD_POLICY.procedures.map((one) => ({
      ...one,
      stages: one.stages.filter(
        ({ key }) => one.key !== "entry" || ["online", "paper", "sponsor", "look"].includes(key),
      ),
    }));
    const only = withStage({ ...ODD_POLICY, procedures: last }, "look", {
      after: ["sponsor"],
      gives: "cultivating",
    });
    const { life, id } = sponsored(newLife(only, HOLIDAYS));
    const { events } = life.must(OFFICER, at("2026-04-07"), look(id));
    expect(events.map(({ kind }) => kind)).toEqual(["checked", "standing-changed", "closed"]);
    expect(life.centerOf(id).standing).toBe("cultivating");
  });
  it("that designates waits for the length of a term that is left open", () => {
    const open = { asks: { zh: "多久", en: "how long" }, per: "policy", by: { role: "authority" } } as const;
    const types = ODD_POLICY.types.map((type) => (type.key === "lab" ? { ...type, term: { open } } : type));
    const life = newLife(withStage({ ...ODD_POLICY, types }, "look", { gives: "building" }), HOLIDAYS);
    const { id } = sponsored(life);
    expect(life.asks(OFFICER, at("2026-04-07"), look(id))).toMatchObject({
      kind: "pending",
      violations: [{ code: "open-value", path: "types/lab/term", clauses }],
    });
  });
  it("is over once, and stays so", () => {
    const life = begin();
    const id = checked(life);
    expect(life.blocked(OFFICER, at("2026-04-08"), look(id))).toBe("refused: stage-done");
  });
});

describe("a check that yields verdicts", () => {
  const national = Policy.parse(jiangxi);
  const CHECK = "procedures/national/stages/check";
  const condition = national.conditions.find(({ key }) => key === "national-ready");
  function applied() {
    const life = newLife(national);
    const id = life.open(MANAGER, at("2026-03-02"), { procedure: "national", year: 2026, name: "甲分中心" });
    const { basics, conditions } = life.answers("national-application", { name: "甲分中心" });
    const files = [{ id: "file-1", name: "证明.pdf", size: 1000 }];
    const answers = {
      basics: { ...basics, field: "心血管疾病" },
      conditions: { ...conditions, files },
    };
    life.must(MANAGER, at("2026-03-03"), { kind: "submit", case: id, stage: "apply", answers });
    return { life, id, checking: { kind: "check", case: id, stage: "check", opinion: "齐全" } as const };
  }

  it("waits for the answer to each of its conditions", () => {
    const { life, checking } = applied();
    const decision = life.asks(OFFICER, at("2026-03-05"), checking);
    expect(decision).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: { condition: condition?.label },
          path: "conditions/national-ready",
        },
      ],
    });
    const violations = decision.kind === "pending" ? decision.violations : [];
    expect(violations.map((one) => one.clauses.map(({ key }) => key))).toEqual([condition?.because]);
  });
  it.each([true, false])("says its verdict with the check: %s", (verdict) => {
    const { life, id, checking } = applied();
    const root = { kind: "center", id: life.centerOf(id).id };
    life.must(OFFICER, at("2026-03-05"), {
      kind: "judge",
      case: id,
      stage: "check",
      condition: "national-ready",
      verdict,
      dimensions: [],
      opinion: "对照",
    });
    expect(life.must(OFFICER, at("2026-03-06"), checking).events.slice(0, 2)).toEqual([
      {
        root,
        kind: "concluded",
        onDay: "2026-03-06",
        body: { case: id, stage: "check", verdict, condition: "national-ready", of: 1 },
        consulted: [CHECK, "conditions/national-ready"],
      },
      {
        root,
        kind: "checked",
        onDay: "2026-03-06",
        body: { case: id, stage: "check", opinion: "齐全" },
        consulted: [CHECK],
      },
    ]);
  });
});
