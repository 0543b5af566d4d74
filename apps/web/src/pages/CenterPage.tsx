// One center: its standing, what it owes, what may be done next and why not, its cases, scores, findings and history.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { showTotal } from "@yichuang/domain";
import { Tabs } from "antd";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy, usePolicyVersion } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { GradeMark } from "../components/GradeMark.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";
import { CaseHistory } from "./CaseHistory.tsx";
import { FinishTask } from "./FinishTask.tsx";
import { CenterMoney } from "./CenterMoney.tsx";
import { CenterActs } from "./center-acts.tsx";
import { CenterNetwork } from "./CenterNetwork.tsx";
import { JudgeDuty } from "./JudgeDuty.tsx";
import { meaningOf } from "./CenterListPage.tsx";

export type CenterData = Outputs["center"]["get"];

export function CenterPage() {
  const { id = "" } = useParams({ strict: false });
  const { as, base } = useWearing();
  const navigate = useNavigate();
  const { data: center } = useSuspenseQuery(ask.center.get.queryOptions({ as, center: id }));
  const words = usePolicyVersion(center.policyHash);
  const { head } = center;
  const grade = head.grade === undefined ? undefined : words.grade(head.grade);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.noun ?? zh.network.list, to: `${base}/centers` }, { label: head.name }]}
        title={head.name}
        tags={
          <>
            {head.standing !== undefined && (
              <StandingTag standing={head.standing} label={words.standing(head.standing)} large />
            )}
            {grade !== undefined && <GradeMark meaning={meaningOf(grade.means)} label={grade.label} />}
          </>
        }
        actions={
          <CenterActs
            center={center}
            words={words}
            onOpened={(file) => void navigate({ href: `${base}/cases/${file}` })}
          />
        }
      />
      <Facts center={center} words={words} />
      <div className="two-columns">
        <Tabs
          items={[
            {
              key: "duties",
              label: `义务与到期 ${center.obligations.filter(({ state }) => state === "open" || state === "missed").length}`,
              children: (
                <>
                  <JudgedDuties center={center} />
                  <Obligations center={center} words={words} />
                </>
              ),
            },
            {
              key: "cases",
              label: `案卷 ${center.cases.length}`,
              children: <Cases center={center} words={words} />,
            },
            {
              key: "network",
              label: "组建与联系",
              children: <CenterNetwork center={center} words={words} />,
            },
            {
              key: "findings",
              label: `督查问题 ${center.findings.length}`,
              children: <Findings center={center} words={words} />,
            },
            {
              key: "results",
              label: `评估结果 ${center.evaluations.length}`,
              children: <Results center={center} words={words} />,
            },
            ...(center.money.plans.length === 0
              ? []
              : [{ key: "money", label: "经费", children: <CenterMoney center={center} words={words} /> }]),
          ]}
        />
        <aside>
          <CaseHistory items={center.history} today={center.today} />
        </aside>
      </div>
    </>
  );
}

interface Part {
  center: CenterData;
  words: PolicyWords;
}

function Facts({ center, words }: Part) {
  const { head, director, written } = center;
  const started = head.dates?.["center.term-started-on"];
  const person =
    typeof director === "object" && director !== null && "name" in director ? director.name : undefined;
  const facts: [string, string | undefined][] = [
    [words.institution, head.host.name],
    ["类型", words.type(head.type)],
    [words.noun?.endsWith("中心") === true ? "中心主任" : "负责人", person],
    // what the form asked again is told once
    ...written
      .filter(({ value }) => value !== head.host.name && value !== head.name && value !== person)
      .map(({ label, value }): [string, string] => [label, value]),
    [
      words.term,
      started === undefined
        ? undefined
        : `${started} 至 ${head.termEndsOn ?? head.dates?.["center.term-ended-on"] ?? ""}`,
    ],
    ["验收得分", head.score === undefined ? undefined : showTotal(head.score)],
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

const whoOf = (role: string, { institution, authority }: PolicyWords): string =>
  ({
    "institution-manager": institution,
    contact: institution,
    "center-director": "负责人",
    officer: authority,
    leader: authority,
    inspector: "督查员",
    expert: "专家",
  })[role] ?? "";
const STATES = {
  open: ["ring", "applying", "未到期"],
  done: ["check", "closed", "已完成"],
  missed: ["triangle", "overdue", "逾期"],
  void: ["ring", "withdrawn", "不再要求"],
} as const;

/** What the center must do and no number decides, with what was said about it. */
function JudgedDuties({ center }: { center: CenterData }) {
  const { policy } = usePolicy();
  const duties = policy.duties.filter(
    ({ key, must, bearer }) =>
      must.kind === "judged" &&
      bearer === "center" &&
      (center.duties.some((one) => one.duty === key) ||
        center.abilities.some(({ path }) => path === `duties/${key}`)),
  );
  if (duties.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="职责">
      {duties.map((duty) => (
        <li key={duty.key} className="row">
          <ForceMark force={duty.force ?? "mandatory"} />
          <span className="grow">{duty.label?.zh ?? duty.key}</span>
          <JudgeDuty
            of={{ center: center.head.id }}
            duty={duty}
            judged={center.duties}
            abilities={center.abilities}
            year={Number(center.today.slice(0, 4))}
          />
        </li>
      ))}
    </ul>
  );
}

function Obligations({ center, words }: Part) {
  const { base } = useWearing();
  // experts' own tasks are in the cases; what is still due stands before what is done
  const owed = center.obligations.filter(({ state, to_user: user }) => state !== "void" && user === null);
  const rows = [
    ...owed.filter(({ state }) => state !== "done"),
    ...owed.filter(({ state }) => state === "done").toReversed(),
  ];
  if (rows.length === 0) return <EmptyState title="没有到期的义务" />;
  const clausesOf = (procedure: string | null, stage: string | null) => {
    const found = words.policy.procedures.find(({ key }) => key === procedure);
    return words.clauses(found?.stages.find(({ key }) => key === stage)?.because ?? found?.because);
  };
  return (
    <div className="table-scroll">
      <table className="plain" aria-label="义务与到期">
        <thead>
          <tr>
            <th scope="col">要做什么</th>
            <th scope="col">谁来做</th>
            <th scope="col">到期</th>
            <th scope="col">状态</th>
            <th scope="col">条款</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.obligation_key}>
              <td>
                {row.case_id === null ? (
                  row.matter
                ) : (
                  <AppLink to={`${base}/cases/${row.case_id}`}>{row.matter}</AppLink>
                )}{" "}
                <span className="mute">{row.year}</span>
              </td>
              <td>{whoOf(row.to_role, words)}</td>
              <td>
                <DueText due={row.due_on} today={center.today} done={row.state === "done"} />
              </td>
              <td>
                <StandingTag
                  standing={STATES[row.state][1]}
                  label={row.state === "open" && row.due_on === null ? "还没有办" : STATES[row.state][2]}
                />
                <FinishTask center={center} words={words} task={row} />
              </td>
              <td>
                {clausesOf(row.procedure_key, row.stage_key)
                  .map(({ section }) => section)
                  .slice(0, 1)
                  .join("")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cases({ center, words }: Part) {
  const { base } = useWearing();
  const labelOf = (procedure: string): string =>
    words.policy.procedures.find(({ key }) => key === procedure)?.label?.zh ?? procedure;
  return (
    <div className="table-scroll">
      <table className="plain" aria-label="案卷">
        <thead>
          <tr>
            <th scope="col">程序</th>
            <th scope="col">年度</th>
            <th scope="col">状态</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {center.cases.toReversed().map((kase) => (
            <tr key={kase.id}>
              <td>
                <AppLink to={`${base}/cases/${kase.id}`}>{labelOf(kase.procedure)}</AppLink>
              </td>
              <td>{kase.year}</td>
              <td>
                <StandingTag standing={kase.state} />
              </td>
              <td>
                {[
                  kase.result?.score === undefined ? undefined : `${showTotal(kase.result.score)} 分`,
                  kase.result?.grade === undefined ? undefined : words.grade(kase.result.grade)?.label,
                ]
                  .filter((one) => one !== undefined)
                  .join(" · ") || "—"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Findings({ center, words }: Part) {
  if (center.findings.length === 0) return <EmptyState title="督查没有发现问题" />;
  return (
    <ul className="plain-list">
      {center.findings.map((finding) => (
        <li key={finding.id} className="row">
          <StandingTag
            standing={finding.cleared === undefined ? "rectifying" : "closed"}
            label={finding.cleared === undefined ? "在办" : "已办结"}
          />
          <span className="grow">
            {finding.text}{" "}
            {finding.cleared !== undefined && <span className="mute">{finding.cleared.how}</span>}
          </span>
          <DueText due={finding.due} today={center.today} done={finding.cleared !== undefined} />
          <CenterActs center={center} words={words} finding={finding.id} />
        </li>
      ))}
    </ul>
  );
}

/** A consequence has several effects and is told once. */
const eachOnce = (applied: CenterData["consequences"]): CenterData["consequences"] => [
  ...new Map(applied.map((one) => [`${one.case}/${one.consequence}/${one.on}`, one])).values(),
];

function Results({ center, words }: Part) {
  if (center.evaluations.length === 0) return <EmptyState title="还没有评估结果" />;
  const labelOf = (procedure: string): string =>
    words.policy.procedures.find(({ key }) => key === procedure)?.label?.zh ?? procedure;
  return (
    <>
      <div className="table-scroll">
        <table className="plain" aria-label="评估结果">
          <thead>
            <tr>
              <th scope="col">评估</th>
              <th scope="col">日期</th>
              <th scope="col" className="num">
                得分
              </th>
              <th scope="col">等次</th>
            </tr>
          </thead>
          <tbody>
            {center.evaluations.map((one) => (
              <tr key={one.case}>
                <td>{labelOf(one.procedure)}</td>
                <td>{one.on}</td>
                <td className="num">{one.score === undefined ? "—" : showTotal(one.score)}</td>
                <td>
                  <GradeMark
                    meaning={meaningOf(one.means)}
                    label={words.grade(one.grade)?.label ?? one.grade}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="section-title">随之办理</h3>
      <ul className="plain-list">
        {eachOnce(center.consequences).map((one) => {
          const found = words.policy.consequences.find(({ key }) => key === one.consequence);
          return (
            <li key={`${one.case}${one.consequence}${one.on}`}>
              {one.on}　{found?.label?.zh ?? one.consequence}{" "}
              {words.clauses(found?.because).map(({ section }) => (
                <span key={section} className="mute">
                  {section}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
