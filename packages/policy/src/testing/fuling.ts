import document from "../../packs/fuling/policy.json" with { type: "json" };
import { applyChanges } from "../overlay/apply-changes.ts";
import { parsePolicy } from "../parse/parse-policy.ts";
import { Json, type Change } from "../schema/changes.ts";
import type { Policy } from "../schema/policy.ts";

function parsed(from: unknown): Policy {
  const policy = parsePolicy(from);
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy, null, 2));
  return policy;
}

/** The pack as it stands. */
export const fuling = (): Policy => parsed(document);

type ChangeBody = { set: Json } | { add: Json; after?: string } | { drop: true };

/** The pack with one change at a path, to see what a rule says about it. */
export function fulingWith(at: string, body: ChangeBody): Policy {
  const change: Change = { key: "change", at, ...body };
  return parsed(applyChanges(Json.parse(document), [change]));
}

/** The same as a document that need not have the right shape. */
export const fulingJsonWith = (at: string, body: ChangeBody): Json =>
  applyChanges(Json.parse(document), [{ key: "change", at, ...body }]);
