import { ask, type Running } from "../player.ts";
import { type Cast, institution } from "./cast.ts";

/** After five years the lead and the head are chosen anew, in principle. */
export async function regrouped(cast: Cast, center: Running): Promise<void> {
  const { play, officer, leader } = cast;
  play.tell.stage("六、建设期满五年的优化重组");
  const opening = { procedure: "regrouping", year: 2027, center: center.root };
  await play.tell.stopped("建设期没有满五年", play.open(officer, { ...opening, year: 2026 }), {
    kind: "refused",
    code: "window-not-open",
  });
  await play.day("2027-11-15");
  const running = await play.opens(officer, `${center.name}：发起优化重组`, opening);
  const named = { ...running, name: center.name };
  await meets(cast, named);
  await play.tell.stopped("没有写明选出谁", play.decide(leader, named, "select"), {
    kind: "refused",
    code: "field-missing",
  });
  const result = {
    lead: await institution(cast, cast.university),
    director: { name: "新任负责人" },
    joint: [await institution(cast, cast.provincial)],
  };
  const selected = { case: named.case, stage: "select", outcome: "approve" as const, opinion: "同意" };
  await play.tell.done(
    "选定牵头单位和负责人",
    leader.api.act.decide.mutate(ask(leader, { ...selected, answers: { result } as never })),
  );
  await play.isIssued(officer, named, {
    stage: "publish",
    kind: "list",
    number: "示科〔2027〕71号",
    title: "关于公布省级临床医学研究中心优化重组结果的通知",
  });
  play.tell.holds("重组之后仍是省级中心", (await play.standing(officer, center)) === "established");
  const page = await officer.api.center.get.query({ as: officer.as, center: center.root });
  const { name } = await institution(cast, cast.university);
  play.tell.holds(
    `牵头单位换成${name}`,
    page.network.links.some((link) => link.role === "lead" && link.name === name && link.to === undefined),
  );
}

async function meets(cast: Cast, running: Running): Promise<void> {
  const { play, officer } = cast;
  const cells = { what: "lead", name: "示例省人民医院", grounds: "评估结果好" };
  const answers = { candidates: { record: [{ key: "r1", cells }] } };
  const act = {
    procedure: "regrouping",
    stage: "candidates",
    year: 2027,
    cases: [running.case],
    answers: answers as never,
  };
  await play.tell.done("提出候选", officer.api.act.holdMeeting.mutate(ask(officer, act)));
}
