import { Policy, type Procedure } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CaseFacts, TenantFacts } from "../contract/facts.ts";
import { endOfDay, startOfDay } from "../time/days.ts";
import { caseOf, centerOf, placeOf } from "../testing/events.ts";
import { at, newLife } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { apply } from "../testing/steps.ts";
import { asWindow, extend, extensionOf, lastDay, stageOf, stageWindow, startWindow } from "./stage-window.ts";
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
    expect(asWindow({ kind: "known", value: { closes } })).toStrictEqual({ closes, due: "2022-10-23" });
    expect(asWindow({ kind: "known", value: {} })).toStrictEqual({});
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

describe("the window in which a procedure may be begun", () => {
  const report = policy.procedures.find(({ key }) => key === "yearly-report");
  if (report === undefined) throw new Error("there is a report");
  const begunWhen = (when: Procedure["starts"]["when"]): Procedure => ({
    ...report,
    starts: { ...report.starts, when, every: "cycle", cycle: { n: 2, unit: "year" } },
  });
  const month = { n: 1, unit: "month" } as const;
  const facts = { "center.designated-on": "2020-06-01", "center.cycle-ended-on": "1999-01-01" };

  test("may be counted from the end of the cycle in its year, and from any other day", () => {
    const after = (from: string) =>
      startWindow(
        begunWhen({ kind: "between", from: { from }, to: { from, plus: month } }),
        worldWith(policy, facts),
        2024,
      );
    expect(after("center.cycle-ended-on")).toStrictEqual({
      opens: startOfDay("2024-06-01"),
      closes: endOfDay("2024-07-01"),
      due: "2024-07-01",
    });
    expect(after("center.designated-on").due).toBe("2020-07-01");
  });

  test("that is open names its place", () => {
    const open = { open: { asks: { zh: "何时", en: "when" }, per: "policy" } } as const;
    expect(startWindow(begunWhen(open), worldWith(policy, {}), 2024).open?.path).toBe(
      "procedures/yearly-report/starts/when",
    );
  });
});

describe("the window of a stage in a case", () => {
  const entry = ODD_POLICY.procedures.find(({ key }) => key === "entry");
  const windowOf = (key: string, more: Partial<CaseFacts>) => {
    const stage = entry?.stages.find((one) => one.key === key);
    if (entry === undefined || stage === undefined) throw new Error("there is none");
    const place = { ...placeOf({ root: centerOf() }), kase: caseOf(more) };
    return stageWindow({ place, procedure: entry, stage, world: worldWith(ODD_POLICY, {}) });
  };

  test("ends with the deadline of the case, for what is to be handed in", () => {
    expect(windowOf("online", { dueOn: "2026-03-20" })).toStrictEqual({
      opens: startOfDay("2026-03-01"),
      closes: endOfDay("2026-03-20"),
      due: "2026-03-20",
    });
    expect(windowOf("decide", { dueOn: "2026-03-20" })).toStrictEqual({});
  });

  test("ends later where that was extended", () => {
    const extensions = [{ stage: "online", until: "2026-03-25", reason: "" }];
    expect(windowOf("online", { dueOn: "2026-03-20", extensions }).due).toBe("2026-03-25");
  });

  test("is the policy's where nothing was set", () => {
    expect(windowOf("online", {}).due).toBe("2026-03-31");
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
