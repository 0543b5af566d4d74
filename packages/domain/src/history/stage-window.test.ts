import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CaseFacts, TenantFacts } from "../contract/facts.ts";
import { endOfDay, startOfDay } from "../time/days.ts";
import { at, newLife } from "../testing/life.ts";
import { apply } from "../testing/steps.ts";
import { asWindow, extend, extensionOf, lastDay, stageOf, startWindow } from "./stage-window.ts";
import { worldWith } from "../testing/world.ts";

const policy = Policy.parse(pack);

describe("a window as a stage has it", () => {
  test("has the last day on which it is open", () => {
    expect(lastDay(endOfDay("2022-10-23"))).toBe("2022-10-23");
    expect(lastDay(at("2022-10-23", "17:00:00"))).toBe("2022-10-23");
    const [opens, closes] = [startOfDay("2022-10-19"), endOfDay("2022-10-23")];
    expect(asWindow({ kind: "known", value: { opens, closes } })).toEqual({
      opens,
      closes,
      due: "2022-10-23",
    });
    expect(asWindow({ kind: "known", value: { opens } })).toEqual({ opens });
    expect(asWindow({ kind: "known", value: {} })).toEqual({});
  });
  test("names what is open or missing", () => {
    const open = { path: "p", asks: { zh: "问", en: "asked" }, per: "policy", by: "authority" } as const;
    expect(asWindow({ kind: "open", open })).toEqual({ open });
    expect(asWindow({ kind: "missing", ref: "center.term-ended-on" })).toEqual({
      missing: "center.term-ended-on",
    });
  });
  test("of a procedure is that of its year", () => {
    const report = policy.procedures.find(({ key }) => key === "yearly-report");
    if (report === undefined) throw new Error("there is a report");
    expect(startWindow(report, worldWith(policy, {}), 2023)).toEqual({
      opens: startOfDay("2023-12-01"),
      closes: endOfDay("2023-12-31"),
      due: "2023-12-31",
    });
  });
});

describe("an extension", () => {
  const window = { opens: startOfDay("2022-10-19"), closes: endOfDay("2022-10-23"), due: "2022-10-23" };
  test("only ever lets a window end later", () => {
    expect(extend(window, "2022-10-28")).toEqual({
      ...window,
      closes: endOfDay("2022-10-28"),
      due: "2022-10-28",
    });
    for (const until of [undefined, "2022-10-22", "2022-10-23"]) expect(extend(window, until)).toBe(window);
    expect(extend({}, "2022-10-28")).toEqual({ closes: endOfDay("2022-10-28"), due: "2022-10-28" });
  });
  test("is the latest one of the stage, for its year or for the case alone", () => {
    const life = newLife(policy);
    const kase = life.caseAt(apply(life, "骨科中心"));
    const general = (more: object = {}) =>
      ({
        ...life.ledger().tenant,
        extensions: [
          { procedure: "entry", stage: "collect", year: 2022, until: "2022-10-28", reason: "故障", ...more },
        ],
      }) as TenantFacts;
    const own = (...days: string[]) =>
      ({
        ...kase,
        extensions: days.map((until) => ({
          procedure: "entry",
          stage: "collect",
          year: 2022,
          until,
          reason: "缓报",
        })),
      }) as CaseFacts;
    const of = (tenant: TenantFacts | undefined, one: CaseFacts, stage = "collect") =>
      extensionOf(
        { kase: one, ...(tenant === undefined ? {} : { tenant }) },
        { key: "entry" },
        { key: stage },
      );
    expect(of(undefined, kase)).toBeUndefined();
    expect(of(general(), kase)).toBe("2022-10-28");
    expect(of(general(), own("2022-11-02", "2022-11-01"))).toBe("2022-11-02");
    expect(of(general(), own("2022-10-25"))).toBe("2022-10-28");
    expect(of(general(), kase, "seminar")).toBeUndefined();
    for (const other of [{ year: 2023 }, { procedure: "yearly-report" }, { stage: "seminar" }])
      expect(of(general(other), kase)).toBeUndefined();
    expect(extensionOf({ year: 2022, tenant: general() }, { key: "entry" }, { key: "collect" })).toBe(
      "2022-10-28",
    );
  });
});

test("a case's stage is found in the policy that it is pinned to, if it has it", () => {
  const life = newLife(policy);
  const kase = life.caseAt(apply(life, "骨科中心"));
  expect(stageOf(policy, kase, "collect")).toMatchObject({
    procedure: { key: "entry" },
    stage: { key: "collect" },
  });
  expect(stageOf(policy, kase, "report")).toBeUndefined();
  expect(stageOf(policy, { ...kase, procedure: "nowhere" }, "collect")).toBeUndefined();
});
