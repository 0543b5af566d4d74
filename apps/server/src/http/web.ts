// The built web: hashed files for ever, the page itself with a fresh nonce.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const RESERVED = ["/trpc", "/files", "/documents", "/livez", "/readyz"];

export async function serveWeb(app: FastifyInstance, webDir: string): Promise<void> {
  const file = path.join(webDir, "index.html");
  if (!existsSync(file)) throw new Error(`the web is not built: ${file} is missing`);
  const page = readFileSync(file, "utf8");
  await app.register(fastifyStatic, {
    root: path.join(webDir, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  app.get("/mark.svg", (_request, reply) => reply.sendFile("mark.svg", webDir));
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !RESERVED.some((prefix) => request.url.startsWith(prefix));
    if (!isPage) return reply.code(404).send({ error: "not found" });
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page.replaceAll("__NONCE__", request.nonce));
  });
}
