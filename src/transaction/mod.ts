export { ClientTransaction, type ClientTransactionUser } from "./client.ts";
export { defaultLimits, fingerprint, TransactionLayer, type TransactionLimits, type TransactionUser } from "./layer.ts";
export {
  type Action,
  type Cell,
  type ClientEvent,
  inviteClient,
  inviteServer,
  nonInviteClient,
  nonInviteServer,
  type ServerEvent,
  type StateName,
  type TimerName,
} from "./machines.ts";
export { ServerTransaction, type ServerTransactionUser } from "./server.ts";
export { rfcTimers, type TimerValues } from "./timing.ts";
