// A center that no tenant keeps is registered or corrected; when it stands no more it ends on a day, with a reason.
import { usccFault } from "@yichuang/domain";
import { Input, Select } from "antd";
import { useState } from "react";
import { useAdministering } from "../app/administering.tsx";
import { api } from "../app/client.ts";
import { RegionSelect, useRegionOptions } from "../app/RegionSelect.tsx";
import { useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import type { ExternalCenter } from "./ExternalCentersPage.tsx";
import { USCC_FAULTS } from "./TenantInstitutions.tsx";
import { TIERS } from "./TenantsPage.tsx";

/** What is written, in the order of the form; `must` cannot stay empty. */
const TEXTS = [
  { key: "name", label: "名称", must: true },
  { key: "title", label: "称谓", must: true, hint: "例如：国家临床医学研究中心" },
  { key: "authority", label: "认定部门", must: true },
  { key: "host", label: "依托单位", must: true },
  { key: "field", label: "领域", must: false },
] as const;
type Texts = Record<(typeof TEXTS)[number]["key"], string>;

export function ExternalCenterForm({ center, onClose }: { center?: ExternalCenter; onClose: () => void }) {
  const { as } = useWearing();
  const { busy, run } = useAdministering();
  const [texts, setTexts] = useState<Texts>({
    name: center?.name ?? "",
    title: center?.title ?? "",
    authority: center?.authority ?? "",
    host: center?.host ?? "",
    field: center?.field ?? "",
  });
  const [tier, setTier] = useState(center?.tier ?? "national");
  const [uscc, setUscc] = useState(center?.uscc ?? "");
  const [place, setPlace] = useState(center?.place ?? null);
  const [from, setFrom] = useState(center?.from ?? "");
  const options = useRegionOptions();
  const fault = uscc === "" ? undefined : usccFault(uscc);
  const missing = TEXTS.some(({ key, must }) => must && texts[key].trim() === "");
  const go = async () => {
    const { field, ...said } = texts;
    const entry = {
      ...said,
      tier,
      from,
      ...(field.trim() === "" ? {} : { field }),
      ...(uscc === "" ? {} : { uscc }),
      ...(place === null ? {} : { place }),
    };
    const answer =
      center === undefined
        ? await run(() => api.externalCenter.add.mutate({ as, ...entry }), "已登记")
        : await run(() => api.externalCenter.change.mutate({ as, id: center.id, ...entry }), "已修改");
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      title={center === undefined ? "登记外部中心" : `修改“${center.name}”`}
      effects={[
        "各租户看得到；依托单位的代码与登记单位相同的，算它在这一层级已有认定",
        "不占用任何租户的名额",
      ]}
      verb={center === undefined ? "登记外部中心" : "确认修改"}
      busy={busy}
      ready={!missing && fault === undefined && from !== ""}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <div className="pair">
        {TEXTS.map((text) => (
          <label key={text.key} className="stacked">
            {text.label}
            <Input
              aria-label={text.label}
              maxLength={200}
              value={texts[text.key]}
              {...("hint" in text ? { placeholder: text.hint } : {})}
              onChange={(event) => setTexts((before) => ({ ...before, [text.key]: event.target.value }))}
            />
          </label>
        ))}
        <label className="stacked">
          依托单位的统一社会信用代码
          <Input
            aria-label="依托单位的统一社会信用代码"
            maxLength={18}
            value={uscc}
            status={fault === undefined ? "" : "error"}
            aria-describedby="external-uscc-fault"
            onChange={(event) => setUscc(event.target.value.trim().toUpperCase())}
          />
          <output id="external-uscc-fault" className="field-gap">
            {uscc.length === 18 && fault !== undefined ? USCC_FAULTS[fault] : ""}
          </output>
        </label>
        <label className="stacked">
          层级
          <Select aria-label="层级" value={tier} options={TIERS} onChange={setTier} />
        </label>
        <label className="stacked">
          认定日期
          <Input
            aria-label="认定日期"
            type="date"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
      </div>
      <div className="stacked">
        所在地
        <RegionSelect label="所在地" clear options={options} value={place} onChange={setPlace} />
      </div>
    </Confirm>
  );
}

interface EndProps {
  center: ExternalCenter;
  today: string;
  onClose: () => void;
}

export function ExternalCenterEnd({ center, today, onClose }: EndProps) {
  const { as } = useWearing();
  const { busy, run } = useAdministering();
  const [on, setOn] = useState(today);
  const go = async (reason: string) => {
    const ending = { as, id: center.id, on, reason };
    const answer = await run(() => api.externalCenter.end.mutate(ending), `${center.name}已终止`);
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      reason
      danger
      title={`终止“${center.name}”`}
      effects={["从终止日期起不再算已有认定，以前的记录不变", "登记保留，终止之后不能恢复"]}
      verb="确认终止"
      busy={busy}
      ready={on !== ""}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <label className="stacked">
        终止日期
        <Input aria-label="终止日期" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
    </Confirm>
  );
}
