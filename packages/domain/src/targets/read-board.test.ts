import { expect, test } from "vitest";
import { boardWith } from "../testing/board.ts";
import { policyWith, said } from "../testing/owing.ts";
import { readBoard } from "./read-board.ts";

test("duties and figures are read as the year that is asked about left them", () => {
  const year = { kind: "fact", fact: "case.year" } as const;
  const head = { because: ["all"] };
  const policy = policyWith({
    duties: [
      {
        ...head,
        key: "d",
        label: said("到期"),
        bearer: "tenant",
        must: { kind: "compare", of: year, is: "at-least", than: 2030 },
        when: { kind: "between", to: "2025-12-31" },
        every: "once",
      },
    ],
    measures: [{ ...head, key: "m", label: said("年份"), of: "tenant", unit: "年", is: year }],
  });
  const read = (asked: number) => {
    const { targets, figures } = readBoard(boardWith(policy, "2026-06-01"), asked);
    return [
      targets.map(({ readings }) => readings[0]?.state),
      figures.map(({ readings }) => readings[0]?.value),
    ];
  };
  expect(read(2024)).toEqual([["not-yet"], ["2024"]]);
  expect(read(2025)).toEqual([["not-met"], ["2025"]]);
  expect(read(2026)).toEqual([["not-met"], ["2026"]]);
});
