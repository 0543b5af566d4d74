// What a journey expects, said aloud: each expectation prints its day and fails the journey where it does not hold.
import type { AppOutputs } from "@yichuang/api";

type ActAnswer = AppOutputs["act"]["submit"];

export interface Teller {
  /** prints a stage */
  stage: (words: string) => void;
  /** an act that must be done; answers what it made */
  done: (words: string, act: Promise<ActAnswer>) => Promise<{ cases: string[]; roots: string[] }>;
  /** an act that must be refused or pending with a code, and whose sentence must contain some words */
  stopped: (
    words: string,
    act: Promise<ActAnswer>,
    expected: { kind: "refused" | "pending"; code: string },
  ) => Promise<void>;
  holds: (words: string, so: boolean) => void;
  failures: () => number;
}

export function teller(today: () => string): Teller {
  let failures = 0;
  const tell = (so: boolean, words: string): void => {
    if (!so) failures += 1;
    console.log(`${so ? "  ✓" : "  ✗"} ${today()} ${words}`);
  };
  return {
    stage: (words) => console.log(`\n${words}`),
    done: async (words, act) => {
      const answer = await act;
      tell(answer.kind === "done", answer.kind === "done" ? words : `${words}\n      ${saidOf(answer)}`);
      return answer.kind === "done" ? answer : { cases: [], roots: [] };
    },
    stopped: async (words, act, { kind, code }) => {
      const answer = await act;
      const so = answer.kind === kind && answer.violations.some((violation) => violation.code === code);
      tell(so, `${words}：${answer.kind === "done" ? "没有被拦下" : saidOf(answer)}`);
    },
    holds: (words, so) => tell(so, words),
    failures: () => failures,
  };
}

const saidOf = (answer: Exclude<ActAnswer, { kind: "done" }>): string =>
  answer.violations
    .map(
      ({ said, clauses, code }) =>
        `${said.zh}${clauses.map((clause) => `〔${clause.section}〕`).join("")}（${code}）`,
    )
    .join("；");
