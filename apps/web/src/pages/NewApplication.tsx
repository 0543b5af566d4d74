import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { Refusal } from "../components/Refusal.tsx";

type Institution = Outputs["supervision"]["institution"];
type Verdict = Institution["abilities"][number]["verdict"];

/** One way to begin: a procedure of entry, for one of its types. */
interface Way {
  key: string;
  procedure: string;
  type: string;
  label: string;
  /** the procedure, and the type alone, where there are many */
  group: string;
  short: string;
  because: string[] | undefined;
  verdict: Verdict;
}

function waysOf(words: PolicyWords, { abilities }: Institution): Way[] {
  const { procedures, types } = words.policy;
  const entries = procedures.filter(({ purpose, over }) => purpose === "entry" && over === "application");
  return entries.flatMap(({ key, label, because, for: bound }) => {
    const ability = abilities.find((one) => one.act === "open-case" && one.procedure === key);
    if (ability === undefined) return [];
    return types
      .filter((type) => bound.includes(type.key))
      .map((type) => ({
        key: `${key}/${type.key}`,
        procedure: key,
        type: type.key,
        label: [type.label?.zh ?? type.key, ...(entries.length > 1 ? [label?.zh ?? key] : [])].join(" · "),
        group: label?.zh ?? key,
        short: type.label?.zh ?? type.key,
        because,
        verdict: ability.verdict,
      }));
  });
}

/** Begins an application: an institution for itself, or the authority by commissioning one of its institutions. */
export function NewApplication() {
  const { side, me } = useWearing();
  return side === "i" ? <NewFor party={me.party} /> : <Commission />;
}

function NewFor({ party }: { party: number }) {
  const { as } = useWearing();
  const words = usePolicy();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ask.supervision.institution.queryOptions({ as, party }));
  const ways = data === undefined ? [] : waysOf(words, data);
  const best = ways.find(({ verdict }) => verdict.kind === "allowed") ?? ways[0];
  if (data === undefined || best === undefined) return null;
  return (
    <>
      <ActButton primary label="新建申报" verdict={words.verdict(best.verdict)} onAct={() => setOpen(true)} />
      {open && <Beginning institution={data} ways={ways} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Only where the policy lets the authority begin; it chooses the institution first. */
function Commission() {
  const { as } = useWearing();
  const words = usePolicy();
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<number>();
  const [party, setParty] = useState<number>();
  const commissions = words.policy.procedures.some(
    ({ purpose, over, starts }) =>
      purpose === "entry" && over === "application" && starts.by.role === "authority",
  );
  const { data: institutions = [] } = useQuery({
    ...ask.supervision.institutions.queryOptions({ as }),
    enabled: commissions,
  });
  const chosen = useQuery({
    ...ask.supervision.institution.queryOptions({ as, party: party ?? 0 }),
    enabled: party !== undefined,
  });
  const ways = chosen.data === undefined ? [] : waysOf(words, chosen.data);
  if (!commissions) return null;
  const close = () => {
    setOpen(false);
    setParty(undefined);
  };
  return (
    <>
      <ActButton primary label="委托建设" verdict={{ kind: "allowed" }} onAct={() => setOpen(true)} />
      <Confirm
        open={open && chosen.data === undefined}
        title="委托哪一家单位"
        effects={["选定单位后写明名称和类型"]}
        verb="下一步"
        ready={picked !== undefined}
        busy={chosen.isFetching}
        onCancel={close}
        onConfirm={() => setParty(picked)}
      >
        <Select
          aria-label="受委托的单位"
          placeholder="选择单位"
          style={{ width: "100%" }}
          value={picked ?? null}
          options={institutions.map(({ party_id: value, name }) => ({ value, label: name }))}
          onChange={(value: number | null) => setPicked(value ?? undefined)}
        />
      </Confirm>
      {open && chosen.data !== undefined && ways.length > 0 && (
        <Beginning institution={chosen.data} ways={ways} onClose={close} />
      )}
    </>
  );
}

const FEW = 6;

/** All ways at a glance; where they are many, a list by procedure in which one can search. */
function WayChoice({
  ways,
  chosen,
  words,
  onChoose,
}: {
  ways: Way[];
  chosen: string | undefined;
  words: PolicyWords;
  onChoose: (key: string) => void;
}) {
  if (ways.length <= FEW) {
    return (
      <Radio.Group
        className="ways"
        aria-label="申报的类型和方式"
        value={chosen}
        options={ways.map(({ key: value, label }) => ({ value, label }))}
        onChange={(event) => onChoose(String(event.target.value))}
      />
    );
  }
  const said = (way: Way): string => {
    const verdict = words.verdict(way.verdict);
    return verdict.kind === "allowed" ? way.short : `${way.short}（现在还不能）`;
  };
  return (
    <label className="stacked ways">
      申报的类型和方式
      <Select
        aria-label="申报的类型和方式"
        showSearch
        optionFilterProp="label"
        listHeight={320}
        value={chosen ?? null}
        options={[...new Set(ways.map(({ group }) => group))].map((group) => ({
          label: group,
          title: group,
          options: ways
            .filter((way) => way.group === group)
            .map((way) => ({ value: way.key, label: said(way) })),
        }))}
        onChange={(value: string | null) => onChoose(value ?? "")}
      />
    </label>
  );
}

function Beginning({
  institution,
  ways,
  onClose,
}: {
  institution: Institution;
  ways: Way[];
  onClose: () => void;
}) {
  const { as, side, base } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { busy, act } = useActing(words);
  const [name, setName] = useState("");
  const [key, setKey] = useState(ways.find(({ verdict }) => verdict.kind === "allowed")?.key ?? ways[0]?.key);
  const way = ways.find((one) => one.key === key);
  const year = Number(institution.today.slice(0, 4));
  const naming = `${words.type(way?.type) ?? words.noun ?? ""}名称`;
  const verdict = way === undefined ? undefined : words.verdict(way.verdict);
  const begin = async () => {
    if (way === undefined) return;
    if (name.trim() === "") {
      void message.warning("请先写名称");
      return;
    }
    const opening = { procedure: way.procedure, year, name: name.trim(), type: way.type };
    const whose = side === "i" ? {} : { institution: institution.id };
    const answer = await act(
      (send) => api.act.openCase.mutate({ as, key: send, act: { ...opening, ...whose } }),
      "已新建，填写内容会自动保存",
    );
    const id = answer?.kind === "done" ? answer.cases[0] : undefined;
    if (id !== undefined) await navigate({ href: `${base}/cases/${id}${side === "i" ? "/edit" : ""}` });
  };
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
      clauses={words.clauses(way?.because)}
      onCancel={onClose}
      onConfirm={() => void begin()}
    >
      {ways.length > 1 && <WayChoice ways={ways} chosen={key} words={words} onChoose={setKey} />}
      {verdict !== undefined &&
        verdict.kind !== "allowed" &&
        verdict.violations.map((one) => <Refusal key={one.said} {...one} />)}
      <label className="stacked">
        {naming}
        <Input
          aria-label={naming}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          placeholder="写全称"
        />
      </label>
    </Confirm>
  );
}
