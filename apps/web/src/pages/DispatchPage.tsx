// One dispatch: which center was handed on, with which words and which dossier, and what the addressee does with it.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type DispatchOutcome, NEXT_OUTCOMES, showTotal } from "@yichuang/domain";
import { Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { useBaseIn } from "../app/bases.ts";
import { api, ask } from "../app/client.ts";
import { usePolicyVersion } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton, type ShownVerdict } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { LabelRow, PaperTable } from "../components/PaperTable.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { KIND_WORDS, OUTCOME_WORDS, stateOf } from "./dispatch-words.ts";
import { printed } from "./printed.ts";

type Dispatch = Outputs["dispatch"]["get"];

export function DispatchPage() {
  const { from = "", root = "", key = "" } = useParams({ strict: false });
  const { as, base } = useWearing();
  const baseIn = useBaseIn();
  const { data } = useSuspenseQuery(ask.dispatch.get.queryOptions({ as, tenant: Number(from), root, key }));
  const received = data.to_space === as.tenant;
  return (
    <>
      <PageHead
        crumbs={[
          received
            ? { label: "来件", to: `${base}?tab=received` }
            : { label: data.body.name, to: `${base}/centers/${root}` },
          { label: KIND_WORDS[data.kind] },
        ]}
        title={`${KIND_WORDS[data.kind]}：${data.body.name}`}
        tags={<StandingTag {...stateOf(data)} large />}
        actions={<Answers dispatch={data} />}
      />
      <Facts dispatch={data} />
      {data.kind === "filing" && data.case_id !== null && received && (
        <p>
          <AppLink to={`${baseIn(data.tenant_id)}/cases/${data.case_id}`}>
            {data.acknowledged_on === null ? `去${data.from_name}的案卷里确认` : "看案卷"}
          </AppLink>
        </p>
      )}
      {data.body.dossier !== undefined && <Dossier dossier={data.body.dossier} />}
    </>
  );
}

function Facts({ dispatch }: { dispatch: Dispatch }) {
  const { body, from_name: from, to_name: to, on_day: on, words, title, kind } = dispatch;
  const facts: [string, string | undefined][] = [
    ["来自", `${from}，${on}`],
    ["交给", to],
    ["事项", kind === "recommendation" ? title : undefined],
    [kind === "recommendation" ? "推荐意见" : "说明", words],
    ["类型", body.typeLabel],
    ["领域", body.fieldLabel],
    ["依托单位", `${body.host}（${body.uscc}）`],
    ["状态", body.standingWord],
    ["等次", body.grade?.label],
    ["得分", body.score === undefined ? undefined : showTotal(body.score)],
    ["列入名录", body.designatedOn],
    ["期满", body.termEndsOn],
    ["答复", answerOf(dispatch)],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function answerOf({ outcome, answer, answered_on: on, answered_by: by, acknowledged_on: day }: Dispatch) {
  if (outcome === null) return day === null ? undefined : `已确认，${day}`;
  return [OUTCOME_WORDS[outcome], answer, by, on].filter((word) => word !== null && word !== "").join("，");
}

/** The dossier as its own form lays it out, read with the sender's version of the policy. */
function Dossier({ dossier }: { dossier: NonNullable<Dispatch["body"]["dossier"]> }) {
  const { policy } = usePolicyVersion(dossier.policyHash);
  const form = policy.forms.find(({ key }) => key === dossier.form);
  if (form === undefined) return null;
  const sections = form.sections.flatMap((section) => {
    const pairs = section.fields
      .map((field) => ({
        label: field.label?.zh ?? field.key,
        value: printed(field, dossier.answers[section.key]?.[field.key], policy),
      }))
      .filter(({ value }) => value !== "");
    return pairs.length === 0 ? [] : [{ key: section.key, label: section.label?.zh ?? section.key, pairs }];
  });
  return (
    <section aria-label="随附材料">
      <h2 className="section-title">{`随附材料：${form.label?.zh ?? ""}（${dossier.on}）`}</h2>
      <p className="sm mute">个人信息不随件送出</p>
      <PaperTable>
        {sections.map(({ key, label, pairs }) => (
          <FormRows key={key} label={label} pairs={pairs} />
        ))}
      </PaperTable>
    </section>
  );
}

function FormRows({ label, pairs }: { label: string; pairs: { label: string; value: string }[] }) {
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={4} className="paper-section">
          {label}
        </th>
      </tr>
      {pairs.map((pair) => (
        <LabelRow key={pair.label} pairs={[pair]} />
      ))}
    </>
  );
}

const VERBS: Record<DispatchOutcome, { label: string; effects: string[] }> = {
  received: { label: "收到", effects: ["推荐单位看到已收到"] },
  returned: { label: "退回", effects: ["推荐单位看到理由，可以再推荐"] },
  "taken-up": { label: "采用", effects: ["推荐单位看到已采用", "这一件办结，不再答复"] },
};

function Answers({ dispatch }: { dispatch: Dispatch }) {
  const { as } = useWearing();
  const [asked, setAsked] = useState<DispatchOutcome>();
  const [words, setWords] = useState("");
  const { busy, act } = useActing({ violation: ({ said }) => ({ said: said.zh, clauses: [] }) });
  const { answering } = dispatch;
  if (answering === null) return null;
  const verdict: ShownVerdict =
    answering.verdict.kind === "allowed"
      ? { kind: "allowed" }
      : {
          kind: answering.verdict.kind,
          violations: answering.verdict.violations.map(({ said }) => ({ said: said.zh, clauses: [] })),
        };
  const go = async (outcome: DispatchOutcome) => {
    const { tenant_id: tenant, root_id: root, dispatch_key: key } = dispatch;
    const answer = { dispatch: { tenant, root, key }, outcome, words };
    const done = await act((send) => api.act.answerDispatch.mutate({ as, key: send, act: answer }), "已答复");
    if (done?.kind === "done") setAsked(undefined);
  };
  return (
    <>
      {NEXT_OUTCOMES[dispatch.outcome ?? "none"].map((outcome) => (
        <ActButton
          key={outcome}
          label={VERBS[outcome].label}
          primary={outcome === "taken-up"}
          verdict={verdict}
          onAct={() => setAsked(outcome)}
        />
      ))}
      {asked !== undefined && (
        <Confirm
          open
          title={`${VERBS[asked].label}：${dispatch.body.name}`}
          effects={VERBS[asked].effects}
          verb={`确认${VERBS[asked].label}`}
          busy={busy}
          ready={asked !== "returned" || words.trim() !== ""}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => void go(asked)}
        >
          <label className="stacked">
            {asked === "returned" ? "退回理由" : "说明（选填）"}
            <Input.TextArea
              aria-label={asked === "returned" ? "退回理由" : "说明"}
              rows={3}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </Confirm>
      )}
    </>
  );
}
