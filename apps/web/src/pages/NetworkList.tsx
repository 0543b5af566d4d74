// More centers than a drawing holds: the same questions, answered by page.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { DataList } from "../components/DataList.tsx";
import { tierWord } from "../components/network/network-model.ts";
import type { NetSearch } from "../components/network/NetworkScreen.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";

type Row = Outputs["network"]["list"]["centers"][number];

export function NetworkList({ search, onPage }: { search: NetSearch; onPage: (page: number) => void }) {
  const { as } = useWearing();
  const page = search.page ?? 1;
  const { data, isFetching } = useQuery({
    ...ask.network.list.queryOptions({
      as,
      page,
      ...(search.field === undefined ? {} : { field: search.field }),
      ...(search.q === undefined ? {} : { q: search.q }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <DataList<Row>
      label={zh.net.title}
      rows={data?.centers ?? []}
      rowKey={({ center }) => center}
      loading={isFetching}
      total={data?.total ?? 0}
      page={page}
      pageSize={data?.pageSize ?? 50}
      onPage={onPage}
      columns={[
        { key: "name", title: zh.net.center, render: ({ name }) => name },
        { key: "host", title: zh.net.host, width: 200, render: ({ host }) => host },
        {
          key: "field",
          title: zh.net.field,
          width: 140,
          render: ({ fieldLabel, field }) => fieldLabel ?? field ?? zh.net.noField,
        },
        { key: "tier", title: zh.net.tierHead, width: 80, render: ({ tier }) => tierWord(tier) },
        {
          key: "standing",
          title: zh.net.standing,
          width: 120,
          render: ({ standing }) => <StandingTag standing={standing} />,
        },
        { key: "since", title: zh.net.since, width: 110, render: ({ designatedOn }) => designatedOn ?? "—" },
      ]}
    />
  );
}
