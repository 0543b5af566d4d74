// How a version of a policy stands, as a tag.
import type { Outputs } from "../app/wearing.tsx";
import { type AnyStanding, StandingTag } from "../components/StandingTag.tsx";

type Shown = Outputs["policyAdmin"]["version"]["shown"];

const LOOK: Record<Shown, readonly [AnyStanding, string]> = {
  draft: ["draft", "草稿"],
  rehearsed: ["in-review", "已预演"],
  published: ["submitted", "已发布"],
  superseded: ["closed", "已被接替"],
  retired: ["exited", "已停用"],
};

/** A published version whose day has come is in force. */
export function VersionState({
  shown,
  holds,
  large = false,
}: {
  shown: Shown;
  holds: boolean;
  large?: boolean;
}) {
  const [standing, label] = holds ? (["established", "施行中"] as const) : LOOK[shown];
  return <StandingTag standing={standing} label={label} large={large} />;
}

/** `2022-11-01 起`, `2022-11-01 至 2023-12-31`. */
export const spanWord = (from: string | null, to: string | null): string => {
  if (from === null) return "—";
  return to === null ? `${from} 起` : `${from} 至 ${to}`;
};

/** The day of an instant, as it is in China. */
export const dayOfInstant = (instant: string): string =>
  new Date(Date.parse(instant) + 28_800_000).toISOString().slice(0, 16).replace("T", " ");
