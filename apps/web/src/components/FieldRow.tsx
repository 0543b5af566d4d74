import type { FormField } from "@yichuang/policy";
import { useId, type ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { Control } from "./fields/Control.tsx";
import { type ControlProps, labelOf } from "./fields/field-context.ts";
import { fieldId } from "./fields/field-id.ts";
import { Glyph } from "./Glyph.tsx";

export interface FieldRowProps extends Omit<ControlProps, "id" | "name"> {
  /** `section/field` */
  address: string;
  /** why the field was returned */
  mark?: string;
  /** what is missing, in words */
  gap?: string;
  /** the clauses of the field */
  clauses?: ReactNode;
  onFocus?: () => void;
}

/** One field with its label, hint, returned reason and gap, each beside the control it is about. */
export function FieldRow({ address, mark, gap, clauses, onFocus, ...control }: FieldRowProps) {
  const { field } = control;
  const notes = useId();
  const id = `${fieldId(address)}-control`;
  const label = labelOf(field);
  return (
    <div
      className={`field${mark === undefined ? "" : " returned"}${gap === undefined ? "" : " lacking"}`}
      id={fieldId(address)}
      tabIndex={-1}
      onFocus={onFocus}
    >
      <fieldset aria-label={label} aria-describedby={notes}>
        <div className="field-label">
          <label htmlFor={id}>{label}</label>
          <span className="sm mute">{demandOf(field)}</span>
          {field.personal === true && <span className="sm mute">{zh.form.personal}</span>}
          {clauses}
        </div>
        {field.hint !== undefined && <p className="field-hint">{field.hint.zh}</p>}
        <Control {...control} id={id} name={label} />
        <div id={notes}>
          {mark !== undefined && (
            <p className="field-mark">
              <Glyph name="bent-arrow" /> {zh.form.returned}
              {mark}
            </p>
          )}
          {gap !== undefined && <p className="field-gap">{gap}</p>}
        </div>
      </fieldset>
    </div>
  );
}

/** A field that is required under a condition says nothing beforehand; its gap does. */
function demandOf({ required }: FormField): string {
  if (required === true) return zh.form.required;
  return required === undefined || required === false ? zh.form.optional : "";
}
