// Applications and evaluations: saved views with counts, one row of filters, everything in the address.
import { showTotal } from "@yichuang/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { CaseState, Purpose } from "@yichuang/policy";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import type { ListSearch } from "../app/router.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { dayInChina } from "../words/dates.ts";
import { NewApplication } from "./NewApplication.tsx";

type CaseRow = Outputs["case"]["list"]["rows"][number];

const VIEWS: { key: string; label: string; states?: CaseState[] }[] = [
  { key: "all", label: "全部" },
  { key: "submitted", label: "待审查", states: ["submitted"] },
  { key: "review", label: "评审中", states: ["in-review"] },
  { key: "returned", label: "退回修改", states: ["returned"] },
  { key: "decided", label: "已决定", states: ["decided", "closed"] },
];
const SEEN_BY_AUTHORITY: CaseState[] = [
  "submitted",
  "returned",
  "in-review",
  "in-publicity",
  "decided",
  "closed",
];

export function ApplicationsPage() {
  const { side } = useWearing();
  return (
    <CaseListPage
      title={side === "i" ? "我的申报" : "申报"}
      purposes={["entry", "filing", "recommendation"]}
    />
  );
}

export function EvaluationsPage() {
  return <CaseListPage title="评估验收" purposes={["evaluation", "rectification", "regrouping", "appeal"]} />;
}

function CaseListPage({ title, purposes }: { title: string; purposes: Purpose[] }) {
  const { as, side, base, me } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ strict: false });
  const [selected, setSelected] = useState<string[]>([]);
  const view = VIEWS.find(({ key }) => key === search.view) ?? VIEWS[0];
  const to = (next: Partial<ListSearch>) => {
    setSelected([]);
    void navigate({ to: ".", search: { ...search, page: undefined, ...next } as never });
  };
  const input = {
    as,
    purposes,
    sort: search.sort ?? "submitted",
    descending: search.order !== "asc",
    page: search.page ?? 1,
    ...(search.year === undefined ? {} : { year: search.year }),
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(view?.states === undefined
      ? side === "t"
        ? { states: SEEN_BY_AUTHORITY }
        : {}
      : { states: view.states }),
  };
  const { data, isFetching } = useQuery({
    ...ask.case.list.queryOptions(input),
    placeholderData: (before) => before,
  });
  const count = (states: CaseState[] | undefined): number =>
    (data?.counts ?? [])
      .filter(({ state }) => (states ?? (side === "t" ? SEEN_BY_AUTHORITY : [state])).includes(state))
      .reduce((sum, { n }) => sum + n, 0);
  const today = data?.today ?? "";
  const columns = columnsOf({
    base,
    today,
    side,
    procedure: (row) => words.policy.procedures.find(({ key }) => key === row.procedure_key)?.label?.zh ?? "",
    stageLabel: (row) => stageLabel(words.policy, row),
    grade: (key) => words.grade(key)?.label ?? key,
  });
  const canMeet = side === "t" && me.role === "officer" && purposes.includes("entry");
  return (
    <>
      <PageHead title={title} actions={purposes.includes("entry") ? <NewApplication /> : undefined} />
      <QueryRow
        views={VIEWS.map(({ key, label, states }) => ({ key, label, count: count(states) }))}
        view={view?.key ?? "all"}
        onView={(key) => to({ view: key === "all" ? undefined : key })}
        onReset={() => to({ view: undefined, q: undefined, year: undefined })}
      >
        <Input.Search
          aria-label="单位或名称"
          placeholder="单位、名称、信用代码"
          allowClear
          defaultValue={search.q}
          key={search.q ?? ""}
          onSearch={(q) => to({ q: q === "" ? undefined : q })}
          style={{ width: 240 }}
        />
        <Select
          aria-label="年度"
          allowClear
          placeholder="年度"
          style={{ width: 110 }}
          value={search.year ?? null}
          options={yearsUpTo(today).map((year) => ({ value: year, label: `${year} 年` }))}
          onChange={(year: number | null) => to({ year: year ?? undefined })}
        />
      </QueryRow>
      {selected.length > 0 && (
        <div className="batch-bar">
          已选 {selected.length} 个
          <Button
            size="small"
            onClick={() => void navigate({ href: `${base}/meetings/new?cases=${selected.join(",")}` })}
          >
            登记集中研讨
          </Button>
        </div>
      )}
      <DataList<CaseRow>
        label={title}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={(row) => row.case_id}
        loading={isFetching}
        total={data?.total ?? 0}
        page={search.page ?? 1}
        onPage={(page) => to({ page })}
        sort={{ column: search.sort ?? "submitted", order: search.order ?? "desc" }}
        onSort={(sort) =>
          to(
            sort === undefined
              ? { sort: undefined, order: undefined }
              : { sort: sort.column as ListSearch["sort"], order: sort.order },
          )
        }
        onOpen={(row) => void navigate({ href: `${base}/cases/${row.case_id}` })}
        {...(canMeet ? { selected, onSelect: setSelected } : {})}
        empty={
          search.q === undefined && search.year === undefined && search.view === undefined ? (
            <EmptyState {...nothingYet(purposes, side)} />
          ) : (
            <EmptyState
              title="没有符合条件的记录"
              action={
                <Button type="link" onClick={() => to({ q: undefined, year: undefined, view: undefined })}>
                  清空条件
                </Button>
              }
            />
          )
        }
      />
    </>
  );
}

function nothingYet(purposes: Purpose[], side: string): { title: string; next: string } {
  if (!purposes.includes("entry"))
    return { title: "还没有评估和整改", next: "到了时间在名录里打开一项，从那里发起" };
  return side === "i"
    ? { title: "还没有申报", next: "什么时候受理见首页的日历" }
    : { title: "还没有收到申报", next: "单位提交之后在这里审查；什么时候受理见首页的日历" };
}

const yearsUpTo = (today: string): number[] => {
  const last = Number(today.slice(0, 4)) || 2022;
  return Array.from({ length: Math.max(1, last - 2021) }, (_, index) => last - index);
};

function stageLabel(
  policy: { procedures: { key: string; stages: { key: string; label?: { zh: string } }[] }[] },
  row: CaseRow,
): string {
  const procedure = policy.procedures.find(({ key }) => key === row.procedure_key);
  return procedure?.stages.find(({ key }) => key === row.stage_key)?.label?.zh ?? "—";
}

interface Shown {
  base: string;
  today: string;
  side: string;
  procedure: (row: CaseRow) => string;
  stageLabel: (row: CaseRow) => string;
  grade: (key: string) => string;
}

function columnsOf({ base, today, side, procedure, stageLabel: stage, grade }: Shown): Column<CaseRow>[] {
  const unit: Column<CaseRow> = {
    key: "unit",
    title: "申报单位",
    width: 150,
    sortable: true,
    render: (row) => row.unit ?? "",
  };
  return [
    {
      key: "title",
      title: "名称",
      sortable: true,
      render: (row) => (
        <AppLink to={`${base}/cases/${row.case_id}`} className="row-link">
          {row.title}
        </AppLink>
      ),
    },
    ...(side === "t" ? [unit] : []),
    { key: "year", title: "年度", width: 60, render: (row) => row.year },
    {
      key: "state",
      title: "状态",
      width: 120,
      sortable: true,
      render: (row) => <StandingTag standing={row.state} />,
    },
    {
      key: "procedure",
      title: "程序",
      width: 150,
      render: (row) => <span className="mute">{procedure(row)}</span>,
    },
    {
      key: "stage",
      title: "下一步",
      width: 100,
      render: (row) => <span className="mute">{stage(row)}</span>,
    },
    {
      key: "score",
      title: "得分",
      width: 70,
      align: "right",
      render: (row) => (row.score === null ? "—" : showTotal(row.score)),
    },
    {
      key: "grade",
      title: "等次",
      width: 110,
      render: (row) => (row.grade_key === null ? "—" : grade(row.grade_key)),
    },
    {
      key: "submitted",
      title: "提交",
      width: 100,
      sortable: true,
      render: (row) => (row.submitted_at === null ? "—" : dayInChina(row.submitted_at)),
    },
    {
      key: "due",
      title: "到期",
      width: 150,
      render: (row) => <DueText due={row.due_on} today={today} done={row.state === "closed"} />,
    },
  ];
}
