import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { withProcedure } from "../testing/changed-policy.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, OFFICER } from "../testing/life.ts";
import { bases, pointsLife } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import type { AbilityPlace } from "./act.ts";
import { campaignPlaces, isCampaign } from "./open-campaign.ts";

const DAY = at("2027-04-10");
const ROUND = { zh: "三年评估", en: "three-year evaluation" };
const campaign = { kind: "open-campaign", procedure: "round", year: 2027 } as const;
const nothing = (what: object) => ({
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what }, clauses: [] }],
});

/** Three bases, whose evaluation comes three years after 10 April 2024. */
function begun(policy: Policy = POINTS_POLICY) {
  const life = pointsLife(3, policy);
  const ids = bases(life, [800, 700, 600]);
  return { life, centers: ids.map((id) => life.centerOf(id).id) };
}

describe("opening a procedure for everybody whom it is for", () => {
  it("opens a case of each center in its own stream", () => {
    const { life, centers } = begun();
    const { events } = life.must(OFFICER, DAY, campaign);
    const opened = events.filter(({ kind }) => kind === "opened");
    const { pin } = life.ledger().policies.current;
    expect(opened).toEqual(
      life.ledger().centers.map((center) => ({
        root: { kind: "center", id: center.id },
        kind: "opened",
        body: {
          case: center.cases.at(-1)?.id,
          procedure: "round",
          purpose: "evaluation",
          year: 2027,
          pin,
        },
        onDay: "2027-04-10",
        consulted: ["procedures/round/starts"],
      })),
    );
    expect(new Set(opened.map(({ root }) => root.id))).toEqual(new Set(centers));
  });

  it("leaves out who has its case already, and is nothing once all have it", () => {
    const { life, centers } = begun();
    const [first = ""] = centers;
    life.open(OFFICER, DAY, { procedure: "round", year: 2027, center: first });
    const { events } = life.must(OFFICER, DAY, campaign);
    expect(events.filter(({ kind }) => kind === "opened").map(({ root }) => root.id)).toEqual(
      centers.slice(1),
    );
    expect(life.asks(OFFICER, DAY, campaign)).toEqual(nothing(ROUND));
  });

  it("is nothing before the time of anybody has come", () => {
    const { life } = begun();
    expect(life.asks(OFFICER, at("2027-04-09"), campaign)).toEqual(nothing(ROUND));
  });

  it("is the authority's", () => {
    const { life } = begun();
    expect(life.blocked(MANAGER, DAY, campaign)).toMatch(/^refused: not-your-role/);
    expect(life.blocked(LEADER, DAY, campaign)).toMatch(/^refused: not-your-role/);
  });

  it("is of no procedure that a host begins, and of none that there is not", () => {
    const { life } = begun();
    const word = expect.objectContaining({ code: "nothing-to-act-on" });
    for (const procedure of ["yearly", "entry", "nothing"]) {
      expect(life.asks(OFFICER, DAY, { ...campaign, procedure })).toEqual({
        kind: "refused",
        violations: [word],
      });
    }
  });

  it("is offered to the tenant, for each such procedure", () => {
    const { life, centers } = begun();
    const offered = (place: AbilityPlace) =>
      abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER), {
        env: life.env(OFFICER, DAY),
        place,
      }).filter(({ act }) => act === "open-campaign");
    expect(offered({ kind: "tenant" })).toEqual([
      { act: "open-campaign", procedure: "round", verdict: { kind: "allowed" } },
    ]);
    expect(offered({ kind: "center", center: centers[0] ?? "" })).toEqual([]);
  });
});

describe("where each center stands in a campaign", () => {
  it("is its case, or that it can be opened, or why it cannot", () => {
    const { life, centers } = begun();
    const [first = "", second = ""] = centers;
    const id = life.open(OFFICER, DAY, { procedure: "round", year: 2027, center: first });
    life.must(OFFICER, DAY, { kind: "sweep", root: second });
    const scene = life.scene(OFFICER, DAY);
    const gone = scene.facts.centers.map((one) =>
      one.id === second ? { ...one, standing: "exited" as const } : one,
    );
    const places = campaignPlaces({ ...scene, facts: { ...scene.facts, centers: gone } }, campaign);
    expect(
      places.map(({ center, case: kase, obstacles }) => [
        center.id,
        kase?.id,
        obstacles.map(({ violation }) => violation.code),
      ]),
    ).toEqual([
      [first, id, []],
      [second, undefined, ["standing-wrong"]],
      [centers[2], undefined, []],
    ]);
  });

  it("does not count what was taken back, of another year or of another procedure", () => {
    const { life, centers } = begun();
    const [first = ""] = centers;
    life.open(OFFICER, DAY, { procedure: "round", year: 2027, center: first });
    const scene = life.scene(OFFICER, DAY);
    const caseOf = (change: object) => {
      const changed = scene.facts.centers.map((one) =>
        one.id === first ? { ...one, cases: one.cases.map((kase) => ({ ...kase, ...change })) } : one,
      );
      const [place] = campaignPlaces({ ...scene, facts: { ...scene.facts, centers: changed } }, campaign);
      return place?.case;
    };
    expect(caseOf({})).toMatchObject({ procedure: "round", year: 2027 });
    expect(caseOf({ state: "withdrawn" })).toBeUndefined();
    expect(caseOf({ year: 2026 })).toBeUndefined();
    expect(caseOf({ procedure: "yearly" })).toBeUndefined();
  });

  it("is asked of the types of the procedure, and of a campaign alone", () => {
    const { life } = begun(withProcedure(POINTS_POLICY, "round", (one) => ({ ...one, for: ["other"] })));
    expect(campaignPlaces(life.scene(OFFICER, DAY), campaign)).toEqual([]);
    expect(life.asks(OFFICER, DAY, campaign)).toEqual(nothing(ROUND));
    expect(campaignPlaces(begun().life.scene(OFFICER, DAY), { procedure: "yearly", year: 2027 })).toEqual([]);
  });
});

describe("a procedure for a whole cohort", () => {
  const [round] = POINTS_POLICY.procedures.filter(({ key }) => key === "round");
  const asked = (more: object) => round !== undefined && isCampaign({ ...round, ...more });
  it("is over centers, the authority begins it, and it is no visit", () => {
    expect(asked({})).toBe(true);
    expect(asked({ over: "institution" })).toBe(false);
    expect(asked({ starts: { ...round?.starts, by: { role: "host" } } })).toBe(false);
    const visit = { key: "visit", does: "review", by: { role: "inspector" } };
    expect(asked({ purpose: "inspection", stages: [visit] })).toBe(false);
  });
});
