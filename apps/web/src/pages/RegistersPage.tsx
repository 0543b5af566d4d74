// The registers that somebody has to do with: the own ledger, and those that the policy names.
import { useQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { labelOf } from "../components/fields/field-context.ts";
import { PageHead } from "../components/PageHead.tsx";
import type { RegisterSpace } from "./register-space.ts";

type Overview = Outputs["register"]["overview"]["registers"][number];

const KEPT: Record<Overview["register"]["bearer"], string> = {
  tenant: "主管部门",
  institution: "单位",
  center: "每一项",
};

export function RegistersPage() {
  const { as, me, side } = useWearing();
  const here = useQuery(ask.register.overview.queryOptions({ as }));
  const own = useQuery({
    ...ask.register.overview.queryOptions({ as: { hat: as.hat, tenant: me.party } }),
    enabled: side === "i",
  });
  return (
    <>
      <PageHead title="台账" />
      {side === "i" && (
        <section aria-label="本单位台账">
          <h2 className="section-title">本单位台账</h2>
          <p className="mute">登记一次，各项申报、报告、自评都可以从这里选取。只有本单位能看到。</p>
          <Registers space="own" rows={own.data?.registers ?? []} loading={own.isFetching} />
        </section>
      )}
      <section aria-label="政策规定的台账">
        {side === "i" && <h2 className="section-title">政策规定的台账</h2>}
        <Registers space="here" rows={here.data?.registers ?? []} loading={here.isFetching} />
      </section>
    </>
  );
}

function Registers(props: { space: RegisterSpace; rows: Overview[]; loading: boolean }) {
  const { base } = useWearing();
  const { space, rows, loading } = props;
  return (
    <DataList<Overview>
      label={space === "own" ? "本单位台账" : "政策规定的台账"}
      rows={rows}
      rowKey={({ register }) => register.key}
      loading={loading}
      empty={<EmptyState title="这一套政策没有规定台账" next="政策里写了台账，就列在这里" />}
      columns={[
        {
          key: "label",
          title: "台账",
          render: ({ register }) => (
            <AppLink to={`${base}/registers/${space}/${register.key}`} className="row-link">
              {labelOf(register)}
            </AppLink>
          ),
        },
        {
          key: "bearer",
          title: "记在",
          width: 120,
          render: ({ register }) => (space === "own" ? "本单位" : KEPT[register.bearer]),
        },
        {
          key: "n",
          title: "条数",
          width: 100,
          align: "right",
          render: ({ n }) => n,
        },
        {
          key: "waiting",
          title: "待核实",
          width: 100,
          align: "right",
          render: ({ waiting }) => (waiting === 0 ? "—" : waiting),
        },
      ]}
    />
  );
}
