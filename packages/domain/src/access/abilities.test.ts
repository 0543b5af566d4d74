import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import type { Hat } from "../contract/basics.ts";
import { factsFor } from "../testing/ledger.ts";
import {
  at,
  INSPECTOR,
  LEADER,
  type Life,
  MANAGER,
  newLife,
  OFFICER,
  RIVAL_MANAGER,
} from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { abilitiesFor } from "./abilities.ts";

/** What a hat may do in the place of a case, each with where it is and what stands in its way. */
function offered(life: Life, hat: Hat, { id, now }: { id: string; now: string }): string[] {
  const abilities = abilitiesFor(life.ledger().policies, factsFor(life.ledger(), hat, id), {
    env: life.env(hat, now),
    place: { kind: "case", case: id },
  });
  return abilities.map(({ verdict, act, told: _told, ...named }) => {
    const codes = verdict.kind === "allowed" ? [] : verdict.violations.map(({ code }) => code);
    return [act, ...Object.entries(named).map(([what, key]) => `${what}=${key}`), ...codes].join(" ");
  });
}

test("everybody is offered what the role may ever do at a case, and told what is in the way", () => {
  const life = newLife(Policy.parse(pack));
  const id = life.open(MANAGER, at("2022-10-21"), { procedure: "entry", year: 2022, name: "骨科中心" });
  const now = at("2022-10-21");
  expect(offered(life, MANAGER, { id, now })).toEqual([
    `submit case=${id} stage=collect`,
    `withdraw case=${id} stage=collect wrong-state`,
  ]);
  expect(offered(life, LEADER, { id, now })).toEqual([
    `decide case=${id} stage=decide wrong-state`,
    `settle case=${id}`,
    `extend case=${id}`,
  ]);
  expect(offered(life, OFFICER, { id, now })).toEqual([
    `return case=${id} stage=collect nothing-to-act-on`,
    `check case=${id} stage=collect nothing-to-act-on`,
    `hold-meeting case=${id} stage=seminar wrong-state`,
    `assign case=${id} stage=assess wrong-state`,
    `conclude case=${id} stage=assess wrong-state`,
    `propose case=${id} stage=decide wrong-state`,
    `issue case=${id} stage=publish wrong-state`,
    `settle case=${id}`,
    `extend case=${id}`,
  ]);
  for (const hat of [RIVAL_MANAGER, INSPECTOR]) expect(offered(life, hat, { id, now })).toEqual([]);
});

test("a waiver is offered at its rule", () => {
  const life = newLife(ODD_POLICY);
  const beside = { channel: 12, parties: [{ role: "partner" as const, space: 12 }] };
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...beside });
  const waivers = offered(life, LEADER, { id, now: at("2026-03-21") }).filter((one) =>
    one.startsWith("waive"),
  );
  expect(waivers).toEqual([`waive case=${id} path=conditions/beds`]);
});
