import { SaxesParser } from "saxes";

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** The tree of a part, or why it is not well-formed. */
export function readXml(xml: string): XmlElement | { fault: string } {
  const top: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [top];
  let fault: string | undefined;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    fault ??= error.message;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return fault === undefined ? top : { fault };
}

/** Every element of that name below, in the order of the text. */
export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  all(element, name)[0];

/** An attribute of the first element of that name below. */
export const valueIn = (
  element: XmlElement | undefined,
  name: string,
  attribute = "w:val",
): string | undefined => first(element, name)?.attributes[attribute];

/** The words of a paragraph or a cell. */
export const textOf = (element: XmlElement): string =>
  all(element, "w:t")
    .flatMap(({ children }) => children)
    .filter((child) => typeof child === "string")
    .join("");
