import { assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { lintPolicy, Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { at, LEADER, MANAGER, newLife } from "./life.ts";
import { renamedPack } from "./renamed-pack.ts";
import { accept, decideOn, designate, settleLine, settlePanel } from "./steps.ts";

/** What happens to two centers, without any word of the pack. */
function story(policy: Policy) {
  const life = newLife(policy);
  const [first = "", second = ""] = designate(life, ["骨科中心", "口腔中心"]);
  const yearly = life.parts.procedure("report", "center");
  const center = life.centerOf(first).id;
  const report = life.open(MANAGER, at("2022-12-05"), { procedure: yearly.key, year: 2022, center });
  const stage = life.parts.stage(yearly, "submit");
  life.must(MANAGER, at("2022-12-05"), {
    kind: "submit",
    case: report,
    stage: stage.key,
    answers: life.answers(stage.form),
  });
  settlePanel(life, "evaluation", { day: "2025-11-11" });
  const passing = accept(life, first, 80);
  const deciding = life.parts.stage(life.parts.procedure("evaluation"), "decide").key;
  const decide = {
    kind: "decide" as const,
    case: passing,
    stage: deciding,
    outcome: "approve" as const,
    opinion: "",
  };
  const pending = life.blocked(LEADER, at("2025-11-13"), decide);
  decideOn(life, accept(life, second, 79.99), { day: "2025-11-13" });
  settleLine(life, 90, "2025-11-14");
  decideOn(life, passing, { day: "2025-11-14" });
  return {
    pending,
    centers: life.ledger().centers.map(({ standing, means, score, spans }) => ({
      standing,
      means,
      score,
      spans: spans.map((span) => span.standing),
    })),
    events: life.ledger().events.map((event) => event.kind),
  };
}

const keysIn = (document: object): string[] =>
  [...JSON.stringify(document).matchAll(/"key":"([^"]+)"/g)].map((match) => match[1] ?? "");

describe("a pack whose every key and label has another name", () => {
  it("leads to the same life", () => {
    const original = story(Policy.parse(pack));
    expect(original).toMatchObject({
      pending: "pending: open-value",
      centers: [
        { standing: "established", means: "pass" },
        { standing: "rectifying", means: "fail" },
      ],
    });
    assert(
      property(nat(1e9), (seed) => {
        const renamed = renamedPack(pack, (n) => `k${(seed * 31 + n * 7919).toString(36)}-${n}`);
        expect(lintPolicy(renamed).filter((finding) => finding.level === "error")).toEqual([]);
        expect(keysIn(renamed).filter((key) => keysIn(pack).includes(key))).toEqual([]);
        expect(story(renamed)).toEqual(original);
      }),
      { numRuns: 5 },
    );
  });
});
