// Centers that no tenant keeps: national ones, and those of provinces that are not on the platform.
import { useQuery } from "@tanstack/react-query";
import { useAdminVerdict } from "../app/administering.tsx";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import type { Column } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ExternalCenterEnd, ExternalCenterForm } from "./ExternalCenterForm.tsx";
import { KeptList, useKeptSearch } from "./KeptList.tsx";
import { tierWord } from "./TenantsPage.tsx";

export type ExternalCenter = Outputs["externalCenter"]["list"]["rows"][number];

export function ExternalCentersPage() {
  const { as } = useWearing();
  const search = useKeptSearch();
  const { data, isFetching } = useQuery({
    ...ask.externalCenter.list.queryOptions({ as, ...search.asked }),
    placeholderData: (before) => before,
  });
  return (
    <KeptList<ExternalCenter>
      title="外部中心"
      search={search}
      verdict={useAdminVerdict("keep-external-centers")}
      data={data}
      loading={isFetching}
      rowKey={(row) => row.id}
      words={{ end: "终止", find: "名称、单位、代码" }}
      empty={
        <EmptyState
          title="没有符合条件的外部中心"
          next="国家级的、没有上平台的省市的中心，登记在这里，各租户据此认定"
        />
      }
      under={(row) => row.title}
      columns={COLUMNS}
      renderForm={(center, close) => (
        <ExternalCenterForm {...(center === undefined ? {} : { center })} onClose={close} />
      )}
      renderEnding={(center, { today, close }) => (
        <ExternalCenterEnd center={center} today={today} onClose={close} />
      )}
    />
  );
}

const COLUMNS: Column<ExternalCenter>[] = [
  { key: "tier", title: "层级", width: 80, render: (row) => tierWord(row.tier) },
  {
    key: "host",
    title: "依托单位",
    width: 210,
    render: (row) => (
      <>
        {row.host}
        <div className="sm mute">{row.uscc ?? "代码未登记"}</div>
      </>
    ),
  },
  { key: "field", title: "领域", width: 120, render: (row) => row.field ?? "—" },
  { key: "region", title: "所在地", width: 110, render: (row) => row.region ?? "—" },
  { key: "authority", title: "认定部门", width: 160, render: (row) => row.authority },
  { key: "from", title: "认定日期", width: 110, render: (row) => row.from },
];
