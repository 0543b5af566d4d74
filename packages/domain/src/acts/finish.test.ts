import { describe, expect, it } from "vitest";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, LEADER, MANAGER, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { begin, decided } from "../testing/odd-steps.ts";
import { bases, gradeRound, pointsLife, round } from "../testing/points/points-life.ts";
import { finish } from "./finish.ts";

const DAY = "2030-06-22";

/** A base that was graded poorly twice: its branches are to be looked at, and a body is to decide. */
function removed() {
  const life = pointsLife();
  const [entry = "", other = ""] = bases(life, [800, 700]);
  for (const year of [2027, 2030]) {
    round(life, year, [510, 650]);
    life.must(LEADER, at(`${year}-06-20`), gradeRound(year));
  }
  const kase = life.centerOf(entry).cases.at(-1)?.id ?? "";
  const task = (effect: string) => `task-poor-again-${effect}:2030:${kase}`;
  return { life, center: life.centerOf(entry).id, other: life.centerOf(other).id, task };
}
const finishing = (center: string, obligation: string) =>
  ({ kind: "finish", center, obligation, how: "没有分中心" }) as const;
const offered = (life: Life, center: string) =>
  finish.offersAt(life.scene(OFFICER, at(DAY)), { kind: "center", center });
const NOTHING = {
  code: "nothing-to-act-on",
  params: { what: { zh: "研究决定", en: "decide" } },
  clauses: [],
};

describe("a task that a consequence gave", () => {
  it("is finished with a word on how", () => {
    const { life, center, task } = removed();
    expect(life.must(OFFICER, at(DAY), finishing(center, task("branches"))).events.at(-1)).toEqual({
      root: { kind: "center", id: center },
      kind: "finished",
      onDay: DAY,
      body: { obligation: task("branches"), how: "没有分中心" },
      consulted: [],
    });
  });
  it("is finished once, and only as it stands", () => {
    const { life, center, task } = removed();
    life.must(OFFICER, at(DAY), finishing(center, task("branches")));
    expect(life.asks(OFFICER, at(DAY), finishing(center, task("branches")))).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["leader"] } }],
    });
    expect(life.asks(LEADER, at(DAY), finishing(center, "nothing"))).toEqual({
      kind: "refused",
      violations: [NOTHING],
    });
    life.must(LEADER, at(DAY), finishing(center, task("report")));
    expect(life.asks(LEADER, at(DAY), finishing(center, task("report")))).toEqual({
      kind: "refused",
      violations: [{ ...NOTHING, params: { what: { zh: "研究决定", en: "decide" } } }],
    });
  });
  it("is whoever's it was given to", () => {
    const { life, center, task } = removed();
    expect(life.blocked(MANAGER, at(DAY), finishing(center, task("branches")))).toBe(
      "refused: not-your-role",
    );
    // the body that is to decide is the authority, of which the leader decides
    expect(life.blocked(OFFICER, at(DAY), finishing(center, task("report")))).toBe(
      "refused: nothing-to-act-on",
    );
    life.must(LEADER, at(DAY), finishing(center, task("report")));
    expect(life.asks(LEADER, at(DAY), finishing(center, task("branches")))).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["officer"] } }],
    });
  });
  it("is no report and nothing else that ends by being done", () => {
    const { life, center } = removed();
    const report = "yearly:2030:report:institution-manager";
    expect(life.blocked(OFFICER, at("2031-01-05"), finishing(center, report))).toBe(
      "refused: nothing-to-act-on",
    );
  });
  it("is offered at its center while it is open, and is nowhere else", () => {
    const { life, center, task } = removed();
    const fresh = begin();
    const entry = decided(fresh);
    const calm = fresh.centerOf(entry).id;
    expect(offered(life, center)).toEqual([{ root: center }]);
    expect(finish.offersAt(fresh.scene(OFFICER, at("2026-04-20")), { kind: "center", center: calm })).toEqual(
      [],
    );
    expect(offered(life, "nowhere")).toEqual([]);
    const scene = life.scene(OFFICER, at(DAY));
    expect(finish.offersAt(scene, { kind: "tenant" })).toEqual([]);
    expect(finish.doersAt(fresh.scene(OFFICER, at("2026-04-20")), { root: calm })).toBeUndefined();
    expect(finish.doersAt(scene, { root: "nowhere" })).toBeUndefined();
    expect(finish.doersAt(scene, {})).toBeUndefined();
    expect(finish.doersAt(scene, { root: center })).toMatchObject({ roles: ["officer", "leader"] });
    expect(fresh.blocked(OFFICER, at("2026-04-20"), finishing(calm, task("branches")))).toBe(
      "refused: nothing-to-act-on",
    );
  });
});

describe("an office that ran out", () => {
  it("is the officer's to finish too, although its day has passed", () => {
    const { life, other } = removed();
    const row = { obligation: "office-head:2027:2027-04-10", how: "已换届" };
    const { policies, centers } = life.ledger();
    const keys = centers
      .filter(({ id }) => id === other)
      .flatMap((center) => obligationsOf(policies, center, DAY))
      .filter(({ act }) => act === "office")
      .map(({ obligation_key: key, state }) => [key, state]);
    expect(keys).toEqual([[row.obligation, "missed"]]);
    life.must(OFFICER, at(DAY), { kind: "finish", center: other, ...row });
  });
});
