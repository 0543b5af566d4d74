import { zh } from "../../words/zh.ts";
import { Input } from "antd";
import { type ControlProps, labelOf, textOf } from "./field-context.ts";

/** A person: the name, and one text per further column. */
export function PersonControl({ field, name, value, onChange, readOnly }: ControlProps) {
  const person: { [column: string]: unknown } =
    typeof value === "object" && value !== null ? { ...value } : {};
  const columns = [
    { key: "name", label: zh.form.name },
    ...(field.columns ?? []).map((column) => ({ key: column.key, label: labelOf(column) })),
  ];
  return (
    <div className="person-grid">
      {columns.map((column) => (
        <label key={column.key} className="field-cell">
          <span className="sm mute">{column.label}</span>
          <Input
            size="small"
            readOnly={readOnly}
            aria-label={`${name} ${column.label}`}
            value={textOf(person[column.key])}
            onChange={(event) => onChange({ name: "", ...person, [column.key]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
