// The language as JSON Schema (draft 2020-12), for editors and for programs that do not read zod.
import { z } from "zod";
import { Actor } from "./actor.ts";
import { Change, Json } from "./changes.ts";
import { Collection } from "./collection.ts";
import { Effect } from "./consequences.ts";
import { FormField } from "./forms.ts";
import { Policy } from "./policy.ts";
import { Indicator } from "./sheets.ts";
import { Condition, Duration, Measure, Moment, Open, OpenTerms, Period, Window } from "./sorts.ts";
import { Stage } from "./stages.ts";
import { Decimal, Key, Ref, Scalar, Text } from "./text.ts";
import { Yield } from "./yields.ts";

/** What is defined once and referred to by its name. */
const NAMED: { readonly [name: string]: z.ZodType } = {
  Actor,
  Change,
  Collection,
  Condition,
  Decimal,
  Duration,
  Effect,
  FormField,
  Indicator,
  Json,
  Key,
  Measure,
  Moment,
  Open,
  OpenTerms,
  Period,
  Ref,
  Scalar,
  Stage,
  Text,
  Window,
  Yield,
};

/** JSON Schema of a policy document. Lint says what no schema can: whether references resolve, weights add up … */
export function policyJsonSchema(): object {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) metadata.add(schema, { id });
  return z.toJSONSchema(Policy, { target: "draft-2020-12", metadata, reused: "ref" });
}
