import type { Actor } from "../schema/actor.ts";
import type { Clause } from "../schema/bodies.ts";
import type { Policy } from "../schema/policy.ts";
import { OpenTerms, type Choice, type OpenScope } from "../schema/sorts.ts";
import type { Text } from "../schema/text.ts";
import { openSort, type OpenSort } from "./open-sort.ts";
import { clausesOf } from "./sources.ts";
import { walk } from "./walk.ts";

export type { OpenSort } from "./open-sort.ts";

/** Something that the text leaves unsaid, and how it can be settled. */
export interface OpenValue {
  /** the place that it fills; a settlement names this path */
  path: string;
  asks: Text;
  per: OpenScope;
  /** who may settle it; the authority where the document names nobody */
  by: Actor;
  least?: number;
  most?: number;
  choices?: Choice[];
  /** what a settlement must be */
  sort: OpenSort;
  /** the clauses of the nearest node */
  because: Clause[];
}

/** Every open value of a policy, in document order. */
export function openValues(policy: Policy): OpenValue[] {
  const found: OpenValue[] = [];
  for (const place of walk(policy)) {
    const terms = openTermsOf(place.node);
    if (terms === undefined) continue;
    found.push({
      path: place.path,
      asks: terms.asks,
      per: terms.per,
      by: terms.by ?? { role: "authority" },
      ...(terms.least === undefined ? {} : { least: terms.least }),
      ...(terms.most === undefined ? {} : { most: terms.most }),
      ...(terms.choices === undefined ? {} : { choices: terms.choices }),
      sort: openSort(place.segments, place.node),
      because: clausesOf(policy, place),
    });
  }
  return found;
}

/** The terms of an open value or of an `unstated` condition; undefined for anything else. */
function openTermsOf(node: object): OpenTerms | undefined {
  if (!("open" in node)) return undefined;
  const parsed = OpenTerms.safeParse(node.open);
  return parsed.success ? parsed.data : undefined;
}
