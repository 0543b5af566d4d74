import type { Condition, Consequence, Policy } from "@yichuang/policy";
import { expect, test } from "vitest";
import { decide } from "../acts/decide.ts";
import { factsFor } from "../rehearsal/ledger.ts";
import { at, hatOf, MANAGER, newLife } from "./life.ts";
import { networkPolicy, RULE_PATH } from "./network-policy.ts";
import { designate } from "./steps.ts";

const DAY = "2022-12-01";
const BRANCH = hatOf("institution-manager", 12);

const consequence = (more: Omit<Consequence, "because" | "label">): Consequence => ({
  label: { zh: "后果", en: "consequence" },
  because: ["s1"],
  ...more,
});

const stands = (than: string): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "center.standing" },
  is: "equal",
  than,
});

/** Whoever names a branch leaves the network himself, and what is under him with him. */
function policy(): Policy {
  const read = networkPolicy();
  return {
    ...read,
    consequences: [
      ...read.consequences,
      consequence({
        key: "above",
        for: ["branch"],
        on: "standing-changed",
        of: "parent",
        when: stands("established"),
        effects: [
          { key: "name", do: "suspend-name" },
          { key: "out", do: "set-standing", standing: "exited" },
        ],
      }),
      consequence({
        key: "under",
        for: ["stic"],
        on: "standing-changed",
        when: stands("exited"),
        effects: [{ key: "all", do: "branches", act: "cascade" }],
      }),
    ],
  };
}

/** A branch whose parent is about to decide on it. */
function begun() {
  const life = newLife(policy());
  const [entry = ""] = designate(life, ["总中心"]);
  const parent = life.centerOf(entry).id;
  const value = { kind: "all", of: [] };
  const rule = { path: RULE_PATH, value, as: "不另设条件", on: DAY, center: parent };
  life.must(MANAGER, at(DAY), { kind: "settle", ...rule });
  const id = life.open(BRANCH, at(DAY), {
    procedure: "branch-entry",
    year: 2022,
    type: "branch",
    parent,
    name: "一分",
  });
  const answers = { basics: { name: "一分" } };
  life.must(BRANCH, at(DAY), { kind: "submit", case: id, stage: "apply", answers });
  const action = {
    kind: "decide",
    case: id,
    stage: "decide",
    outcome: "approve",
    opinion: "同意",
  } as const;
  return { life, entry, id, action };
}

test("a consequence for the parent happens to the center above, and its own consequences follow", () => {
  const { life, entry, id, action } = begun();
  life.must(MANAGER, at(DAY), action);
  const [parent, branch] = [life.centerOf(entry), life.centerOf(id)];
  expect([parent.standing, parent.nameSuspended?.on]).toEqual(["exited", DAY]);
  expect([branch.standing, branch.nameSuspended]).toEqual(["exited", undefined]);
  expect(branch.consequences).toEqual([]);
  expect(parent.consequences.slice(-3)).toMatchObject([
    { case: id, consequence: "above", effect: "name", with: { of: "parent", center: branch.id } },
    { case: id, consequence: "above", effect: "out", with: { standing: "exited", center: branch.id } },
    { case: entry, consequence: "under", effect: "all", with: { branches: branch.id } },
  ]);
});

test("where the center above is not loaded, only the note is left with the center", () => {
  const { life, id, action } = begun();
  const facts = factsFor(life.ledger(), MANAGER);
  const alone = { ...facts, centers: [life.centerOf(id)] };
  const decision = decide(life.ledger().policies, alone, { action, env: life.env(MANAGER, at(DAY)) });
  if (decision.kind !== "decided") throw new Error(JSON.stringify(decision));
  const noted = decision.events.filter(({ kind }) => kind === "applied-consequence");
  expect(noted.map(({ root, body }) => [root.id, "effect" in body && body.effect])).toEqual([
    [life.centerOf(id).id, "name"],
    [life.centerOf(id).id, "out"],
  ]);
  expect(decision.events.some(({ kind }) => kind === "name-suspended")).toBe(false);
});
