import { expect, test } from "vitest";
import { breakTitle } from "./break-title.ts";
import { widthOf } from "./words.ts";

test("a short title stays in one line", () => {
  expect(breakTitle("关于公布建设单位的通知")).toEqual(["关于公布建设单位的通知"]);
  expect(breakTitle("  ")).toEqual([]);
});

test("a long title keeps its words whole, fits 156 mm and loses nothing", () => {
  const title = "重庆市涪陵区卫生健康委员会关于公布2022年度医学科技创新中心第一批建设单位的通知";
  const lines = breakTitle(title);
  expect(lines.join("")).toBe(title);
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(20);
  for (const word of ["2022年", "中心", "通知", "委员会"])
    expect(lines.some((line) => line.includes(word))).toBe(true);
  expect(lines.slice(1).some((line) => /^[，。的）》]/u.test(line))).toBe(false);
});

test("a year is not parted from its figures", () => {
  expect(breakTitle("示例区卫生健康委员会关于公布2022年度科创中心第一批建设单位的通知")).toEqual([
    "示例区卫生健康委员会关于公布2022年度",
    "科创中心第一批建设单位的通知",
  ]);
});

test("a title without any word to break at is still broken into lines", () => {
  expect(breakTitle("关于A".repeat(30)).join("")).toBe("关于A".repeat(30));
});
