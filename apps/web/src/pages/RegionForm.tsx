// A region is registered or corrected; when it is over it ends on a day, and what it was made into takes its places.
import { plusDays } from "@yichuang/domain";
import { Input } from "antd";
import { useState } from "react";
import { useAdministering } from "../app/administering.tsx";
import { api } from "../app/client.ts";
import { RegionSelect, RegionsSelect, useRegionOptions } from "../app/RegionSelect.tsx";
import { useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import type { Region } from "./RegionsPage.tsx";

const CODE = /^\d{6}(Z\d{2})?$/;
const CODE_FAULT = "6 位数字，功能区再加 Z 和两位数字，例如 500102、500000Z01";

export function RegionForm({ region, onClose }: { region?: Region; onClose: () => void }) {
  const { as } = useWearing();
  const { busy, run } = useAdministering();
  const [code, setCode] = useState(region?.code ?? "");
  const [name, setName] = useState(region?.name ?? "");
  const [parent, setParent] = useState(region?.parent ?? null);
  const [from, setFrom] = useState(region?.from ?? "");
  const [predecessors, setPredecessors] = useState(region?.predecessors ?? []);
  const above = useRegionOptions(from);
  const before = useRegionOptions(from === "" ? "" : plusDays(from, -1));
  const entry = { code, name: name.trim(), from, predecessors, ...(parent === null ? {} : { parent }) };
  const go = async () => {
    const answer =
      region === undefined
        ? await run(() => api.region.add.mutate({ as, ...entry }), `${entry.name}已登记`)
        : await run(() => api.region.change.mutate({ as, ...entry }), `${entry.name}已修改`);
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      title={region === undefined ? "登记区划" : `修改“${region.name}”`}
      effects={
        region === undefined
          ? ["各租户从启用日期起可以选用", "代码登记之后不能改"]
          : ["改正登记错的内容，各租户都按改后的算", "区划有变更的，不要改，请登记新的区划，再撤销原来的"]
      }
      verb={region === undefined ? "登记区划" : "确认修改"}
      busy={busy}
      ready={CODE.test(code) && entry.name !== "" && from !== ""}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <label className="stacked">
        代码
        <Input
          aria-label="代码"
          maxLength={9}
          value={code}
          disabled={region !== undefined}
          status={code === "" || CODE.test(code) ? "" : "error"}
          onChange={(event) => setCode(event.target.value.trim().toUpperCase())}
        />
        <span className="sm mute">{CODE_FAULT}</span>
      </label>
      <label className="stacked">
        名称
        <Input
          aria-label="名称"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="stacked">
        启用日期
        <Input
          aria-label="启用日期"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <div className="stacked">
        上级
        <RegionSelect
          label="上级"
          clear
          placeholder="省级没有上级"
          options={above}
          value={parent}
          onChange={setParent}
        />
      </div>
      <div className="stacked">
        由哪些区划变更而来
        <RegionsSelect
          label="由哪些区划变更而来"
          options={before}
          value={predecessors}
          onChange={setPredecessors}
        />
      </div>
    </Confirm>
  );
}

interface EndProps {
  region: Region;
  today: string;
  onClose: () => void;
}

export function RegionEnd({ region, today, onClose }: EndProps) {
  const { as } = useWearing();
  const { busy, run } = useAdministering();
  const [on, setOn] = useState(today);
  const [successors, setSuccessors] = useState<string[]>([]);
  const { code, name } = region;
  const options = useRegionOptions(on).filter(({ value }) => value !== code);
  const go = async (reason: string) => {
    const ending = { as, code, on, reason, successors };
    const answer = await run(() => api.region.end.mutate(ending), `${name}已撤销`);
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      reason
      danger
      title={`撤销“${name}”`}
      effects={["从撤销日期起不再使用，以前的记录不变", "落在这里的中心，从这一天起按承接的区划算"]}
      verb="确认撤销"
      busy={busy}
      ready={on !== ""}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <label className="stacked">
        撤销日期
        <Input aria-label="撤销日期" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
      <div className="stacked">
        由哪些区划承接
        <RegionsSelect label="由哪些区划承接" options={options} value={successors} onChange={setSuccessors} />
      </div>
    </Confirm>
  );
}
