import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, hatOf, INSPECTOR, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { designate } from "../testing/steps.ts";
import { clear } from "./clear.ts";

const policy = Policy.parse(pack);
const NOTHING = {
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what: { zh: "督查", en: "inspect" } }, clauses: [] }],
};

/** A center at which something was found, on 7 May 2024; another at which nothing was. */
function inspected() {
  const life = newLife(policy);
  const [entry = "", calm = ""] = designate(life, ["骨科中心", "口腔中心"]);
  const center = life.centerOf(entry).id;
  life.must(INSPECTOR, at("2024-05-07"), {
    kind: "inspect",
    center,
    procedure: "inspection",
    answers: life.answers("inspection"),
    findings: [{ text: "台账不全", due: "2024-06-30" }, { text: "印章未备" }],
  });
  const [first, second] = life.centerOf(entry).findings;
  return { life, center, calm: life.centerOf(calm).id, first, second };
}

describe("what was found", () => {
  it("is cleared with a word on how, by who inspects or the authority", () => {
    const { life, center, first, second } = inspected();
    const clearing = { kind: "clear", center, finding: first?.id ?? "", how: "已补齐" } as const;
    expect(life.blocked(MANAGER, at("2024-06-01"), clearing)).toBe("refused: not-your-role");
    expect(life.blocked({ ...OFFICER, party: 2 }, at("2024-06-01"), clearing)).toBe("refused: not-your-case");
    expect(life.must(INSPECTOR, at("2024-06-01"), clearing).events).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "cleared",
        onDay: "2024-06-01",
        body: { finding: first?.id, case: first?.case, how: "已补齐" },
        consulted: [],
      },
    ]);
    life.must(OFFICER, at("2024-06-02"), { ...clearing, finding: second?.id ?? "" });
  });
  it("is cleared once, and nothing else is", () => {
    const { life, center, calm, first, second } = inspected();
    const clearing = { kind: "clear", center, finding: first?.id ?? "", how: "已补齐" } as const;
    life.must(INSPECTOR, at("2024-06-01"), clearing);
    const again = life.asks(INSPECTOR, at("2024-06-02"), clearing);
    expect(again).toMatchObject({ kind: "refused", violations: [{ code: "nothing-to-act-on" }] });
    life.must(INSPECTOR, at("2024-06-02"), { ...clearing, finding: second?.id ?? "" });
    expect(life.asks(INSPECTOR, at("2024-06-03"), clearing)).toEqual(again);
    expect(life.asks(INSPECTOR, at("2024-06-03"), { ...clearing, center: calm })).toEqual(again);
    expect(life.asks(INSPECTOR, at("2024-06-03"), { ...clearing, center: "nowhere" })).toEqual(again);
    expect(again).toEqual(NOTHING);
  });
  it("is offered at its center alone", () => {
    const { life, center, calm } = inspected();
    const scene = life.scene(hatOf("inspector", 1), at("2024-06-01"));
    expect(clear.offersAt(scene, { kind: "center", center })).toEqual([{ root: center }]);
    expect(clear.offersAt(scene, { kind: "center", center: calm })).toEqual([]);
    expect(clear.offersAt(scene, { kind: "center", center: "nowhere" })).toEqual([]);
    expect(clear.offersAt(scene, { kind: "tenant" })).toEqual([]);
    expect(clear.check(scene, { root: center })).toEqual([]);
    const [nothing, ...more] = clear.check(scene, { root: calm });
    expect([nothing?.violation, more]).toEqual([NOTHING.violations[0], []]);
    expect(clear.doersAt(scene, {})).toBeUndefined();
    expect(clear.doersAt(scene, { root: scene.facts.tenant.id })).toBeUndefined();
  });
});
