import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Hat } from "../contract/basics.ts";
import type { AbilityPlace } from "../acts/act.ts";
import {
  caseOf,
  CLAUSE,
  ENV,
  factsWith,
  lab,
  ONE_PER_CITY,
  policiesOf,
  SMALL_POLICY,
  submission,
} from "../testing/small-network.ts";
import { LEADER, MANAGER, OFFICER } from "../testing/life.ts";
import { abilitiesFor } from "./abilities.ts";

const POLICY: Policy = {
  ...SMALL_POLICY,
  caps: [{ ...ONE_PER_CITY }],
  registers: [
    {
      key: "papers",
      label: { zh: "论文", en: "papers" },
      because: ["all"],
      bearer: "tenant",
      of: "achievements",
      by: [{ role: "authority" }],
      fields: [{ key: "title", label: { zh: "题名", en: "title" }, kind: "text" }],
    },
  ],
};
const DONE = { doneOn: "2026-04-01", doneAt: "2026-04-01T04:00:00.000Z" };
const READY = caseOf({
  root: { kind: "center", id: "new" },
  state: "in-review",
  submissions: [submission()],
  stages: { online: DONE, paper: DONE, sponsor: DONE, partner: DONE, look: DONE, notice: DONE },
});
const NEW = lab("new", { standing: "applying", cases: [READY] });
const HOLDER = { root: "old", type: "lab", name: "实验室 old", standing: "established", city: "甲市" };

const seen = (hat: Hat, place: AbilityPlace, taken = true) =>
  abilitiesFor(policiesOf(POLICY), factsWith([NEW], { sets: { designations: taken ? [HOLDER] : [] } }), {
    env: { ...ENV, hat },
    place,
  });

describe("an act that is offered", () => {
  const CASE: AbilityPlace = { kind: "case", case: "case" };
  const deciding = (taken: boolean) => seen(LEADER, CASE, taken).find(({ act }) => act === "decide");
  const DECIDE = { act: "decide", case: "case", stage: "decide", verdict: { kind: "allowed" } };

  it("says what a yes would run into, and stands open all the same", () => {
    expect(deciding(true)).toStrictEqual({
      ...DECIDE,
      told: [
        {
          code: "seats-taken",
          params: {
            cap: { zh: "每市一家", en: "one per city" },
            most: "1",
            taken: 1,
            holders: ["实验室 old"],
          },
          clauses: [CLAUSE],
          force: "mandatory",
          path: "caps/per-city",
        },
      ],
    });
    expect(deciding(false)).toStrictEqual(DECIDE);
  });

  it("says nothing of that where it is forbidden anyway", () => {
    const [withdraw] = seen(MANAGER, CASE).filter(({ act }) => act === "withdraw");
    expect(withdraw?.verdict.kind).toBe("refused");
    expect(withdraw).not.toHaveProperty("told");
  });

  it("names the register in which something may be recorded", () => {
    const recording = seen(OFFICER, { kind: "register", root: "tenant", register: "papers" }).filter(
      ({ act }) => act === "record",
    );
    expect(recording).toStrictEqual([{ act: "record", register: "papers", verdict: { kind: "allowed" } }]);
  });

  it("names the procedure that may be begun", () => {
    const opening = seen(MANAGER, { kind: "center", center: "new" }).filter(({ act }) => act === "open-case");
    expect(opening).toMatchObject([{ act: "open-case", procedure: "amend" }]);
  });
});
