import { Button, Select } from "antd";
import { useState } from "react";
import { ActButton } from "../components/ActButton.tsx";
import { DataList, type Column } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { Matrix } from "../components/Matrix.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { StageStrip } from "../components/StageStrip.tsx";
import { StandingTag, type AnyStanding } from "../components/StandingTag.tsx";
import { TODAY } from "./sample.ts";

interface Todo {
  id: string;
  kind: string;
  matter: string;
  from: string;
  due: string;
  standing: AnyStanding;
}
const TODOS: Todo[] = [
  {
    id: "1",
    kind: "专家评估",
    matter: "示例区中医院 · 针灸康复科创中心：2 位专家评分相差 18.5 分",
    from: "系统",
    due: "2026-10-18",
    standing: "overdue",
  },
  {
    id: "2",
    kind: "公示",
    matter: "2026 年度第一批拟建设单位名单公示：异议 0 件",
    from: "系统",
    due: "2026-10-21",
    standing: "in-publicity",
  },
  {
    id: "3",
    kind: "形式审查",
    matter: "示例第一人民医院 · 心血管病科创中心：退回后重新提交",
    from: "示例第一人民医院",
    due: "2026-10-23",
    standing: "submitted",
  },
  {
    id: "4",
    kind: "评估验收",
    matter: "示例第二人民医院 · 骨科科创中心：自评报告已提交",
    from: "示例第二人民医院",
    due: "2026-12-15",
    standing: "in-review",
  },
  {
    id: "5",
    kind: "年度报告",
    matter: "31 个中心 2026 年度报告，12 月 1 日开放",
    from: "系统",
    due: "2026-12-31",
    standing: "building",
  },
];
const COLUMNS: Column<Todo>[] = [
  { key: "kind", title: "类型", width: 90, render: (row) => <span className="mute">{row.kind}</span> },
  { key: "matter", title: "事项", render: (row) => row.matter },
  { key: "standing", title: "状态", render: (row) => <StandingTag standing={row.standing} /> },
  { key: "from", title: "来自", render: (row) => <span className="mute">{row.from}</span> },
  { key: "due", title: "到期", sortable: true, render: (row) => <DueText due={row.due} today={TODAY} /> },
  { key: "act", title: "办理", align: "right", render: () => <a href="#todo">办理</a> },
];

export function GalleryTodo() {
  const [view, setView] = useState("todo");
  return (
    <>
      <PageHead
        title="待办"
        tags={<span className="mute">2026 年 10 月 20 日　星期二</span>}
        actions={
          <>
            <Button>导出日历 ICS</Button>
            <ActButton label="发起督查" verdict={{ kind: "allowed" }} onAct={() => undefined} />
          </>
        }
      />
      <div className="page-body stack">
        <StageStrip
          year={2026}
          today={TODAY}
          stages={[
            { key: "a", label: "收集信息", from: "2026-07-01", to: "2026-07-31" },
            { key: "b", label: "集中研讨", from: "2026-08-01", to: "2026-08-31" },
            { key: "c", label: "专家评估", from: "2026-09-01", to: "2026-10-31", count: 9 },
            { key: "d", label: "明确任务", from: "2026-10-01", to: "2026-11-30" },
            { key: "e", label: "年度报告", from: "2026-12-01", to: "2026-12-31" },
            { key: "f", label: "验收", from: "2026-12-01", to: "2026-12-31", state: "waiting", count: 2 },
          ]}
        />
        <div>
          <QueryRow
            views={[
              { key: "todo", label: "待办", count: 12 },
              { key: "done", label: "已办", count: 148 },
            ]}
            view={view}
            onView={setView}
          >
            <Select
              size="small"
              style={{ width: 120 }}
              value="all"
              aria-label="类型"
              options={[{ value: "all", label: "全部类型" }]}
            />
          </QueryRow>
          <DataList
            label="待办"
            columns={COLUMNS}
            rows={TODOS}
            rowKey={(row) => row.id}
            total={45}
            page={1}
            onPage={() => undefined}
          />
        </div>
        <Arrears />
      </div>
    </>
  );
}

function Arrears() {
  return (
    <Matrix
      label="谁没报"
      corner="单位"
      columns={[
        { key: "q3", label: "季度进展", name: "季度进展", note: "10-15" },
        { key: "year", label: "年度报告", name: "年度报告", note: "12-31" },
      ]}
      rows={[
        { key: "a", name: "示例骨科医院", cells: { q3: { state: "late" }, year: { state: "not-due" } } },
        { key: "b", name: "示例中医院", cells: { q3: { state: "met" }, year: { state: "waived" } } },
      ]}
      sum={{ label: "逾期", states: ["late"] }}
    />
  );
}
