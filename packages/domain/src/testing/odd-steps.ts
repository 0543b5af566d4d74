import type { Condition, Duty, Policy, Procedure, Stage } from "@yichuang/policy";
import { abilitiesFor } from "../access/abilities.ts";
import type { Hat } from "../contract/basics.ts";
import type { NamedParty } from "../contract/links.ts";
import { factsFor } from "./ledger.ts";
import type { Life } from "./life.ts";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";

// The steps of a life under the policy that has every kind of stage.

export const HOLIDAYS = {
  2026: { off: ["2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05"], work: ["2026-05-09"] },
};

/** The other hospital recommends, and is the partner where there is one. */
export const BESIDE: { channel: number; parties: NamedParty[] } = {
  channel: 12,
  parties: [{ role: "partner", space: 12 }],
};
export const begin = (): Life => newLife(ODD_POLICY, HOLIDAYS);
export const plan = (joint: boolean, beds = "600") => ({ main: { name: "转化实验室", joint, beds } });

/** The application is handed in online and on paper; the sponsor has not spoken yet. */
export function handIn(life: Life, { joint = false, beds = "600", paperOn = "2026-04-02" } = {}): string {
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
  life.must(MANAGER, at("2026-03-21"), {
    kind: "submit",
    case: id,
    stage: "online",
    answers: plan(joint, beds),
  });
  life.must(MANAGER, at(paperOn), { kind: "submit", case: id, stage: "paper", answers: {} });
  return id;
}

export const sponsor = (id: string, recommends = true) =>
  ({ kind: "recommend-case", case: id, stage: "sponsor", recommends, opinion: "意见" }) as const;
export const look = (id: string) => ({ kind: "check", case: id, stage: "look", opinion: "齐全" }) as const;
export const notice = (id: string, from: string) =>
  ({ kind: "publicize", case: id, stage: "notice", from, where: "门户网站" }) as const;
export const object = (id: string, by = "王某") =>
  ({ kind: "object", case: id, stage: "notice", by, text: "材料不实" }) as const;
export const decide = (id: string, outcome: "approve" | "decline" = "approve", stage = "decide") =>
  ({ kind: "decide", case: id, stage, outcome, opinion: "同意" }) as const;
export const consent = (id: string, given = true) =>
  ({ kind: "consent", case: id, stage: "partner", given, words: "同意合作" }) as const;

/** Up to the end of the check, on 7 April 2026. */
export function checked(life: Life): string {
  const id = handIn(life);
  life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
  life.must(OFFICER, at("2026-04-07"), look(id));
  return id;
}

/** Publicized from 7 to 14 April, and decided on the 15th. */
export function decided(life: Life, outcome: "approve" | "decline" = "approve"): string {
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  life.must(LEADER, at("2026-04-15"), decide(id, outcome));
  return id;
}

export const offers = (life: Life, hat: Hat, { now, id }: { now: string; id: string }) =>
  abilitiesFor(life.ledger().policies, factsFor(life.ledger(), hat, id), {
    env: life.env(hat, now),
    place: { kind: "case", case: id },
  });
export const sweep = (life: Life, id: string, day: string) =>
  life.must(OFFICER, at(day), { kind: "sweep", root: life.centerOf(id).id });

/** The one clause of the policy, as refusals name it. */
export const RULES = ODD_POLICY.clauses;

/** The policy in which a stage says more, something else, or (`undefined`) nothing of it. */
export const withStage = (key: string, more: object, policy = ODD_POLICY): Policy => ({
  ...policy,
  procedures: policy.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) => (stage.key === key ? said({ ...stage, ...more }) : stage)),
  })),
});

const said = (stage: Stage): Stage =>
  Object.fromEntries(Object.entries(stage).filter(([, value]) => value !== undefined)) as unknown as Stage;

/** The policy in which a procedure begins otherwise. */
export const withStarts = (key: string, more: Partial<Procedure["starts"]>): Policy => ({
  ...ODD_POLICY,
  procedures: ODD_POLICY.procedures.map((procedure) =>
    procedure.key === key ? { ...procedure, starts: { ...procedure.starts, ...more } } : procedure,
  ),
});

/** The policy with one more procedure, a report over centers or institutions, which begins so. */
export function withReport(starts: Partial<Procedure["starts"]>, over: Procedure["over"] = "center"): Policy {
  const { procedures } = ODD_POLICY;
  const change = procedures.find(({ key }) => key === "amend");
  if (change === undefined) throw new Error("no change");
  const report: Procedure = {
    ...change,
    key: "report",
    label: { zh: "report", en: "report" },
    purpose: "report",
    over,
    starts: { ...change.starts, every: "year", ...starts },
  };
  const { when } = report.starts;
  const must: Condition = { kind: "all", of: [] };
  // what an institution owes is due with the duty that its form shows
  const duty: Duty = { key: "report", bearer: "institution", form: "amendment", must, when, every: "year" };
  const duties = over === "institution" ? [duty] : [];
  return { ...ODD_POLICY, duties, procedures: [...procedures, report] };
}
