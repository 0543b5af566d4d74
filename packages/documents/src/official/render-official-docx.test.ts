import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { checkOfficialDocx } from "../check/check-official-docx.ts";
import { DIFFICULT, designation, issued } from "../testing/example-documents.ts";
import type { OfficialDocument } from "./official-document.ts";
import { renderOfficialDocx } from "./render-official-docx.ts";

const xmlOf = async (document: OfficialDocument, part: RegExp): Promise<string> => {
  const zip = await JSZip.loadAsync(await renderOfficialDocx(document));
  const files = Object.values(zip.files).filter(({ name }) => part.test(name));
  return (await Promise.all(files.map((file) => file.async("string")))).join("");
};

const joint: OfficialDocument = {
  ...issued(2),
  issuers: ["示例区卫生健康委员会", "示例区科学技术局", "示例区财政局"],
  signatures: ["示例区卫生健康委员会", "示例区科学技术局", "示例区财政局"],
  body: [
    { text: "一、总体安排", level: 1 },
    { text: "（一）范围", level: 2 },
    { text: "各单位按照本通知办理。" },
  ],
  note: "此件公开发布",
  copyTo: ["示例市卫生健康委员会", "示例区人民政府办公室"],
};

describe("a file has the structure of the standard and says what the document says", () => {
  const documents: [string, OfficialDocument][] = [
    ["one center", issued(1)],
    ["an annex over several pages", issued(200)],
    ["several issuers, headings, note and copies", joint],
    ["without a seal", { ...issued(3), sealed: false }],
    [
      "several annexes",
      { ...issued(3), attachments: ["甲", "乙"], annexes: [...issued(3).annexes, ...issued(4).annexes] },
    ],
    ["a draft", designation(3)],
    ["a draft whose code is known", { ...designation(3), number: { code: "示卫发", year: 2026 } }],
  ];
  test.each(documents)("%s", async (_, document) => {
    expect(await checkOfficialDocx(await renderOfficialDocx(document), document)).toEqual([]);
  });
});

test("difficult characters and signs of XML survive", async () => {
  const xml = await xmlOf(issued(4), /^word\/document\.xml$/u);
  for (const character of DIFFICULT) expect(xml).toContain(`${character}河 &lt;&amp;&gt; 科创中心`);
});

test("what no XML may hold is left out and harms nothing", async () => {
  const document = { ...issued(1), signatures: ["示例\u0000区\ud800局\u000b"] };
  const bytes = await renderOfficialDocx(document);
  expect(await checkOfficialDocx(bytes, document)).toEqual([]);
  expect(await xmlOf(document, /^word\/document\.xml$/u)).toContain("示例区\ufffd局");
});

test("a draft says so on its pages, an issued document does not", async () => {
  expect(await xmlOf(designation(1), /^word\/header/u)).toContain("草稿");
  expect(await xmlOf(issued(1), /^word\/header/u)).not.toContain("草稿");
});

const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** Pages of the file as LibreOffice prints it. */
function pagesOf(bytes: Uint8Array): number {
  const dir = mkdtempSync(path.join(tmpdir(), "yichuang-docx-"));
  try {
    writeFileSync(path.join(dir, "issued.docx"), bytes);
    const profile = `-env:UserInstallation=file://${dir}/profile`;
    const convert = [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, "issued.docx"];
    execFileSync("soffice", convert, { cwd: dir, stdio: "ignore" });
    return readFileSync(path.join(dir, "issued.pdf"), "latin1").match(/\/Type\s*\/Page[^s]/gu)?.length ?? 0;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test.runIf(hasOffice)(
  "LibreOffice, where it is installed, prints 22 lines of 28 characters on a page",
  { timeout: 60_000 },
  async () => {
    // 219 lines: six below the heading, nine full pages, fifteen with the signature; then the annex
    const long = { ...issued(3), body: [{ text: "国".repeat(219 * 28 - 2) }] };
    expect(pagesOf(await renderOfficialDocx(long))).toBe(12);
  },
);
