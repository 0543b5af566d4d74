import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, EXPERTS, hatOf, newLife, OFFICER } from "../testing/life.ts";
import { apply, assess, assignAll, settlePanel } from "../testing/steps.ts";
import { refusing } from "../testing/refusing.ts";

const policy = Policy.parse(pack);
const DAY = at("2022-10-26");
const [FIRST = OFFICER, SECOND = OFFICER] = EXPERTS;
const refused = refusing([]);

function assigned() {
  const life = newLife(policy);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  const stage = assignAll(life, id, "2022-10-25");
  return { life, id, recusing: { kind: "recuse", case: id, stage, reason: "共同课题" } as const };
}

describe("an expert who stands back", () => {
  it("says why, and is heard no more", () => {
    const { life, id, recusing } = assigned();
    expect(life.must(FIRST, DAY, recusing).events).toStrictEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "recused",
        body: {
          case: id,
          stage: "assess",
          user: FIRST.user,
          name: FIRST.name,
          reason: "共同课题",
          rule: "declared",
        },
        onDay: "2022-10-26",
        consulted: ["procedures/entry/stages/assess"],
      },
    ]);
    expect(life.asks(FIRST, DAY, recusing)).toStrictEqual(
      refused({ code: "recused", params: { reason: "共同课题" } }),
    );
    life.must(SECOND, DAY, recusing);
  });

  it("was put on the case, and has not answered yet", () => {
    const { life, recusing } = assigned();
    const stage = policy.procedures
      .flatMap(({ stages }) => stages)
      .find(({ key }) => key === "assess")?.label;
    expect(life.asks(hatOf("expert", 0, 9), DAY, recusing)).toStrictEqual(
      refused({ code: "not-assigned", params: { stage } }),
    );
    const answered = newLife(policy);
    const id = apply(answered, "骨科中心");
    settlePanel(answered, "entry", { day: "2022-10-24" });
    assess(answered, id);
    expect(answered.asks(FIRST, DAY, { ...recusing, case: id })).toStrictEqual(
      refused({ code: "already-done", params: { what: stage } }),
    );
  });

  it("stands back from a review, while it is going on", () => {
    const { life, recusing } = assigned();
    expect(life.blocked(FIRST, DAY, { ...recusing, stage: "decide" })).toBe("refused: nothing-to-act-on");
    const early = newLife(policy);
    const id = early.open(hatOf("institution-manager", 11), at("2022-10-21"), {
      procedure: "entry",
      year: 2022,
      name: "骨科中心",
    });
    expect(early.blocked(FIRST, DAY, { ...recusing, case: id })).toBe("refused: wrong-state");
  });
});
