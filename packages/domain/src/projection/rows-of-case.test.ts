import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { ObligationRow } from "../contract/rows.ts";
import { emptyInstitution } from "../history/begin.ts";
import { at, MANAGER } from "../testing/life.ts";
import { caseOf, HOST, lab, PIN, policiesOf, SMALL_POLICY, submission } from "../testing/small-network.ts";
import { caseRow, caseStateRow, submissionRows } from "./rows-of-case.ts";

const JOINT = { key: "j", role: "joint", name: "乙医院", space: 12, from: "2026-01-01" } as const;
const CENTER = lab("a", { links: [JOINT] });
const INSTITUTION = emptyInstitution("i", HOST);

describe("the file of a case", () => {
  const FILE = {
    case_id: "case",
    root_kind: "center",
    root_id: "a",
    party_id: HOST.party,
    parties: [12],
    procedure_key: "entry",
    purpose: "entry",
    year: 2026,
    policy_hash: PIN.hash,
    opened_on: "2026-03-01",
    opened_by: null,
  };

  it("says whose it is, and who opened it where somebody did", () => {
    expect(caseRow(CENTER, caseOf())).toStrictEqual(FILE);
    expect(caseRow(CENTER, caseOf({ openedBy: MANAGER }))).toStrictEqual({
      ...FILE,
      opened_by: MANAGER.user,
    });
  });

  it("of an institution has no parties beside it", () =>
    expect(caseRow(INSTITUTION, caseOf())).toStrictEqual({
      ...FILE,
      root_kind: "institution",
      root_id: "i",
      parties: [],
    }));
});

describe("the state of a case", () => {
  const state = (
    given: Partial<CaseFacts> = {},
    {
      root = CENTER,
      obligations = [] as ObligationRow[],
    }: { root?: CenterFacts | typeof INSTITUTION; obligations?: ObligationRow[] } = {},
  ) =>
    caseStateRow(policiesOf(SMALL_POLICY), { root, kase: caseOf({ state: "draft", ...given }), obligations });
  const STATE = {
    case_id: "case",
    party_id: HOST.party,
    parties: [12],
    title: "实验室 a",
    purpose: "entry",
    year: 2026,
    state: "draft",
    stage_key: "online",
    submitted_at: null,
    revision: 0,
    score: null,
    grade_key: null,
    due_on: "2026-03-31",
    marks: [],
  };

  it("is at its first stage that is not done, until that stage's last day", () =>
    expect(state()).toStrictEqual(STATE));

  it("is told by the name of the institution where it is no center's", () =>
    expect(state({}, { root: INSTITUTION })).toMatchObject({ title: "甲医院", parties: [] }));

  it("goes by the last revision that was whole", () => {
    const second = submission({ revision: 2, at: at("2026-03-11") });
    const third = submission({ revision: 3, at: at("2026-03-12") });
    const unsigned = submission({ revision: 4, at: at("2026-03-14"), done: false });
    const stages = { online: { doneOn: "2026-03-12", doneAt: at("2026-03-12") } };
    expect(state({ submissions: [submission(), second, third, unsigned], stages })).toStrictEqual({
      ...STATE,
      stage_key: "paper",
      submitted_at: at("2026-03-12"),
      revision: 3,
      due_on: null,
    });
  });

  it("says its result", () =>
    expect(state({ result: { score: "86.50", grade: "good" } })).toStrictEqual({
      ...STATE,
      score: "86.50",
      grade_key: "good",
    }));

  it("is at no stage once it is closed, or where its procedure is not known", () => {
    const nowhere = { ...STATE, stage_key: null, due_on: null };
    expect(state({ state: "closed" })).toStrictEqual({ ...nowhere, state: "closed" });
    expect(
      state({ procedure: "lost", waivers: [{ path: "caps/one", reason: "人口多", who: MANAGER }] }),
    ).toStrictEqual(nowhere);
  });

  describe("is marked", () => {
    const missed = (more: Partial<ObligationRow> = {}) =>
      [{ case_id: "case", state: "missed", ...more }] as ObligationRow[];
    const claim = (earlier: object[]) =>
      ({
        stage: "online",
        of: [],
        claims: [{ earlier: [] }, { earlier }],
      }) as unknown as CaseFacts["claims"][number];
    const marks = (given: Partial<CaseFacts>, obligations: ObligationRow[] = []) =>
      state(given, { obligations }).marks;

    it("as overdue, where something of it was missed", () => {
      expect(marks({}, missed())).toEqual(["overdue"]);
      expect(marks({}, missed({ state: "done" }))).toEqual([]);
      expect(marks({}, missed({ case_id: "other" }))).toEqual([]);
    });

    it("as waived, extended or claimed twice", () => {
      expect(marks({ waivers: [{ path: "caps/one", reason: "人口多", who: MANAGER }] })).toEqual(["waived"]);
      expect(marks({ extensions: [{ stage: "online", until: "2026-04-30", reason: "洪水" }] })).toEqual([
        "extended",
      ]);
      expect(marks({ claims: [claim([{ tenant: 2, name: "乙市", year: 2025 }])] })).toEqual([
        "claimed-twice",
      ]);
      expect(marks({ claims: [claim([])] })).toEqual([]);
    });

    it("as open, while nobody has settled how long a case lasts that a consequence started", () => {
      expect(marks({ startedBy: "before" })).toEqual(["open"]);
      expect(marks({ startedBy: "before", dueOn: "2026-07-01" })).toEqual([]);
      expect(marks({ startedBy: "before", state: "closed" })).toEqual([]);
    });
  });

  it("is read under the version to which the case is pinned", () => {
    const older: Policy = { ...SMALL_POLICY, procedures: [] };
    const policies = { ...policiesOf(SMALL_POLICY), byHash: { older } };
    const kase = caseOf({ pin: { ...PIN, hash: "older" } });
    expect(caseStateRow(policies, { root: CENTER, kase, obligations: [] }).stage_key).toBeNull();
  });
});

describe("what was handed in", () => {
  const SUBMITTED = {
    case_id: "case",
    stage_key: "online",
    revision: 1,
    party_id: HOST.party,
    parties: [12],
    answers: { main: { name: "甲" } },
    submitted_at: at("2026-03-10"),
  };
  const whole = submission({ answers: SUBMITTED.answers });
  const rows = (stages: CaseFacts["stages"], ...submissions: CaseFacts["submissions"]) =>
    submissionRows(CENTER, caseOf({ stages, submissions }));

  it("is a row of its own for each whole revision, read by the parties", () => {
    const done = { online: { doneOn: "2026-03-10" } };
    expect(rows(done, submission({ revision: 2, done: false }), whole)).toStrictEqual([SUBMITTED]);
  });

  it("is between the institution and the authority while its stage is open again", () => {
    expect(rows({ online: {} }, whole)).toStrictEqual([{ ...SUBMITTED, parties: [] }]);
    expect(rows({ paper: { doneOn: "2026-03-10" } }, whole)).toStrictEqual([{ ...SUBMITTED, parties: [] }]);
  });
});
