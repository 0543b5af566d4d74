import type { Json } from "../schema/changes.ts";
import type { Overlay, OverlaySettlement } from "../schema/overlay.ts";
import type { Policy } from "../schema/policy.ts";
import { errorAt } from "../lint/finding.ts";
import { parsePolicy } from "../parse/parse-policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { type OpenValue, openValues } from "../read/open-values.ts";
import { acceptsSettlement } from "../read/settlements.ts";
import { applyChanges, ChangePathError } from "./apply-changes.ts";
import { lockAt } from "./lock.ts";
import { asJson } from "./parts.ts";

interface SettledIn {
  document: Json;
  problems: PolicyProblem[];
}

/**
 * What an overlay settles, put where the open values stand: as a reading with its wording, so that it stays visible
 * that the text did not say it. A call settles what is open per call, an overlay what is open in the policy.
 */
export function settleIn(policy: Policy, changed: Json, overlay: Overlay): SettledIn {
  const open = new Map(openValues(policy).map((one) => [one.path, one]));
  const base = asJson(policy);
  const settled: SettledIn = { document: changed, problems: [] };
  for (const settlement of overlay.settles) {
    const value = open.get(settlement.at);
    const lock = lockAt(base, settlement.at);
    const mayNot = lock === "fixed" || lock === "labels";
    if (
      value === undefined ||
      mayNot ||
      !isTheirs(value, overlay) ||
      !acceptsSettlement(value, settlement.value)
    ) {
      settled.problems.push(wrongSettlement(settlement, value));
      continue;
    }
    settled.document = put(settled.document, value, settlement);
  }
  return settled;
}

const isTheirs = ({ per }: OpenValue, { kind }: Overlay): boolean =>
  kind === "call" ? per === "call" : per === "policy" || per === "call";

function put(document: Json, { sort, asks }: OpenValue, { at, value, as }: OverlaySettlement): Json {
  const plain: Json = sort === "condition" ? value : { read: value, as: asJson(as ?? asks) };
  try {
    const read = applyChanges(document, [{ key: "settled", at, set: plain }]);
    // some places take a plain value only
    return Array.isArray(parsePolicy(read))
      ? applyChanges(document, [{ key: "settled", at, set: value }])
      : read;
  } catch (error) {
    if (error instanceof ChangePathError) return document;
    throw error;
  }
}

const wrongSettlement = ({ at }: OverlaySettlement, open: OpenValue | undefined): PolicyProblem =>
  errorAt("overlay", {
    path: at,
    zh: open === undefined ? "这里没有待定的值" : `“${open.asks.zh}”不能由它这样确定`,
    en: open === undefined ? "nothing is open here" : `“${open.asks.en}” cannot be settled like this by it`,
    mendZh: "请对照待定清单的位置、范围和由谁确定",
    mendEn: "compare it with the list of open values: place, bounds, and who settles",
  });
