// Institutions that act in a tenant: enrolling a known one, or registering a new one by its credit code.
import { useQuery } from "@tanstack/react-query";
import { usccFault } from "@yichuang/domain";
import { Input } from "antd";
import { useState } from "react";
import { useAdministered, useAdministering } from "../app/administering.tsx";
import { api, ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";

type Enrolled = Outputs["tenant"]["institutions"][number];

export function TenantInstitutions() {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { data = [], isFetching } = useQuery(ask.tenant.institutions.queryOptions({ as, of }));
  return (
    <DataList<Enrolled>
      label="单位"
      rows={data}
      rowKey={(row) => String(row.party)}
      loading={isFetching}
      empty={<EmptyState title="还没有单位" next="登记单位之后，才能给它的人开设账号" />}
      columns={[
        { key: "name", title: "单位", render: (row) => <span className="strong">{row.name}</span> },
        { key: "uscc", title: "统一社会信用代码", width: 220, render: (row) => row.uscc },
      ]}
    />
  );
}

export const USCC_FAULTS = {
  "uscc-shape": "统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）",
  "uscc-check-digit": "统一社会信用代码第 18 位校验不符，请对照证照",
} as const;

export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { busy, run } = useAdministering();
  const [uscc, setUscc] = useState("");
  const [name, setName] = useState("");
  const fault = usccFault(uscc);
  const go = async () => {
    const answer = await run(
      () => api.tenant.enrolInstitution.mutate({ as, of, uscc, name: name.trim(), grade: null }),
      `${name.trim()}已登记`,
    );
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      title="登记单位"
      effects={["平台上已经有这个代码的，沿用原来的登记，不改名称", "等级、类别、床位由经办人在“单位”里补上"]}
      verb="登记单位"
      busy={busy}
      ready={fault === undefined && name.trim() !== ""}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <label className="stacked">
        统一社会信用代码
        <Input
          aria-label="统一社会信用代码"
          maxLength={18}
          value={uscc}
          status={uscc === "" || fault === undefined ? "" : "error"}
          aria-describedby="uscc-fault"
          onChange={(event) => setUscc(event.target.value.trim().toUpperCase())}
        />
        <output id="uscc-fault" className="field-gap">
          {uscc.length === 18 && fault !== undefined ? USCC_FAULTS[fault] : ""}
        </output>
      </label>
      <label className="stacked">
        单位名称
        <Input
          aria-label="单位名称"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </Confirm>
  );
}
