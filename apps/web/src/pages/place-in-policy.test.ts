import { expect, test } from "vitest";
import { placeInPolicy } from "./place-in-policy.ts";

const policy = {
  types: [
    {
      key: "network",
      label: { zh: "协同网络", en: "network" },
      roles: [{ key: "member", label: { zh: "成员单位", en: "member" }, least: 1 }],
    },
  ],
  inForce: { from: "2022-01-01" },
} as never;

test("a place is told by the labels on the way to it", () => {
  expect(placeInPolicy(policy, "types/network/roles/member/least")).toBe("协同网络 · 成员单位");
});

test("a place without labels, and one that is not there, is told by nothing", () => {
  expect(placeInPolicy(policy, "inForce/from")).toBe("");
  expect(placeInPolicy(policy, "types/none/term")).toBe("");
});
