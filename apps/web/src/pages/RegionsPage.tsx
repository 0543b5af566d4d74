// The regions that the platform keeps: divisions and functional zones, those in use and those that have ended.
import { useQuery } from "@tanstack/react-query";
import { useAdminVerdict } from "../app/administering.tsx";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import type { Column } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { KeptList, useKeptSearch } from "./KeptList.tsx";
import { RegionEnd, RegionForm } from "./RegionForm.tsx";

export type Region = Outputs["region"]["list"]["rows"][number];

export function RegionsPage() {
  const { as } = useWearing();
  const search = useKeptSearch();
  const { data, isFetching } = useQuery({
    ...ask.region.list.queryOptions({ as, ...search.asked }),
    placeholderData: (before) => before,
  });
  return (
    <KeptList<Region>
      title="区划"
      search={search}
      verdict={useAdminVerdict("keep-regions")}
      data={data}
      loading={isFetching}
      rowKey={(row) => row.code}
      words={{ end: "撤销", find: "名称、代码、上级" }}
      empty={<EmptyState title="没有符合条件的区划" next="换一个条件，或登记新的区划" />}
      columns={COLUMNS}
      renderForm={(region, close) => (
        <RegionForm {...(region === undefined ? {} : { region })} onClose={close} />
      )}
      renderEnding={(region, { today, close }) => <RegionEnd region={region} today={today} onClose={close} />}
    />
  );
}

const COLUMNS: Column<Region>[] = [
  { key: "code", title: "代码", width: 120, render: (row) => row.code },
  {
    key: "kind",
    title: "类别",
    width: 110,
    render: (row) => (row.kind === "zone" ? "功能区" : "行政区划"),
  },
  { key: "above", title: "上级", width: 160, render: (row) => row.above ?? "—" },
  { key: "from", title: "启用日期", width: 120, render: (row) => row.from },
  {
    key: "predecessors",
    title: "由其变更而来",
    width: 160,
    render: (row) => row.before ?? "—",
  },
];
