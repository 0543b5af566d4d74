import type { inferRouterOutputs } from "@trpc/server";
import { actRouter } from "./routers/act-router.ts";
import { caseRouter } from "./routers/case-router.ts";
import { centerRouter } from "./routers/center-router.ts";
import { demoRouter } from "./routers/demo-router.ts";
import { cohortRouter } from "./routers/cohort-router.ts";
import { deskRouter } from "./routers/desk-router.ts";
import { dispatchRouter } from "./routers/dispatch-router.ts";
import { draftRouter } from "./routers/draft-router.ts";
import { networkRouter } from "./routers/network-router.ts";
import { publicRouter } from "./routers/public-router.ts";
import { policyRouter } from "./routers/policy-router.ts";
import { registerRouter } from "./routers/register-router.ts";
import { policyAdminRouter } from "./routers/policy-admin-router.ts";
import { reviewRouter } from "./routers/review-router.ts";
import { sessionRouter } from "./routers/session-router.ts";
import { figureRouter } from "./routers/figure-router.ts";
import { externalCenterRouter } from "./routers/external-center-router.ts";
import { regionRouter } from "./routers/region-router.ts";
import { supervisionRouter } from "./routers/supervision-router.ts";
import { tenantRouter } from "./routers/tenant-router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  session: sessionRouter,
  demo: demoRouter,
  desk: deskRouter,
  policy: policyRouter,
  case: caseRouter,
  draft: draftRouter,
  act: actRouter,
  review: reviewRouter,
  center: centerRouter,
  cohort: cohortRouter,
  dispatch: dispatchRouter,
  figure: figureRouter,
  network: networkRouter,
  public: publicRouter,
  supervision: supervisionRouter,
  register: registerRouter,
  tenant: tenantRouter,
  region: regionRouter,
  externalCenter: externalCenterRouter,
  policyAdmin: policyAdminRouter,
});
export type AppRouter = typeof appRouter;
/** What each procedure answers, as it arrives at a client. */
export type AppOutputs = inferRouterOutputs<AppRouter>;
