import type { Policy, Stage } from "@yichuang/policy";
import { getProcedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { emptyInstitution } from "../history/begin.ts";
import { withProcedure, withStage } from "../testing/changed-policy.ts";
import { at, HOSPITAL, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { decide, decided, HOLIDAYS } from "../testing/odd-steps.ts";
import { changedBy, isChange, saysWhatChanges } from "./change.ts";

const DAY = "2026-05-06";
const DIRECTOR = { name: "李主任" };
const ANSWER = "procedures/amend/stages/answer";

/** The odd policy, whose changes may name another host too. */
const POLICY: Policy = {
  ...ODD_POLICY,
  forms: ODD_POLICY.forms.map((form) =>
    form.key === "amendment"
      ? {
          ...form,
          sections: form.sections.map((section) => ({
            ...section,
            fields: [...section.fields, { key: "host", kind: "institution", fact: "center.host" }],
          })),
        }
      : form,
  ),
};

interface Asked {
  name?: string;
  director?: { name: string };
  host?: { name: string; uscc?: string };
}

/** A center whose institution asks for a change; the leader is about to answer. */
function asking(main: Asked, policy = POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const entry = decided(life);
  const center = life.centerOf(entry).id;
  const id = life.open(MANAGER, at(DAY), { procedure: "amend", year: 2026, center });
  const answers = { main: { name: "转化实验室", director: DIRECTOR, ...main } };
  life.must(MANAGER, at(DAY), { kind: "submit", case: id, stage: "ask", answers });
  return { life, id, center };
}

const sceneAt = (life: Life, id: string, stage: string) =>
  life.stageScene(LEADER, at(DAY), { case: id, stage });

const changed = (center: string, body: object) => ({
  root: { kind: "center", id: center },
  kind: "changed",
  onDay: DAY,
  body,
  consulted: [ANSWER],
});

describe("what a decision changes", () => {
  it("is said by changes and regroupings alone", () => {
    const told = ["entry", "amend", "appeal", "regroup"].map((key) => {
      const procedure = getProcedure(ODD_POLICY, key);
      return [key, isChange({ procedure }), saysWhatChanges({ procedure })];
    });
    expect(told).toEqual([
      ["entry", false, false],
      ["amend", true, true],
      ["appeal", false, false],
      ["regroup", false, true],
    ]);
    const { life, id } = asking({});
    const scene = sceneAt(life, id, "answer");
    const procedure = { ...scene.procedure, purpose: "evaluation" } as const;
    expect(changedBy({ ...scene, procedure })).toEqual([]);
  });
  it("is what differs, with what it was where it was anything", () => {
    const { life, id, center } = asking({ name: "临床转化实验室" });
    expect(changedBy(sceneAt(life, id, "answer"))).toStrictEqual([
      changed(center, {
        case: id,
        stage: "answer",
        changes: [
          { ref: "center.name", from: "转化实验室", to: "临床转化实验室" },
          { ref: "center.director", to: DIRECTOR },
        ],
      }),
    ]);
  });
  it("is not what stands already: the name, the director, the institution that leads", () => {
    const { life, id } = asking({ host: { name: "甲医院", uscc: "125001024500000017" } });
    life.must(LEADER, at(DAY), decide(id, "approve", "answer"));
    const again = sceneAt(life, id, "answer");
    expect(again.root.kind === "center" && again.root.values["center.director"]).toEqual(DIRECTOR);
    expect(changedBy(again)).toEqual([]);
  });
  it("is nothing at an institution", () => {
    const { life, id } = asking({ name: "临床转化实验室" });
    const scene = sceneAt(life, id, "answer");
    const root = emptyInstitution("institution-1", scene.root.host);
    expect(changedBy({ ...scene, root })).toEqual([]);
  });
});

describe("the dossier of a change", () => {
  it("counts as it came in last, and no signature may lack", () => {
    const { life, id, center } = asking({ name: "第一次" });
    life.must(OFFICER, at(DAY), { kind: "return", case: id, stage: "ask", reason: "再想", marks: [] });
    const answers = { main: { name: "第二次", director: DIRECTOR } };
    life.must(MANAGER, at(DAY), { kind: "submit", case: id, stage: "ask", answers });
    const scene = sceneAt(life, id, "answer");
    expect(changedBy(scene)).toMatchObject([
      { kind: "changed", body: { changes: [{ to: "第二次" }, { ref: "center.director" }] } },
    ]);
    const submissions = scene.kase.submissions.map((one, n) => ({ ...one, done: n === 0 }));
    expect(changedBy({ ...scene, kase: { ...scene.kase, submissions } })).toMatchObject([
      { root: { id: center }, body: { changes: [{ to: "第一次" }, { ref: "center.director" }] } },
    ]);
  });
  it("writes nothing while a higher hand is still to decide", () => {
    const first: Stage = { key: "first", does: "decide", by: { role: "authority" }, after: ["ask"] };
    const policy = withStage(
      withProcedure(POLICY, "amend", (procedure) => ({
        ...procedure,
        stages: [...procedure.stages, first],
      })),
      "answer",
      { after: ["first"] },
    );
    const { life, id } = asking({ name: "临床转化实验室" }, policy);
    const { events } = life.must(LEADER, at(DAY), decide(id, "approve", "first"));
    expect(events.map(({ kind }) => kind)).toEqual(["decided"]);
    const last = life.must(LEADER, at(DAY), decide(id, "approve", "answer"));
    expect(last.events.map(({ kind }) => kind)).toEqual(["decided", "changed", "closed"]);
  });
  it("yields to what the decision itself says", () => {
    const { life, id, center } = asking(
      { name: "申请的名" },
      withStage(POLICY, "answer", { form: "amendment" }),
    );
    const said = { main: { name: "批准的名", director: DIRECTOR } };
    const { events } = life.must(LEADER, at(DAY), { ...decide(id, "approve", "answer"), answers: said });
    expect(events[1]).toEqual(
      changed(center, {
        case: id,
        stage: "answer",
        changes: [
          { ref: "center.name", from: "转化实验室", to: "批准的名" },
          { ref: "center.director", to: DIRECTOR },
        ],
      }),
    );
  });
  it("names who leads from now on, who comes into the network by it", () => {
    const { life, id, center } = asking({ host: { name: "乙医院", uscc: "12500102450000002A" } });
    const { events } = life.must(LEADER, at(DAY), decide(id, "approve", "answer"));
    expect(events.map(({ kind }) => kind)).toEqual(["decided", "changed", "linked", "closed"]);
    expect(events[1]?.body).toMatchObject({
      changes: [{ ref: "center.director" }, { ref: "center.host", from: "甲医院", to: "乙医院" }],
    });
    const [led] = life.ledger().centers.filter((one) => one.id === center);
    expect(led?.links.at(-1)).toMatchObject({ role: "lead", name: "乙医院", from: DAY });
  });
});

describe("a regrouping", () => {
  const policy = withStage(POLICY, "verdict", { form: "amendment" });
  /** A center that is to be regrouped, with a director already. */
  function regrouping() {
    const { life, id: change, center } = asking({}, policy);
    life.must(LEADER, at(DAY), decide(change, "approve", "answer"));
    const id = life.open(OFFICER, at(DAY), { procedure: "regroup", year: 2026, center });
    return { at: sceneAt(life, id, "verdict"), center };
  }
  const own = { name: "甲医院", uscc: "125001024500000017" };
  it("fills its offices anew, be it with those who had them, and nothing else that is as it was", () => {
    const { at: scene } = regrouping();
    const same = { main: { name: "转化实验室", director: DIRECTOR, host: own } };
    expect(changedBy(scene, same).map(({ body }) => body)).toEqual([
      {
        case: scene.kase.id,
        stage: "verdict",
        changes: [
          { ref: "center.director", from: DIRECTOR, to: DIRECTOR },
          { ref: "center.host", from: "甲医院", to: "甲医院" },
        ],
      },
    ]);
  });
  it("looks at its own decision alone, and writes nothing where that says nothing", () => {
    const { at: scene } = regrouping();
    expect(changedBy(scene)).toEqual([]);
    const { form: _form, ...stage } = scene.stage;
    expect(changedBy({ ...scene, stage }, { main: { name: "别名" } })).toEqual([]);
    expect(scene.root.host.party).toBe(HOSPITAL);
  });
});
