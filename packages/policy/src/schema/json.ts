import { z } from "zod";

/** A JSON value: what a document is before its schema is known. */
export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };
export const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]),
);
