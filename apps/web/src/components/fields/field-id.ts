/** The element of a field, from its address in the form: `basics/name` -> `field-basics-name`. */
export const fieldId = (address: string): string => `field-${address.replaceAll("/", "-")}`;

/** Brings a field into view and puts the focus into it. */
export function focusField(address: string): void {
  const field = document.getElementById(fieldId(address));
  field?.scrollIntoView({ block: "center" });
  const control = field?.querySelector<HTMLElement>("input:not([type=file]), textarea, select, button");
  (control ?? field)?.focus({ preventScroll: true });
}
