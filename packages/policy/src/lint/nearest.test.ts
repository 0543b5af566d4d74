import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test("the word that looks most like a misspelt one is offered, and none that is far from it", () => {
  expect(nearest("grdaes", ["graders", "grades", "levels"])).toBe("grades");
  expect(nearest("grade", ["grades"])).toBe("grades");
  expect(nearest("rades", ["grades"])).toBe("grades");
  expect(nearest("gra", ["grades"])).toBe("grades");
  expect(nearest("gr", ["grades"])).toBeUndefined();
  expect(nearest("", ["abc"])).toBe("abc");
  expect(nearest("", ["abcd"])).toBeUndefined();
  expect(nearest("grades", [])).toBeUndefined();
});
