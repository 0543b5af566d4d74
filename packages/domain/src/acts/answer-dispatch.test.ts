import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import type { DispatchOutcome, ReceivedDispatch } from "../contract/dispatches.ts";
import type { Facts } from "../contract/facts.ts";
import type { Hat } from "../contract/basics.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { answerDispatch } from "./answer-dispatch.ts";
import { decide } from "./decide.ts";

const life = newLife(Policy.parse(pack));
const NOON = at("2023-05-10");
const DISPATCH = { tenant: 7, root: "center-7", key: "recommendation:to-city:1" };
const RECEIVED: ReceivedDispatch = {
  ...DISPATCH,
  kind: "recommendation",
  title: "推荐骨科中心",
  by: "某区",
  party: 70,
  body: {
    center: "center-7",
    name: "骨科中心",
    host: "丙医院",
    uscc: "u",
    type: "stic",
    typeLabel: "中心",
    tier: "district",
  },
};
type Answers = Facts["tenant"]["answers"];

/** What comes of a word on a dispatch that came in, after earlier ones. */
function answering(
  outcome: DispatchOutcome,
  {
    words = "",
    hat = OFFICER,
    received = [RECEIVED],
    answers = [],
  }: { words?: string; hat?: Hat; received?: ReceivedDispatch[]; answers?: Answers } = {},
) {
  const { policies, facts, env } = life.scene(hat, NOON);
  const tenant = { ...facts.tenant, answers };
  const action = { kind: "answer-dispatch", dispatch: DISPATCH, outcome, words } as const;
  return decide(policies, { ...facts, tenant, received }, { action, env });
}

const said = (outcome: DispatchOutcome, dispatch = DISPATCH) => ({
  dispatch,
  title: "推荐骨科中心",
  party: 70,
  outcome,
  words: "",
  on: "2023-05-01",
  by: "officer 1",
});
const nothing = {
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what: { zh: "来件", en: "dispatch" } }, clauses: [] }],
};

describe("a word on what came in", () => {
  it("is kept with the tenant that says it, and says what it is about", () => {
    expect(answering("taken-up", { words: "受理", hat: LEADER })).toMatchObject({
      kind: "decided",
      events: [
        {
          root: { kind: "tenant", id: "tenant-root" },
          kind: "dispatch-answered",
          onDay: "2023-05-10",
          body: {
            dispatch: DISPATCH,
            title: "推荐骨科中心",
            party: 70,
            outcome: "taken-up",
            words: "受理",
          },
        },
      ],
    });
  });
  it("is said to a recommendation that is there: a filing is confirmed in its case, a lineage is only told", () => {
    expect(answering("received", { received: [] })).toEqual(nothing);
    expect(answering("received", { received: [{ ...RECEIVED, key: "another" }] })).toEqual(nothing);
    expect(answering("received", { received: [{ ...RECEIVED, kind: "filing" }] })).toEqual(nothing);
    expect(answering("received", { received: [{ ...RECEIVED, kind: "lineage" }] })).toEqual(nothing);
  });
  it("is the authority's alone, and offered for the tenant", () => {
    expect(answering("received", { hat: MANAGER })).toMatchObject({
      violations: [{ code: "not-your-role" }],
    });
    const scene = life.scene(OFFICER, NOON);
    expect(answerDispatch.offersAt(scene, { kind: "tenant" })).toEqual([{}]);
    expect(answerDispatch.offersAt(scene, { kind: "center", center: "center-7" })).toEqual([]);
  });
});

describe("a further word", () => {
  const done = {
    kind: "refused",
    violations: [
      {
        code: "already-done",
        params: { what: { zh: "推荐骨科中心", en: "推荐骨科中心" }, on: "2023-05-01" },
        clauses: [],
      },
    ],
  };
  it("may follow after it has only arrived, and says no second time that it has", () => {
    expect(answering("taken-up", { answers: [said("received")] }).kind).toBe("decided");
    expect(answering("received", { answers: [said("received")] })).toEqual(done);
  });
  it("does not follow after it went back or was taken up", () => {
    expect(answering("taken-up", { answers: [said("returned")] })).toEqual(done);
    expect(answering("returned", { words: "理由", answers: [said("taken-up")] })).toEqual(done);
  });
  it("is not hindered by what was said to another dispatch", () => {
    const other = said("taken-up", { ...DISPATCH, root: "center-8" });
    expect(answering("received", { answers: [other] }).kind).toBe("decided");
  });
});

describe("sending back", () => {
  it("needs a reason, and nothing else does", () => {
    expect(answering("returned", { words: "  " })).toEqual({
      kind: "refused",
      violations: [
        {
          code: "field-missing",
          params: {
            section: { zh: "推荐骨科中心", en: "推荐骨科中心" },
            field: { zh: "退回理由", en: "reason" },
          },
          clauses: [],
        },
      ],
    });
    expect(answering("returned", { words: "材料不全" }).kind).toBe("decided");
    expect(answering("received").kind).toBe("decided");
  });
});
