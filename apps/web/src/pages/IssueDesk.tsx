// One document over several decided cases: the page as it prints, what it lists, its number, issuing.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { findDocumentNumber } from "@yichuang/domain";
import { Checkbox, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { IssuedPaper } from "./IssuedPaper.tsx";

type CaseRow = Outputs["case"]["list"]["rows"][number];

/** A stage that is called 公布 alone does not say of what; its procedure does. */
const titleOf = (stage: string, procedure: string): string =>
  stage.length > 2 ? `关于${stage}的通知` : `关于${stage}${procedure}结果的通知`;

export function IssueDesk({ waiting, today }: { waiting: CaseRow[]; today: string }) {
  const { as } = useWearing();
  const words = usePolicy();
  const procedure = words.policy.procedures.find(({ key }) => key === waiting[0]?.procedure_key);
  const stage = procedure?.stages.find(({ does }) => does === "issue");
  const [chosen, setChosen] = useState(() => waiting.map((row) => row.case_id));
  const [number, setNumber] = useState("");
  const [title, setTitle] = useState(() => titleOf(stage?.label?.zh ?? "公布", procedure?.label?.zh ?? ""));
  const [asking, setAsking] = useState(false);
  const { busy, act } = useActing(words);
  const first = useQuery(ask.case.get.queryOptions({ as, case: waiting[0]?.case_id ?? "" }));
  const ability = first.data?.abilities.find((one) => one.act === "issue");
  const shown = useDeferredValue({ number, title });
  const { data: draft } = useQuery({
    ...ask.supervision.documentDraft.queryOptions({ as, stage: stage?.key ?? "", cases: chosen, ...shown }),
    enabled: stage !== undefined && chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  const numbered = findDocumentNumber(number) !== undefined;
  const kind = stage?.does === "issue" ? stage.document : "letter";
  const go = async () => {
    const document = { kind, number, title, on: today };
    await act(
      (key) => api.act.issue.mutate({ as, key, act: { stage: stage?.key ?? "", cases: chosen, document } }),
      `已印发，公布了 ${chosen.length} 项`,
    );
    setAsking(false);
  };
  return (
    <>
      <PageHead
        title="公文"
        tags={<span className="mute">{waiting.length} 项已决定，等待印发</span>}
        actions={
          ability === undefined ? undefined : (
            <ActButton
              primary
              label="登记文号并印发"
              verdict={words.verdict(ability.verdict)}
              told={words.told(ability)}
              onAct={() => setAsking(true)}
            />
          )
        }
      />
      <div className="two-columns">
        <IssuedPaper document={chosen.length === 0 ? undefined : draft} />
        <aside>
          <section className="panel">
            <h2 className="section-title">列入这份公文</h2>
            <Checkbox.Group
              className="stacked"
              value={chosen}
              onChange={setChosen}
              options={waiting.map((row) => ({
                value: row.case_id,
                label: `${row.title}（${row.unit ?? ""}）`,
              }))}
            />
            <label className="stacked">
              文号
              <Input
                aria-label="文号"
                placeholder="例如：示卫发〔2022〕21号"
                status={number === "" || numbered ? "" : "error"}
                aria-describedby="number-form"
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
              <span id="number-form" className="mute">
                年份用六角括号，序号前面不加零
              </span>
            </label>
            <label className="stacked">
              标题
              <Input.TextArea
                aria-label="标题"
                rows={2}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
          </section>
        </aside>
      </div>
      <Confirm
        open={asking}
        title={`印发：${title}`}
        effects={[`列入的 ${chosen.length} 项从今天起生效`, "文号登记之后不能改，也不能重复使用", "对外公布"]}
        verb="确认印发"
        busy={busy}
        ready={numbered}
        clauses={words.clauses(stage?.because)}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        {!numbered && <p className="mute">请先按格式填文号，再印发</p>}
      </Confirm>
    </>
  );
}
