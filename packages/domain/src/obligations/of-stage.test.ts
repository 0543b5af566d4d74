import type { Actor, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { at } from "../testing/life.ts";
import { dueAt, duesAt, type Given, stageThat } from "../testing/owing.ts";
import type { Due } from "./due.ts";

const authority = { role: "authority" } as const;
const host = { role: "host" } as const;
const linked = (role: Link["role"], more: Partial<Link> = {}): Partial<CenterFacts> => ({
  links: [{ key: "link-1", role, name: "某单位", space: 44, from: "2026-01-01", ...more }],
});
const check = stageThat({ does: "check", by: authority });

describe("what a stage asks of whom", () => {
  const ASKED: [Stage["does"], Actor, Pick<Due, "act" | "to">][] = [
    ["check", authority, { act: "check", to: { space: 1, role: "officer" } }],
    ["meet", authority, { act: "hold-meeting", to: { space: 1, role: "officer" } }],
    ["recommend", authority, { act: "recommend-case", to: { space: 1, role: "leader" } }],
    [
      "recommend",
      { role: "channel" },
      { act: "recommend-case", to: { space: 11, role: "institution-manager" } },
    ],
    ["consent", { role: "partner" }, { act: "consent", to: { space: 11, role: "institution-manager" } }],
    ["submit", host, { act: "submit", to: { space: 11, role: "institution-manager" } }],
    ["submit", { role: "director" }, { act: "submit", to: { space: 11, role: "center-director" } }],
    ["submit", { role: "contact" }, { act: "submit", to: { space: 11, role: "contact" } }],
    ["submit", { ...host, hat: "contact" }, { act: "submit", to: { space: 11, role: "contact" } }],
    ["check", { role: "inspector" }, { act: "check", to: { space: 1, role: "inspector" } }],
  ];
  it.each(ASKED)("%s by %o", (does, by, asked) => {
    const stage = stageThat({ does, by } as Parameters<typeof stageThat>[0]);
    expect(duesAt(stage)).toStrictEqual([dueAt({ ...asked, key: `p:2026:s:${asked.to.role}` })]);
  });

  it("is nothing of a stage that only lasts, nor of one that the public does", () => {
    expect(duesAt(stageThat({ does: "run", by: host }))).toEqual([]);
    expect(duesAt(stageThat({ does: "check", by: { role: "public" } }))).toEqual([]);
    expect(duesAt(stageThat({ does: "review", by: authority }))).toEqual([]);
  });

  it("goes to the space that came in by a link, where one did", () => {
    const to = { space: 44, role: "institution-manager" } as const;
    const recommend = stageThat({ does: "recommend", by: { role: "channel" } });
    expect(duesAt(recommend, { root: linked("channel") })).toStrictEqual([
      dueAt({ act: "recommend-case", to }, to),
    ]);
    expect(duesAt(check, { root: linked("channel") })[0]?.to.space).toBe(1);
  });

  it("goes to the institution that leads the center, where another one was selected", () => {
    const lead = { party: 12, uscc: "12500102450000002A", name: "乙医院" };
    const root = linked("lead", { space: 12, host: lead });
    expect(duesAt(stageThat({ does: "submit", by: host }), { root })[0]?.to.space).toBe(12);
  });

  it("is a right and no duty where it is to hand in an application", () => {
    const stage = stageThat({ does: "submit", by: host });
    expect(duesAt(stage, { procedure: { purpose: "entry" } })[0]?.right).toBe(true);
    expect(duesAt(stage)[0]).not.toHaveProperty("right");
  });

  it("names the case where its procedure comes on request", () =>
    expect(
      duesAt(check, { procedure: { starts: { by: host, when: { kind: "anytime" }, every: "request" } } })[0]
        ?.key,
    ).toBe("p:2026:s:officer:case-1"));
});

describe("from when until when", () => {
  const windowed = stageThat({
    does: "check",
    by: authority,
    window: { kind: "between", from: "2026-04-01", to: "2026-04-30" },
  });
  const days = (stage: Stage, given: Given = {}) =>
    duesAt(stage, given).map(({ opens, due: last }) => [opens, last]);

  it("is the window of the stage, and not before the case was opened", () => {
    expect(days(windowed)).toEqual([[at("2026-04-01", "00:00:00"), "2026-04-30"]]);
    expect(days(windowed, { kase: { openedAt: at("2026-04-02") } })).toEqual([
      [at("2026-04-02"), "2026-04-30"],
    ]);
  });

  it("is not before the last of the stages that it follows had ended", () => {
    const before = (key: string) => ({ ...check, key });
    const stages = [before("a"), before("b"), { ...check, after: ["a", "b"] }];
    const ended = (day: string) => ({ doneOn: day, doneAt: at(day) });
    const kase = { stages: { a: ended("2026-05-02"), b: ended("2026-05-01") } };
    const [, , last] = duesAt(check, { kase, procedure: { stages } });
    expect([last?.stage, last?.opens]).toEqual(["s", at("2026-05-02")]);
  });

  it("is the day that the authority set where it was sent back", () => {
    const back = (stage: string, until?: string) => ({
      stage,
      reason: "补充",
      marks: [],
      who: { user: "u", name: "经办人", role: "officer" as const, party: 1, unit: "主管部门" },
      at: at("2026-05-01"),
      ...(until === undefined ? {} : { until }),
    });
    const returns = [back("s", "2026-05-10"), back("s", "2026-05-20"), back("t", "2026-05-30")];
    expect(days(windowed, { kase: { state: "returned", returns } })[0]?.[1]).toBe("2026-05-20");
    expect(days(windowed, { kase: { state: "returned", returns: returns.slice(2) } })[0]?.[1]).toBe(
      "2026-04-30",
    );
    expect(days(windowed, { kase: { returns } })[0]?.[1]).toBe("2026-04-30");
  });
});

describe("how a stage ends", () => {
  it("is done on a day, by whoever did it", () => {
    const done = (stage: object) => duesAt(check, { kase: { stages: { s: stage } } });
    expect(done({ doneOn: "2026-04-02", doneAt: at("2026-04-02"), doneBy: "officer-1" })).toStrictEqual([
      dueAt({ done: { on: "2026-04-02", by: "officer-1" } }),
    ]);
    expect(done({ doneOn: "2026-04-02", doneAt: at("2026-04-02") })).toStrictEqual([
      dueAt({ done: { on: "2026-04-02" } }),
    ]);
    expect(done({ startedOn: "2026-04-02" })).toStrictEqual([dueAt({})]);
  });

  it.each(["closed", "withdrawn"] as const)("is void where the case was %s without it", (state) =>
    expect(duesAt(check, { kase: { state } })).toStrictEqual([dueAt({ void: true })]),
  );

  it("stays open where the case was decided", () =>
    expect(duesAt(check, { kase: { state: "decided" } })).toStrictEqual([dueAt({})]));
});

describe("whose turn it is", () => {
  const stages = (...more: object[]): Stage[] => [
    { ...check, key: "a" },
    { ...check, after: ["a"], ...more[0] },
  ];
  const turns = (kase: Partial<CaseFacts>, ...more: object[]) =>
    duesAt(check, { kase, procedure: { stages: stages(...more) } }).map(({ stage }) => stage);
  const done = { doneOn: "2026-04-02", doneAt: at("2026-04-02") };

  it("comes with what went before it", () => {
    expect(turns({})).toEqual(["a"]);
    expect(turns({ stages: { a: done } })).toEqual(["a", "s"]);
  });
  it("has been where a stage is done, whatever was opened again before it", () =>
    expect(turns({ stages: { s: done } })).toEqual(["a", "s"]));
  it("never comes where the stage does not take place", () => {
    const never = {
      when: { kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "equal", than: 1 },
    };
    expect(turns({ stages: { a: done } }, never)).toEqual(["a"]);
  });
  it("is nothing where the policy does not know the procedure", () =>
    expect(duesAt(check, { kase: { procedure: "unknown" } })).toEqual([]));
});
