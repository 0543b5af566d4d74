import { describe, expect, it } from "vitest";
import { at, MANAGER, OFFICER, type Life } from "../testing/life.ts";
import { begin, checked, handIn, offers, plan } from "../testing/odd-steps.ts";

const DAY = at("2026-03-21");
const withdrawing = (id: string, stage = "online") => ({ kind: "withdraw", case: id, stage }) as const;
const refused = (...violations: object[]) => ({
  kind: "refused",
  violations: violations.map((one) => ({ clauses: [], ...one })),
});
const wrongState = (state: string) => ({ code: "wrong-state", params: { state, allowed: ["submitted"] } });

function handedInOnline(): { life: Life; id: string } {
  const life = begin();
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
  life.must(MANAGER, DAY, { kind: "submit", case: id, stage: "online", answers: plan(false) });
  return { life, id };
}

describe("taking a dossier back", () => {
  it("is one event in the case, after which it may come in again", () => {
    const { life, id } = handedInOnline();
    expect(life.asks(MANAGER, DAY, withdrawing(id))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: life.centerOf(id).id },
          kind: "withdrawn",
          body: { case: id, stage: "online" },
          onDay: "2026-03-21",
          consulted: ["procedures/entry/stages/online"],
        },
      ],
      holds: { notAfter: at("2026-03-22", "00:00:00") },
    });
    expect(life.asks(MANAGER, DAY, withdrawing(id))).toStrictEqual(refused(wrongState("withdrawn")));
    life.must(MANAGER, DAY, { kind: "submit", case: id, stage: "online", answers: plan(false) });
    life.must(MANAGER, DAY, withdrawing(id));
  });

  it("wants one that was handed in: not a draft, and not a stage to which nobody has come yet", () => {
    const life = begin();
    const draft = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
    expect(life.asks(MANAGER, DAY, withdrawing(draft))).toStrictEqual(refused(wrongState("draft")));
    const { life: other, id } = handedInOnline();
    expect(other.asks(MANAGER, DAY, withdrawing(id, "paper"))).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: { zh: "报送纸质材料", en: "paper" } } }),
    );
  });

  it("is over once anybody else has done anything with it, naming the first who did", () => {
    const life = begin();
    const id = checked(life);
    expect(life.asks(MANAGER, at("2026-04-07"), withdrawing(id))).toStrictEqual(
      refused(wrongState("in-review"), {
        code: "already-done",
        params: { what: { zh: "推荐", en: "sponsor" }, on: "2026-04-03" },
      }),
    );
  });

  it("is the applicant's, at stages that the applicant hands in", () => {
    const life = begin();
    const id = handIn(life);
    const now = at("2026-04-02");
    const offered = offers(life, MANAGER, { now, id }).filter(({ act }) => act === "withdraw");
    expect(offered.map(({ stage }) => stage)).toStrictEqual(["online", "paper"]);
    expect(life.asks(OFFICER, now, withdrawing(id))).toStrictEqual(
      refused({
        code: "not-your-role",
        params: { act: { zh: "撤回", en: "withdraw" }, roles: ["institution-manager"] },
      }),
    );
    const look = { code: "nothing-to-act-on", params: { what: { zh: "撤回", en: "withdraw" } } };
    expect(life.asks(MANAGER, now, withdrawing(id, "look"))).toStrictEqual(refused(look));
  });
});
