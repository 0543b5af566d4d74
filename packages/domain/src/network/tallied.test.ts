import type { Condition, NamedMeasure, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { applied, caseOf, lab, SMALL_POLICY } from "../testing/small-network.ts";
import { scopesTallied } from "./tallied.ts";

const tally = (of: "designations" | "applications" | "achievements") =>
  ({ kind: "tally", of, by: "count" }) as const;
const atMost = (of: Extract<Condition, { kind: "compare" }>["of"]): Condition => ({
  kind: "compare",
  of,
  is: "at-most",
  than: 3,
});
const measure = (key: string, is: NamedMeasure["is"]): NamedMeasure => ({
  key,
  label: { zh: key, en: key },
  because: ["all"],
  of: "tenant",
  unit: "",
  is,
});
/** A policy with one condition, and measures that it may name. */
const asking = (test: Condition, measures: NamedMeasure[] = []): Policy => ({
  ...SMALL_POLICY,
  measures,
  conditions: SMALL_POLICY.conditions.map((one) => (one.key === "beds" ? { ...one, test } : one)),
});
const scopes = (policy: Policy, before: CenterFacts | undefined, after: CenterFacts) =>
  scopesTallied([{ policy, before, after, kase: caseOf() }]);

describe("a collection that conditions count", () => {
  const counting = asking(atMost(tally("designations")));

  it("is one scope for whoever adds to it, changes it or leaves it", () => {
    expect(scopes(counting, undefined, lab("a"))).toEqual(["tally:designations"]);
    expect(scopes(counting, lab("a"), lab("a", { standing: "warned" }))).toEqual(["tally:designations"]);
    expect(scopes(counting, lab("a"), lab("a", { standing: "applying" }))).toEqual(["tally:designations"]);
  });

  it("is no scope for who leaves it as it was", () => {
    expect(scopes(counting, lab("a"), lab("a"))).toEqual([]);
    expect(scopes(counting, undefined, lab("a", { standing: "applying" }))).toEqual([]);
  });

  it("is no scope where another one is counted, or one that lies in one root", () => {
    expect(scopes(SMALL_POLICY, undefined, lab("a", { cases: [applied()] }))).toEqual([]);
    expect(scopes(asking(atMost(tally("achievements"))), undefined, lab("a"))).toEqual([]);
    const applications = asking(atMost(tally("applications")));
    expect(scopes(applications, undefined, lab("a"))).toEqual([]);
    expect(scopes(applications, undefined, lab("a", { cases: [applied()] }))).toEqual(["tally:applications"]);
  });

  it("is found below a condition, in a procedure, and by a measure that names another one", () => {
    const nested = asking({ kind: "all", of: [{ kind: "not", of: atMost(tally("designations")) }] });
    expect(scopes(nested, undefined, lab("a"))).toEqual(["tally:designations"]);
    const who = atMost(tally("designations"));
    const starting: Policy = {
      ...SMALL_POLICY,
      procedures: SMALL_POLICY.procedures.map((one) => ({ ...one, starts: { ...one.starts, who } })),
    };
    expect(scopes(starting, undefined, lab("a"))).toEqual(["tally:designations"]);
    const named = asking(atMost({ kind: "named", measure: "outer" }), [
      measure("inner", tally("designations")),
      measure("outer", { kind: "ratio", of: { kind: "named", measure: "inner" }, to: 2 }),
    ]);
    expect(scopes(named, undefined, lab("a"))).toEqual(["tally:designations"]);
  });

  it("is not one that only a measure counts for which no condition asks", () => {
    const idle = asking(atMost({ kind: "named", measure: "used" }), [
      measure("idle", tally("designations")),
      measure("used", { kind: "fact", fact: "host.beds" }),
    ]);
    expect(scopes(idle, undefined, lab("a"))).toEqual([]);
  });

  it("is found though measures name each other in a circle, or one that is not there", () => {
    const circle = asking(atMost({ kind: "named", measure: "one" }), [
      measure("one", { kind: "ratio", of: { kind: "named", measure: "two" }, to: tally("designations") }),
      measure("two", {
        kind: "ratio",
        of: { kind: "named", measure: "one" },
        to: { kind: "named", measure: "lost" },
      }),
    ]);
    expect(scopes(circle, undefined, lab("a"))).toEqual(["tally:designations"]);
  });

  it("is remembered of each policy by itself", () => {
    expect(scopes(counting, undefined, lab("b"))).toEqual(["tally:designations"]);
    expect(scopes(SMALL_POLICY, undefined, lab("b"))).toEqual([]);
  });
});
