import { describe, expect, it } from "vitest";
import type { Policy } from "@yichuang/policy";
import { Policy as PolicySchema } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { at, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { apply, assess, designate, settlePanel } from "../testing/steps.ts";

const policy: Policy = PolicySchema.parse(pack);

/** The same policy whose entry ends, beside its meeting, with the experts' word. */
const endsWithReview: Policy = {
  ...policy,
  procedures: policy.procedures.map((procedure) =>
    procedure.purpose === "entry"
      ? {
          ...procedure,
          stages: procedure.stages.filter(({ does }) => ["submit", "meet", "review"].includes(does)),
        }
      : procedure,
  ),
};

const conclude = (life: Life, id: string, stage: string) =>
  life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });

function meet(life: Life, id: string) {
  const { key, form } = life.parts.stage(life.parts.procedure("entry"), "meet");
  const answers = life.answers(form);
  const { procedure, year } = life.caseAt(id);
  life.must(OFFICER, at("2022-12-20"), {
    kind: "hold-meeting",
    procedure,
    year,
    stage: key,
    cases: [id],
    answers,
  });
}

describe("a case whose last stage decides nothing", () => {
  it("is closed by the authority's word on a report that is all there is", () => {
    const life = newLife(policy);
    const [entry = ""] = designate(life, ["骨科中心"]);
    const center = life.centerOf(entry).id;
    const id = life.open(MANAGER, at("2022-12-20"), { procedure: "yearly-report", year: 2022, center });
    const answers = life.answers("december");
    life.must(MANAGER, at("2022-12-20"), { kind: "submit", case: id, stage: "report", answers });
    expect(life.caseAt(id).state).toBe("submitted");
    life.must(OFFICER, at("2022-12-21"), { kind: "check", case: id, stage: "report", opinion: "已阅" });
    expect(life.caseAt(id).state).toBe("closed");
  });

  it("stays open after a word on a dossier that others wait for", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const stage = life.parts.stage(life.parts.procedure("entry"), "submit").key;
    life.must(OFFICER, at("2022-10-22"), { kind: "check", case: id, stage, opinion: "齐全" });
    expect(life.caseAt(id).state).not.toBe("closed");
  });

  it("waits for the meeting beside its review, and is closed by whichever is last", () => {
    const life = newLife(endsWithReview);
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    conclude(life, id, assess(life, id));
    expect(life.caseAt(id).state).not.toBe("closed");
    meet(life, id);
    expect(life.caseAt(id).state).toBe("closed");
  });

  it("is closed by its review where the meeting was held before", () => {
    const life = newLife({
      ...endsWithReview,
      procedures: endsWithReview.procedures.map((procedure) => ({
        ...procedure,
        stages: procedure.stages.filter(({ does }) => procedure.purpose !== "entry" || does !== "meet"),
      })),
    });
    const id = apply(life, "骨科中心");
    settlePanel(life, "entry", { day: "2022-10-24" });
    conclude(life, id, assess(life, id));
    expect(life.caseAt(id).state).toBe("closed");
  });
});
