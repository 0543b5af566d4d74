// What the authority keeps running: the division of tasks, talent case by case, supervision of what was named.
import { ask, type Running } from "../player.ts";
import { type Cast, rootOf } from "./cast.ts";

export async function tasks({ play, officer }: Cast): Promise<void> {
  play.tell.stage("六、任务分工：责任部门、期限、佐证");
  const { bearers } = await officer.api.register.list.query({ as: officer.as, register: "tasks", page: 1 });
  const root = bearers[0]?.root ?? "";
  const task = {
    topic: "t16",
    text: "督促市级医疗机构落实专项经费",
    owner: "health",
    way: "item",
    due: "2024-06-30",
    met: false,
    evidence: [await officer.upload("任务分解.pdf")],
  };
  const record = (answers: object) =>
    officer.api.act.record.mutate(ask(officer, { root, register: "tasks", answers: answers as never }));
  await play.tell.stopped("没有写责任部门", record({ ...task, owner: "" }), {
    kind: "refused",
    code: "field-missing",
  });
  await play.tell.done("登记一项任务", record(task));
  const { rows } = await officer.api.register.list.query({ as: officer.as, register: "tasks", page: 1 });
  const entry = rows[0]?.entry_id ?? "";
  const amending = { root, entry, answers: { ...task, met: true } as never };
  await play.tell.done("按期完成，改记", officer.api.act.amend.mutate(ask(officer, amending)));
}

/** What clinicians need becomes a topic of a call: the science bureau distils it, the leader decides, a call is issued. */
export async function demand(cast: Cast): Promise<void> {
  const { play, science, leader, general } = cast;
  const opening = { procedure: "demand", year: 2023, institution: await rootOf(general) };
  const running = { ...(await play.opens(general, "临床需求：提出", opening)), name: "临床需求" };
  await play.handsIn(running, "submit", { host: general });
  await play.tell.stopped("没有凝练选题，不能确定", play.decide(leader, running, "decide"), {
    kind: "refused",
    code: "stage-not-reached",
  });
  const row = { topic: "早筛技术", kind: "national-major", department: "science" };
  const answers = { topic: { record: [{ key: "t1", cells: row }] } };
  const meeting = { procedure: "demand", stage: "distil", year: 2023, cases: [running.case], answers };
  await play.tell.done("科技局凝练选题", science.api.act.holdMeeting.mutate(ask(science, meeting as never)));
  await play.isDecided(leader, running, "decide");
  await play.isIssued(science, running, {
    stage: "call",
    kind: "call",
    number: "示科〔2023〕40号",
    title: "项目申报指南",
  });
}

/** A preference does not stop anybody: it is said, and the decision stands. */
export async function recruiting({ play, leader, general }: Cast): Promise<void> {
  const opening = { procedure: "recruit", type: "recruited", year: 2023, name: "海外团队丁" };
  const running = await play.opens(general, "一事一议引才：提出事项", opening);
  await play.handsIn(running, "apply", { host: general });
  await play.isDecided(leader, running, "decide");
  play.tell.holds(
    "不依托国家基地也可以，只是没有优先",
    (await play.standing(leader, running)) === "established",
  );
}

export async function supervision({ play, inspector, officer }: Cast, center: Running): Promise<void> {
  const found = { text: "伦理审查记录不全", due: "2024-03-31" };
  const answers = { record: { on: play.today(), found: found.text, advice: "补齐" } };
  const act = { center: center.root, procedure: "supervision", answers: answers as never, findings: [found] };
  await play.tell.done("督促检查：发现一个问题", inspector.api.act.inspect.mutate(ask(inspector, act)));
  const { rows } = await officer.api.supervision.findings.query({ as: officer.as });
  play.tell.holds("问题有整改期限", JSON.stringify(rows).includes("2024-03-31"));
}
