export { defaultPolicy, type ServerPolicy } from "./policy.ts";
export { Server, type ServerParts } from "./server.ts";
