// 发文字号 as GB/T 9704-2012 7.2.5 writes it: code, year in six-cornered brackets, serial without a leading zero.

const NUMBER = /^([^\s〔〕]+)〔(\d{4})〕([1-9]\d*)号$/u;

/** The parts of a registered number, spaces left aside; `undefined` where it is not written as the standard wants it. */
export function findDocumentNumber(text: string): { code: string; year: number; serial: number } | undefined {
  const [, code, year, serial] = NUMBER.exec(writeDocumentNumber(text)) ?? [];
  if (code === undefined) return undefined;
  return { code, year: Number(year), serial: Number(serial) };
}

/** The same number in the one way in which it is stored: without spaces. */
export const writeDocumentNumber = (text: string): string => text.replaceAll(/\s/gu, "");
