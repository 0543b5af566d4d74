// Plays procedures of a policy over the API, one act after another, as the policy names its actors. A journey says who
// does what on which day; forms are filled with something that every field accepts, where the journey says nothing else.
import type { AppOutputs } from "@yichuang/api";
import type { Action } from "@yichuang/domain";
import { sampleAnswers } from "@yichuang/domain/testing";
import {
  findProcedure,
  getCondition,
  getForm,
  getList,
  getStage,
  type Policy,
  type Procedure,
  type Stage,
} from "@yichuang/policy";
import { teller, type Teller } from "./expectations.ts";
import { type Actor, type JourneyWorld, newKey } from "./world.ts";

type ActAnswer = AppOutputs["act"]["submit"];
type Opening = Omit<Extract<Action, { kind: "open-case" }>, "kind">;
type Said = { [field: string]: unknown };
type Answers = { [section: string]: Said };

/** A running case: where it stands in the policy, and the root that it is about. */
export interface Running {
  name: string;
  procedure: Procedure;
  case: string;
  root: string;
}

/** Who hands something in: the host, and the director where the stage asks for the director's signature. */
export interface Hand {
  host: Actor;
  director?: Actor;
  /** what the journey answers itself, by `section/field` */
  said?: Said;
}

export interface Issued {
  stage: string;
  kind: string;
  number: string;
  title: string;
}

export interface Panel {
  officer: Actor;
  experts: readonly Actor[];
  verdict: boolean;
}

/** One act of one actor, with a key of its own. */
export const ask = <T>(actor: Actor, act: T) => ({ as: actor.as, key: newKey(), act });

export type Player = ReturnType<typeof newPlayer>;

/** A player of one tenant's policy in a world that stands at its first day. */
export function newPlayer(world: JourneyWorld, policy: Policy, firstDay: string) {
  let today = firstDay;
  const tell: Teller = teller(() => today);
  return {
    tell,
    policy,
    today: () => today,
    /** 09:00 of a later day */
    day: async (to: string): Promise<void> => {
      today = to;
      await world.day(to);
    },
    ...opening(policy, tell),
    ...handing(policy, tell),
    ...judging(policy, tell),
    ...deciding(tell, () => today),
  };
}

const open = (by: Actor, what: Opening): Promise<ActAnswer> => by.api.act.openCase.mutate(ask(by, what));

function opening(policy: Policy, tell: Teller) {
  return {
    open,
    opens: async (by: Actor, words: string, what: Opening): Promise<Running> => {
      const procedure = findProcedure(policy, what.procedure);
      if (procedure === undefined) throw new Error(`no procedure ${what.procedure}`);
      const done = await tell.done(words, open(by, what));
      return { name: what.name ?? words, procedure, case: done.cases[0] ?? "", root: done.roots[0] ?? "" };
    },
  };
}

function handing(policy: Policy, tell: Teller) {
  /** The form of a stage, filled: a paper for every file that is asked for, and what the journey says. */
  const answers = async (running: Running, key: string, { host, said = {} }: Hand): Promise<Answers> => {
    const { form: formKey } = getStage(running.procedure, key);
    if (formKey === undefined) return {};
    const form = getForm(policy, formKey);
    const filled: Answers = sampleAnswers(policy, form, { name: running.name });
    for (const section of form.sections) {
      for (const field of section.fields) {
        if (field.kind !== "file" || field.required !== true) continue;
        filled[section.key] = { ...filled[section.key], [field.key]: [await host.upload("证明材料.pdf")] };
      }
    }
    for (const [place, value] of Object.entries(said)) {
      const [section = "", field = ""] = place.split("/");
      filled[section] = { ...filled[section], [field]: value };
    }
    return filled;
  };
  const submit = async (running: Running, stage: string, hand: Hand): Promise<ActAnswer> => {
    const act = { case: running.case, stage, answers: (await answers(running, stage, hand)) as never };
    return hand.host.api.act.submit.mutate(ask(hand.host, act));
  };
  return {
    submit,
    /** Everybody who must sign does so in the policy's order; the last signature hands it in. */
    handsIn: async (running: Running, key: string, hand: Hand): Promise<void> => {
      const stage = getStage(running.procedure, key);
      const words = `${running.name}：${stage.label?.zh ?? key}`;
      const signs = stage.does === "submit" ? (stage.signs ?? []) : [];
      if (signs.length === 0) {
        await tell.done(words, submit(running, key, hand));
        return;
      }
      const filled = (await answers(running, key, hand)) as never;
      for (const { role } of signs) {
        const signer = role === "director" ? (hand.director ?? hand.host) : hand.host;
        const act = { case: running.case, stage: key, answers: filled, opinion: "属实" };
        await tell.done(
          `${words}，${role === "director" ? "主任" : "单位"}签署`,
          signer.api.act.sign.mutate(ask(signer, act)),
        );
      }
    },
  };
}

const judgedAt = (stage: Stage): string[] =>
  (stage.yields ?? []).flatMap((brought) => (brought.kind === "verdict" ? (brought.about ?? []) : []));

function judging(policy: Policy, tell: Teller) {
  const aspectsOf = (condition: string, met: boolean) => {
    const { test } = getCondition(policy, condition);
    const list = test.kind === "judged" ? test.aspects : undefined;
    return list === undefined
      ? []
      : getList(policy, list).items.map(({ key }) => ({ item: key, met, opinion: met ? "具备" : "不足" }));
  };

  return {
    /** People of the pool are assigned, each says yes or no on every condition, and the officer sums up. */
    isJudged: async (running: Running, key: string, { officer, experts, verdict }: Panel): Promise<void> => {
      const at = { case: running.case, stage: key };
      const pool = await officer.api.review.experts.query({ as: officer.as });
      const people = pool
        .filter(({ user_id: user }) => experts.some(({ me }) => me.user === user))
        .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
      await tell.done(
        `${running.name}：分配专家`,
        officer.api.act.assignExperts.mutate(ask(officer, { ...at, experts: people })),
      );
      for (const expert of experts) {
        for (const condition of judgedAt(getStage(running.procedure, key))) {
          const dimensions = aspectsOf(condition, verdict);
          const act = { ...at, condition, verdict, dimensions, opinion: verdict ? "符合" : "不符合" };
          await tell.done(`${running.name}：专家意见`, expert.api.act.judge.mutate(ask(expert, act)));
        }
      }
      await tell.done(`${running.name}：汇总`, officer.api.act.conclude.mutate(ask(officer, at)));
    },
  };
}

const decide = (by: Actor, { case: id }: Running, stage: string) =>
  by.api.act.decide.mutate(ask(by, { case: id, stage, outcome: "approve", opinion: "同意" }));

function deciding(tell: Teller, today: () => string) {
  const issue = (officer: Actor, running: Running, { stage, ...document }: Issued) =>
    officer.api.act.issue.mutate(
      ask(officer, { stage, cases: [running.case], document: { ...document, on: today() } }),
    );
  return {
    decide,
    isChecked: (officer: Actor, running: Running, stage: string) =>
      tell.done(
        `${running.name}：审查`,
        officer.api.act.check.mutate(ask(officer, { case: running.case, stage, opinion: "材料齐全" })),
      ),
    isDecided: (leader: Actor, running: Running, stage: string) =>
      tell.done(`${running.name}：决定`, decide(leader, running, stage)),
    issue,
    isIssued: (officer: Actor, running: Running, { stage, ...document }: Issued) =>
      tell.done(`${running.name}：${document.title}`, issue(officer, running, { stage, ...document })),
    settles: async (
      by: Actor,
      path: string,
      settled: { value: unknown; as: string; year?: number; case?: string; center?: string },
    ): Promise<void> => {
      const act = { path, on: today(), ...settled, value: settled.value as never };
      await tell.done(`补定：${settled.as}`, by.api.act.settle.mutate(ask(by, act)));
    },
    standing: async (by: Actor, { root }: Running): Promise<string | null | undefined> =>
      (await by.api.center.get.query({ as: by.as, center: root })).head.standing,
  };
}
