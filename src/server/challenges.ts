import { semantics } from "../catalogue/mod.ts";
import { Header, type Message, parseChallenge, parseCredentials } from "../syntax/mod.ts";

/**
 * Whether a response asks for credentials for one of these realms, which are this server's own. A digest says nothing of
 * who asked for it: a phone that passes on a nonce which this server made for somebody else would be sent what proves the
 * caller here.
 */
export function challengesAs(response: Message, realms: readonly string[]): boolean {
  if (realms.length === 0 || !semantics(response.status).aggregated) return false; // only challenges are
  for (const id of [Header.WwwAuthenticate, Header.ProxyAuthenticate] as const) {
    for (const value of response.lines(id)) {
      const challenge = parseChallenge(value);
      if (challenge !== null && realms.includes(challenge.realm)) return true;
    }
  }
  return false;
}

/** Whether credentials are for one of these realms. */
export function provesTo(value: string, realms: readonly string[]): boolean {
  for (let i = 0; i < realms.length; i++) if (value.includes(`realm="${realms[i]}"`)) return true; // as nearly all are written
  const realm = parseCredentials(value)?.realm;
  return realm !== undefined && realms.includes(realm);
}
