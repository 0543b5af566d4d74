// A rehearsal keeps one processor busy for seconds: it runs in a thread of its own, one at a time, and not for ever.
import type { KeptRehearsal } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { Worker } from "node:worker_threads";

export interface AskedRehearsal {
  policy: Policy;
  from: string;
  years: number;
}

const MOST_MS = 60_000;
const MOST_MB = 512;
const THREAD = new URL("rehearsal-thread.ts", import.meta.url);

let before: Promise<unknown> = Promise.resolve();

/** What a rehearsal meets; undefined where it does not end within a minute. Waits for the one that runs already. */
export function rehearseAside(asked: AskedRehearsal): Promise<KeptRehearsal | undefined> {
  const mine = before.then(() => inThread(asked));
  before = mine.catch(() => undefined);
  return mine;
}

async function inThread(asked: AskedRehearsal): Promise<KeptRehearsal | undefined> {
  const thread = new Worker(THREAD, {
    workerData: asked,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<KeptRehearsal | undefined>();
  const late = setTimeout(() => resolve(undefined), MOST_MS);
  thread.once("message", (rehearsal: KeptRehearsal) => resolve(rehearsal));
  thread.once("error", reject);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}
