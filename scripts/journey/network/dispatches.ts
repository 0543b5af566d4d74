// What a journey does with what came in to a space.
import type { AppOutputs } from "@yichuang/api";
import { ask } from "../player.ts";
import type { Actor } from "../world.ts";

type Received = AppOutputs["dispatch"]["received"]["items"][number];

/** The latest dispatch about a center that came in to the space in which an actor stands. */
export async function received(by: Actor, center: string): Promise<Received | undefined> {
  const { items } = await by.api.dispatch.received.query({ as: by.as });
  return items
    .filter(({ root_id: root }) => root === center)
    .toSorted((a, b) => a.dispatch_key.localeCompare(b.dispatch_key))
    .at(-1);
}

const refOf = (at: Received | undefined) => ({
  tenant: at?.tenant_id ?? 0,
  root: at?.root_id ?? "",
  key: at?.dispatch_key ?? "",
});

export const answers = (
  by: Actor,
  at: Received | undefined,
  answer: { outcome: "received" | "returned" | "taken-up"; words: string },
) => by.api.act.answerDispatch.mutate(ask(by, { dispatch: refOf(at), ...answer }));

/** Whether somebody is told that there is no such thing. */
export const notFound = (by: Actor, at: Received | undefined): Promise<boolean> =>
  by.api.dispatch.get.query({ as: by.as, ...refOf(at) }).then(
    () => false,
    (error: { data?: { code?: string } }) => error.data?.code === "NOT_FOUND",
  );
