import type { SheetItems } from "@yichuang/policy";
import { useState } from "react";
import { ActButton } from "../components/ActButton.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { DueText } from "../components/DueText.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { IndicatorTree } from "../components/IndicatorTree.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";
import { SaveState } from "../components/SaveState.tsx";
import { SectionList } from "../components/SectionList.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { CLAUSE, LISTS, ROWS, SECTION, SHEET, TODAY } from "./sample.ts";

const showClause = () => <ClauseRefs clauses={[CLAUSE]} />;
const store = (file: File) => Promise.resolve({ id: file.name, name: file.name, size: file.size });

function Work() {
  const [rows, setRows] = useState<SheetItems>(ROWS);
  const [answers, setAnswers] = useState<{ [field: string]: unknown }>({
    name: "心血管病科创中心",
    self: [
      { key: "goal-1", text: "牵头多中心研究 2 项", target: "2 项", due: "2026-11-01", met: true },
      { key: "goal-2", text: "与 12 家基层机构共享心电数据" },
    ],
    files: [{ id: "a", name: "协议扫描件.pdf", size: 2_400_000 }],
  });
  return (
    <div className="stack">
      <ErrorSummary
        gaps={[
          { text: "一、基本情况 · 领域：请选择", field: "basics/field" },
          { text: "信息互通：没有写指标内容", field: "basics/rows" },
        ]}
      />
      <h2 className="section-title">
        三、考核指标 <span className="mute">一、二级由主管部门固定</span>
      </h2>
      <IndicatorTree mode="edit" sheet={SHEET} value={rows} onChange={setRows} />
      <PolicyForm
        section={SECTION}
        value={answers}
        onChange={(field, value) => setAnswers({ ...answers, [field]: value })}
        lists={LISTS}
        sheets={[SHEET]}
        upload={store}
        marks={{ "basics/text": "请补写现有基础" }}
        gaps={{ "basics/field": "请选择领域" }}
        clausesOf={showClause}
      />
    </div>
  );
}

export function GalleryForm() {
  return (
    <>
      <PageHead
        crumbs={[
          { label: "我的申报", to: "#form" },
          { label: "2026 年度", to: "#form" },
          { label: "心血管病科创中心" },
        ]}
        title="心血管病科创中心 · 申报书"
        tags={
          <>
            <StandingTag standing="draft" />
            <SaveState state="saved" at="10:32" />
          </>
        }
        aside={<DueText due="2026-10-22" today={TODAY} />}
        actions={
          <ActButton primary label="检查并提交" verdict={{ kind: "allowed" }} onAct={() => undefined} />
        }
      />
      <div className="columns">
        <div className="column-side">
          <SectionList
            label="部分"
            current="basics"
            onGo={() => undefined}
            sections={[
              { key: "basics", label: "一、基本情况", state: "begun", note: "缺 2 项" },
              { key: "sheet", label: "三、考核指标", state: "done", note: "已完成" },
              { key: "files", label: "八、附件", state: "empty", note: "未开始" },
            ]}
          />
        </div>
        <Work />
        <div className="column-side">
          <ClausePanel
            clauses={[
              { ...CLAUSE, force: "mandatory", here: "三级指标 · 指标内容", on: true },
              { ...CLAUSE, section: "三级权重", force: "open" },
            ]}
          />
        </div>
      </div>
    </>
  );
}
