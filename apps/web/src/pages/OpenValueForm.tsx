// Settling what the text leaves open: an act with its clause and its day, never an edit of the policy.
import type { Condition, OpenValue } from "@yichuang/policy";
import { Button, Input, InputNumber, Radio, Select, Space } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";

export interface Settled {
  as?: string;
  reading?: string;
  on?: string;
  on_day?: string;
  year?: number | null;
}
export interface OpenValueFormProps {
  open: Omit<OpenValue, "by">;
  words: PolicyWords;
  target: { case?: string; year?: number; center?: string };
  settled?: Settled | undefined;
  /** the day from which it binds: today's, from the server */
  today: string;
  readOnly?: boolean;
}

type Draft = string | number | { n: number; unit: string } | { from: string; to: string };

const PER = { policy: "一次确定", call: "按年度确定", case: "逐件确定", center: "由上级中心确定" } as const;
const UNITS = [
  { value: "day", label: "天" },
  { value: "month", label: "个月" },
  { value: "year", label: "年" },
];

export function OpenValueForm({ open, words, target, settled, today, readOnly = false }: OpenValueFormProps) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [editing, setEditing] = useState(false);
  const [value, setValue] = useState<Draft>(startOf(open));
  const [reading, setReading] = useState("");
  const [condition, setCondition] = useState<Condition | undefined>({ kind: "all", of: [] });
  const asked = open.sort === "condition" ? condition : valueOf(open, value);
  const save = async () => {
    if (asked === undefined) return;
    const answer = await act(
      (key) =>
        api.act.settle.mutate({
          as,
          key,
          act: { path: open.path, value: asked as never, as: reading, on: today, ...target },
        }),
      "已补定，今后按此办理",
    );
    if (answer?.kind === "done") setEditing(false);
  };
  const year = target.year === undefined ? "" : `${target.year} 年 · `;
  return (
    <div className="open-value">
      <div className="row">
        <ForceMark force="open" />
        <span className="strong grow">{open.asks.zh}</span>
        <span className="sm mute">
          {year}
          {PER[open.per]}
        </span>
        <ClauseRefs clauses={open.because.map((clause) => words.clause(clause))} />
      </div>
      {settled !== undefined && (
        <p className="sm">
          {settled.on ?? settled.on_day} 确定：{settled.as ?? settled.reading}
        </p>
      )}
      {settled === undefined && <p className="sm mute">原文没有规定{boundsOf(open)}</p>}
      {!readOnly && !editing && (
        <Button size="small" onClick={() => setEditing(true)}>
          {settled === undefined ? "补定" : "重新确定"}
        </Button>
      )}
      {editing && (
        <Space wrap align="start">
          {open.sort === "condition" ? (
            <ConditionEditor
              policy={words.policy}
              onChange={(chosen, said) => {
                setCondition(chosen);
                setReading(said);
              }}
            />
          ) : (
            <ValueInput open={open} value={value} onChange={setValue} />
          )}
          <Input
            aria-label="理解口径"
            placeholder="写明口径，例如：90 分以上为优秀"
            value={reading}
            onChange={(event) => setReading(event.target.value)}
            style={{ width: 280 }}
          />
          <Button
            type="primary"
            loading={busy}
            disabled={reading.trim() === "" || asked === undefined}
            onClick={() => void save()}
          >
            确认补定
          </Button>
          <Button onClick={() => setEditing(false)}>取消</Button>
        </Space>
      )}
    </div>
  );
}

const boundsOf = ({ least, most }: Pick<OpenValue, "least" | "most">): string =>
  least === undefined
    ? most === undefined
      ? ""
      : `，不超过 ${most}`
    : most === undefined
      ? `，不小于 ${least}`
      : `，在 ${least} 到 ${most} 之间`;

function startOf(open: Omit<OpenValue, "by">): Draft {
  if (open.choices !== undefined) return String(open.choices[0]?.then ?? "");
  if (open.sort === "duration") return { n: 60, unit: "day" };
  if (open.sort === "window") return { from: "", to: "" };
  if (open.sort === "words") return "";
  return open.least ?? 1;
}

/** The value in the sort of its place. */
function valueOf(
  open: Omit<OpenValue, "by">,
  value: Draft,
): string | number | { [field: string]: string | number } {
  const choice = open.choices?.find(({ then }) => String(then) === value);
  if (choice !== undefined) return typeof choice.then === "boolean" ? String(choice.then) : choice.then;
  if (typeof value === "object" && "from" in value)
    return { kind: "between", from: value.from, to: value.to };
  // the tenant's word is Chinese; it stands for itself in English
  if (open.sort === "words" && typeof value === "string") return { zh: value, en: value };
  return value;
}

function ValueInput({
  open,
  value,
  onChange,
}: {
  open: Omit<OpenValue, "by">;
  value: Draft;
  onChange: (value: Draft) => void;
}) {
  if (open.choices !== undefined) {
    return (
      <Radio.Group
        aria-label={open.asks.zh}
        value={value}
        options={open.choices.map(({ then, label }) => ({ value: String(then), label: label.zh }))}
        onChange={(event) => onChange(String(event.target.value))}
      />
    );
  }
  if (typeof value === "object" && "unit" in value) {
    return (
      <Space.Compact>
        <InputNumber
          aria-label={open.asks.zh}
          min={1}
          value={value.n}
          onChange={(n) => onChange({ ...value, n: n ?? 1 })}
          style={{ width: 90 }}
        />
        <Select
          aria-label="单位"
          value={value.unit}
          options={UNITS}
          onChange={(unit) => onChange({ ...value, unit })}
          style={{ width: 90 }}
        />
      </Space.Compact>
    );
  }
  if (typeof value === "object") {
    return (
      <span className="row">
        <input
          type="date"
          aria-label="开始日期"
          value={value.from}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
        />
        <span>至</span>
        <input
          type="date"
          aria-label="结束日期"
          value={value.to}
          onChange={(event) => onChange({ ...value, to: event.target.value })}
        />
      </span>
    );
  }
  if (open.sort === "words") {
    return (
      <Input
        aria-label={open.asks.zh}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        style={{ width: 180 }}
      />
    );
  }
  return (
    <InputNumber
      aria-label={open.asks.zh}
      value={Number(value)}
      {...(open.least === undefined ? {} : { min: open.least })}
      {...(open.most === undefined ? {} : { max: open.most })}
      onChange={(n) => onChange(n ?? 0)}
      style={{ width: 110 }}
    />
  );
}
