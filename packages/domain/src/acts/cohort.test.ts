import type { Condition } from "@yichuang/policy";
import { getProcedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { center } from "../testing/board.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { worldWith } from "../testing/world.ts";
import { checkCohort } from "./cohort.ts";

const { clauses } = ODD_POLICY;
const procedure = getProcedure(ODD_POLICY, "amend");
const PATH = "procedures/amend/starts/who";
const LABEL = { zh: "amend", en: "amend" };
const APPLYING = center({ standing: "applying" });

const standing = (is: "equal" | "one-of" | "at-least", than: string | string[]): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "center.standing" },
  is,
  than,
});
const fact = (name: string): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: name },
  is: "equal",
  than: "yes",
});

interface Asking {
  root?: CenterFacts | InstitutionFacts | undefined;
  facts?: { [ref: string]: string };
}

const asking = (who: Condition | undefined, { root = APPLYING, facts = {} }: Asking = {}) =>
  checkCohort({
    policy: ODD_POLICY,
    procedure: {
      ...procedure,
      starts: {
        by: { role: "host" },
        when: { kind: "anytime" },
        every: "request",
        ...(who === undefined ? {} : { who }),
      },
    },
    root,
    world: worldWith(ODD_POLICY, facts),
  });

describe("whom a procedure is for", () => {
  it("is everybody where nothing is said, and whoever fulfils what is said", () => {
    expect(asking(undefined)).toEqual([]);
    expect(asking(standing("equal", "applying"), { facts: { "center.standing": "applying" } })).toEqual([]);
  });
  it("is said in standings where it hangs on these alone", () => {
    const facts = { "center.standing": "applying" };
    const [obstacle, ...more] = asking(standing("one-of", ["established", "building"]), { facts });
    expect(more).toEqual([]);
    expect(obstacle).toMatchObject({
      pending: false,
      violation: {
        code: "standing-wrong",
        params: {
          standing: "applying",
          word: { zh: "申报中" },
          allowed: [{ zh: "建设中" }, { zh: "已认定" }],
        },
        clauses,
        path: PATH,
        ruling: { path: PATH, truth: "false" },
      },
    });
    expect(asking(standing("equal", "established"), { facts })).toMatchObject([
      { violation: { params: { allowed: [{ zh: "已认定" }] } } },
    ]);
  });
  it("names no standing of its own for a center that has none", () => {
    const [obstacle] = asking(standing("equal", "established"), {
      root: center({}),
      facts: { "center.standing": "none" },
    });
    expect(obstacle?.violation.params).not.toHaveProperty("standing");
    expect(obstacle?.violation.params).not.toHaveProperty("word");
  });
  it.each<[string, Condition, Asking]>([
    ["of another fact", fact("host.city"), { facts: { "host.city": "no" } }],
    [
      "of more than one",
      { kind: "all", of: [{ key: "a", ...fact("host.city") }] },
      { facts: { "host.city": "no" } },
    ],
    [
      "of an institution",
      standing("equal", "established"),
      { root: emptyInstitution("i", APPLYING.host), facts: { "center.standing": "applying" } },
    ],
  ])("is said as the condition that fails where it is %s", (_what, who, given) => {
    const [obstacle, ...more] = asking(who, given);
    expect(more).toEqual([]);
    expect(obstacle).toMatchObject({
      pending: false,
      violation: {
        code: "condition-false",
        params: { condition: LABEL, said: obstacle?.violation.ruling?.said },
        clauses,
        path: PATH,
        ruling: { truth: "false" },
      },
    });
  });
});

describe("whom a procedure is for, while that is not known", () => {
  it("waits for the fact", () => {
    const [obstacle, ...more] = asking(standing("equal", "established"));
    expect(more).toEqual([]);
    expect(obstacle).toMatchObject({
      pending: true,
      violation: {
        code: "condition-pending",
        params: { condition: LABEL },
        clauses,
        path: PATH,
        ruling: { truth: "unknown", missing: "center.standing" },
      },
    });
  });
  it("waits for the open value that would say it, by name", () => {
    const open = { asks: { zh: "多少", en: "how many" }, per: "policy", by: { role: "authority" } } as const;
    const who: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: { open },
    };
    expect(asking(who, { facts: { "host.beds": "500" } })).toEqual([
      {
        pending: true,
        violation: {
          code: "open-value",
          params: { asks: open.asks, by: "authority", per: "policy" },
          clauses,
          open: { asks: open.asks, by: "authority", per: "policy", path: `${PATH}/than` },
          path: `${PATH}/than`,
        },
      },
    ]);
  });
});
