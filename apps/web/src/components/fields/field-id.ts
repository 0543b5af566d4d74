/** The element of a field, from its address in the form: `basics/name` -> `field-basics-name`. */
export const fieldId = (address: string): string => `field-${address.replaceAll("/", "-")}`;

/** Brings a field into view and puts the focus into it. */
export function focusField(address: string): void {
  const field = document.getElementById(fieldId(address));
  field?.scrollIntoView({ block: "center" });
  const controls = [
    ...(field?.querySelectorAll<HTMLElement>("input:not([type=file]), textarea, button") ?? []),
  ];
  const control = controls.find((one) => one.closest(".field-label") === null);
  (control ?? field)?.focus({ preventScroll: true });
}
