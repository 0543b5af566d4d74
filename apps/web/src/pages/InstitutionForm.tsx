// What the registry says of an institution, as the authority keeps it.
import { App, Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { api, queries, saidOf } from "../app/client.ts";
import { RegionSelect, useRegionOptions } from "../app/RegionSelect.tsx";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { labelOf } from "../components/fields/field-context.ts";

type Institution = Outputs["supervision"]["institutions"][number];

const OWNERSHIPS = [
  { value: "public", label: "公立" },
  { value: "private", label: "民营" },
  { value: "military", label: "军队" },
  { value: "police", label: "武警、公安" },
  { value: "enterprise", label: "企业" },
];

export const ownershipWord = (key: string | null): string =>
  OWNERSHIPS.find(({ value }) => value === key)?.label ?? key ?? "—";

const KINDS = ["医院", "中医医院", "妇幼保健院", "疾控机构", "基层机构", "高等院校", "科研院所", "企业"];

export function InstitutionForm({ institution, onDone }: { institution: Institution; onDone: () => void }) {
  const { as } = useWearing();
  const { policy } = usePolicy();
  const { message } = App.useApp();
  const { party_id: party, grade, kind, ownership, region_code: regionCode, beds } = institution;
  const [edit, setEdit] = useState({ grade, kind, ownership, regionCode, beds });
  const regions = useRegionOptions();
  const [busy, setBusy] = useState(false);
  const grades = policy.lists.find((list) => list.scales?.includes("host.grade"))?.items ?? [];
  const set = (change: Partial<typeof edit>) => setEdit((before) => ({ ...before, ...change }));
  const save = async () => {
    setBusy(true);
    try {
      await api.supervision.editInstitution.mutate({ as, party, ...edit });
      void message.success("已保存");
      await queries.invalidateQueries();
      onDone();
    } catch (error) {
      void message.error(saidOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="form-section" aria-label="登记信息">
      <h3 className="section-title">登记信息</h3>
      <div className="row-wrap">
        <label className="stacked">
          等级
          <Select
            aria-label="等级"
            allowClear
            style={{ width: 160 }}
            value={edit.grade}
            onChange={(next: string | undefined) => set({ grade: next ?? null })}
            options={grades.map((item) => ({ value: item.key, label: labelOf(item) }))}
          />
        </label>
        <label className="stacked">
          所有制
          <Select
            aria-label="所有制"
            allowClear
            style={{ width: 140 }}
            value={edit.ownership}
            onChange={(next: string | undefined) => set({ ownership: next ?? null })}
            options={OWNERSHIPS}
          />
        </label>
        <label className="stacked">
          类别
          <Select
            aria-label="类别"
            allowClear
            style={{ width: 140 }}
            value={edit.kind}
            onChange={(next: string | undefined) => set({ kind: next ?? null })}
            options={KINDS.map((value) => ({ value, label: value }))}
          />
        </label>
        <div className="stacked">
          所在地区
          <RegionSelect
            label="所在地区"
            width={220}
            options={regions}
            value={edit.regionCode}
            onChange={(next) => set({ regionCode: next })}
          />
        </div>
        <label className="stacked">
          床位
          <InputNumber
            aria-label="床位"
            min={0}
            precision={0}
            value={edit.beds}
            onChange={(next) => set({ beds: next })}
          />
        </label>
      </div>
      <p>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          保存登记信息
        </Button>
      </p>
    </section>
  );
}
