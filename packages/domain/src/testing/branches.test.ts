import type { Consequence, Policy } from "@yichuang/policy";
import { expect, test } from "vitest";
import type { Decision } from "../contract/decision.ts";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, hatOf, MANAGER, newLife, OFFICER } from "./life.ts";
import { networkPolicy, RULE_PATH } from "./network-policy.ts";
import { designate } from "./steps.ts";

const DAY = "2022-12-01";
const BRANCH = hatOf("institution-manager", 12);

/** A center that misses its report leaves the network, and its branches as the policy says. */
function policy(act: "list" | "cascade"): Policy {
  const read = networkPolicy();
  const reports = read.procedures.filter(({ purpose }) => purpose === "report").map(({ key }) => key);
  const following: Consequence = {
    key: "silent",
    label: { zh: "不报告的退出", en: "silent" },
    because: ["s1"],
    for: ["stic"],
    on: "missed",
    in: reports,
    effects: [
      { key: "out", do: "set-standing", standing: "exited" },
      { key: "under", do: "branches", act },
    ],
  };
  return { ...read, consequences: [...read.consequences, following] };
}

/** The scopes that an act takes, so that of two at once the second one decides anew. */
const scopesOf = (decision: Decision): string[] =>
  decision.kind === "decided" ? (decision.holds.seats ?? []).map(({ scope }) => scope) : [];

function ended(act: "list" | "cascade") {
  const life = newLife(policy(act));
  const [entry = ""] = designate(life, ["总中心"]);
  const parent = life.centerOf(entry).id;
  const value = { kind: "all", of: [] };
  life.must(MANAGER, at(DAY), {
    kind: "settle",
    path: RULE_PATH,
    value,
    as: "不另设条件",
    on: DAY,
    center: parent,
  });
  const taken: string[][] = [];
  const branches = ["一分", "二分"].map((name) => {
    const opening = { procedure: "branch-entry", year: 2022, type: "branch", parent, name };
    const id = life.open(BRANCH, at(DAY), opening);
    life.must(BRANCH, at(DAY), { kind: "submit", case: id, stage: "apply", answers: { basics: { name } } });
    const decide = {
      kind: "decide",
      case: id,
      stage: "decide",
      outcome: "approve",
      opinion: "同意",
    } as const;
    taken.push(scopesOf(life.asks(MANAGER, at(DAY), decide)));
    return id;
  });
  taken.push(scopesOf(life.asks(OFFICER, at("2023-06-01"), { kind: "sweep", root: parent })));
  expect(life.centerOf(entry).standing).toBe("exited");
  const tasks = obligationsOf(life.ledger().policies, life.centerOf(entry)).filter(
    (row) => row.act === "branches",
  );
  return { parent, taken, tasks, standings: branches.map((id) => life.centerOf(id).standing) };
}

test("branches of a center that ended are listed one by one for the authority", () => {
  const { tasks, standings } = ended("list");
  expect(standings).toEqual(["established", "established"]);
  expect(tasks.map(({ state, to_role: role }) => [state, role])).toEqual([
    ["open", "officer"],
    ["open", "officer"],
  ]);
});

test("branches follow their center in the same act where the policy says so", () => {
  const { tasks, standings } = ended("cascade");
  expect(standings).toEqual(["exited", "exited"]);
  expect(tasks).toEqual([]);
});

test("who comes under a center and what ends that center take one scope, so that neither goes unseen", () => {
  const { parent, taken } = ended("cascade");
  expect(taken).toEqual(Array.from({ length: 3 }, () => [`under:${parent}`]));
});
