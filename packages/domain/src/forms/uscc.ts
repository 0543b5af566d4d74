// 统一社会信用代码, GB 32100-2015: 17 characters and a check digit modulo 31.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** What is wrong with a code, or undefined where nothing is. */
export function usccFault(code: string): "uscc-shape" | "uscc-check-digit" | undefined {
  if (code.length !== 18 || [...code].some((character) => !ALPHABET.includes(character))) return "uscc-shape";
  return checkDigit(code.slice(0, 17)) === code[17] ? undefined : "uscc-check-digit";
}

/** The check digit of the first 17 characters. */
function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17[at] ?? "0"), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? "0";
}
