import { describe, expect, it } from "vitest";
import type { Action } from "../contract/actions.ts";
import { at, MANAGER, newLife, OFFICER, RIVAL_MANAGER, LEADER, type Life } from "../testing/life.ts";
import {
  begin,
  BESIDE,
  handIn,
  HOLIDAYS,
  look,
  plan,
  RULES,
  sponsor,
  withStage,
} from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";

const ONLINE = "procedures/entry/stages/online";
const STAGE = { zh: "网上申报", en: "online" };
const CLOSED = at("2026-04-01", "00:00:00");
const online = (id: string) => ({ kind: "submit", case: id, stage: "online", answers: plan(false) }) as const;
const refused = refusing(RULES);

/** A case whose online dossier has not come yet, under a policy with another stage for it. */
function opened(more: object = {}): { life: Life; id: string } {
  const life = newLife(withStage("online", more), HOLIDAYS);
  const id = life.open(MANAGER, at("2026-02-20"), { procedure: "entry", year: 2026, ...BESIDE });
  return { life, id };
}
const lateness = (life: Life, id: string, stage: string) => life.caseAt(id).stages[stage]?.daysLate;

describe("before its window", () => {
  it("nothing is handed in, and it is said when it opens and when it closes", () => {
    const { life, id } = opened();
    const opens = at("2026-03-01", "00:00:00");
    expect(life.asks(MANAGER, at("2026-02-28", "23:59:59"), online(id))).toStrictEqual(
      refused({
        code: "window-not-open",
        params: { stage: STAGE, opens, closes: CLOSED },
        path: ONLINE,
        earliest: opens,
      }),
    );
    expect(life.must(MANAGER, opens, online(id)).holds).toStrictEqual({
      notBefore: opens,
      notAfter: at("2026-03-02", "00:00:00"),
    });
  });

  it("the authority does nothing either; where no end is known, none is said", () => {
    const window = { kind: "between", from: "2026-05-01" };
    const life = newLife(withStage("look", { window }), HOLIDAYS);
    const id = handIn(life);
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    const opens = at("2026-05-01", "00:00:00");
    expect(life.asks(OFFICER, at("2026-04-30"), look(id))).toStrictEqual(
      refused({
        code: "window-not-open",
        params: { stage: { zh: "形式审查", en: "look" }, opens },
        path: "procedures/entry/stages/look",
        earliest: opens,
      }),
    );
  });
});

describe("after its window", () => {
  it("an application is refused where the policy refuses late ones", () => {
    const { life, id } = opened();
    life.must(OFFICER, at("2026-03-02"), {
      kind: "extend",
      procedure: "entry",
      stage: "online",
      year: 2026,
      until: "2026-04-02",
      reason: "系统故障",
    });
    const later = at("2026-04-03", "00:00:00");
    expect(life.asks(MANAGER, later, online(id))).toStrictEqual(
      refused({ code: "late-refused", params: { stage: STAGE, closed: later }, path: `${ONLINE}/late` }),
    );
    life.must(MANAGER, at("2026-04-02", "23:59:59"), online(id));
    expect(lateness(life, id, "online")).toBe(0);
  });

  it("says when the window opens again where it does every year, and who settled that late ones are refused", () => {
    const asks = { zh: "逾期怎么办", en: "what of late ones" };
    const path = `${ONLINE}/late`;
    const window = { kind: "yearly", from: "03-01", to: "03-31" };
    const { life, id } = opened({ window, late: { open: { asks, per: "policy" } } });
    const late = at("2026-04-02");
    const open = { path, asks, per: "policy", by: "authority" };
    expect(life.asks(MANAGER, late, online(id))).toStrictEqual(
      refused(
        {
          code: "late-undecided",
          params: { stage: STAGE, closed: CLOSED, asks, by: "authority" },
          path,
          open,
        },
        "pending",
      ),
    );
    const settle = { kind: "settle", path, value: "refused", as: "不受理", on: "2026-04-02" } as const;
    const { events } = life.must(LEADER, late, settle);
    const next = at("2027-03-01", "00:00:00");
    expect(life.asks(MANAGER, late, online(id))).toStrictEqual(
      refused({
        code: "late-refused",
        params: { stage: STAGE, closed: CLOSED, settledOn: "2026-04-02", next },
        path,
        settlement: events[0]?.body,
        earliest: next,
      }),
    );
    // from then on the next window is open already, and is no reason to wait
    expect(life.asks(MANAGER, next, online(id))).toStrictEqual(
      refused({
        code: "late-refused",
        params: { stage: STAGE, closed: CLOSED, settledOn: "2026-04-02" },
        path,
        settlement: events[0]?.body,
      }),
    );
  });

  it("what a policy does not say of late applications is open", () => {
    const { life, id } = opened({ late: undefined });
    const asks = { zh: "逾期申报是否受理", en: "whether late applications are accepted" };
    expect(life.asks(MANAGER, CLOSED, online(id))).toMatchObject({
      kind: "pending",
      violations: [{ code: "late-undecided", params: { asks, by: "authority" }, path: `${ONLINE}/late` }],
    });
  });

  it("an accepted one bears its days, at least one where the window ended within a day", () => {
    const paper = begin();
    const id = handIn(paper, { paperOn: "2026-04-05" });
    expect(lateness(paper, id, "paper")).toBe(2);
    const noon = opened({
      window: { kind: "between", from: "2026-03-01", to: "2026-03-31T12:00:00" },
      late: "accepted",
    });
    noon.life.must(MANAGER, at("2026-03-31", "12:00:00"), online(noon.id));
    expect(lateness(noon.life, noon.id, "online")).toBe(1);
  });

  it("for whoever is no applicant it is a due date only", () => {
    const window = { kind: "between", from: "2026-03-01", to: "2026-04-01" };
    const life = newLife(withStage("look", { window, late: "refused" }), HOLIDAYS);
    const id = handIn(life);
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    expect(life.must(OFFICER, at("2026-04-07"), look(id)).holds).toStrictEqual({
      notBefore: at("2026-03-01", "00:00:00"),
      notAfter: at("2026-04-08", "00:00:00"),
    });
    const noon = { kind: "between", to: "2026-04-07T17:00:00" };
    const closing = newLife(withStage("look", { window: noon }), HOLIDAYS);
    const other = handIn(closing);
    closing.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(other));
    expect(closing.must(OFFICER, at("2026-04-07"), look(other)).holds).toStrictEqual({
      notAfter: at("2026-04-08", "00:00:00"),
    });
  });
});

describe("an open window", () => {
  const asks = { zh: "何时申报", en: "when to apply" };
  const window = { open: { asks, per: "policy" } };

  it("holds an application back", () => {
    const { life, id } = opened({ window });
    const path = `${ONLINE}/window`;
    const open = { path, asks, per: "policy", by: "authority" };
    expect(life.asks(MANAGER, at("2026-03-20"), online(id))).toStrictEqual(
      refused(
        { code: "open-value", params: { asks, by: "authority", per: "policy" }, open, path },
        "pending",
      ),
    );
  });

  it("holds nobody else back", () => {
    const life = newLife(withStage("look", { window }), HOLIDAYS);
    const id = handIn(life);
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    life.must(OFFICER, at("2026-04-07"), look(id));
    const change = newLife(withStage("ask", { window }), HOLIDAYS);
    const center = change.centerOf(handIn(change)).id;
    const asked = change.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    const answers = { main: { name: "实验室", director: { name: "李主任" } } };
    const asking = { kind: "submit", case: asked, stage: "ask", answers } as const;
    expect(change.asks(MANAGER, at("2026-05-06"), asking).kind).toBe("decided");
  });
});

describe("what was sent back", () => {
  const back = (id: string, until?: string): Action => ({
    kind: "return",
    case: id,
    stage: "online",
    reason: "补充",
    marks: [],
    ...(until === undefined ? {} : { until }),
  });
  function returned(until?: string): { life: Life; id: string } {
    const { life, id } = opened();
    life.must(MANAGER, at("2026-03-02"), online(id));
    life.must(OFFICER, at("2026-03-03"), back(id, until));
    return { life, id };
  }

  it("comes in again at any time where no day was said, and is not late", () => {
    const { life, id } = returned();
    life.must(MANAGER, at("2026-12-31"), online(id));
    expect(lateness(life, id, "online")).toBe(0);
  });

  it("comes in again until the end of the day that was said, even after the window", () => {
    const { life, id } = returned("2026-04-20");
    const over = at("2026-04-21", "00:00:00");
    expect(life.asks(MANAGER, over, online(id))).toStrictEqual(
      refused({ code: "late-refused", params: { stage: STAGE, closed: over }, path: `${ONLINE}/late` }),
    );
    life.must(MANAGER, at("2026-04-20", "23:59:59"), online(id));
  });

  it("has at least as long as everybody has", () => {
    const { life, id } = returned("2026-03-05");
    expect(life.blocked(MANAGER, CLOSED, online(id))).toBe("refused: late-refused");
    life.must(MANAGER, at("2026-03-31", "23:59:59"), online(id));
  });

  it("is bound by the window again once it has come in, as is every other stage", () => {
    const { life, id } = returned("2026-04-20");
    life.must(MANAGER, at("2026-03-04"), online(id));
    life.must(MANAGER, at("2026-03-05"), { kind: "withdraw", case: id, stage: "online" });
    expect(life.blocked(MANAGER, CLOSED, online(id))).toBe("refused: late-refused");
    const beside = newLife(withStage("paper", { after: undefined }), HOLIDAYS);
    const both = beside.open(MANAGER, at("2026-02-20"), { procedure: "entry", year: 2026 });
    beside.must(MANAGER, at("2026-03-02"), online(both));
    beside.must(OFFICER, at("2026-03-03"), back(both, "2026-04-20"));
    beside.must(MANAGER, at("2026-04-05"), { kind: "submit", case: both, stage: "paper", answers: {} });
    expect(lateness(beside, both, "paper")).toBe(2);
    const paper = returned("2026-04-20");
    paper.life.must(MANAGER, at("2026-03-04"), online(paper.id));
    paper.life.must(MANAGER, at("2026-04-05"), {
      kind: "submit",
      case: paper.id,
      stage: "paper",
      answers: {},
    });
    expect(lateness(paper.life, paper.id, "paper")).toBe(2);
  });
});

describe("how long a decision of today holds", () => {
  it("is until midnight, or until the window closes where that is sooner and closes anything", () => {
    const window = { kind: "between", from: "2026-03-01", to: "2026-03-31T17:00:00" };
    const { life, id } = opened({ window, late: "accepted" });
    const early = life.asks(MANAGER, at("2026-03-30"), online(id));
    expect(early).toMatchObject({ holds: { notAfter: at("2026-03-31", "00:00:00") } });
    const other = opened({ window, late: "accepted" });
    const last = other.life.must(MANAGER, at("2026-03-31"), online(other.id));
    expect(last.holds).toStrictEqual({
      notBefore: at("2026-03-01", "00:00:00"),
      notAfter: at("2026-03-31", "17:00:00"),
    });
    const late = opened({ window, late: "accepted" });
    expect(late.life.must(MANAGER, at("2026-03-31", "17:00:00"), online(late.id)).holds).toStrictEqual({
      notBefore: at("2026-03-01", "00:00:00"),
      notAfter: CLOSED,
    });
  });
});
