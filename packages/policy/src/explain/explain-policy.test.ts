import { describe, expect, test } from "vitest";
import { openValues } from "../read/open-values.ts";
import { readings } from "../read/readings.ts";
import { fuling } from "../testing/fuling.ts";
import { LANGS } from "../wording/lang.ts";
import { explainPolicy } from "./explain-policy.ts";

describe("a document is printed as a person reads it", () => {
  const policy = fuling();

  test("with each procedure, stage and form by name, in both languages", () => {
    for (const lang of LANGS) {
      const text = explainPolicy(policy, lang).join("\n").replaceAll(" ", "");
      const shown = [
        ...policy.procedures,
        ...policy.procedures.flatMap(({ stages }) => stages),
        ...policy.forms,
        ...policy.duties,
      ];
      for (const node of shown) expect(text).toContain(node.label?.[lang].replaceAll(" ", ""));
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
  test("with the weights of the sheet and the sections that rules rest on", () => {
    const lines = explainPolicy(policy, "zh");
    expect(lines).toContain("      技术推广 12%  预留行：2");
    expect(lines.some((line) => line.includes("得分不低于 80 时：合格"))).toBe(true);
    expect(
      lines.some(
        (line) => line.includes("[整改复核]") && line.includes("已撤销") && line.includes("四（三）"),
      ),
    ).toBe(true);
  });
  test("with every open value and every reading at its place", () => {
    const text = explainPolicy(policy, "zh").join("\n");
    for (const { path } of [...openValues(policy), ...readings(policy)]) expect(text).toContain(`[${path}]`);
  });
});
