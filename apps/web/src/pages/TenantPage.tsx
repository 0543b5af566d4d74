// One tenant as the platform keeps it: its policy, people, institutions and experts.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useState } from "react";
import { useAdministered, useAdminVerdict } from "../app/administering.tsx";
import { ask } from "../app/client.ts";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { EnrolDialog, TenantInstitutions } from "./TenantInstitutions.tsx";
import { PersonDialog, TenantPeople } from "./TenantPeople.tsx";
import { PolicyShelf } from "./PolicyShelf.tsx";
import { tierWord } from "./TenantsPage.tsx";

const TABS = ["policies", "people", "institutions", "experts"] as const;
type Tab = (typeof TABS)[number];

export function TenantPage() {
  const { as, base } = useWearing();
  const { of } = useAdministered();
  const { data } = useQuery(ask.tenant.list.queryOptions({ as }));
  const [tab, setTab] = useState<Tab>("policies");
  const tenant = data?.find((one) => one.tenant === of);
  return (
    <>
      <PageHead
        crumbs={[{ label: "租户", to: base }, { label: tenant?.name ?? "" }]}
        title={tenant?.name ?? "租户"}
        tags={
          <span className="mute">
            {tierWord(tenant?.tier ?? null)} · 行政区划 {tenant?.region ?? "—"}
          </span>
        }
        actions={<TabAct tab={tab} />}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? "policies")}
        items={[
          { key: "policies", label: "政策", children: <PolicyShelf /> },
          { key: "people", label: "人员", children: <TenantPeople /> },
          { key: "institutions", label: "单位", children: <TenantInstitutions /> },
          { key: "experts", label: "专家库", children: <TenantPeople experts /> },
        ]}
      />
    </>
  );
}

/** The one act of each tab. */
function TabAct({ tab }: { tab: Tab }) {
  const { home } = useAdministered();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const importing = useAdminVerdict("import-policy");
  const people = useAdminVerdict("put-person");
  const enrolling = useAdminVerdict("enrol-institution");
  if (importing === undefined || people === undefined || enrolling === undefined) return null;
  const close = () => setOpen(false);
  switch (tab) {
    case "policies":
      return (
        <ActButton
          primary
          label="导入办法"
          verdict={importing}
          onAct={() => void navigate({ href: `${home}/policies/import` })}
        />
      );
    case "institutions":
      return (
        <>
          <ActButton primary label="登记单位" verdict={enrolling} onAct={() => setOpen(true)} />
          {open && <EnrolDialog onClose={close} />}
        </>
      );
    case "people":
    case "experts":
      return (
        <>
          <ActButton
            primary
            label={tab === "experts" ? "新增专家" : "开设账号"}
            verdict={people}
            onAct={() => setOpen(true)}
          />
          {open && <PersonDialog experts={tab === "experts"} onClose={close} />}
        </>
      );
  }
}
