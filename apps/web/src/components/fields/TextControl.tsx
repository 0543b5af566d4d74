import { Input } from "antd";
import { zh } from "../../words/zh.ts";
import { type ControlProps, textOf } from "./field-context.ts";

const KINDS: { [kind: string]: { type?: string; inputMode?: "tel" | "email" } } = {
  date: { type: "date" },
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
};

/** characters that fit into one line */
const ONE_LINE = 120;

/** Words: one line where they are a name or a code, several where they tell something. */
export function TextControl({ field, id, name, value, onChange, readOnly }: ControlProps) {
  const text = textOf(value);
  const most = typeof field.most === "number" && field.unit === "characters" ? field.most : undefined;
  const shared = {
    value: text,
    ...(id === "" ? { "aria-label": name } : { id }),
    readOnly,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  const short = field.kind !== "text" || field.fact !== undefined || (most ?? Infinity) <= ONE_LINE;
  if (short)
    return (
      <Input {...shared} {...KINDS[field.kind]} style={{ maxWidth: field.kind === "text" ? 640 : 320 }} />
    );
  const count = [...text].length;
  return (
    <>
      <Input.TextArea {...shared} autoSize={{ minRows: id === "" ? 1 : 3, maxRows: 16 }} />
      {most !== undefined && (
        <p className={count > most ? "sm bad right" : "sm mute right"}>{zh.form.most(count, most)}</p>
      )}
    </>
  );
}
