// A condition that a center sets for those under it: chosen among ready shapes, and read back in words.
import { type Condition, findScale, type Policy, sayConditionText } from "@yichuang/policy";
import { Input, Radio, Select } from "antd";
import { useState } from "react";

type Shape = "none" | "judged" | "grade";

interface Props {
  policy: Policy;
  /** undefined while something is still to be filled in */
  onChange: (condition: Condition | undefined, said: string) => void;
}

export function ConditionEditor({ policy, onChange }: Props) {
  const grades = gradesOf(policy);
  const [shape, setShape] = useState<Shape>("none");
  const [asks, setAsks] = useState("");
  const [grade, setGrade] = useState<string>();
  const choose = (next: { shape?: Shape; asks?: string; grade?: string }) => {
    const filled = { shape, asks, ...(grade === undefined ? {} : { grade }), ...next };
    setShape(filled.shape);
    setAsks(filled.asks);
    setGrade(filled.grade);
    const condition = conditionOf(filled);
    onChange(condition, condition === undefined ? "" : saidOf(policy, condition));
  };
  const condition = conditionOf({ shape, asks, ...(grade === undefined ? {} : { grade }) });
  return (
    <div className="stack">
      <Radio.Group
        className="ways"
        aria-label="条件的形式"
        value={shape}
        options={[
          { value: "none", label: "不另设条件" },
          { value: "judged", label: "由本中心逐件判断" },
          ...(grades.length > 0 ? [{ value: "grade", label: "依托单位等级" }] : []),
        ]}
        onChange={(event) => choose({ shape: event.target.value as Shape })}
      />
      {shape === "judged" && (
        <Input.TextArea
          aria-label="判断的问题"
          rows={2}
          maxLength={500}
          placeholder="例如：申报单位能否承担本领域的多中心临床研究"
          value={asks}
          onChange={(event) => choose({ asks: event.target.value })}
        />
      )}
      {shape === "grade" && (
        <label className="row">
          不低于
          <Select
            aria-label="依托单位等级"
            style={{ width: 180 }}
            value={grade ?? null}
            options={grades}
            onChange={(value: string | null) => choose(value === null ? {} : { grade: value })}
          />
        </label>
      )}
      {condition !== undefined && <p className="sm mute">今后这样认定：{saidOf(policy, condition)}</p>}
    </div>
  );
}

function conditionOf({
  shape,
  asks,
  grade,
}: {
  shape: Shape;
  asks: string;
  grade?: string;
}): Condition | undefined {
  if (shape === "none") return { kind: "all", of: [] };
  if (shape === "judged") {
    const text = asks.trim();
    // the center's word is Chinese; it stands for itself in English
    return text === ""
      ? undefined
      : { kind: "judged", by: { role: "parent-center" }, asks: { zh: text, en: text } };
  }
  return grade === undefined
    ? undefined
    : { kind: "compare", of: { kind: "fact", fact: "host.grade" }, is: "at-least", than: grade };
}

/** A condition without parts asks for nothing, which no sentence says well. */
const saidOf = (policy: Policy, condition: Condition): string =>
  condition.kind === "all" && condition.of.length === 0
    ? "不另设条件"
    : sayConditionText(policy, condition).zh;

/** The ordered list in which the policy keeps the grades of institutions. */
function gradesOf(policy: Policy): { value: string; label: string }[] {
  return (findScale(policy, "host.grade")?.items ?? []).map(({ key, label }) => ({
    value: key,
    label: label?.zh ?? key,
  }));
}
