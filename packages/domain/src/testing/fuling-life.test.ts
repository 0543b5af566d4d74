import { describe, expect, it } from "vitest";
import type { Policy } from "@yichuang/policy";
import { Policy as PolicySchema } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { showTotal } from "../indicators/show-total.ts";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, INSPECTOR, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import { accept, decideOn, designate, scored, settleLine, settlePanel } from "./steps.ts";

const policy: Policy = PolicySchema.parse(pack);

describe("three centers of the 2022 cohort", () => {
  it("holds 80.00 pending until the line of excellent is settled, then passes it", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    settlePanel(life, "evaluation", { day: "2025-11-11" });
    const id = accept(life, entry, 80);
    const stage = life.parts.stage(life.parts.procedure("evaluation"), "decide").key;
    const deciding = { kind: "decide" as const, case: id, stage, outcome: "approve" as const, opinion: "" };
    const waiting = life.asks(LEADER, at("2025-11-13"), deciding);
    expect(waiting).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: { could: [{ zh: "优秀" }, { zh: "合格" }], by: "authority" },
          open: { path: life.parts.line },
        },
      ],
    });
    settleLine(life, 90, "2025-11-14");
    life.must(LEADER, at("2025-11-14", "13:00:00"), deciding);
    const center = life.centerOf(entry);
    expect([center.standing, center.grade, showTotal(center.score ?? "")]).toEqual([
      "established",
      "pass",
      "80.00",
    ]);
  });

  it("fails 79.99 although the line of excellent is open, rectifies, and passes", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["口腔中心"]);
    settlePanel(life, "evaluation", { day: "2025-11-11" });
    const acceptance = accept(life, entry, 79.99);
    decideOn(life, acceptance, { day: "2025-11-13" });
    expect(life.centerOf(entry)).toMatchObject({ standing: "rectifying", grade: "fail", score: "79.99" });

    const recheck = life.centerOf(entry).cases.at(-1);
    expect(recheck).toMatchObject({ purpose: "rectification", startedBy: acceptance, state: "draft" });
    expect(recheck?.dueOn).toBeUndefined();
    const id = rectify(life, recheck?.id ?? "", 85);
    settleLine(life, 90, "2026-03-02");
    decideOn(life, id, { day: "2026-03-02" });
    expect(life.centerOf(entry)).toMatchObject({ standing: "established", grade: "pass" });
    expect(life.centerOf(entry).spans.map((span) => span.standing)).toEqual([
      "applying",
      "building",
      "rectifying",
      "established",
    ]);
  });

  it("revokes a center that fails again after its rectification", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["眼科中心"]);
    settlePanel(life, "evaluation", { day: "2025-11-11" });
    decideOn(life, accept(life, entry, 60), { day: "2025-11-13" });
    const id = rectify(life, life.centerOf(entry).cases.at(-1)?.id ?? "", 70);
    decideOn(life, id, { day: "2026-03-02" });
    expect(life.centerOf(entry)).toMatchObject({ standing: "revoked", grade: "fail" });
    const open = obligationsOf(life.ledger().policies, life.centerOf(entry), "2026-03-03");
    expect(open.filter((row) => row.state === "open")).toEqual([]);
  });
});

/** The deadline of a rectification is settled for its own case, then the hospital answers and experts score again. */
function rectify(life: ReturnType<typeof newLife>, id: string, total: number): string {
  const procedure = life.parts.procedure("rectification");
  const answer = life.parts.stage(procedure, "submit");
  const consequence = policy.consequences.find((one) => one.effects.some((effect) => effect.do === "start"));
  const effect = consequence?.effects.find((one) => one.do === "start");
  const path = `consequences/${consequence?.key}/effects/${effect?.key}/within`;
  const length = { n: 3, unit: "month" };
  life.must(OFFICER, at("2025-11-20"), {
    kind: "settle",
    path,
    value: length,
    as: "三个月",
    on: "2025-11-20",
    case: id,
  });
  const due = obligationsOf(life.ledger().policies, life.centerOf(id), "2025-11-21").find(
    (row) => row.case_id === id && row.act === "submit",
  );
  expect(due?.due_on).toBe("2026-02-13");
  const answers = life.answers(answer.form);
  life.must(MANAGER, at("2026-02-10"), { kind: "submit", case: id, stage: answer.key, answers });
  settlePanel(life, "rectification", { day: "2026-03-01", year: life.caseAt(id).year });
  return scored(life, id, { total, day: "2026-03-01" });
}

describe("construction", () => {
  it("owes a report for every December of the term, and none before or after it", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const rows = obligationsOf(life.ledger().policies, life.centerOf(entry), "2022-11-11");
    const reports = rows.filter((row) => row.procedure_key === "yearly-report");
    expect(reports.map((row) => [row.year, row.due_on, row.state])).toEqual([
      [2022, "2022-12-31", "open"],
      [2023, "2023-12-31", "open"],
      [2024, "2024-12-31", "open"],
    ]);
    expect(rows.find((row) => row.procedure_key === "acceptance")).toMatchObject({
      act: "open-case",
      opens_at: at("2025-11-10", "00:00:00"),
      due_on: "2025-12-10",
      to_role: "officer",
    });
  });

  it("notes a missed report once, accepts it late, and lets the officer urge it once a day", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const swept = life.must(OFFICER, at("2023-01-02"), { kind: "sweep", root: center });
    expect(swept.events.filter((event) => event.kind === "missed")).toMatchObject([{ onDay: "2022-12-31" }]);
    expect(life.must(OFFICER, at("2023-01-02", "12:00:01"), { kind: "sweep", root: center }).events).toEqual(
      [],
    );
    const obligation = "yearly-report:2022:report:institution-manager";
    life.must(OFFICER, at("2023-01-03"), { kind: "urge", root: center, obligation });
    expect(
      life.blocked(OFFICER, at("2023-01-04", "11:59:59"), { kind: "urge", root: center, obligation }),
    ).toBe("refused: urge-too-soon");
    life.must(OFFICER, at("2023-01-04"), { kind: "urge", root: center, obligation });
    const id = life.open(MANAGER, at("2023-01-05"), { procedure: "yearly-report", year: 2022, center });
    life.must(MANAGER, at("2023-01-05"), {
      kind: "submit",
      case: id,
      stage: "report",
      answers: life.answers("december"),
    });
    expect(life.centerOf(entry).reports).toMatchObject([{ year: 2022, daysLate: 5 }]);
    const row = obligationsOf(life.ledger().policies, life.centerOf(entry)).find(
      (one) => one.obligation_key === obligation,
    );
    expect(row).toMatchObject({ state: "done", days_late: 5, done_on: "2023-01-05", done_by: MANAGER.user });
  });

  it("inspects at any time, and clears what was found", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const answers = life.answers("inspection");
    const findings = [{ text: "台账不全", due: "2024-06-30" }];
    const now = at("2024-05-07");
    life.must(INSPECTOR, now, { kind: "inspect", center, procedure: "inspection", answers, findings });
    const finding = life.centerOf(entry).findings[0]?.id ?? "";
    expect(obligationsOf(life.ledger().policies, life.centerOf(entry))).toContainEqual(
      expect.objectContaining({ obligation_key: `finding:${finding}`, due_on: "2024-06-30", state: "open" }),
    );
    life.must(INSPECTOR, at("2024-07-01"), { kind: "clear", center, finding, how: "已补齐" });
    expect(life.centerOf(entry).findings[0]?.cleared).toEqual({ on: "2024-07-01", how: "已补齐" });
  });
});
