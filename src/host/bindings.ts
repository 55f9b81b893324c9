import type { Binding, LocationService } from "../server/mod.ts";
import { addressOfRecordKey, parseSipUri } from "../syntax/mod.ts";
import { hostPort } from "../transport/mod.ts";
import type { BindingRecord } from "./http/app.ts";

/** The bindings of one address of record (`alice@example.org`), or of all, at most `limit`, as the HTTP API gives them. */
export function bindingRecords(
  location: LocationService,
  now: number,
  addressOfRecord: string | null,
  limit: number,
): BindingRecord[] {
  const records: BindingRecord[] = [];
  for (const binding of addressOfRecord === null ? location : bindingsOf(location, now, addressOfRecord)) {
    if (binding.expiresAt <= now) continue;
    if (records.length >= limit) break;
    records.push(recordOf(binding, now));
  }
  return records;
}

function bindingsOf(location: LocationService, now: number, addressOfRecord: string): readonly Binding[] {
  const uri = parseSipUri(/^sips?:/i.test(addressOfRecord) ? addressOfRecord : `sip:${addressOfRecord}`);
  if (uri === null) return [];
  const key = addressOfRecordKey(uri);
  return [...location.lookup(key, now), ...location.lost(key, now)];
}

function recordOf(binding: Binding, now: number): BindingRecord {
  const { addressOfRecord, contact, path, instance, regId, userAgent, callId, cseq } = binding;
  return {
    addressOfRecord,
    contact,
    q: binding.q / 1000,
    expires: Math.ceil((binding.expiresAt - now) / 1000),
    reachable: binding.isLive(now),
    source: `${binding.protocol} ${hostPort(binding.remoteHost, binding.remotePort)}`,
    path,
    instance,
    regId,
    userAgent,
    callId,
    cseq,
  };
}
