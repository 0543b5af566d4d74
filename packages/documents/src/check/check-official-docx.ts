import JSZip from "jszip";
import { SaxesParser } from "saxes";
import { mmToTwips, PAGE_MM } from "../official/standard.ts";
import { ELEMENT_STYLES } from "../official/styles.ts";

/** What is wrong with a file, as a person would say it. */
export type DocxFault = string;

/** Elements that every document carries, in the order of GB/T 9704-2012 7.2 and 7.3. */
const ORDER = [
  ELEMENT_STYLES.heading,
  ELEMENT_STYLES.number,
  ELEMENT_STYLES.title,
  ELEMENT_STYLES.addressees,
  ELEMENT_STYLES.body,
  ELEMENT_STYLES.signature,
  ELEMENT_STYLES.date,
] as const;

const PAGE = {
  "w:pgSz": { "w:w": mmToTwips(PAGE_MM.width), "w:h": mmToTwips(PAGE_MM.height) },
  "w:pgMar": { "w:top": mmToTwips(PAGE_MM.top), "w:left": mmToTwips(PAGE_MM.left) },
} as const;

/**
 * The faults of a file against the structure of GB/T 9704-2012: parts are there and well-formed, the page has the
 * standard's size and margins, the elements stand in its order. Empty where there are none.
 */
export async function checkOfficialDocx(bytes: Uint8Array): Promise<DocxFault[]> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (zip === undefined) return ["the file is no archive"];
  const main = await zip.file("word/document.xml")?.async("string");
  if (main === undefined) return ["word/document.xml is missing"];
  const xml = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/u.test(name));
  const broken = await Promise.all(
    xml.map(async (part) => {
      const fault = read(await part.async("string")).fault;
      return fault === undefined ? [] : [`${part.name}: ${fault}`];
    }),
  );
  const { styles, attributes } = read(main);
  return [...broken.flat(), ...pageFaults(attributes), ...orderFaults(styles)];
}

interface Reading {
  fault?: string;
  /** styles of the paragraphs, each once, in the order in which they first stand */
  styles: string[];
  attributes: Map<string, Record<string, string>>;
}

function read(xml: string): Reading {
  const reading: Reading = { styles: [], attributes: new Map() };
  const parser = new SaxesParser();
  parser.on("error", (error) => (reading.fault ??= error.message));
  parser.on("opentag", ({ name, attributes }) => {
    const style = name === "w:pStyle" ? attributes["w:val"] : undefined;
    if (style !== undefined && !reading.styles.includes(style)) reading.styles.push(style);
    if (name in PAGE && !reading.attributes.has(name)) reading.attributes.set(name, attributes);
  });
  parser.write(xml).close();
  return reading;
}

const pageFaults = (attributes: Reading["attributes"]): DocxFault[] =>
  Object.entries(PAGE).flatMap(([element, wanted]) =>
    Object.entries(wanted).flatMap(([name, twips]) => {
      const found = Number(attributes.get(element)?.[name]);
      return Math.abs(found - twips) <= 1 ? [] : [`${element} ${name} is ${found} instead of ${twips}`];
    }),
  );

function orderFaults(styles: readonly string[]): DocxFault[] {
  const missing = ORDER.filter((style) => !styles.includes(style));
  if (missing.length > 0) return missing.map((style) => `${style} is missing`);
  const places = ORDER.map((style) => styles.indexOf(style));
  return places.flatMap((place, index) => {
    const before = places[index - 1] ?? -1;
    return place > before ? [] : [`${ORDER[index]} stands before ${ORDER[index - 1]}`];
  });
}
