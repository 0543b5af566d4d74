import { readFileSync } from "node:fs";
import { Policy } from "@yichuang/policy";
import { expect, test } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { boardWith } from "../testing/board.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { targetsOf } from "../targets/targets.ts";

const pack = (name: string): Policy =>
  Policy.parse(
    JSON.parse(readFileSync(new URL(`../../../policy/packs/${name}/policy.json`, import.meta.url), "utf8")),
  );
const luoyang = pack("luoyang");
const judge = (duty: string, more: object = {}) => ({
  kind: "judge-duty" as const,
  duty,
  year: 2023,
  met: true,
  opinion: "查过台账",
  ...more,
});

test("the authority judges its own tenant once a year, and the board says what it said", () => {
  const life = newLife(luoyang);
  life.must(OFFICER, at("2023-11-01"), judge("tcm", { met: false, opinion: "还没有安排" }));
  const { tenant } = life.ledger();
  expect(tenant.duties).toEqual([
    { duty: "tcm", year: 2023, met: false, opinion: "还没有安排", on: "2023-11-01" },
  ]);
  expect(life.blocked(LEADER, at("2023-11-02"), judge("tcm"))).toBe("refused: already-done");
  expect(life.blocked(OFFICER, at("2023-11-02"), judge("tcm", { year: 2024 }))).toBe(
    "refused: field-invalid",
  );
  const stateOn = (day: string) =>
    targetsOf(boardWith(luoyang, day, { tenant })).find(({ duty }) => duty === "tcm")?.readings[0];
  expect(stateOn("2023-12-01")).toMatchObject({
    state: "not-met",
    judged: { on: "2023-11-01", opinion: "还没有安排" },
  });
  expect(stateOn("2024-01-01")).toMatchObject({ state: "to-judge" });
});

test("what is asked once stays judged in later years", () => {
  const life = newLife(luoyang);
  life.must(OFFICER, at("2023-11-01"), judge("level"));
  const board = boardWith(luoyang, "2025-06-01", { tenant: life.ledger().tenant });
  expect(targetsOf(board).find(({ duty }) => duty === "level")?.readings[0]?.state).toBe("met");
});

test("nobody else judges, and no duty is judged of a bearer that has it not", () => {
  const life = newLife(luoyang);
  expect(life.blocked(MANAGER, at("2023-11-01"), judge("tcm"))).toBe("refused: not-your-role");
  expect(life.blocked(OFFICER, at("2023-11-01"), judge("support"))).toBe("refused: nothing-to-act-on");
  expect(life.blocked(OFFICER, at("2023-11-01"), judge("center-tasks"))).toBe("refused: nothing-to-act-on");
  expect(life.blocked(OFFICER, at("2023-11-01"), judge("tcm", { institution: "tenant-root" }))).toBe(
    "refused: nothing-to-act-on",
  );
});

test("a center keeps what was said about its duties, and the board reads it", () => {
  const fuling = pack("fuling");
  const duties = fuling.duties.map((duty) =>
    duty.key === "measures" ? { ...duty, bearer: "center" as const } : duty,
  );
  const policy = Policy.parse({ ...fuling, duties });
  const life = newLife(policy);
  const [entry = ""] = designate(life, ["骨科中心"]);
  const { id } = life.centerOf(entry);
  const asked = judge("measures", { center: id });
  const place = { kind: "center" as const, center: id };
  const { policies } = life.ledger();
  const facts = { tenant: life.ledger().tenant, centers: [life.centerOf(entry)], sets: {} };
  const offered = abilitiesFor(policies, facts, { env: life.env(OFFICER, at("2023-11-01")), place });
  expect(offered.filter(({ act }) => act === "judge-duty")).toEqual([
    { act: "judge-duty", path: "duties/measures", verdict: { kind: "allowed" } },
  ]);
  life.must(OFFICER, at("2023-11-01"), asked);
  expect(life.blocked(OFFICER, at("2023-11-02"), judge("measures"))).toBe("refused: nothing-to-act-on");
  expect(life.blocked(OFFICER, at("2023-11-02"), asked)).toBe("refused: already-done");
  const board = boardWith(policy, "2023-12-01", { centers: [life.centerOf(entry)] });
  expect(targetsOf(board).find(({ duty }) => duty === "measures")?.readings).toMatchObject([
    { bearer: { kind: "center", id }, state: "met", judged: { on: "2023-11-01", opinion: "查过台账" } },
  ]);
});
