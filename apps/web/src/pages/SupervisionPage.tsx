import { showTotal } from "@yichuang/domain";
import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";

type Finding = Outputs["supervision"]["findings"]["rows"][number];
type CaseRow = Outputs["case"]["list"]["rows"][number];

/** Findings of inspections, inspections themselves, and rectifications with their clocks. */
export function SupervisionPage() {
  const { as } = useWearing();
  const words = usePolicy();
  const findings = useQuery(ask.supervision.findings.queryOptions({ as }));
  const newest = { as, sort: "submitted", descending: true, page: 1 } as const;
  const inspections = useQuery(ask.case.list.queryOptions({ ...newest, purposes: ["inspection"] }));
  const rectifications = useQuery(ask.case.list.queryOptions({ ...newest, purposes: ["rectification"] }));
  return (
    <>
      <PageHead
        title="督查与整改"
        aside={<span className="sm mute">登记督查：在“{words.noun ?? zh.network.list}”里打开一项</span>}
      />
      <Tabs
        items={[
          {
            key: "findings",
            label: `督查问题 ${findings.data?.rows.length ?? ""}`,
            children: (
              <Findings
                rows={findings.data?.rows ?? []}
                loading={findings.isFetching}
                today={findings.data?.today ?? ""}
              />
            ),
          },
          {
            key: "inspections",
            label: `核查 ${inspections.data?.total ?? ""}`,
            children: <Inspections rows={inspections.data?.rows ?? []} loading={inspections.isFetching} />,
          },
          {
            key: "rectifications",
            label: `整改 ${rectifications.data?.total ?? ""}`,
            children: (
              <Rectifications
                rows={rectifications.data?.rows ?? []}
                loading={rectifications.isFetching}
                today={rectifications.data?.today ?? ""}
              />
            ),
          },
        ]}
      />
    </>
  );
}

interface Listed<Row> {
  rows: Row[];
  loading: boolean;
}

function Findings({ rows, loading, today }: Listed<Finding> & { today: string }) {
  const { base } = useWearing();
  const words = usePolicy();
  return (
    <DataList<Finding>
      label="督查问题"
      rows={rows}
      rowKey={(row) => row.finding_id}
      loading={loading}
      empty={<EmptyState title="没有在途的督查问题" next="督查时发现的问题，连同期限列在这里" />}
      columns={findingsColumns({ words, base, today })}
    />
  );
}

function findingsColumns({
  words,
  base,
  today,
}: {
  words: PolicyWords;
  base: string;
  today: string;
}): Column<Finding>[] {
  return [
    { key: "text", title: "问题", render: (row) => row.text },
    {
      key: "center",
      title: "名称",
      width: 200,
      render: (row) => <AppLink to={`${base}/centers/${row.center_id}`}>{row.center}</AppLink>,
    },
    { key: "host", title: words.institution, width: 180, render: (row) => row.host_name },
    { key: "found", title: "发现", width: 110, render: (row) => row.found_on },
    {
      key: "due",
      title: "期限",
      width: 160,
      render: (row) => <DueText due={row.due_on} today={today} done={row.cleared_on !== null} />,
    },
    {
      key: "state",
      title: "状态",
      width: 110,
      render: (row) => (
        <StandingTag
          standing={row.cleared_on === null ? "rectifying" : "closed"}
          label={row.cleared_on === null ? "在办" : "已办结"}
        />
      ),
    },
  ];
}

function Inspections({ rows, loading }: Listed<CaseRow>) {
  const { base } = useWearing();
  const words = usePolicy();
  return (
    <DataList<CaseRow>
      label="核查"
      rows={rows}
      rowKey={(row) => row.case_id}
      loading={loading}
      empty={<EmptyState title="没有在途的核查" next="从名录里的一项发起之后，进展和结论列在这里" />}
      columns={inspectionsColumns({ words, base })}
    />
  );
}

function inspectionsColumns({ words, base }: { words: PolicyWords; base: string }): Column<CaseRow>[] {
  return [
    {
      key: "title",
      title: "名称",
      render: (row) => <AppLink to={`${base}/cases/${row.case_id}`}>{row.title}</AppLink>,
    },
    { key: "unit", title: words.institution, width: 200, render: (row) => row.unit ?? "" },
    { key: "year", title: "年度", width: 80, render: (row) => row.year },
    {
      key: "state",
      title: "状态",
      width: 130,
      render: (row) => <StandingTag standing={row.state} />,
    },
    {
      key: "grade",
      title: "结论",
      width: 140,
      render: (row) => (row.grade_key === null ? "—" : (words.grade(row.grade_key)?.label ?? row.grade_key)),
    },
  ];
}

function Rectifications({ rows, loading, today }: Listed<CaseRow> & { today: string }) {
  const { base } = useWearing();
  const words = usePolicy();
  return (
    <DataList<CaseRow>
      label="整改"
      rows={rows}
      rowKey={(row) => row.case_id}
      loading={loading}
      empty={<EmptyState title="没有在途的整改" next="责令整改之后，期限和复核结果列在这里" />}
      columns={rectificationsColumns({ words, base, today })}
    />
  );
}

function rectificationsColumns({
  words,
  base,
  today,
}: {
  words: PolicyWords;
  base: string;
  today: string;
}): Column<CaseRow>[] {
  return [
    {
      key: "title",
      title: "名称",
      render: (row) => <AppLink to={`${base}/cases/${row.case_id}`}>{row.title}</AppLink>,
    },
    { key: "unit", title: words.institution, width: 200, render: (row) => row.unit ?? "" },
    {
      key: "state",
      title: "状态",
      width: 130,
      render: (row) => <StandingTag standing={row.state} />,
    },
    {
      key: "score",
      title: "复核得分",
      width: 100,
      align: "right",
      render: (row) => (row.score === null ? "—" : showTotal(row.score)),
    },
    {
      key: "grade",
      title: "等次",
      width: 100,
      render: (row) => (row.grade_key === null ? "—" : (words.grade(row.grade_key)?.label ?? row.grade_key)),
    },
    {
      key: "due",
      title: "期限",
      width: 160,
      render: (row) =>
        row.marks.includes("open") && row.due_on === null ? (
          <StandingTag standing="open" />
        ) : (
          <DueText due={row.due_on} today={today} done={row.state === "closed"} />
        ),
    },
  ];
}
