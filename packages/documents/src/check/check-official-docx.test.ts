import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { renderOfficialDocx } from "../official/render-official-docx.ts";
import { designation, issued } from "../testing/example-documents.ts";
import { checkOfficialDocx } from "./check-official-docx.ts";

interface Damage {
  part?: string;
  change: (xml: string) => string;
}

/** The faults of an issued document after one part of its file was changed. */
async function faultsAfter({ part = "word/document.xml", change }: Damage): Promise<string[]> {
  const document = issued(3);
  const zip = await JSZip.loadAsync(await renderOfficialDocx(document));
  const before = (await zip.file(part)?.async("string")) ?? "";
  const after = change(before);
  expect(after).not.toBe(before);
  zip.file(part, after);
  return checkOfficialDocx(await zip.generateAsync({ type: "uint8array" }), document);
}

test("what is no archive", async () => {
  expect(await checkOfficialDocx(new TextEncoder().encode("nothing"))).toEqual(["the file is no archive"]);
});

test("a part that is missing", async () => {
  const zip = await JSZip.loadAsync(await renderOfficialDocx(issued(1)));
  zip.remove("word/styles.xml");
  expect(await checkOfficialDocx(await zip.generateAsync({ type: "uint8array" }))).toEqual([
    "word/styles.xml is missing",
  ]);
});

const swap = (one: string, other: string) => (xml: string) =>
  xml.replaceAll(one, "\u0001").replaceAll(other, one).replaceAll("\u0001", other);
const styles = "word/styles.xml";

const damages: [string, Damage, string][] = [
  ["broken XML", { change: (xml) => xml.replace("</w:body>", "") }, "word/document.xml: "],
  ["another sheet", { change: (xml) => xml.replace('w:w="11906"', 'w:w="12240"') }, "w:pgSz w:w is 12240"],
  [
    "another top margin",
    { change: (xml) => xml.replace('w:top="2098"', 'w:top="1440"') },
    "w:pgMar w:top is 1440",
  ],
  [
    "an element that is missing",
    { change: (xml) => xml.replaceAll("OfficialTitle", "Normal") },
    "OfficialTitle is missing",
  ],
  ["elements in another order", { change: swap("OfficialTitle", "OfficialDate") }, "stands too early"],
  [
    "a heading that is not red",
    { part: styles, change: (xml) => xml.replace("C00000", "000000") },
    "heading is coloured",
  ],
  [
    "a line that is not red",
    { change: (xml) => xml.replace("C00000", "000000") },
    "the line below the number",
  ],
  [
    "another typeface",
    { part: styles, change: (xml) => xml.replaceAll("仿宋_GB2312", "Calibri") },
    "body is set in Calibri",
  ],
  [
    "another size",
    { part: styles, change: (xml) => xml.replaceAll('w:val="44"', 'w:val="36"') },
    "title is 18 pt tall",
  ],
  [
    "another spacing",
    { part: styles, change: (xml) => xml.replaceAll('w:line="579"', 'w:line="480"') },
    "lines on a page",
  ],
  [
    "letters beside the style",
    { change: (xml) => xml.replaceAll("<w:r><w:t", '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t') },
    "sets letters of its own",
  ],
  [
    "a typeface without an alternative",
    { part: "word/fontTable.xml", change: (xml) => xml.replaceAll("w:altName", "w:x") },
    "has no alternative",
  ],
  [
    "a number with a leading zero",
    { change: (xml) => xml.replace("〕21号", "〕021号") },
    "示卫发〔2022〕021号 is no number",
  ],
  [
    "a row that was taken out",
    { change: (xml) => xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*>2<(?:(?!<\/w:tr>).)*<\/w:tr>/u, "") },
    "row 2 is counted 3",
  ],
  [
    "another name in the annex",
    { change: (xml) => xml.replace("示例区第2人民医院", "示例区第9人民医院") },
    "cell reads",
  ],
  [
    "an annex without its page",
    { change: (xml) => xml.replace("<w:pageBreakBefore/>", "") },
    "no page of its own",
  ],
  [
    "a page number on the wrong side",
    { part: "word/footer1.xml", change: (xml) => xml.replace('w:val="right"', 'w:val="left"') },
    "page numbers do not stand outside",
  ],
  [
    "something fetched from outside",
    { part: "word/_rels/document.xml.rels", change: (xml) => xml.replace("/>", ' TargetMode="External"/>') },
    "points outside",
  ],
];

describe("the check finds", () => {
  test.each(damages)("%s", async (_, damage, fault) => {
    expect(await faultsAfter(damage)).toContainEqual(expect.stringContaining(fault));
  });
});

test("a numbered document that still says 草稿 is found", async () => {
  const draft = await JSZip.loadAsync(await renderOfficialDocx(designation(1)));
  const xml = (await draft.file("word/document.xml")?.async("string")) ?? "";
  const numbered = xml.replace(
    /(OfficialNumber.*?<w:t xml:space="preserve")(?:\/>|><\/w:t>)/u,
    "$1>示卫发〔2022〕21号</w:t>",
  );
  expect(numbered).not.toBe(xml);
  draft.file("word/document.xml", numbered);
  expect(await checkOfficialDocx(await draft.generateAsync({ type: "uint8array" }))).toContain(
    "a numbered document is marked as a draft",
  );
});
