import { zh } from "../../words/zh.ts";
import { type ControlProps, textOf } from "./field-context.ts";

/** Signing is an act of its own; here one sees whether it was done. */
export function SignatureControl({ value }: ControlProps) {
  const signed = value !== undefined && value !== null;
  const by =
    typeof value === "object" && value !== null && "name" in value ? textOf(value.name) : textOf(value);
  return <p className={signed ? "" : "mute"}>{signed ? `${zh.form.signed} ${by}` : zh.form.signature}</p>;
}
