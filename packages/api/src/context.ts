// What one request brings along. `apps/server` makes it; nothing here knows HTTP.
import type { Auth } from "@yichuang/auth";
import type { Pools } from "@yichuang/db";
import type { FileStore } from "./ports/files.ts";

/** Exists only in demo mode. */
export interface DemoControl {
  /** `group` is the tenant that they belong to */
  accounts: { group: string; signIn: string; password: string; name: string; unit: string; role: string }[];
  /** moves the clock forward to the start of a day; never back */
  advanceTo: (day: string) => Promise<void>;
  /** begins the demonstration again */
  reset: () => Promise<void>;
  from: string;
  to: string;
}

export interface ApiContext {
  pools: Pools;
  auth: Auth;
  /** SHA-256 of the session token in the cookie; undefined when there is none */
  sessionHash: Buffer | undefined;
  address: string;
  agent: string;
  requestId: string;
  setCookie: (value: string) => void;
  files: FileStore;
  demo: DemoControl | undefined;
}
