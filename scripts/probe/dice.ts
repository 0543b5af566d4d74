/** Random numbers that a seed repeats: a counter, mixed. */
export interface Dice {
  /** from 0 up to 1 */
  roll: () => number;
  oneOf: <T>(from: readonly T[]) => T | undefined;
}

export function newDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  return { roll, oneOf: (from) => from[Math.floor(roll() * from.length)] };
}
