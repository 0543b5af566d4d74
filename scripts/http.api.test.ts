// The server as the network sees it: sessions, foreign pages, shapes, headers, files. No browser.
import JSZip from "jszip";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { PASSWORD } from "./demo/people.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import type { Actor } from "./journey/world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
});
afterAll(() => world?.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.address}${path}`, {
    method: "POST",
    headers: { origin: world.address, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const signIn = (name: string, password = PASSWORD, headers = {}): Promise<Response> =>
  post("/trpc/session.signIn", { signIn: name, password }, headers);
const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const meOf = async (cookie: string): Promise<{ user: { signIn: string } | null }> => {
  const answer = await fetch(`${world.address}/trpc/session.me`, { headers: { cookie } });
  return ((await answer.json()) as { result: { data: { user: { signIn: string } | null } } }).result.data;
};

describe("sessions", () => {
  test("begin with a cookie that scripts cannot read and end on the server", async () => {
    const answer = await signIn("officer");
    expect(answer.status).toBe(200);
    const set = answer.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    const cookie = cookieOf(answer);
    expect((await meOf(cookie)).user?.signIn).toBe("officer");
    expect((await post("/trpc/session.signOut", undefined, { cookie })).status).toBe(200);
    expect((await meOf(cookie)).user).toBeNull();
  });

  test("are kept as hashes", async () => {
    const token = cookieOf(await signIn("leader")).split("=")[1] ?? "";
    const client = new Client({ connectionString: world.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ row: string }>("select s::text as row from auth.session s");
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(token).toHaveLength(40);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  test("five wrong passwords close the account for this address, others stay open", async () => {
    for (let time = 0; time < 5; time++) expect((await signIn("inspector", "wrong")).status).toBe(401);
    expect((await signIn("inspector")).status).toBe(429);
    expect((await signIn("officer")).status).toBe(200);
  });
});

describe("requests", () => {
  test("from another site change nothing", async () => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ])
      expect((await signIn("officer", PASSWORD, headers)).status).toBe(403);
  });
  test("of another content type or with too many calls are refused", async () => {
    expect((await signIn("officer", PASSWORD, { "content-type": "text/plain" })).status).toBe(415);
    const many = Array.from({ length: 11 }, () => "session.me").join(",");
    expect((await fetch(`${world.address}/trpc/${many}?batch=1&input={}`)).status).toBe(413);
  });
  test("with nonsense get an answer that shows nothing of the inside", async () => {
    const answer = await post("/trpc/act.openCase", {
      as: { hat: "x", tenant: "y" },
      act: { __proto__: null },
    });
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/node_modules|\.ts:|select /);
  });
  test("carry a policy for content without inline scripts", async () => {
    const { headers } = await fetch(`${world.address}/livez`);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self';/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("files", () => {
  const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

  interface Visitor {
    actor: Actor;
    cookie: string;
  }

  async function upload({ actor, cookie }: Visitor, name: string, bytes: Uint8Array): Promise<Response> {
    const asked = new URLSearchParams({ hat: actor.as.hat, tenant: String(actor.as.tenant), name });
    return fetch(`${world.address}/files?${asked.toString()}`, {
      method: "POST",
      headers: { origin: world.address, cookie, "content-type": "application/octet-stream" },
      body: bytes,
    });
  }
  const fetchFile = (actor: Actor, cookie: string, id: string): Promise<Response> =>
    fetch(`${world.address}/files/${id}?hat=${actor.as.hat}&tenant=${actor.as.tenant}`, {
      headers: { cookie },
    });

  test("come back as they were to their owner and are not there for a rival", async () => {
    const owner = await world.actor("first-manager");
    const rival = await world.actor("second-manager");
    const [ownCookie, rivalCookie] = [
      cookieOf(await signIn("first-manager")),
      cookieOf(await signIn("second-manager")),
    ];
    const stored = await upload({ actor: owner, cookie: ownCookie }, "方案 (1).pdf", PDF);
    expect(stored.status).toBe(200);
    const { id } = (await stored.json()) as { id: string };
    const back = await fetchFile(owner, ownCookie, id);
    expect(Buffer.from(await back.arrayBuffer()).equals(PDF)).toBe(true);
    expect(back.headers.get("content-disposition")).toContain(encodeURIComponent("方案 (1).pdf"));
    expect((await fetchFile(rival, rivalCookie, id)).status).toBe(404);
    expect((await fetchFile(owner, rivalCookie, id)).status).toBe(404);
    expect((await fetchFile(owner, "", id)).status).toBe(404);
  });

  test("that are not what their name says, or do something when opened, are refused", async () => {
    const owner = await world.actor("first-manager");
    const cookie = cookieOf(await signIn("first-manager"));
    const refusal = async (name: string, bytes: Uint8Array): Promise<[number, string]> => {
      const answer = await upload({ actor: owner, cookie }, name, bytes);
      return [answer.status, ((await answer.json()) as { said: string }).said];
    };
    const word = async (parts: Record<string, string>): Promise<Uint8Array> => {
      const zip = new JSZip();
      zip.file(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      );
      for (const [name, text] of Object.entries({ "word/document.xml": "<x/>", ...parts }))
        zip.file(name, text);
      return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    };
    expect(await refusal("a.exe", PDF)).toEqual([422, expect.stringContaining("只收")]);
    expect(await refusal("a.png", PDF)).toEqual([422, expect.stringContaining("不是 PNG")]);
    expect(await refusal("a.docx", await word({ "word/vbaProject.bin": "x" }))).toEqual([
      422,
      expect.stringContaining("宏"),
    ]);
    const bomb = await word({ "word/media/x.xml": "0".repeat(30_000_000) });
    expect(await refusal("a.docx", bomb)).toEqual([422, expect.stringContaining("过大")]);
    expect((await refusal("a.pdf", Buffer.concat([PDF, Buffer.alloc(21 * 1_048_576)])))[0]).toBe(413);
  });
});

describe("a person with several hats", () => {
  test("is told what is due under each without wearing it", async () => {
    const { api, me } = await world.actor("admin");
    const { hats } = await api.session.me.query();
    const waiting = await api.session.waiting.query();
    expect(waiting.map(({ hat }) => hat)).toEqual(hats.map(({ hat }) => hat));
    for (const { hat, tenant, todo } of waiting) {
      const worn = hats.find((one) => one.hat === hat);
      const asked = { as: { hat, tenant }, me: { ...me, role: worn?.role ?? "" }, page: 1 };
      expect((await api.desk.todo.query(asked)).counts?.todo).toBe(todo);
    }
  });
});
