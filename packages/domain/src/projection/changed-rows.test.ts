import { describe, expect, it } from "vitest";
import type { RowSet } from "../contract/rows.ts";
import { emptyTenant } from "../history/begin.ts";
import { policiesOf, SMALL_POLICY } from "../testing/small-network.ts";
import { changedRows } from "./changed-rows.ts";
import { project } from "./project.ts";

const DOCUMENT = { document_id: "d", kind: "letter", number: "1", title: "通知", issued_on: "2026-01-01" };
const SPAN = { center_id: "a", from_seq: 1, standing: "building" } as RowSet["center_span"][number];
const rows = (some: Partial<RowSet>): RowSet => ({
  ...project(policiesOf(SMALL_POLICY), emptyTenant("t")),
  ...some,
});

describe("what must be written", () => {
  it("is every row of a root that begins", () =>
    expect(changedRows(undefined, rows({ document: [DOCUMENT], center_span: [SPAN] }))).toStrictEqual({
      put: { center_span: [SPAN], document: [DOCUMENT] },
      take: {},
    }));

  it("is nothing where nothing has changed, whatever the order of columns", () => {
    const { document_id, ...rest } = DOCUMENT;
    const before = rows({ document: [DOCUMENT] });
    expect(changedRows(before, rows({ document: [{ ...rest, document_id }] }))).toStrictEqual({
      put: {},
      take: {},
    });
  });

  it("is a row that is new or another one, and the key of one that is gone", () => {
    const before = rows({ document: [DOCUMENT, { ...DOCUMENT, document_id: "gone" }] });
    const added = { ...DOCUMENT, document_id: "new" };
    expect(changedRows(before, rows({ document: [DOCUMENT, added] }))).toStrictEqual({
      put: { document: [added] },
      take: { document: [{ document_id: "gone" }] },
    });
    const renamed = { ...DOCUMENT, title: "更正" };
    expect(changedRows(rows({ document: [DOCUMENT] }), rows({ document: [renamed] }))).toStrictEqual({
      put: { document: [renamed] },
      take: {},
    });
  });

  it("is told apart by all columns of a key", () => {
    const second = { ...SPAN, from_seq: 2 };
    expect(changedRows(rows({ center_span: [SPAN, second] }), rows({ center_span: [SPAN] }))).toStrictEqual({
      put: {},
      take: { center_span: [{ center_id: "a", from_seq: 2 }] },
    });
  });
});
