// 公民身份号码, GB 11643-1999: 17 digits and a check character modulo 11.2.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

/** Whether a text is an identity number: its digits, its day of birth and its check character. */
export function isIdentityNumber(text: string): boolean {
  const number = text.trim().toUpperCase();
  if (!/^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17];
}
