import type { FormField, FormSection } from "@yichuang/policy";
import type { ReactNode } from "react";
import { FieldRow } from "./FieldRow.tsx";
import type { FieldContext } from "./fields/field-context.ts";

export interface PolicyFormProps extends FieldContext {
  section: FormSection;
  /** the section's answers by field */
  value: { [field: string]: unknown };
  onChange: (field: string, value: unknown) => void;
  readOnly?: boolean;
  /** by `section/field`: why a field was returned */
  marks?: { [address: string]: string };
  /** after a return only the marked fields are open */
  onlyMarked?: boolean;
  /** by `section/field`: what is missing, in words */
  gaps?: { [address: string]: string };
  /** what stands beside a field's label, e.g. its clauses */
  clausesOf?: (field: FormField) => ReactNode;
  /** the field that the focus is in, for the panel beside */
  onFocus?: (field: FormField) => void;
}

/** One section of a policy's form: every kind of field, with what was returned and what is missing. */
export function PolicyForm(props: PolicyFormProps) {
  const { section, value, onChange, readOnly = false, marks = {}, gaps = {}, onlyMarked = false } = props;
  return (
    <div className="policy-form">
      {section.fields.map((field) => {
        const address = `${section.key}/${field.key}`;
        const mark = marks[address];
        const gap = gaps[address];
        return (
          <FieldRow
            key={field.key}
            address={address}
            field={field}
            value={value[field.key]}
            onChange={(next) => onChange(field.key, next)}
            readOnly={readOnly || (onlyMarked && mark === undefined)}
            context={props}
            clauses={props.clausesOf?.(field)}
            onFocus={() => props.onFocus?.(field)}
            {...(mark === undefined ? {} : { mark })}
            {...(gap === undefined ? {} : { gap })}
          />
        );
      })}
    </div>
  );
}
