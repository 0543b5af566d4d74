import { describe, expect, it } from "vitest";
import type { DispatchRef } from "../contract/dispatches.ts";
import { DAY, eventOf, tenantOf } from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const DISPATCH: DispatchRef = { tenant: 2, root: "r", key: "k" };
const word = { dispatch: DISPATCH, title: "推荐", party: 11, outcome: "received", words: "收到" } as const;
const earlier = (dispatch: DispatchRef) => ({ ...word, dispatch, words: "旧", on: "2026-01-01", by: "乙" });

describe("an answer to a dispatch", () => {
  it("is the first one, by whoever gave it", () => {
    expect(evolve(tenantOf(), eventOf("dispatch-answered", word, { root: "tenant" }))).toStrictEqual(
      tenantOf({ seq: 8, answers: [{ ...word, on: DAY, by: "甲" }] }),
    );
  });

  it("may have nobody's name", () => {
    expect(
      evolve(tenantOf(), eventOf("dispatch-answered", word, { root: "tenant", byTime: true })),
    ).toMatchObject({ answers: [{ by: "" }] });
  });

  it("takes the place of the word before on the same dispatch, and of no other", () => {
    const others = [
      earlier({ ...DISPATCH, tenant: 3 }),
      earlier({ ...DISPATCH, root: "s" }),
      earlier({ ...DISPATCH, key: "l" }),
    ];
    const before = tenantOf({ answers: [earlier({ ...DISPATCH }), ...others] });
    expect(evolve(before, eventOf("dispatch-answered", word, { root: "tenant" }))).toStrictEqual(
      tenantOf({ seq: 8, answers: [...others, { ...word, on: DAY, by: "甲" }] }),
    );
  });
});
