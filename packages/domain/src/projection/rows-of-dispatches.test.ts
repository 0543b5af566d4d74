import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CenterFacts, Filing } from "../contract/facts.ts";
import { handedUp } from "../network/handed-up.ts";
import { HOSPITAL, newLife, OFFICER } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { dispatchRows } from "./rows-of-dispatches.ts";

function handing() {
  const life = newLife(Policy.parse(pack));
  const [id = ""] = designate(life, ["骨科中心"]);
  const { policies } = life.ledger();
  const center = life.centerOf(id);
  const handed = handedUp(policies, center);
  return {
    id,
    life,
    center,
    handed,
    rows: (more: Partial<CenterFacts>) => dispatchRows(policies, { ...center, ...more }),
  };
}

describe("what a center hands to other spaces", () => {
  test("is each recommendation to whoever has a space, counted for its promotion", () => {
    const { center, handed, rows } = handing();
    const one = {
      promotion: "up",
      to: "市级中心",
      opinion: "推荐",
      on: "2023-03-01",
      addressee: { space: 50, name: "市卫健委" },
      handed,
    } as unknown as CenterFacts["recommendations"][number];
    const { addressee: _addressee, ...unaddressed } = one;
    const { handed: _handed, ...bare } = one;
    const found = rows({
      recommendations: [one, { ...one, promotion: "aside" }, unaddressed, bare, { ...one, on: "2024-03-01" }],
    });
    const row = {
      root_id: center.id,
      party_id: HOSPITAL,
      to_space: 50,
      kind: "recommendation",
      promotion_key: "up",
      case_id: null,
      acknowledged_on: null,
      title: "市级中心",
      words: "推荐",
      on_day: "2023-03-01",
      body: handed,
    };
    expect(found).toEqual([
      { ...row, dispatch_key: "recommendation:up:1" },
      { ...row, promotion_key: "aside", dispatch_key: "recommendation:aside:1" },
      { ...row, on_day: "2024-03-01", dispatch_key: "recommendation:up:4" },
    ]);
  });

  test("is word to the tenant of the center that it comes from, once it stands", () => {
    const { center, handed, life, rows } = handing();
    const link = {
      key: "l",
      role: "parent-center",
      name: "总中心",
      center: "c9",
      from: "2022-11-10",
    } as const;
    const origin = { ...link, tenant: 50 } as unknown as CenterFacts["links"][number];
    expect(rows({ links: [origin, link] })).toMatchObject([
      {
        root_id: center.id,
        dispatch_key: "lineage:c9",
        to_space: 50,
        kind: "lineage",
        title: "骨科中心",
        words: "总中心",
        on_day: "2022-11-10",
      },
    ]);
    const [told] = rows({ links: [origin] });
    const { dossier: _dossier, ...known } = handed;
    expect(told?.body).toStrictEqual(known);
    expect(rows({ links: [{ ...origin, to: "2023-01-01" }] })).toEqual([]);
    const { standing: _standing, ...begun } = center;
    expect(dispatchRows(life.ledger().policies, { ...begun, links: [origin] })).toEqual([]);
    for (const standing of ["applying", "declined"] as const)
      expect(rows({ links: [origin], standing })).toEqual([]);
  });

  test("is each filing to whoever of its addressees has a space, with the day of the answer", () => {
    const { id, center, handed, rows } = handing();
    const link = { key: "l", role: "local-authority", name: "乙市", from: "2022-11-10" } as const;
    const links: CenterFacts["links"] = [
      { ...link, role: "channel", space: 62 },
      { ...link, space: 60 },
      { ...link, body: "science", space: 61 },
      { ...link, role: "upper-authority" },
    ];
    const words = { words: "备案", who: OFFICER, on: "2023-03-01" };
    const filing: Filing = {
      ...words,
      stage: "file",
      to: [
        { role: "local-authority" },
        { role: "local-authority", body: "science" },
        { role: "upper-authority" },
        { role: "third-party" },
      ],
      handed,
      acknowledged: [
        { ...words, to: { role: "local-authority", body: "science" }, on: "2023-03-09" },
        { ...words, to: { role: "channel" }, on: "2023-03-10" },
      ],
    };
    const { handed: _handed, ...bare } = filing;
    const cases = center.cases.map((kase) => ({ ...kase, filings: [bare, filing] }));
    const row = {
      root_id: center.id,
      party_id: HOSPITAL,
      kind: "filing",
      promotion_key: null,
      case_id: id,
      title: "骨科中心",
      words: "备案",
      on_day: "2023-03-01",
      body: handed,
    };
    expect(rows({ links, cases })).toStrictEqual([
      { ...row, dispatch_key: `filing:${id}:file:local-authority`, to_space: 60, acknowledged_on: null },
      {
        ...row,
        dispatch_key: `filing:${id}:file:local-authority:science`,
        to_space: 61,
        acknowledged_on: "2023-03-09",
      },
    ]);
    const gone = links.map((one) => ({ ...one, to: "2023-01-01" }));
    expect(rows({ links: gone, cases })).toEqual([]);
  });
});
