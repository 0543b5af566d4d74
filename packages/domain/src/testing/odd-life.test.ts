import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { lintPolicy, Policy } from "@yichuang/policy";
import { replay } from "../history/evolve.ts";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { project } from "../projection/project.ts";
import { plusDays } from "../time/days.ts";
import type { Life } from "./life.ts";
import { at, hatOf, INSPECTOR, LEADER, MANAGER, OFFICER, RIVAL_MANAGER } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import {
  begin,
  BESIDE,
  HOLIDAYS,
  checked,
  consent,
  decide,
  decided,
  handIn,
  look,
  notice,
  object,
  offers,
  plan,
  sponsor,
  sweep,
} from "./odd-steps.ts";

it("is a policy without errors", () => {
  expect(Policy.parse(ODD_POLICY)).toEqual(ODD_POLICY);
  expect(lintPolicy(ODD_POLICY).filter((problem) => problem.level === "error")).toEqual([]);
});

describe("what is handed in twice", () => {
  it("refuses the online dossier after its window and takes the paper late, with its days", () => {
    const life = begin();
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    const online = { kind: "submit", case: id, stage: "online", answers: plan(false) } as const;
    const paper = { kind: "submit", case: id, stage: "paper", answers: {} } as const;
    expect(life.blocked(MANAGER, at("2026-03-21"), paper)).toBe("refused: stage-not-reached");
    expect(life.blocked(MANAGER, at("2026-04-01"), online)).toBe("refused: late-refused");
    life.must(MANAGER, at("2026-03-31", "23:59:00"), online);
    // 31 March and three working days: 1, 2, 3 April
    life.must(MANAGER, at("2026-04-05"), paper);
    expect(life.caseAt(id).stages["paper"]).toMatchObject({ daysLate: 2 });
    expect(life.caseAt(id).stages["online"]).toMatchObject({ daysLate: 0 });
  });
});

describe("other parties", () => {
  it("lets only the stage's own party recommend, and ends the case where it does not", () => {
    const life = begin();
    const id = handIn(life);
    expect(life.blocked(OFFICER, at("2026-04-03"), sponsor(id))).toBe("refused: not-your-case");
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id, false));
    expect(life.caseAt(id)).toMatchObject({ state: "closed", verdicts: { sponsor: false } });
    expect(life.centerOf(id).standing).toBe("declined");
  });

  it("waits for the consent of a partner only where there is one, and keeps it as that party's words", () => {
    const alone = begin();
    const single = handIn(alone);
    expect(alone.blocked(RIVAL_MANAGER, at("2026-04-02"), consent(single))).toBe(
      "refused: nothing-to-act-on",
    );

    const life = begin();
    const id = handIn(life, { joint: true });
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    expect(life.blocked(OFFICER, at("2026-04-07"), look(id))).toBe("refused: stage-not-reached");
    expect(life.blocked(LEADER, at("2026-04-07"), consent(id))).toBe("refused: not-your-role");
    life.must(RIVAL_MANAGER, at("2026-04-07"), consent(id));
    life.must(OFFICER, at("2026-04-07"), look(id));
    const end = { kind: "end-consent", case: id, stage: "partner", words: "不再合作" } as const;
    life.must(RIVAL_MANAGER, at("2026-04-08"), end);
    expect(life.blocked(RIVAL_MANAGER, at("2026-04-09"), end)).toBe("refused: nothing-to-act-on");
    expect(life.caseAt(id).consents).toMatchObject([{ given: true, ended: { on: "2026-04-08" } }]);
  });
});

describe("a rule in principle", () => {
  it("says who may waive it, is waived only by them, shows it, and holds again when the waiver is over", () => {
    const life = begin();
    const id = handIn(life, { beds: "120" });
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    expect(life.asks(OFFICER, at("2026-04-07"), look(id))).toMatchObject({
      kind: "refused",
      violations: [
        { code: "condition-false", params: { waivableBy: "authority" }, clauses: [{ key: "all" }] },
      ],
    });
    const waive = { kind: "waive", case: id, path: "conditions/beds", reason: "专科特色突出" } as const;
    expect(life.blocked(OFFICER, at("2026-04-07"), waive)).toBe("refused: not-your-role");
    const tooLong = { ...waive, until: "2027-01-01" };
    expect(life.blocked(LEADER, at("2026-04-07"), tooLong)).toBe("refused: field-invalid");
    const never = { ...waive, path: "conditions/other-kind" };
    expect(life.blocked(LEADER, at("2026-04-07"), never)).toBe("refused: nothing-to-act-on");
    life.must(LEADER, at("2026-04-07"), waive);
    expect(life.blocked(LEADER, at("2026-04-08"), waive)).toBe("refused: already-done");
    const { policies } = life.ledger();
    expect(project(policies, life.centerOf(id)).case_state[0]?.marks).toContain("waived");
    expect(
      offers(life, OFFICER, { now: at("2026-07-07"), id }).find(({ act }) => act === "check")?.verdict.kind,
    ).toBe("allowed");
    expect(life.blocked(OFFICER, at("2026-07-08"), look(id))).toBe("refused: condition-false");
    sweep(life, id, "2026-07-08");
    expect(life.caseAt(id).waivers).toEqual([]);
    expect(life.ledger().events.at(-1)).not.toHaveProperty("who");
  });

  it("ends a procedure that was waived as a whole", () => {
    const life = begin();
    const entry = decided(life);
    const center = life.centerOf(entry).id;
    const id = life.open(OFFICER, at("2026-04-20"), { procedure: "regroup", year: 2026, center });
    life.must(LEADER, at("2026-04-20"), {
      kind: "waive",
      case: id,
      path: "procedures/regroup",
      reason: "刚认定",
    });
    expect(life.caseAt(id).state).toBe("closed");
  });

  it("lets a stage act in a case to which nobody hands anything in", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const id = life.open(OFFICER, at("2026-04-20"), { procedure: "regroup", year: 2026, center });
    life.must(LEADER, at("2026-04-20"), decide(id, "approve", "verdict"));
    expect(life.caseAt(id)).toMatchObject({ state: "closed", decisions: [{ outcome: "approved" }] });
  });
});

describe("a publicity", () => {
  it("runs its working days, lets the next stage act after the last one, and returns to where the case was", () => {
    const life = begin();
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    expect(life.caseAt(id)).toMatchObject({
      state: "in-publicity",
      publicities: [{ from: "2026-04-07", endsOn: "2026-04-14", over: false }],
    });
    expect(life.blocked(OFFICER, at("2026-04-08"), notice(id, "2026-04-08"))).toBe("refused: already-done");
    expect(life.blocked(LEADER, at("2026-04-14"), decide(id))).toBe("refused: stage-not-reached");
    sweep(life, id, "2026-04-15");
    expect(life.caseAt(id)).toMatchObject({
      state: "in-review",
      stages: { notice: { doneOn: "2026-04-14" } },
    });
    life.must(LEADER, at("2026-04-15"), decide(id));
    expect(life.centerOf(id).standing).toBe("cultivating");
  });

  it("takes objections by name while it runs, and is not over before each is settled", () => {
    const life = begin();
    const id = checked(life);
    expect(life.blocked(OFFICER, at("2026-04-07"), object(id))).toBe("refused: nothing-to-act-on");
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-08"));
    expect(life.blocked(OFFICER, at("2026-04-07"), object(id))).toBe("refused: window-not-open");
    expect(life.blocked(OFFICER, at("2026-04-10"), object(id, ""))).toBe("refused: field-missing");
    life.must(OFFICER, at("2026-04-10"), object(id));
    expect(life.blocked(OFFICER, at("2026-04-16"), object(id))).toBe("refused: window-closed");
    expect(life.blocked(LEADER, at("2026-04-17"), decide(id))).toBe("refused: stage-not-reached");
    const { policies } = life.ledger();
    const due = () =>
      obligationsOf(policies, life.centerOf(id)).filter((row) => row.act === "settle-objection");
    expect(due()).toMatchObject([{ state: "open" }]);
    const objection = life.caseAt(id).objections[0]?.id ?? "";
    const settle = { kind: "settle-objection", case: id, stage: "notice", objection, upheld: false } as const;
    life.must(OFFICER, at("2026-04-20"), { ...settle, reason: "查无此事" });
    expect(due()).toMatchObject([{ state: "done", done_on: "2026-04-20" }]);
    life.must(LEADER, at("2026-04-20", "13:00:00"), decide(id));
    expect(life.caseAt(id).stages["notice"]).toMatchObject({ doneOn: "2026-04-20" });
    expect(life.caseAt(id).verdicts).toMatchObject({ notice: true });
  });

  it("refuses a year whose holidays are not known, and a day that is over", () => {
    const life = begin();
    const id = checked(life);
    expect(life.blocked(OFFICER, at("2026-12-28"), notice(id, "2026-12-28"))).toBe(
      "refused: no-holiday-table",
    );
    expect(life.blocked(OFFICER, at("2026-04-09"), notice(id, "2026-04-08"))).toBe("refused: field-invalid");
  });

  it("never ends on an off day, and where a calendar on the wall says", () => {
    const { off, work } = HOLIDAYS[2026];
    const works = (day: string): boolean => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return work.includes(day) || (weekday > 0 && weekday < 6 && !off.includes(day));
    };
    assert(
      property(integer({ min: 0, max: 240 }), (days) => {
        const from = plusDays("2026-04-07", days);
        const life = begin();
        const id = checked(life);
        life.must(OFFICER, at("2026-04-07"), notice(id, from));
        const later = Array.from({ length: 60 }, (_, n) => plusDays(from, n + 1)).filter(works);
        const ends = life.caseAt(id).publicities[0]?.endsOn ?? "";
        expect(ends).toBe(later[4]);
        expect(works(ends)).toBe(true);
      }),
    );
  });
});

describe("stages that last", () => {
  it("begin by themselves, end with their day, and give what they give", () => {
    const life = begin();
    const id = decided(life);
    expect(life.caseAt(id).stages["trial"]).toMatchObject({ startedOn: "2026-04-15", endsOn: "2026-10-15" });
    sweep(life, id, "2026-10-14");
    expect(life.centerOf(id).standing).toBe("cultivating");
    const { events } = sweep(life, id, "2026-11-01");
    expect(events.map(({ kind, onDay }) => `${kind} ${onDay}`)).toEqual([
      "run-ended 2026-10-15",
      "designated 2026-10-15",
      "standing-changed 2026-10-15",
      "term-started 2026-10-15",
    ]);
    expect(life.centerOf(id)).toMatchObject({ standing: "established", termEndsOn: "2028-10-15" });
    expect(
      life
        .ledger()
        .events.slice(-4)
        .every((event) => event.who === undefined),
    ).toBe(true);
    expect(sweep(life, id, "2026-11-02").events).toEqual([]);
    sweep(life, id, "2028-10-15");
    expect(life.caseAt(id).stages["term"]).toMatchObject({ doneOn: "2028-10-15" });
  });
});

describe("a filing", () => {
  it("goes to all whom the stage names, and each confirms once", () => {
    const life = begin();
    const id = decided(life);
    const document = { kind: "certificate", number: "1 号", title: "证书", on: "2026-04-16" };
    life.must(OFFICER, at("2026-04-16"), { kind: "issue", stage: "letter", cases: [id], document });
    const word = (to: { role: "authority" | "inspector"; body?: string }) =>
      ({ kind: "acknowledge", case: id, stage: "record", to, words: "收到" }) as const;
    expect(life.blocked(INSPECTOR, at("2026-04-16"), word({ role: "inspector" }))).toBe(
      "refused: nothing-to-act-on",
    );
    life.must(OFFICER, at("2026-04-17"), { kind: "file", case: id, stage: "record", words: "请备案" });
    expect(life.caseAt(id).state).toBe("closed");
    const rows = () =>
      obligationsOf(life.ledger().policies, life.centerOf(id)).filter((row) => row.act === "acknowledge");
    expect(rows().map((row) => row.state)).toEqual(["open", "open"]);
    const ofBureau = word({ role: "authority", body: "bureau" });
    expect(life.blocked(INSPECTOR, at("2026-04-18"), ofBureau)).toBe("refused: nothing-to-act-on");
    life.must(INSPECTOR, at("2026-04-18"), word({ role: "inspector" }));
    expect(life.blocked(INSPECTOR, at("2026-04-19"), word({ role: "inspector" }))).toBe(
      "refused: already-done",
    );
    life.must(OFFICER, at("2026-04-19"), ofBureau);
    expect(rows().map((row) => row.state)).toEqual(["done", "done"]);
  });
});

describe("a change", () => {
  const asked = { main: { name: "临床转化实验室", director: { name: "李主任" } } };

  it("writes nothing before it is decided, and then says what was before", () => {
    const life = begin();
    const entry = decided(life);
    const center = life.centerOf(entry).id;
    const id = life.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    life.must(MANAGER, at("2026-05-06"), { kind: "submit", case: id, stage: "ask", answers: asked });
    expect(life.centerOf(entry).name).toBe("转化实验室");
    life.must(LEADER, at("2026-05-07"), decide(id, "approve", "answer"));
    expect(life.centerOf(entry)).toMatchObject({
      name: "临床转化实验室",
      values: { "center.director": { name: "李主任" } },
      changes: [
        {
          on: "2026-05-07",
          changes: [{ from: "转化实验室", to: "临床转化实验室" }, { to: { name: "李主任" } }],
        },
      ],
    });
  });

  it("leaves everything as it was where it is declined", () => {
    const life = begin();
    const entry = decided(life);
    const center = life.centerOf(entry).id;
    const id = life.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    life.must(MANAGER, at("2026-05-06"), { kind: "submit", case: id, stage: "ask", answers: asked });
    life.must(LEADER, at("2026-05-07"), decide(id, "decline", "answer"));
    expect(life.centerOf(entry)).toMatchObject({ name: "转化实验室", standing: "cultivating", changes: [] });
  });
});

describe("an appeal", () => {
  const opening = (life: Life, entry: string) =>
    ({
      kind: "open-case",
      procedure: "appeal",
      year: 2026,
      center: life.centerOf(entry).id,
      against: entry,
    }) as const;

  it("is made against a decided case, once, by its own institution and in time", () => {
    const life = begin();
    const fresh = checked(life);
    expect(life.asks(MANAGER, at("2026-04-08"), opening(life, fresh)).kind).toBe("refused");

    const late = begin();
    const entry = decided(late, "decline");
    expect(late.blocked(MANAGER, at("2026-04-26"), opening(late, entry))).toBe("refused: window-closed");
    expect(late.blocked(RIVAL_MANAGER, at("2026-04-20"), opening(late, entry))).toBe(
      "refused: not-your-case",
    );
    const offered = offers(late, MANAGER, { now: at("2026-04-20"), id: entry });
    expect(offered).toContainEqual(
      expect.objectContaining({ act: "open-case", procedure: "appeal", verdict: { kind: "allowed" } }),
    );
    late.must(MANAGER, at("2026-04-20"), opening(late, entry));
    expect(late.blocked(MANAGER, at("2026-04-21"), opening(late, entry))).toBe("refused: someone-opened-it");
  });

  it("that is upheld leads to what the policy says follows", () => {
    const life = begin();
    const entry = decided(life, "decline");
    expect(life.centerOf(entry).standing).toBe("declined");
    const { events } = life.must(MANAGER, at("2026-04-20"), opening(life, entry));
    const [opened] = events;
    const id = opened?.kind === "opened" ? opened.body.case : "";
    life.must(MANAGER, at("2026-04-20"), {
      kind: "submit",
      case: id,
      stage: "plea",
      answers: { main: { reason: "漏看了附件" } },
    });
    life.must(LEADER, at("2026-04-28"), decide(id, "approve", "ruling"));
    expect(life.centerOf(entry).standing).toBe("deferred");
    expect(life.ledger().events.find((event) => event.kind === "appealed")?.body).toMatchObject({
      against: entry,
      upheld: true,
    });
  });
});

it("is its history: a replay finds the same facts and rows", () => {
  const life = begin();
  const id = decided(life);
  sweep(life, id, "2026-11-01");
  const center = life.centerOf(id);
  const again = replay(life.ledger().events.filter((event) => event.root.id === center.id));
  expect(again).toEqual(center);
  expect(JSON.parse(JSON.stringify(center))).toStrictEqual(center);
});

it("offers nobody what is another's", () => {
  const life = begin();
  const id = checked(life);
  const expert = hatOf("expert", 0);
  expect(offers(life, expert, { now: at("2026-04-08"), id })).toEqual([]);
  expect(offers(life, MANAGER, { now: at("2026-04-08"), id }).map(({ act }) => act)).not.toContain(
    "publicize",
  );
});
