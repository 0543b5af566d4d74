import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { BeginApplication } from "./BeginApplication.tsx";

export type Institution = Outputs["supervision"]["institution"];
type Verdict = Institution["abilities"][number]["verdict"];

/** One way to begin: a procedure of entry, for one of its types. */
export interface Way {
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
      {open && <BeginApplication institution={data} ways={ways} onClose={() => setOpen(false)} />}
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
        <BeginApplication institution={chosen.data} ways={ways} onClose={close} />
      )}
    </>
  );
}
