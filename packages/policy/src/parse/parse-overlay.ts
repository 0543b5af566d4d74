import { Overlay } from "../schema/overlay.ts";
import { guardDocument } from "./guard.ts";
import { problemsOfIssue } from "./issues.ts";
import { parseText } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

/** Reads the text of an overlay or a call: the document, or the problems that keep it from being one. */
export const parseOverlayText = (text: string): Overlay | PolicyProblem[] =>
  parseText(text, (document) => {
    const refused = guardDocument(document);
    if (refused !== undefined) return [refused];
    const parsed = Overlay.safeParse(document);
    if (parsed.success) return parsed.data;
    return parsed.error.issues.flatMap((issue) => problemsOfIssue(document, issue)).slice(0, 50);
  });
