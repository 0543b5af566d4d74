import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { checked, decide, decided, HOLIDAYS, notice, RULES, sweep, withStage } from "../testing/odd-steps.ts";

const DAY = at("2026-04-15");
const PATHS = "procedures/entry/stages";

/** The policy whose decision designates, with another stage that lasts after it. */
const designating = (trial: object = {}): Policy =>
  withStage("trial", { gives: undefined, ...trial }, withStage("decide", { gives: "building" }));

/** The same without a stage that lasts: then the type says how long the term is, if anything does. */
function withoutRun(term?: object): Policy {
  const policy = designating();
  return {
    ...policy,
    types: policy.types.map((type) => ({
      ...type,
      ...(term === undefined ? {} : { term }),
    })) as Policy["types"],
    procedures: policy.procedures.map((procedure) => ({
      ...procedure,
      stages: procedure.stages.filter(({ does }) => does !== "run"),
    })),
  };
}

function undecided(policy: Policy): { life: Life; id: string } {
  const life = newLife(policy, HOLIDAYS);
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  return { life, id };
}
/** What follows from the decision under a policy, beside the decision itself. */
function given(policy: Policy) {
  const { life, id } = undecided(policy);
  const { events } = life.must(LEADER, DAY, decide(id));
  const kinds = ["designated", "standing-changed", "term-started"];
  return events.filter(({ kind }) => kinds.includes(kind)).map(({ root: _root, ...event }) => event);
}
const event = (kind: string, body: object, consulted: string[]) => ({
  kind,
  body: { case: "id-1", ...body },
  onDay: "2026-04-15",
  consulted,
});
const DESIGNATED = event("designated", { stage: "decide", on: "2026-04-15" }, [`${PATHS}/decide`]);
const changed = (to: string) =>
  event("standing-changed", { from: "applying", to, on: "2026-04-15", cause: `${PATHS}/decide` }, [
    `${PATHS}/decide/gives`,
  ]);
const term = (endsOn: string, path: string, stage = "trial") =>
  event("term-started", { stage, on: "2026-04-15", endsOn }, [`${PATHS}/decide`, path]);

describe("what the end of a stage gives", () => {
  it("is a standing; the first that builds or establishes designates, and begins the term", () => {
    expect(given(designating())).toStrictEqual([
      DESIGNATED,
      changed("building"),
      term("2026-10-15", `${PATHS}/trial/lasts`),
    ]);
  });

  it("is a standing alone where that is none of a term, or where the stage gives none", () => {
    expect(given(ODD_POLICY)).toStrictEqual([changed("cultivating")]);
    expect(given(withStage("decide", { gives: undefined }))).toStrictEqual([]);
  });

  it("is nothing where the center stands so already", () => {
    expect(given(withStage("decide", { gives: "applying" }))).toStrictEqual([]);
  });

  it("designates once: a later standing changes the standing alone", () => {
    const life = newLife(withStage("verdict", { gives: "established" }, designating()), HOLIDAYS);
    const center = life.centerOf(decided(life)).id;
    const id = life.open(OFFICER, at("2026-04-20"), { procedure: "regroup", year: 2026, center });
    const { events } = life.must(LEADER, at("2026-04-20"), decide(id, "approve", "verdict"));
    expect(events.map(({ kind }) => kind)).toStrictEqual(["decided", "standing-changed", "closed"]);
    expect(life.ledger().centers[0]).toMatchObject({
      standing: "established",
      dates: { "center.designated-on": "2026-04-15" },
    });
  });
});

describe("how long the term is", () => {
  it("is said by the stage that lasts and comes after: its length, or the day until which it lasts", () => {
    const until = designating({ lasts: undefined, until: "2027-12-31" });
    expect(given(until).at(-1)).toStrictEqual(term("2027-12-31", `${PATHS}/trial/until`));
    const counted = { from: "application.decided-on", plus: { n: 1, unit: "year" } };
    const { life, id } = undecided(designating({ lasts: undefined, until: counted }));
    expect(life.blocked(LEADER, DAY, decide(id))).toBe("pending: condition-pending");
  });

  it("is said by the type of the center where no such stage follows, and by nobody where that says nothing", () => {
    expect(given(withoutRun({ n: 3, unit: "year" }))).toStrictEqual([
      DESIGNATED,
      changed("building"),
      term("2029-04-15", "types/lab/term", "decide"),
    ]);
    expect(given(withoutRun())).toStrictEqual([DESIGNATED, changed("building")]);
  });

  it("is not known where the stage that lasts says neither, or has a first day of its own", () => {
    expect(given(designating({ lasts: undefined }))).toStrictEqual([DESIGNATED, changed("building")]);
    expect(given(designating({ from: "2026-06-01" }))).toStrictEqual([DESIGNATED, changed("building")]);
  });

  it("is not known while nobody knows which days are worked on", () => {
    expect(given(designating({ lasts: { n: 400, unit: "working-day" } }))).toStrictEqual([
      DESIGNATED,
      changed("building"),
    ]);
  });
});

describe("a designation whose term is not known", () => {
  const pending = (violation: object) => ({
    kind: "pending",
    violations: [{ clauses: RULES, ...violation }],
  });

  it("waits for the open value", () => {
    const asks = { zh: "建设期多长", en: "how long building takes" };
    const { life, id } = undecided(designating({ lasts: { open: { asks, per: "policy" } } }));
    const path = `${PATHS}/trial/lasts`;
    expect(life.asks(LEADER, DAY, decide(id))).toStrictEqual(
      pending({
        code: "open-value",
        params: { asks, by: "authority", per: "policy" },
        open: { path, asks, per: "policy", by: "authority" },
        path,
      }),
    );
  });

  it("waits for the fact on which the length hangs", () => {
    const year = { n: 1, unit: "year" };
    const of = { kind: "fact", fact: "host.grade" };
    const when = { kind: "compare", of, is: "equal", than: "三级" };
    const lasts = { cases: [{ key: "third", when, then: { n: 2, unit: "year" } }], otherwise: year };
    const { life, id } = undecided(designating({ lasts }));
    expect(life.asks(LEADER, DAY, decide(id))).toStrictEqual(
      pending({
        code: "condition-pending",
        params: { condition: { zh: "试运行", en: "trial" } },
        path: `${PATHS}/trial/lasts`,
      }),
    );
  });

  it("does not wait where it gives no standing of a term", () => {
    const asks = { zh: "试运行多长", en: "how long the trial is" };
    const { life, id } = undecided(withStage("trial", { lasts: { open: { asks, per: "policy" } } }));
    life.must(LEADER, DAY, decide(id));
    expect(life.centerOf(id).standing).toBe("cultivating");
  });
});

describe("a standing that time gives", () => {
  it("bears the day on which the stage ended, and so do the designation and the term", () => {
    const life = newLife(ODD_POLICY, HOLIDAYS);
    const { events } = sweep(life, decided(life), "2027-01-05");
    expect(events.map(({ kind, onDay }) => [kind, onDay])).toStrictEqual([
      ["run-ended", "2026-10-15"],
      ["designated", "2026-10-15"],
      ["standing-changed", "2026-10-15"],
      ["term-started", "2026-10-15"],
    ]);
  });
});
