import type { Policy } from "@yichuang/policy";
import type { Answers } from "../../contract/events.ts";
import { effectiveTree, flatten } from "../../indicators/tree.ts";
import { at, EXPERTS, hatOf, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "../life.ts";
import type { Life } from "../life.ts";
import { POINTS_POLICY } from "./points-policy.ts";

/** A life under the policy, or one made of it; `cut` lets more be chosen than the policy's own three. */
export function pointsLife(cut = 3, policy: Policy = POINTS_POLICY): Life {
  const procedures = policy.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) =>
      stage.yields === undefined
        ? stage
        : { ...stage, yields: stage.yields.map((one) => (one.kind === "rank" ? { ...one, cut } : one)) },
    ),
  }));
  return newLife({ ...policy, procedures });
}

const [EXPERT = OFFICER] = EXPERTS;

/** Points that add up to a total on a sheet of the policy. */
function pointsOn(key: string, total: number) {
  const sheet = POINTS_POLICY.sheets.find((one) => one.key === key);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  let left = total;
  return flatten(effectiveTree(sheet)).map((line) => {
    const points = Math.min(left, Number(line.weight));
    left -= points;
    return { item: line.path, points: String(points) };
  });
}

interface Reviewed {
  stage: string;
  sheet: string;
  total: number;
  day: string;
}

/** One expert scores a stage and the officer sums it up. */
function review(life: Life, id: string, { stage, sheet, total, day }: Reviewed): void {
  const expert = { user: EXPERT.user, name: EXPERT.name, party: 99, unit: "外单位" };
  life.must(OFFICER, at(day), { kind: "assign", case: id, stage, experts: [expert] });
  life.must(EXPERT, at(day), { kind: "score", case: id, stage, items: pointsOn(sheet, total), opinion: "" });
  life.must(OFFICER, at(day), { kind: "conclude", case: id, stage });
}

export const application = (name: string, head = "主任甲"): Answers => ({
  base: { name, head: { name: head } },
});

/** An application with its scores; without a hearing where the paper is too weak. */
export function applied(
  life: Life,
  name: string,
  { paper, hearing, rival = false }: { paper: number; hearing?: number; rival?: boolean },
): string {
  const manager = rival ? RIVAL_MANAGER : MANAGER;
  const id = life.open(manager, at("2024-03-01"), { procedure: "entry", year: 2024, name });
  life.must(manager, at("2024-03-01"), {
    kind: "submit",
    case: id,
    stage: "collect",
    answers: application(name),
  });
  review(life, id, { stage: "paper", sheet: "paper", total: paper, day: "2024-03-10" });
  if (hearing !== undefined) {
    review(life, id, { stage: "hearing", sheet: "hearing", total: hearing, day: "2024-03-20" });
  }
  return id;
}

export const rankAll = (life: Life, prefer: string[] = []) =>
  life.must(OFFICER, at("2024-04-01"), {
    kind: "rank",
    procedure: "entry",
    stage: "choose",
    year: 2024,
    prefer,
  });

export const choose = (life: Life, id: string, item: "first" | "second") =>
  life.must(LEADER, at("2024-04-02"), {
    kind: "decide",
    case: id,
    stage: "choose",
    outcome: "approve",
    opinion: "同意",
    item,
  });

/** Bases that were chosen and published on one day; their cases in the order of `papers`. */
export function bases(life: Life, papers: readonly number[]): string[] {
  const ids = papers.map((paper, n) =>
    applied(life, `基地${n}`, { paper, hearing: paper, rival: n % 2 === 1 }),
  );
  rankAll(life);
  ids.forEach((id, n) => choose(life, id, n === 0 ? "first" : "second"));
  const document = { kind: "list", number: "卫〔2024〕1 号", title: "名单", on: "2024-04-10" };
  life.must(OFFICER, at("2024-04-10"), { kind: "issue", stage: "publish", cases: ids, document });
  return ids;
}

/** The evaluation of a round: who is named with points takes part, the others let it pass. */
export function round(life: Life, year: number, totals: readonly (number | undefined)[]): string[] {
  life.must(OFFICER, at(`${year}-04-11`), { kind: "open-campaign", procedure: "round", year });
  const cases = life.ledger().centers.map((center) => ({
    center,
    id: center.cases.find((kase) => kase.procedure === "round" && kase.year === year)?.id ?? "",
  }));
  cases.forEach(({ center, id }, n) => {
    const total = totals[n];
    if (total === undefined) return;
    const manager = hatOf("institution-manager", center.host.party);
    const answers = { figures: { trials: "3" } };
    life.must(manager, at(`${year}-05-01`), { kind: "submit", case: id, stage: "self", answers });
    review(life, id, { stage: "panel", sheet: "paper", total, day: `${year}-05-20` });
  });
  return cases.map(({ id }) => id);
}

export const gradeRound = (year: number, prefer: string[] = []) => ({
  kind: "grade" as const,
  procedure: "round",
  stage: "grade",
  year,
  opinion: "同意",
  prefer,
});
