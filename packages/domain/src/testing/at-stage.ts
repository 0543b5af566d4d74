import type { Policy, Stage } from "@yichuang/policy";
import { findStageScene, sceneOf } from "../acts/scene.ts";
import type { StageScene } from "../acts/scene.ts";
import type { Hat } from "../contract/basics.ts";
import type { CaseFacts, CenterFacts, TenantFacts } from "../contract/facts.ts";
import { caseOf, centerOf, tenantOf } from "./events.ts";
import { at, OFFICER } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";

interface Circumstances {
  policy?: Partial<Policy>;
  kase?: Partial<CaseFacts>;
  center?: Partial<CenterFacts>;
  tenant?: Partial<TenantFacts>;
  hat?: Hat;
}

/** A stage of the one case of a center on 7 April 2026, under a policy whose entry has these stages. */
export function atStage(
  stages: readonly Stage[],
  key: string,
  { policy = {}, kase = {}, center = {}, tenant = {}, hat = OFFICER }: Circumstances = {},
): StageScene {
  const procedures = ODD_POLICY.procedures.map((one) =>
    one.key === "entry" ? { ...one, stages: [...stages] } : one,
  );
  const pin = { policy: "odd", version: 1, hash: "h1" };
  const scene = sceneOf(
    { tenant: 1, current: { pin, policy: { ...ODD_POLICY, procedures, ...policy } }, byHash: {} },
    { tenant: tenantOf(tenant), centers: [centerOf({ ...center, cases: [caseOf(kase)] })], sets: {} },
    { now: at("2026-04-07"), hat, holidays: {}, ids: () => "id" },
  );
  const found = findStageScene(scene, "k1", key);
  if (found === undefined) throw new Error(`no stage ${key}`);
  return found;
}
