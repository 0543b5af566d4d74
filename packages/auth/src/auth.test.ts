import { describe, expect, test } from "vitest";
import { cookieName, readToken } from "./cookie.ts";
import { hashPassword, verifyNobody, verifyPassword } from "./password.ts";
import { LIMITS, throttle } from "./throttle.ts";

const TOKEN = "a2".repeat(20);
const nobody = { of_both: 0, of_account: 0, of_address: 0, known_address: false };

describe("the session cookie", () => {
  test("is read where there is exactly one of the right shape", () => {
    expect(readToken(`theme=dark; yc_session=${TOKEN}; a=b`, false)).toBe(TOKEN);
    expect(readToken(`${cookieName(true)}=${TOKEN}`, true)).toBe(TOKEN);
  });
  test.each([
    ["none", undefined],
    ["an empty header", ""],
    ["two of the same name", `yc_session=${TOKEN}; yc_session=${TOKEN}`],
    ["one character too few", `yc_session=${TOKEN.slice(1)}`],
    ["other letters", `yc_session=${"A".repeat(40)}`],
    ["a value with a further sign", `yc_session=${TOKEN}=x`],
    ["a malformed header", ";;=;%%%"],
    ["another name that ends alike", `x_yc_session=${TOKEN}`],
  ])("is not read from %s", (_case, header) => expect(readToken(header, false)).toBeUndefined());
  test("behind TLS only counts under its protected name", () => {
    expect(readToken(`yc_session=${TOKEN}`, true)).toBeUndefined();
    expect(cookieName(true)).toMatch(/^__Host-/);
  });
});

describe("passwords", () => {
  test("are argon2id with the stated cost, and verified however they were typed", async () => {
    const hash = await hashPassword("Ａé医创");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, "Ae\u0301医创")).toBe(true);
    expect(await verifyPassword(hash, "Ae医创")).toBe(false);
  });
  test("a stored hash that is none and an unknown account are wrong, not errors", async () => {
    expect(await verifyPassword("nonsense", "x")).toBe(false);
    expect(await verifyNobody("x")).toBe(false);
  });
});

describe("throttling", () => {
  test("closes after five failures of an account from an address", () => {
    expect(throttle({ ...nobody, of_both: 4 })).toEqual({ kind: "open", left: 1 });
    expect(throttle({ ...nobody, of_both: LIMITS.ofBoth })).toEqual({ kind: "closed" });
  });
  test("strangers cannot lock the owner out", () => {
    const attacked = { ...nobody, of_account: 500 };
    expect(throttle(attacked)).toEqual({ kind: "closed" });
    expect(throttle({ ...attacked, known_address: true })).toEqual({ kind: "open", left: 5 });
  });
  test("one address that tries many accounts is closed", () =>
    expect(throttle({ ...nobody, known_address: true, of_address: LIMITS.ofAddress })).toEqual({
      kind: "closed",
    }));
});
