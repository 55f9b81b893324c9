/** Digest authentication (RFC 7616, RFC 8760) for the server and the client role (RFC 3261 §22). */

export {
  type AccountDirectory,
  type AccountRecord,
  Authenticator,
  type AuthenticatorOptions,
  type ChallengeKind,
  type Peer,
  type Verdict,
} from "./authenticator.ts";
export { type Account, DigestClient, type Protected } from "./client.ts";
export {
  type Algorithm,
  algorithms,
  type Ha1,
  ha1Of,
  ha2Of,
  parseAlgorithm,
  type Qop,
  responseOf,
  sessionHa1,
} from "./digest.ts";
