// One document over several decided cases: the page as it prints, what it lists, its number, issuing.
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PaperPage } from "../components/PaperPage.tsx";

type CaseRow = Outputs["case"]["list"]["rows"][number];

export function IssueDesk({ waiting, today }: { waiting: CaseRow[]; today: string }) {
  const { as, unit } = useWearing();
  const words = usePolicy();
  const procedure = words.policy.procedures.find(({ key }) => key === waiting[0]?.procedure_key);
  const stage = procedure?.stages.find(({ does }) => does === "issue");
  const [chosen, setChosen] = useState(() => waiting.map((row) => row.case_id));
  const [number, setNumber] = useState("");
  const [title, setTitle] = useState(`关于${stage?.label?.zh ?? "公布"}的通知`);
  const [asking, setAsking] = useState(false);
  const { busy, act } = useActing(words);
  const first = useQuery(ask.case.get.queryOptions({ as, case: waiting[0]?.case_id ?? "" }));
  const ability = first.data?.abilities.find((one) => one.act === "issue");
  const kind = stage?.does === "issue" ? stage.document : "letter";
  const go = async () => {
    const document = { kind, number, title, on: today };
    await act(
      (key) => api.act.issue.mutate({ as, key, act: { stage: stage?.key ?? "", cases: chosen, document } }),
      `已印发，公布了 ${chosen.length} 个中心`,
    );
    setAsking(false);
  };
  return (
    <>
      <PageHead
        title="公文"
        tags={<span className="mute">{waiting.length} 个已决定，等待印发</span>}
        actions={
          ability === undefined ? undefined : (
            <ActButton
              primary
              label="登记文号并印发"
              verdict={words.verdict(ability.verdict)}
              onAct={() => setAsking(true)}
            />
          )
        }
      />
      <div className="two-columns">
        <IssuedPaper
          unit={unit}
          number={number}
          title={title}
          today={today}
          rows={waiting.filter((row) => chosen.includes(row.case_id))}
        />
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
                placeholder="例如：示卫发〔2022〕21 号"
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
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
        effects={[
          `${chosen.length} 个中心确定，建设期从今天起算`,
          "文号登记之后不能改，也不能重复使用",
          "对外公布",
        ]}
        verb="确认印发"
        busy={busy}
        clauses={words.clauses(stage?.because)}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        {number === "" && <p className="mute">请先填文号</p>}
      </Confirm>
    </>
  );
}

function IssuedPaper({
  unit,
  number,
  title,
  today,
  rows,
}: {
  unit: string;
  number: string;
  title: string;
  today: string;
  rows: CaseRow[];
}) {
  return (
    <div className="paper-desk">
      <PaperPage
        title={title}
        red={{ issuer: unit, ...(number === "" ? {} : { number }) }}
        draft={number === ""}
      >
        <p>经研究决定，现将下列单位公布如下：</p>
        <table className="paper-table">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">中心</th>
              <th scope="col">依托单位</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.case_id}>
                <td>{index + 1}</td>
                <td>{row.title}</td>
                <td>{row.unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="paper-sign-off">{unit}</p>
        <p className="paper-sign-off">{today}</p>
      </PaperPage>
    </div>
  );
}
