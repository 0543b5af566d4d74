import type { Actor } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import {
  at,
  DIRECTOR,
  hatOf,
  HOSPITAL,
  MANAGER,
  newLife,
  OFFICER,
  RIVAL_MANAGER,
  type Life,
} from "../testing/life.ts";
import { BESIDE, HOLIDAYS, plan, RULES, withStage } from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";

const DAY = at("2026-03-20");
const PATH = "procedures/entry/stages/online";
const BOTH: Actor[] = [{ role: "director" }, { role: "host" }];

/** An application whose online dossier is signed by these. */
function unsigned(signs: Actor[] = BOTH, more: object = {}): { life: Life; id: string; root: object } {
  const life = newLife(withStage("online", { signs, ...more }), HOLIDAYS);
  const id = life.open(MANAGER, DAY, { procedure: "entry", year: 2026, ...BESIDE });
  return { life, id, root: { kind: "center", id: life.centerOf(id).id } };
}
const signing = (id: string, joint = false) =>
  ({ kind: "sign", case: id, stage: "online", answers: plan(joint), opinion: "属实" }) as const;
const refused = refusing(RULES);
const lacks = (by: string) => refused({ code: "signature-missing", params: { by } });
const ALREADY = refused({
  code: "already-done",
  params: { what: { zh: "网上申报", en: "online" } },
  clauses: [],
});
const HOLDS = { notBefore: at("2026-03-01", "00:00:00"), notAfter: at("2026-03-21", "00:00:00") };

const event = (root: object, kind: string, body: object) => ({
  root,
  kind,
  body,
  onDay: "2026-03-20",
  consulted: [PATH],
});
const submitted = (id: string, done: boolean) => ({
  case: id,
  stage: "online",
  form: "plan",
  revision: 1,
  answers: plan(false),
  writes: { "application.name": "转化实验室", "application.joint": false, "host.beds": "600" },
  daysLate: 0,
  done,
});
const signature = (id: string, as: string, done: boolean) => ({
  case: id,
  stage: "online",
  as,
  opinion: "属实",
  done,
});
const applying = (id: string, root: object) => ({
  ...event(root, "standing-changed", { case: id, to: "applying", on: "2026-03-20", cause: PATH }),
  consulted: [`${PATH}/gives`],
});

describe("signing in order", () => {
  it("lays the dossier down with the first signature and hands it in with the last", () => {
    const { life, id, root } = unsigned();
    expect(life.asks(DIRECTOR, DAY, signing(id))).toStrictEqual({
      kind: "decided",
      events: [
        event(root, "submitted", submitted(id, false)),
        event(root, "signed", signature(id, "director", false)),
      ],
      holds: HOLDS,
    });
    expect(life.asks(MANAGER, DAY, signing(id))).toStrictEqual({
      kind: "decided",
      events: [
        event(root, "signed", signature(id, "host", true)),
        event(root, "submitted", submitted(id, true)),
        applying(id, root),
      ],
      holds: HOLDS,
    });
  });

  it("is one act where one signature is enough", () => {
    const { life, id, root } = unsigned([{ role: "host" }]);
    expect(life.must(MANAGER, DAY, signing(id)).events).toStrictEqual([
      event(root, "signed", signature(id, "host", true)),
      event(root, "submitted", submitted(id, true)),
      applying(id, root),
    ]);
  });

  it("asks for whoever comes first, and takes no signature twice", () => {
    const { life, id, root } = unsigned([...BOTH, { role: "contact" }]);
    const contact = hatOf("contact", HOSPITAL);
    expect(life.asks(MANAGER, DAY, signing(id))).toStrictEqual(lacks("director"));
    expect(life.asks(contact, DAY, signing(id))).toStrictEqual(lacks("director"));
    life.must(DIRECTOR, DAY, signing(id));
    expect(life.asks(contact, DAY, signing(id))).toStrictEqual(lacks("host"));
    expect(life.asks(DIRECTOR, DAY, signing(id))).toStrictEqual(ALREADY);
    // who comes between lays nothing down and hands nothing in
    expect(life.must(MANAGER, DAY, signing(id)).events).toStrictEqual([
      event(root, "signed", signature(id, "host", false)),
    ]);
    expect(life.asks(MANAGER, DAY, signing(id))).toStrictEqual(ALREADY);
    life.must(contact, DAY, signing(id));
  });

  it("is over the same words: only the first may change them, and everybody signs again", () => {
    const { life, id } = unsigned([...BOTH, { role: "contact" }]);
    life.must(DIRECTOR, DAY, signing(id));
    expect(life.asks(MANAGER, DAY, signing(id, true))).toStrictEqual(lacks("director"));
    life.must(MANAGER, DAY, signing(id));
    life.must(DIRECTOR, DAY, signing(id, true));
    const contact = hatOf("contact", HOSPITAL);
    expect(life.asks(contact, DAY, signing(id, true))).toStrictEqual(lacks("host"));
    life.must(MANAGER, DAY, signing(id, true));
    life.must(contact, DAY, signing(id, true));
    expect(life.caseAt(id).submissions.map(({ answers, done }) => [answers, done])).toStrictEqual([
      [plan(true), true],
    ]);
  });

  it("begins anew with a dossier that was sent back", () => {
    const { life, id } = unsigned();
    life.must(DIRECTOR, DAY, signing(id));
    life.must(MANAGER, DAY, signing(id));
    const back = { kind: "return", case: id, stage: "online", reason: "补充", marks: [] } as const;
    life.must(OFFICER, DAY, { ...back, marks: [] });
    expect(life.asks(MANAGER, DAY, signing(id))).toStrictEqual(lacks("director"));
    life.must(DIRECTOR, DAY, signing(id, true));
    life.must(MANAGER, DAY, signing(id, true));
    expect(life.caseAt(id).submissions.map(({ revision, done }) => [revision, done])).toStrictEqual([
      [1, true],
      [2, true],
    ]);
  });

  it("is of each stage by itself", () => {
    const policy = withStage("paper", { signs: BOTH }, withStage("online", { signs: BOTH }));
    const life = newLife(policy, HOLIDAYS);
    const id = life.open(MANAGER, DAY, { procedure: "entry", year: 2026, ...BESIDE });
    life.must(DIRECTOR, DAY, signing(id));
    life.must(MANAGER, DAY, signing(id));
    const paper = { ...signing(id), stage: "paper", answers: {} };
    expect(life.asks(MANAGER, DAY, paper)).toStrictEqual(lacks("director"));
    life.must(DIRECTOR, DAY, paper);
    life.must(MANAGER, DAY, paper);
    expect(life.caseAt(id).stages["paper"]).toMatchObject({ doneOn: "2026-03-20" });
  });

  it("keeps to the order of stages and the window, as handing in does", () => {
    const { life, id } = unsigned();
    expect(life.blocked(DIRECTOR, at("2026-04-01"), signing(id))).toBe("refused: late-refused");
  });

  it("wants the dossier to be whole, and what the stage requires to hold", () => {
    const { life, id } = unsigned(BOTH, { requires: ["beds"] });
    const few = { ...signing(id), answers: plan(false, "120") };
    expect(life.asks(DIRECTOR, DAY, few)).toMatchObject(refused({ code: "condition-false" }));
    expect(life.blocked(DIRECTOR, DAY, { ...signing(id), answers: {} })).toBe(
      "refused: field-missing, field-missing, field-missing",
    );
  });

  it("needs no form: then nothing is written, and only the signatures count", () => {
    const { life, id } = unsigned(BOTH, { form: undefined });
    life.must(DIRECTOR, DAY, { ...signing(id), answers: {} });
    life.must(MANAGER, DAY, { ...signing(id), answers: {} });
    expect(life.caseAt(id).state).toBe("submitted");
  });
});

describe("who signs", () => {
  it("is nobody for a party that the center does not have, and that party where it has one", () => {
    const signs: Actor[] = [{ role: "host" }, { role: "joint" }, { role: "partner" }];
    const { life, id } = unsigned(signs);
    life.must(MANAGER, DAY, signing(id));
    expect(life.caseAt(id).state).toBe("draft");
    life.must(RIVAL_MANAGER, DAY, signing(id));
    expect(life.caseAt(id).signatures.map(({ as, who }) => [as, who.party])).toStrictEqual([
      ["host", HOSPITAL],
      ["partner", 12],
    ]);
    expect(life.caseAt(id).state).toBe("submitted");
  });

  it("are those alone whom the stage names; where nobody signs, it is handed in instead", () => {
    const { life, id } = unsigned();
    const act = { zh: "签署", en: "sign" };
    expect(life.asks(OFFICER, DAY, signing(id))).toStrictEqual(
      refused({
        code: "not-your-role",
        params: { act, roles: ["center-director", "institution-manager"] },
        clauses: [],
      }),
    );
    const none = refused({ code: "nothing-to-act-on", params: { what: act }, clauses: [] });
    expect(life.asks(MANAGER, DAY, { ...signing(id), stage: "paper" })).toStrictEqual(none);
    expect(life.asks(MANAGER, DAY, { ...signing(id), stage: "look" })).toStrictEqual(none);
    const submit = { kind: "submit", case: id, stage: "online", answers: plan(false) } as const;
    expect(life.blocked(MANAGER, DAY, submit)).toBe("refused: nothing-to-act-on");
  });
});
