export type { CommitAnswer, CommitRequest, RootToCommit } from "./access/commit.ts";
export {
  claimableStatement,
  type Loaded,
  type LoadedRoot,
  type LoadRequest,
  loadStatement,
} from "./access/load.ts";
export { assertOwnRole, openPools, type Pools, type PoolUrls, urlsByRole } from "./access/pools.ts";
export {
  type Answers,
  type Credentials,
  DoorClosedError,
  type Entered,
  type Scope,
  type Statements,
  withScope,
  withService,
} from "./access/scope.ts";
export type { Statement } from "./access/statement.ts";
export { migrate } from "./migrate.ts";
export * from "./platform/demo-clock.ts";
export * from "./platform/identity.ts";
export * from "./platform/onboarding.ts";
export * from "./platform/policy-admin.ts";
export * from "./platform/regions.ts";
export { verifyReplay } from "./platform/replay.ts";
export { foldRollups } from "./platform/rollups.ts";
export * from "./repositories/arrears.ts";
export * from "./repositories/cases.ts";
export * from "./repositories/centers.ts";
export * from "./repositories/desk.ts";
export * from "./repositories/dispatches.ts";
export * from "./repositories/drafts.ts";
export * from "./repositories/network.ts";
export * from "./repositories/public.ts";
export * from "./repositories/registers.ts";
export * from "./repositories/registry.ts";
export * from "./repositories/reviews.ts";
