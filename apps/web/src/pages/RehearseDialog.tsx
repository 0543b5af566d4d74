// Asks from which day and for how many years a version is rehearsed.
import { MOST_YEARS } from "@yichuang/domain";
import { InputNumber } from "antd";
import { useState } from "react";
import { useAdministered, useAdministering } from "../app/administering.tsx";
import { api } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";

const EFFECTS = [
  "在内存里让几家单位照这一版走几年，不留下任何申报",
  "没有规定的值取一个假定的值，节假日只算周末",
  "结果保存在这一版里，重新预演会换掉上一次的结果",
];

export function RehearseDialog({
  version,
  onClose,
  onDone,
}: {
  version: Outputs["policyAdmin"]["version"];
  onClose: () => void;
  onDone: () => void;
}) {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { busy, run } = useAdministering();
  const [from, setFrom] = useState(version.asked_from ?? version.today);
  const [years, setYears] = useState<number | null>(3);
  const go = async () => {
    const asked = { as, of, id: version.version_id, from, years: years ?? 1 };
    const answer = await run(() => api.policyAdmin.rehearse.mutate(asked), "预演完了");
    if (answer?.kind === "done") onDone();
  };
  return (
    <Confirm
      open
      title={`预演：${version.title}（第 ${version.version_no} 版）`}
      effects={EFFECTS}
      verb={busy ? "正在预演" : "开始预演"}
      busy={busy}
      ready={from !== "" && years !== null}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <label className="stacked">
        从哪一天起
        <input
          type="date"
          aria-label="从哪一天起"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="stacked">
        几年
        <InputNumber
          aria-label="几年"
          min={1}
          max={MOST_YEARS}
          precision={0}
          value={years}
          onChange={setYears}
        />
      </label>
    </Confirm>
  );
}
