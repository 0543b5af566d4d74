import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Explanation, type ShownRuling } from "./Explanation.tsx";

const leaf = (part: Partial<ShownRuling>): ShownRuling => ({
  truth: "true",
  said: "",
  because: [],
  parts: [],
  ...part,
});

describe("Explanation", () => {
  const html = renderToStaticMarkup(
    <Explanation
      ruling={leaf({
        truth: "false",
        said: "都满足才行",
        force: "mandatory",
        parts: [
          leaf({ said: "已提交", because: [{ section: "三(五)", gist: "每年报告", document: "方案" }] }),
          leaf({ truth: "unknown", said: "优秀线未定" }),
        ],
      })}
    />,
  );

  it("nests the parts below their condition", () => {
    expect(html).toMatch(/都满足才行.*<ul>.*已提交.*优秀线未定.*<\/ul>/s);
  });

  it("says of each leaf whether it holds, in words", () => {
    expect(html.match(/(?<!不)满足<\/span>|不满足<\/span>|未知<\/span>/g)).toHaveLength(3);
  });

  it("shows the force and the clause where they stand", () => {
    expect(html).toContain(">须<");
    expect(html).toContain("三(五)");
  });

  it("shows a section once, however much of it is cited, and apart from the same section of another document", () => {
    const clause = { section: "三(五)", gist: "每年报告", document: "方案" };
    const because = [clause, { ...clause, gist: "逾期处理" }, { ...clause, document: "办法" }];
    const shown = renderToStaticMarkup(<Explanation ruling={leaf({ because })} />);
    expect(shown.match(/三\(五\)/g)).toHaveLength(2);
  });
});
