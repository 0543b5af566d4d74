import type { Stage } from "@yichuang/policy";
import { expect, it } from "vitest";
import { caseOf, placeOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { worldWith } from "../testing/world.ts";
import { endOfDay, startOfDay } from "../time/days.ts";
import { windowOfStage } from "./year-window.ts";

const [FIRST] = ODD_POLICY.procedures;
function asked(window: Stage["window"], settled: { [path: string]: unknown } = {}) {
  const stage = FIRST?.stages[0];
  if (FIRST === undefined || stage === undefined) throw new Error("there is none");
  const { window: _window, ...rest } = stage;
  const procedure = {
    ...FIRST,
    starts: { ...FIRST.starts, when: { kind: "yearly" as const, from: "02-01", to: "02-10" } },
  };
  return {
    procedure,
    stage: { ...rest, ...(window === undefined ? {} : { window }) },
    world: worldWith(ODD_POLICY, {}, settled),
    year: 2025,
  };
}
const may = (year: number) => ({
  opens: startOfDay(`${year}-05-01`),
  closes: endOfDay(`${year}-05-31`),
  due: `${year}-05-31`,
});
const IN_MAY = { kind: "yearly", from: "05-01", to: "05-31" } as const;

it("a stage has its own window in a year", () => {
  expect(windowOfStage(asked(IN_MAY))).toStrictEqual(may(2025));
});

it("a stage without one keeps to that of its procedure", () => {
  expect(windowOfStage(asked(undefined))).toStrictEqual({
    opens: startOfDay("2025-02-01"),
    closes: endOfDay("2025-02-10"),
    due: "2025-02-10",
  });
});

it("a window that is open is the one that was settled at its place", () => {
  const open = { open: { asks: { zh: "何时", en: "when" }, per: "policy" } } as const;
  const path = "procedures/entry/stages/online/window";
  expect(windowOfStage(asked(open, { [path]: IN_MAY }))).toStrictEqual(may(2025));
  expect(windowOfStage(asked(open)).open?.path).toBe(path);
});

it("a case has the window of its own year, with what was extended for it", () => {
  const kase = caseOf({ year: 2026, extensions: [{ stage: "online", until: "2026-06-15", reason: "故障" }] });
  expect(windowOfStage({ ...asked(IN_MAY), place: { ...placeOf(), kase } })).toStrictEqual({
    opens: startOfDay("2026-05-01"),
    closes: endOfDay("2026-06-15"),
    due: "2026-06-15",
  });
});
