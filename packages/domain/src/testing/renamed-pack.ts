import { Policy } from "@yichuang/policy";

// Every key and label of a pack gets another name, and whatever refers to a key gets the same one. Words of the
// language itself (kinds, standings, roles …) stay as they are.

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** Fields whose texts name nodes by key. `on` in a clause, `document` of a stage and their like are not among them. */
const NAMES_NODES = new Set([
  "key",
  "because",
  "for",
  "after",
  "requires",
  "form",
  "sheet",
  "list",
  "grading",
  "procedure",
  "in",
  "about",
  "aspects",
  "evidence",
  "with",
  "promotion",
  "condition",
  "measure",
  "funding",
  "fields",
  "under",
  "body",
  "tier",
]);
/** Fields whose texts name facts. */
const NAMES_FACTS = new Set(["fact", "scales"]);
/** Facts whose values are items of lists, types or procedures of the pack. */
const HOLDS_KEYS = /^(result\.grade|host\.grade|it\.(type|procedure|grade))$/;

/** The pack with every key and label replaced by what `rename` gives. */
export function renamedPack(pack: unknown, rename: (n: number) => string): Policy {
  const names = new Map<string, string>();
  const document = pack as { [field: string]: Json };
  collectKeys(document, names, rename);
  const facts = new Set(
    (document["facts"] as { key: string; about: string }[]).map((fact) => `${fact.about}.${fact.key}`),
  );
  const naming: Naming = { name: (key) => names.get(key) ?? key, facts, label: rename };
  return Policy.parse(renamed(document, naming, { field: "", parent: {} }));
}

interface Naming {
  name: (key: string) => string;
  /** the pack's own facts, by reference */
  facts: ReadonlySet<string>;
  label: (n: number) => string;
}
interface At {
  field: string;
  parent: { [field: string]: Json };
}

function collectKeys(node: Json, names: Map<string, string>, rename: (n: number) => string): void {
  if (Array.isArray(node)) for (const one of node) collectKeys(one, names, rename);
  else if (typeof node === "object" && node !== null) {
    const { key } = node;
    if (typeof key === "string" && !names.has(key)) names.set(key, rename(names.size));
    for (const child of Object.values(node)) collectKeys(child, names, rename);
  }
}

const textOf = (node: Json | undefined): string => (typeof node === "string" ? node : "");

function renamed(node: Json, naming: Naming, at: At): Json {
  if (typeof node === "string") return renamedText(node, naming, at);
  if (Array.isArray(node)) return node.map((one) => renamed(one, naming, at));
  if (typeof node !== "object" || node === null) return node;
  if (at.field === "label") return { zh: `名${textOf(node["zh"])}`, en: `name of ${textOf(node["en"])}` };
  return Object.fromEntries(
    Object.entries(node).map(([field, child]) => [field, renamed(child, naming, { field, parent: node })]),
  );
}

function renamedText(text: string, naming: Naming, { field, parent }: At): string {
  if (NAMES_FACTS.has(field)) return renamedFact(text, naming);
  if (field === "from" && text.includes(".")) return renamedFact(text, naming);
  if (field === "from" && "to" in parent && "by" in parent) return naming.name(text);
  if (field === "document" && "gist" in parent) return naming.name(text);
  if (field === "concept")
    return text.startsWith("indicator.") ? `indicator.${naming.name(text.slice(10))}` : text;
  if (field === "than" && comparesKeys(parent)) return naming.name(text);
  if ((field === "then" || field === "otherwise") && isGrade(parent)) return naming.name(text);
  if (field === "about" && "kept" in parent) return text;
  if (field === "with" && parent["do"] !== "support") return text;
  if (field === "key" && isNetworkRole(parent)) return text;
  return NAMES_NODES.has(field) ? naming.name(text) : text;
}

const isNetworkRole = (parent: { [field: string]: Json }): boolean =>
  "least" in parent && !("kind" in parent);

/** `stage.<key>.…` names a stage, `<subject>.<key>` may be a fact of the pack's own. */
function renamedFact(ref: string, { name, facts }: Naming): string {
  const [subject, key = "", ...rest] = ref.split(".");
  if (subject === "stage") return [subject, name(key), ...rest].join(".");
  return facts.has(ref) ? `${subject}.${name(key)}` : ref;
}

function comparesKeys(parent: { [field: string]: Json }): boolean {
  const { of } = parent;
  return typeof of === "object" && of !== null && !Array.isArray(of) && HOLDS_KEYS.test(textOf(of["fact"]));
}

/** A case of a grading, or the value that holds the cases; choices of an open value are words of the language. */
function isGrade(parent: { [field: string]: Json }): boolean {
  return "cases" in parent
    ? "otherwise" in parent && typeof parent["otherwise"] === "string"
    : "when" in parent;
}
