import type { Condition } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER, type Life } from "../testing/life.ts";
import {
  begin,
  BESIDE,
  checked,
  consent,
  decide,
  decided,
  handIn,
  HOLIDAYS,
  look,
  plan,
  RULES,
  sponsor,
  withStage,
} from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";

const DAY = at("2026-04-03");
const PATHS = "procedures/entry/stages";
const PARTNER = { zh: "合作方同意", en: "partner" };
const LOOK = { zh: "形式审查", en: "look" };
const refused = refusing(RULES);
const notReached = (stage: object, awaits: object[], path: string) =>
  refused({ code: "stage-not-reached", params: { stage, awaits }, path });

/** Handed in under a policy whose partner is asked only sometimes. */
function askedWhen(when: Condition): { life: Life; id: string } {
  const life = newLife(withStage("partner", { when }), HOLIDAYS);
  return { life, id: handIn(life) };
}

describe("the order of stages", () => {
  it("does nothing twice, and says when it was done", () => {
    const life = begin();
    const id = checked(life);
    expect(life.asks(OFFICER, at("2026-04-08"), look(id))).toStrictEqual(
      refused({
        code: "stage-done",
        params: { stage: LOOK, on: "2026-04-07" },
        path: `${PATHS}/look`,
      }),
    );
  });

  it("names every stage that is still awaited", () => {
    const life = begin();
    const id = handIn(life, { joint: true });
    expect(life.asks(OFFICER, DAY, look(id))).toStrictEqual(
      notReached(LOOK, [{ zh: "推荐", en: "sponsor" }, PARTNER], `${PATHS}/look`),
    );
  });

  it("passes over a stage that does not take place, in which nothing is done, to those before it", () => {
    const life = begin();
    const id = handIn(life);
    expect(life.asks(RIVAL_MANAGER, DAY, consent(id))).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: PARTNER }, path: `${PATHS}/partner` }),
    );
    life.must(RIVAL_MANAGER, DAY, sponsor(id));
    life.must(OFFICER, at("2026-04-07"), look(id));
    const never: Condition = { kind: "any", of: [] };
    const behind = newLife(withStage("sponsor", { when: never }), HOLIDAYS);
    const only = behind.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    behind.must(MANAGER, at("2026-03-21"), {
      kind: "submit",
      case: only,
      stage: "online",
      answers: plan(false),
    });
    expect(behind.asks(OFFICER, DAY, look(only))).toStrictEqual(
      notReached(LOOK, [{ zh: "报送纸质材料", en: "paper" }], `${PATHS}/look`),
    );
  });

  it("passes over a stage that was waived", () => {
    const waiver = { by: { role: "authority" } };
    const life = newLife(withStage("sponsor", { force: "in-principle", waiver }), HOLIDAYS);
    const id = handIn(life);
    expect(life.blocked(OFFICER, DAY, look(id))).toBe("refused: stage-not-reached");
    const path = `${PATHS}/sponsor`;
    life.must(LEADER, DAY, { kind: "waive", case: id, path, reason: "本部门自有" });
    expect(life.blocked(RIVAL_MANAGER, DAY, sponsor(id))).toBe("refused: nothing-to-act-on");
    life.must(OFFICER, DAY, look(id));
  });

  it("waits where nobody knows whether a stage takes place: for the open value, or for the fact", () => {
    const asks = { zh: "何时征求合作方同意", en: "when partners are asked" };
    const open = askedWhen({ kind: "unstated", open: { asks, per: "policy" } });
    const path = `${PATHS}/partner/when`;
    expect(open.life.asks(RIVAL_MANAGER, DAY, consent(open.id))).toStrictEqual(
      refused(
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          open: { path, asks, per: "policy", by: "authority" },
          path,
        },
        "pending",
      ),
    );
    const fact = { kind: "fact", fact: "host.grade" } as const;
    const unknown = askedWhen({ kind: "compare", of: fact, is: "equal", than: "三级" });
    expect(unknown.life.asks(RIVAL_MANAGER, DAY, consent(unknown.id))).toMatchObject(
      refused(
        {
          code: "condition-pending",
          params: { condition: PARTNER },
          path,
          ruling: { truth: "unknown", missing: "host.grade" },
        },
        "pending",
      ),
    );
    expect(unknown.life.asks(OFFICER, DAY, look(unknown.id))).toStrictEqual(
      notReached(LOOK, [{ zh: "推荐", en: "sponsor" }, PARTNER], `${PATHS}/look`),
    );
  });

  it("says which answer is awaited where a stage hangs on a judgement", () => {
    const asks = { zh: "是否需要合作", en: "whether a partner is needed" };
    const { life, id } = askedWhen({ kind: "judged", by: { role: "experts" }, asks });
    expect(life.asks(RIVAL_MANAGER, DAY, consent(id))).toMatchObject(
      refused({ code: "condition-pending", params: { condition: PARTNER, awaiting: asks } }, "pending"),
    );
  });
});

describe("with whom a case lies", () => {
  const lies = (state: string) =>
    refused({
      code: "wrong-state",
      params: { state, allowed: ["submitted", "in-review", "in-publicity", "decided"] },
      clauses: [],
    });

  it("is its applicant before it is handed in, and after it was sent or taken back", () => {
    const life = begin();
    const draft = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    expect(life.asks(OFFICER, DAY, look(draft))).toStrictEqual(lies("draft"));
    const back = begin();
    const returned = handIn(back);
    const stage = "online";
    back.must(OFFICER, DAY, { kind: "return", case: returned, stage, reason: "补充", marks: [] });
    expect(back.asks(OFFICER, DAY, look(returned))).toStrictEqual(lies("returned"));
    const taken = begin();
    const withdrawn = handIn(taken);
    taken.must(MANAGER, DAY, { kind: "withdraw", case: withdrawn, stage });
    expect(taken.asks(RIVAL_MANAGER, DAY, sponsor(withdrawn))).toStrictEqual(lies("withdrawn"));
  });

  it("is the authority at once where nobody hands anything in before the stage", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const id = life.open(OFFICER, at("2026-04-20"), { procedure: "regroup", year: 2026, center });
    life.must(LEADER, at("2026-04-20"), decide(id, "approve", "verdict"));
    expect(life.asks(LEADER, at("2026-04-20"), decide(id, "approve", "verdict"))).toStrictEqual(
      lies("closed"),
    );
    // before the answer to a change somebody does hand in
    const asked = life.open(MANAGER, at("2026-04-20"), { procedure: "amend", year: 2026, center });
    expect(life.asks(LEADER, at("2026-04-20"), decide(asked, "approve", "answer"))).toStrictEqual(
      lies("draft"),
    );
  });

  it("is nobody once it is closed: nothing more is handed in", () => {
    const life = begin();
    const id = handIn(life);
    life.must(RIVAL_MANAGER, DAY, sponsor(id, false));
    expect(life.asks(MANAGER, DAY, { kind: "submit", case: id, stage: "online", answers: {} })).toMatchObject(
      {
        kind: "refused",
        violations: [
          {
            code: "wrong-state",
            params: { state: "closed", allowed: ["draft", "returned", "withdrawn"] },
            clauses: [],
          },
          { code: "stage-done" },
        ],
      },
    );
  });
});
