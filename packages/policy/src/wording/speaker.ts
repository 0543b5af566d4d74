import { isMeaning, isStanding } from "../schema/states.ts";
import type { Actor } from "../schema/actor.ts";
import type { Policy } from "../schema/policy.ts";
import type { Ref, Scalar } from "../schema/text.ts";
import type { ListItem } from "../schema/vocabulary.ts";
import { findFactSort } from "../read/fact-sort.ts";
import { itemWord } from "../read/item-words.ts";
import { wordFor } from "../read/words.ts";
import { sayDay } from "./calendar.ts";
import type { Catalogue } from "./catalogue.ts";
import { EN } from "./en.ts";
import { spaced, type Lang } from "./lang.ts";
import { ZH } from "./zh.ts";

const CATALOGUES: Record<Lang, Catalogue> = { zh: ZH, en: EN };

/** The templates of a language. */
export const catalogueOf = (lang: Lang): Catalogue => CATALOGUES[lang];

/** Who speaks: a language and the policy whose words are used. */
export interface Speaker {
  lang: Lang;
  policy: Policy;
}

export const templatesOf = (speaker: Speaker): Catalogue => CATALOGUES[speaker.lang];

/** A sentence as it is shown: Chinese gets its spaces between characters and digits. */
export const finish = (speaker: Speaker, sentence: string): string =>
  speaker.lang === "zh" ? spaced(sentence) : sentence;

/** A node's own words; where the text leaves them open, that; its key where it has none. */
export const labelOf = (speaker: Speaker, node: Labelled): string =>
  node.open === undefined ? (node.label?.[speaker.lang] ?? node.key) : itemWord(node)[speaker.lang];

type Labelled = Pick<ListItem, "key" | "label" | "open">;

/** The words of the node with that key, or the key. */
export function nameIn(speaker: Speaker, nodes: readonly Labelled[], key: string): string {
  const node = nodes.find((candidate) => candidate.key === key);
  return node === undefined ? key : labelOf(speaker, node);
}

/** An actor: the body that it names, or the words of its role. */
export function sayActor(speaker: Speaker, actor: Actor): string {
  if (actor.body !== undefined) return nameIn(speaker, speaker.policy.bodies, actor.body);
  if (actor.role === "authority") return wordFor(speaker.policy, "authority")[speaker.lang];
  if (actor.role === "host") return wordFor(speaker.policy, "institution")[speaker.lang];
  return templatesOf(speaker).roles[actor.role];
}

const TIERS = ["national", "provincial", "municipal", "district"] as const;
const STAGE_ATTRIBUTES = [
  "opens",
  "closes",
  "started-on",
  "done-on",
  "days-late",
  "score",
  "rank",
  "rank-share",
  "chosen",
  "verdict",
  "grade",
] as const;
/** What can be asked about a stage, beside when it takes place also what came of it. */
export type StageAttribute = (typeof STAGE_ATTRIBUTES)[number];

/** The words of a fact. */
export function sayFact(speaker: Speaker, ref: Ref): string {
  if (ref.startsWith("that.")) {
    return templatesOf(speaker).ofOuter(sayFact(speaker, `it.${ref.slice("that.".length)}`));
  }
  const sort = findFactSort(speaker.policy, ref);
  if (sort === undefined) return ref;
  const stageAttribute = STAGE_ATTRIBUTES.find((attribute) => ref.endsWith(`.${attribute}`));
  if (ref.startsWith("stage.") && stageAttribute !== undefined) {
    return templatesOf(speaker).stageDate(sort.label[speaker.lang], stageAttribute);
  }
  return sort.label[speaker.lang];
}

const isTier = (word: string): word is (typeof TIERS)[number] => TIERS.some((tier) => tier === word);

/** A role of a network in the words of the type that has it. */
const sayNetworkRole = (speaker: Speaker, role: string): string =>
  nameIn(
    speaker,
    speaker.policy.types.flatMap((type) => type.roles ?? []),
    role,
  );

/** A plain value in the words of the fact that holds it: an item's label, a standing's word, a day. */
export function sayScalar(speaker: Speaker, scalar: Scalar, ref?: Ref): string {
  if (typeof scalar === "boolean") return scalar ? templatesOf(speaker).yes : templatesOf(speaker).no;
  if (typeof scalar === "number") return String(scalar);
  const sort = ref === undefined ? undefined : findFactSort(speaker.policy, ref);
  if (sort?.kind === "standing" && isStanding(scalar))
    return wordFor(speaker.policy, `standing.${scalar}`)[speaker.lang];
  if (sort?.kind === "meaning" && isMeaning(scalar))
    return wordFor(speaker.policy, `grade.${scalar}`)[speaker.lang];
  if (sort?.kind === "procedure") return nameIn(speaker, speaker.policy.procedures, scalar);
  if (sort?.kind === "type") return nameIn(speaker, speaker.policy.types, scalar);
  if (ref === "it.tier" && isTier(scalar)) return wordFor(speaker.policy, `tier.${scalar}`)[speaker.lang];
  const items = sort?.lists.flatMap((list) => list.items) ?? [];
  if (ref === "it.role" && !items.some(({ key }) => key === scalar)) return sayNetworkRole(speaker, scalar);
  if (/^\d{4}-\d\d-\d\d/.test(scalar)) return sayDay(speaker.lang, scalar);
  return nameIn(speaker, items, scalar);
}
