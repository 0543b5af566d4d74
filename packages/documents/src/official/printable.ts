// XML 1.0 forbids control characters and halves of pairs; a name copied from elsewhere may hold them.
// oxlint-disable-next-line no-control-regex -- these are the characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text as a document can hold it; line ends and tabs become spaces. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(/[\t\r\n]+/g, " ");
