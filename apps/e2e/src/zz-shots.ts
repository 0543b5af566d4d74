import path from "node:path";
import { startEmbedded } from "@yichuang/db/embedded";
import { playFuling } from "../../../scripts/journey/fuling.ts";
import { openWorld } from "../../../scripts/journey/world.ts";
import { launchBrowser } from "./chromium.ts";
const root = path.resolve(import.meta.dirname, "../../..");
const s = await startEmbedded({ dataDir: `${root}/.data/shots-${process.pid}`, disposable: true });
const w = await openWorld({ adminUrl: s.url("postgres"), appUrl: s.url("postgres", "yc_app"), workerUrl: s.url("postgres", "yc_worker") }, `${root}/apps/web/dist`);
const out = "/tmp/shots"; const { mkdirSync } = await import("node:fs"); mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
const log: string[] = [];
async function as(signIn: string, pages: [string, string][], size = { width: 1366, height: 768 }) {
  const ctx = await browser.newContext({ locale: "zh-CN", viewport: size });
  const page = await ctx.newPage();
  page.on("pageerror", (e) => log.push(`${signIn} pageerror ${e.message}`));
  page.on("console", (m) => m.type() === "error" && log.push(`${signIn} console ${m.text().slice(0, 300)}`));
  await page.goto(w.address + "/sign-in");
  await page.getByLabel("账号", { exact: true }).waitFor();
  if (signIn === "officer") await page.screenshot({ path: `${out}/sign-in-${size.width}.png` });
  await page.getByLabel("账号", { exact: true }).fill(signIn);
  await page.getByLabel("密码", { exact: true }).fill("yichuang-2022");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/\/(t|i|e|platform)\//, { timeout: 8000 }).catch((e) => log.push(`${signIn} no redirect ${String(e).slice(0, 200)}`));
  const base = new URL(page.url()).pathname;
  for (const [name, to] of pages) {
    await page.goto(w.address + (to.startsWith("/") ? base + to : to));
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${out}/${name}.png` });
  }
  await ctx.close();
}
const half = process.argv[2] === "early";
if (!half) await playFuling(w); 
const officer = await w.actor("officer");
const centers = await officer.api.center.list.query({ as: officer.as, page: 1 });
const cases = await officer.api.case.list.query({ as: officer.as, purposes: ["entry"], sort: "title", descending: false, page: 1 });
const evals = await officer.api.case.list.query({ as: officer.as, purposes: ["evaluation"], sort: "title", descending: false, page: 1 });
const c = centers.rows[0]?.center_id, k = cases.rows.find((r) => r.state === "closed" || r.state === "decided")?.case_id ?? cases.rows[0]?.case_id, e = evals.rows[0]?.case_id;
await as("officer", [["desk", ""], ["applications", "/applications"], ["case", `/cases/${k}`], ["evaluation", `/cases/${e}`], ["center", `/centers/${c}`], ["centers", "/centers"], ["arrears", "/arrears"], ["documents", "/documents"], ["supervision", "/supervision"], ["policy", "/policy"], ["institutions", "/institutions"], ["evaluations", "/evaluations"]]);
await as("first-manager", [["i-desk", ""], ["i-apps", "/applications"], ["i-centers", "/centers"], ["i-unit", "/unit"], ["i-print", `/cases/${e}/print`]]);
await as("expert-1", [["e-desk", ""], ["e-review", `/reviews/${e}/review`], ["e-judge", `/reviews/${k}/assess`]]);
await as("admin", [["audit", "/audit"]]);
await as("officer", [["phone-desk", ""], ["phone-center", `/centers/${c}`]], { width: 390, height: 844 });
console.log(log.join("\n"));
await browser.close(); await w.close(); await s.stop();
