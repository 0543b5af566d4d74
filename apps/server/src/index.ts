export { readEnvironment, type Settings } from "./environment.ts";
export { createServer, type ServerParts } from "./server.ts";
