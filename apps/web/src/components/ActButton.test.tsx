import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActButton, type ShownVerdict } from "./ActButton.tsx";
import { Refusal } from "./Refusal.tsx";

const VIOLATION = {
  said: "现在还不能发起评估验收：建设期没有满三年",
  next: "最早 2026 年 11 月 15 日可以发起",
  force: "in-principle" as const,
  clauses: [{ section: "三(六)", gist: "期满后 1 个月内组织", document: "建设方案" }],
};
const button = (verdict: ShownVerdict): string =>
  renderToStaticMarkup(<ActButton label="发起评估验收" verdict={verdict} onAct={() => undefined} />);

describe("ActButton", () => {
  it("is a plain button when the act is allowed", () => {
    const html = button({ kind: "allowed" });
    expect(html).not.toContain("aria-disabled");
    expect(html).not.toContain("refused");
  });

  it.each(["refused", "pending"] as const)(
    "stays reachable when %s and tells why with the clause",
    (kind) => {
      const html = button({ kind, violations: [VIOLATION] });
      expect(html).toContain('aria-disabled="true"');
      expect(html).not.toMatch(/<button[^>]* disabled/);
      expect(html).toContain("建设期没有满三年");
      expect(html).toContain("三(六)");
    },
  );
});

describe("Refusal", () => {
  it("shows sentence, force, clause with its document, and what makes the act possible", () => {
    const html = renderToStaticMarkup(<Refusal {...VIOLATION} />);
    for (const words of [
      VIOLATION.said,
      "原则上",
      "三(六)",
      "期满后 1 个月内组织",
      "建设方案",
      VIOLATION.next,
    ]) {
      expect(html).toContain(words);
    }
  });

  it("names a rule of the platform where no clause forbids, and the open value where one decides", () => {
    const html = renderToStaticMarkup(<Refusal said="要先定" clauses={[]} openAsks="“优秀”线是多少" />);
    expect(html).toContain("平台规则");
    expect(html).toContain("原文未定");
    expect(html).toContain("“优秀”线是多少");
  });
});
