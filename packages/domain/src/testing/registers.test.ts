// Registers over a life: entered, corrected, verified, struck; claimed by dossiers; counted by conditions.
import { expect, test } from "vitest";
import type { Action } from "../contract/actions.ts";
import { replay } from "../history/evolve.ts";
import { recordsOf } from "../history/collections.ts";
import { project } from "../projection/project.ts";
import { at, INSPECTOR, MANAGER, OFFICER, RIVAL_MANAGER } from "./life.ts";
import {
  claim,
  DAY,
  enter,
  institutionOf,
  lifeWithRegisters,
  OWN,
  recording,
  verified,
} from "./registers.ts";
import { apply } from "./steps.ts";

test("an entry counts once it is verified, waits again after a correction, and counts no more once it is struck", () => {
  const life = lifeWithRegisters();
  const counted = () => {
    const place = { policy: life.policy, today: DAY, now: at(DAY), holidays: {}, root: institutionOf(life) };
    return recordsOf(place, "achievements").map((one) => one["kind"]);
  };
  const entry = enter(life);
  expect(counted()).toEqual([]);
  life.must(OFFICER, at(DAY), { kind: "verify", root: OWN, entry, opinion: "属实" });
  expect(counted()).toEqual(["award"]);
  const answers = { title: "科技进步奖", number: "A-1", kind: "award" };
  life.must(MANAGER, at(DAY), { kind: "amend", root: OWN, entry, answers });
  expect(counted()).toEqual([]);
  expect(institutionOf(life).entries[0]).toMatchObject({ title: "科技进步奖", state: "recorded" });
  life.must(OFFICER, at(DAY), { kind: "verify", root: OWN, entry, opinion: "属实" });
  life.must(MANAGER, at(DAY), { kind: "strike", root: OWN, entry, reason: "重复" });
  expect(counted()).toEqual([]);
  expect(institutionOf(life).entries).toHaveLength(1);
});

test("what an entry said before a correction stays in the history", () => {
  const life = lifeWithRegisters();
  const entry = enter(life);
  const answers = { title: "科技进步奖" };
  const { events } = life.must(MANAGER, at(DAY), { kind: "amend", root: OWN, entry, answers });
  expect(events[0]).toMatchObject({
    kind: "amended",
    body: { from: { title: "科技奖", answers: { number: "A-1" } }, title: "科技进步奖" },
  });
  expect(institutionOf(life).entries[0]?.fingerprint).toBeUndefined();
});

test("who a register does not name cannot enter, verify or strike", () => {
  const life = lifeWithRegisters();
  expect(life.blocked(OFFICER, at(DAY), recording({}))).toBe("refused: not-your-role");
  expect(life.blocked(RIVAL_MANAGER, at(DAY), recording({}))).toBe("refused: not-your-case");
  const entry = enter(life);
  const strike: Action = { kind: "strike", root: OWN, entry, reason: "x" };
  expect(life.blocked(INSPECTOR, at(DAY), strike)).toBe("refused: not-your-role");
  expect(life.blocked(MANAGER, at(DAY), { kind: "verify", root: OWN, entry, opinion: "" })).toBe(
    "refused: not-your-role",
  );
});

test("a twin, an unknown field, a missing name and shares over the whole are refused; a struck entry stays struck", () => {
  const life = lifeWithRegisters();
  const entry = enter(life);
  expect(life.blocked(MANAGER, at(DAY), recording({ number: " a 1" }))).toBe("refused: entered-already");
  expect(life.blocked(MANAGER, at(DAY), recording({ title: "", number: "B", more: 1 }))).toBe(
    "refused: field-missing, field-invalid",
  );
  const shares = [0.6, 0.5].map((share, n) => ({ key: `r${n}`, cells: { share } }));
  expect(life.blocked(MANAGER, at(DAY), recording({ number: "C", shares }))).toBe("refused: field-invalid");
  life.must(MANAGER, at(DAY), { kind: "strike", root: OWN, entry, reason: "误录" });
  const answers = { title: "又来" };
  expect(life.blocked(MANAGER, at(DAY), { kind: "amend", root: OWN, entry, answers })).toBe(
    "refused: entry-struck",
  );
  expect(enter(life)).not.toBe(entry);
});

test("the rows of a public register hold nothing personal, those of another do", () => {
  const life = lifeWithRegisters();
  const visit = { title: "来访", amount: "3", contact: "13800000000" };
  life.must(OFFICER, at(DAY), { kind: "record", root: "tenant-root", register: "visits", answers: visit });
  enter(life, { phone: "13800000000" });
  const { policies, tenant } = life.ledger();
  expect(project(policies, tenant).register_entry).toMatchObject([
    { party_id: 1, open_to_all: true, answers: { title: "来访", amount: "3" }, attributes: { amount: "3" } },
  ]);
  expect(project(policies, tenant).register_entry[0]?.answers).not.toHaveProperty("contact");
  expect(project(policies, institutionOf(life)).register_entry[0]?.answers).toHaveProperty("phone");
});

test("a dossier claims an entry as the register says; in its world the claims are the achievements", () => {
  const life = lifeWithRegisters();
  const asked = claim(life, verified(life), 0.5);
  const { events } = life.must(MANAGER, at("2022-10-21"), asked);
  expect(events.map(({ kind }) => kind).slice(0, 2)).toEqual(["submitted", "claimed"]);
  const kase = life.caseAt(asked.case);
  expect(kase.claims[0]?.claims).toMatchObject([
    {
      title: "科技奖",
      attributes: { kind: "award" },
      share: "0.5",
      fingerprint: "achievements|a1",
      earlier: [],
    },
  ]);
  expect(JSON.stringify(kase.submissions)).not.toContain("自己写的");
  const root = life.centerOf(kase.id);
  const place = { policy: life.policy, today: DAY, now: at(DAY), holidays: {}, root };
  expect(recordsOf({ ...place, kase }, "achievements")).toEqual([{ kind: "award", share: "0.5" }]);
  const { policies } = life.ledger();
  expect(project(policies, root).claim).toMatchObject([{ year: 2022, share: "0.5", claimed_before: false }]);
});

test("a second claim is marked and not refused; more than the whole among centers is refused", () => {
  const life = lifeWithRegisters();
  const entry = verified(life);
  life.must(MANAGER, at("2022-10-21"), claim(life, entry, 0.5));
  const second = claim(life, entry, 0.5);
  life.must(MANAGER, at("2022-10-21"), second);
  const kase = life.caseAt(second.case);
  expect(kase.claims[0]?.claims[0]?.earlier).toEqual([{ tenant: 1, name: "主管部门", year: 2022 }]);
  const { policies } = life.ledger();
  const rows = project(policies, life.centerOf(kase.id));
  expect(rows.case_state[0]?.marks).toContain("claimed-twice");
  expect(life.blocked(MANAGER, at("2022-10-21"), claim(life, entry, 0.1))).toBe("refused: shares-over-whole");
});

test("two who claim the same thing take the same scope, so that the later one has seen the first", () => {
  const life = lifeWithRegisters();
  const entry = verified(life);
  const scopes = [0.5, 0.5].map((share) => {
    const { holds } = life.must(MANAGER, at("2022-10-21"), claim(life, entry, share));
    return holds.seats?.map(({ scope }) => scope).filter((scope) => scope.startsWith("claims:"));
  });
  expect(scopes).toEqual([["claims:achievements|a1"], ["claims:achievements|a1"]]);
});

test("an entry that is unverified, struck, unsuitable or nobody's cannot be claimed", () => {
  const life = lifeWithRegisters();
  const unverified = enter(life);
  const paper = verified(life, { number: "P", kind: "paper" });
  const gone = verified(life, { number: "G" });
  life.must(MANAGER, at(DAY), { kind: "strike", root: OWN, entry: gone, reason: "误录" });
  for (const entry of [unverified, paper, gone, "nobody"]) {
    expect(life.blocked(MANAGER, at("2022-10-21"), claim(life, entry, 1))).toBe("refused: field-invalid");
  }
  const half = verified(life, { number: "H" });
  expect(life.blocked(MANAGER, at("2022-10-21"), claim(life, half, 2))).toBe("refused: field-invalid");
});

test("a case without claims in a form that asks for them counts none, and a replay finds the same facts", () => {
  const life = lifeWithRegisters();
  verified(life);
  const id = apply(life, "乙中心");
  const root = life.centerOf(id);
  const kase = life.caseAt(id);
  const place = { policy: life.policy, today: DAY, now: at(DAY), holidays: {}, root, kase };
  expect(recordsOf({ ...place, institution: institutionOf(life) }, "achievements")).toEqual([]);
  const { events } = life.ledger();
  expect(replay(events.filter((event) => event.root.id === OWN))).toEqual(institutionOf(life));
  expect(replay(events.filter((event) => event.root.id === root.id))).toEqual(root);
});
