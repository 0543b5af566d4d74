import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { boardWith, institution } from "../testing/board.ts";
import { lab, policyWith } from "../testing/owing.ts";
import { bearersOf } from "./bearers.ts";

const hosted = (id: string, n: number, more: Partial<CenterFacts> = {}) =>
  lab({ id, standing: "building", host: institution({}, n).host, ...more });
const joint = (uscc: string, more: object = {}) => ({
  key: "l",
  role: "joint" as const,
  name: "合作单位",
  uscc,
  from: "2026-01-01",
  ...more,
});
const codes = (n: number) => {
  const one = institution({}, n);
  return { ...one, host: { ...one.host, uscc: `uscc-${n}` } };
};
const institutions = [codes(1), codes(2), codes(3)];
const bound = (bearer: Parameters<typeof bearersOf>[1]["bearer"], centers: CenterFacts[], types?: string[]) =>
  bearersOf(boardWith(policyWith({}), "2026-06-01", { centers, institutions }), {
    bearer,
    ...(types === undefined ? {} : { for: types }),
  }).map((one) => one?.id);

describe("whom a duty binds", () => {
  it("is the tenant itself", () => expect(bound("tenant", [])).toEqual([undefined]));

  it("is each center that is there, of the types that it is for", () => {
    const centers = [
      hosted("a", 1),
      hosted("b", 2, { standing: "applying" }),
      hosted("c", 1, { type: "desk" }),
      hosted("d", 1, { standing: "exited" }),
    ];
    expect(bound("center", centers)).toEqual(["a", "c"]);
    expect(bound("center", centers, ["desk"])).toEqual(["c"]);
  });

  it("is each institution, or each that has a center", () => {
    const centers = [hosted("a", 2), hosted("b", 3, { standing: "applying" })];
    expect(bound("institution", centers)).toEqual(["institution-1", "institution-2", "institution-3"]);
    expect(bound("host", centers)).toEqual(["institution-2"]);
    expect(bound("host", centers, ["desk"])).toEqual([]);
  });

  it("is each institution that takes part in a center", () => {
    const links = [
      joint("uscc-2"),
      joint("uscc-3", { to: "2026-05-01" }),
      { ...joint("uscc-1"), role: "partner" as const },
    ];
    expect(bound("joint", [hosted("a", 1, { links })])).toEqual(["institution-2"]);
  });
});
