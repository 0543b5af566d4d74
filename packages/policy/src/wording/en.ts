import type { Catalogue } from "./catalogue.ts";
import * as names from "./en/names.ts";
import { NETWORK } from "./en/network.ts";
import * as policy from "./en/policy.ts";
import { RESULTS } from "./en/results.ts";
import { VIOLATIONS } from "./en/violations.ts";

/** The sentences in English. */
export const EN: Catalogue = {
  violations: VIOLATIONS,
  operators: policy.OPERATORS,
  conditions: policy.CONDITIONS,
  measures: policy.MEASURES,
  windows: policy.WINDOWS,
  effects: policy.EFFECTS,
  results: RESULTS,
  network: NETWORK,
  durations: policy.DURATIONS,
  snaps: policy.SNAPS,
  same: (fact) => `is the same as ${fact}`,
  different: (fact) => `is another than ${fact}`,
  dayOperators: policy.DAY_OPERATORS,
  otherHost: "is another institution",
  ownHost: "is the institution itself",
  answered: (fact, answer) => `${fact}: ${answer}`,
  bracketed: (part) => `(${part})`,
  ofOuter: (fact) => `the ${fact} of the record looked at`,
  dayEnd: (day) => `the end of ${day}`,
  after: (moment, plus) => `${plus} after ${moment}`,
  before: (moment, less) => `${less} before ${moment}`,
  open: (asks, by) => `open (${asks}; settled by ${by})`,
  reading: (plain, as) => `${plain} (reading: ${as})`,
  cases: (cases, otherwise) =>
    [
      ...cases.map((one) => `where ${one.when}: ${one.then}`),
      ...(otherwise === undefined ? [] : [`otherwise: ${otherwise}`]),
    ].join("; "),
  facts: (subject, attribute) => `${subject} ${attribute}`,
  stageDate: policy.stageDate,
  duty: policy.duty,
  roles: names.ROLES,
  hats: names.HATS,
  bearers: names.BEARERS,
  territories: names.TERRITORIES,
  each: (kind) => `each ${kind}`,
  forces: names.FORCES,
  does: names.DOES,
  ways: names.WAYS,
  lateness: names.LATENESS,
  documents: names.DOCUMENTS,
  every: names.EVERY,
  collections: names.COLLECTIONS,
  caseStates: names.CASE_STATES,
  marks: names.MARKS,
  settledWhere: {
    policy: "settled with the policy",
    call: "settled per year",
    case: "settled per case",
    center: "settled by the parent center",
  },
  outcomes: {
    compared: (of, got, required) => `${of} is ${got}; required: ${required}`,
    missing: (of, required) => `${of} is not known; required: ${required}`,
    counted: ({ met, of, need, lacking }) =>
      `${met} of ${of} hold, ${need} are needed${lacking.length === 0 ? "" : ` (not met: ${lacking.join(", ")})`}`,
    judged: (by, asks, verdict) =>
      verdict === undefined
        ? `${by} still to judge: ${asks}`
        : `${by} judged “${asks}”: ${verdict ? "yes" : "no"}`,
    open: (of, asks, by) => `${of}: the text does not say ${asks}; settled by ${by}`,
  },
  list: (parts) => parts.join(", "),
  yes: "yes",
  no: "no",
};
