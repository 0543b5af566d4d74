import type { FieldKind } from "@yichuang/policy";
import type { ComponentType } from "react";
import { ChoiceControl } from "./ChoiceControl.tsx";
import type { ControlProps } from "./field-context.ts";
import { FileControl } from "./FileControl.tsx";
import { GoalsControl } from "./GoalsControl.tsx";
import { IdentityControl } from "./IdentityControl.tsx";
import { InstitutionControl } from "./InstitutionControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { PersonControl } from "./PersonControl.tsx";
import { RecordsControl } from "./RecordsControl.tsx";
import { SheetControl } from "./SheetControl.tsx";
import { SignatureControl } from "./SignatureControl.tsx";
import { TableControl } from "./TableControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { YesNoControl } from "./YesNoControl.tsx";

const CONTROLS: Record<FieldKind, ComponentType<ControlProps>> = {
  text: TextControl,
  number: NumberControl,
  money: NumberControl,
  date: TextControl,
  choice: ChoiceControl,
  "yes-no": YesNoControl,
  file: FileControl,
  table: TableControl,
  person: PersonControl,
  institution: InstitutionControl,
  uscc: TextControl,
  identity: IdentityControl,
  phone: TextControl,
  email: TextControl,
  goals: GoalsControl,
  records: RecordsControl,
  sheet: SheetControl,
  signature: SignatureControl,
};

/** The control of a field's kind. */
export function Control(props: ControlProps) {
  const Kind = CONTROLS[props.field.kind];
  return <Kind {...props} />;
}
