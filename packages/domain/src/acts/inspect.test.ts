import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { at, INSPECTOR, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { factsFor } from "../testing/ledger.ts";
import type { Life } from "../testing/life.ts";
import { apply, designate } from "../testing/steps.ts";
import { withStage } from "../testing/changed-policy.ts";
import type { AbilityPlace, ActionOf } from "./act.ts";

const policy = Policy.parse(pack);
const DAY = "2024-05-07";
const VISIT = "visit";
const altered = (more: object): Policy => ({
  ...policy,
  procedures: policy.procedures.map((one) => (one.key === "inspection" ? { ...one, ...more } : one)),
});

const visiting = (life: Life, center: string): ActionOf<"inspect"> => ({
  kind: "inspect",
  center,
  procedure: "inspection",
  answers: life.answers("inspection"),
  findings: [],
});

function designated(under = policy) {
  const life = newLife(under);
  const [entry = ""] = designate(life, ["骨科中心"]);
  const center = life.centerOf(entry).id;
  const visit = visiting(life, center);
  const offered = (place: AbilityPlace) =>
    abilitiesFor(life.ledger().policies, factsFor(life.ledger(), INSPECTOR), {
      env: life.env(INSPECTOR, at(DAY)),
      place,
    }).filter(({ act }) => act === "inspect");
  return { life, entry, center, visit, offered };
}

describe("an inspection", () => {
  it("is opened, recorded with each of its findings, and closed in one act", () => {
    const { life, entry, center, visit } = designated();
    const findings = [
      { text: "台账不全", due: "2024-06-30" },
      { text: "设备闲置", kind: "waste" },
    ];
    const { events } = life.must(INSPECTOR, at(DAY), { ...visit, findings });
    const kase = life.centerOf(entry).cases.at(-1);
    const about = {
      root: { kind: "center", id: center },
      onDay: DAY,
      consulted: ["procedures/inspection/stages/visit"],
    };
    const found = life.centerOf(entry).findings.map(({ id }) => id);
    expect(new Set(found).size).toBe(2);
    expect(events.slice(-5)).toEqual([
      {
        ...about,
        kind: "opened",
        body: {
          case: kase?.id,
          procedure: "inspection",
          purpose: "inspection",
          year: 2024,
          pin: life.ledger().policies.current.pin,
        },
      },
      {
        ...about,
        kind: "inspected",
        body: { case: kase?.id, stage: "visit", answers: visit.answers },
      },
      {
        ...about,
        kind: "found",
        body: { case: kase?.id, finding: found[0], text: "台账不全", due: "2024-06-30" },
      },
      {
        ...about,
        kind: "found",
        body: { case: kase?.id, finding: found[1], text: "设备闲置", kind: "waste" },
      },
      { ...about, kind: "closed", body: { case: kase?.id, why: "done" } },
    ]);
    expect(kase?.state).toBe("closed");
  });

  it("is recorded as its form asks", () => {
    const { life, visit } = designated();
    expect(life.asks(INSPECTOR, at(DAY), { ...visit, answers: { record: {} } })).toMatchObject({
      kind: "refused",
      violations: [{ code: "field-missing", field: "record/summary" }],
    });
  });

  it("needs no record where the stage has no form", () => {
    const { life, entry, visit } = designated(withStage(policy, VISIT, { form: undefined }));
    life.must(INSPECTOR, at(DAY), { ...visit, answers: {} });
    expect(life.centerOf(entry).cases.at(-1)).toMatchObject({ procedure: "inspection", state: "closed" });
  });

  it("is the inspector's, or whose the policy says", () => {
    const { life, visit } = designated();
    expect(life.asks(OFFICER, at(DAY), visit)).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["inspector"] } }],
    });
    expect(life.blocked(MANAGER, at(DAY), visit)).toBe("refused: not-your-role");
    const byOfficer = designated(withStage(policy, VISIT, { by: { role: "authority" } }));
    byOfficer.life.must(OFFICER, at(DAY), byOfficer.visit);
  });

  it("is of a center that is there, by a procedure that is an inspection of its type", () => {
    const { life, visit } = designated();
    const nothing = "refused: nothing-to-act-on";
    expect(life.blocked(INSPECTOR, at(DAY), { ...visit, center: "nowhere" })).toBe(nothing);
    expect(life.blocked(INSPECTOR, at(DAY), { ...visit, center: "tenant-root" })).toBe(nothing);
    expect(life.blocked(INSPECTOR, at(DAY), { ...visit, procedure: "recheck" })).toBe(nothing);
    expect(life.blocked(INSPECTOR, at(DAY), { ...visit, procedure: "nothing" })).toBe(nothing);
    const other = designated(altered({ for: ["institute"] }));
    expect(other.life.blocked(INSPECTOR, at(DAY), other.visit)).toBe(nothing);
    expect(other.offered({ kind: "center", center: other.center })).toEqual([]);
  });

  it("is of those whom the policy inspects, and in its time", () => {
    const life = newLife(policy);
    const center = life.centerOf(apply(life, "骨科中心")).id;
    const visit = visiting(life, center);
    const [starts] = policy.procedures.flatMap(({ key, starts: one }) => (key === "inspection" ? [one] : []));
    expect(life.blocked(INSPECTOR, at("2022-10-24"), visit)).toBe("refused: standing-wrong");
    const when = { kind: "yearly", from: "06-01", to: "06-30" };
    const yearly = designated(altered({ starts: { ...starts, when } }));
    expect(yearly.life.asks(INSPECTOR, at("2024-05-31"), yearly.visit)).toMatchObject({
      violations: [{ code: "window-not-open", earliest: at("2024-06-01", "00:00:00") }],
    });
    yearly.life.must(INSPECTOR, at("2024-06-01", "00:00:00"), yearly.visit);
  });

  it("is offered at the center, by its procedure, and nowhere else", () => {
    const { center, entry, offered } = designated();
    expect(offered({ kind: "center", center })).toEqual([
      { act: "inspect", procedure: "inspection", verdict: { kind: "allowed" } },
    ]);
    expect(offered({ kind: "case", case: entry })).toEqual([]);
    expect(offered({ kind: "tenant" })).toEqual([]);
  });
});
