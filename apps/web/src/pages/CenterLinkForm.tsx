// A party joins the network of a center or leaves it: by the officer, with a reason and a day.
import { useQuery } from "@tanstack/react-query";
import { Input, Radio, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import type { CenterData } from "./CenterPage.tsx";
import { type LinkLine, type LinkRole, linkWord, rolesOf } from "./link-words.ts";

interface Props {
  center: CenterData;
  words: PolicyWords;
  onClose: () => void;
}

export function JoinDialog({ center, words, onClose }: Props) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const { type } = center.head;
  const roles = rolesOf(words.policy, type);
  const [role, setRole] = useState<LinkRole | undefined>(roles[0]);
  const [picked, setPicked] = useState<string>();
  const [written, setWritten] = useState("");
  const [on, setOn] = useState(center.today);
  const above = words.policy.types.find(({ key }) => key === type)?.under ?? [];
  const { data } = useQuery(ask.network.toName.queryOptions({ as, types: above }));
  const isCenter = role === "parent-center";
  const options = isCenter
    ? (data?.centers ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))
    : (data?.spaces ?? []).map(({ space, name }) => ({ value: String(space), label: name }));
  const who = picked === undefined ? written.trim() : picked;
  const go = async (reason: string) => {
    if (role === undefined || who === "") return;
    const named =
      picked === undefined
        ? { name: written.trim() }
        : isCenter
          ? { center: picked }
          : { space: Number(picked) };
    const answer = await act(
      (key) =>
        api.act.link.mutate({
          as,
          key,
          act: { center: center.head.id, party: { role, ...named }, on, reason },
        }),
      "已登记，从这一天起算",
    );
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      reason
      title={`登记参与单位：${center.head.name}`}
      effects={[
        "这家单位从所写的日期起看得到中心的状态和已报送的材料",
        "登记进入中心的流转记录，不能改写，只能结束",
      ]}
      verb="确认登记"
      busy={busy}
      ready={role !== undefined && who !== "" && on !== ""}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <div className="stacked">
        角色
        <Radio.Group
          aria-label="角色"
          value={role}
          options={roles.map((one) => ({ value: one, label: linkWord(words.policy, type, one) }))}
          onChange={(event) => {
            setRole(roles.find((one) => one === event.target.value));
            setPicked(undefined);
          }}
        />
      </div>
      <label className="stacked">
        {isCenter ? "中心" : "单位"}
        <Select
          aria-label={isCenter ? "中心" : "单位"}
          style={{ width: "100%", minWidth: 0 }}
          placeholder="从名录中选择"
          showSearch
          allowClear
          optionFilterProp="label"
          value={picked ?? null}
          options={options}
          onChange={(value: string | null) => setPicked(value ?? undefined)}
        />
      </label>
      {!isCenter && picked === undefined && (
        <label className="stacked">
          不在名录中的，写单位全称
          <Input
            aria-label="单位全称"
            maxLength={200}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        </label>
      )}
      <Day label="起始日期" value={on} latest={center.today} onChange={setOn} />
    </Confirm>
  );
}

export function LeaveDialog({ center, words, link, onClose }: Props & { link: LinkLine }) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [on, setOn] = useState(center.today);
  const go = async (reason: string) => {
    const ending = { center: center.head.id, link: link.key, on, reason };
    const answer = await act((key) => api.act.unlink.mutate({ as, key, act: ending }), "已结束");
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      reason
      danger
      title={`${link.name}不再是${linkWord(words.policy, center.head.type, link.role)}`}
      effects={["从这一天起这家单位不再看得到中心，也不再办理", "以前办理的事仍留在流转记录里"]}
      verb="确认结束"
      busy={busy}
      ready={on !== ""}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <Day label="结束日期" value={on} latest={center.today} onChange={setOn} />
    </Confirm>
  );
}

interface DayProps {
  label: string;
  value: string;
  /** what holds is known today */
  latest: string;
  onChange: (day: string) => void;
}

const Day = ({ label, value, latest, onChange }: DayProps) => (
  <label className="stacked">
    {label}
    <input
      type="date"
      aria-label={label}
      value={value}
      max={latest}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);
