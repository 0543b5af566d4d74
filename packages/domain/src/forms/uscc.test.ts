import { expect, test } from "vitest";
import { usccFault } from "./uscc.ts";

const VALID = "91350100M000100Y43"; // the example of GB 32100-2015

test("the example of the standard has no fault", () => expect(usccFault(VALID)).toBeUndefined());

test("any other single character at any place is found", () => {
  const alphabet = Array.from("0123456789ABCDEFGHJKLMNPQRTUWXY");
  const missed = Array.from(VALID).flatMap((right, at) =>
    alphabet.filter(
      (other) => other !== right && usccFault(VALID.slice(0, at) + other + VALID.slice(at + 1)) === undefined,
    ),
  );
  expect(missed).toEqual([]);
});

test("length and letters outside the alphabet are another fault", () => {
  for (const code of ["", VALID.slice(1), `${VALID}0`, VALID.replace("M", "I"), VALID.toLowerCase()])
    expect(usccFault(code)).toBe("uscc-shape");
});
