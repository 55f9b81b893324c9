/** Names of the registered methods. */
export type Method =
  | "ACK"
  | "BYE"
  | "CANCEL"
  | "INFO"
  | "INVITE"
  | "MESSAGE"
  | "NOTIFY"
  | "OPTIONS"
  | "PRACK"
  | "PUBLISH"
  | "REFER"
  | "REGISTER"
  | "SUBSCRIBE"
  | "UPDATE";
export const NON_INVITE_METHODS: readonly Method[] = ["BYE"];
