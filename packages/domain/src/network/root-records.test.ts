import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { at, MANAGER, newLife, RIVAL_MANAGER, USCC } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { apply, designate } from "../testing/steps.ts";
import { rootRecords, type SharedCollection } from "./root-records.ts";

const records = (life: ReturnType<typeof newLife>, center: CenterFacts, collection: SharedCollection) =>
  rootRecords(life.ledger().policies, center).filter((one) => one.collection === collection);

describe("what a center adds to the collections that look beyond it", () => {
  test("is an application once it was handed in, until it is taken back", () => {
    const life = newLife(Policy.parse(pack));
    const id = apply(life, "骨科中心");
    const center = life.centerOf(id);
    expect(records(life, center, "applications")).toMatchObject([
      {
        key: id,
        record: {
          root: center.id,
          application: id,
          type: "stic",
          name: "骨科中心",
          standing: "applying",
          tier: "district",
          host: USCC,
          unit: "甲医院",
          hosts: [USCC],
          city: "甲市",
          universities: [],
          year: 2022,
          call: 2022,
          on: "2022-10-21",
        },
      },
    ]);
    expect(records(life, center, "designations")).toEqual([]);
    const draft = life.open(MANAGER, at("2022-10-21"), { procedure: "entry", year: 2022 });
    expect(records(life, life.centerOf(draft), "applications")).toEqual([]);
    life.must(MANAGER, at("2022-10-22"), { kind: "withdraw", case: id, stage: "collect" });
    expect(records(life, life.centerOf(id), "applications")).toEqual([]);
  });

  test("is a designation, with who stands beside it", () => {
    const life = newLife(Policy.parse(pack));
    const [id = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(id);
    const link = { key: "l", name: "乙医院", from: "2022-11-10" };
    const links: CenterFacts["links"] = [
      { ...link, role: "joint", uscc: "1".repeat(18) },
      { ...link, key: "m", role: "joint", name: "外地医院" },
      { ...link, key: "n", role: "parent-center", center: "c9" },
      { ...link, key: "o", role: "channel", name: "乙市卫健委" },
    ];
    const host = { ...center.host, university: "甲大学", region: "西部", province: "重庆市" };
    const values = { "application.field": "heart", "center.director": { name: "主任甲" } };
    const [found] = records(life, { ...center, host, links, values }, "designations");
    expect(found).toMatchObject({
      key: "center",
      record: {
        standing: "building",
        on: "2022-11-10",
        year: 2022,
        call: 2022,
        field: "heart",
        director: "主任甲",
        hosts: [USCC, "1".repeat(18), "外地医院"],
        parent: "c9",
        channel: "乙市卫健委",
        universities: ["甲大学"],
        region: "西部",
        province: "重庆市",
      },
    });
    const { "center.designated-on": _on, ...dates } = center.dates;
    expect(records(life, { ...center, dates }, "designations")[0]?.record["on"]).toBe("2022-11-10");
  });

  test("is a consent that holds, by the party that gave it", () => {
    const life = newLife(ODD_POLICY);
    const beside = { channel: 12, parties: [{ role: "partner" as const, space: 12 }] };
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...beside });
    const center = life.centerOf(id);
    const word = {
      stage: "partner",
      given: true,
      words: "同意",
      on: "2026-04-07",
      at: at("2026-04-07"),
      who: RIVAL_MANAGER,
    } satisfies CaseFacts["consents"][number];
    const given = (...consents: CaseFacts["consents"]) =>
      records(
        life,
        { ...center, cases: center.cases.map((kase) => ({ ...kase, consents })) },
        "consents",
      ).map(({ record }) => record);
    const [link] = center.links.filter(({ role }) => role === "partner");
    expect(given(word)).toEqual([
      {
        root: center.id,
        stage: "partner",
        by: link?.uscc ?? link?.name,
        "by-tier": link?.tier,
        application: id,
        on: "2026-04-07",
        field: undefined,
      },
    ]);
    expect(given({ ...word, given: false })).toEqual([]);
    expect(given(word, { ...word, given: false })).toEqual([]);
    expect(given({ ...word, given: false }, word)).toHaveLength(1);
    expect(given({ ...word, ended: { on: "2026-04-08", words: "不再合作" } })).toEqual([]);
    expect(given({ ...word, stage: "nowhere" })).toMatchObject([{ by: "乙医院", stage: "nowhere" }]);
  });
});
