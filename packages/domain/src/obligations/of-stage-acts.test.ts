import type { Actor, Yield } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { dueAt, duesAt, OFFICER, stageThat } from "../testing/owing.ts";

const authority = { role: "authority" } as const;
const host = { role: "host" } as const;
const DONE = { doneOn: "2026-04-02", doneAt: at("2026-04-02"), doneBy: "officer-1" };
const SETTLED = ["decided", "closed", "withdrawn"] as const;
const who = OFFICER;

describe("a dossier that is signed", () => {
  const by = { space: 11, role: "center-director" } as const;
  const last = { space: 11, role: "institution-manager" } as const;
  const signs: Actor[] = [{ role: "director" }, { role: "public" }, host];
  const signed = (kase: Partial<CaseFacts>) =>
    duesAt(stageThat({ does: "submit", by: host, signs }), { kase });
  const signature = (more: object = {}) => ({
    stage: "s",
    as: "director",
    who,
    opinion: "属实",
    at: at("2026-04-01"),
    revision: 1,
    ...more,
  });
  const submission = (more: object = {}) => ({
    stage: "s",
    revision: 1,
    answers: {},
    at: at("2026-04-01"),
    daysLate: 0,
    done: false,
    ...more,
  });
  const SIGNED = { done: { on: "2026-04-01", by: "officer-1" } };
  const director = (kase: Partial<CaseFacts>) => signed(kase)[0]?.done;

  it("is owed by each who signs, and handed in by the last of them", () => {
    expect(signed({})).toStrictEqual([dueAt({ act: "sign" }, by), dueAt({ act: "sign" }, last)]);
    const kase = { signatures: [signature()], submissions: [submission()] };
    expect(signed(kase)).toStrictEqual([dueAt({ act: "sign", ...SIGNED }, by), dueAt({ act: "sign" }, last)]);
    const handed = { ...kase, submissions: [submission({ done: true })], stages: { s: DONE } };
    expect(signed(handed)).toStrictEqual([
      dueAt({ act: "sign", ...SIGNED }, by),
      dueAt({ act: "sign", done: { on: "2026-04-02", by: "officer-1" } }, last),
    ]);
  });

  it("is signed anew for every revision", () => {
    const submissions = [submission()];
    expect(director({ submissions, signatures: [signature()] })).toEqual(SIGNED.done);
    expect(director({ submissions, signatures: [signature({ revision: 2 })] })).toBeUndefined();
    const back = { submissions: [submission({ done: true })] };
    expect(director({ ...back, signatures: [signature()] })).toBeUndefined();
    expect(director({ ...back, signatures: [signature({ revision: 2 })] })).toEqual(SIGNED.done);
    const twice = { submissions: [submission({ done: true }), submission({ revision: 2 })] };
    expect(director({ ...twice, signatures: [signature()] })).toBeUndefined();
    expect(director({ ...twice, signatures: [signature({ revision: 2 })] })).toEqual(SIGNED.done);
  });

  it("is not signed by another, nor at another stage", () => {
    const submissions = [submission(), submission({ stage: "t", revision: 5 })];
    expect(director({ submissions, signatures: [signature({ as: "host" })] })).toBeUndefined();
    expect(director({ submissions, signatures: [signature({ stage: "t" })] })).toBeUndefined();
    expect(director({ submissions, signatures: [signature()] })).toEqual(SIGNED.done);
  });

  it("is asked of nobody any more once the case is closed", () =>
    expect(signed({ state: "closed" }).map((due) => due.void)).toEqual([true, true]));
});

describe("the formal check of an application", () => {
  const window = { kind: "between", to: "2026-04-30" } as const;
  const stage = stageThat({ does: "submit", by: host, window });
  const asked = (kase: Partial<CaseFacts>, more: object = {}) =>
    duesAt(stage, { kase, procedure: { purpose: "entry", ...more } }).filter(({ act }) => act === "check");
  const handedIn = (day: string, more: object = {}) => ({
    stage: "s",
    revision: 1,
    answers: {},
    at: at(day),
    daysLate: 0,
    done: true,
    ...more,
  });
  const checked = (day: string, more: object = {}) => ({
    stage: "s",
    opinion: "齐全",
    who,
    at: at(day),
    ...more,
  });
  const kase = { stages: { s: DONE }, submissions: [handedIn("2026-04-02")] };
  const opens = DONE.doneAt;

  it("is the officer's once it was handed in, and has no day of its own", () => {
    expect(asked({})).toEqual([]);
    expect(asked(kase)).toStrictEqual([dueAt({ opens })]);
  });

  it("is not asked where the policy has a stage for it, nor of anything but an application", () => {
    const own = { ...stageThat({ does: "check", by: authority, after: ["s"] }), key: "look" };
    expect(asked(kase, { stages: [stage, own] }).map((due) => due.stage)).toEqual(["look"]);
    expect(asked(kase, { purpose: "report" })).toEqual([]);
  });

  it("is done by a check that came after what was last handed in", () => {
    const done = { done: { on: "2026-04-03", by: "officer-1" } };
    const checks = [checked("2026-04-01"), checked("2026-04-03")];
    expect(asked({ ...kase, checks })).toStrictEqual([dueAt({ opens, ...done })]);
    expect(asked({ ...kase, checks: [checked("2026-04-02")] })[0]?.done?.on).toBe("2026-04-02");
    const again = [...kase.submissions, handedIn("2026-04-05")];
    expect(asked({ ...kase, checks, submissions: again })[0]?.done).toBeUndefined();
    const draft = [...kase.submissions, handedIn("2026-04-05", { done: false })];
    expect(asked({ ...kase, checks, submissions: draft })[0]?.done?.on).toBe("2026-04-03");
    const elsewhere = [...kase.submissions, handedIn("2026-04-05", { stage: "t" })];
    expect(asked({ ...kase, checks, submissions: elsewhere })[0]?.done?.on).toBe("2026-04-03");
    expect(asked({ ...kase, checks: [checked("2026-04-03", { stage: "t" })] })[0]?.done).toBeUndefined();
  });

  it.each(SETTLED)("is no longer asked where the case is %s", (state) =>
    expect(asked({ ...kase, state })).toStrictEqual([dueAt({ opens, void: true })]),
  );

  it("stays done where the case is decided", () =>
    expect(asked({ ...kase, state: "decided", checks: [checked("2026-04-03")] })[0]).not.toHaveProperty(
      "void",
    ));
});

describe("a decision", () => {
  const asked = (kase: Partial<CaseFacts>) => duesAt(stageThat({ does: "decide", by: authority }), { kase });
  const leader = { space: 1, role: "leader" } as const;
  const proposal = { stage: "s", outcome: "approve", opinion: "同意", who, at: at("2026-04-01") } as const;

  it("is proposed by the officer and made by the leader", () =>
    expect(asked({})).toStrictEqual([dueAt({ act: "propose" }), dueAt({ act: "decide" }, leader)]));

  it("was proposed on the day of the last proposal for it", () => {
    const proposals = [proposal, { ...proposal, at: at("2026-04-02") }, { ...proposal, stage: "t" }];
    expect(asked({ proposals })[0]).toStrictEqual(
      dueAt({ act: "propose", done: { on: "2026-04-02", by: "officer-1" } }),
    );
    expect(asked({ proposals: [proposal], stages: { s: DONE } })[0]).not.toHaveProperty("void");
  });

  it("needs no proposal any more once it was made", () =>
    expect(asked({ stages: { s: DONE } })[0]).toStrictEqual(dueAt({ act: "propose", void: true })));

  it.each(SETTLED)("needs no proposal where the case is %s", (state) =>
    expect(asked({ state })[0]).toStrictEqual(dueAt({ act: "propose", void: true })),
  );
});

describe("a panel", () => {
  const expert = (user: string, more: object = {}) => ({
    stage: "s",
    user,
    name: user,
    party: 99,
    unit: "外单位",
    ...more,
  });
  const recused = { recused: { reason: "共同课题", rule: "declared" } } as const;
  const review = (...yields: Yield[]) => stageThat({ does: "review", by: { role: "experts" }, yields });
  const judging = review({ kind: "verdict" });
  const asked = (kase: Partial<CaseFacts>, stage = judging) => duesAt(stage, { kase });
  const ofExpert = (user: string, more: object = {}) => ({
    ...dueAt({ act: "judge" }, { space: 0, role: "expert" }),
    key: `p:2026:s:expert:${user}`,
    to: { space: 0, role: "expert", user },
    ...more,
  });
  const judgement = (user: string, stage = "s") => ({
    stage,
    condition: "c",
    user,
    verdict: true,
    dimensions: [],
    opinion: "",
    at: at("2026-04-01"),
  });

  it("is assigned by the officer, and again where all of it stood back", () => {
    expect(asked({})).toStrictEqual([dueAt({ act: "assign" })]);
    const elsewhere = [expert("e1", { stage: "t" })];
    expect(asked({ assignments: elsewhere })).toStrictEqual([dueAt({ act: "assign" })]);
    expect(asked({ assignments: [expert("e1", recused)] })).toStrictEqual([
      dueAt({ act: "assign" }),
      ofExpert("e1", { void: true }),
    ]);
  });

  it("is summed up by the officer while each of it answers", () =>
    expect(asked({ assignments: [expert("e1"), expert("e2", recused)] })).toStrictEqual([
      dueAt({ act: "conclude" }),
      ofExpert("e1"),
      ofExpert("e2", { void: true }),
    ]));

  it("scores where the stage yields a score", () => {
    const scoring = review({ kind: "score" });
    expect(asked({ assignments: [expert("e1")] }, scoring)[1]?.act).toBe("score");
    const score = { stage: "s", user: "e1", sheet: "x", terms: [], total: "80", opinion: "" };
    const kase = { assignments: [expert("e1")], scores: [{ ...score, at: at("2026-04-03") }] };
    expect(asked(kase, scoring)[1]).toStrictEqual(
      ofExpert("e1", { act: "score", done: { on: "2026-04-03", by: "e1" } }),
    );
  });

  it("has done its part where an expert answered at this stage", () => {
    const assignments = [expert("e1"), expert("e2")];
    const judgements = [judgement("e1"), judgement("e2", "t")];
    expect(asked({ assignments, judgements }).slice(1)).toStrictEqual([
      ofExpert("e1", { done: { on: "2026-04-01", by: "e1" } }),
      ofExpert("e2"),
    ]);
  });

  it("is asked no more once it was summed up", () =>
    expect(asked({ assignments: [expert("e1")], stages: { s: DONE } })).toStrictEqual([
      dueAt({ act: "conclude", done: { on: "2026-04-02", by: "officer-1" } }),
      ofExpert("e1", { void: true }),
    ]));

  it.each(SETTLED)("is asked no more where the case is %s", (state) =>
    expect(asked({ assignments: [expert("e1")], state })[1]).toStrictEqual(ofExpert("e1", { void: true })),
  );

  it("is of a third party too", () =>
    expect(duesAt(stageThat({ does: "review", by: { role: "third-party" } }))[0]?.act).toBe("assign"));
});

describe("what is made public", () => {
  const window = { kind: "between", to: "2026-04-30" } as const;
  const asked = (kase: Partial<CaseFacts>, by: Actor = authority) =>
    duesAt(stageThat({ does: "publicize", by, lasts: { n: 5, unit: "day" }, window }), { kase });
  const publicity = (from: string, stage = "s") => ({
    stage,
    from,
    endsOn: "2026-04-09",
    where: "官网",
    before: "submitted" as const,
    who,
    over: false,
  });
  const objection = (id: string, more: object = {}) => ({
    id,
    stage: "s",
    by: "某人",
    text: "不实",
    who,
    on: "2026-04-05",
    ...more,
  });
  const publicizing = dueAt({ act: "publicize", due: "2026-04-30" });

  it("is the officer's, and done as soon as it is public", () => {
    expect(asked({})).toStrictEqual([publicizing]);
    expect(asked({ publicities: [publicity("2026-04-01", "t")] })).toStrictEqual([publicizing]);
    const publicities = [publicity("2026-04-01"), publicity("2026-04-04")];
    expect(asked({ publicities })).toStrictEqual([
      { ...publicizing, done: { on: "2026-04-04", by: "officer-1" } },
    ]);
  });

  it("leaves every objection to be settled, from the day on which it was made", () => {
    const settled = { settled: { upheld: false, reason: "查无此事", who, on: "2026-04-08" } };
    const objections = [objection("o1"), objection("o2", settled), objection("o3", { stage: "t" })];
    const settling = (id: string) =>
      dueAt({
        key: `p:2026:s:officer:${id}`,
        act: "settle-objection",
        opens: at("2026-04-05", "00:00:00"),
      });
    expect(asked({ objections })).toStrictEqual([
      publicizing,
      settling("o1"),
      { ...settling("o2"), done: { on: "2026-04-08", by: "officer-1" } },
    ]);
  });

  it("is nobody's where no hat does it", () =>
    expect(asked({ objections: [objection("o1")] }, { role: "public" })).toEqual([]));
});

describe("a filing", () => {
  const window = { kind: "between", to: "2026-04-30" } as const;
  const bureau = { role: "authority", body: "bureau" } as const;
  const to: Actor[] = [bureau, { role: "inspector" }, { role: "public" }];
  const asked = (kase: Partial<CaseFacts>, of: Actor[] = to) =>
    duesAt(stageThat({ does: "file", by: authority, to: of, window }), { kase });
  const filing = (on: string, acknowledged: CaseFacts["filings"][number]["acknowledged"] = []) => ({
    stage: "s",
    to: [],
    words: "报送",
    who,
    on,
    acknowledged,
  });
  const acknowledging = (key: string, role: "officer" | "inspector", more: object = {}) =>
    dueAt({
      key: `p:2026:s:${role}:acknowledge:${key}`,
      to: { space: 1, role },
      act: "acknowledge",
      opens: at("2026-04-05", "00:00:00"),
      ...more,
    });

  it("is made first", () => {
    const filed = dueAt({ act: "file", due: "2026-04-30" });
    expect(asked({})).toStrictEqual([filed]);
    expect(asked({ filings: [{ ...filing("2026-04-05"), stage: "t" }] })).toStrictEqual([filed]);
  });

  it("is then confirmed by each to whom it was addressed, from the day of the last one", () =>
    expect(asked({ filings: [filing("2026-04-01"), filing("2026-04-05")] }).slice(1)).toStrictEqual([
      acknowledging("authority:bureau", "officer"),
      acknowledging("inspector", "inspector"),
    ]));

  it("was confirmed by those who said so, each for itself", () => {
    const words = (role: "authority" | "inspector", body?: string) => ({
      to: { role, ...(body === undefined ? {} : { body }) },
      words: "收到",
      who,
      on: "2026-04-06",
    });
    const done = { done: { on: "2026-04-06", by: "officer-1" } };
    const said = (...acknowledged: CaseFacts["filings"][number]["acknowledged"]) =>
      asked({ filings: [filing("2026-04-05", acknowledged)] })
        .slice(1)
        .map((one) => one.done);
    expect(said(words("authority", "bureau"))).toEqual([done.done, undefined]);
    expect(said(words("inspector"))).toEqual([undefined, done.done]);
    expect(said(words("authority", "other"))).toEqual([undefined, undefined]);
    expect(said(words("inspector", "bureau"))).toEqual([undefined, undefined]);
  });

  it("goes to the space of another authority where a link says which it is", () => {
    const stage = stageThat({ does: "file", by: authority, to: [{ role: "upper-authority" }] });
    const links = [
      { key: "l", role: "upper-authority" as const, name: "市局", space: 2, from: "2026-01-01" },
    ];
    const kase = { filings: [filing("2026-04-05")] };
    expect(duesAt(stage, { kase, root: { links } })[1]?.to).toEqual({ space: 2, role: "officer" });
  });
});
