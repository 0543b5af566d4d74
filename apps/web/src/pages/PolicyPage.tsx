// The policy as a person reads it: clauses, stages, indicators, and what the text leaves open with the acts that settle it.
import { useSuspenseQuery } from "@tanstack/react-query";
import { effectiveTree, flatten } from "@yichuang/domain";
import { explainPolicy } from "@yichuang/policy";
import { Segmented, Tabs } from "antd";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { wordsOf } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { OpenValueForm } from "./OpenValueForm.tsx";
import { placeInPolicy } from "./place-in-policy.ts";

type Current = Outputs["policy"]["current"];

export function PolicyPage() {
  const { as } = useWearing();
  const { data } = useSuspenseQuery(ask.policy.current.queryOptions({ as }));
  const words = wordsOf(data.policy);
  return (
    <>
      <PageHead
        title={data.policy.title.zh}
        tags={
          <span className="mute">
            第 {data.pin.version} 版 · 指纹 {data.pin.hash.slice(0, 8)}
          </span>
        }
      />
      <Tabs
        items={[
          { key: "open", label: `原文未定 ${data.open.length}`, children: <OpenValues data={data} /> },
          { key: "clauses", label: `条款 ${data.policy.clauses.length}`, children: <Clauses data={data} /> },
          ...(data.policy.sheets.length === 0
            ? []
            : [{ key: "sheet", label: "指标", children: <Sheets data={data} /> }]),
          { key: "whole", label: "全文说明", children: <Whole data={data} /> },
          { key: "readings", label: `理解口径 ${data.readings.length}`, children: <Readings data={data} /> },
        ]}
      />
      <p className="sm mute">{words.policy.documents.map((document) => document.title.zh).join("；")}</p>
    </>
  );
}

function OpenValues({ data }: { data: Current }) {
  const words = wordsOf(data.policy);
  const thisYear = Number(data.today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const canSettle = data.abilities.some(({ act, verdict }) => act === "settle" && verdict.kind === "allowed");
  const settledOf = (path: string, of?: number) =>
    data.settlements.findLast(
      (one) => one.path === path && one.case_id === null && (of === undefined || one.year === of),
    );
  const general = data.open.filter(({ per }) => per === "policy");
  const yearly = data.open.filter(({ per }) => per === "call");
  const each = data.open.filter(({ per }) => per === "case");
  const upper = data.open.filter(({ per }) => per === "center");
  return (
    <>
      <p className="mute">
        原文没有规定的值不会默认填写。补定是一次有日期的办理，记明口径和条款，只对今后的决定有效。没有确定之前，只有结果取决于它的那一步要等。
      </p>
      {general.length > 0 && <h2 className="section-title">一次确定</h2>}
      {general.map((open) => (
        <OpenValueForm
          key={open.path}
          open={open as never}
          words={words}
          today={data.today}
          target={{}}
          settled={settledOf(open.path)}
          readOnly={!canSettle}
        />
      ))}
      <h2 className="section-title">
        按年度确定　
        <Segmented
          size="small"
          value={year}
          onChange={setYear}
          options={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ value: one, label: `${one} 年` }))}
        />
      </h2>
      {yearly.map((open) => (
        <OpenValueForm
          key={`${open.path}/${year}`}
          open={open as never}
          words={words}
          today={data.today}
          target={{ year }}
          settled={settledOf(open.path, year)}
          readOnly={!canSettle}
        />
      ))}
      {each.length > 0 && <h2 className="section-title">逐件确定</h2>}
      {each.map((open) => (
        <OpenValueForm
          key={open.path}
          open={open as never}
          words={words}
          today={data.today}
          target={{}}
          readOnly
        />
      ))}
      {each.length > 0 && <p className="sm mute">在相关的案卷里确定。</p>}
      {upper.length > 0 && <h2 className="section-title">由上级中心确定</h2>}
      {upper.map((open) => (
        <OpenValueForm
          key={open.path}
          open={open as never}
          words={words}
          today={data.today}
          target={{}}
          readOnly
        />
      ))}
    </>
  );
}

function Clauses({ data }: { data: Current }) {
  const titleOf = (key: string): string =>
    data.policy.documents.find((document) => document.key === key)?.title.zh ?? key;
  return (
    <div className="table-scroll">
      <table className="plain" aria-label="条款">
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">要点</th>
            <th scope="col">文件</th>
          </tr>
        </thead>
        <tbody>
          {data.policy.clauses.map((clause) => (
            <tr key={clause.key}>
              <td className="nowrap">{clause.section}</td>
              <td>
                {clause.gist.zh}
                {clause.outside !== undefined && <span className="mute">（{clause.outside.zh}）</span>}
              </td>
              <td className="mute">{titleOf(clause.document)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sheets({ data }: { data: Current }) {
  return (
    <>
      {data.policy.sheets.map((sheet) => (
        <section key={sheet.key}>
          <h2 className="section-title">{sheet.label?.zh ?? sheet.key}</h2>
          <div className="table-scroll">
            <table className="plain" aria-label={sheet.label?.zh ?? sheet.key}>
              <thead>
                <tr>
                  <th scope="col">指标</th>
                  <th scope="col" className="num">
                    权重
                  </th>
                  <th scope="col">下一级由谁写</th>
                </tr>
              </thead>
              <tbody>
                {flatten(effectiveTree(sheet)).map((item) => (
                  <tr key={item.path} className={item.level === 1 ? "level-1" : ""}>
                    <td style={{ paddingLeft: item.level * 16 }}>{item.label.zh}</td>
                    <td className="num">{item.weight ?? <StandingTag standing="open" />}</td>
                    <td className="mute">
                      {item.slots === undefined ? "" : `申报单位，表上留 ${item.slots} 行，可以增加`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

function Whole({ data }: { data: Current }) {
  return (
    <div className="policy-text">
      {explainPolicy(data.policy, "zh").map((line, index) => (
        // the place of what is still to settle is an address for authors; a reader has the label
        <p key={`${index}${line.slice(0, 12)}`}>{line.replace(/\s*\[[\w/-]+\]$/, "")}</p>
      ))}
    </div>
  );
}

function Readings({ data }: { data: Current }) {
  return (
    <ul className="plain-list">
      {data.readings.map((reading) => (
        <li key={reading.path} className="row">
          <ForceMark force="open" />
          <span className="grow">{reading.as.zh}</span>
          <span className="sm mute">{placeInPolicy(data.policy, reading.path)}</span>
        </li>
      ))}
    </ul>
  );
}
