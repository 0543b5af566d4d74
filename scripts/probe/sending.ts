// One act as a client sends it over HTTP, and what came back. A count of sendings and answers stands for the time.
import type { AppOutputs } from "@yichuang/api";
import type { Action, ActionKind } from "@yichuang/domain";
import { TRPCClientError } from "@trpc/client";
import type { Client } from "./arena.ts";

export type Answer = AppOutputs["act"]["submit"] | { kind: "failed"; why: string };

export interface Sent {
  client: Client;
  key: string;
  action: Move;
  sentAt: number;
  answeredAt: number;
  answer: Answer;
}

const ROUTES = {
  "open-case": "openCase",
  submit: "submit",
  withdraw: "withdraw",
  decide: "decide",
  waive: "waive",
  link: "link",
  unlink: "unlink",
} as const satisfies { [K in ActionKind]?: string };

/** The acts that the probe knows. */
export type Move = Extract<Action, { kind: keyof typeof ROUTES }>;

let clock = 0;

export async function send(client: Client, key: string, action: Move): Promise<Sent> {
  const { kind, ...act } = action;
  const { api, as } = client.actor;
  const sentAt = ++clock;
  const answer = await api.act[ROUTES[kind]].mutate({ as, key, act: act as never }).catch(failed);
  return { client, key, action, sentAt, answeredAt: ++clock, answer };
}

function failed(error: unknown): Answer {
  if (!(error instanceof TRPCClientError)) return { kind: "failed", why: String(error) };
  const { app, code } = (error.data ?? {}) as { app?: string; code?: string };
  return { kind: "failed", why: app ?? code ?? error.message };
}
