// The acts that a case offers: each with its words, its dialog and its call.
import { useQuery } from "@tanstack/react-query";
import type { OpenValue, Policy } from "@yichuang/policy";
import { Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { type DecisionAnswers, DecisionForm, gapsIn } from "./DecisionForm.tsx";
import { OpenValueForm } from "./OpenValueForm.tsx";

export type CasePageData = Outputs["case"]["get"];
type Ability = CasePageData["abilities"][number];

const LABELS: { [act in Ability["act"]]?: string } = {
  check: "形式审查通过",
  return: "退回修改",
  withdraw: "撤回",
  assign: "分配专家",
  conclude: "汇总评审意见",
  propose: "提出拟办意见",
  decide: "研究决定",
};
const DONE: { [act in Ability["act"]]?: string } = {
  check: "形式审查已通过",
  return: "已退回，请对方修改后重新提交",
  withdraw: "已撤回，可以继续修改",
  assign: "已分配，专家可以开始评审",
  conclude: "评审意见已汇总",
  propose: "拟办意见已提出，等分管领导决定",
  decide: "已决定",
};
const SHOWN = ["check", "return", "withdraw", "assign", "conclude", "propose", "decide"] as const;
type Shown = (typeof SHOWN)[number];
const isShown = (act: Ability["act"]): act is Shown => SHOWN.some((one) => one === act);

interface Props {
  page: CasePageData;
  words: PolicyWords;
  /** marks that the officer has set while reading: `section/field` -> reason */
  marks: { [field: string]: string };
}

export function CaseActs({ page, words, marks }: Props) {
  const [asked, setAsked] = useState<{ act: Shown; stage: string }>();
  const abilities = page.abilities.filter(
    (ability) => isShown(ability.act) && ability.stage !== undefined && !isPast(ability),
  );
  // what can be done stands before what cannot yet, and only the next of each kind is shown
  const shown = abilities.filter((ability, index) => isNearest(abilities, ability, index));
  const gradeStages = new Set(
    words.policy.procedures.flatMap((procedure) =>
      procedure.stages
        .filter((stage) => stage.yields?.some((one) => one.kind === "grade") === true)
        .map((stage) => `${procedure.key}/${stage.key}`),
    ),
  );
  const labelOf = (ability: Ability): string =>
    ability.act === "decide" && gradeStages.has(`${page.case.procedure}/${ability.stage}`)
      ? "评定等次"
      : (LABELS[ability.act] ?? ability.act);
  const first = shown.find(
    (ability) => ability.verdict.kind === "allowed" && ability.act !== "return" && ability.act !== "withdraw",
  );
  return (
    <>
      {shown.map((ability) => (
        <ActButton
          key={`${ability.act}/${ability.stage}`}
          label={labelOf(ability)}
          verdict={words.verdict(ability.verdict)}
          told={words.told(ability)}
          primary={ability === first}
          onAct={() => isShown(ability.act) && setAsked({ act: ability.act, stage: ability.stage ?? "" })}
        />
      ))}
      {asked !== undefined && (
        <ActDialog
          key={`${asked.act}/${asked.stage}`}
          page={page}
          words={words}
          marks={marks}
          asked={asked}
          label={labelOf({ act: asked.act, stage: asked.stage } as Ability)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** What is over is history, not a button; what is still to come stays, with the reason why not yet. */
const PAST = ["stage-done", "already-done", "wrong-state", "nothing-to-act-on", "someone-opened-it"];
export const isPast = ({ verdict }: Ability): boolean =>
  verdict.kind === "refused" && verdict.violations.every(({ code }) => PAST.includes(code));

/** Of several stages with the same act the allowed one is shown, else the first. */
export function isNearest(abilities: Ability[], ability: Ability, index: number): boolean {
  const same = abilities.filter((other) => other.act === ability.act);
  const allowed = same.find((other) => other.verdict.kind !== "refused") ?? same[0];
  return allowed === ability && abilities.indexOf(ability) === index;
}

interface DialogProps extends Props {
  asked: { act: Shown; stage: string };
  label: string;
  onClose: () => void;
}

function ActDialog({ page, words, marks, asked, label, onClose }: DialogProps) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [opinion, setOpinion] = useState("");
  const [outcome, setOutcome] = useState<"approve" | "decline">("approve");
  const [answers, setAnswers] = useState<DecisionAnswers>({});
  const [gaps, setGaps] = useState<{ [field: string]: string }>({});
  const [until, setUntil] = useState("");
  const [people, setPeople] = useState<string[]>([]);
  const experts = useQuery({ ...ask.review.experts.queryOptions({ as }), enabled: asked.act === "assign" });
  const where = { case: page.case.id, stage: asked.stage };
  const stage = page.stages.find(({ key }) => key === asked.stage);
  const withForm = asked.act === "decide" && outcome === "approve" && stage?.form !== undefined;
  const isGrade =
    words.policy.procedures
      .find(({ key }) => key === page.case.procedure)
      ?.stages.find(({ key }) => key === asked.stage)
      ?.yields?.some(({ kind }) => kind === "grade") === true;
  const send = (key: string) => {
    switch (asked.act) {
      case "check":
        return api.act.check.mutate({ as, key, act: { ...where, opinion } });
      case "return":
        return api.act.returnForRevision.mutate({
          as,
          key,
          act: {
            ...where,
            reason: opinion,
            marks: Object.entries(marks).map(([field, reason]) => ({ field, reason })),
            ...(until === "" ? {} : { until }),
          },
        });
      case "withdraw":
        return api.act.withdraw.mutate({ as, key, act: where });
      case "assign": {
        const chosen = (experts.data ?? []).filter(({ user_id: user }) => people.includes(user));
        return api.act.assignExperts.mutate({
          as,
          key,
          act: {
            ...where,
            experts: chosen.map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit })),
          },
        });
      }
      case "conclude":
        return api.act.conclude.mutate({ as, key, act: where });
      case "propose":
        return api.act.propose.mutate({ as, key, act: { ...where, outcome, opinion } });
      case "decide":
        return api.act.decide.mutate({
          as,
          key,
          act: { ...where, outcome, opinion, ...(withForm ? { answers: answers as never } : {}) },
        });
    }
  };
  const go = async () => {
    const answer = await act(send, DONE[asked.act] ?? "已办理");
    if (answer?.kind === "done") onClose();
    else if (answer !== undefined) setGaps(gapsIn(answer.violations));
  };
  return (
    <Confirm
      open
      title={`${label}：${page.root.name}`}
      effects={effectsOf(asked.act, isGrade)}
      verb={`确认${label.length > 6 ? "办理" : label}`}
      busy={busy}
      clauses={(stage?.clauses ?? []).map(words.clause)}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      {(asked.act === "propose" || asked.act === "decide") && !isGrade && (
        <Radio.Group
          value={outcome}
          onChange={(event) => setOutcome(event.target.value === "decline" ? "decline" : "approve")}
          options={[
            { value: "approve", label: "同意" },
            { value: "decline", label: "不同意" },
          ]}
        />
      )}
      {withForm && (
        <DecisionForm
          form={stage.form ?? ""}
          words={words}
          answers={answers}
          gaps={gaps}
          onChange={setAnswers}
        />
      )}
      {asked.act === "assign" && (
        <Checkbox.Group
          className="stacked"
          value={people}
          onChange={setPeople}
          options={(experts.data ?? []).map(({ user_id: user, name, unit }) => ({
            value: user,
            label: `${name}（${unit}）`,
          }))}
        />
      )}
      {asked.act === "return" && (
        <>
          <p className="sm mute">
            已标出 {Object.keys(marks).length} 处
            {Object.keys(marks).length === 0
              ? "。不标出具体位置，对方可以改全部内容"
              : "，对方只能改标出的地方"}
          </p>
          <label className="stacked">
            修改期限
            <input
              type="date"
              aria-label="修改期限"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </label>
        </>
      )}
      {asked.act !== "withdraw" && asked.act !== "conclude" && asked.act !== "assign" && (
        <label className="stacked">
          {asked.act === "return" ? "退回原因" : "办理意见"}
          <Input.TextArea
            aria-label={asked.act === "return" ? "退回原因" : "办理意见"}
            rows={3}
            maxLength={2000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </label>
      )}
    </Confirm>
  );
}

function effectsOf(act: Shown, isGrade: boolean): string[] {
  if (act === "decide" && isGrade)
    return ["按得分和政策确定等次", "等次的后果（状态、整改、支持）同时生效", "结果通报依托单位"];
  const effects: Record<Shown, string[]> = {
    check: ["材料齐全，进入下一阶段", "申报单位不能再撤回"],
    return: ["申报单位收到退回原因", "修改后重新提交，改动会逐处列出"],
    withdraw: ["回到草稿，可以继续修改", "窗口关闭之后不能再提交"],
    assign: ["专家收到评审任务", "与申报单位有任职关系的专家不能参加"],
    conclude: ["合并专家意见，结束评审", "结论进入流转记录"],
    propose: ["拟办意见送分管领导决定"],
    decide: ["决定进入流转记录，不能修改"],
  };
  return effects[act];
}

/** Open values that a case must have settled for itself, with the form to do it. */
export function CaseOpenValues({
  page,
  words,
  opens,
}: {
  page: CasePageData;
  words: PolicyWords;
  opens: OpenValue[];
}) {
  const can = page.abilities.find((ability) => ability.act === "settle");
  const own = opens.filter(
    (open) => open.per === "case" && startedHere(words.policy, open, page.case.procedure),
  );
  if (can === undefined || own.length === 0) return null;
  return (
    <>
      {own.map((open) => (
        <OpenValueForm
          key={open.path}
          open={open}
          words={words}
          target={{ case: page.case.id }}
          today={page.today}
          settled={page.case.settlements.findLast((settlement) => settlement.path === open.path)}
        />
      ))}
    </>
  );
}

/** `consequences/<key>/effects/<key>/within` belongs to the cases of the procedure that it starts. */
function startedHere(policy: Policy, open: OpenValue, procedure: string): boolean {
  const [list, consequence, , effect] = open.path.split("/");
  if (list !== "consequences") return false;
  const found = policy.consequences
    .find(({ key }) => key === consequence)
    ?.effects.find(({ key }) => key === effect);
  return found?.do === "start" && found.procedure === procedure;
}
