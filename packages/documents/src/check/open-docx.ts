import JSZip from "jszip";
import { DRAFT_MARK } from "../official/draft-mark.ts";
import { all, first, readXml, type XmlElement } from "./xml-tree.ts";

/** The parts of a file that a check looks at. */
export interface OpenedDocx {
  body: XmlElement;
  styles: XmlElement;
  settings: XmlElement;
  fonts: XmlElement;
  footers: XmlElement[];
  /** 草稿 stands across its pages */
  draft: boolean;
}

const NEEDED = {
  body: "word/document.xml",
  styles: "word/styles.xml",
  settings: "word/settings.xml",
  fonts: "word/fontTable.xml",
} as const;

/** Opens a file: every part well-formed, the needed ones there, nothing in it that runs or fetches. Or its faults. */
export async function openDocx(bytes: Uint8Array): Promise<OpenedDocx | { faults: string[] }> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (zip === undefined) return { faults: ["the file is no archive"] };
  const trees = new Map<string, XmlElement>();
  const faults: string[] = Object.keys(zip.files).filter((name) => /vbaProject|embeddings\//u.test(name));
  for (const { name } of Object.values(zip.files).filter((file) => /\.(xml|rels)$/u.test(file.name))) {
    const tree = readXml((await zip.file(name)?.async("string")) ?? "");
    if ("fault" in tree) faults.push(`${name}: ${tree.fault}`);
    else trees.set(name, tree);
  }
  for (const [name, tree] of trees) {
    if (all(tree, "Relationship").some(({ attributes }) => attributes["TargetMode"] === "External"))
      faults.push(`${name} points outside of the file`);
  }
  const [body, styles, settings, fonts] = Object.values(NEEDED).map((name) => trees.get(name));
  faults.push(
    ...Object.values(NEEDED)
      .filter((name) => zip.file(name) === null)
      .map((name) => `${name} is missing`),
  );
  if (faults.length > 0 || !body || !styles || !settings || !fonts) return { faults };
  const partsOf = (kind: string): XmlElement[] =>
    [...trees].flatMap(([name, tree]) =>
      new RegExp(`^word/${kind}\\d+\\.xml$`, "u").test(name) ? [tree] : [],
    );
  const draft = partsOf("header")
    .flatMap((header) => all(header, "v:textpath"))
    .some(({ attributes }) => attributes["string"] === DRAFT_MARK);
  return { body: first(body, "w:body") ?? body, styles, settings, fonts, footers: partsOf("footer"), draft };
}
