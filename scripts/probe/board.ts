// What the clients have heard of one another: answers of the API, perhaps overtaken already.
import type { Sent } from "./sending.ts";

interface KnownCase {
  id: string;
  center: string;
  procedure: string;
  party: number | undefined;
  state: "draft" | "in" | "over";
}

interface KnownCenter {
  id: string;
  type: "hub" | "branch";
  party: number | undefined;
  stands: boolean;
}

export interface Board {
  cases: Map<string, KnownCase>;
  centers: Map<string, KnownCenter>;
}

export function learn(board: Board, { action, answer, client }: Sent): void {
  if (answer.kind !== "done") return;
  if (action.kind === "open-case") return opened(board, action.procedure, { answer, client });
  const known = "case" in action ? board.cases.get(action.case) : undefined;
  if (known === undefined) return;
  if (action.kind === "submit") known.state = "in";
  if (action.kind === "withdraw") known.state = "over";
  if (action.kind !== "decide") return;
  known.state = "over";
  const about = board.centers.get(known.center);
  if (about === undefined || action.outcome !== "approve") return;
  if (known.procedure.endsWith("-entry")) about.stands = true;
  if (known.procedure === "ending" || known.procedure === "revoking") about.stands = false;
}

function opened(
  { cases, centers }: Board,
  procedure: string,
  { answer, client }: { answer: Extract<Sent["answer"], { kind: "done" }>; client: Sent["client"] },
): void {
  const [[id = ""], [center = ""]] = [answer.cases, answer.roots];
  const isEntry = procedure.endsWith("-entry");
  const party = isEntry ? client.institution?.party : centers.get(center)?.party;
  if (isEntry && !centers.has(center))
    centers.set(center, {
      id: center,
      type: procedure === "hub-entry" ? "hub" : "branch",
      party,
      stands: false,
    });
  const begins = isEntry || procedure === "renaming" ? "draft" : "in";
  if (!cases.has(id)) cases.set(id, { id, center, procedure, party, state: begins });
}
