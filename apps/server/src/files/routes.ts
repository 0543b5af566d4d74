// Upload and download, each under the hat that asks.
import { issuedDocx } from "@yichuang/api";
import type { Auth } from "@yichuang/auth";
import { findAttachment, keepAttachment, type Pools, uuidv7, withScope } from "@yichuang/db";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { folderStore, TooLargeError } from "./folder-store.ts";
import { inspectFile } from "./inspect.ts";

const Asked = z.object({ hat: z.uuid(), tenant: z.coerce.number().int() });
const Upload = Asked.extend({ case: z.uuid().optional(), name: z.string().trim().min(1).max(200) });

interface Filing {
  pools: Pools;
  auth: Auth;
  store: ReturnType<typeof folderStore>;
}

export async function addFileRoutes(app: FastifyInstance, filing: Filing): Promise<void> {
  await app.register(async (files) => {
    // the body stays a stream: it is written while it arrives
    files.addContentTypeParser("application/octet-stream", (_request, _body, done) => done(null));
    files.post("/files", (request, reply) => upload(request, reply, filing));
    files.get("/documents/:id.docx", (request, reply) => downloadDocument(request, reply, filing));
    files.get("/files/:id", (request, reply) => download(request, reply, filing));
  });
}

const refused = (reply: FastifyReply, code: number, said: string): FastifyReply =>
  reply.code(code).send({ said });

async function upload(
  request: FastifyRequest,
  reply: FastifyReply,
  { pools, auth, store }: Filing,
): Promise<FastifyReply> {
  const sessionHash = auth.sessionHash(request.headers.cookie);
  const asked = Upload.safeParse(request.query);
  if (sessionHash === undefined) return refused(reply, 401, "请重新登录");
  if (!asked.success) return refused(reply, 400, "文件名或身份不对");
  const { hat, tenant, name } = asked.data;
  const scope = withScope(pools, { sessionHash, hat, tenant });
  await scope.read({});
  const key = uuidv7();
  try {
    const stored = await store.put(key, request.raw);
    const found = await inspectFile(store.pathOf(key), name);
    if ("refused" in found) {
      await store.remove(key);
      return refused(reply, 422, found.refused);
    }
    await scope.read({
      kept: keepAttachment({
        file: key,
        case: asked.data.case ?? null,
        name,
        kind: found.kind,
        bytes: stored.bytes,
        sha256: stored.sha256,
      }),
    });
    return await reply.send({ id: key, name, size: stored.bytes, sha256: stored.sha256 });
  } catch (error) {
    await store.remove(key);
    if (error instanceof TooLargeError) {
      // the rest of the body is not read: the connection ends with the answer
      reply.raw.once("finish", () => request.raw.destroy());
      return refused(reply.header("connection", "close"), 413, "单个文件不超过 20 MB");
    }
    throw error;
  }
}

async function download(
  request: FastifyRequest,
  reply: FastifyReply,
  { pools, auth, store }: Filing,
): Promise<FastifyReply> {
  const sessionHash = auth.sessionHash(request.headers.cookie);
  const asked = Asked.safeParse(request.query);
  const id = z.uuid().safeParse((request.params as { id?: string }).id);
  if (sessionHash === undefined || !asked.success || !id.success)
    return refused(reply, 404, "没有找到这份文件");
  const { hat, tenant } = asked.data;
  const { file } = await withScope(pools, { sessionHash, hat, tenant }).read({
    file: findAttachment(tenant, id.data),
  });
  if (file === null) return refused(reply, 404, "没有找到这份文件");
  return attach(reply, file).send(store.read(file.file_id));
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function downloadDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { pools, auth }: Filing,
): Promise<FastifyReply> {
  const sessionHash = auth.sessionHash(request.headers.cookie);
  const asked = Asked.safeParse(request.query);
  const id = z.uuid().safeParse((request.params as { id?: string }).id);
  if (sessionHash === undefined || !asked.success || !id.success)
    return refused(reply, 404, "没有找到这份公文");
  const { hat, tenant } = asked.data;
  const scope = withScope(pools, { sessionHash, hat, tenant });
  const { name, bytes } = await issuedDocx(scope, { tenant, document: id.data });
  return attach(reply, { name, kind: DOCX }).send(Buffer.from(bytes));
}

const attach = (reply: FastifyReply, file: { name: string; kind: string }): FastifyReply =>
  reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header("cache-control", "private, no-store")
    .type(file.kind);
