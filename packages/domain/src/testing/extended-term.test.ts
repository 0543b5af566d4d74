// A term that is lengthened: the day on which it is to end is known before it ends, and a decided change moves it.
import type { Form, Policy, Procedure } from "@yichuang/policy";
import { parsePolicy } from "@yichuang/policy";
import document from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import { designate } from "./steps.ts";

const named = (key: string) => ({ key, label: { zh: key, en: key } });
const FORM: Form = {
  ...named("extension"),
  sections: [
    {
      ...named("s"),
      fields: [{ ...named("until"), kind: "date", fact: "center.term-ends-on", required: true }],
    },
  ],
};
const EXTENSION: Procedure = {
  ...named("extension"),
  for: ["stic"],
  purpose: "change",
  over: "center",
  starts: {
    by: { role: "host" },
    every: "once",
    when: {
      kind: "between",
      from: { from: "center.term-ends-on", plus: { n: -3, unit: "month" } },
      to: { from: "center.term-ends-on" },
    },
  },
  stages: [
    { ...named("ask"), does: "submit", by: { role: "host" }, form: "extension" },
    {
      ...named("reply"),
      does: "decide",
      by: { role: "authority" },
      after: ["ask"],
      requires: ["half-a-year"],
      yields: [{ kind: "verdict" }],
    },
  ],
};
const LIMIT: Policy["conditions"][number] = {
  ...named("half-a-year"),
  for: ["stic"],
  of: "center",
  test: {
    kind: "compare",
    of: { kind: "fact", fact: "application.extension.until" },
    is: "at-most",
    than: { from: "center.term-ends-on", plus: { n: 6, unit: "month" } },
  },
};

function begun() {
  const read = parsePolicy(document);
  if (Array.isArray(read)) throw new Error("the pack does not parse");
  const life = newLife({
    ...read,
    forms: [...read.forms, FORM],
    conditions: [...read.conditions, LIMIT],
    procedures: [...read.procedures, EXTENSION],
  });
  const [entry = ""] = designate(life, ["总中心"]);
  return { life, center: () => life.centerOf(entry) };
}

function ask(life: ReturnType<typeof begun>["life"], center: string, until: string) {
  const id = life.open(MANAGER, at("2025-09-01", "09:00:00"), { procedure: "extension", year: 2025, center });
  const answers = { s: { until } };
  life.must(MANAGER, at("2025-09-01"), { kind: "submit", case: id, stage: "ask", answers });
  return { kind: "decide", case: id, stage: "reply", outcome: "approve", opinion: "同意" } as const;
}

describe("a term that is lengthened", () => {
  test("may be asked for in the last months before it ends, and not earlier", () => {
    const { life, center } = begun();
    const action = { kind: "open-case", procedure: "extension", year: 2025, center: center().id } as const;
    expect(life.blocked(MANAGER, at("2025-01-10"), action)).toContain("window-not-open");
  });
  test("ends on the day that was decided, with what it was before", () => {
    const { life, center } = begun();
    const before = center().termEndsOn ?? "";
    const decision = ask(life, center().id, "2026-04-01");
    life.must(LEADER, at("2025-09-10"), decision);
    expect(center().termEndsOn).toBe("2026-04-01");
    expect(center().changes.at(-1)?.changes).toEqual([
      { ref: "center.term-ends-on", from: before, to: "2026-04-01" },
    ]);
    life.must(OFFICER, at("2026-03-31"), { kind: "sweep", root: center().id });
    expect(center().dates["center.term-ended-on"]).toBeUndefined();
    life.must(OFFICER, at("2026-04-02"), { kind: "sweep", root: center().id });
    expect(center().dates["center.term-ended-on"]).toBe("2026-04-01");
  });
  test("is not lengthened by more than the policy allows", () => {
    const { life, center } = begun();
    const decision = ask(life, center().id, "2027-01-01");
    expect(life.blocked(LEADER, at("2025-09-10"), decision)).toContain("condition-false");
  });
});
