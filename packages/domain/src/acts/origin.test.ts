import { describe, expect, it } from "vitest";
import type { ReceivedDispatch } from "../contract/dispatches.ts";
import { emptyTenant } from "../history/begin.ts";
import { HOST } from "../testing/events.ts";
import { at, MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { originOf } from "./origin.ts";
import { sceneOf } from "./scene.ts";

const ORIGIN = { tenant: 9, center: "city-center" };
const body = { center: "city-center", name: "市级中心", uscc: HOST.uscc } as ReceivedDispatch["body"];
const RECOMMENDED: ReceivedDispatch = {
  tenant: 9,
  root: "city-center",
  key: "k1",
  kind: "recommendation",
  title: "推荐升级",
  by: "市卫健委",
  party: 11,
  body,
};
const LINK = {
  key: "id",
  role: "origin",
  name: "市级中心",
  uscc: HOST.uscc,
  tenant: 9,
  center: "city-center",
  external: "市卫健委",
};
const NOTHING = {
  obstacle: {
    pending: false,
    violation: {
      code: "nothing-to-act-on",
      params: { what: { zh: "收到的推荐", en: "recommendation that came in" } },
      clauses: [],
      field: "origin",
    },
  },
};

/** The origin of an application where these dispatches came in. */
function from(
  received: ReceivedDispatch[] | undefined,
  named: { origin?: typeof ORIGIN } = { origin: ORIGIN },
) {
  const pin = { policy: "odd", version: 1, hash: "h1" };
  const scene = sceneOf(
    { tenant: 1, current: { pin, policy: ODD_POLICY }, byHash: {} },
    {
      tenant: emptyTenant("t1"),
      centers: [],
      sets: {},
      ...(received === undefined ? {} : { received }),
    },
    { now: at("2026-04-07"), hat: MANAGER, holidays: {}, ids: () => "id" },
  );
  return originOf(scene, { kind: "open-case", procedure: "entry", year: 2026, ...named }, HOST);
}

describe("the center of another tenant from which an application comes", () => {
  it("is linked as its recommendation says", () => {
    expect(from([RECOMMENDED])).toEqual({ link: LINK });
    expect(from([{ ...RECOMMENDED, body: { ...body, tier: "municipal" } }])).toEqual({
      link: { ...LINK, tier: "municipal" },
    });
  });

  it("may have been answered, but not sent back", () => {
    expect(from([{ ...RECOMMENDED, outcome: "taken-up" }])).toEqual({ link: LINK });
    expect(from([{ ...RECOMMENDED, outcome: "received" }])).toEqual({ link: LINK });
    expect(from([{ ...RECOMMENDED, outcome: "returned" }])).toEqual(NOTHING);
  });

  it.each<[string, Partial<ReceivedDispatch>]>([
    ["a filing", { kind: "filing" }],
    ["another tenant's", { tenant: 8 }],
    ["another center's", { root: "other-center" }],
    ["another institution's", { body: { ...body, uscc: "OTHER" } }],
  ])("is not made by %s", (_, more) => {
    expect(from([{ ...RECOMMENDED, ...more }])).toEqual(NOTHING);
  });

  it("is none where nothing came in, and is not asked for where none is named", () => {
    expect(from([])).toEqual(NOTHING);
    expect(from(undefined)).toEqual(NOTHING);
    expect(from([RECOMMENDED], {})).toBeUndefined();
  });
});
