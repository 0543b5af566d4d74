import { showTotal } from "@yichuang/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Standing } from "@yichuang/policy";
import { Button, Input } from "antd";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import type { ListSearch } from "../app/router.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { GradeMark } from "../components/GradeMark.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";

type CenterRow = Outputs["center"]["list"]["rows"][number];

const DESIGNATED: Standing[] = ["building", "established", "rectifying", "revoked", "exited"];
const VIEWS: { key: string; label: string; standings: Standing[] }[] = [
  { key: "all", label: "全部", standings: DESIGNATED },
  { key: "building", label: "建设中", standings: ["building"] },
  { key: "established", label: "已认定", standings: ["established"] },
  { key: "rectifying", label: "限期整改", standings: ["rectifying"] },
  { key: "revoked", label: "已撤销", standings: ["revoked", "exited"] },
];

/** The register of centers. */
export function CenterListPage() {
  const { as, base, side } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ strict: false });
  const view = VIEWS.find(({ key }) => key === search.view) ?? VIEWS[0];
  const standings = view?.standings ?? DESIGNATED;
  const to = (next: Partial<ListSearch>) =>
    void navigate({ to: ".", search: { ...search, page: undefined, ...next } as never });
  const { data, isFetching } = useQuery({
    ...ask.center.list.queryOptions({
      as,
      standings,
      page: search.page ?? 1,
      ...(search.q === undefined ? {} : { q: search.q }),
    }),
    placeholderData: (before) => before,
  });
  const today = data?.today ?? "";
  const network = words.noun ?? zh.network.list;
  const count = (of: Standing[]): number =>
    (data?.counts ?? [])
      .filter(({ standing }) => standing !== null && of.includes(standing))
      .reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <PageHead title={side === "i" ? `我的${network}` : network} />
      <QueryRow
        views={VIEWS.map(({ key, label, standings: of }) => ({
          key,
          label:
            key === "all" ? label : of.length === 1 && of[0] !== undefined ? words.standing(of[0]) : label,
          count: count(of),
        }))}
        view={view?.key ?? "all"}
        onView={(key) => to({ view: key === "all" ? undefined : key })}
        onReset={() => to({ view: undefined, q: undefined })}
      >
        <Input.Search
          aria-label="名称或单位"
          placeholder="名称、单位、信用代码"
          allowClear
          defaultValue={search.q}
          key={search.q ?? ""}
          onSearch={(q) => to({ q: q === "" ? undefined : q })}
          style={{ width: 240 }}
        />
      </QueryRow>
      <DataList<CenterRow>
        label={network}
        rows={data?.rows ?? []}
        rowKey={(row) => row.center_id}
        loading={isFetching}
        total={data?.total ?? 0}
        page={search.page ?? 1}
        onPage={(page) => to({ page })}
        onOpen={(row) => void navigate({ href: `${base}/centers/${row.center_id}` })}
        empty={
          search.q === undefined && search.view === undefined ? (
            <EmptyState title={`还没有${words.noun ?? "列入名录的"}`} next="从申报产生，公布之后列在这里" />
          ) : (
            <EmptyState
              title="没有符合条件的记录"
              action={
                <Button type="link" onClick={() => to({ q: undefined, view: undefined })}>
                  清空条件
                </Button>
              }
            />
          )
        }
        columns={columnsOf({ words, base, today })}
      />
    </>
  );
}

interface Shown {
  words: PolicyWords;
  base: string;
  today: string;
}

const typeColumn = (words: PolicyWords): Column<CenterRow> => ({
  key: "type",
  title: "类型",
  width: 170,
  render: (row) => <span className="mute">{words.type(row.type_key) ?? ""}</span>,
});

function columnsOf({ words, base, today }: Shown): Column<CenterRow>[] {
  return [
    {
      key: "name",
      title: "名称",
      render: (row) => (
        <AppLink to={`${base}/centers/${row.center_id}`} className="row-link">
          {row.name}
        </AppLink>
      ),
    },
    ...(words.policy.types.length > 1 ? [typeColumn(words)] : []),
    { key: "host", title: words.institution, width: 160, render: (row) => row.host_name },
    { key: "cohort", title: "批次", width: 60, render: (row) => row.cohort_year },
    {
      key: "standing",
      title: "状态",
      width: 120,
      render: (row) =>
        row.standing === null ? (
          "—"
        ) : (
          <StandingTag standing={row.standing} label={words.standing(row.standing)} />
        ),
    },
    {
      key: "term",
      title: words.term,
      width: 190,
      render: (row) => (row.term_from === null ? "—" : `${row.term_from} 至 ${row.term_to ?? ""}`),
    },
    {
      key: "grade",
      title: "等次",
      width: 120,
      render: (row) =>
        row.grade_key === null ? (
          "—"
        ) : (
          <GradeMark
            meaning={meaningOf(row.grade_means)}
            label={words.grade(row.grade_key)?.label ?? row.grade_key}
          />
        ),
    },
    {
      key: "score",
      title: "得分",
      width: 70,
      align: "right",
      render: (row) => (row.score === null ? "—" : showTotal(row.score)),
    },
    {
      key: "due",
      title: "最近到期",
      width: 160,
      render: (row) => <DueText due={row.next_due} today={today} />,
    },
  ];
}

const MEANINGS = ["top", "good", "pass", "weak", "fail", "deferred"] as const;
export const meaningOf = (means: string | null | undefined): (typeof MEANINGS)[number] =>
  MEANINGS.find((one) => one === means) ?? "pass";
