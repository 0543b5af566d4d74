import type { InstitutionValue } from "@yichuang/policy";
import { Input, Select } from "antd";
import { zh } from "../../words/zh.ts";
import { type ControlProps, listOf, textOf, withoutEmpty } from "./field-context.ts";

/** An institution by name and code; several by name alone. */
export function InstitutionControl({ field, id, name, value, onChange, readOnly }: ControlProps) {
  if (field.many === true) {
    return (
      <Select<string[]>
        {...(id === "" ? { "aria-label": name } : { id })}
        mode="tags"
        open={false}
        suffixIcon={null}
        disabled={readOnly}
        style={{ width: "100%" }}
        placeholder={zh.form.institution}
        tokenSeparators={["，", "、", ",", ";", "；"]}
        value={listOf<InstitutionValue>(value).map((one) => one.name)}
        onChange={(names) => onChange(names.map((one) => ({ name: one })))}
      />
    );
  }
  const one = institutionOf(value);
  const change = (part: Partial<InstitutionValue>) => {
    const next = { ...one, ...part };
    onChange({ ...withoutEmpty(next), name: next.name });
  };
  return (
    <div className="person-grid">
      <label className="field-cell wide">
        <span className="sm mute">{zh.form.institution}</span>
        <Input
          size="small"
          readOnly={readOnly}
          aria-label={`${name} ${zh.form.institution}`}
          value={one.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <label className="field-cell">
        <span className="sm mute">{zh.form.uscc}</span>
        <Input
          size="small"
          readOnly={readOnly}
          maxLength={18}
          aria-label={`${name} ${zh.form.uscc}`}
          value={one.uscc ?? ""}
          onChange={(event) => change({ uscc: event.target.value.trim().toUpperCase() })}
        />
      </label>
    </div>
  );
}

/** A prefilled answer may be the bare name. */
function institutionOf(value: unknown): InstitutionValue {
  if (typeof value === "object" && value !== null && "name" in value) return value as InstitutionValue;
  return { name: textOf(value) };
}
