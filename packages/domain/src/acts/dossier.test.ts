import { getForm } from "@yichuang/policy";
import type { Form, FormField, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Answers } from "../contract/events.ts";
import type { CaseFacts, FactRecord } from "../contract/facts.ts";
import { at, MANAGER, newLife } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { BESIDE, HOLIDAYS } from "../testing/odd-steps.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { claim, lifeWithRegisters, verified } from "../testing/registers.ts";
import { networkPolicy } from "../testing/network-policy.ts";
import { checkDossier, formOf, sameAnswer, worldWith } from "./dossier.ts";
import type { StageScene } from "./scene.ts";

const { clauses } = ODD_POLICY;
const DAY = "2026-03-21";
const ANSWERS: Answers = { main: { name: "转化实验室", joint: true, beds: "600" } };

/** The odd policy with another field in its plan. */
const asking = (...more: FormField[]): Policy => ({
  ...ODD_POLICY,
  forms: ODD_POLICY.forms.map((form) =>
    form.key === "plan"
      ? { ...form, sections: form.sections.map((one) => ({ ...one, fields: [...one.fields, ...more] })) }
      : form,
  ),
});

/** An application that is about to be handed in. */
function drafting(policy: Policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
  const scene = life.stageScene(MANAGER, at(DAY), { case: id, stage: "online" });
  return { scene, form: getForm(policy, "plan") };
}

describe("the form of a stage", () => {
  it("is the one that it names, or none", () => {
    const { scene, form } = drafting();
    expect(formOf(scene)).toBe(form);
    const { form: _form, ...paper } = scene.stage;
    expect(formOf({ ...scene, stage: paper })).toBeUndefined();
    expect(checkDossier({ ...scene, stage: paper }, {})).toEqual([]);
  });
});

describe("the world in which a dossier is judged", () => {
  it("holds already what the dossier writes, and keeps everything else", () => {
    const { scene, form } = drafting();
    const world = worldWith(scene, form, ANSWERS);
    expect(
      ["host.beds", "application.joint", "application.name", "host.name", "case.year"].map(world.fact),
    ).toEqual(["600", true, "转化实验室", "甲医院", 2026]);
    expect(worldWith(scene, form, {}).fact("host.beds")).toBeUndefined();
  });
  it("knows each answer of the form by name, as far as it is a word, a number or a yes", () => {
    const field = (key: string): FormField => ({ key, kind: "text" });
    const policy = asking(field("text"), field("count"), field("yes"), field("list"));
    const { scene, form } = drafting(policy);
    const answers = { other: {}, main: { text: "甲", count: 3, yes: false, list: ["a"] } };
    const world = worldWith(scene, form, answers);
    const asked = ["plan.text", "plan.count", "plan.yes", "plan.list", "plan.none", "plan", "plea.text"];
    expect(asked.map((ref) => world.fact(`application.${ref}`))).toEqual([
      "甲",
      3,
      false,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("knows an answer that was handed in before only until the dossier says another", () => {
    const { scene, form } = drafting();
    const { main } = ANSWERS;
    const submission = {
      stage: "online",
      form: "plan",
      revision: 1,
      answers: { main: { ...main, beds: "100" } },
      at: at(DAY),
      daysLate: 0,
      done: true,
    };
    const kase = { ...scene.kase, submissions: [submission] };
    const again = { ...scene, kase, place: { ...scene.place, kase } };
    expect(worldWith(again, form, ANSWERS).fact("host.beds")).toBe("600");
  });
  it("counts the goals that the dossier sets, and those of the center where it sets none", () => {
    const policy = asking({ key: "goals", kind: "goals" });
    const { scene, form } = drafting(policy);
    const goals = [{ key: "one", text: "建成平台", met: true }];
    const own = { ...scene.world, set: (): FactRecord[] => [{ text: "原有" }] };
    const seen = (main: object) =>
      worldWith({ ...scene, world: own }, form, { main: { ...main } }).set("goals");
    expect(seen({ goals })).toEqual([expect.objectContaining({ text: "建成平台", met: true })]);
    expect(seen({})).toEqual([{ text: "原有" }]);
    expect(worldWith({ ...scene, world: own }, form, { main: { goals } }).set("reports")).toEqual([
      { text: "原有" },
    ]);
  });
  it("counts what the dossier claims, and nothing else of that collection", () => {
    const life = lifeWithRegisters();
    const submit = claim(life, verified(life), 0.5);
    const scene = life.stageScene(MANAGER, at("2022-10-21"), submit);
    const form = getForm(life.policy, "application");
    const picked = { register: "awards", entry: "e", title: "t" };
    const claiming = (...claimed: object[]) => {
      const [section = ""] = Object.keys(submit.answers);
      return { ...submit.answers, [section]: { ...submit.answers[section], claimed } };
    };
    const seen = (answers: Answers, of = "achievements") => worldWith(scene, form, answers).set(of);
    expect(
      seen(claiming({ ...picked, attributes: { kind: "award" }, share: 0.5 }, { ...picked, attributes: {} })),
    ).toStrictEqual([{ kind: "award", share: "0.5" }, {}]);
    expect(scene.world.set("achievements")).toHaveLength(1);
    expect(seen(claiming())).toEqual([]);
    expect(seen(claiming(), "people")).toEqual(scene.world.set("people"));
  });
  it("sees the institutions that the dossier names beside the center", () => {
    const life = newLife(networkPolicy());
    const id = life.open(MANAGER, at("2022-12-01"), {
      procedure: "branch-entry",
      year: 2022,
      type: "branch",
    });
    const scene = life.stageScene(MANAGER, at("2022-12-01"), { case: id, stage: "apply" });
    const form = getForm(life.policy, "branch-dossier");
    const hosts = [{ name: "甲大学" }];
    const world = worldWith(scene, form, { basics: { name: "分", hosts } });
    expect(world.set("members").map(({ name, role }) => [name, role])).toEqual([
      ["甲医院", "lead"],
      ["甲大学", "joint"],
    ]);
    expect(world.fact("application.name")).toBe("分");
    expect(scene.world.set("members")).toHaveLength(1);
  });
});

describe("what a dossier lacks", () => {
  it("is said of every field", () => {
    const { scene } = drafting();
    expect(checkDossier(scene, ANSWERS)).toEqual([]);
    expect(checkDossier(scene, { main: { joint: true } })).toEqual([
      {
        pending: false,
        violation: expect.objectContaining({
          code: "field-missing",
          field: "main/name",
          params: { section: { zh: "正文", en: "main" }, field: { zh: "name", en: "name" } },
        }),
      },
      { pending: false, violation: expect.objectContaining({ code: "field-missing", field: "main/beds" }) },
    ]);
  });
});

describe("a dossier that was sent back", () => {
  const before = { main: { name: "甲", joint: true, beds: "600" }, more: { text: "原文" } };
  const SECTIONS: Form["sections"] = [
    ...getForm(ODD_POLICY, "plan").sections,
    { key: "more", fields: [{ key: "text", kind: "text", label: { zh: "说明", en: "text" } }] },
  ];
  const policy: Policy = {
    ...ODD_POLICY,
    forms: ODD_POLICY.forms.map((form) => (form.key === "plan" ? { ...form, sections: SECTIONS } : form)),
  };
  /** What is wrong with a revision, where only these places were marked. */
  function revising(answers: Answers, marks: string[], more: Partial<CaseFacts> = {}) {
    const { scene } = drafting(policy);
    const sent = { form: "plan", at: at(DAY), daysLate: 0, done: true };
    const first = { ...sent, stage: "online", revision: 1, answers: before };
    const who = { user: "u", name: "n", role: "officer", party: 1, unit: "u" } as const;
    const back = {
      stage: "online",
      reason: "补充",
      who,
      at: at(DAY),
      marks: marks.map((field) => ({ field, reason: "改" })),
    };
    const kase: CaseFacts = {
      ...scene.kase,
      state: "returned",
      submissions: [first],
      returns: [back],
      ...more,
    };
    const changed: StageScene = { ...scene, kase };
    return checkDossier(changed, answers);
  }
  const notMarked = (field: string, label: { zh: string; en: string }) => ({
    pending: false,
    violation: { code: "field-invalid", params: { field: label, fault: "not-marked" }, clauses, field },
  });

  it("may change where it was marked, and nowhere else", () => {
    const other = { main: { ...before.main, name: "乙" }, more: { text: "改过" } };
    expect(revising(other, ["main/name"])).toEqual([notMarked("more/text", { zh: "说明", en: "text" })]);
    expect(revising(other, ["more/text"])).toEqual([notMarked("main/name", { zh: "name", en: "name" })]);
    expect(revising(other, ["main/name", "more/text"])).toEqual([]);
    expect(revising(other, ["main/name", "more"])).toEqual([]);
    expect(revising(before, ["main/name"])).toEqual([]);
  });
  it("may change everywhere where nothing was marked", () => {
    expect(revising({ ...before, more: { text: "改过" } }, [])).toEqual([]);
  });
  it("may not lose an answer either, and a section that was never there is none", () => {
    expect(revising({ main: before.main }, ["main/name"])).toEqual([
      notMarked("more/text", { zh: "说明", en: "text" }),
    ]);
    const { more: _more, ...without } = before;
    const bare = {
      form: "plan",
      at: at(DAY),
      daysLate: 0,
      done: true,
      stage: "online",
      revision: 1,
      answers: without,
    };
    expect(revising(without, ["main/name"], { submissions: [bare] })).toEqual([]);
  });
  it("is measured by what was last handed in at that stage, as a whole", () => {
    const other = { ...before, more: { text: "改过" } };
    const sent = { form: "plan", at: at(DAY), daysLate: 0 };
    const first = { ...sent, stage: "online", revision: 1, answers: other, done: true };
    const unsigned = { ...sent, stage: "online", revision: 2, answers: before, done: false };
    const elsewhere = { ...sent, stage: "paper", revision: 1, answers: before, done: true };
    expect(revising(other, ["main/name"], { submissions: [first, unsigned, elsewhere] })).toEqual([]);
    expect(revising(other, ["main/name"], { submissions: [unsigned] })).toEqual([]);
  });
  it("is bound by the last return of that stage, and no more once it has come in again", () => {
    const other = { ...before, more: { text: "改过" } };
    expect(revising(other, ["main/name"], { state: "submitted" })).toEqual([]);
    const who = { user: "u", name: "n", role: "officer", party: 1, unit: "u" } as const;
    const back = (stage: string, field: string) => ({
      stage,
      reason: "补充",
      who,
      at: at(DAY),
      marks: [{ field, reason: "改" }],
    });
    expect(
      revising(other, [], { returns: [back("online", "main/name"), back("online", "more/text")] }),
    ).toEqual([]);
    expect(
      revising(other, [], { returns: [back("online", "more/text"), back("paper", "main/name")] }),
    ).toEqual([]);
    expect(revising(other, [], { returns: [] })).toEqual([]);
  });
});

describe("an answer", () => {
  it("is the same whatever the order of its parts, and nothing is nothing", () => {
    expect(sameAnswer({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameAnswer(undefined, null)).toBe(true);
    expect(sameAnswer("a", "b")).toBe(false);
    expect(sameAnswer(undefined, "")).toBe(false);
  });
});

describe("a director who is barred", () => {
  const application = { base: { name: "基地", head: { name: "主任甲" } } };
  const BAR: FactRecord = {
    at: "125001024500000017",
    person: "主任甲",
    name: "主任甲",
    type: ["base"],
    on: "2024-01-01",
    until: "2030-01-01",
    consequence: "poor-again",
    effect: "bar",
  };
  function heading(answers: Answers, more: (scene: StageScene) => StageScene = (scene) => scene) {
    const life = newLife(POINTS_POLICY);
    const id = life.open(MANAGER, at("2024-03-01"), { procedure: "entry", year: 2024, name: "基地" });
    const scene = life.stageScene(MANAGER, at("2024-03-01"), { case: id, stage: "collect" });
    const facts = { ...scene.scene.facts, sets: { bars: [BAR] } };
    return checkDossier(more({ ...scene, scene: { ...scene.scene, facts } }), answers);
  }
  it("cannot lead what is applied for", () => {
    expect(heading(application)).toMatchObject([
      { pending: false, violation: { code: "barred", params: { who: "主任甲", until: "2030-01-01" } } },
    ]);
    expect(heading({ base: { name: "基地", head: { name: "主任乙" } } })).toEqual([]);
  });
  it("is not looked for where none is named, nor in what is no application", () => {
    expect(heading({ base: { name: "基地" } }).map(({ violation }) => violation.code)).toEqual([
      "field-missing",
    ]);
    const report = (scene: StageScene): StageScene => ({
      ...scene,
      procedure: { ...scene.procedure, purpose: "report" },
    });
    expect(heading(application, report)).toEqual([]);
  });
});
