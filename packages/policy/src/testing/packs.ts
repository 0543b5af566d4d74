import { readdirSync, readFileSync } from "node:fs";
import { parsePolicy } from "../parse/parse-policy.ts";
import type { Policy } from "../schema/policy.ts";
import { ScenarioBook } from "../schema/scenario.ts";

const FOLDER = new URL("../../packs/", import.meta.url);

/** The packs by name: every folder that lies beside the others. */
export const PACKS: readonly string[] = readdirSync(FOLDER).toSorted();

const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8"));

/** A pack as it stands. */
export function packNamed(name: string): Policy {
  const policy = parsePolicy(read(name, "policy.json"));
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy, null, 2));
  return policy;
}

/** The worked examples beside a pack. */
export const scenariosOf = (name: string): ScenarioBook => ScenarioBook.parse(read(name, "scenarios.json"));
