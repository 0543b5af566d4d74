// A version at a glance: who does what when, the indicators with their weights, levels and what follows from them.
import { effectiveTree, flatten } from "@yichuang/domain";
import {
  isMeaning,
  type Policy,
  sayActor,
  sayDuration,
  sayWindow,
  type Sheet,
  type Stage,
} from "@yichuang/policy";
import { GradeMark } from "../components/GradeMark.tsx";
import { Meter } from "../components/Meter.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

export function PolicyOverview({ policy }: { policy: Policy }) {
  return (
    <div className="overview">
      <section className="panel">
        <h2 className="section-title">程序和阶段</h2>
        {policy.procedures.map((procedure) => (
          <Procedure key={procedure.key} policy={policy} procedure={procedure} />
        ))}
      </section>
      <div className="stack">
        {policy.sheets.map((sheet) => (
          <section className="panel" key={sheet.key}>
            <h2 className="section-title">{sheet.label?.zh ?? sheet.key}</h2>
            <Weights sheet={sheet} />
          </section>
        ))}
        {policy.gradings.length > 0 && (
          <section className="panel">
            <h2 className="section-title">等次和后果</h2>
            <Grades policy={policy} />
          </section>
        )}
      </div>
    </div>
  );
}

function Procedure({ policy, procedure }: { policy: Policy; procedure: Policy["procedures"][number] }) {
  const speaker = { lang: "zh" as const, policy };
  const name = procedure.label?.zh ?? procedure.key;
  return (
    <div className="table-scroll">
      <table className="plain" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">谁办</th>
            <th scope="col">时间</th>
          </tr>
        </thead>
        <tbody>
          {procedure.stages.map((stage) => (
            <tr key={stage.key}>
              <td>{stage.label?.zh ?? stage.key}</td>
              <td className="nowrap">{sayActor(speaker, stage.by)}</td>
              <td>{timeOf(policy, stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function timeOf(policy: Policy, stage: Stage): string {
  const speaker = { lang: "zh" as const, policy };
  if ("lasts" in stage && stage.lasts !== undefined) return sayDuration(speaker, stage.lasts);
  return stage.window === undefined ? "前一步办完之后" : sayWindow(speaker, stage.window);
}

function Weights({ sheet }: { sheet: Sheet }) {
  const items = flatten(effectiveTree(sheet));
  const total = items.reduce((sum, { level, weight }) => (level === 1 ? sum + Number(weight ?? 0) : sum), 0);
  return items.map((item) => (
    <div className="weight" key={item.path}>
      <span style={{ paddingLeft: (item.level - 1) * 16 }} className={item.level === 1 ? "strong" : ""}>
        {item.label.zh}
      </span>
      <Meter value={Number(item.weight ?? 0)} of={total} width={80} />
      <span>{item.weight ?? <StandingTag standing="open" label="未定" />}</span>
    </div>
  ));
}

function Grades({ policy }: { policy: Policy }) {
  const lists = policy.lists.filter(({ key }) => policy.gradings.some(({ list }) => list === key));
  return (
    <>
      {lists.map((list) => (
        <p key={list.key} className="row-wrap">
          {list.items.map((item) =>
            item.means !== undefined && isMeaning(item.means) ? (
              <GradeMark key={item.key} meaning={item.means} label={item.label?.zh ?? item.key} />
            ) : (
              <span key={item.key}>{item.label?.zh ?? item.key}</span>
            ),
          )}
        </p>
      ))}
      <ul className="plain-list">
        {policy.consequences.map(({ key, label }) => (
          <li key={key}>{label?.zh ?? key}</li>
        ))}
      </ul>
    </>
  );
}
