import { parsePolicy } from "../parse/parse-policy.ts";
import type { Policy } from "../schema/policy.ts";
import document from "./ledger.json" with { type: "json" };

let read: Policy | undefined;

/**
 * What an institution keeps in its own space and claims in every tenant's reports: its persons and achievements. A
 * document of the platform in the same language, so that the same engine keeps it.
 */
export function ledgerPolicy(): Policy {
  if (read !== undefined) return read;
  const parsed = parsePolicy(document);
  if (Array.isArray(parsed)) throw new Error(JSON.stringify(parsed));
  read = parsed;
  return read;
}
