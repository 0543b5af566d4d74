import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, HOSPITAL, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { begin, checked, decide as deciding, decided, notice } from "../testing/odd-steps.ts";
import { apply, designate } from "../testing/steps.ts";
import { decide, upToDate } from "./decide.ts";

const policy = Policy.parse(pack);

describe("an act on nothing", () => {
  it("is refused in the tenant's own word for it", () => {
    const life = newLife(policy);
    const ranking = { kind: "rank", procedure: "entry", stage: "decide", year: 2022 } as const;
    expect(life.asks(OFFICER, at("2022-10-24"), ranking)).toEqual({
      kind: "refused",
      violations: [
        { code: "nothing-to-act-on", params: { what: { zh: "评定等次", en: "grade" } }, clauses: [] },
      ],
    });
  });
});

describe("an act on several cases", () => {
  it("is refused with what stands in the way of each", () => {
    const life = newLife(policy);
    const ids = [apply(life, "骨科中心"), apply(life, "口腔中心")];
    const document = { kind: "letter", number: "1", title: "x", on: "2022-11-04" };
    const issuing = { kind: "issue", stage: "publish", cases: ids, document } as const;
    expect(life.blocked(OFFICER, at("2022-11-04"), issuing)).toBe(
      "refused: stage-not-reached, stage-not-reached",
    );
  });
});

describe("what has come about by then", () => {
  it("is appended before the act itself, by nobody, in the roots that it touches", () => {
    const life = newLife(policy);
    const [entry = "", other = ""] = designate(life, ["骨科中心", "口腔中心"]);
    const [center, calm] = [life.centerOf(entry).id, life.centerOf(other).id];
    const urging = { kind: "urge", root: center } as const;
    const obligation = "yearly-report:2022:report:institution-manager";
    const { events } = life.must(OFFICER, at("2023-01-03"), { ...urging, obligation });
    expect(events.map(({ kind, onDay, root, byTime }) => [kind, onDay, root.id, byTime])).toEqual([
      ["missed", "2022-12-31", center, true],
      ["urged", "2023-01-03", center, undefined],
    ]);
    const all = life.ledger().centers.find(({ id }) => id === calm);
    expect(all?.missed).toEqual([]);
  });
  it("is appended in the root of the case that is acted on", () => {
    const life = begin();
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    const { events } = life.must(LEADER, at("2026-04-15"), deciding(id));
    expect(events.map(({ kind, onDay }) => `${kind} ${onDay}`)).toEqual([
      "publicity-ended 2026-04-14",
      "decided 2026-04-15",
      "standing-changed 2026-04-15",
      "run-started 2026-04-15",
    ]);
  });
  it("is not appended where the act is refused", () => {
    const life = begin();
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    const before = life.ledger().events.length;
    expect(life.asks(LEADER, at("2026-04-15"), { ...deciding(id), stage: "nowhere" }).kind).toBe("refused");
    expect(life.ledger().events).toHaveLength(before);
  });
  it("can be looked at in every root, and nothing is appended for it", () => {
    const life = newLife(policy);
    designate(life, ["骨科中心", "口腔中心"]);
    const scene = life.scene(OFFICER, at("2023-01-03"));
    const after = upToDate(scene);
    expect(after.facts.centers.map(({ missed }) => missed.map(({ due }) => due))).toEqual([
      ["2022-12-31"],
      ["2022-12-31"],
    ]);
    expect(scene.facts.centers.map(({ missed }) => missed)).toEqual([[], []]);
  });
});

describe("what begins with an act", () => {
  it("begins in its own root alone", () => {
    const life = begin();
    const first = checked(life);
    const second = checked(life);
    for (const id of [first, second]) life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    const { events } = life.must(LEADER, at("2026-04-15"), deciding(first));
    expect(events.filter(({ kind }) => kind === "run-started")).toEqual([
      {
        root: { kind: "center", id: life.centerOf(first).id },
        kind: "run-started",
        onDay: "2026-04-15",
        body: { case: first, stage: "trial", endsOn: "2026-10-15" },
        consulted: ["procedures/entry/stages/trial"],
        byTime: true,
      },
    ]);
    expect(life.caseAt(second).stages["trial"]).toBeUndefined();
  });
});

describe("what a decision holds for", () => {
  it("is the rest of its day, or less where the act's own window closes before", () => {
    const life = newLife(policy);
    const id = life.open(MANAGER, at("2022-10-22"), { procedure: "entry", year: 2022, name: "骨科中心" });
    const answers = life.answers("application", { name: "骨科中心" });
    const submit = { kind: "submit", case: id, stage: "collect", answers } as const;
    const day = (when: string) => {
      const { policies, facts, env } = life.scene(MANAGER, when);
      const decision = decide(policies, facts, { action: submit, env });
      return decision.kind === "decided" ? decision.holds : undefined;
    };
    const notBefore = at("2022-10-19", "00:00:00");
    expect(day(at("2022-10-22"))).toEqual({ notBefore, notAfter: at("2022-10-23", "00:00:00") });
    expect(day(at("2022-10-23", "23:59:59"))).toEqual({ notBefore, notAfter: at("2022-10-24", "00:00:00") });
  });
  it("names the scopes of what it took with what was seen of them, and none where it took nothing", () => {
    const life = begin();
    const entry = decided(life);
    const center = life.centerOf(entry).id;
    const opening = { kind: "open-case", procedure: "regroup", year: 2026, center } as const;
    expect(life.must(OFFICER, at("2026-04-20"), opening).holds).toEqual({
      notAfter: at("2026-04-21", "00:00:00"),
    });
    expect(life.centerOf(entry).host.party).toBe(HOSPITAL);
  });
});
