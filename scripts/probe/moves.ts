// What a client does next: mostly where others are at the same time, so that they meet.
import { type Client, INSTITUTIONS, type Institution, TODAY } from "./arena.ts";
import type { Board } from "./board.ts";
import type { Dice } from "./dice.ts";
import { FIELDS } from "./pack.ts";
import type { Move } from "./sending.ts";

const YEAR = Number(TODAY.slice(0, 4));

interface Turn {
  client: Client;
  board: Board;
  dice: Dice;
}
type Maker = (turn: Turn) => Move | undefined | Promise<Move | undefined>;

const newest = <T>(all: Iterable<T>, most: number): T[] => [...all].slice(-most);
const casesOf = ({ cases }: Board, state: string) => [...cases.values()].filter((one) => one.state === state);
const standing = ({ centers }: Board, type?: string) =>
  [...centers.values()].filter((one) => one.stands && (type === undefined || one.type === type));
const own = ({ client }: Turn, { party }: { party: number | undefined }): boolean =>
  client.institution?.party === party;

const applies: Maker = ({ board, dice }) => {
  const hub = dice.roll() < 0.15 ? undefined : dice.oneOf(newest(standing(board, "hub"), 2));
  return hub === undefined
    ? { kind: "open-case", procedure: "hub-entry", year: YEAR }
    : { kind: "open-case", procedure: "branch-entry", year: YEAR, parent: hub.id };
};

const handsIn: Maker = (turn) => {
  const { board, dice } = turn;
  const draft = dice.oneOf(casesOf(board, "draft").filter((one) => own(turn, one)));
  if (draft === undefined) return applies(turn);
  // whoever hands in at the same time wants the same name
  const name = `中心${Math.floor(board.cases.size / 6) + Math.floor(dice.roll() * 2)}`;
  const main = draft.procedure === "hub-entry" ? { name, field: dice.oneOf(FIELDS) } : { name };
  return { kind: "submit", case: draft.id, stage: "apply", answers: { main } };
};

const takesBack: Maker = (turn) => {
  const entries = casesOf(turn.board, "in").filter(
    (one) => own(turn, one) && one.procedure.endsWith("-entry"),
  );
  const found = turn.dice.oneOf(newest(entries, 3));
  return found === undefined ? handsIn(turn) : { kind: "withdraw", case: found.id, stage: "apply" };
};

const begins =
  (procedure: string): Maker =>
  (turn) => {
    const mine = standing(turn.board).filter(
      (one) => turn.client.institution === undefined || own(turn, one),
    );
    const center = turn.dice.oneOf(newest(mine, 12));
    return center === undefined ? undefined : { kind: "open-case", procedure, year: YEAR, center: center.id };
  };

const decides: Maker = ({ board, dice }) => {
  const found = dice.oneOf(newest(casesOf(board, "in"), 8));
  if (found === undefined) return undefined;
  const declines = found.procedure.endsWith("-entry") && dice.roll() < 0.1;
  const chosen = found.procedure === "regrouping" ? { answers: { main: { lead: named(dice) } } } : {};
  return {
    kind: "decide",
    case: found.id,
    stage: "decide",
    outcome: declines ? "decline" : "approve",
    opinion: "",
    ...chosen,
  };
};

const named = (dice: Dice): Pick<Institution, "name" | "uscc"> => {
  const { name, uscc } = dice.oneOf(INSTITUTIONS) ?? { name: "", uscc: "" };
  return { name, uscc };
};

const waives: Maker = (turn) => {
  const hubs = casesOf(turn.board, "in").filter((one) => one.procedure === "hub-entry");
  const found = turn.dice.oneOf(newest(hubs, 4));
  return found === undefined
    ? decides(turn)
    : { kind: "waive", case: found.id, path: "caps/per-field", reason: "确有需要" };
};

const links: Maker = ({ board, dice }) => {
  const center = dice.oneOf(newest(board.centers.values(), 16));
  const hub = dice.oneOf(newest(standing(board, "hub"), 6));
  if (center === undefined) return undefined;
  const { uscc } = named(dice);
  const roll = dice.roll();
  const parent = center.type === "branch" && roll < 0.5 && hub !== undefined;
  const leads = center.stands && roll > 0.6;
  const party = parent
    ? { role: "parent-center" as const, center: hub.id }
    : { role: leads ? ("lead" as const) : ("joint" as const), uscc };
  return { kind: "link", center: center.id, party, on: TODAY, reason: "调整" };
};

const unlinks: Maker = async ({ board, dice, client }) => {
  const center = dice.oneOf(newest(board.centers.values(), 16));
  if (center === undefined) return undefined;
  const { api, as } = client.actor;
  const { network } = await api.center.get.query({ as, center: center.id });
  const link = dice.oneOf(network.links.filter(({ to }) => to === undefined));
  return link === undefined
    ? undefined
    : { kind: "unlink", center: center.id, link: link.key, on: TODAY, reason: "调整" };
};

/** Parts of a hundred, by the role of a client; the last one is what is done otherwise. */
const HABITS: { [role: string]: readonly [number, Maker][] } = {
  "institution-manager": [
    [45, handsIn],
    [68, applies],
    [78, takesBack],
    [88, begins("renaming")],
    [100, handsIn],
  ],
  leader: [
    [74, decides],
    [82, waives],
    [86, begins("ending")],
    [90, begins("revoking")],
    [100, begins("regrouping")],
  ],
  officer: [
    [65, links],
    [100, unlinks],
  ],
};

/** The next act of a client; undefined while there is nothing to act on. */
export async function nextMove(turn: Turn): Promise<Move | undefined> {
  const habits = HABITS[turn.client.actor.me.role] ?? [];
  const roll = turn.dice.roll() * 100;
  const [, make] = habits.find(([upTo]) => roll < upTo) ?? [];
  return make?.(turn);
}
