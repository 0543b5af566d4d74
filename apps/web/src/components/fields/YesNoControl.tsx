import { Radio } from "antd";
import { zh } from "../../words/zh.ts";
import type { ControlProps } from "./field-context.ts";

/** Yes, no, or not answered yet. */
export function YesNoControl({ name, value, onChange, readOnly }: ControlProps) {
  return (
    <Radio.Group
      aria-label={name}
      disabled={readOnly}
      value={typeof value === "boolean" ? value : undefined}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: true, label: zh.form.yes },
        { value: false, label: zh.form.no },
      ]}
    />
  );
}
