import type { Condition, NamedCondition, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, TenantFacts } from "../contract/facts.ts";
import { atStage } from "../testing/at-stage.ts";
import { answersAt, askedAt, dimensionsOf, judgesAlone } from "./judged-condition.ts";
import { judgedByDeciding } from "./judged-by-deciding.ts";
import { checkRequires } from "./requires.ts";

const asks = { zh: "是否合适", en: "is it fit?" };
const judged = (role: string, more: object = {}) =>
  ({ kind: "judged", by: { role }, asks, ...more }) as unknown as Condition;
const condition = (test: unknown, more: object = {}): NamedCondition =>
  ({
    key: "fit",
    label: { zh: "合适", en: "fit" },
    because: ["all"],
    for: ["lab"],
    of: "application",
    test,
    ...more,
  }) as unknown as NamedCondition;
const stage = (key: string, does: Stage["does"], more: object = {}) =>
  ({
    key,
    label: { zh: key, en: key },
    because: ["all"],
    does,
    by: { role: "authority" },
    ...more,
  }) as unknown as Stage;
const DECIDE = stage("decide", "decide", { requires: ["fit"] });

interface Given {
  stages?: Stage[];
  fit?: NamedCondition;
  kase?: Partial<CaseFacts>;
  tenant?: Partial<TenantFacts>;
}

function decided({ stages = [DECIDE], fit = condition(judged("authority")), ...more }: Given = {}) {
  const at = atStage(stages, "decide", { policy: { conditions: [fit] }, ...more });
  return { before: at, ...judgedByDeciding(at) };
}

describe("what the one who decides is itself to judge", () => {
  it("is answered by the decision: a yes says that it holds", () => {
    const { before, at, events } = decided();
    expect(checkRequires(before)).toMatchObject([{ pending: true }]);
    expect(checkRequires(at)).toEqual([]);
    expect(at.place.kase.judged).toEqual({ fit: true });
    expect(events).toEqual([
      {
        root: { kind: "center", id: "c1" },
        kind: "concluded",
        body: { case: "k1", stage: "decide", verdict: true, condition: "fit", of: 1 },
        onDay: "2026-04-07",
        consulted: ["procedures/entry/stages/decide", "conditions/fit"],
      },
    ]);
  });

  it("stands beside what was judged before", () => {
    expect(decided({ kase: { judged: { other: false } } }).at.place.kase.judged).toEqual({
      other: false,
      fit: true,
    });
  });

  it("may also be what it settled as its own judgement", () => {
    const fit = condition({ kind: "unstated", open: { asks, per: "policy", by: { role: "authority" } } });
    const settlement = {
      id: "s1",
      path: "conditions/fit/test",
      value: judged("authority"),
      as: "由主管部门判断",
      on: "2026-01-01",
      by: { name: "officer", unit: "authority" },
    };
    expect(decided({ fit, tenant: { settlements: [settlement] } }).events).toHaveLength(1);
    expect(decided({ fit }).events).toEqual([]);
    const byExperts = { ...settlement, value: judged("experts") };
    expect(decided({ fit, tenant: { settlements: [byExperts] } }).events).toEqual([]);
  });

  it("is said of what must hold, also in principle", () => {
    expect(decided({ fit: condition(judged("authority"), { force: "in-principle" }) }).events).toHaveLength(
      1,
    );
  });

  const asking = (does: Stage["does"], more: object) => [stage("before", does, more), DECIDE];
  it.each<[string, Given]>([
    ["another is to judge", { fit: condition(judged("experts")) }],
    ["nobody judges", { fit: condition({ kind: "all", of: [] }) }],
    ["is only preferred", { fit: condition(judged("authority"), { force: "preference" }) }],
    ["is only aspired to", { fit: condition(judged("authority"), { force: "aspiration" }) }],
    ["was judged already", { kase: { judged: { fit: false } } }],
    ["a review asks", { stages: asking("review", { yields: [{ kind: "verdict", about: ["fit"] }] }) }],
    ["a check asks", { stages: asking("check", { requires: ["fit"] }) }],
    ["the decision does not require", { stages: [stage("decide", "decide")] }],
  ])("is nothing of what %s", (_, given) => {
    const { before, at, events } = decided(given);
    expect(events).toEqual([]);
    expect(at).toBe(before);
  });

  it("is its own also where an earlier stage requires it without asking anybody", () => {
    expect(decided({ stages: asking("publicize", { requires: ["fit"] }) }).events).toHaveLength(1);
  });
});

describe("what a review is asked", () => {
  const about = (key: string) => ({ yields: [{ kind: "verdict", about: [key] }] });
  it("is what its verdict is about, else what it requires", () => {
    expect(askedAt({ stage: stage("r", "review", { ...about("fit"), requires: ["other"] }) })).toEqual([
      "fit",
    ]);
    expect(
      askedAt({ stage: stage("r", "review", { yields: [{ kind: "verdict" }], requires: ["other"] }) }),
    ).toEqual(["other"]);
    expect(askedAt({ stage: stage("r", "review") })).toEqual([]);
  });

  it("is answered by one alone where a check has a verdict about something", () => {
    expect(judgesAlone(stage("c", "check", about("fit")))).toBe(true);
    expect(judgesAlone(stage("r", "review", about("fit")))).toBe(false);
    expect(judgesAlone(stage("c", "check", { yields: [{ kind: "verdict", about: [] }] }))).toBe(false);
    expect(judgesAlone(stage("c", "check", { yields: [{ kind: "verdict" }] }))).toBe(false);
    expect(judgesAlone(stage("c", "check"))).toBe(false);
  });

  it("has the last answer at this stage to each condition", () => {
    const answer = (to: string, where: string, opinion: string) => ({
      stage: where,
      condition: to,
      user: "u",
      verdict: true,
      dimensions: [],
      opinion,
      at: "2026-04-01T00:00:00.000Z",
    });
    const [first, last] = [answer("fit", "c", "先"), answer("fit", "c", "后")];
    const judgements = [first, last, answer("fit", "elsewhere", "别处"), answer("other", "c", "别的")];
    const check = stage("c", "check", { yields: [{ kind: "verdict", about: ["fit", "none"] }] });
    expect(answersAt(atStage([check], "c", { kase: { judgements } }))).toEqual([
      { condition: "fit", answer: last },
      { condition: "none", answer: undefined },
    ]);
  });

  it("is asked in the dimensions of its list, or as a whole", () => {
    const items = [{ key: "one", label: { zh: "一", en: "one" }, because: ["all"] }];
    const list = { key: "sides", label: { zh: "方面", en: "sides" }, because: ["all"], items };
    const dimensions = (...conditions: NamedCondition[]) => {
      const { policy } = atStage([DECIDE], "decide", { policy: { conditions, lists: [list] } });
      return dimensionsOf(policy, "fit");
    };
    const other = condition(judged("experts"), { key: "other" });
    expect(dimensions(other, condition(judged("experts", { aspects: "sides" })))).toEqual(items);
    expect(dimensions(condition(judged("experts")))).toEqual([]);
    expect(dimensions(condition({ kind: "all", of: [], aspects: "sides" }))).toEqual([]);
    expect(dimensions(other)).toEqual([]);
  });
});
