import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { at, LEADER } from "../testing/life.ts";
import { bases, pointsLife } from "../testing/points/points-life.ts";
import { endedSanctions } from "./ended-sanctions.ts";

const life = pointsLife();
const [CASE = ""] = bases(life, [800]);
const CENTER = life.centerOf(CASE);
const BAR: CenterFacts["bars"][number] = {
  bar: "bar-1",
  case: CASE,
  who: "host",
  name: "甲医院",
  uscc: CENTER.host.uscc,
  from: ["base"],
  until: "2026-06-20",
  consequence: "poor-again",
  effect: "bar",
  on: "2024-06-20",
};

const endedOn = (day: string, more: Partial<CenterFacts>) =>
  endedSanctions(life.scene(LEADER, at(day)), { ...CENTER, ...more });
const told = (kind: string, body: object, onDay: string) => ({
  on: onDay,
  events: [{ root: { kind: "center", id: CENTER.id }, kind, onDay, body, consulted: [] }],
});

describe("a bar", () => {
  it("ends with the end of its last day, which the day after bears", () => {
    expect(endedOn("2026-06-20", { bars: [BAR] })).toEqual([]);
    const ended = [told("bar-ended", { bar: "bar-1" }, "2026-06-21")];
    expect(endedOn("2026-06-21", { bars: [BAR] })).toEqual(ended);
    expect(endedOn("2026-09-01", { bars: [BAR] })).toEqual(ended);
  });
  it("ends once", () => {
    expect(endedOn("2026-09-01", { bars: [{ ...BAR, ended: "2026-06-21" }] })).toEqual([]);
  });
  it("that names no day ends by the length that its policy says", () => {
    const { until: _until, ...open } = BAR;
    expect(endedOn("2026-06-20", { bars: [open] })).toEqual([]);
    expect(endedOn("2026-06-21", { bars: [open] })).toEqual([
      told("bar-ended", { bar: "bar-1" }, "2026-06-21"),
    ]);
    expect(endedOn("2040-01-01", { bars: [{ ...open, consequence: "gone" }] })).toEqual([]);
  });
});

describe("a suspended name", () => {
  it("is given back the day after the last one", () => {
    const nameSuspended = { on: "2025-06-20", until: "2026-06-20" };
    expect(endedOn("2026-06-20", { nameSuspended })).toEqual([]);
    expect(endedOn("2026-06-22", { nameSuspended })).toEqual([told("suspension-ended", {}, "2026-06-21")]);
  });
  it("without an end stays so", () => {
    expect(endedOn("2040-01-01", { nameSuspended: { on: "2025-06-20" } })).toEqual([]);
    expect(endedOn("2040-01-01", {})).toEqual([]);
  });
});

describe("both", () => {
  it("end each by itself, and only at a center", () => {
    const nameSuspended = { on: "2025-06-20", until: "2026-07-01" };
    expect(endedOn("2026-09-01", { bars: [BAR], nameSuspended }).map(({ on }) => on)).toEqual([
      "2026-06-21",
      "2026-07-02",
    ]);
    const scene = life.scene(LEADER, at("2026-09-01"));
    expect(endedSanctions(scene, emptyInstitution("i", CENTER.host))).toEqual([]);
  });
});
