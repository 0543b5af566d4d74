import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DueText } from "./DueText.tsx";

const TODAY = "2026-10-20";
const html = (due: string | null, done = false): string =>
  renderToStaticMarkup(<DueText due={due} today={TODAY} done={done} />);
const words = (due: string | null, done = false): string =>
  html(due, done)
    .replace(/<[^>]+>/g, "")
    .trim();

describe("DueText", () => {
  it.each([
    ["2026-10-18", "10-18 · 逾期 2 天"],
    ["2026-10-20", "10-20 · 今天到期"],
    ["2026-10-23", "10-23 · 剩 3 天"],
    ["2027-01-05", "2027-01-05 · 剩 77 天"],
    ["2025-12-31", "2025-12-31 · 逾期 293 天"],
  ])("shows %s as %s", (due, shown) => {
    expect(words(due)).toBe(shown);
  });

  it("is late only after the day, soon within three days, and quiet later", () => {
    expect(html("2026-10-19")).toContain("late");
    expect(html("2026-10-20")).not.toContain("late");
    expect(html("2026-10-23")).toContain("soon");
    expect(html("2026-10-24")).not.toContain("soon");
  });

  it("never calls a thing late that is done, and says where there is no date", () => {
    expect(words("2026-10-18", true)).toBe("10-18 · 已完成");
    expect(html("2026-10-18", true)).not.toContain("late");
    expect(words(null)).toBe("没有期限");
  });
});
