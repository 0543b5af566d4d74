// Several named statements under one Sync: one network round trip, one implicit transaction, all or nothing.
import type { Client, Connection, PoolClient, Submittable } from "pg";
import type { Statement, StatementValue } from "./statement.ts";

/** What this file uses of a pg connection beyond its published type. */
interface Wire {
  stream: { cork: () => void; uncork: () => void };
  parse: (query: { name: string; text: string; types: number[] }) => void;
  bind: (config: {
    portal: string;
    statement: string;
    values: readonly StatementValue[];
    binary: boolean;
    valueMapper: (value: StatementValue) => unknown;
  }) => void;
  describe: (message: { type: "P"; name: string }) => void;
  execute: (config: { portal: string; rows: number }) => void;
  sync: () => void;
}

/** Statements that a connection has parsed: name -> name on the wire. */
const parsed = new WeakMap<object, Map<string, string>>();
let generation = 0;

const onWire = (value: StatementValue): string | Buffer | null =>
  value === null || Buffer.isBuffer(value) ? value : String(value);

class OneSync implements Submittable {
  private readonly statements: readonly Statement<unknown>[];
  private readonly settle: (error: Error | undefined, answers: (string | null)[]) => void;
  private readonly answers: (string | null)[] = [];
  private readonly fresh: string[] = [];
  private current: string | null = null;
  private names = new Map<string, string>();

  constructor(
    statements: readonly Statement<unknown>[],
    settle: (error: Error | undefined, answers: (string | null)[]) => void,
  ) {
    this.statements = statements;
    this.settle = settle;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    this.names = parsed.get(wire) ?? new Map<string, string>();
    parsed.set(wire, this.names);
    wire.stream.cork();
    try {
      for (const statement of this.statements) this.send(wire, statement);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  private send(wire: Wire, { name, text, values }: Statement<unknown>): void {
    let known = this.names.get(name);
    if (known === undefined) {
      known = `${name}_${(generation++).toString(36)}`;
      wire.parse({ name: known, text, types: [] });
      this.names.set(name, known);
      this.fresh.push(name);
    }
    wire.bind({ portal: "", statement: known, values, binary: false, valueMapper: onWire });
    wire.describe({ type: "P", name: "" });
    wire.execute({ portal: "", rows: 0 });
  }

  handleRowDescription(): void {
    this.current = null;
  }
  handleDataRow(message: { fields: (string | null)[] }): void {
    this.current = message.fields[0] ?? null;
  }
  handleCommandComplete(): void {
    this.answers.push(this.current);
    this.current = null;
  }
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  /** After an error the statements behind it were never parsed: forget all names that this batch made. */
  handleError(error: Error): void {
    for (const name of this.fresh) this.names.delete(name);
    this.settle(error, []);
  }
  handleReadyForQuery(): void {
    this.settle(undefined, this.answers);
  }
}

/** The answers of the statements, in order; rejects with PostgreSQL's error and then none of them has had an effect. */
export function runOneSync(
  client: PoolClient | Client,
  statements: readonly Statement<unknown>[],
): Promise<(string | null)[]> {
  return new Promise((resolve, reject) => {
    client.query(
      new OneSync(statements, (error, answers) => (error === undefined ? resolve(answers) : reject(error))),
    );
  });
}
