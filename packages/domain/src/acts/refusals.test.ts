import { describe, expect, it } from "vitest";
import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import {
  at,
  DIRECTOR,
  EXPERTS,
  hatOf,
  HOSPITAL,
  LEADER,
  MANAGER,
  newLife,
  OFFICER,
  RIVAL_MANAGER,
} from "../testing/life.ts";
import {
  accept,
  apply,
  assess,
  assignAll,
  decideOn,
  designate,
  publish,
  settlePanel,
} from "../testing/steps.ts";

const policy = Policy.parse(pack);
const LATE = "procedures/entry/stages/collect/late";

function lateApplicant() {
  const life = newLife(policy);
  const id = life.open(MANAGER, at("2022-10-22"), { procedure: "entry", year: 2022, name: "骨科中心" });
  const submit = {
    kind: "submit" as const,
    case: id,
    stage: "collect",
    answers: life.answers("application"),
  };
  return { life, id, submit };
}

describe("the window of an application", () => {
  it("accepts the last second and is pending from midnight on, naming the open value and who settles it", () => {
    const { life, submit } = lateApplicant();
    const late = life.asks(MANAGER, at("2022-10-24", "00:00:00"), submit);
    expect(late).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "late-undecided",
          params: { closed: at("2022-10-24", "00:00:00"), by: "authority", asks: { zh: "逾期申报是否受理" } },
          open: { path: LATE },
          clauses: [{ section: "三（一）" }, {}, {}],
        },
      ],
    });
    const last = life.must(MANAGER, at("2022-10-23", "23:59:59"), submit);
    expect(last.holds).toEqual({
      notBefore: at("2022-10-19", "00:00:00"),
      notAfter: at("2022-10-24", "00:00:00"),
    });
  });

  it("refuses with the clause and the settlement once late ones are refused, and binds from its day only", () => {
    const { life, submit } = lateApplicant();
    const settle = { kind: "settle" as const, path: LATE, value: "refused", as: "不受理", on: "2022-10-26" };
    life.must(LEADER, at("2022-10-24"), settle);
    expect(life.blocked(MANAGER, at("2022-10-25"), submit)).toBe("pending: late-undecided");
    expect(life.asks(MANAGER, at("2022-10-26"), submit)).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "late-refused",
          params: { settledOn: "2022-10-26", next: at("2023-07-01", "00:00:00") },
          settlement: { as: "不受理", by: { name: LEADER.name } },
          earliest: at("2023-07-01", "00:00:00"),
        },
      ],
    });
  });

  it("records the days once late ones are accepted", () => {
    const { life, id, submit } = lateApplicant();
    life.must(OFFICER, at("2022-10-24"), {
      kind: "settle",
      path: LATE,
      value: "accepted",
      as: "受理",
      on: "2022-10-24",
    });
    life.must(MANAGER, at("2022-10-25"), submit);
    expect(life.caseAt(id).stages["collect"]).toMatchObject({ doneOn: "2022-10-25", daysLate: 2 });
  });

  it("says when the next year's window opens, and lengthens by an extension", () => {
    const { life, submit } = lateApplicant();
    const early = life.open(MANAGER, at("2022-12-01"), { procedure: "entry", year: 2023 });
    const tooEarly = life.asks(MANAGER, at("2023-06-30", "23:59:59"), { ...submit, case: early });
    expect(tooEarly).toMatchObject({
      kind: "refused",
      violations: [{ code: "window-not-open", earliest: at("2023-07-01", "00:00:00") }],
    });
    const extension = {
      procedure: "entry",
      stage: "collect",
      year: 2022,
      until: "2022-10-28",
      reason: "系统故障",
    };
    life.must(LEADER, at("2022-10-24"), { kind: "extend", ...extension });
    expect(life.must(MANAGER, at("2022-10-28", "23:59:59"), submit).events[0]).toMatchObject({
      body: { daysLate: 0 },
    });
  });
});

describe("who acts", () => {
  it("refuses another role and another hospital", () => {
    const { life, submit } = lateApplicant();
    const now = at("2022-10-22");
    expect(life.blocked(OFFICER, now, submit)).toBe("refused: not-your-role");
    expect(life.blocked(RIVAL_MANAGER, now, submit)).toBe("refused: not-your-case");
    expect(life.blocked(hatOf("contact", HOSPITAL), now, submit)).toBe("refused: not-your-role");
    expect(life.blocked({ ...MANAGER, tenant: 2 }, now, submit)).toBe("refused: not-your-case");
  });

  it("keeps experts to what was assigned to them and away from their own institution", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const experts = [{ user: "u", name: "甲", party: HOSPITAL, unit: "甲医院" }];
    const assign = { kind: "assign" as const, case: id, stage: "assess", experts };
    expect(life.blocked(OFFICER, at("2022-10-24"), assign)).toBe("pending: open-value");
    settlePanel(life, "entry", { day: "2022-10-24" });
    expect(life.blocked(OFFICER, at("2022-10-24"), assign)).toBe(
      "refused: conflict-of-interest, panel-incomplete",
    );
    assignAll(life, id, "2022-10-25");
    const [first = OFFICER, second = OFFICER] = EXPERTS;
    const judge = {
      kind: "judge" as const,
      case: id,
      stage: "assess",
      condition: "ready",
      verdict: true,
      dimensions: [],
      opinion: "",
    };
    expect(life.blocked(hatOf("expert", 0, 9), at("2022-10-26"), judge)).toBe("refused: not-assigned");
    expect(life.blocked(first, at("2022-10-26"), judge)).toMatch(/^refused: (field-missing(, )?){8}$/);
    life.must(second, at("2022-10-26"), { kind: "recuse", case: id, stage: "assess", reason: "共同课题" });
    expect(life.blocked(second, at("2022-10-26"), judge)).toBe("refused: recused");
    expect(life.blocked(OFFICER, at("2022-10-26"), { kind: "conclude", case: id, stage: "assess" })).toBe(
      "refused: panel-incomplete",
    );
  });
});

describe("the order of stages", () => {
  it("does not decide before the experts, nor approve what they found not ready", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const decide = {
      kind: "decide" as const,
      case: id,
      stage: "decide",
      outcome: "approve" as const,
      opinion: "",
    };
    expect(life.blocked(LEADER, at("2022-11-03"), decide)).toBe("refused: stage-not-reached");
    settlePanel(life, "entry", { day: "2022-10-24" });
    const stage = assess(life, id, [false, false, false]);
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    const refused = life.asks(LEADER, at("2022-11-03"), decide);
    expect(refused).toMatchObject({
      kind: "refused",
      violations: [{ code: "condition-false", clauses: [{ section: "三（三）" }], force: "mandatory" }],
    });
    decideOn(life, id, { day: "2022-11-03", outcome: "decline" });
    expect(life.centerOf(id).standing).toBe("declined");
    const document = { kind: "letter", number: "1", title: "x", on: "2022-11-04" };
    expect(
      life.blocked(OFFICER, at("2022-11-04"), { kind: "issue", stage: "publish", cases: [id], document }),
    ).toBe("refused: wrong-state");
  });

  it("waits where experts differ and nobody has said how their views become one", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    const stage = assess(life, id, [true, false, true]);
    const conclude = { kind: "conclude" as const, case: id, stage };
    expect(life.blocked(OFFICER, at("2022-10-27"), conclude)).toBe("pending: open-value");
    const path = "procedures/entry/stages/assess/yields/verdict/combine";
    life.must(LEADER, at("2022-10-27"), {
      kind: "settle",
      path,
      value: "majority",
      as: "过半数",
      on: "2022-10-27",
    });
    life.must(OFFICER, at("2022-10-27"), conclude);
    expect(life.caseAt(id).judged).toEqual({ ready: true });
  });

  it("gives a document's number once, and issues only what was approved", () => {
    const life = newLife(policy);
    const ids = designate(life, ["骨科中心", "口腔中心"]);
    expect(ids.map((id) => life.centerOf(id).standing)).toEqual(["building", "building"]);
    expect(() => publish(life, ids, "2022-11-11")).toThrow("wrong-state");
    expect(life.ledger().tenant.documents).toHaveLength(1);
  });

  it("does not begin the acceptance before three full years, and says when", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const open = { kind: "open-case" as const, procedure: "acceptance", year: 2025, center };
    expect(life.asks(OFFICER, at("2025-11-09", "23:59:59"), open)).toMatchObject({
      kind: "refused",
      violations: [
        { code: "term-not-ended", params: { earliest: "2025-11-10" }, clauses: [{ section: "三（六）" }] },
      ],
    });
    life.must(OFFICER, at("2025-11-10", "00:00:00"), open);
    expect(life.blocked(OFFICER, at("2025-11-11"), open)).toBe("refused: someone-opened-it");
  });
});

describe("sending back, taking back and signing", () => {
  it("opens the marked fields only, and asks for the formal check again", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const stage = "collect";
    life.must(OFFICER, at("2022-10-24"), { kind: "check", case: id, stage, opinion: "齐全" });
    expect(life.blocked(OFFICER, at("2022-10-24"), { kind: "check", case: id, stage, opinion: "" })).toBe(
      "refused: already-done",
    );
    const marks = [{ field: "basics/base", reason: "写明专科" }];
    life.must(OFFICER, at("2022-10-25"), {
      kind: "return",
      case: id,
      stage,
      reason: "补充",
      marks,
      until: "2022-10-27",
    });
    expect(life.caseAt(id).state).toBe("returned");
    const before = life.answers("application", { name: "骨科中心" });
    const elsewhere = { ...before, goals: { goals: [{ key: "two", text: "另一个目标" }] } };
    const submit = { kind: "submit" as const, case: id, stage };
    expect(life.asks(MANAGER, at("2022-10-26"), { ...submit, answers: elsewhere })).toMatchObject({
      kind: "refused",
      violations: [{ code: "field-invalid", field: "goals/goals", params: { fault: "not-marked" } }],
    });
    const marked = { ...before, basics: { ...before["basics"], base: "心血管内科" } };
    life.must(MANAGER, at("2022-10-26"), { ...submit, answers: marked });
    expect(life.caseAt(id).submissions.map((one) => one.revision)).toEqual([1, 2]);
    life.must(OFFICER, at("2022-10-26", "13:00:00"), { kind: "check", case: id, stage, opinion: "齐全" });
  });

  it("marks fields and sections that the form has, until a day that is still to come", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const back = { kind: "return" as const, case: id, stage: "collect", reason: "补充" };
    const now = at("2022-10-25");
    const marking = (field: string, until?: string) =>
      life.asks(OFFICER, now, {
        ...back,
        marks: [{ field, reason: "写明" }],
        ...(until === undefined ? {} : { until }),
      });
    for (const field of ["nowhere", "nowhere/name", "basics/nowhere"]) {
      expect(marking(field)).toMatchObject({
        kind: "refused",
        violations: [
          {
            code: "field-invalid",
            field,
            params: { fault: "unknown-field", field: { zh: field, en: field } },
          },
        ],
      });
    }
    expect(marking("basics", "2022-10-24")).toMatchObject({
      violations: [{ code: "field-invalid", params: { fault: "date" } }],
    });
    const marked = marking("basics");
    const [event] = marked.kind === "decided" ? marked.events : [];
    expect(event).toMatchObject({ kind: "returned", body: { marks: [{ field: "basics" }] } });
    expect(event?.body).not.toHaveProperty("until");
  });

  it("is taken back only until the authority has done anything with it", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const withdraw = { kind: "withdraw" as const, case: id, stage: "collect" };
    life.must(MANAGER, at("2022-10-22"), withdraw);
    expect([life.caseAt(id).state, life.centerOf(id).standing]).toEqual(["withdrawn", undefined]);
    const answers = life.answers("application", { name: "骨科中心" });
    life.must(MANAGER, at("2022-10-22", "13:00:00"), { kind: "submit", case: id, stage: "collect", answers });
    life.must(OFFICER, at("2022-10-22", "14:00:00"), {
      kind: "check",
      case: id,
      stage: "collect",
      opinion: "",
    });
    expect(life.blocked(MANAGER, at("2022-10-22", "15:00:00"), withdraw)).toBe("refused: wrong-state");
  });

  it("is signed in order, each over the same words", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const id = life.open(OFFICER, at("2025-11-11"), { procedure: "acceptance", year: 2025, center });
    const answers = life.answers("self-assessment");
    const changed = { ...answers, overview: { text: "改过的概述" } };
    const sign = { kind: "sign" as const, case: id, stage: "self", answers, opinion: "属实" };
    const now = at("2025-11-12");
    expect(life.blocked(MANAGER, now, sign)).toBe("refused: signature-missing");
    life.must(DIRECTOR, now, sign);
    expect(life.caseAt(id).state).toBe("draft");
    expect(life.blocked(DIRECTOR, now, sign)).toBe("refused: already-done");
    expect(life.blocked(MANAGER, now, { ...sign, answers: changed })).toBe("refused: signature-missing");
    life.must(DIRECTOR, now, { ...sign, answers: changed });
    life.must(MANAGER, now, { ...sign, answers: changed });
    const kase = life.caseAt(id);
    expect([kase.state, kase.submissions.length, kase.signatures.map((one) => one.as)]).toEqual([
      "submitted",
      1,
      ["director", "host"],
    ]);
  });

  it("asks for reasons where a goal is not met", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const id = life.open(OFFICER, at("2025-11-11"), { procedure: "acceptance", year: 2025, center });
    const answers = life.answers("self-assessment", { goalsMet: false });
    const { reasons: _reasons, ...goals } = answers["goals"] ?? {};
    const sign = { kind: "sign" as const, case: id, stage: "self", opinion: "" };
    expect(life.asks(DIRECTOR, at("2025-11-12"), { ...sign, answers: { ...answers, goals } })).toMatchObject({
      kind: "refused",
      violations: [{ code: "field-missing", field: "goals/reasons" }],
    });
    life.must(DIRECTOR, at("2025-11-12"), { ...sign, answers });
  });
});

describe("settling", () => {
  it("keeps to the bounds, the choices, the scope and today", () => {
    const life = newLife(policy);
    const settle = { kind: "settle" as const, path: life.parts.line, as: "", on: "2025-11-14" };
    const now = at("2025-11-14");
    expect(life.blocked(LEADER, now, { ...settle, value: 79 })).toBe("refused: settlement-out-of-bounds");
    expect(life.blocked(LEADER, now, { ...settle, value: "90" })).toBe("refused: settlement-out-of-bounds");
    expect(life.blocked(LEADER, now, { ...settle, value: 90, on: "2025-11-13" })).toBe(
      "refused: field-invalid",
    );
    expect(life.blocked(MANAGER, now, { ...settle, value: 90 })).toBe("refused: not-your-role");
    expect(life.blocked(LEADER, now, { ...settle, path: LATE, value: "perhaps" })).toBe(
      "refused: settlement-out-of-bounds",
    );
    const size = "procedures/entry/stages/assess/panel/size";
    expect(life.blocked(LEADER, now, { ...settle, path: size, value: 3 })).toBe("refused: field-missing");
    expect(life.blocked(LEADER, now, { ...settle, path: "types/stic", value: 3 })).toBe(
      "refused: nothing-to-act-on",
    );
  });
});

describe("a settlement out of bounds", () => {
  it("names the bounds, the choices and the clauses", () => {
    const life = newLife(policy);
    const now = at("2025-11-14");
    const settle = { kind: "settle" as const, as: "", on: "2025-11-14" };
    expect(life.asks(LEADER, now, { ...settle, path: life.parts.line, value: 101 })).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "settlement-out-of-bounds",
          path: life.parts.line,
          params: { asks: { zh: expect.stringMatching(/优秀/) }, least: 80, most: 100 },
          clauses: [{ section: expect.any(String) }],
        },
      ],
    });
    const late = life.asks(LEADER, now, { ...settle, path: LATE, value: "perhaps" });
    const [violation] = late.kind === "refused" ? late.violations : [];
    expect(violation).toMatchObject({ params: { choices: [{ zh: "不受理" }, { zh: "受理" }] } });
    expect(violation?.params).not.toHaveProperty("least");
    expect(violation?.params).not.toHaveProperty("most");
  });
});

describe("scoring", () => {
  it("wants every line between nothing and its weight", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    settlePanel(life, "evaluation", { day: "2025-11-11" });
    const center = life.centerOf(entry).id;
    const id = life.open(OFFICER, at("2025-11-11"), { procedure: "acceptance", year: 2025, center });
    const sign = {
      kind: "sign" as const,
      case: id,
      stage: "self",
      answers: life.answers("self-assessment"),
      opinion: "",
    };
    life.must(DIRECTOR, at("2025-11-12"), sign);
    life.must(MANAGER, at("2025-11-12"), sign);
    const stage = assignAll(life, id, "2025-11-12");
    const [expert = OFFICER] = EXPERTS;
    const score = { kind: "score" as const, case: id, stage, opinion: "" };
    const [first = { item: "", points: "" }, ...rest] = life.pointsFor(100);
    const asking = (items: { item: string; points: string }[]) =>
      life.blocked(expert, at("2025-11-13"), { ...score, items });
    expect(asking(rest)).toBe("refused: field-missing");
    const { procedures } = policy;
    const review = procedures.flatMap(({ stages }) => stages).find(({ key }) => key === stage);
    expect(life.asks(expert, at("2025-11-13"), { ...score, items: rest })).toMatchObject({
      violations: [
        {
          field: first.item,
          params: { section: review?.label, field: { zh: "中心建设" } },
        },
      ],
    });
    expect(asking([{ ...first, points: "20.01" }, ...rest])).toBe("refused: field-invalid");
    expect(asking([{ ...first, points: "-1" }, ...rest])).toBe("refused: field-invalid, field-missing");
    expect(asking([first, ...rest, { item: "level", points: "1" }])).toBe("refused: field-invalid");
    life.must(expert, at("2025-11-13"), { ...score, items: [first, ...rest] });
    expect(asking([first, ...rest])).toBe("refused: already-done");
  });

  it("keeps every term, so that a stranger can add it up again", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    settlePanel(life, "evaluation", { day: "2025-11-11" });
    const sheet = life.caseAt(accept(life, entry, 79.99)).scores[0];
    const cents = (sheet?.terms ?? []).reduce((sum, term) => sum + Math.round(Number(term.points) * 100), 0);
    expect([cents, sheet?.total]).toEqual([7999, "79.99"]);
  });
});
