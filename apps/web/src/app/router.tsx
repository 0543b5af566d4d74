// Every address of the web. Pages load when they are first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { z } from "zod";
import { SignInPage } from "../pages/SignInPage.tsx";
import { Home } from "./Home.tsx";
import { PageFault } from "./PageFault.tsx";
import { UnderHat } from "./UnderHat.tsx";

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Home });

const home = createRoute({ getParentRoute: () => rootRoute, path: "/", component: Home });
const signIn = createRoute({ getParentRoute: () => rootRoute, path: "/sign-in", component: SignInPage });

const PublicSearch = z.object({
  q: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
});
export type PublicSearch = z.infer<typeof PublicSearch>;

/** Read by everybody, without signing in. */
const everybody = <P extends string>(path: P) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    errorComponent: PageFault,
    validateSearch: PublicSearch,
    component: lazyRouteComponent(() => import("../pages/PublicPage.tsx"), "PublicPage"),
  });

/** The identity stands in the address, see `baseOf`. */
const hat = createRoute({
  getParentRoute: () => rootRoute,
  path: "/$side/$space/$role",
  component: UnderHat,
});

const ListSearch = z.object({
  view: z.string().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
  sort: z.enum(["submitted", "title", "unit", "state"]).optional().catch(undefined),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof ListSearch>;

const RegisterSearch = z.object({
  ...ListSearch.shape,
  sort: z.enum(["recorded", "title", "unit", "state"]).optional().catch(undefined),
  /** attributes that entries must have, `kind` -> `paper` */
  with: z.record(z.string(), z.string()).optional().catch(undefined),
});
const TargetSearch = z.object({
  view: z.string().optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
  open: z.string().optional().catch(undefined),
});
export type TargetSearch = z.infer<typeof TargetSearch>;
export type RegisterSearch = z.infer<typeof RegisterSearch>;

const BatchSearch = z.object({
  batch: z.string().optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
});
export type BatchSearch = z.infer<typeof BatchSearch>;

const NetworkSearch = z.object({
  field: z.string().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  /** the day to look at; today where none is named */
  on: z.iso.date().optional().catch(undefined),
  marked: z.boolean().optional().catch(undefined),
  view: z.enum(["graph", "list", "tiles", "coverage", "plan"]).optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
});

const DeskSearch = z.object({
  tab: z.enum(["todo", "received", "done", "copied", "started"]).optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
});
export type DeskSearch = z.infer<typeof DeskSearch>;

const page = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => hat,
    path,
    errorComponent: PageFault,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name as never),
  });

const routes = [
  createRoute({
    getParentRoute: () => hat,
    path: "/",
    errorComponent: PageFault,
    validateSearch: DeskSearch,
    component: lazyRouteComponent(() => import("../pages/DeskPage.tsx"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/applications",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/CaseListPage.tsx"), "ApplicationsPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/evaluations",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/CaseListPage.tsx"), "EvaluationsPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/centers",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/CenterListPage.tsx"), "CenterListPage"),
  }),
  page("/cases/$id", () => import("../pages/CasePage.tsx"), "CasePage"),
  page("/cases/$id/edit", () => import("../pages/CaseEditPage.tsx"), "CaseEditPage"),
  page("/cases/$id/print", () => import("../pages/CasePrintPage.tsx"), "CasePrintPage"),
  page("/centers/$id", () => import("../pages/CenterPage.tsx"), "CenterPage"),
  page("/reviews/$id/$stage", () => import("../pages/ReviewPage.tsx"), "ReviewPage"),
  page("/meetings/new", () => import("../pages/MeetingPage.tsx"), "MeetingPage"),
  createRoute({
    getParentRoute: () => hat,
    path: "/arrears",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/ArrearsPage.tsx"), "ArrearsPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/batches",
    validateSearch: BatchSearch,
    component: lazyRouteComponent(() => import("../pages/BatchesPage.tsx"), "BatchesPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/targets",
    validateSearch: TargetSearch,
    component: lazyRouteComponent(() => import("../pages/TargetsPage.tsx"), "TargetsPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/network",
    errorComponent: PageFault,
    validateSearch: NetworkSearch,
    component: lazyRouteComponent(() => import("../pages/NetworkPage.tsx"), "NetworkPage"),
  }),
  page("/dispatches/$from/$root/$key", () => import("../pages/DispatchPage.tsx"), "DispatchPage"),
  page("/documents", () => import("../pages/DocumentsPage.tsx"), "DocumentsPage"),
  page("/supervision", () => import("../pages/SupervisionPage.tsx"), "SupervisionPage"),
  page("/policy", () => import("../pages/PolicyPage.tsx"), "PolicyPage"),
  page("/registers", () => import("../pages/RegistersPage.tsx"), "RegistersPage"),
  createRoute({
    getParentRoute: () => hat,
    path: "/registers/$of/$register",
    errorComponent: PageFault,
    validateSearch: RegisterSearch,
    component: lazyRouteComponent(() => import("../pages/RegisterPage.tsx"), "RegisterPage"),
  }),
  page("/institutions", () => import("../pages/InstitutionsPage.tsx"), "InstitutionsPage"),
  page("/unit", () => import("../pages/UnitPage.tsx"), "UnitPage"),
  page("/people", () => import("../pages/PeoplePage.tsx"), "PeoplePage"),
  page("/policies", () => import("../pages/PoliciesPage.tsx"), "PoliciesPage"),
  page("/policies/import", () => import("../pages/PolicyImportPage.tsx"), "PolicyImportPage"),
  page("/policies/$version", () => import("../pages/PolicyVersionPage.tsx"), "PolicyVersionPage"),
  page("/tenants/$of", () => import("../pages/TenantPage.tsx"), "TenantPage"),
  page("/tenants/$of/policies/import", () => import("../pages/PolicyImportPage.tsx"), "PolicyImportPage"),
  page("/tenants/$of/policies/$version", () => import("../pages/PolicyVersionPage.tsx"), "PolicyVersionPage"),
  createRoute({
    getParentRoute: () => hat,
    path: "/regions",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/RegionsPage.tsx"), "RegionsPage"),
  }),
  createRoute({
    getParentRoute: () => hat,
    path: "/external-centers",
    errorComponent: PageFault,
    validateSearch: ListSearch,
    component: lazyRouteComponent(() => import("../pages/ExternalCentersPage.tsx"), "ExternalCentersPage"),
  }),
  page("/audit", () => import("../pages/AuditPage.tsx"), "AuditPage"),
];

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    signIn,
    everybody("/public"),
    everybody("/public/$of"),
    hat.addChildren(routes),
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
