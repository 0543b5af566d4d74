import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { HOSPITAL, newLife, USCC } from "../testing/life.ts";
import { apply, designate } from "../testing/steps.ts";
import { project } from "./project.ts";

const FIELDS = {
  key: "fields",
  label: { zh: "领域", en: "fields" },
  because: ["s1"],
  items: [{ key: "heart", label: { zh: "心血管", en: "heart" } }],
};

/** The pack of a district whose first type has fields. */
function policyWith(type: object) {
  const [first, ...others] = pack.types;
  return Policy.parse({ ...pack, lists: [...pack.lists, FIELDS], types: [{ ...first, ...type }, ...others] });
}

function designated(type: object = { fields: "fields" }) {
  const life = newLife(policyWith(type));
  const [id = ""] = designate(life, ["骨科中心"]);
  const seen = (more: Partial<CenterFacts> = {}) => {
    const rows = project(life.ledger().policies, { ...life.centerOf(id), ...more });
    return { network: rows.network_center[0], everybody: rows.public_center[0] };
  };
  return { life, center: life.centerOf(id), seen };
}

describe("what the network sees of a center", () => {
  test("is nothing before it is designated, and nothing of persons", () => {
    const life = newLife(policyWith({}));
    const applying = project(life.ledger().policies, life.centerOf(apply(life, "骨科中心")));
    expect([applying.network_center, applying.public_center]).toEqual([[], []]);
    const { seen } = designated({ subject: "person" });
    expect(seen()).toEqual({ network: undefined, everybody: undefined });
  });

  test("is its register entry, shown to those that are party to it", () => {
    const { center, seen } = designated();
    expect(seen().network).toEqual({
      center_id: center.id,
      party_id: HOSPITAL,
      shown_to: [HOSPITAL],
      name: "骨科中心",
      host_name: "甲医院",
      uscc: USCC,
      type_key: "stic",
      tier: "district",
      field: "",
      place: "",
      standing: "building",
      grade_key: "",
      body: {
        typeLabel: "医学科技创新中心",
        designatedOn: "2022-11-10",
        termEndsOn: center.termEndsOn,
        spans: [{ from: "2022-11-10", standing: "building" }],
        links: [],
        waivers: [],
      },
    });
  });

  test("names field, place, grade and score in the tenant's own words", () => {
    const { center, seen } = designated();
    const place = { host: { ...center.host, regionCode: "500102" } };
    const graded = { grade: "pass", means: "pass", score: "80.5" };
    expect(seen({ ...place, ...graded, values: { "application.field": "heart" } }).network).toMatchObject({
      field: "心血管",
      place: "500102",
      grade_key: "pass",
      body: {
        field: "heart",
        fieldLabel: "心血管",
        place: "500102",
        grade: { key: "pass", label: "合格", means: "pass" },
        score: "80.5",
      },
    });
    const renamed = { "application.field": "heart", "center.field": "unheard-of" };
    expect(seen({ values: renamed }).network?.body).toMatchObject({ fieldLabel: "unheard-of" });
    expect(seen({ grade: "splendid" }).network?.body.grade).toEqual({ key: "splendid", label: "splendid" });
  });

  test("tells its parties, from and to, and shows itself to those that are still there", () => {
    const { seen } = designated();
    const joint = { key: "l1", role: "joint" as const, name: "乙医院", space: 12, from: "2022-11-10" };
    const above = {
      key: "l2",
      role: "parent-center" as const,
      name: "总中心",
      center: "c9",
      space: 5,
      from: "2022-11-10",
    };
    const gone = { ...joint, key: "l3", name: "丙医院", space: 13, to: "2023-01-01" };
    const { network, everybody } = seen({ links: [joint, above, gone] });
    expect(network?.shown_to).toEqual([5, HOSPITAL, 12]);
    expect(network?.body.links).toEqual([
      { role: "joint", name: "乙医院", space: 12, from: "2022-11-10" },
      { role: "parent-center", name: "总中心", center: "c9", space: 5, from: "2022-11-10" },
      { role: "joint", name: "丙医院", space: 13, from: "2022-11-10", to: "2023-01-01" },
    ]);
    expect(everybody?.above).toBe("总中心");
    expect(seen({ links: [{ ...above, to: "2023-01-01" }] }).everybody?.above).toBeNull();
  });

  test("prints waivers with their reason, under the label of the rule", () => {
    const { center, seen } = designated();
    const waiver = { path: "conditions/ready", reason: "专科特色突出", until: "2023-12-31" };
    const cases = center.cases.map((kase) => ({
      ...kase,
      waivers: [
        waiver,
        { path: "conditions/none", reason: "不明" },
      ] as CenterFacts["cases"][number]["waivers"],
    }));
    const { network, everybody } = seen({ cases });
    expect(network?.body.waivers).toEqual([
      { ...waiver, label: "具备打造科创中心的条件" },
      { path: "conditions/none", label: "conditions/none", reason: "不明" },
    ]);
    expect(everybody?.waivers).toEqual([
      { label: "具备打造科创中心的条件", reason: "专科特色突出", until: "2023-12-31" },
      { label: "conditions/none", reason: "不明" },
    ]);
  });
});

describe("what everybody reads", () => {
  test("is the line of the register, without grade and score", () => {
    const { center, seen } = designated();
    expect(seen({ grade: "pass", score: "80" }).everybody).toEqual({
      center_id: center.id,
      party_id: HOSPITAL,
      name: "骨科中心",
      host_name: "甲医院",
      type_key: "stic",
      type_label: "医学科技创新中心",
      tier: "district",
      field: "",
      place: "",
      standing: "building",
      standing_word: "建设单位",
      since: "2022-11-10",
      until: center.termEndsOn,
      above: null,
      waivers: [],
    });
  });

  test("ends with the standing of a center that is no more", () => {
    const { center, seen } = designated();
    const ended = (standing: "revoked" | "exited") =>
      seen({ standing, spans: [...center.spans, { from: "2024-05-01", standing, seq: 99 }] }).everybody;
    expect(ended("revoked")?.until).toBe("2024-05-01");
    expect(ended("exited")?.until).toBe("2024-05-01");
    const { termEndsOn: _, ...endless } = center;
    const { life } = designated();
    expect(project(life.ledger().policies, endless).public_center[0]?.until).toBeNull();
  });
});
