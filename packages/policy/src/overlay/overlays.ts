// Documents over documents: what changed, how two successors become one, and what holds under an overlay or a call.
export * from "./apply-changes.ts";
export * from "./apply-overlay.ts";
export * from "./changes-between.ts";
export * from "./differences.ts";
export * from "./merge.ts";
export * from "./merge-policies.ts";
export * from "../explain/explain-differences.ts";
export * from "../parse/parse-overlay.ts";
export * from "../schema/overlay.ts";
