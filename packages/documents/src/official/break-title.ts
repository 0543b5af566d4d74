import { widthOf } from "./words.ts";

/** 2号 letters that fit into a line of 156 mm. */
const MOST = 20;
/** Words before which a line likes to end, and marks that never begin one. */
const OPENINGS = ["关于", "《"];
const NEVER_FIRST = /^[，。、；：？！）》〉」』”’…—％%]|^的|^通知|^等/u;
const NEVER_LAST = /[（《〈「『“‘\d]$|^(和|与|及)$/u;

const wordsOf = (title: string): string[] =>
  [...new Intl.Segmenter("zh", { granularity: "word" }).segment(title)].map(({ segment }) => segment);

/**
 * The lines of a title: words stay whole, lines are balanced and end before 关于 where that fits
 * (GB/T 9704 7.3.1: 词意完整，排列对称，长短适宜).
 */
export function breakTitle(title: string, most: number = MOST): string[] {
  const whole = title.trim();
  if (whole === "") return [];
  if (widthOf(whole) <= most) return [whole];
  const words = wordsOf(whole);
  const ideal = widthOf(whole) / Math.ceil(widthOf(whole) / (most - 1));
  return bestLines(words, { most, ideal });
}

interface Best {
  cost: number;
  lines: string[];
}

function bestLines(words: readonly string[], { most, ideal }: { most: number; ideal: number }): string[] {
  const best: (Best | undefined)[] = [{ cost: 0, lines: [] }];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = end - 1; start >= 0; start -= 1) {
      const line = words.slice(start, end).join("");
      const before = best[start];
      if (widthOf(line) > most && end - start > 1) break;
      if (before === undefined) continue;
      const cost = before.cost + lineCost(line, { ideal, last: words[end - 1] ?? "", first: start === 0 });
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost, lines: [...before.lines, line] };
    }
  }
  return best[words.length]?.lines ?? [words.join("")];
}

function lineCost(
  line: string,
  { ideal, last, first }: { ideal: number; last: string; first: boolean },
): number {
  const unevenness = (widthOf(line) - ideal) ** 2;
  const start = first
    ? 0
    : NEVER_FIRST.test(line)
      ? 10_000
      : OPENINGS.some((word) => line.startsWith(word))
        ? -60
        : 0;
  return unevenness + start + (NEVER_LAST.test(last) ? 10_000 : 0);
}
