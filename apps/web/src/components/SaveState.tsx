import { zh } from "../words/zh.ts";
import { Glyph, type GlyphName } from "./Glyph.tsx";

export type SaveStateName = "clean" | "saved" | "saving" | "failed" | "offline" | "conflict";
const GLYPHS: Record<SaveStateName, GlyphName> = {
  clean: "check",
  saved: "check",
  saving: "half-disc",
  failed: "triangle",
  offline: "triangle",
  conflict: "triangle",
};

/** Whether what was typed is on the server. `at` is the hour of the last save, e.g. `10:32`. */
export function SaveState({ state, at }: { state: SaveStateName; at?: string }) {
  const bad = state === "failed" || state === "offline" || state === "conflict";
  return (
    <output className={`save-state ${bad ? "failed" : state}`}>
      {state !== "clean" && (
        <>
          <Glyph name={GLYPHS[state]} />
          {state === "saved" && at !== undefined ? `${zh.save.saved} ${at}` : zh.save[state]}
        </>
      )}
    </output>
  );
}
