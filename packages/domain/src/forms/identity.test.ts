import { expect, test } from "vitest";
import { isIdentityNumber } from "./identity.ts";

// made up: a region that was never given out
const VALID = "999999199001010010";
const checked = (first17: string): string =>
  ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"]
    .map((check) => first17 + check)
    .find((number) => isIdentityNumber(number)) ?? "";

test("exactly one check character fits seventeen digits", () => {
  const first17 = VALID.slice(0, 17);
  const fitting = Array.from("0123456789X").filter((check) => isIdentityNumber(first17 + check));
  expect(fitting).toHaveLength(1);
});

test("any other single digit is found, a small x and spaces around are read", () => {
  const number = checked(VALID.slice(0, 17));
  const wrong = Array.from("0123456789").filter((digit) => digit !== number[8]);
  expect(wrong.map((digit) => isIdentityNumber(number.slice(0, 8) + digit + number.slice(9)))).not.toContain(
    true,
  );
  expect(isIdentityNumber(` ${number.toLowerCase()} `)).toBe(true);
});

test("a day that is none, or another length, is no number", () => {
  expect(checked("99999919901301001")).toBe("");
  expect(isIdentityNumber(VALID.slice(1))).toBe(false);
});
