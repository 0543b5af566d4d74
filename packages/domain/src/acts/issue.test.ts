import { Policy, type Stage } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { apply, assess, decideOn, settlePanel } from "../testing/steps.ts";
import { bases, gradeRound, pointsLife, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { withStage } from "../testing/changed-policy.ts";

const policy = Policy.parse(pack);
const NOW = at("2022-11-10");
const PUBLISH = "procedures/entry/stages/publish";
const STAGE = "publish";
const DOCUMENT = {
  kind: "letter",
  number: "卫〔2022〕1 号",
  title: "关于公布建设单位的通知",
  on: "2022-11-10",
};
/** Of what an evaluation came to, the result is published. */
const RESULTS: Stage = {
  key: "results",
  label: { zh: "公布结果", en: "results" },
  because: ["rule"],
  does: "issue",
  document: "list",
  by: { role: "authority" },
  after: ["grade"],
};
const issuing = (cases: string[], more: object = {}) => ({
  kind: "issue" as const,
  stage: "publish",
  cases,
  document: { ...DOCUMENT, ...more },
});
const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: [], ...violation }] });

/** Applications on which the leader has decided. */
function decided(
  names: readonly string[],
  { under = policy, outcome = "approve" }: { under?: Policy; outcome?: "approve" | "decline" } = {},
) {
  const life = newLife(under);
  const ids = names.map((name) => apply(life, name));
  settlePanel(life, "entry", { day: "2022-10-24" });
  for (const id of ids) {
    const stage = assess(life, id);
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    decideOn(life, id, { day: "2022-11-03", outcome });
  }
  return { life, ids };
}

describe("an official document over several cases", () => {
  it("is kept once with the tenant, and stands in each case, whose center it designates", () => {
    const { life, ids } = decided(["骨科中心", "口腔中心"]);
    const { events, holds } = life.must(OFFICER, NOW, issuing(ids));
    const document = { id: life.ledger().tenant.documents[0]?.id, ...DOCUMENT };
    const about = { onDay: "2022-11-10", consulted: [PUBLISH] };
    const [first = ""] = ids;
    const root = { kind: "center", id: life.centerOf(first).id };
    expect(document.id).toMatch(/^id-/);
    expect(events.slice(0, 2)).toEqual([
      {
        root: { kind: "tenant", id: "tenant-root" },
        kind: "issued",
        body: { case: first, stage: "publish", document, done: true },
        ...about,
      },
      { root, kind: "issued", body: { case: first, stage: "publish", document, done: true }, ...about },
    ]);
    expect(events.map(({ kind }) => kind)).toEqual([
      "issued",
      "issued",
      "designated",
      "standing-changed",
      "closed",
      "issued",
      "designated",
      "standing-changed",
      "closed",
      "term-started",
      "term-started",
    ]);
    expect(ids.map((id) => life.centerOf(id).standing)).toEqual(["building", "building"]);
    expect(holds).toEqual({
      notBefore: at("2022-10-01", "00:00:00"),
      notAfter: at("2022-11-11", "00:00:00"),
    });
  });

  it("bears a number that no other one of the tenant bears", () => {
    const { life, ids } = decided(["骨科中心", "口腔中心"]);
    const [first = "", second = ""] = ids;
    life.must(OFFICER, NOW, issuing([first]));
    expect(life.asks(OFFICER, at("2022-11-11"), issuing([second]))).toEqual(
      refusal({
        code: "document-number-taken",
        params: { number: DOCUMENT.number, title: DOCUMENT.title, on: "2022-11-10" },
      }),
    );
    life.must(OFFICER, at("2022-11-11"), issuing([second], { number: "卫〔2022〕2 号" }));
  });

  it("is dated today or earlier", () => {
    const { life, ids } = decided(["骨科中心"]);
    expect(life.asks(OFFICER, NOW, issuing(ids, { on: "2022-11-11" }))).toEqual(
      refusal({
        code: "field-invalid",
        params: { field: { zh: "成文日期", en: "date" }, fault: "date" },
        field: "document/on",
      }),
    );
    life.must(OFFICER, NOW, issuing(ids, { on: "2022-11-09" }));
  });

  it("is issued by the officer, over cases, at a stage that issues", () => {
    const { life, ids } = decided(["骨科中心"]);
    expect(life.blocked(LEADER, NOW, issuing(ids))).toBe("refused: not-your-role");
    expect(life.blocked(MANAGER, NOW, issuing(ids))).toBe("refused: not-your-role");
    const nothing = "refused: nothing-to-act-on";
    expect(life.blocked(OFFICER, NOW, issuing([]))).toBe(nothing);
    expect(life.blocked(OFFICER, NOW, issuing([...ids, "nowhere"]))).toBe(nothing);
    expect(life.blocked(OFFICER, NOW, { ...issuing(ids), stage: "seminar" })).toBe(nothing);
  });
});

describe("what is made known", () => {
  it("was decided before", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    expect(life.blocked(OFFICER, NOW, issuing([id]))).toBe("refused: stage-not-reached");
  });

  it("was approved", () => {
    const { life, ids } = decided(["骨科中心"], { outcome: "decline" });
    expect(life.blocked(OFFICER, NOW, issuing(ids))).toBe("refused: wrong-state");
  });

  it("is nothing where the decision before it did not take place", () => {
    const when = {
      kind: "compare",
      of: { kind: "fact", fact: "center.name" },
      is: "equal",
      than: "别的中心",
    };
    const life = newLife(withStage(policy, "decide", { when }));
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    const stage = assess(life, id);
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    expect(life.asks(OFFICER, NOW, issuing([id]))).toEqual(
      refusal({ code: "nothing-to-act-on", params: { what: { zh: "公布建设单位", en: "publication" } } }),
    );
  });

  it("may also be a grade", () => {
    const procedures = POINTS_POLICY.procedures.map((one) =>
      one.key === "round" ? { ...one, stages: [...one.stages, RESULTS] } : one,
    );
    const life = pointsLife(3, { ...POINTS_POLICY, procedures });
    bases(life, [800]);
    const [id = ""] = round(life, 2027, [650]);
    const document = { kind: "list", number: "卫〔2027〕1 号", title: "评估结果", on: "2027-06-21" };
    const results = { ...issuing([id]), stage: "results", document };
    expect(life.blocked(OFFICER, at("2027-06-19"), results)).toBe("refused: stage-not-reached");
    life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    life.must(OFFICER, at("2027-06-21"), results);
    expect(life.caseAt(id)).toMatchObject({ state: "closed", stages: { results: { doneOn: "2027-06-21" } } });
  });

  it("needs no approval where no decision stands before it", () => {
    const life = newLife(withStage(policy, STAGE, { after: ["collect"] }));
    const id = apply(life, "骨科中心");
    life.must(OFFICER, NOW, issuing([id]));
    expect(life.centerOf(id).standing).toBe("building");
  });

  it("waits for the conditions of its stage, and for a term whose length is open", () => {
    const strict = decided(["骨科中心"], { under: withStage(policy, STAGE, { requires: ["ready"] }) });
    strict.life.must(OFFICER, NOW, issuing(strict.ids));
    const asks = { zh: "建设期多长", en: "how long the term is" };
    const lasts = { open: { asks, per: "policy", by: { role: "authority" } } };
    const { life, ids } = decided(["骨科中心"], { under: withStage(policy, "build", { lasts }) });
    expect(life.asks(OFFICER, NOW, issuing(ids))).toMatchObject({
      kind: "pending",
      violations: [{ code: "open-value", params: { asks }, path: "procedures/entry/stages/build/lasts" }],
    });
  });
});
