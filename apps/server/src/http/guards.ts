// What stands before every route: who may post here, in what shape, and what browsers may do with the answers.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** of this page's styles; a new one per request */
    nonce: string;
  }
}

const BATCH = 10;

const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

export function addGuards(app: FastifyInstance): void {
  app.decorateRequest("nonce", "");
  app.addHook("onRequest", async (request, reply) => {
    request.nonce = randomBytes(16).toString("base64url");
    reply.headers({
      "content-security-policy": policyOf(request.nonce),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
      "x-request-id": request.id,
    });
    if (request.method !== "GET" && request.method !== "HEAD") return refuseForeign(request, reply);
    return undefined;
  });
  app.addHook("preParsing", async (request, reply) => {
    if (!request.url.startsWith("/trpc/")) return undefined;
    const calls = request.url.slice("/trpc/".length).split("?")[0]?.split(",").length ?? 1;
    if (calls > BATCH) return reply.code(413).send({ error: `at most ${BATCH} calls in one request` });
    const type = request.headers["content-type"]?.split(";")[0]?.trim();
    if (request.method === "POST" && type !== "application/json") {
      return reply.code(415).send({ error: "only application/json" });
    }
    return undefined;
  });
}

/** A request that changes something must come from this site's own pages. */
function refuseForeign(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const own = origin !== undefined && host !== undefined && hostOf(origin) === host;
  if (own && (site === undefined || site === "same-origin")) return undefined;
  return reply.code(403).send({ error: "this request did not come from the site's own pages" });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
