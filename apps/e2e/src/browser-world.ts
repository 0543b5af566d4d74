// The real server with the built web on a database of its own, and one browser window per person.
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
// @boundaries-ignore the browser plays the same journey as the scripts
import { PASSWORD } from "../../../scripts/demo/people.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { openTestWorld, type TestWorld } from "../../../scripts/journey/test-world.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { buildWeb } from "../../../scripts/web-build.ts";
import { launchBrowser } from "./chromium.ts";

const root = path.resolve(import.meta.dirname, "../../..");

export interface BrowserWorld {
  world: TestWorld;
  browser: Browser;
  /** a window of a person who has signed in through the page */
  window: (signIn: string) => Promise<Page>;
  /** what browsers complained about */
  complaints: string[];
  /** a picture of every window, for a test that has failed */
  shootAll: (folder: string) => Promise<void>;
  close: () => Promise<void>;
}

/** antd measures the scroll bar with a style of its own that the policy of styles refuses; nothing is lost by it. */
const HARMLESS = /Applying inline style violates/;

export async function openBrowserWorld(postgresUrl: string): Promise<BrowserWorld> {
  const webDir = path.join(root, "apps/web/dist");
  await buildWeb(root, webDir);
  const world = await openTestWorld(postgresUrl, webDir);
  const browser = await launchBrowser();
  const windows = new Map<string, Promise<Page>>();
  const complaints: string[] = [];
  const open = async (signIn: string): Promise<Page> => {
    const context = await browser.newContext({
      locale: "zh-CN",
      viewport: { width: 1366, height: 768 },
      // a screen that is judged half-way through an animation has faint words
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => complaints.push(`${signIn}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !HARMLESS.test(message.text()))
        complaints.push(`${signIn}: ${message.text()}`);
    });
    await page.goto(`${world.address}/sign-in`);
    await page.getByLabel("账号", { exact: true }).fill(signIn);
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.waitForURL(/\/(t|i|e|platform)\//);
    return page;
  };
  return {
    world,
    browser,
    complaints,
    window: (signIn) => {
      const known = windows.get(signIn) ?? open(signIn);
      windows.set(signIn, known);
      return known;
    },
    shootAll: async (folder) => {
      for (const [name, opened] of windows) {
        const page = await opened.catch(() => undefined);
        await page?.screenshot({ path: path.join(folder, `failed-${name}.png`) });
      }
    },
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}

/** Goes to a place of the side bar. */
export async function goTo(page: Page, entry: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "主导航" }).getByTitle(entry, { exact: true });
  await link.click();
  await page.locator(`nav a[aria-current="page"][title="${entry}"]`).first().waitFor();
}

/** Confirms the dialog that is open, and waits until it is gone. */
export async function confirm(page: Page, verb: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  // while it still opens, a slow machine loses the click
  await page.locator(".ant-zoom-appear").first().waitFor({ state: "detached" });
  await dialog.getByRole("button", { name: verb }).last().click();
  await dialog.waitFor({ state: "hidden" });
}

/** The reason that a refused or pending act shows. */
export async function reasonOf(page: Page): Promise<string> {
  const warning = page.locator(".ant-modal-confirm");
  await warning.waitFor();
  const said = await warning.innerText();
  await warning.getByRole("button", { name: "知道了" }).click();
  await warning.waitFor({ state: "hidden" });
  return said;
}

export const SHOTS = path.resolve(import.meta.dirname, "../../../.data/test/shots");

/** Ends with what opens or closes at the moment: half-way its words are still faint. */
const SETTLED = `(async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  await frame();
  const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  const atMost = new Promise((next) => setTimeout(next, 2_000));
  await Promise.race([Promise.allSettled(moving.map((one) => one.finished)), atMost]);
})()`;

/** A picture of a main screen, which must also be usable by keyboard and by screen readers (WCAG 2.1 A and AA). */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(SETTLED);
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa"])
    // antd's own helpers, out of everybody's reach: the measure of a growing text field, the mirror of a list
    .exclude("textarea[name=hiddenTextarea]")
    .exclude("[role=listbox][style*='width: 0px']")
    .analyze();
  expect(violations.map(({ id, nodes }) => [name, id, ...nodes.map(({ html }) => html)])).toEqual([]);
}
