import type { Policy } from "@yichuang/policy";
import type { CenterFacts, FactRecord, InstitutionFacts, RegisterEntry } from "../contract/facts.ts";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import type { Board } from "../targets/board.ts";
import { at } from "./life.ts";

const PLACE = { party: 11, uscc: "125001024500000017", name: "甲医院" };

/** A board on which there is only what a test puts there. */
export const boardWith = (policy: Policy, today: string, given: Partial<Board> = {}): Board => ({
  policy,
  today,
  now: at(today),
  holidays: {},
  tenant: emptyTenant("tenant-root"),
  centers: [],
  institutions: [],
  sets: {},
  ...given,
});

/** The same tenant with its policy's open values settled. */
export const settling = (board: Board, values: { [path: string]: unknown }): Board => ({
  ...board,
  tenant: {
    ...board.tenant,
    settlements: Object.entries(values).map(([path, value]) => ({
      id: path,
      path,
      value,
      as: "定",
      on: "2019-01-01",
      by: { name: "officer", unit: "authority" },
    })),
  },
});

/** So many centers of a type that stand somewhere. */
export const designations = (n: number, record: FactRecord): FactRecord[] =>
  Array.from({ length: n }, (_, i) => ({ root: `center-${i}`, name: `中心 ${i}`, ...record }));

export const institution = (values: InstitutionFacts["values"] = {}, n = 1): InstitutionFacts => ({
  ...emptyInstitution(`institution-${n}`, {
    ...PLACE,
    party: 10 + n,
    name: n === 1 ? PLACE.name : `医院 ${n}`,
  }),
  values,
});

/** An entry of a register that counts. */
export const entry = (of: RegisterEntry["of"] & string, attributes: RegisterEntry["attributes"], n = 1) =>
  ({
    id: `entry-${of}-${n}`,
    register: "any",
    of,
    title: `条目 ${n}`,
    answers: {},
    attributes,
    fingerprint: `mark-${of}-${n}`,
    state: "recorded",
    awaits: false,
    open: false,
    on: "2024-01-01",
    changedOn: "2024-01-01",
  }) as unknown as RegisterEntry;

export const center = (given: Partial<CenterFacts>): CenterFacts => ({
  kind: "center",
  id: "center-x",
  seq: 1,
  type: "center",
  name: "在建中心",
  host: PLACE,
  values: {},
  spans: [],
  dates: {},
  goals: [],
  links: [],
  settlements: [],
  cases: [],
  evaluations: [],
  reports: [],
  findings: [],
  consequences: [],
  supports: [],
  bars: [],
  money: { funded: [], withheld: [], reclaimed: [] },
  offices: [],
  finished: [],
  recommendations: [],
  changes: [],
  missed: [],
  urged: [],
  entries: [],
  ...given,
});
