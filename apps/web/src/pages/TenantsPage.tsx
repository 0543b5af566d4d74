// The platform's tenants: who they are, under whom, and whether a policy holds there.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useState } from "react";
import { useAdministering, useAdminVerdict } from "../app/administering.tsx";
import { api, ask } from "../app/client.ts";
import { useRegionOptions } from "../app/RegionSelect.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Tenant = Outputs["tenant"]["list"][number];

export const TIERS = [
  { value: "national", label: "国家级" },
  { value: "provincial", label: "省级" },
  { value: "municipal", label: "市级" },
  { value: "district", label: "区县级" },
];
export const tierWord = (tier: string | null): string =>
  TIERS.find(({ value }) => value === tier)?.label ?? "—";

export function TenantsPage() {
  const { as, base } = useWearing();
  const { data = [], isFetching } = useQuery(ask.tenant.list.queryOptions({ as }));
  const verdict = useAdminVerdict("create-tenant");
  const [opening, setOpening] = useState(false);
  const regions = useRegionOptions();
  const placeOf = (code: string | null): string =>
    regions.find(({ value }) => value === code)?.label ?? code ?? "—";
  const nameOf = (id: number | null): string => data.find(({ tenant }) => tenant === id)?.name ?? "—";
  return (
    <>
      <PageHead
        title="租户"
        actions={
          verdict === undefined ? undefined : (
            <ActButton primary label="新增租户" verdict={verdict} onAct={() => setOpening(true)} />
          )
        }
      />
      <DataList<Tenant>
        label="租户"
        rows={data}
        rowKey={(row) => String(row.tenant)}
        loading={isFetching}
        empty={<EmptyState title="还没有租户" next="新增一个主管部门，再给它导入政策、开设账号" />}
        columns={[
          {
            key: "name",
            title: "主管部门",
            render: (row) => (
              <AppLink className="row-link" to={`${base}/tenants/${row.tenant}`}>
                {row.name}
              </AppLink>
            ),
          },
          { key: "tier", title: "层级", width: 90, render: (row) => tierWord(row.tier) },
          { key: "region", title: "行政区划", width: 150, render: (row) => placeOf(row.region) },
          { key: "parent", title: "上级", width: 200, render: (row) => nameOf(row.parent) },
          { key: "units", title: "单位", width: 80, align: "right", render: (row) => row.institutions },
          {
            key: "policy",
            title: "政策",
            width: 220,
            render: (row) =>
              row.policy === null ? (
                <StandingTag standing="draft" label="还没有施行" />
              ) : (
                <StandingTag
                  standing="established"
                  label={`第 ${row.policy.version} 版，${row.policy.from} 起`}
                />
              ),
          },
        ]}
      />
      {opening && <NewTenant tenants={data} onClose={() => setOpening(false)} />}
    </>
  );
}

function NewTenant({ tenants, onClose }: { tenants: Tenant[]; onClose: () => void }) {
  const { as, base } = useWearing();
  const navigate = useNavigate();
  const { busy, run } = useAdministering();
  const [name, setName] = useState("");
  const [tier, setTier] = useState("district");
  const [region, setRegion] = useState("");
  const [parent, setParent] = useState<number | null>(null);
  const regions = useRegionOptions();
  const place = regions.find(({ value }) => value === region)?.label;
  const ready = name.trim() !== "" && /^\d{6}$/.test(region);
  const go = async () => {
    const answer = await run(
      () => api.tenant.create.mutate({ as, name: name.trim(), tier, region, parent }),
      "租户已开设，下一步导入政策、开设账号",
    );
    if (answer?.kind === "done") await navigate({ href: `${base}/tenants/${answer.tenant}` });
  };
  return (
    <Confirm
      open
      title="新增租户"
      effects={["开设一个独立的租户，它的数据只有它自己看得见", "政策、账号、单位在下一步加上"]}
      verb="开设租户"
      busy={busy}
      ready={ready}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <label className="stacked">
        主管部门名称
        <Input
          aria-label="主管部门名称"
          maxLength={200}
          value={name}
          placeholder="例如：示例市卫生健康委员会"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="stacked">
        层级
        <Select aria-label="层级" value={tier} options={TIERS} onChange={setTier} />
      </label>
      <label className="stacked">
        行政区划代码
        <Input
          aria-label="行政区划代码"
          inputMode="numeric"
          maxLength={6}
          value={region}
          status={region === "" || /^\d{6}$/.test(region) ? "" : "error"}
          onChange={(event) => setRegion(event.target.value.trim())}
        />
        <span className="sm mute">{place ?? "6 位数字，例如 500102"}</span>
      </label>
      <label className="stacked">
        上级
        <Select
          aria-label="上级"
          allowClear
          placeholder="没有上级，或上级不在平台上"
          value={parent}
          options={tenants.map(({ tenant: value, name: label }) => ({ value, label }))}
          onChange={(next: number | null | undefined) => setParent(next ?? null)}
        />
      </label>
    </Confirm>
  );
}
