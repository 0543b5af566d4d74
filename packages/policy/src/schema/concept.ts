import { z } from "zod";
import { MEANINGS, STANDINGS, type Meaning, type Standing } from "./states.ts";

const ACTS = [
  "act.apply",
  "act.check",
  "act.return",
  "act.withdraw",
  "act.sign",
  "act.meet",
  "act.assign",
  "act.judge",
  "act.score",
  "act.propose",
  "act.decide",
  "act.issue",
  "act.designate",
  "act.report",
  "act.grade",
  "act.announce",
  "act.support",
  "act.rectify",
  "act.revoke",
  "act.inspect",
  "act.recommend",
  "act.urge",
  "act.settle",
  "act.file",
  "act.acknowledge",
  "act.consent",
  "act.publicize",
  "act.object",
  "act.waive",
  "act.record",
  "act.verify",
  "act.strike",
  "act.link",
] as const;
const TIERS = ["tier.national", "tier.provincial", "tier.municipal", "tier.district"] as const;
const NOUNS = [
  "center",
  "institution",
  "authority",
  "application",
  "term",
  "report",
  "self-assessment",
  "acceptance",
  "sheet",
  "rectification",
  "inspection",
] as const;

/** A concept of the platform that has a word on every tenant's screens. */
export type PlatformConcept =
  | `standing.${Standing}`
  | `grade.${Meaning}`
  | (typeof ACTS)[number]
  | (typeof TIERS)[number]
  | (typeof NOUNS)[number];

/** All concepts of the platform. */
export const CONCEPTS: readonly PlatformConcept[] = [
  ...STANDINGS.map((standing) => `standing.${standing}` as const),
  ...MEANINGS.map((meaning) => `grade.${meaning}` as const),
  ...ACTS,
  ...TIERS,
  ...NOUNS,
];

/** A concept of the platform, or `indicator.<key>`: another word for one of the sheet's items. */
export type Concept = PlatformConcept | `indicator.${string}`;

const WORDS = CONCEPTS.map((concept) => concept.replace(".", "\\."));
const CONCEPT = new RegExp(`^(${WORDS.join("|")}|indicator\\.[a-z0-9]+(-[a-z0-9]+)*)$`);

export const Concept = z.string().max(100).regex(CONCEPT, "fault:concept") as unknown as z.ZodType<Concept>;
