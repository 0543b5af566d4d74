import { CASE_STATES, FORCES, MARKS, MEANINGS, STANDINGS } from "@yichuang/policy";
import { useState } from "react";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { Explanation } from "../components/Explanation.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { GradeMark } from "../components/GradeMark.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { SaveState } from "../components/SaveState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { CLAUSE } from "./sample.ts";

const RULING = {
  truth: "false" as const,
  said: "三项都满足才能验收",
  label: "验收条件",
  force: "mandatory" as const,
  because: [CLAUSE],
  parts: [
    {
      truth: "true" as const,
      said: "2026-10-12 提交，已签章",
      label: "自评报告",
      because: [CLAUSE],
      parts: [],
    },
    {
      truth: "false" as const,
      said: "2026-11-15 满，还差 26 天",
      label: "三年建设期满",
      because: [CLAUSE],
      parts: [],
    },
    { truth: "unknown" as const, said: "原文只给 80 分合格线", label: "“优秀”线", because: [], parts: [] },
  ],
};
const REFUSED = {
  said: "现在还不能发起评估验收：建设期没有满三年",
  force: "mandatory" as const,
  clauses: [CLAUSE],
  next: "最早 2026 年 11 月 15 日可以发起",
};

const nothing = () => undefined;

export function GalleryMarks() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageHead
        title="骨科科创中心"
        tags={<StandingTag standing="building" large />}
        actions={
          <>
            <ActButton label="撤销中心" danger verdict={{ kind: "allowed" }} onAct={() => setOpen(true)} />
            <ActButton
              label="发起评估验收"
              verdict={{ kind: "refused", violations: [REFUSED] }}
              onAct={nothing}
            />
          </>
        }
      />
      <div className="page-body stack">
        <Tags />
        <div className="box">
          <div className="box-head">能不能验收：逐条对照</div>
          <div className="box-body">
            <Explanation ruling={RULING} />
          </div>
        </div>
        <div className="box">
          <div className="box-head">履历</div>
          <div className="box-body">
            <History />
          </div>
        </div>
        <EmptyState
          title="没有待办"
          next="下一件最早在 11 月 15 日：骨科科创中心建设期满"
          action={<a href="#todo">看年度日历</a>}
        />
      </div>
      <Confirm
        open={open}
        title="撤销“骨科科创中心”"
        effects={["中心从名册中移出，名称停止使用", "依托单位收到书面通知"]}
        verb="确认撤销"
        clauses={[CLAUSE]}
        reason
        danger
        onConfirm={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}

function Tags() {
  return (
    <>
      <div className="row-wrap">
        {[...STANDINGS, ...CASE_STATES, ...MARKS].map((standing) => (
          <StandingTag key={standing} standing={standing} />
        ))}
      </div>
      <div className="row-wrap">
        {MEANINGS.map((meaning) => (
          <GradeMark key={meaning} meaning={meaning} />
        ))}
        {FORCES.map((force) => (
          <ForceMark key={force} force={force} />
        ))}
        <ForceMark force="open" />
        <SaveState state="failed" />
        <SaveState state="saving" />
      </div>
    </>
  );
}

function History() {
  return (
    <Timeline
      items={[
        {
          key: "1",
          title: "提交自评报告",
          detail: "示例第二人民医院 · 填报人 · 附 41 份佐证",
          at: "2026-10-12",
        },
        {
          key: "2",
          title: "督查",
          detail: "发现 1 项",
          at: "2026-06-09",
          glyph: "triangle",
          tone: "ochre",
        },
        { key: "3", title: "确定为建设单位", at: "2023-11-15", glyph: "disc", tone: "azure" },
      ]}
    />
  );
}
