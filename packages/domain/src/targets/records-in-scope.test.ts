import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts, InstitutionFacts, RegisterEntry } from "../contract/facts.ts";
import { boardWith, entry, institution } from "../testing/board.ts";
import { caseWith, lab, policyWith } from "../testing/owing.ts";
import type { Board } from "./board.ts";
import { recordsInScope } from "./records-in-scope.ts";

const funds = (n: number, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...entry("funds", { amount: n }, n),
  ...more,
});
const hospital = (n: number, more: Partial<InstitutionFacts> = {}): InstitutionFacts => ({
  ...institution({}, n),
  ...more,
});
const hostedBy = (n: number, id: string, more: Partial<CenterFacts> = {}): CenterFacts =>
  lab({ id, host: institution({}, n).host, ...more });
const on = (given: Partial<Board>): Board => boardWith(policyWith({}), "2026-06-01", given);
const amounts = (board: Board, bearer: Parameters<typeof recordsInScope>[1]) =>
  recordsInScope(board, bearer, "funds").map(({ amount }) => amount);

describe("what was entered", () => {
  const centers = [
    hostedBy(1, "a", { entries: [funds(3)] }),
    hostedBy(1, "b", { entries: [funds(4)] }),
    hostedBy(2, "c", { entries: [funds(5)] }),
  ];
  const institutions = [hospital(1, { entries: [funds(2)] }), hospital(2), hospital(3)];
  const whole = on({ centers, institutions });
  const board = { ...whole, tenant: { ...whole.tenant, entries: [funds(1)] } };

  it("is in the tenant everything that there is, its own first", () =>
    expect(amounts(board, undefined)).toEqual([1, 3, 4, 5, 2]));

  it("is an institution's with that of its centers", () => {
    expect(amounts(board, institutions[0])).toEqual([2, 3, 4]);
    expect(amounts(board, institutions[1])).toEqual([5]);
    expect(amounts(board, institutions[2])).toEqual([]);
  });

  it("is a center's with that of its institution", () => {
    expect(amounts(board, centers[1])).toEqual([4, 2]);
    expect(amounts(board, centers[2])).toEqual([5]);
    expect(amounts(board, hostedBy(9, "x", { entries: [funds(6)] }))).toEqual([6]);
  });

  it("is told with its title and whose it is", () => {
    const [own, ofRoot] = recordsInScope(board, undefined, "funds");
    expect(own).toStrictEqual({ name: "条目 1", unit: undefined, amount: 1 });
    expect(ofRoot).toStrictEqual({ name: "条目 3", unit: "甲医院", amount: 3 });
  });

  it("counts only what is of the collection, and neither awaits anybody nor was struck", () => {
    const entries = [
      funds(1, { state: "struck" }),
      funds(2, { awaits: true }),
      funds(3, { awaits: true, state: "verified" }),
      entry("people", { amount: 4 }, 4),
    ];
    const one = on({ institutions: [hospital(1, { entries })] });
    expect(amounts(one, one.institutions[0])).toEqual([3]);
    const ofTenant = { ...one, institutions: [], tenant: { ...one.tenant, entries } };
    expect(amounts(ofTenant, undefined)).toEqual([3]);
  });
});

describe("what dossiers claim", () => {
  const claim = (n: number, more: object = {}) => ({
    register: "money",
    entry: `elsewhere-${n}`,
    title: `经费 ${n}`,
    attributes: { amount: n },
    of: "funds",
    fingerprint: `mark-${n}`,
    ...more,
  });
  const claiming = (...claims: ReturnType<typeof claim>[]): CaseFacts =>
    caseWith({ claims: [{ stage: "s", of: ["funds"], claims }] as never });

  it("counts where it lies in another ledger, with its share, its title and who claims it", () => {
    const center = hostedBy(1, "a", { cases: [claiming(claim(1, { share: "0.5" }))] });
    const board = on({ centers: [center], institutions: [hospital(1)] });
    const told = [{ name: "经费 1", unit: "甲医院", amount: 1, share: "0.5" }];
    expect(recordsInScope(board, center, "funds")).toStrictEqual(told);
    expect(recordsInScope(board, board.institutions[0], "funds")).toStrictEqual(told);
    expect(recordsInScope(board, undefined, "funds")).toStrictEqual(told);
  });

  it("counts each thing once, and not what is entered here or of another collection", () => {
    const centers = [
      hostedBy(1, "a", { cases: [claiming(claim(1), claim(2, { of: "people" })), claiming(claim(3))] }),
      hostedBy(2, "b", { cases: [claiming(claim(1), claim(4, { entry: "entry-funds-7" }))] }),
    ];
    const institutions = [hospital(1, { entries: [funds(7)] }), hospital(2)];
    expect(amounts(on({ centers, institutions }), undefined)).toEqual([7, 1, 3]);
    expect(amounts(on({ centers, institutions }), centers[1])).toEqual([1]);
  });
});

describe("what histories hold", () => {
  const report = { case: "case-1", procedure: "yearly", year: 2025, on: "2025-12-01", daysLate: 0 };
  const years = (board: Board, bearer: Parameters<typeof recordsInScope>[1]) =>
    recordsInScope(board, bearer, "reports").map(({ year }) => year);

  it("is that of every root which is the bearer's", () => {
    const centers = [hostedBy(1, "a", { reports: [report] }), hostedBy(2, "b", { reports: [report] })];
    const institutions = [hospital(1, { reports: [{ ...report, year: 2024 }] }), hospital(2)];
    const board = on({ centers, institutions });
    expect(years(board, undefined)).toEqual([2025, 2025, 2024]);
    expect(years(board, institutions[0])).toEqual([2024, 2025]);
    expect(years(board, centers[0])).toEqual([2025]);
  });

  it("is told once where it was handed in for the whole tenant", () => {
    const centers = [hostedBy(1, "a"), hostedBy(1, "b")];
    const sets = {
      designations: [{ root: "z", type: "lab", standing: "building" }],
      goals: [{ text: "目标" }],
    };
    const board = on({ centers, institutions: [hospital(1)], sets });
    const found = (bearer: Parameters<typeof recordsInScope>[1], collection: string) =>
      recordsInScope(board, bearer, collection).length;
    expect([found(undefined, "designations"), found(board.institutions[0], "designations")]).toEqual([1, 1]);
    expect([found(undefined, "goals"), found(board.institutions[0], "goals")]).toEqual([1, 1]);
    expect(recordsInScope(on({ centers }), undefined, "designations")).toEqual([]);
  });
});
