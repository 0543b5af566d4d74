import { getProcedure, type Procedure, type Stage } from "@yichuang/policy";
import type { Hat } from "../contract/basics.ts";
import { at, DIRECTOR, EXPERTS, LEADER, MANAGER, OFFICER } from "./life.ts";
import type { Life } from "./life.ts";

/** How a case goes on: what the experts find, what the leader decides. */
export interface Course {
  verdict?: boolean;
  outcome?: "approve" | "decline";
  /** the item of a list that the decision puts the case into */
  item?: string;
}

interface Step {
  life: Life;
  id: string;
  procedure: Procedure;
  stage: Stage;
  day: string;
  course: Course;
}

/** Takes a case through the named stages of its procedure, each by what it does, on one day. */
export function walk(
  life: Life,
  id: string,
  { stages, day, ...course }: Course & { stages: string[]; day: string },
) {
  const procedure = getProcedure(life.policy, life.caseAt(id).procedure);
  for (const key of stages) {
    const stage = procedure.stages.find((one) => one.key === key);
    if (stage === undefined) throw new Error(`no stage ${key}`);
    takeStep({ life, id, procedure, stage, day, course });
  }
}

function takeStep(step: Step): void {
  const { life, id, stage, day } = step;
  const place = { case: id, stage: stage.key };
  switch (stage.does) {
    case "submit":
      return handIn(step);
    case "check":
      life.must(OFFICER, at(day), { kind: "check", ...place, opinion: "材料齐全" });
      return;
    case "review":
      return review(step);
    case "decide":
      return decideOn(step);
    case "issue": {
      const document = { kind: stage.document, number: `${stage.key}〔${id}〕1 号`, title: "公文", on: day };
      life.must(OFFICER, at(day), { kind: "issue", stage: stage.key, cases: [id], document });
      return;
    }
    default:
      throw new Error(`nobody walks ${stage.does}`);
  }
}

function decideOn({ life, id, stage, day, course: { outcome = "approve", item } }: Step): void {
  const place = (stage.yields ?? []).some((one) => one.kind === "place");
  const into = place && item !== undefined ? { item } : {};
  life.must(LEADER, at(day), {
    kind: "decide",
    case: id,
    stage: stage.key,
    outcome,
    opinion: "同意",
    ...into,
  });
}

const HANDS: { [role: string]: Hat } = { host: MANAGER, director: DIRECTOR, authority: OFFICER };
const handOf = (role: string): Hat => HANDS[role] ?? MANAGER;

function handIn({ life, id, stage, day }: Step): void {
  if (stage.does !== "submit") return;
  const answers = life.answers(stage.form);
  const place = { case: id, stage: stage.key, answers };
  for (const actor of stage.signs ?? []) {
    life.must(handOf(actor.role), at(day), { kind: "sign", ...place, opinion: "属实" });
  }
  if (stage.signs === undefined) life.must(handOf(stage.by.role), at(day), { kind: "submit", ...place });
}

function review({ life, id, procedure, stage, day, course: { verdict = true } }: Step): void {
  const place = { case: id, stage: stage.key };
  const path = `procedures/${procedure.key}/stages/${stage.key}/panel/size`;
  const year = Number(day.slice(0, 4));
  life.must(LEADER, at(day), { kind: "settle", path, value: EXPERTS.length, as: "三人", on: day, year });
  const experts = EXPERTS.map((hat) => ({ user: hat.user, name: hat.name, party: 99, unit: "外单位" }));
  life.must(OFFICER, at(day), { kind: "assign", ...place, experts });
  const about = (stage.yields ?? []).flatMap((one) => (one.kind === "verdict" ? (one.about ?? []) : []));
  for (const condition of about) {
    for (const expert of EXPERTS) {
      const dimensions = aspectsOf(life, condition).map((item) => ({ item, met: verdict, opinion: "看过" }));
      life.must(expert, at(day), {
        kind: "judge",
        ...place,
        condition,
        verdict,
        dimensions,
        opinion: "意见",
      });
    }
  }
  life.must(OFFICER, at(day), { kind: "conclude", ...place });
}

function aspectsOf({ policy }: Life, key: string): string[] {
  const test = policy.conditions.find((one) => one.key === key)?.test;
  const list = test?.kind === "judged" ? policy.lists.find((one) => one.key === test.aspects) : undefined;
  return (list?.items ?? []).map((item) => item.key);
}
