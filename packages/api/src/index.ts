export { AppError } from "./app-error.ts";
export { sweepAll } from "./sweep.ts";
export { type AppOutputs, appRouter, type AppRouter } from "./app-router.ts";
export type { ApiContext, DemoControl } from "./context.ts";
export type { FileStore, StoredFile } from "./ports/files.ts";
export type { AbilityView, VerdictView, ViolationView } from "./views/verdict-view.ts";
export { issuedDocx } from "./views/official-document.ts";
