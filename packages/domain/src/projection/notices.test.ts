import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { at, LEADER } from "../testing/life.ts";
import { caseOf, HOST, lab, OTHER_HOST, PIN, policiesOf, SMALL_POLICY } from "../testing/small-network.ts";
import { noticeRows } from "./notices.ts";

const APPLIED = {
  case: "case",
  consequence: "reopened",
  effect: "tell",
  does: "announce",
  with: { to: "host" },
  on: "2026-05-01",
};
const NOTICE = {
  root_id: "a",
  notice_key: "case:reopened:tell:11",
  party_id: HOST.party,
  to_space: HOST.party,
  case_id: "case",
  title: "申诉成立，暂缓结论",
  text: "实验室 a：申诉成立，暂缓结论",
  at: at("2026-05-01", "00:00:00"),
};
const notices = (applied: Partial<CenterFacts["consequences"][number]>, given: Partial<CenterFacts> = {}) =>
  noticeRows(
    policiesOf(SMALL_POLICY),
    lab("a", { consequences: [{ ...APPLIED, ...applied }], cases: [caseOf()], ...given }),
  );
const spaces = (to: string) => notices({ with: { to } }).map(({ to_space }) => to_space);

describe("what a consequence announces", () => {
  it("is a notice to the space that it names", () => expect(notices({})).toStrictEqual([NOTICE]));

  it("is one notice for each space, however many roles of it are named", () => {
    expect(spaces("host,joint,director,contact")).toEqual([HOST.party]);
    expect(spaces("authority")).toEqual([1]);
    expect(spaces("host,authority,experts")).toEqual([HOST.party, 1]);
  });

  it("is of the time of the last decision, where the case has one", () => {
    const decision = (day: string): CaseFacts["decisions"][number] => ({
      stage: "decide",
      outcome: "approved",
      opinion: "同意",
      who: LEADER,
      at: at(day),
    });
    const cases = [
      caseOf({ id: "before" }),
      caseOf({ decisions: ["2026-04-01", "2026-04-02", "2026-04-30"].map(decision) }),
    ];
    expect(notices({}, { cases })).toStrictEqual([{ ...NOTICE, at: at("2026-04-30") }]);
  });

  it("goes to the institution that leads today, and stays a row of the one that began", () => {
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    expect(notices({}, { links: [lead] })).toStrictEqual([
      { ...NOTICE, notice_key: "case:reopened:tell:12", to_space: OTHER_HOST.party },
    ]);
  });

  it("is none where it does something else or names nobody", () => {
    expect(notices({ does: "bar" })).toEqual([]);
    const { with: _with, ...bare } = APPLIED;
    expect(noticeRows(policiesOf(SMALL_POLICY), lab("a", { consequences: [bare] }))).toEqual([]);
  });

  it("is titled by the version of its case, by the one in force without one, and by its key at last", () => {
    const [consequence] = SMALL_POLICY.consequences;
    const older = {
      ...SMALL_POLICY,
      consequences: [
        { ...consequence, key: "other" },
        { ...consequence, label: { zh: "旧名", en: "old" } },
      ],
    } as Policy;
    const policies = { ...policiesOf(SMALL_POLICY), byHash: { older } };
    const titled = (cases: CaseFacts[], applied = APPLIED) =>
      noticeRows(policies, lab("a", { consequences: [applied], cases }))[0];
    expect(titled([caseOf({ pin: { ...PIN, hash: "older" } })])?.title).toBe("旧名");
    expect(titled([])?.title).toBe("申诉成立，暂缓结论");
    expect(titled([], { ...APPLIED, consequence: "gone" })).toMatchObject({
      title: "gone",
      text: "实验室 a：gone",
    });
  });
});
