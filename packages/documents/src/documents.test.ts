import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Policy, parsePolicy } from "@yichuang/policy";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { checkOfficialDocx, composeDesignation, isDraft, renderOfficialDocx, sayNumber } from "./index.ts";

const pack = path.resolve(import.meta.dirname, "../../policy/packs/fuling/policy.json");

function readPack(): Policy {
  const read = parsePolicy(JSON.parse(readFileSync(pack, "utf8")));
  if (Array.isArray(read)) throw new Error(`the pack does not parse: ${JSON.stringify(read)}`);
  return read;
}

const policy = readPack();
const procedure = policy.procedures.find(({ purpose }) => purpose === "entry");
const stage = procedure?.stages.find(({ does }) => does === "issue");
if (procedure === undefined || stage === undefined) throw new Error("the pack issues no document");
const term = { from: "2022-11-10", to: "2025-11-09" };
const compose = (document: { title: string; number?: string; on?: string }, count = 3) =>
  composeDesignation({
    policy,
    procedure,
    stage,
    document,
    centers: Array.from({ length: count }, (_, index) => ({
      name: `第${index + 1}中心 <&> 建设`,
      host: `第${index + 1}医院`,
      term,
    })),
  });
const issued = compose({ title: "关于公布建设单位的通知", number: "示卫发〔2022〕21 号", on: "2022-11-10" });
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

describe("the document that makes centers known", () => {
  test("is composed from the policy's bodies, stages and the centers", () => {
    expect(issued.number).toEqual({ code: "示卫发", year: 2022, serial: 21 });
    expect(issued.number === undefined ? "" : sayNumber(issued.number)).toBe("示卫发〔2022〕21号");
    expect(issued.issuers).toEqual(
      policy.bodies.flatMap(({ roles, label }) => (roles.includes("issuer") ? [label?.zh] : [])),
    );
    expect(issued.body[0]?.text).toContain("3个");
    expect(issued.body.map(({ text }) => text).join("")).toContain("2022年11月10日起至2025年11月9日止");
    expect(issued.annexes[0]?.rows).toHaveLength(3);
    expect(isDraft(issued)).toBe(false);
  });

  test("a file of it has the structure of the standard", async () => {
    expect(await checkOfficialDocx(await renderOfficialDocx(issued))).toEqual([]);
    expect(await checkOfficialDocx(await renderOfficialDocx(compose({ title: "通知" }, 200)))).toEqual([]);
  });

  test("a draft says so on its pages, an issued one does not", async () => {
    const headers = async (title: Parameters<typeof compose>[0]) => {
      const zip = await JSZip.loadAsync(await renderOfficialDocx(compose(title)));
      const parts = Object.values(zip.files).filter(({ name }) => name.startsWith("word/header"));
      return (await Promise.all(parts.map((part) => part.async("string")))).join("");
    };
    expect(await headers({ title: "通知" })).toContain("草稿");
    expect(await headers({ title: "通知", number: "示卫发〔2022〕21号", on: "2022-11-10" })).not.toContain(
      "草稿",
    );
  });
});

describe("the check finds", () => {
  const damaged = async (change: (xml: string) => string): Promise<string[]> => {
    const zip = await JSZip.loadAsync(await renderOfficialDocx(issued));
    const xml = await zip.file("word/document.xml")?.async("string");
    zip.file("word/document.xml", change(xml ?? ""));
    return checkOfficialDocx(await zip.generateAsync({ type: "uint8array" }));
  };

  test("what is no archive", async () => {
    expect(await checkOfficialDocx(new TextEncoder().encode("nothing"))).toEqual(["the file is no archive"]);
  });
  test("an element that is missing", async () => {
    const faults = await damaged((xml) => xml.replaceAll("OfficialTitle", "Normal"));
    expect(faults).toEqual(["OfficialTitle is missing"]);
  });
  test("elements in another order", async () => {
    const swap = (xml: string) =>
      xml
        .replaceAll("OfficialTitle", "X")
        .replaceAll("OfficialDate", "OfficialTitle")
        .replaceAll('"X"', '"OfficialDate"');
    expect(await damaged(swap)).not.toEqual([]);
  });
  test("another page and broken XML", async () => {
    expect(await damaged((xml) => xml.replace(/w:h="\d+"/u, 'w:h="1"'))).toEqual([
      expect.stringContaining("w:pgSz w:h is 1"),
    ]);
    expect(await damaged((xml) => xml.replace("</w:body>", ""))).toEqual([
      expect.stringContaining("word/document.xml"),
    ]);
  });
});

test.skipIf(!hasOffice)(
  "LibreOffice opens the file and prints it on pages",
  { timeout: 60_000 },
  async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "yichuang-docx-"));
    try {
      writeFileSync(path.join(dir, "issued.docx"), await renderOfficialDocx(issued));
      const profile = `-env:UserInstallation=file://${dir}/profile`;
      execFileSync(
        "soffice",
        [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, "issued.docx"],
        {
          cwd: dir,
          stdio: "ignore",
        },
      );
      const pages = readFileSync(path.join(dir, "issued.pdf"), "latin1").match(/\/Type\s*\/Page[^s]/gu);
      // letter, its last page, annex
      expect(pages?.length).toBe(3);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
