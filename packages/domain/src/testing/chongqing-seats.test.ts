import { readFileSync } from "node:fs";
import { getSheet, Policy } from "@yichuang/policy";
import { expect, it } from "vitest";
import { at, EXPERTS, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import type { Life } from "./life.ts";

const PACK = new URL("../../../policy/packs/chongqing/policy.json", import.meta.url);
const policy = Policy.parse(JSON.parse(readFileSync(PACK, "utf8")));
const lines = getSheet(policy, "applied").items.map(({ key }) => key);
const day = at("2023-03-06");

function selectionOf2023(): Life {
  const life = newLife(policy);
  const settle = (path: string, value: unknown) =>
    life.must(LEADER, day, { kind: "settle", path, value, as: "已定", on: "2023-03-06", year: 2023 });
  settle("procedures/talent/starts/when", { kind: "between", from: "2023-03-01", to: "2023-03-31" });
  settle("procedures/talent/stages/review/panel/size", 1);
  settle("procedures/talent/stages/review/yields/score/combine", "mean");
  lines.forEach((key, n) => settle(`sheets/applied/items/${key}/weight`, n < 4 ? 20 : 10));
  return life;
}

/** A team goes all the way to the list; answers its case, approved and not yet on the list. */
function approvedTeam(life: Life, name: string): string {
  const id = life.open(MANAGER, day, { procedure: "talent", type: "young-team", year: 2023, name });
  const stage = (key: string) => ({ case: id, stage: key });
  const answers = life.answers("talent-application", { name });
  life.must(MANAGER, day, { kind: "submit", ...stage("apply"), answers });
  life.must(OFFICER, day, { kind: "check", ...stage("check"), opinion: "齐全" });
  const [expert] = EXPERTS;
  if (expert === undefined) throw new Error("nobody is in the pool");
  const experts = [{ user: expert.user, name: expert.name, party: 99, unit: "外单位" }];
  life.must(OFFICER, day, { kind: "assign", ...stage("review"), experts });
  const items = lines.map((item) => ({ item, points: "8" }));
  life.must(expert, day, { kind: "score", ...stage("review"), items, opinion: "意见" });
  life.must(OFFICER, day, { kind: "conclude", ...stage("review") });
  life.must(LEADER, day, { kind: "decide", ...stage("decide"), outcome: "approve", opinion: "同意" });
  return id;
}

const listing = (cases: string[], n: number) => ({
  kind: "issue" as const,
  stage: "publish",
  cases,
  document: { kind: "list", number: `示卫〔2023〕${n}号`, title: "名单", on: "2023-03-06" },
});

it("ten teams are selected in a year, and an eleventh finds no seat", () => {
  const life = selectionOf2023();
  const ten = Array.from({ length: 10 }, (_, n) => approvedTeam(life, `团队${n + 1}`));
  life.must(OFFICER, day, listing(ten, 1));
  const eleventh = approvedTeam(life, "团队十一");
  expect(life.blocked(OFFICER, day, listing([eleventh], 2))).toBe("refused: seats-taken");
});
