import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, EXPERTS, hatOf, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { networkPolicy } from "../testing/network-policy.ts";
import { apply, assignAll, designate, settlePanel } from "../testing/steps.ts";

const policy = Policy.parse(pack);
const NOON = at("2022-10-21");
const entry = { kind: "open-case", procedure: "entry", year: 2022, name: "骨科中心" } as const;

describe("opening a case", () => {
  it("takes a type that the procedure is for, the only one where none is named", () => {
    const life = newLife(policy);
    expect(life.asks(MANAGER, NOON, { ...entry, type: "institute" })).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "field-invalid",
          field: "type",
          params: { fault: "choice", field: { zh: "中心类型", en: "type of center" } },
        },
      ],
    });
    const { name: _name, ...nameless } = entry;
    const id = life.open(MANAGER, NOON, nameless);
    expect(life.centerOf(id)).toMatchObject({ type: "stic", name: "医学科技创新中心" });
  });

  it("is of this year or the next, and of none that is over", () => {
    const life = newLife(policy);
    expect(life.asks(MANAGER, NOON, { ...entry, year: 2024 })).toMatchObject({
      violations: [{ code: "window-not-open", earliest: at("2024-01-01", "00:00:00") }],
    });
    expect(life.asks(MANAGER, at("2024-01-05"), { ...entry, year: 2023 })).toMatchObject({
      violations: [{ code: "window-closed", params: { closed: at("2024-01-01", "00:00:00") } }],
    });
    life.must(MANAGER, NOON, { ...entry, year: 2023 });
  });

  it("of a report is not of a year that has not begun", () => {
    const life = newLife(policy);
    const [id = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(id).id;
    const report = { kind: "open-case", procedure: "yearly-report", year: 2024, center } as const;
    expect(life.blocked(MANAGER, at("2023-12-01"), report)).toContain("window-not-open");
  });

  it("waits for the standing that whom it is for hangs on", () => {
    const life = newLife(policy);
    const { kind: _kind, ...entered } = entry;
    const center = life.centerOf(life.open(MANAGER, NOON, entered)).id;
    const acceptance = { kind: "open-case", procedure: "acceptance", year: 2022, center } as const;
    expect(life.asks(OFFICER, at("2022-10-24"), acceptance)).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          path: "procedures/acceptance/starts/who",
          params: { condition: policy.procedures.find(({ key }) => key === "acceptance")?.label },
          clauses: [{ section: "三（六）" }],
        },
      ],
    });
  });

  it("under a parent wants one that is there, of a type under which it is put", () => {
    const life = newLife(networkPolicy());
    const hat = hatOf("institution-manager", 12);
    const branch = { kind: "open-case", procedure: "branch-entry", year: 2022, type: "branch" } as const;
    const what = { zh: "上级中心", en: "parent center" };
    expect(life.asks(hat, NOON, { ...branch, parent: "nobody" })).toMatchObject({
      violations: [{ code: "nothing-to-act-on", params: { what }, clauses: [{ key: "s1" }] }],
    });
    const typed = { ...life.policy, types: life.policy.types.map(({ under: _under, ...type }) => type) };
    const flat = newLife(typed);
    const above = flat.centerOf(apply(flat, "总中心")).id;
    expect(flat.asks(hat, NOON, { ...branch, parent: above })).toMatchObject({
      violations: [
        {
          code: "field-invalid",
          field: "parent",
          params: { field: what, fault: "choice" },
          clauses: [{ key: "s1" }],
        },
      ],
    });
  });

  it("under a parent wants one that stands", () => {
    const life = newLife(networkPolicy());
    const parent = life.centerOf(apply(life, "总中心")).id;
    const branch = { kind: "open-case", procedure: "branch-entry", year: 2022, type: "branch" } as const;
    expect(life.asks(hatOf("institution-manager", 12), NOON, { ...branch, parent })).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "standing-wrong",
          clauses: [{ key: "s1" }],
          params: {
            standing: "applying",
            word: { zh: "申报中" },
            allowed: [{ zh: "建设单位" }, { zh: "验收合格" }],
          },
        },
      ],
    });
  });
});

describe("putting experts on a case", () => {
  it("takes nobody twice, and nobody who has stood back", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    const stage = assignAll(life, id, "2022-10-25");
    const [first = OFFICER, second = OFFICER] = EXPERTS;
    const assigning = (...hats: readonly (typeof first)[]) => ({
      kind: "assign" as const,
      case: id,
      stage,
      experts: hats.map(({ user, name }) => ({ user, name, party: 99, unit: "外单位" })),
    });
    expect(life.asks(OFFICER, at("2022-10-25"), assigning(first))).toMatchObject({
      violations: [
        { code: "already-done", params: { what: { zh: first.name, en: first.name } } },
        { code: "panel-incomplete", params: { have: 4, need: 3 } },
      ],
    });
    life.must(first, at("2022-10-26"), { kind: "recuse", case: id, stage, reason: "共同课题" });
    expect(life.asks(OFFICER, at("2022-10-26"), assigning(first))).toMatchObject({
      violations: [{ code: "recused", params: { reason: "共同课题" } }],
    });
    expect(life.blocked(OFFICER, at("2022-10-26"), assigning(second))).toBe("refused: already-done");
    life.must(OFFICER, at("2022-10-26"), assigning(hatOf("expert", 0, 9)));
  });
});

describe("an act on nothing", () => {
  it("says which act it was", () => {
    const life = newLife(policy);
    const nowhere = {
      kind: "decide",
      case: "nowhere",
      stage: "decide",
      outcome: "approve",
      opinion: "",
    } as const;
    expect(life.asks(LEADER, NOON, nowhere)).toMatchObject({
      kind: "refused",
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: expect.stringMatching(/./) } } }],
    });
  });
});
