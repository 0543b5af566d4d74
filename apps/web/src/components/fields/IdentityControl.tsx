import { IdentityValue } from "@yichuang/policy";
import { Input } from "antd";
import { zh } from "../../words/zh.ts";
import { type ControlProps, textOf } from "./field-context.ts";

/** An identity number: written once, never shown again. What is kept can be replaced, not read. */
export function IdentityControl({ id, name, value, onChange, readOnly }: ControlProps) {
  const kept = IdentityValue.safeParse(value).success;
  if (readOnly) return <p className="mute">{kept ? zh.form.identityKept : zh.form.empty}</p>;
  if (kept) {
    return (
      <p>
        {zh.form.identityKept}{" "}
        <button
          type="button"
          className="link"
          aria-label={`${zh.form.replace} ${name}`}
          onClick={() => onChange(undefined)}
        >
          {zh.form.replace}
        </button>
      </p>
    );
  }
  return (
    <Input
      id={id}
      aria-label={name}
      autoComplete="off"
      value={textOf(value)}
      maxLength={18}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}
