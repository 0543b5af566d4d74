import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { withStage } from "../testing/changed-policy.ts";
import { at, DIRECTOR, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { begin, BESIDE, decided, plan } from "../testing/odd-steps.ts";
import { apply, designate } from "../testing/steps.ts";

const policy = Policy.parse(pack);

describe("what is handed in", () => {
  it("is kept with its form, what it writes and how late it is", () => {
    const life = begin();
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    const answers = plan(true);
    const handing = { kind: "submit", case: id, stage: "online", answers } as const;
    const root = { kind: "center", id: life.centerOf(id).id };
    const path = "procedures/entry/stages/online";
    expect(life.must(MANAGER, at("2026-03-21"), handing).events).toEqual([
      {
        root,
        kind: "submitted",
        body: {
          case: id,
          stage: "online",
          form: "plan",
          revision: 1,
          answers,
          writes: { "application.name": "转化实验室", "application.joint": true, "host.beds": "600" },
          daysLate: 0,
          done: true,
        },
        onDay: "2026-03-21",
        consulted: [path],
      },
      {
        root,
        kind: "standing-changed",
        body: { case: id, to: "applying", on: "2026-03-21", cause: path },
        onDay: "2026-03-21",
        consulted: [`${path}/gives`],
      },
    ]);
  });

  it("on paper has no form and writes nothing", () => {
    const life = begin();
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    life.must(MANAGER, at("2026-03-21"), { kind: "submit", case: id, stage: "online", answers: plan(true) });
    const paper = { kind: "submit", case: id, stage: "paper", answers: {} } as const;
    const [submitted, ...more] = life.must(MANAGER, at("2026-04-05"), paper).events;
    expect(submitted?.body).toEqual({
      case: id,
      stage: "paper",
      revision: 1,
      answers: {},
      writes: {},
      daysLate: 2,
      done: true,
    });
    expect(more).toEqual([]);
  });

  it("brings the goals that it names, and those whom it names into the network", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const [submitted] = life.ledger().events.filter(({ kind }) => kind === "submitted");
    expect(submitted?.body).toMatchObject({ form: "application", goals: life.centerOf(id).goals });
    expect(life.centerOf(id).goals.length).toBeGreaterThan(0);
  });

  it("is the next revision of its stage once it was sent back", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const marks = [{ field: "basics/base", reason: "写明专科" }];
    const back = { kind: "return", case: id, stage: "collect", reason: "补充", marks } as const;
    life.must(OFFICER, at("2022-10-22"), back);
    const answers = life.answers("application", { name: "骨科中心" });
    life.must(MANAGER, at("2022-10-23"), { kind: "submit", case: id, stage: "collect", answers });
    expect(life.caseAt(id).submissions.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it("that is a report is noted as that, with its year and how late it is", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const id = life.open(MANAGER, at("2023-01-05"), { procedure: "yearly-report", year: 2022, center });
    const answers = life.answers("december");
    const handing = { kind: "submit", case: id, stage: "report", answers } as const;
    const { events } = life.must(MANAGER, at("2023-01-05"), handing);
    expect(events.filter(({ kind }) => kind === "reported")).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "reported",
        body: { case: id, stage: "report", procedure: "yearly-report", year: 2022, daysLate: 5 },
        onDay: "2023-01-05",
        consulted: ["procedures/yearly-report/stages/report"],
      },
    ]);
  });

  it("asks for a change without writing it, nor naming anybody into the network", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const id = life.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    const answers = { main: { name: "临床转化实验室", director: { name: "李主任" } } };
    const asking = { kind: "submit", case: id, stage: "ask", answers } as const;
    const { events } = life.must(MANAGER, at("2026-05-06"), asking);
    expect(events.map(({ kind }) => kind)).toEqual(["submitted"]);
    expect(events[0]?.body).toEqual({
      case: id,
      stage: "ask",
      form: "amendment",
      revision: 1,
      answers,
      writes: {},
      daysLate: 0,
      done: true,
    });
  });
});

describe("what still lacks a signature", () => {
  it("is a draft: it reports nothing, gives nothing and keeps its revision", () => {
    const signed = withStage(policy, "report", {
      signs: [{ role: "director" }, { role: "host" }],
      gives: "deferred",
    });
    const life = newLife(signed);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const id = life.open(MANAGER, at("2022-12-05"), { procedure: "yearly-report", year: 2022, center });
    const answers = life.answers("december");
    const signing = { kind: "sign", case: id, stage: "report", answers, opinion: "属实" } as const;
    const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind);
    expect(kinds(life.must(DIRECTOR, at("2022-12-06"), signing).events)).toEqual(["submitted", "signed"]);
    const { events } = life.must(MANAGER, at("2022-12-06"), signing);
    expect(kinds(events)).toEqual(["signed", "submitted", "reported", "standing-changed"]);
    const told = life
      .ledger()
      .events.filter(({ kind, body }) => kind === "submitted" && "case" in body && body.case === id);
    expect(
      told.map(({ body }) => ("revision" in body && "done" in body ? [body.revision, body.done] : [])),
    ).toEqual([
      [1, false],
      [1, true],
    ]);
  });
});
