// Wires pools, sign-in, files, procedures and pages together. No rules.
import { type ApiContext, AppError, appRouter, type DemoControl } from "@yichuang/api";
import { createAuth } from "@yichuang/auth";
import { DoorClosedError, type Pools } from "@yichuang/db";
import {
  type CreateFastifyContextOptions,
  fastifyTRPCPlugin,
  type FastifyTRPCPluginOptions,
} from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { folderStore } from "./files/folder-store.ts";
import { addFileRoutes } from "./files/routes.ts";
import { addGuards } from "./http/guards.ts";
import { serveWeb } from "./http/web.ts";

export interface ServerParts {
  pools: Pools;
  filesDir: string;
  /** built web; without it only the procedures are served */
  webDir?: string;
  secure: boolean;
  demo?: DemoControl;
  log?: boolean;
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { pools, secure } = parts;
  const app = Fastify({
    logger: parts.log === true ? { level: "warn", redact: ["req.headers.cookie"] } : false,
    genReqId: () => crypto.randomUUID().slice(0, 8),
    routerOptions: { maxParamLength: 5000 },
    // a policy is handed in as one text; a longer one is named as a problem, not cut off
    bodyLimit: 8_388_608,
    requestTimeout: 30_000,
    forceCloseConnections: "idle",
    trustProxy: secure,
  });
  const auth = createAuth(pools, { secure });
  const store = folderStore(parts.filesDir);

  addGuards(app);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof DoorClosedError || (error instanceof AppError && error.code === "NOT_FOUND"))
      return reply.code(404).send({ said: "没有找到，或者不在您的范围内" });
    const status =
      typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status < 500) return reply.code(status).send({ error: "bad request" });
    request.log.error(error);
    return reply.code(500).send({ error: "internal", requestId: request.id });
  });
  app.get("/livez", () => ({ alive: true }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await pools.app.query("select 1 from app.space limit 1");
      return { ready: true };
    } catch {
      return reply.code(503).send({ ready: false });
    }
  });
  await addFileRoutes(app, { pools, auth, store });
  await app.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }: CreateFastifyContextOptions): ApiContext => ({
        pools,
        auth,
        sessionHash: auth.sessionHash(req.headers.cookie),
        address: req.ip,
        agent: req.headers["user-agent"] ?? "",
        requestId: req.id,
        setCookie: (value) => void res.header("set-cookie", value),
        files: store,
        demo: parts.demo,
      }),
      onError: ({ error, req }) => {
        if (error.code === "INTERNAL_SERVER_ERROR") req.log.error(error);
      },
    } satisfies FastifyTRPCPluginOptions<typeof appRouter>["trpcOptions"],
  });
  if (parts.webDir !== undefined) await serveWeb(app, parts.webDir);
  return app;
}
