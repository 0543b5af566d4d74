import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Input, Radio } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";

/** Begins an application: which kind of center, and its name. The verdict says why it cannot be begun now. */
export function NewApplication() {
  const { as, me, base } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { busy, act } = useActing(words);
  const { data } = useQuery(ask.supervision.institution.queryOptions({ as, party: me.party }));
  const entry = words.policy.procedures.find(
    ({ purpose, over }) => purpose === "entry" && over === "application",
  );
  const types = words.policy.types.filter(({ key }) => entry?.for.includes(key) === true);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [type, setType] = useState(types[0]?.key ?? "");
  const ability = data?.abilities.find((one) => one.act === "open-case" && one.procedure === entry?.key);
  if (data === undefined || ability === undefined || entry === undefined) return null;
  const year = Number(data.today.slice(0, 4));
  const begin = async () => {
    if (name.trim() === "") {
      void message.warning("请先写中心名称");
      return;
    }
    const answer = await act(
      (key) =>
        api.act.openCase.mutate({ as, key, act: { procedure: entry.key, year, name: name.trim(), type } }),
      "已新建，填写内容会自动保存",
    );
    const id = answer?.kind === "done" ? answer.cases[0] : undefined;
    if (id !== undefined) await navigate({ href: `${base}/cases/${id}/edit` });
  };
  return (
    <>
      <ActButton
        primary
        label="新建申报"
        verdict={words.verdict(ability.verdict)}
        onAct={() => setOpen(true)}
      />
      <Confirm
        open={open}
        title={`新建 ${year} 年申报`}
        effects={["建立一份草稿，只有本单位看得见", "随时可以离开，内容自动保存"]}
        verb="开始填写"
        busy={busy}
        clauses={words.clauses(entry.because)}
        onCancel={() => setOpen(false)}
        onConfirm={() => void begin()}
      >
        <label className="stacked">
          中心名称
          <Input
            aria-label="中心名称"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
            placeholder="例如：心血管病科创中心"
          />
        </label>
        {types.length > 1 && (
          <Radio.Group
            value={type}
            options={types.map(({ key, label }) => ({ value: key, label: label?.zh ?? key }))}
            onChange={(event) => setType(String(event.target.value))}
          />
        )}
      </Confirm>
    </>
  );
}
