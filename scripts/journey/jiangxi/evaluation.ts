import { ask, type Running } from "../player.ts";
import type { Cast, Hospital } from "./cast.ts";

const LINES = [
  "reach",
  "standards",
  "platforms",
  "research",
  "translation",
  "safety",
  "training",
  "branches",
];
const WEIGHTS = ["20", "10", "15", "15", "10", "10", "10", "10"];
const WITHIN = "consequences/poor/effects/rectify/within";

/** After three years: what is graded as poor puts right in a time that is set for it, or loses its name. */
export async function evaluated(cast: Cast, centers: { poor: Running; good: Running }): Promise<void> {
  const { play, officer, provincial, university } = cast;
  play.tell.stage("五、建设期满三年的绩效评估：差的限期整改，仍不合格的取消资格");
  await play.tell.stopped(
    "建设期没有满三年",
    play.open(officer, { procedure: "evaluation", year: 2023, center: centers.poor.root }),
    { kind: "refused", code: "window-not-open" },
  );
  await play.day("2025-11-10");
  await settled(cast);
  await graded(cast, centers.poor, { hand: university, share: 0.5 });
  const poor = await play.standing(officer, centers.poor);
  play.tell.holds("评估为差，进入整改", poor === "rectifying");
  await graded(cast, centers.good, { hand: provincial, share: 0.9 });
  const good = await play.standing(officer, centers.good);
  play.tell.holds("不差的没有后果", good === "established");
  await rectified(cast, centers.poor, university);
  play.tell.holds("整改仍不合格，取消资格", (await play.standing(officer, centers.poor)) === "revoked");
  await play.tell.stopped(
    "已取消资格的不再评估",
    play.open(officer, { procedure: "evaluation", year: 2026, center: centers.poor.root }),
    { kind: "refused", code: "standing-wrong" },
  );
}

/** What the text leaves unsaid is settled before anybody is scored. */
async function settled({ play, leader, officer }: Cast): Promise<void> {
  const [sheet] = play.policy.sheets;
  for (const { key, label } of sheet?.items ?? []) {
    const value = Number(WEIGHTS[LINES.indexOf(key)]);
    const as = `“${label?.zh ?? key}”${value} 分`;
    await play.settles(leader, `sheets/evaluation/items/${key}/weight`, { value, as });
  }
  await play.settles(officer, "procedures/evaluation/stages/review/panel/size", {
    value: 2,
    as: "每件请 2 位专家",
    year: 2025,
  });
}

interface Graded {
  hand: Hospital;
  /** of the full points */
  share: number;
}

async function graded(cast: Cast, about: Running, { hand, share }: Graded) {
  const { play, officer, leader, experts } = cast;
  const opening = { procedure: "evaluation", year: 2025, center: about.root };
  const running = await play.opens(officer, `${about.name}：发起绩效评估`, opening);
  const named = { ...running, name: about.name };
  await play.handsIn(named, "dossier", hand);
  const at = { case: named.case, stage: "review" };
  const pool = await officer.api.review.experts.query({ as: officer.as });
  const people = pool
    .filter(({ user_id: user }) => experts.some(({ me }) => me.user === user))
    .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  await play.tell.done(
    `${about.name}：分配专家`,
    officer.api.act.assignExperts.mutate(ask(officer, { ...at, experts: people })),
  );
  const items = LINES.map((item, line) => ({ item, points: String(Number(WEIGHTS[line]) * share) }));
  for (const expert of experts) {
    await play.tell.done(
      `${about.name}：专家评分`,
      expert.api.act.score.mutate(ask(expert, { ...at, items, opinion: "逐项评分" })),
    );
  }
  await concludes(cast, named);
  if (share < 0.6) await lineOfPoor(cast, named);
  await play.isDecided(leader, named, "grade");
}

async function concludes({ play, officer }: Cast, running: Running): Promise<void> {
  const act = { case: running.case, stage: "review" };
  await play.tell.done(`${running.name}：汇总`, officer.api.act.conclude.mutate(ask(officer, act)));
}

async function lineOfPoor({ play, leader }: Cast, running: Running): Promise<void> {
  await play.tell.stopped("差的分数线还没有定", play.decide(leader, running, "grade"), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "gradings/evaluation/grade/cases/poor/when/than", {
    value: 60,
    as: "60 分以下为差",
  });
}

/** The case was opened by the grade; how long it lasts is settled for it alone. */
async function rectified(cast: Cast, about: Running, hand: Hospital): Promise<void> {
  const { play, officer, leader } = cast;
  const { cases } = await officer.api.center.get.query({ as: officer.as, center: about.root });
  const opened = cases.find(({ procedure }) => procedure === "rectification");
  const procedure = play.policy.procedures.find(({ key }) => key === "rectification");
  if (procedure === undefined) throw new Error("no procedure of rectification");
  const running: Running = { name: about.name, procedure, case: opened?.id ?? "", root: about.root };
  play.tell.holds("整改期限未定，没有截止日期", opened?.dueOn === undefined);
  await play.settles(leader, WITHIN, {
    value: { n: 6, unit: "month" },
    as: "限期 6 个月整改",
    case: running.case,
  });
  await play.day("2026-04-20");
  await play.handsIn(running, "report", hand);
  await play.answers(officer, running, { stage: "check", verdict: false });
  await play.isChecked(officer, running, "check");
  await play.isDecided(leader, running, "grade");
}
