// docs/language/facts.md: a document can name nothing of the platform that the page does not show.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLLECTION_ATTRIBUTES } from "./collection.ts";
import { CORE_FACTS, RECORD_FACTS } from "./core-facts.ts";

const page = readFileSync(new URL("../../../../docs/language/facts.md", import.meta.url), "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| `"));

test("the page of facts has each fact of the platform with what it holds and its words", () => {
  const facts = {
    ...CORE_FACTS,
    ...Object.fromEntries(Object.entries(RECORD_FACTS).map(([k, v]) => [`it.${k}`, v])),
  };
  const missing = Object.entries(facts)
    .map(([ref, { kind, label }]) => `| \`${ref}\` | ${kind} | ${label.zh} · ${label.en} |`)
    .filter((row) => !rows.includes(row));
  expect(missing).toEqual([]);
});

test("the page of facts has each collection with its attributes", () => {
  const missing = Object.entries(COLLECTION_ATTRIBUTES)
    .map(([name, attributes]) => `| \`${name}\` | ${attributes.map((one) => `\`${one}\``).join(" ")} |`)
    .filter((row) => !rows.includes(row));
  expect(missing).toEqual([]);
});
