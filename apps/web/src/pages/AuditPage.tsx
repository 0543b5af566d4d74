import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { type Outputs, ROLE_WORDS, useWearing } from "../app/wearing.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Entry = Outputs["supervision"]["audit"]["rows"][number];

const wordOf = (role: string | null): string =>
  Object.entries(ROLE_WORDS).find(([key]) => key === role)?.[1] ?? "系统";
const atOf = (instant: string): string =>
  new Date(Date.parse(instant) + 28_800_000).toISOString().slice(0, 19).replace("T", " ");

/** Every act and every denial, in one chain that is verified from its first to its last link. */
export function AuditPage() {
  const { as } = useWearing();
  const [page, setPage] = useState(1);
  const { data, isFetching } = useQuery(ask.supervision.audit.queryOptions({ as, page }));
  return (
    <>
      <PageHead
        title="审计"
        tags={
          data === undefined ? undefined : data.broken === null ? (
            <StandingTag standing="established" label="链条完整" />
          ) : (
            <StandingTag standing="violation" label={`第 ${data.broken} 条不符`} />
          )
        }
      />
      <DataList<Entry>
        label="审计"
        rows={data?.rows ?? []}
        rowKey={(row) => String(row.seq)}
        loading={isFetching}
        page={page}
        pageSize={50}
        total={(data?.rows.length ?? 0) + (page - 1) * 50 + (data?.rows.length === 50 ? 1 : 0)}
        onPage={setPage}
        empty={<EmptyState title="还没有记录" />}
        columns={[
          { key: "seq", title: "序号", width: 80, align: "right", render: (row) => row.seq },
          { key: "at", title: "时间", width: 180, render: (row) => atOf(row.at) },
          { key: "role", title: "身份", width: 120, render: (row) => wordOf(row.role) },
          { key: "action", title: "办理", width: 160, render: (row) => row.said },
          { key: "object", title: "对象", render: (row) => <span className="mute">{row.object}</span> },
          {
            key: "outcome",
            title: "结果",
            width: 90,
            render: (row) => (row.outcome === "done" ? "已办" : "被拒绝"),
          },
        ]}
      />
    </>
  );
}
