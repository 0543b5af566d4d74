// What comes in from another tenant, and what is said to it, in words.
import type { Outputs } from "../app/wearing.tsx";
import type { AnyStanding } from "../components/StandingTag.tsx";

export type DispatchLine = Outputs["dispatch"]["received"]["items"][number];
export type Outcome = NonNullable<DispatchLine["outcome"]>;

export const KIND_WORDS: Record<DispatchLine["kind"], string> = {
  recommendation: "推荐",
  filing: "备案",
  lineage: "谱系",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  received: "已收到",
  returned: "已退回",
  "taken-up": "已采用",
};

/** The page of a dispatch under a hat. */
export const dispatchHref = (
  base: string,
  row: Pick<DispatchLine, "tenant_id" | "root_id" | "dispatch_key">,
): string => `${base}/dispatches/${row.tenant_id}/${row.root_id}/${encodeURIComponent(row.dispatch_key)}`;

/** Where a dispatch stands: its glyph and its word. */
export function stateOf({
  kind,
  outcome,
  acknowledged_on: acknowledged,
}: Pick<DispatchLine, "kind" | "outcome" | "acknowledged_on">): { standing: AnyStanding; label: string } {
  if (kind === "filing")
    return acknowledged === null
      ? { standing: "submitted", label: "未确认" }
      : { standing: "closed", label: "已确认" };
  if (outcome === null) return { standing: "submitted", label: "未答复" };
  const standing = { received: "in-review", returned: "returned", "taken-up": "closed" } as const;
  return { standing: standing[outcome], label: OUTCOME_WORDS[outcome] };
}
