import { Overlay } from "../schema/overlay.ts";
import { parseText } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

/** Reads the text of an overlay or a call: the document, or the problems that keep it from being one. */
export const parseOverlayText = (text: string): Overlay | PolicyProblem[] => parseText(Overlay, text);
