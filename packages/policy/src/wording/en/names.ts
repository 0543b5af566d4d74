import type { ActorRole, HatRole } from "../../schema/actor.ts";
import type { Collection } from "../../schema/collection.ts";
import type { Duty } from "../../schema/duties.ts";
import type { Stage } from "../../schema/stages.ts";
import type { CaseState, Mark } from "../../schema/states.ts";
import type { Force } from "../../schema/text.ts";
import type { Catalogue } from "../catalogue.ts";

export const ROLES: Record<ActorRole, string> = {
  authority: "the authority",
  experts: "the experts",
  "third-party": "the third party",
  host: "the host institution",
  joint: "the joint institution",
  director: "the center director",
  contact: "the contact",
  channel: "the recommending channel",
  "parent-center": "the parent center",
  "parent-authority": "the parent center's authority",
  "upper-authority": "the upper authority",
  "local-authority": "the local authority",
  partner: "the partner",
  inspector: "the inspector",
  public: "the public",
  platform: "the platform",
};
export const HATS: Record<HatRole, string> = {
  "platform-admin": "platform administrator",
  "tenant-admin": "tenant administrator",
  officer: "officer",
  leader: "leader",
  inspector: "inspector",
  expert: "expert",
  "institution-manager": "institution manager",
  "center-director": "center director",
  contact: "contact",
};
export const BEARERS: Record<Duty["bearer"], string> = {
  tenant: "the tenant",
  institution: "each institution",
  center: "each center",
  host: "the host institution",
  joint: "the joint institution",
};
export const TERRITORIES = {
  district: "the district",
  municipal: "the city",
  provincial: "the province",
  national: "the country",
} as const;
export const FORCES: Record<Force, string> = {
  mandatory: "must",
  "in-principle": "in principle must",
  preference: "should preferably",
  aspiration: "strives to",
};
export const DOES: Record<Stage["does"], string> = {
  submit: "hand in",
  recommend: "recommend",
  check: "formal check",
  review: "review",
  meet: "meeting",
  consent: "consent",
  decide: "decide",
  publicize: "publicity",
  issue: "issue",
  file: "file",
  run: "run",
};
export const WAYS: Catalogue["ways"] = {
  mean: "the mean",
  "trimmed-mean": "the mean without the highest and the lowest",
  median: "the median",
  sum: "the sum",
  all: "all must agree",
  "two-thirds": "two thirds or more must agree",
  majority: "more than half must agree",
  any: "one is enough",
};
export const LATENESS = { refused: "refused", accepted: "accepted" } as const;
export const DOCUMENTS: Catalogue["documents"] = {
  list: "a list",
  letter: "a letter",
  contract: "a contract",
  plaque: "a plaque",
  certificate: "a certificate",
  call: "a call",
};
export const EVERY: Catalogue["every"] = {
  call: "once per call",
  year: "once a year",
  once: "once",
  request: "as often as asked",
  cycle: "once per cycle",
};
export const COLLECTIONS: Record<Collection, string> = {
  designations: "designations",
  applications: "applications",
  recommendations: "recommendations",
  members: "members",
  people: "people",
  achievements: "achievements",
  goals: "goals",
  consents: "consents",
  evaluations: "evaluations",
  reports: "reports",
  bars: "bars",
  findings: "findings",
  funds: "funds",
  activities: "activities",
  assets: "assets",
  changes: "changes",
};
export const CASE_STATES: Record<CaseState, string> = {
  draft: "draft",
  submitted: "handed in",
  returned: "returned for revision",
  "in-review": "in review",
  "in-publicity": "in publicity",
  decided: "decided",
  closed: "closed",
  withdrawn: "withdrawn",
};
export const MARKS: Record<Mark, string> = {
  "name-suspended": "name suspended",
  barred: "barred",
  overdue: "overdue",
  violation: "violation",
  waived: "waived",
  extended: "extended",
  "claimed-twice": "claimed twice",
  open: "open in the text",
};
