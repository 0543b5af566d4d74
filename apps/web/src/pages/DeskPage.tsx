// The first screen: the year's calendar, and what is due, done, copied here and started here.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { DeskSearch } from "../app/router.tsx";
import { useBaseIn } from "../app/bases.ts";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { proseDate } from "../words/dates.ts";
import { ExpertDesk } from "./ExpertDesk.tsx";
import { YearCalendar } from "./YearCalendar.tsx";
import { ReceivedList } from "./ReceivedList.tsx";
import { TenantsPage } from "./TenantsPage.tsx";

type Todo = Outputs["desk"]["todo"]["items"][number];
type Done = Outputs["desk"]["done"]["items"][number];
type Copied = Outputs["desk"]["copied"]["items"][number];
type Started = Outputs["desk"]["started"]["items"][number];

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
const weekday = (day: string): string => `星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ""}`;

export function DeskPage() {
  const { side } = useWearing();
  if (side === "e") return <ExpertDesk />;
  if (side === "platform") return <TenantsPage />;
  return <UnitDesk />;
}

function UnitDesk() {
  const { as, me } = useWearing();
  const search: DeskSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const page = search.page ?? 1;
  const tab = search.tab ?? "todo";
  const todo = useQuery(ask.desk.todo.queryOptions({ as, me, page: tab === "todo" ? page : 1 }));
  const today = todo.data?.today;
  const baseIn = useBaseIn();
  const policy = useQuery({ ...ask.policy.current.queryOptions({ as }), retry: false });
  const elsewhere = todo.data?.items.some(({ tenant }) => tenant !== as.tenant) === true;
  const columns = useTodoColumns(today ?? "", { baseIn, elsewhere });
  const counts = todo.data?.counts;
  const to = (next: DeskSearch) => void navigate({ to: ".", search: next as never });
  return (
    <>
      <PageHead
        title="待办"
        tags={
          today === undefined ? undefined : (
            <span className="mute">{`${proseDate(today)}　${weekday(today)}`}</span>
          )
        }
      />
      {policy.isSuccess && <YearCalendar />}
      <Tabs
        activeKey={tab}
        onChange={(key) => to({ tab: key as DeskSearch["tab"] })}
        items={[
          { key: "todo", label: <TabLabel words="待办" n={counts?.todo} late={counts?.late ?? 0} /> },
          ...(me.party === as.tenant
            ? [
                {
                  key: "received",
                  label: <TabLabel words="来件" n={counts?.received} open={counts?.unanswered ?? 0} />,
                },
              ]
            : []),
          { key: "done", label: <TabLabel words="已办" n={counts?.done} /> },
          { key: "copied", label: <TabLabel words="抄送" n={counts?.copied} /> },
          { key: "started", label: <TabLabel words="我发起" n={counts?.started} /> },
        ]}
      />
      {tab === "todo" && today !== undefined && (
        <DataList<Todo>
          label="待办"
          columns={columns}
          rows={todo.data?.items ?? []}
          rowKey={(row) => `${row.tenant}/${row.root_id}/${row.obligation_key}`}
          loading={todo.isFetching}
          total={counts?.todo ?? 0}
          page={page}
          onPage={(next) => to({ tab, page: next })}
          onOpen={(row) => void navigate({ href: hrefOf(row, baseIn(row.tenant)) })}
          empty={<EmptyState title="没有待办" next="下一件到时会出现在这里；全年的安排见上面的日历" />}
        />
      )}
      {tab === "received" && <ReceivedList page={page} onPage={(next) => to({ tab, page: next })} />}
      {tab === "done" && <DoneList page={page} onPage={(next) => to({ tab, page: next })} />}
      {tab === "copied" && <CopiedList page={page} onPage={(next) => to({ tab, page: next })} />}
      {tab === "started" && <StartedList page={page} onPage={(next) => to({ tab, page: next })} />}
    </>
  );
}

interface TabLabelProps {
  words: string;
  n: number | undefined;
  late?: number;
  /** how many wait for an answer */
  open?: number;
}

function TabLabel({ words, n, late = 0, open = 0 }: TabLabelProps) {
  return (
    <span>
      {words} {n !== undefined && <strong>{n}</strong>}
      {late > 0 && <span className="late-count"> 逾期 {late}</span>}
      {open > 0 && <span className="mute"> 未答复 {open}</span>}
    </span>
  );
}

/** Where a due act is done: the case that is open already, or the place where it is opened. */
function hrefOf(row: Todo, base: string): string {
  if (row.case_id !== null) return `${base}/cases/${row.case_id}`;
  return row.duty_key !== null || row.title === row.unit ? `${base}/unit` : `${base}/centers/${row.root_id}`;
}

interface Places {
  baseIn: (tenant: number) => string;
  /** tasks of other tenants are among them */
  elsewhere: boolean;
}

function useTodoColumns(today: string, { baseIn, elsewhere }: Places): Column<Todo>[] {
  const { side } = useWearing();
  return [
    { key: "matter", title: "要做什么", width: 240, render: (row) => row.matter },
    {
      key: "title",
      title: "事项",
      render: (row) => (
        <>
          <AppLink to={hrefOf(row, baseIn(row.tenant))} className="row-link">
            {side === "t" && row.unit !== null && row.unit !== row.title
              ? `${row.unit} · ${row.title}`
              : row.title}
          </AppLink>{" "}
          <span className="mute">{row.procedure}</span>
        </>
      ),
    },
    ...(elsewhere
      ? [{ key: "tenant", title: "主管部门", width: 200, render: (row: Todo) => row.tenant_name }]
      : []),
    {
      key: "state",
      title: "状态",
      width: 120,
      render: (row) =>
        row.state === null ? <span className="mute">还没有开始</span> : <StandingTag standing={row.state} />,
    },
    { key: "year", title: "年度", width: 70, render: (row) => row.year },
    { key: "due", title: "到期", width: 170, render: (row) => <DueText due={row.due_on} today={today} /> },
    {
      key: "act",
      title: "办理",
      width: 80,
      align: "right",
      render: (row) => <AppLink to={hrefOf(row, baseIn(row.tenant))}>办理</AppLink>,
    },
  ];
}

interface Paged {
  page: number;
  onPage: (page: number) => void;
}

const atOf = (instant: string): string =>
  new Date(Date.parse(instant) + 28_800_000).toISOString().slice(0, 16).replace("T", " ");

function DoneList({ page, onPage }: Paged) {
  const { as, me, base } = useWearing();
  const { data, isFetching } = useQuery(ask.desk.done.queryOptions({ as, me, page }));
  return (
    <DataList<Done>
      label="已办"
      rows={data?.items ?? []}
      rowKey={(row) => `${row.root_id}/${row.seq}`}
      loading={isFetching}
      page={page}
      total={(data?.items.length ?? 0) + (page - 1) * 20 + (data?.items.length === 20 ? 1 : 0)}
      onPage={onPage}
      empty={<EmptyState title="还没有办过的事" next="办过的每一件连同意见和时间列在这里" />}
      columns={[
        { key: "what", title: "办理", width: 150, render: (row) => row.label },
        {
          key: "title",
          title: "事项",
          render: (row) =>
            row.case_id === null ? (
              (row.center ?? "—")
            ) : (
              <AppLink to={`${base}/cases/${row.case_id}`}>{row.title ?? row.center ?? "案卷"}</AppLink>
            ),
        },
        {
          key: "opinion",
          title: "意见",
          render: (row) => <span className="mute">{row.opinion ?? row.detail ?? ""}</span>,
        },
        { key: "at", title: "时间", width: 150, render: (row) => atOf(row.at) },
      ]}
    />
  );
}

function CopiedList({ page, onPage }: Paged) {
  const { as, me, base } = useWearing();
  const { data, isFetching } = useQuery(ask.desk.copied.queryOptions({ as, me, page }));
  return (
    <DataList<Copied>
      label="抄送"
      rows={data?.items ?? []}
      rowKey={(row) => `${row.root_id}/${row.notice_key}`}
      loading={isFetching}
      page={page}
      onPage={onPage}
      empty={<EmptyState title="没有抄送给这里的通报" />}
      columns={[
        {
          key: "title",
          title: "事项",
          render: (row) =>
            row.case_id === null ? (
              row.title
            ) : (
              <AppLink to={`${base}/cases/${row.case_id}`}>{row.title}</AppLink>
            ),
        },
        { key: "text", title: "内容", render: (row) => row.text },
        { key: "at", title: "时间", width: 150, render: (row) => atOf(row.at) },
      ]}
    />
  );
}

function StartedList({ page, onPage }: Paged) {
  const { as, me, base } = useWearing();
  const { data, isFetching } = useQuery(ask.desk.started.queryOptions({ as, me, page }));
  return (
    <DataList<Started>
      label="我发起"
      rows={data?.items ?? []}
      rowKey={(row) => row.case_id}
      loading={isFetching}
      page={page}
      onPage={onPage}
      empty={<EmptyState title="还没有发起过" next="由您新建或发起的案卷列在这里" />}
      columns={[
        {
          key: "title",
          title: "事项",
          render: (row) => <AppLink to={`${base}/cases/${row.case_id}`}>{row.title}</AppLink>,
        },
        { key: "year", title: "年度", width: 80, render: (row) => row.year },
        { key: "state", title: "状态", width: 130, render: (row) => <StandingTag standing={row.state} /> },
        { key: "opened", title: "发起", width: 120, render: (row) => row.opened_on },
      ]}
    />
  );
}
