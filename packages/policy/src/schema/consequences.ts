import { z } from "zod";
import { Actor } from "./actor.ts";
import { EventKind } from "./event-kind.ts";
import { head, type Head } from "./head.ts";
import { Condition, Duration, value, type Value } from "./sorts.ts";
import { Standing } from "./states.ts";
import { Key } from "./text.ts";

/** One thing that a consequence does. */
export type Effect =
  | { key: Key; do: "set-standing"; standing: Standing }
  | { key: Key; do: "start"; procedure: Key; within: Value<Duration> }
  | { key: Key; do: "announce"; to: Actor[] }
  | { key: Key; do: "support"; with: Key }
  | { key: Key; do: "recommend"; promotion: Key }
  | { key: Key; do: "money"; funding: Key; act: "grant" | "withhold" | "cancel" | "reclaim" }
  | {
      key: Key;
      do: "bar";
      from: Key[];
      who: Value<"host" | "director" | "team">;
      lasts: Value<Duration>;
    }
  | { key: Key; do: "suspend-name"; lasts?: Value<Duration> }
  | { key: Key; do: "restore-name" }
  | { key: Key; do: "branches"; act: "list" | "cascade" }
  | { key: Key; do: "put-to"; body: Actor };
export type EffectKind = Effect["do"];
export const Effect: z.ZodType<Effect> = z.discriminatedUnion("do", [
  z.strictObject({ key: Key, do: z.literal("set-standing"), standing: Standing }),
  z.strictObject({ key: Key, do: z.literal("start"), procedure: Key, within: value(Duration) }),
  z.strictObject({ key: Key, do: z.literal("announce"), to: z.array(Actor).min(1) }),
  z.strictObject({ key: Key, do: z.literal("support"), with: Key }),
  z.strictObject({ key: Key, do: z.literal("recommend"), promotion: Key }),
  z.strictObject({
    key: Key,
    do: z.literal("money"),
    funding: Key,
    act: z.enum(["grant", "withhold", "cancel", "reclaim"]),
  }),
  z.strictObject({
    key: Key,
    do: z.literal("bar"),
    from: z.array(Key).min(1),
    who: value(z.enum(["host", "director", "team"])),
    lasts: value(Duration),
  }),
  z.strictObject({ key: Key, do: z.literal("suspend-name"), lasts: value(Duration).exactOptional() }),
  z.strictObject({ key: Key, do: z.literal("restore-name") }),
  z.strictObject({ key: Key, do: z.literal("branches"), act: z.enum(["list", "cascade"]) }),
  z.strictObject({ key: Key, do: z.literal("put-to"), body: Actor }),
]);

/** On this event, in these procedures, if this holds: do these. `of` defaults to the center; `parent` is the one above it. */
export interface Consequence extends Head {
  for: Key[];
  on: EventKind;
  in?: Key[];
  of?: "center" | "parent" | "host" | "director";
  when?: Condition;
  effects: Effect[];
}
export const Consequence: z.ZodType<Consequence> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  on: EventKind,
  in: z.array(Key).exactOptional(),
  of: z.enum(["center", "parent", "host", "director"]).exactOptional(),
  when: Condition.exactOptional(),
  effects: z.array(Effect).min(1),
});
