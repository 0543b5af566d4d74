// A statement whose answer PostgreSQL builds as one JSON text, so that one reader serves every query.
import { createHash } from "node:crypto";
import type { CompiledQuery } from "kysely";

export type StatementValue = string | number | boolean | null | Buffer;

/** `name` is derived from the text, so that a text is prepared once per connection. */
export interface Statement<T> {
  name: string;
  text: string;
  values: readonly StatementValue[];
  /** typed by whoever makes the statement */
  readonly answers?: T;
}

const nameOf = (text: string): string => `s_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;

/** A statement that answers one JSON text in its first column. */
export const jsonStatement = <T>(text: string, values: readonly StatementValue[] = []): Statement<T> => ({
  name: nameOf(text),
  text,
  values,
});

const isValue = (value: unknown): value is StatementValue =>
  value === null || ["string", "number", "boolean"].includes(typeof value) || Buffer.isBuffer(value);

function valueOf(value: unknown): StatementValue {
  if (isValue(value)) return value;
  if (Array.isArray(value))
    return `{${value.map((one) => `"${String(one).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}

/** All rows of a Kysely query. Numbers that must stay exact are selected as text. */
export const listOf = <Row>(query: { compile: () => CompiledQuery<Row> }): Statement<Row[]> => {
  const { sql, parameters } = query.compile();
  return jsonStatement(`select coalesce(json_agg(r), '[]')::text from (${sql}) r`, parameters.map(valueOf));
};

/** The first row of a Kysely query, or null. */
export const firstOf = <Row>(query: { compile: () => CompiledQuery<Row> }): Statement<Row | null> => {
  const { sql, parameters } = query.compile();
  return jsonStatement(
    `select coalesce((select row_to_json(r) from (${sql}) r limit 1)::text, 'null')`,
    parameters.map(valueOf),
  );
};
