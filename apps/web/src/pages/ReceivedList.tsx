// What came in to this space from other tenants, the newest first.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../app/client.ts";
import { useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { dispatchHref, type DispatchLine, KIND_WORDS, stateOf } from "./dispatch-words.ts";

export function ReceivedList({ page, onPage }: { page: number; onPage: (page: number) => void }) {
  const { as, base } = useWearing();
  const navigate = useNavigate();
  const { data, isFetching } = useQuery(ask.dispatch.received.queryOptions({ as, page }));
  return (
    <DataList<DispatchLine>
      label="来件"
      rows={data?.items ?? []}
      rowKey={(row) => `${row.tenant_id}/${row.root_id}/${row.dispatch_key}`}
      loading={isFetching}
      total={data?.total ?? 0}
      page={page}
      onPage={onPage}
      onOpen={(row) => void navigate({ href: dispatchHref(base, row) })}
      empty={<EmptyState title="没有来件" next="下级推荐的、报来备案的，连同材料列在这里" />}
      columns={[
        { key: "kind", title: "类别", width: 70, render: (row) => KIND_WORDS[row.kind] },
        {
          key: "center",
          title: "事项",
          render: (row) => (
            <>
              <AppLink to={dispatchHref(base, row)} className="row-link">
                {row.center}
              </AppLink>{" "}
              <span className="mute">{row.host}</span>
            </>
          ),
        },
        { key: "from", title: "来自", width: 220, render: (row) => row.from_name },
        { key: "on", title: "日期", width: 110, render: (row) => row.on_day },
        { key: "state", title: "状态", width: 120, render: (row) => <StandingTag {...stateOf(row)} /> },
      ]}
    />
  );
}
