// People of a tenant: accounts with their hats, and the pool of experts.
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useState } from "react";
import { useAdministered, useAdministering } from "../app/administering.tsx";
import { api, ask } from "../app/client.ts";
import { type Outputs, ROLE_WORDS, useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Person = Outputs["tenant"]["people"][number];
type Role = Person["role"];

const STAFF = ["tenant-admin", "officer", "leader", "inspector"] as const;
const MEMBERS = ["institution-manager", "contact", "center-director"] as const;

export function TenantPeople({ experts = false }: { experts?: boolean }) {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { data = [], isFetching } = useQuery(ask.tenant.people.queryOptions({ as, of }));
  return (
    <DataList<Person>
      label={experts ? "专家库" : "人员"}
      rows={data.filter(({ role }) => (role === "expert") === experts)}
      rowKey={(row) => row.hat}
      loading={isFetching}
      empty={
        experts ? (
          <EmptyState title="专家库里还没有人" next="新增专家之后，才能分配评审" />
        ) : (
          <EmptyState title="还没有账号" next="至少要有管理员、经办人和分管领导各一人" />
        )
      }
      columns={[
        {
          key: "name",
          title: "姓名",
          width: 160,
          render: (row) => <span className="strong">{row.name}</span>,
        },
        { key: "role", title: "身份", width: 120, render: (row) => ROLE_WORDS[row.role] },
        {
          key: "unit",
          title: "单位",
          render: (row) => (row.role === "expert" && row.party === 1 ? "外聘" : row.unit),
        },
        { key: "account", title: "账号", width: 200, render: (row) => row.signIn },
        {
          key: "state",
          title: "状态",
          width: 110,
          render: (row) => (
            <StandingTag
              standing={row.disabled ? "exited" : "established"}
              label={row.disabled ? "已停用" : "可以登录"}
            />
          ),
        },
      ]}
    />
  );
}

const SIGN_IN = /^[a-z0-9][a-z0-9._-]{1,60}$/;

export function PersonDialog({ experts, onClose }: { experts: boolean; onClose: () => void }) {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { busy, run } = useAdministering();
  const { data: institutions = [] } = useQuery(ask.tenant.institutions.queryOptions({ as, of }));
  const [role, setRole] = useState<Role>(experts ? "expert" : "officer");
  const [party, setParty] = useState<number>();
  const [written, setWritten] = useState({ name: "", signIn: "", password: "" });
  const set = (part: Partial<typeof written>) => setWritten({ ...written, ...part });
  const ofUnit = MEMBERS.some((one) => one === role);
  const unit = STAFF.some((one) => one === role) ? of : (party ?? null);
  const ready =
    written.name.trim() !== "" &&
    SIGN_IN.test(written.signIn) &&
    written.password.length >= 10 &&
    (!ofUnit || party !== undefined);
  const go = async () => {
    const person = { ...written, name: written.name.trim() };
    const answer = await run(
      () => api.tenant.putPerson.mutate({ as, of, party: unit, role, ...person }),
      `${person.name}的账号已开设`,
    );
    if (answer?.kind === "done") onClose();
  };
  const choices = institutions.map(({ party: value, name: label }) => ({ value, label }));
  return (
    <Confirm
      open
      title={experts ? "新增专家" : "开设账号"}
      effects={
        experts
          ? ["进入专家库，可以分配评审", "写明任职单位的，按规定回避本单位的申报"]
          : ["本人用账号和初始密码登录", "一个人有几个身份的，各开一次，不合并权限"]
      }
      verb={experts ? "加入专家库" : "开设账号"}
      busy={busy}
      ready={ready}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      {!experts && (
        <label className="stacked">
          身份
          <Select
            aria-label="身份"
            value={role}
            onChange={(next: Role) => setRole(next)}
            options={[...STAFF, ...MEMBERS].map((value) => ({ value, label: ROLE_WORDS[value] }))}
          />
        </label>
      )}
      {(ofUnit || experts) && (
        <label className="stacked">
          {experts ? "任职单位" : "单位"}
          <Select
            aria-label={experts ? "任职单位" : "单位"}
            allowClear={experts}
            placeholder={experts ? "不在已登记的单位任职" : "选择单位"}
            value={party ?? null}
            options={choices}
            onChange={(next: number | null | undefined) => setParty(next ?? undefined)}
          />
        </label>
      )}
      <label className="stacked">
        姓名
        <Input
          aria-label="姓名"
          maxLength={200}
          value={written.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      <label className="stacked">
        账号
        <Input
          aria-label="账号"
          maxLength={61}
          autoComplete="off"
          value={written.signIn}
          status={written.signIn === "" || SIGN_IN.test(written.signIn) ? "" : "error"}
          onChange={(event) => set({ signIn: event.target.value.trim() })}
        />
        <span className="sm mute">小写字母和数字开头，可以有点、横线</span>
      </label>
      <div className="stacked">
        <label htmlFor="first-password">初始密码</label>
        <Input.Password
          id="first-password"
          autoComplete="new-password"
          value={written.password}
          onChange={(event) => set({ password: event.target.value })}
        />
        <span className="sm mute">至少 10 个字符</span>
      </div>
    </Confirm>
  );
}
