// What other parties than applicant, experts and leader do at a case: recommend, consent, publicize, object, file, waive.
import { useNavigate } from "@tanstack/react-router";
import { Input, Radio } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { type CasePageData, isNearest, isPast } from "./case-acts.tsx";
import { addresseeKey, addresseeWord, ruleWord } from "./case-words.ts";

type Ability = CasePageData["abilities"][number];

interface Shape {
  label: string;
  done: string;
  effects: string[];
  /** the two answers, where it is a yes or no */
  answers?: readonly [yes: string, no: string];
  /** the field for words; they must be there where `must` */
  words?: { label: string; must: boolean };
  /** a day and a line beside it */
  day?: string;
  line?: string;
}

const SHAPES = {
  "recommend-case": {
    label: "推荐",
    done: "推荐意见已记录",
    effects: ["推荐意见进入流转记录，不能修改", "不推荐的，这一件到此办结"],
    answers: ["推荐", "不推荐"],
    words: { label: "推荐意见", must: true },
  },
  consent: {
    label: "出具同意意见",
    done: "意见已记录",
    effects: ["意见由本单位出具，进入流转记录", "以后可以撤回"],
    answers: ["同意", "不同意"],
    words: { label: "意见内容", must: true },
  },
  "end-consent": {
    label: "撤回同意意见",
    done: "同意意见已撤回",
    effects: ["从今天起不再同意", "已经出具的意见仍留在流转记录里"],
    words: { label: "撤回原因", must: true },
  },
  publicize: {
    label: "公示",
    done: "公示已开始",
    effects: ["按规定的天数计算公示期，期满且没有未处理的异议，才能办下一步"],
    day: "公示起始日",
    line: "公示地点",
  },
  object: {
    label: "登记异议",
    done: "异议已登记",
    effects: ["异议处理完之前，公示不会结束", "异议人只有主管部门看得到"],
    line: "异议人",
    words: { label: "异议内容", must: true },
  },
  "settle-objection": {
    label: "处理异议",
    done: "异议已处理",
    effects: ["处理结果进入流转记录，不能修改"],
    answers: ["异议成立", "异议不成立"],
    words: { label: "处理理由", must: true },
  },
  file: {
    label: "报送备案",
    done: "已报送备案",
    effects: ["收件单位收到备案，逐个回执"],
    words: { label: "备案说明", must: false },
  },
  acknowledge: {
    label: "备案回执",
    done: "回执已发出",
    effects: ["报送单位看到已收到备案"],
    words: { label: "回执意见", must: false },
  },
  waive: {
    label: "豁免",
    done: "已豁免，这一件会标出",
    effects: ["只对这一件有效，到期自动恢复", "记录上始终标明是豁免"],
    day: "豁免到期日",
    words: { label: "豁免理由", must: true },
  },
} as const satisfies { [act: string]: Shape };
type Shown = keyof typeof SHAPES;
const isShown = (act: Ability["act"]): act is Shown => act in SHAPES;

interface Props {
  page: CasePageData;
  words: PolicyWords;
}
interface Asked {
  act: Shown;
  stage: string;
  path?: string;
}

export function PartyActs({ page, words }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const abilities = page.abilities.filter((ability) => isShown(ability.act) && !isPast(ability));
  const shown = abilities.filter(
    (ability, index) => ability.path !== undefined || isNearest(abilities, ability, index),
  );
  const nameOf = (ability: Ability): string =>
    ability.path === undefined ? "" : `：${ruleWord(words.policy, ability.path)}`;
  return (
    <>
      {shown.map(
        (ability) =>
          isShown(ability.act) && (
            <ActButton
              key={`${ability.act}/${ability.stage ?? ability.path ?? ""}`}
              label={`${SHAPES[ability.act].label}${nameOf(ability)}`}
              verdict={words.verdict(ability.verdict)}
              onAct={() => {
                const { act, stage = "", path } = ability;
                if (isShown(act)) setAsked({ act, stage, ...(path === undefined ? {} : { path }) });
              }}
            />
          ),
      )}
      <Appeals page={page} words={words} />
      {asked !== undefined && (
        <Dialog
          key={`${asked.act}/${asked.stage}${asked.path ?? ""}`}
          page={page}
          words={words}
          asked={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** A decided case may be appealed against; the appeal is a case of its own. */
function Appeals({ page, words }: Props) {
  const { as, base } = useWearing();
  const navigate = useNavigate();
  const { busy, act } = useActing(words);
  const offered = page.abilities.filter((ability) => ability.act === "open-case" && !isPast(ability));
  const open = async (procedure: string) => {
    const body = {
      procedure,
      year: Number(page.today.slice(0, 4)),
      center: page.root.id,
      against: page.case.id,
    };
    const answer = await act((key) => api.act.openCase.mutate({ as, key, act: body }), "申诉已建立，请填写");
    const [id] = answer?.kind === "done" ? answer.cases : [];
    if (id !== undefined) await navigate({ to: `${base}/cases/${id}/edit` });
  };
  return offered.map((ability) => (
    <ActButton
      key={ability.procedure}
      label={words.policy.procedures.find(({ key }) => key === ability.procedure)?.label?.zh ?? "提出申诉"}
      verdict={words.verdict(ability.verdict)}
      busy={busy}
      onAct={() => void open(ability.procedure ?? "")}
    />
  ));
}

interface Filled {
  yes: boolean;
  text: string;
  day: string;
  line: string;
  choice: string;
}

function Dialog({ page, words, asked, onClose }: Props & { asked: Asked; onClose: () => void }) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const shape: Shape = SHAPES[asked.act];
  const choices = choicesFor(page, words, asked);
  const [filled, setFilled] = useState<Filled>({
    yes: true,
    text: "",
    day: asked.act === "publicize" ? page.today : "",
    line: "",
    choice: choices[0]?.value ?? "",
  });
  const set = (part: Partial<Filled>) => setFilled({ ...filled, ...part });
  const lacking =
    (shape.words?.must === true && filled.text.trim() === "") ||
    (asked.act === "publicize" && filled.day === "");
  const go = async () => {
    const answer = await act((key) => send(page, asked, { as, key, filled }), shape.done);
    if (answer?.kind === "done") onClose();
  };
  const stage = page.stages.find(({ key }) => key === asked.stage);
  const about = asked.path === undefined ? page.root.name : ruleWord(words.policy, asked.path);
  return (
    <Confirm
      open
      title={`${shape.label}：${about}`}
      effects={[...shape.effects]}
      verb={shape.label.length > 4 ? "确认办理" : `确认${shape.label}`}
      busy={busy}
      ready={!lacking}
      clauses={(stage?.clauses ?? []).map(words.clause)}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      {choices.length > 0 && (
        <Radio.Group
          className="stacked"
          value={filled.choice}
          onChange={(event) => set({ choice: String(event.target.value) })}
          options={choices}
        />
      )}
      {shape.answers !== undefined && (
        <Radio.Group
          value={filled.yes}
          onChange={(event) => set({ yes: event.target.value === true })}
          options={[
            { value: true, label: shape.answers[0] },
            { value: false, label: shape.answers[1] },
          ]}
        />
      )}
      {shape.day !== undefined && (
        <label className="stacked">
          {shape.day}
          <input
            type="date"
            aria-label={shape.day}
            value={filled.day}
            onChange={(event) => set({ day: event.target.value })}
          />
        </label>
      )}
      {shape.line !== undefined && (
        <label className="stacked">
          {shape.line}
          <Input
            aria-label={shape.line}
            maxLength={200}
            value={filled.line}
            onChange={(event) => set({ line: event.target.value })}
          />
        </label>
      )}
      {shape.words !== undefined && (
        <label className="stacked">
          {shape.words.label}
          <Input.TextArea
            aria-label={shape.words.label}
            rows={3}
            maxLength={2000}
            value={filled.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </label>
      )}
    </Confirm>
  );
}

/** What is chosen first: which objection, whose acknowledgement. */
function choicesFor(page: CasePageData, words: PolicyWords, { act, stage }: Asked) {
  if (act === "settle-objection") {
    return page.case.objections
      .filter((one) => one.stage === stage && one.settled === undefined)
      .map((one) => ({ value: one.id, label: one.by === "" ? one.text : `${one.by}：${one.text}` }));
  }
  if (act !== "acknowledge") return [];
  const filing = page.case.filings.findLast((one) => one.stage === stage);
  const answered = (filing?.acknowledged ?? []).map((one) => addresseeKey(one.to));
  return (filing?.to ?? [])
    .filter((to) => !answered.includes(addresseeKey(to)))
    .map((to) => ({ value: addresseeKey(to), label: addresseeWord(words.policy, to) }));
}

interface Sending {
  as: ReturnType<typeof useWearing>["as"];
  key: string;
  filled: Filled;
}

function send(page: CasePageData, asked: Asked, { as, key, filled }: Sending) {
  const at = { case: page.case.id, stage: asked.stage };
  const { yes, text, day, line, choice } = filled;
  switch (asked.act) {
    case "recommend-case":
      return api.act.recommendCase.mutate({ as, key, act: { ...at, recommends: yes, opinion: text } });
    case "consent":
      return api.act.consent.mutate({ as, key, act: { ...at, given: yes, words: text } });
    case "end-consent":
      return api.act.endConsent.mutate({ as, key, act: { ...at, words: text } });
    case "publicize":
      return api.act.publicize.mutate({ as, key, act: { ...at, from: day, where: line } });
    case "object":
      return api.act.object.mutate({ as, key, act: { ...at, by: line, text } });
    case "settle-objection": {
      const settled = { ...at, objection: choice, upheld: yes, reason: text };
      return api.act.settleObjection.mutate({ as, key, act: settled });
    }
    case "file":
      return api.act.file.mutate({ as, key, act: { ...at, words: text } });
    case "acknowledge": {
      const filing = page.case.filings.findLast((one) => one.stage === asked.stage);
      const to = filing?.to.find((one) => addresseeKey(one) === choice) ?? { role: "authority" as const };
      return api.act.acknowledge.mutate({ as, key, act: { ...at, to, words: text } });
    }
    case "waive": {
      const until = day === "" ? {} : { until: day };
      const waived = { case: page.case.id, path: asked.path ?? "", reason: text, ...until };
      return api.act.waive.mutate({ as, key, act: waived });
    }
  }
}
