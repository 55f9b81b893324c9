/** Whose telephone a softphone is, and where it registers. */
export interface Account {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  /** `host:port` of the registrar. */
  readonly registrar: string;
  readonly transport: "udp" | "tcp";
}
