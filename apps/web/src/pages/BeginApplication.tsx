// An application begins: of which type, under which center, recommended by whom, and under which name.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Input, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { Refusal } from "../components/Refusal.tsx";
import type { Institution, Way } from "./NewApplication.tsx";
import { WayChoice } from "./WayChoice.tsx";

interface Props {
  institution: Institution;
  ways: Way[];
  onClose: () => void;
}

/** Whom an application of a way must name beside itself. */
interface Named {
  parent?: string;
  channel?: number;
  /** the center of another tenant from which it comes */
  origin?: { tenant: number; center: string };
}

export function BeginApplication({ institution, ways, onClose }: Props) {
  const { as, side, base } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { busy, act } = useActing(words);
  const [written, setWritten] = useState<string>();
  const [named, setNamed] = useState<Named>({});
  const [key, setKey] = useState(ways.find(({ verdict }) => verdict.kind === "allowed")?.key ?? ways[0]?.key);
  const way = ways.find((one) => one.key === key);
  const year = Number(institution.today.slice(0, 4));
  const naming = `${words.type(way?.type) ?? words.noun ?? ""}名称`;
  const asks = asksOf(words, way);
  const { origin: _origin, ...placed } = named;
  const ahead = useQuery({
    ...ask.network.opening.queryOptions({
      as,
      procedure: way?.procedure ?? "",
      type: way?.type ?? "",
      year,
      party: institution.host.party,
      ...placed,
    }),
    enabled: way?.verdict.kind === "allowed",
  });
  const name = written ?? ahead.data?.name ?? "";
  const begin = async () => {
    if (way === undefined) return;
    if (name.trim() === "") {
      void message.warning("请先写名称");
      return;
    }
    const opening = { procedure: way.procedure, year, name: name.trim(), type: way.type, ...named };
    const whose = side === "i" ? {} : { institution: institution.id };
    const answer = await act(
      (send) => api.act.openCase.mutate({ as, key: send, act: { ...opening, ...whose } }),
      "已新建，填写内容会自动保存",
    );
    const id = answer?.kind === "done" ? answer.cases[0] : undefined;
    if (id !== undefined) await navigate({ href: `${base}/cases/${id}${side === "i" ? "/edit" : ""}` });
  };
  const lacking =
    (asks.under.length > 0 && named.parent === undefined) || (asks.channel && named.channel === undefined);
  const verdict = ahead.data?.verdict ?? way?.verdict;
  return (
    <Confirm
      open
      title={`新建 ${year} 年申报`}
      effects={
        side === "i"
          ? ["建立一份草稿，只有本单位看得见", "随时可以离开，内容自动保存"]
          : [`委托${institution.host.name}，由该单位填报`]
      }
      verb={side === "i" ? "开始填写" : "发出委托"}
      busy={busy}
      ready={!lacking}
      clauses={words.clauses(way?.because)}
      onCancel={onClose}
      onConfirm={() => void begin()}
    >
      {ways.length > 1 && (
        <WayChoice
          ways={ways}
          chosen={key}
          words={words}
          onChoose={(chosen) => {
            setKey(chosen);
            setNamed({});
          }}
        />
      )}
      <Origin own={institution.host.uscc} named={named} onNamed={setNamed} />
      <Parties
        key={key}
        asks={asks}
        words={words}
        named={named}
        own={institution.host.party}
        onNamed={setNamed}
      />
      {verdict !== undefined &&
        verdict.kind !== "allowed" &&
        verdict.violations.map((one) => <Refusal key={one.said.zh} {...words.violation(one)} />)}
      {ahead.data !== undefined && ahead.data.told.length > 0 && (
        <output className="notice">
          可以申报，但按现在的情况认定时会遇到：
          {words.told(ahead.data).map((one) => (
            <Refusal key={one.said} {...one} />
          ))}
        </output>
      )}
      <label className="stacked">
        {naming}
        <Input
          aria-label={naming}
          value={name}
          maxLength={100}
          onChange={(event) => setWritten(event.target.value)}
          placeholder="写全称"
        />
        {ahead.data?.name !== undefined && (
          <span className="sm mute">按规定的组成方式拟出的名称：{ahead.data.name}</span>
        )}
      </label>
    </Confirm>
  );
}

interface Asks {
  /** the types under one of whose centers it stands */
  under: string[];
  channel: boolean;
}

function asksOf({ policy }: PolicyWords, way: Way | undefined): Asks {
  const type = policy.types.find(({ key }) => key === way?.type);
  const procedure = policy.procedures.find(({ key }) => key === way?.procedure);
  // a center that stands outside this tenant's keeping cannot be chosen here
  const kept = (key: string) => policy.types.find((one) => one.key === key)?.rules !== "external";
  return {
    under: (type?.under ?? []).filter(kept),
    channel: procedure?.stages.some(({ by }) => by.role === "channel") === true,
  };
}

interface PartiesProps {
  asks: Asks;
  words: PolicyWords;
  named: Named;
  /** who applies, and recommends nobody */
  own: number;
  onNamed: (named: Named) => void;
}

function Parties({ asks, words, named, own, onNamed }: PartiesProps) {
  const { as } = useWearing();
  const { data } = useQuery({
    ...ask.network.toName.queryOptions({ as, types: asks.under }),
    enabled: asks.under.length > 0 || asks.channel,
  });
  if (data === undefined) return null;
  return (
    <>
      {asks.under.length > 0 && (
        <label className="stacked">
          上级中心
          <Select
            aria-label="上级中心"
            style={{ width: "100%", minWidth: 0 }}
            placeholder={data.centers.length === 0 ? "还没有可以挂靠的中心" : "选择上级中心"}
            showSearch
            optionFilterProp="label"
            value={named.parent ?? null}
            options={data.centers.map(({ id, name, unit, standing }) => ({
              value: id,
              label: `${name}（${unit}，${words.standing(standing)}）`,
            }))}
            onChange={(parent: string | null) =>
              onNamed({ ...named, ...(parent === null ? {} : { parent }) })
            }
          />
        </label>
      )}
      {asks.channel && (
        <label className="stacked">
          推荐单位
          <Select
            aria-label="推荐单位"
            style={{ width: "100%", minWidth: 0 }}
            placeholder="选择推荐单位"
            showSearch
            optionFilterProp="label"
            value={named.channel ?? null}
            options={data.spaces
              .filter(({ space }) => space !== own)
              .map(({ space, name }) => ({ value: space, label: name }))}
            onChange={(channel: number | null) =>
              onNamed({ ...named, ...(channel === null ? {} : { channel }) })
            }
          />
        </label>
      )}
    </>
  );
}

/** Recommendations of the institution that came in from other tenants: an application may come from one of them. */
function Origin({ own, named, onNamed }: { own: string } & Pick<PartiesProps, "named" | "onNamed">) {
  const { as } = useWearing();
  const { data = [] } = useQuery(ask.dispatch.origins.queryOptions({ as, uscc: own }));
  if (data.length === 0) return null;
  return (
    <label className="stacked">
      来自哪个中心（选填）
      <Select
        aria-label="来自哪个中心"
        style={{ width: "100%", minWidth: 0 }}
        placeholder="下级推荐过的中心"
        allowClear
        value={named.origin?.center ?? null}
        options={data.map(({ center, name, by }) => ({ value: center, label: `${name}（${by}推荐）` }))}
        onChange={(chosen: string | null | undefined) => {
          const { origin: _before, ...rest } = named;
          const found = data.find(({ center }) => center === chosen);
          onNamed(
            found === undefined ? rest : { ...rest, origin: { tenant: found.tenant, center: found.center } },
          );
        }}
      />
    </label>
  );
}
