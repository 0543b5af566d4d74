import { describe, expect, test } from "vitest";
import { chooseUser } from "./run-as.ts";

const root = "root:x:0:0:root:/root:/bin/bash";
const nobody = "nobody:x:65534:65534:nobody:/:/usr/sbin/nologin";
const postgres = "postgres:x:114:120:PostgreSQL:/var/lib/postgresql:/bin/bash";

describe("the user that PostgreSQL runs as", () => {
  test("stays the caller where the caller is not root", () => {
    expect(chooseUser(1000, () => root)).toEqual({});
  });

  test("is postgres for root, where that user exists", () => {
    expect(chooseUser(0, () => [root, nobody, postgres].join("\n"))).toEqual({ uid: 114, gid: 120 });
  });

  test("is nobody for root elsewhere", () => {
    expect(chooseUser(0, () => [root, nobody].join("\n"))).toEqual({ uid: 65534, gid: 65534 });
  });

  test("is refused, not created, where neither exists", () => {
    expect(() => chooseUser(0, () => root)).toThrow("refuses to run as root");
  });
});
