import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { handedUp } from "../network/handed-up.ts";
import { HOSPITAL, newLife } from "../testing/life.ts";
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
    const { center, rows } = handing();
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
    for (const standing of ["applying", "declined"] as const)
      expect(rows({ links: [origin], standing })).toEqual([]);
  });
});
