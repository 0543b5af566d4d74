// A small network: laboratories of one tenant, and desks under them.
import type { Cap, Condition, Policy } from "@yichuang/policy";
import type { Env, PolicySet } from "../contract/decision.ts";
import type { HostFacts } from "../contract/events.ts";
import type { CaseFacts, CenterFacts, Facts, InstitutionFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { type Scene, sceneOf } from "../acts/scene.ts";
import { emptyTenant } from "../history/begin.ts";
import { center } from "./board.ts";
import { at, OFFICER } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import { type Net, netOf } from "../network/net.ts";

export const TODAY = "2026-06-01";
export const HOST: HostFacts = { party: 11, uscc: "125001024500000017", name: "甲医院", city: "甲市" };
export const OTHER_HOST: HostFacts = {
  party: 12,
  uscc: "12500102450000002A",
  name: "乙医院",
  city: "乙市",
};

const said = (zh: string, en: string) => ({ zh, en });
const because = ["all"];

/** Two fields, a type that stands for itself, and one that stands under it. */
export const SMALL_POLICY: Policy = {
  ...ODD_POLICY,
  lists: [
    {
      key: "fields",
      label: said("领域", "fields"),
      because,
      items: [
        { key: "heart", label: said("心血管", "heart"), because },
        { key: "lungs", label: said("呼吸", "lungs"), because },
      ],
    },
  ],
  types: [
    {
      key: "lab",
      label: said("实验室", "laboratory"),
      because,
      subject: "center",
      tier: "municipal",
      rules: "own",
      fields: "fields",
    },
    {
      key: "desk",
      label: said("工作站", "desk"),
      because,
      subject: "center",
      tier: "district",
      rules: "open",
      under: ["lab"],
    },
  ],
};

/** The clause that every node of the policy names, as a refusal carries it and as a mark says it. */
export const CLAUSE = {
  key: "all",
  document: "rules",
  section: "一",
  gist: said("全部规定", "all of it"),
};
export const IN_WORDS = { document: "实验室管理办法", section: "一", gist: "全部规定" };

export const ONE_PER_CITY: Cap = {
  key: "per-city",
  label: said("每市一家", "one per city"),
  because,
  for: ["lab"],
  counts: "designations",
  per: ["it.city"],
  most: 1,
};

/** A limit that the text leaves open, between ends where it names them. */
export const open = (bounds: { least?: number; most?: number } = {}) => ({
  open: { asks: said("几家", "how many"), per: "policy", by: { role: "authority" }, ...bounds } as const,
});

/** Compares one fact with a value. */
export const equal = (fact: string, than: string | number | boolean): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "equal",
  than,
});

const pinOf = ({ id, version }: Policy) => ({ policy: id, version, hash: `hash-${version}` });
export const PIN = pinOf(SMALL_POLICY);

export const policiesOf = (policy: Policy): PolicySet => ({
  tenant: 1,
  current: { pin: pinOf(policy), policy },
  byHash: {},
});

export const lab = (id: string, given: Partial<CenterFacts> = {}): CenterFacts =>
  center({ id, type: "lab", name: `实验室 ${id}`, host: HOST, standing: "established", ...given });

/** A desk under a laboratory. */
export const desk = (id: string, above: string, given: Partial<CenterFacts> = {}): CenterFacts =>
  lab(id, { type: "desk", name: `工作站 ${id}`, links: [under(above)], ...given });

export const under = (above: string, given: Partial<Link> = {}): Link => ({
  key: `under-${above}`,
  role: "parent-center",
  center: above,
  name: `实验室 ${above}`,
  from: "2026-01-01",
  ...given,
});

export const caseOf = (given: Partial<CaseFacts> = {}): CaseFacts => ({
  id: "case",
  root: { kind: "center", id: "center" },
  procedure: "entry",
  purpose: "entry",
  year: 2026,
  pin: PIN,
  state: "decided",
  openedOn: "2026-03-01",
  openedAt: at("2026-03-01"),
  stages: {},
  submissions: [],
  signatures: [],
  returns: [],
  checks: [],
  assignments: [],
  judgements: [],
  scores: [],
  judged: {},
  verdicts: {},
  results: {},
  proposals: [],
  decisions: [],
  dates: {},
  recommendations: [],
  consents: [],
  publicities: [],
  objections: [],
  filings: [],
  documents: [],
  settlements: [],
  extensions: [],
  waivers: [],
  claims: [],
  ...given,
});

/** What was handed in, and nothing lacks a signature. */
export const submission = (
  given: Partial<CaseFacts["submissions"][number]> = {},
): CaseFacts["submissions"][number] => ({
  stage: "online",
  form: "plan",
  revision: 1,
  answers: {},
  at: at("2026-03-10"),
  daysLate: 0,
  done: true,
  ...given,
});

/** An application that came in. */
export const applied = (given: Partial<CaseFacts> = {}): CaseFacts =>
  caseOf({ submissions: [submission()], ...given });

/** A rule that was let go. */
export const waiver = (path: string, until?: string): CaseFacts["waivers"][number] => ({
  path,
  reason: "人口多",
  who: OFFICER,
  ...(until === undefined ? {} : { until }),
});

let drawn = 0;
export const ENV: Env = { now: at(TODAY), hat: OFFICER, holidays: {}, ids: () => `drawn-${++drawn}` };

export const factsWith = (centers: CenterFacts[], given: Partial<Facts> = {}): Facts => ({
  tenant: emptyTenant("tenant"),
  centers,
  sets: {},
  ...given,
});

export const sceneWith = (policy: Policy, centers: CenterFacts[], given: Partial<Facts> = {}): Scene =>
  sceneOf(policiesOf(policy), factsWith(centers, given), ENV);

/** The network of these centers as a report looks at it. */
export const netWith = (
  policy: Policy,
  centers: CenterFacts[],
  { institutions = [], ...given }: Partial<Facts> & { institutions?: InstitutionFacts[] } = {},
): Net => netOf(policiesOf(policy), factsWith(centers, given), { env: ENV, institutions });
