import { Select } from "antd";
import { zh } from "../../words/zh.ts";
import { type ControlProps, labelOf, listOf, textOf } from "./field-context.ts";

/** One item of a list, or several; further words where the list ends with 等. */
export function ChoiceControl({ field, id, name, value, onChange, readOnly, context }: ControlProps) {
  const list = context.lists.find((candidate) => candidate.key === field.list);
  const options = (list?.items ?? []).map((item) => ({ value: item.key, label: labelOf(item) }));
  const shared = {
    ...(id === "" ? { "aria-label": name } : { id }),
    options,
    disabled: readOnly,
    placeholder: zh.form.choose,
    style: { width: "100%", maxWidth: 480 },
  };
  if (field.many === true) {
    return (
      <Select<string[]>
        {...shared}
        mode={list?.more === true ? "tags" : "multiple"}
        value={listOf<string>(value)}
        onChange={onChange}
      />
    );
  }
  const chosen = textOf(value);
  return (
    <Select<string>
      {...shared}
      allowClear={field.required !== true}
      onChange={onChange}
      {...(chosen === "" ? {} : { value: chosen })}
    />
  );
}
