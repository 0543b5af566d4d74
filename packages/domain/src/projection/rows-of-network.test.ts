import { describe, expect, it } from "vitest";
import type { Link } from "../contract/links.ts";
import { emptyInstitution } from "../history/begin.ts";
import { HOST, lab, policiesOf, SMALL_POLICY, under } from "../testing/small-network.ts";
import { factRecordRows, partiesOf, rootPartyRows } from "./rows-of-network.ts";

const beside = (space: number | undefined, more: Partial<Link> = {}): Link => ({
  key: `beside-${space ?? "nobody"}`,
  role: "joint",
  name: "外单位",
  from: "2026-01-01",
  ...(space === undefined ? {} : { space }),
  ...more,
});

describe("the parties of a root", () => {
  it("are the spaces beside its own institution today, each once and in order", () => {
    const links = [
      beside(100),
      beside(12),
      beside(12, { role: "core" }),
      beside(HOST.party),
      beside(undefined),
    ];
    expect(partiesOf(lab("a", { links }))).toEqual([12, 100]);
    expect(partiesOf(lab("a", { links: [beside(12, { to: "2026-05-01" })] }))).toEqual([]);
    expect(partiesOf(emptyInstitution("i", HOST))).toEqual([]);
  });

  it("are kept with their days, former ones too", () => {
    const links = [beside(12), beside(undefined), beside(13, { role: "core", to: "2026-05-01" })];
    const PARTY = {
      root_id: "a",
      link_key: "beside-12",
      party_id: HOST.party,
      space_id: 12,
      role: "joint",
      from_day: "2026-01-01",
      to_day: null,
    };
    expect(rootPartyRows(lab("a", { links }))).toStrictEqual([
      PARTY,
      { ...PARTY, link_key: "beside-13", space_id: 13, role: "core", to_day: "2026-05-01" },
    ]);
  });
});

it("what a center adds to shared collections is stored as far as it is known", () =>
  expect(factRecordRows(policiesOf(SMALL_POLICY), lab("a", { links: [under("up")] }))).toStrictEqual([
    {
      root_id: "a",
      collection: "designations",
      record_key: "center",
      party_id: HOST.party,
      body: {
        root: "a",
        type: "lab",
        name: "实验室 a",
        standing: "established",
        tier: "municipal",
        host: HOST.uscc,
        unit: "甲医院",
        hosts: [HOST.uscc],
        parent: "up",
        city: "甲市",
        universities: [],
      },
    },
  ]));
