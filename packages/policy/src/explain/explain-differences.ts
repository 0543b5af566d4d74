import { isReading, isOpen, Duration, Window, Condition } from "../schema/sorts.ts";
import type { Json } from "../schema/changes.ts";
import type { Policy } from "../schema/policy.ts";
import { Text } from "../schema/text.ts";
import { diff, type Difference } from "../overlay/differences.ts";
import { nodesDown } from "../overlay/lock.ts";
import { asJson, isObject } from "../overlay/parts.ts";
import type { Lang } from "../wording/lang.ts";
import { sayCondition, sayDuration, sayWindow } from "../wording/say-sorts.ts";
import { finish, sayScalar, type Speaker } from "../wording/speaker.ts";
import { fieldWord } from "./field-words.ts";

/** One place in which two versions differ, in words. */
export interface ExplainedDifference {
  path: string;
  kind: Difference["kind"];
  said: Text;
}

/** What changed from one version to another, place by place, in the words of the version that has the place. */
export const explainDifferences = (base: Policy, other: Policy): ExplainedDifference[] => {
  const documents = { base: asJson(base), other: asJson(other) };
  return diff(base, other).map((change) => ({
    path: change.path,
    kind: change.kind,
    said: {
      zh: sentence(change, { lang: "zh", base, other, documents }),
      en: sentence(change, { lang: "en", base, other, documents }),
    },
  }));
};

/** A place of a document in words, as far as the way there has some; empty for the whole document. */
export const explainPlace = (document: object, path: string): Text => {
  const json = asJson(document);
  return { zh: placeOf(path, json, "zh"), en: placeOf(path, json, "en") };
};

interface Versions {
  lang: Lang;
  base: Policy;
  other: Policy;
  documents: { base: Json; other: Json };
}

function sentence(change: Difference, { lang, base, other, documents }: Versions): string {
  const was: Speaker = { lang, policy: base };
  const now: Speaker = { lang, policy: other };
  const dropped = change.kind === "dropped";
  const place = placeOf(change.path, dropped ? documents.base : documents.other, lang);
  const before = change.before === undefined ? "" : sayJson(was, change.before);
  const after = change.after === undefined ? "" : sayJson(now, change.after);
  return finish(now, SENTENCES[lang][change.kind]({ place, before, after }));
}

type Said = (of: { place: string; before: string; after: string }) => string;
const SENTENCES: Record<Lang, Record<Difference["kind"], Said>> = {
  zh: {
    added: ({ place, after }) => `新增“${place}”${after === "" ? "" : `：${after}`}`,
    dropped: ({ place }) => `删去“${place}”`,
    changed: ({ place, before, after }) => `“${place}”由“${before}”改为“${after}”`,
    moved: ({ place }) => `“${place}”调整了次序`,
  },
  en: {
    added: ({ place, after }) => `added “${place}”${after === "" ? "" : `: ${after}`}`,
    dropped: ({ place }) => `dropped “${place}”`,
    changed: ({ place, before, after }) => `“${place}” changed from “${before}” to “${after}”`,
    moved: ({ place }) => `“${place}” stands in another order`,
  },
};

/** The labels of the nodes on the way, and the word of the field. */
function placeOf(path: string, document: Json, lang: Lang): string {
  const segments = path.split("/");
  const names = nodesDown(document, path)
    .slice(1)
    .map(
      (node, at) =>
        labelIn(node, lang) ??
        fieldWord(segments[at] ?? "", lang) ??
        itemThen(document, node, lang) ??
        keyIn(node),
    )
    .filter((name) => name !== undefined);
  return names.join(" › ");
}

function labelIn(node: Json, lang: Lang): string | undefined {
  if (!isObject(node)) return undefined;
  const text = Text.safeParse(node["label"] ?? node["title"] ?? node["gist"]);
  return text.success ? text.data[lang] : undefined;
}

/** A case is named by the item of a list that it comes to. */
function itemThen(document: Json, node: Json, lang: Lang): string | undefined {
  const then = isObject(node) ? node["then"] : undefined;
  const lists = isObject(document) && Array.isArray(document["lists"]) ? document["lists"] : [];
  const items = lists.flatMap((list) =>
    isObject(list) && Array.isArray(list["items"]) ? list["items"] : [],
  );
  const item = typeof then === "string" ? items.find((one) => keyIn(one) === then) : undefined;
  return item === undefined ? undefined : labelIn(item, lang);
}

/** A node that has no words of its own is named by its key. */
const keyIn = (node: Json): string | undefined =>
  isObject(node) && typeof node["key"] === "string" ? node["key"] : undefined;

/** A value of a document in words, as far as it has some. */
function sayJson(speaker: Speaker, value: Json): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return sayScalar(speaker, value);
  if (Array.isArray(value)) return value.map((element) => sayJson(speaker, element)).join("、");
  if (value === null) return "";
  const text = Text.safeParse(value);
  if (text.success) return text.data[speaker.lang];
  if (isOpen(value)) return labelOfOpen(speaker, value);
  if (isReading(value)) return sayJson(speaker, asJson(Object(value.read)));
  return labelIn(value, speaker.lang) ?? saySort(speaker, value);
}

function labelOfOpen({ lang }: Speaker, value: { open: { asks: Text } }): string {
  return lang === "zh" ? `未定：${value.open.asks.zh}` : `open: ${value.open.asks.en}`;
}

function saySort(speaker: Speaker, value: object): string {
  const window = Window.safeParse(value);
  if (window.success) return sayWindow(speaker, window.data);
  const duration = Duration.safeParse(value);
  if (duration.success) return sayDuration(speaker, duration.data);
  const condition = Condition.safeParse(value);
  if (condition.success) return sayCondition(speaker, condition.data);
  return "key" in value && typeof value.key === "string" ? value.key : "…";
}
