import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { EventBodies } from "../contract/events.ts";
import {
  AT,
  caseAfter,
  caseOf,
  centerAfter,
  centerOf,
  DAY,
  eventOf,
  HOST,
  institutionOf,
  WHO,
} from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const { procedure, purpose, year, pin } = caseOf();
const OPENING = { case: "k1", procedure, purpose, year, pin };
const AT_PLAN = { case: "k1", stage: "plan" };

const submission = (more: Partial<CaseFacts["submissions"][number]> = {}) => ({
  stage: "plan",
  revision: 1,
  answers: {},
  at: "2026-03-02T01:00:00.000Z",
  daysLate: 0,
  done: true,
  ...more,
});
const handingIn = (more: Partial<EventBodies["submitted"]> = {}) =>
  eventOf("submitted", {
    ...AT_PLAN,
    revision: 1,
    answers: {},
    writes: {},
    daysLate: 0,
    done: true,
    ...more,
  });

describe("a case that is opened", () => {
  const opened = caseOf({ state: "draft", openedOn: DAY, openedAt: AT });

  it("is a draft in which nothing is done yet", () => {
    expect(
      centerAfter(centerOf({ cases: [caseOf({ id: "k0" })] }), eventOf("opened", OPENING)),
    ).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [caseOf({ id: "k0" }), { ...opened, openedBy: WHO, dates: { "opened-on": DAY } }],
        dates: { "center.opened-on": DAY },
      }),
    );
  });

  it("knows whose case brought it, until when, and what it is against", () => {
    const body = { ...OPENING, startedBy: "k0", dueOn: "2026-06-01", against: "k9" };
    const root = evolve(institutionOf(), eventOf("opened", body, { root: "institution", byTime: true }));
    expect(root).toStrictEqual(
      institutionOf({
        seq: 8,
        cases: [
          {
            ...opened,
            root: { kind: "institution", id: "i1" },
            startedBy: "k0",
            dueOn: "2026-06-01",
            against: "k9",
            dates: { "opened-on": DAY },
          },
        ],
      }),
    );
  });

  it("brings the parties that it names, from its day on", () => {
    const before = { key: "l1", role: "joint", name: "乙医院", from: "2025-01-01" } as const;
    const link = { key: "l2", role: "channel", name: "乙市卫健委" } as const;
    expect(
      centerAfter(centerOf({ links: [before] }), eventOf("opened", { ...OPENING, links: [link] })).links,
    ).toStrictEqual([before, { ...link, from: DAY }]);
  });

  it("brings nobody to an institution, which has no network", () => {
    const link = { key: "l2", role: "channel", name: "乙市卫健委" } as const;
    const center = { type: "lab", name: "骨科实验室", host: HOST };
    const body = { ...OPENING, links: [link], center };
    const root = evolve(institutionOf(), eventOf("opened", body, { root: "institution" }));
    expect(root).not.toHaveProperty("links");
    expect(root).not.toHaveProperty("offices");
  });

  it("names no lead where the center is there already", () => {
    const offices: CenterFacts["offices"] = [{ office: "lead-host", holder: "丙医院", on: "2025-01-01" }];
    expect(centerAfter(centerOf({ offices }), eventOf("opened", OPENING)).offices).toStrictEqual(offices);
  });
});

describe("what is handed in", () => {
  it("ends its stage and is with those who look at it", () => {
    const answers = { main: { name: "骨科" } };
    const event = handingIn({ form: "plan", answers, daysLate: 2 });
    expect(caseAfter(caseOf({ state: "draft" }), event)).toStrictEqual(
      caseOf({
        state: "submitted",
        stages: { plan: { doneOn: DAY, doneAt: AT, doneBy: WHO.user, daysLate: 2 } },
        submissions: [{ stage: "plan", form: "plan", revision: 1, answers, at: AT, daysLate: 2, done: true }],
        dates: { "submitted-on": DAY },
      }),
    );
  });

  it.each([
    ["draft", "submitted"],
    ["returned", "submitted"],
    ["withdrawn", "submitted"],
    ["submitted", "submitted"],
    ["in-review", "in-review"],
    ["decided", "decided"],
  ] as const)("makes of a case that is %s one that is %s", (state, then) => {
    expect(caseAfter(caseOf({ state }), handingIn()).state).toBe(then);
  });

  it("and still lacks a signature leaves the case with the applicant, and writes no facts", () => {
    const center = centerOf({ cases: [caseOf({ state: "draft" })] });
    const after = centerAfter(center, handingIn({ done: false, writes: { "center.name": "新名" } }));
    expect(after.name).toBe("骨科实验室");
    expect(after.values).toStrictEqual({});
    expect(after.cases).toStrictEqual([
      caseOf({
        state: "draft",
        submissions: [submission({ at: AT, done: false })],
        dates: { "submitted-on": DAY },
      }),
    ]);
  });

  it("takes the place of the same revision of its stage, and of no other", () => {
    const kept = [submission({ revision: 1 }), submission({ stage: "report", revision: 2 })];
    const kase = caseOf({ submissions: [...kept, submission({ revision: 2, done: false })] });
    expect(caseAfter(kase, handingIn({ revision: 2 })).submissions).toStrictEqual([
      ...kept,
      submission({ revision: 2, at: AT }),
    ]);
  });
});

describe("facts that a form writes", () => {
  const center = centerOf({ cases: [caseOf()], values: { "center.field": "bone", "center.class": "a" } });

  it("stand beside the earlier ones, or in their place", () => {
    const after = centerAfter(center, handingIn({ writes: { "center.class": "b", "host.beds": 600 } }));
    expect(after.values).toStrictEqual({ "center.field": "bone", "center.class": "b", "host.beds": 600 });
    expect(after).toMatchObject({ name: "骨科实验室", goals: [], offices: [] });
  });

  it.each([
    [{ "center.name": "甲中心" }, "甲中心"],
    [{ "application.name": "乙中心" }, "乙中心"],
    [{ "application.name": "乙中心", "center.name": "甲中心" }, "甲中心"],
    [{ "center.name": 7 }, "骨科实验室"],
  ])("name the center: %j", (writes, name) => {
    expect(centerAfter(center, handingIn({ writes })).name).toBe(name);
  });

  it("set the goals anew", () => {
    const goals = [{ key: "g", text: "转化 3 项" }];
    expect(
      centerAfter({ ...center, goals: [{ key: "h", text: "旧" }] }, handingIn({ goals })).goals,
    ).toStrictEqual(goals);
  });

  it.each([["主任甲"], [{ name: "主任甲" }]])("name the director: %j", (named) => {
    expect(centerAfter(center, handingIn({ writes: { "center.director": named } })).offices).toStrictEqual([
      { office: "director", holder: "主任甲", on: DAY, case: "k1" },
    ]);
  });

  it("name no director who is not a person", () => {
    expect(centerAfter(center, handingIn({ writes: { "center.director": 3 } })).offices).toStrictEqual([]);
  });

  it("of an institution are its own, and no center's", () => {
    const writes = { "center.name": "甲中心", "host.beds": 600 };
    const event = eventOf("submitted", handingIn({ writes, goals: [] }).body, { root: "institution" });
    const root = evolve(institutionOf({ cases: [caseOf()], values: { "host.grade": "3a" } }), event);
    expect(root).toMatchObject({ values: { "host.grade": "3a", ...writes } });
    for (const ofCenter of ["name", "goals", "offices"]) expect(root).not.toHaveProperty(ofCenter);
  });
});

describe("a signature", () => {
  const signed = (as: string, stage = "plan") =>
    eventOf("signed", { case: "k1", stage, as, opinion: "同意", done: false });
  const signature = (as: string, more: Partial<CaseFacts["signatures"][number]> = {}) => ({
    stage: "plan",
    as,
    who: WHO,
    opinion: "",
    at: "2026-03-02T01:00:00.000Z",
    revision: 1,
    ...more,
  });
  const made = (as: string, more = {}) => signature(as, { opinion: "同意", at: AT, ...more });
  const after = (kase: CaseFacts, as = "host") => caseAfter(kase, signed(as)).signatures;

  it("is for the first revision where nothing was handed in", () => {
    expect(after(caseOf({ submissions: [submission({ stage: "report", revision: 4 })] }))).toStrictEqual([
      made("host"),
    ]);
  });

  it("is for the revision that still lacks it", () => {
    const submissions = [submission(), submission({ revision: 2, done: false })];
    expect(after(caseOf({ submissions }))).toStrictEqual([made("host", { revision: 2 })]);
  });

  it("is for the next revision where the last one is done", () => {
    expect(after(caseOf({ submissions: [submission({ revision: 2 })] }))).toStrictEqual([
      made("host", { revision: 3 }),
    ]);
  });

  it("comes after those that are there", () => {
    const signatures = [signature("director")];
    expect(after(caseOf({ signatures }))).toStrictEqual([...signatures, made("host")]);
  });

  it("given again takes back itself and those after it", () => {
    const signatures = [signature("contact"), signature("director"), signature("host")];
    expect(after(caseOf({ signatures }), "director")).toStrictEqual([signature("contact"), made("director")]);
  });

  it("given again leaves other stages and other revisions alone", () => {
    const others = [signature("joint", { stage: "report" }), signature("joint", { revision: 2 })];
    const signatures = [signature("host"), ...others];
    expect(after(caseOf({ signatures }))).toStrictEqual([...others, made("host")]);
  });

  it.each([
    [signature("host", { stage: "report" })],
    [signature("host", { revision: 2 })],
    [signature("director")],
  ])("is given again only where stage, revision and role are the same: %#", (other) => {
    const signatures = [other, signature("contact")];
    expect(after(caseOf({ signatures }))).toStrictEqual([...signatures, made("host")]);
  });
});

describe("a case that is sent back", () => {
  const checks = [
    { stage: "look", opinion: "", who: WHO, at: AT },
    { stage: "answer", opinion: "", who: WHO, at: AT },
  ];
  const stages = {
    plan: { doneOn: "2026-03-02" },
    look: { doneOn: "2026-03-03" },
    answer: { doneOn: "2026-03-04" },
    other: { doneOn: "2026-03-05" },
  };
  const returned = (stage: string, more: { until?: string } = {}) =>
    eventOf("returned", {
      case: "k1",
      stage,
      reason: "补正",
      marks: [{ field: "main/name", reason: "缺" }],
      ...more,
    });

  it("is the applicant's again, with what was checked open once more", () => {
    const kase = caseOf({ checks, stages, state: "in-review" });
    expect(caseAfter(kase, returned("plan", { until: "2026-04-01" }))).toStrictEqual({
      ...kase,
      state: "returned",
      stages: { other: { doneOn: "2026-03-05" } },
      returns: [
        {
          stage: "plan",
          reason: "补正",
          marks: [{ field: "main/name", reason: "缺" }],
          until: "2026-04-01",
          who: WHO,
          at: AT,
        },
      ],
      dates: { "returned-on": DAY },
    });
  });

  it("need not say until when, and keeps what was said before", () => {
    const earlier = { stage: "plan", reason: "旧", marks: [], who: WHO, at: AT };
    expect(caseAfter(caseOf({ returns: [earlier] }), returned("plan")).returns).toStrictEqual([
      earlier,
      { stage: "plan", reason: "补正", marks: [{ field: "main/name", reason: "缺" }], who: WHO, at: AT },
    ]);
  });

  it("has not reported any longer; other cases have", () => {
    const report = { procedure: "report", year: 2026, on: DAY, daysLate: 0 };
    const reports = [
      { ...report, case: "k1" },
      { ...report, case: "k2" },
    ];
    const after = centerAfter(centerOf({ cases: [caseOf()], reports }), returned("plan"));
    expect(after.reports).toStrictEqual([{ ...report, case: "k2" }]);
  });
});

describe("a case that is taken back", () => {
  const taken = eventOf("withdrawn", AT_PLAN);
  const kase = caseOf({ stages: { plan: { doneOn: "2026-03-02" }, other: { doneOn: "2026-03-05" } } });
  const report = { procedure: "report", year: 2026, on: DAY, daysLate: 0 };
  const reports = [
    { ...report, case: "k1" },
    { ...report, case: "k2" },
  ];
  const span = { from: "2026-03-02", seq: 2 };

  it("opens its stage, and its report is none", () => {
    expect(centerAfter(centerOf({ cases: [kase], reports }), taken)).toStrictEqual(
      centerOf({
        seq: 8,
        cases: [
          {
            ...kase,
            state: "withdrawn",
            stages: { other: { doneOn: "2026-03-05" } },
            dates: { "withdrawn-on": DAY },
          },
        ],
        reports: [{ ...report, case: "k2" }],
        dates: { "center.withdrawn-on": DAY },
      }),
    );
  });

  it("ends an application, which stands as nothing from that day", () => {
    const spans: CenterFacts["spans"] = [{ ...span, standing: "applying" }];
    const after = centerAfter(centerOf({ cases: [kase], standing: "applying", spans }), taken);
    expect(after).not.toHaveProperty("standing");
    expect(after.spans).toStrictEqual([{ ...span, standing: "applying", to: DAY }]);
  });

  it("ends nothing of a center that stands for more than an application", () => {
    const spans: CenterFacts["spans"] = [{ ...span, standing: "building" }];
    const after = centerAfter(centerOf({ cases: [kase], standing: "building", spans }), taken);
    expect(after).toMatchObject({ standing: "building", spans });
  });

  it("ends no standing of an institution, which has none", () => {
    const event = eventOf("withdrawn", AT_PLAN, { root: "institution" });
    expect(evolve(institutionOf({ cases: [kase], reports }), event)).toMatchObject({
      cases: [{ state: "withdrawn" }],
      reports: [{ ...report, case: "k2" }],
    });
  });
});

it("a case that is closed stays as it is otherwise", () => {
  expect(caseAfter(caseOf(), eventOf("closed", { case: "k1", why: "done" }))).toStrictEqual(
    caseOf({ state: "closed", dates: { "closed-on": DAY } }),
  );
});
