import type { Duty } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import { openLinks } from "../history/network-events.ts";
import { isThere } from "../network/net.ts";
import type { Bearer, Board } from "./board.ts";

/** Everybody whom a duty can bind, before its own `who` is asked. */
export function bearersOf(board: Board, { bearer, for: types }: Pick<Duty, "bearer" | "for">): Bearer[] {
  const { institutions } = board;
  const centers = board.centers.filter(
    (center) => isThere(center) && (types === undefined || types.includes(center.type)),
  );
  switch (bearer) {
    case "tenant":
      return [undefined];
    case "center":
      return centers;
    case "institution":
      return [...institutions];
    case "host":
      return institutions.filter(({ host }) => centers.some((center) => center.host.party === host.party));
    case "joint":
      return institutions.filter(({ host }) => centers.some((center) => isJoint(center, host.uscc)));
  }
}

const isJoint = (center: CenterFacts, uscc: string): boolean =>
  openLinks(center).some((link) => link.role === "joint" && link.uscc === uscc);
