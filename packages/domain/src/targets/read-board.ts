import { type Board, boardOfYear } from "./board.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { type Target, targetsOf } from "./targets.ts";

export { boardOf, type Board } from "./board.ts";

/** Every duty and every figure of the policy in a year, as the board can say it. */
export function readBoard(board: Board, year: number): { targets: Target[]; figures: Figure[] } {
  const then = boardOfYear(board, year);
  return { targets: targetsOf(then), figures: figuresOf(then) };
}
