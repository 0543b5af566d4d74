// Argon2id with OWASP's minimum. Hashing is heavy on purpose, so only a few run at once.
import { hash, verify } from "@node-rs/argon2";

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFKC"), COST));

/** False for a wrong password and for a stored hash that is none. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await inTurn(() => verify(stored, password.normalize("NFKC")));
  } catch {
    return false;
  }
}

let dummy: Promise<string> | undefined;
/** An unknown account costs the same time as a known one. */
export async function verifyNobody(password: string): Promise<false> {
  dummy ??= hashPassword("nobody has this password");
  await verifyPassword(await dummy, password);
  return false;
}
