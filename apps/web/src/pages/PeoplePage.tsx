import { Tabs } from "antd";
import { useState } from "react";
import { useAdminVerdict } from "../app/administering.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { EnrolDialog, TenantInstitutions } from "./TenantInstitutions.tsx";
import { PersonDialog, TenantPeople } from "./TenantPeople.tsx";

type Tab = "people" | "institutions" | "experts";
const ADD: Record<Tab, string> = { people: "开设账号", institutions: "登记单位", experts: "新增专家" };

/** A tenant's people, its institutions and its pool of experts, for its own administrator. */
export function PeoplePage() {
  const [tab, setTab] = useState<Tab>("people");
  const [adding, setAdding] = useState(false);
  const verdict = useAdminVerdict(tab === "institutions" ? "enrol-institution" : "put-person");
  const close = () => setAdding(false);
  return (
    <>
      <PageHead
        title="人员"
        actions={
          verdict === undefined ? undefined : (
            <ActButton primary label={ADD[tab]} verdict={verdict} onAct={() => setAdding(true)} />
          )
        }
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key === "experts" || key === "institutions" ? key : "people")}
        items={[
          { key: "people", label: "人员", children: <TenantPeople /> },
          { key: "institutions", label: "登记的单位", children: <TenantInstitutions /> },
          { key: "experts", label: "专家库", children: <TenantPeople experts /> },
        ]}
      />
      {adding && tab === "institutions" && <EnrolDialog onClose={close} />}
      {adding && tab !== "institutions" && <PersonDialog experts={tab === "experts"} onClose={close} />}
    </>
  );
}
