import { CASE_STATES, MARKS, STANDINGS } from "@yichuang/policy";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StandingTag } from "./StandingTag.tsx";

const words = (html: string): string => html.replace(/<[^>]+>/g, "");
const all = [...STANDINGS, ...CASE_STATES, ...MARKS];

describe("StandingTag", () => {
  it.each(all)("shows %s with a glyph and a Chinese word", (standing) => {
    const html = renderToStaticMarkup(<StandingTag standing={standing} />);
    expect(html).toContain("<svg");
    expect(words(html)).toMatch(/^[\u4e00-\u9fff]{2,8}$/);
  });

  it("tells every standing of a center apart by its word", () => {
    const shown = STANDINGS.map((standing) =>
      words(renderToStaticMarkup(<StandingTag standing={standing} />)),
    );
    expect(new Set(shown).size).toBe(STANDINGS.length);
  });

  it("puts the tenant's word in place of the platform's", () => {
    expect(words(renderToStaticMarkup(<StandingTag standing="building" label="筹建中" />))).toBe("筹建中");
  });
});
