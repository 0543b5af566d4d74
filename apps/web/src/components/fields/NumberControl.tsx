import { InputNumber } from "antd";
import type { ControlProps } from "./field-context.ts";

/** A number or an amount of money, with its unit; at most four places. */
export function NumberControl({ field, id, name, value, onChange, readOnly }: ControlProps) {
  const number =
    typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : null;
  return (
    <InputNumber<number>
      {...(id === "" ? { "aria-label": name } : { id })}
      style={{ width: 200 }}
      controls={false}
      inputMode="decimal"
      readOnly={readOnly}
      value={number}
      {...(field.unit === undefined ? {} : { suffix: field.unit })}
      onChange={(next) => onChange(next === null ? undefined : Number(next.toFixed(4)))}
    />
  );
}
