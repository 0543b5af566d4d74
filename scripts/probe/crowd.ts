// All clients at once: each takes its next act until together they have sent as many as were asked for.
import { setTimeout as sleep } from "node:timers/promises";
import { newKey } from "../journey/world.ts";
import type { Client } from "./arena.ts";
import { type Board, learn } from "./board.ts";
import { type Dice, newDice } from "./dice.ts";
import { nextMove } from "./moves.ts";
import { type Move, send, type Sent } from "./sending.ts";

/** One act in so many is sent twice at once, and one key in so many is used again for another act. */
const TWICE = 0.15;
const AGAIN = 0.05;

export interface Crowd {
  clients: readonly Client[];
  seed: number;
  operations: number;
}

export async function runCrowd({ clients, seed, operations }: Crowd): Promise<Sent[]> {
  const sent: Sent[] = [];
  const board: Board = { cases: new Map(), centers: new Map() };
  let left = operations;
  const tell = (answers: readonly Sent[]): void => {
    sent.push(...answers);
    for (const one of answers) learn(board, one);
  };
  const works = async (client: Client, dice: Dice): Promise<void> => {
    let used: string | undefined;
    while (left > 0) {
      const move = await nextMove({ client, board, dice });
      if (move === undefined) {
        await sleep(5);
        continue;
      }
      const key = used !== undefined && dice.roll() < AGAIN ? used : newKey();
      const times = dice.roll() < TWICE ? 2 : 1;
      left -= times;
      used = key;
      tell(await Promise.all(Array.from({ length: times }, () => send(client, key, move satisfies Move))));
    }
  };
  await Promise.all(clients.map((client, at) => works(client, newDice(seed * 1000 + at))));
  return sent;
}
