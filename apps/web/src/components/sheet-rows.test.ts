import { describe, expect, it } from "vitest";
import { addRow, changeRow, moveRow, rowsShown } from "./sheet-rows.ts";

const row = (key: string, name = key) => ({ key, name, content: "" });

describe("rows below an indicator", () => {
  it("offers blank rows up to the slots without keeping them", () => {
    expect(rowsShown([row("row-1")], 3).map(({ key }) => key)).toEqual(["row-1", "row-2", "row-3"]);
    expect(changeRow([row("row-1")], 3, row("row-1", "甲"))).toEqual([row("row-1", "甲")]);
  });

  it("keeps a blank row once something is written in it", () => {
    expect(changeRow([], 2, row("row-1", "甲"))).toEqual([row("row-1", "甲")]);
    expect(changeRow([], 3, row("row-2", "乙")).map(({ name }) => name)).toEqual(["", "乙"]);
  });

  it("never gives a key that is taken", () => {
    expect(addRow([row("row-2")]).map(({ key }) => key)).toEqual(["row-2", "row-3"]);
  });

  it("moves a row within its list and no further", () => {
    const rows = [row("a"), row("b")];
    expect(moveRow(rows, "b", -1).map(({ key }) => key)).toEqual(["b", "a"]);
    expect(moveRow(rows, "b", 1)).toEqual(rows);
  });
});
