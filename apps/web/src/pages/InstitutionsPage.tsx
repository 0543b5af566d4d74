import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Drawer } from "antd";
import { ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { InstitutionForm, ownershipWord } from "./InstitutionForm.tsx";
import { UnitDuties } from "./UnitDuties.tsx";

const REGISTRARS: readonly string[] = ["officer", "tenant-admin"];

type Institution = Outputs["supervision"]["institutions"][number];

/** Institutions that act in this tenant, and what each owes. */
export function InstitutionsPage() {
  const { as, me } = useWearing();
  const words = usePolicy();
  const { data = [], isFetching } = useQuery(ask.supervision.institutions.queryOptions({ as }));
  const [opened, setOpened] = useState<Institution>();
  const gradeOf = (key: string | null): string =>
    words.policy.lists.flatMap((list) => list.items).find((item) => item.key === key)?.label?.zh ?? "—";
  return (
    <>
      <PageHead title="单位" />
      <DataList<Institution>
        label="单位"
        rows={data}
        rowKey={(row) => String(row.party_id)}
        loading={isFetching}
        onOpen={setOpened}
        empty={<EmptyState title="还没有单位" />}
        columns={[
          {
            key: "name",
            title: "单位",
            render: (row) => (
              <button type="button" className="link" onClick={() => setOpened(row)}>
                {row.name}
              </button>
            ),
          },
          { key: "uscc", title: "统一社会信用代码", width: 220, render: (row) => row.uscc },
          {
            key: "region",
            title: "所在地区",
            width: 120,
            render: (row) => row.region_name ?? row.region ?? "—",
          },
          { key: "kind", title: "类别", width: 120, render: (row) => row.kind ?? "—" },
          { key: "ownership", title: "所有制", width: 120, render: (row) => ownershipWord(row.ownership) },
          { key: "beds", title: "床位", width: 90, align: "right", render: (row) => row.beds ?? "—" },
          { key: "grade", title: "等级", width: 140, render: (row) => gradeOf(row.grade) },
        ]}
      />
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened?.name}
        size={640}
      >
        {opened !== undefined && REGISTRARS.includes(me.role) && (
          <InstitutionForm key={opened.party_id} institution={opened} onDone={() => setOpened(undefined)} />
        )}
        {opened !== undefined && <UnitDuties party={opened.party_id} />}
      </Drawer>
    </>
  );
}
