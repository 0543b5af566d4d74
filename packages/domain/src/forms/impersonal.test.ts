import { expect, test } from "vitest";
import { impersonal } from "./impersonal.ts";

test("what is personal, what was not answered and what the form does not ask for is left out", () => {
  const form = {
    key: "f",
    sections: [
      {
        key: "s",
        fields: [
          { key: "name", kind: "text" as const },
          { key: "phone", kind: "phone" as const, personal: true },
          { key: "beds", kind: "number" as const, personal: false },
          { key: "note", kind: "text" as const },
        ],
      },
      { key: "t", fields: [{ key: "name", kind: "text" as const }] },
    ],
  };
  const answers = { s: { name: "中心", phone: "023", beds: 0, other: "x" }, u: { name: "别处" } };
  expect(impersonal(form, answers)).toStrictEqual({ s: { name: "中心", beds: 0 }, t: {} });
});
