// A mutant costs little when the modules of its tests are already loaded: one thread runs the tests of many mutants.
import type { TestProject } from "vitest/node";
import { ThreadsPoolWorker } from "vitest/node";
import type { PoolOptions, WorkerRequest } from "vitest/node";

type Listener = (message: unknown) => void;

/** A worker of Vitest that outlives the run that it was started for. */
class KeptThread extends ThreadsPoolWorker {
  override readonly name = "kept";
  private running: Promise<void> | undefined;
  private listeners: (readonly [string, Listener])[] = [];

  override start(): Promise<void> {
    this.running ??= super.start();
    return this.running;
  }

  override on(event: string, listener: Listener): void {
    this.listeners.push([event, listener]);
    super.on(event, listener);
  }

  override send(message: WorkerRequest): void {
    if (message.type !== "stop") return super.send(message);
    const stopped = { type: "stopped", __vitest_worker_response__: true };
    for (const [event, listener] of this.listeners) if (event === "message") listener(stopped);
  }

  override async stop(): Promise<void> {
    for (const [event, listener] of this.listeners.splice(0)) this.off(event, listener);
  }

  /** Ends the thread itself. */
  async end(): Promise<void> {
    await super.stop();
  }
}

/** Has a project run in one kept thread; what Stryker says of the pool stands above the configuration, so later. */
export function keepThread(project: TestProject): void {
  let thread: KeptThread | undefined;
  project.vitest.onClose(() => thread?.end());
  project.config.pool = "kept";
  project.config.poolRunner = {
    name: "kept",
    createPoolWorker: (options: PoolOptions) => (thread ??= new KeptThread(options)),
  };
}
