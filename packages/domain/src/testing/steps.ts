import type { Hat } from "../contract/basics.ts";
import { at, DIRECTOR, EXPERTS, LEADER, MANAGER, OFFICER } from "./life.ts";
import type { Life } from "./life.ts";

// The steps of a life, each by what a stage does and never by its key.

const expertsOf = (hats: readonly Hat[]) =>
  hats.map((hat) => ({ user: hat.user, name: hat.name, party: 99, unit: "外单位" }));

/** A hospital applies for a center of the 2022 cohort and hands the application in. */
export function apply(life: Life, name: string, day = "2022-10-21"): string {
  const entry = life.parts.procedure("entry");
  const collect = life.parts.stage(entry, "submit");
  const id = life.open(MANAGER, at(day, "09:00:00"), { procedure: entry.key, year: 2022, name });
  const answers = life.answers(collect.form, { name });
  life.must(MANAGER, at(day), { kind: "submit", case: id, stage: collect.key, answers });
  return id;
}

/** The authority says how many experts there are in a year. */
export function settlePanel(
  life: Life,
  purpose: "entry" | "evaluation" | "rectification",
  on: { day: string; year?: number },
) {
  const { day, year = Number(day.slice(0, 4)) } = on;
  const procedure = life.parts.procedure(purpose);
  const review = life.parts.stage(procedure, "review");
  life.must(LEADER, at(day), {
    kind: "settle",
    path: `procedures/${procedure.key}/stages/${review.key}/panel/size`,
    value: EXPERTS.length,
    as: `${EXPERTS.length} 人`,
    on: day,
    year,
  });
}

export function assignAll(life: Life, id: string, day: string) {
  const { procedure } = life.caseAt(id);
  const review = life.parts.stage(stagesOf(life, procedure), "review");
  life.must(OFFICER, at(day), { kind: "assign", case: id, stage: review.key, experts: expertsOf(EXPERTS) });
  return review.key;
}

const stagesOf = (life: Life, key: string) => {
  const procedure = life.policy.procedures.find((one) => one.key === key);
  if (procedure === undefined) throw new Error(`no procedure ${key}`);
  return procedure;
};

/** Experts answer, the leader decides, and nothing is published yet. */
export function assess(life: Life, id: string, verdicts: readonly boolean[] = [true, true, true]) {
  const stage = assignAll(life, id, "2022-10-25");
  const { condition, dimensions } = life.parts;
  EXPERTS.forEach((expert, n) => {
    const verdict = verdicts[n] ?? true;
    life.must(expert, at("2022-10-26"), {
      kind: "judge",
      case: id,
      stage,
      condition: condition.key,
      verdict,
      dimensions: dimensions.map((item) => ({ item: item.key, met: verdict, opinion: "看过" })),
      opinion: "意见",
    });
  });
  return stage;
}

export function decideOn(
  life: Life,
  id: string,
  { day, outcome = "approve" }: { day: string; outcome?: "approve" | "decline" },
) {
  const { procedure } = life.caseAt(id);
  const stage = life.parts.stage(stagesOf(life, procedure), "decide").key;
  return life.must(LEADER, at(day), { kind: "decide", case: id, stage, outcome, opinion: "同意" });
}

/** From the application to the official document that begins the term. */
export function designate(life: Life, names: readonly string[], day = "2022-11-10"): string[] {
  const ids = names.map((name) => apply(life, name));
  settlePanel(life, "entry", { day: "2022-10-24" });
  for (const id of ids) {
    const stage = assess(life, id);
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    decideOn(life, id, { day: "2022-11-03" });
  }
  publish(life, ids, day);
  return ids;
}

export function publish(life: Life, ids: readonly string[], day: string) {
  const stage = life.parts.stage(life.parts.procedure("entry"), "issue");
  return life.must(OFFICER, at(day), {
    kind: "issue",
    stage: stage.key,
    cases: [...ids],
    document: {
      kind: "letter",
      number: `卫〔2022〕${ids.length} 号`,
      title: "关于公布建设单位的通知",
      on: day,
    },
  });
}

/** Acceptance from the day after the term to the combined score; `total` is what each expert gives. */
export const accept = (life: Life, entry: string, total: number): string =>
  scored(life, assessOneself(life, entry), { total, day: "2025-11-12" });

/** The acceptance is opened, and the self-assessment signed by the director and handed in by the host. */
export function assessOneself(life: Life, entry: string): string {
  const day = "2025-11-12";
  const procedure = life.parts.procedure("evaluation");
  const center = life.centerOf(entry).id;
  const id = life.open(OFFICER, at(day, "08:00:00"), { procedure: procedure.key, year: 2025, center });
  const self = life.parts.stage(procedure, "submit");
  const answers = life.answers(self.form);
  const signing = { kind: "sign" as const, case: id, stage: self.key, answers, opinion: "属实" };
  life.must(DIRECTOR, at(day, "09:00:00"), signing);
  life.must(MANAGER, at(day, "10:00:00"), signing);
  return id;
}

/** A panel scores a case and the officer sums it up. */
export function scored(life: Life, id: string, { total, day }: { total: number; day: string }): string {
  const stage = assignAll(life, id, day);
  for (const expert of EXPERTS) {
    life.must(expert, at(day, "14:00:00"), {
      kind: "score",
      case: id,
      stage,
      items: life.pointsFor(total),
      opinion: "",
    });
  }
  life.must(OFFICER, at(day, "15:00:00"), { kind: "conclude", case: id, stage });
  return id;
}

export function settleLine(life: Life, value: number, day: string) {
  return life.must(LEADER, at(day), {
    kind: "settle",
    path: life.parts.line,
    value,
    as: `${value} 分`,
    on: day,
  });
}
