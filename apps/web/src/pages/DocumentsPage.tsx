// Official documents: what is decided and waits for publication, and what has been issued.
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PaperPage } from "../components/PaperPage.tsx";

type Document = Outputs["supervision"]["documents"][number];

export function DocumentsPage() {
  const { as, unit } = useWearing();
  const words = usePolicy();
  const { data: issued = [] } = useQuery(ask.supervision.documents.queryOptions({ as }));
  const procedure = words.policy.procedures.find(({ stages }) => stages.some(({ does }) => does === "issue"));
  const stage = procedure?.stages.find(({ does }) => does === "issue");
  const { data } = useQuery(
    ask.case.list.queryOptions({
      as,
      purposes: ["entry"],
      states: ["decided"],
      sort: "title",
      descending: false,
      page: 1,
    }),
  );
  const waiting = data?.rows ?? [];
  const [chosen, setChosen] = useState<string[]>();
  const cases = chosen ?? waiting.map((row) => row.case_id);
  const first = useQuery({
    ...ask.case.get.queryOptions({ as, case: cases[0] ?? "" }),
    enabled: cases.length > 0,
  });
  const ability = first.data?.abilities.find((one) => one.act === "issue");
  const today = data?.today ?? "";
  const [number, setNumber] = useState("");
  const [title, setTitle] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { busy, act } = useActing(words);
  const heading = title ?? `关于${stage?.label?.zh ?? "公布"}的通知`;
  const rows = waiting.filter((row) => cases.includes(row.case_id));
  const go = async () => {
    const answer = await act(
      (key) =>
        api.act.issue.mutate({
          as,
          key,
          act: {
            stage: stage?.key ?? "",
            cases,
            document: {
              kind: stage?.does === "issue" ? stage.document : "letter",
              number,
              title: heading,
              on: today,
            },
          },
        }),
      `已印发，${cases.length} 个中心公布`,
    );
    setAsking(false);
    if (answer?.kind === "done") {
      setChosen(undefined);
      setNumber("");
    }
  };
  return (
    <>
      <PageHead
        title="公文"
        actions={
          ability === undefined || waiting.length === 0 ? undefined : (
            <ActButton
              primary
              label="登记文号并印发"
              verdict={words.verdict(ability.verdict)}
              onAct={() => setAsking(true)}
            />
          )
        }
      />
      {waiting.length > 0 && (
        <div className="two-columns">
          <div className="paper-desk">
            <PaperPage
              title={heading}
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
          <aside>
            <section className="panel">
              <h2 className="section-title">列入这份公文</h2>
              <Checkbox.Group
                className="stacked"
                value={cases}
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
                  value={heading}
                  onChange={(event) => setTitle(event.target.value)}
                />
              </label>
            </section>
          </aside>
        </div>
      )}
      <DataList<Document>
        label="已印发的公文"
        rows={issued}
        rowKey={(row) => row.document_id}
        empty={
          <EmptyState
            title="还没有印发公文"
            next={waiting.length === 0 ? "决定之后在这里登记文号并印发" : undefined}
          />
        }
        columns={[
          { key: "number", title: "文号", width: 220, render: (row) => row.number },
          { key: "title", title: "标题", render: (row) => row.title },
          { key: "on", title: "印发", width: 120, render: (row) => row.issued_on },
          {
            key: "file",
            title: "文件",
            width: 120,
            render: (row) => (
              <a href={`/documents/${row.document_id}.docx?hat=${as.hat}&tenant=${as.tenant}`}>下载 Word</a>
            ),
          },
        ]}
      />
      <Confirm
        open={asking}
        title={`印发：${heading}`}
        effects={[
          `${cases.length} 个中心确定，建设期从今天起算`,
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
