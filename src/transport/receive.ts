import { firstComma, Header, type Message, parseVia, readPlainVia, type Via } from "../syntax/mod.ts";
import { defaultPort, type Flow, type Protocol, type Transport } from "./flow.ts";

/**
 * Notes on a request's topmost Via where it came from (RFC 3261 §18.2.1 `received`, RFC 3581 §4 `rport`), as a splice
 * that every copy of the Via applies. Null when there is no Via that could be read: such a request cannot be answered.
 */
export function stampVia(request: Message, flow: Flow): Via | null {
  const line = request.find(Header.Via);
  if (line === -1) return null;
  const start = request.valueStart(line);
  const lineEnd = request.valueEnd(line);
  let end = lineEnd;
  let plain = readPlainVia(request.raw, start, lineEnd);
  request.oneVia = plain !== null && !request.isRepeated(Header.Via);
  if (plain === null) {
    const comma = firstComma(request.raw, start, lineEnd);
    if (comma !== -1) {
      end = comma;
      plain = readPlainVia(request.raw, start, end);
    }
  }
  const via = plain ?? parseVia(request.unfolded(start, end));
  if (via === null) return null;
  request.via = via;
  request.branchIsToken = plain !== null;
  if (via.rport === null && via.host === flow.remoteHost) return via;
  // RFC 3581 §4: with rport the received parameter is added even when it equals the sent-by.
  if (plain !== null) {
    const { rport, rportEnd } = plain;
    if (rport === null) stamp(request, end, end, `;received=${flow.remoteHost}`);
    else stamp(request, rportEnd, rport === "" ? rportEnd : rportEnd + 1 + rport.length, returnStamp(flow));
    return via;
  }
  const bare = withoutParameter(withoutParameter(request.unfolded(start, end), "received"), "rport");
  const rport = via.rport === null ? "" : `;rport=${flow.remotePort}`;
  stamp(request, start, end, `${bare};received=${flow.remoteHost}${rport}`);
  return via;
}

/** The value of rport with what follows it: the same for every request of a flow, so a flow that can keeps it. */
function returnStamp(flow: Flow): string {
  if (flow.returnStamp) return flow.returnStamp;
  const text = `=${flow.remotePort};received=${flow.remoteHost}`;
  if (flow.returnStamp === "") flow.returnStamp = text;
  return text;
}

function stamp(request: Message, start: number, end: number, text: string): void {
  request.stampStart = start;
  request.stampEnd = end;
  request.stampText = text;
}

/** `via` without its parameter `name` (lower case); the text itself when it has none. */
function withoutParameter(via: string, name: string): string {
  for (let at = via.indexOf(";"); at !== -1; at = via.indexOf(";", at + 1)) {
    let start = at + 1;
    while (via.charCodeAt(start) === 32) start++;
    const behind = via.charCodeAt(start + name.length);
    if (
      (behind === 61 || behind === 59 || behind === 32 || Number.isNaN(behind)) &&
      via.slice(start, start + name.length).toLowerCase() === name
    ) {
      const next = via.indexOf(";", start);
      return next === -1 ? via.slice(0, at) : via.slice(0, at) + via.slice(next);
    }
  }
  return via;
}

/**
 * Where the responses to `request` go (RFC 3261 §18.2.2, RFC 3581 §4): back over its connection, or a new one to the
 * sent-by port when that is closed; over UDP to the source port when rport asks for it, else to the sent-by port. A maddr is
 * passed over: only what is sent to a multicast address has one (§18.1.1), nobody here listens at any, and a stranger could
 * have answers sent to whomever it names.
 */
export function responseFlow(request: Message, flow: Flow, transport: Transport): Flow {
  const { via } = request;
  if (via === null) return flow;
  if (flow.protocol !== "UDP") {
    if (flow.open) return flow;
    return to(transport, flow, flow.protocol, flow.remoteHost, via.port) ?? flow;
  }
  if (via.rport !== null || (via.port ?? 5060) === flow.remotePort) return flow;
  return to(transport, flow, "UDP", flow.remoteHost, via.port) ?? flow;
}

function to(transport: Transport, flow: Flow, protocol: Protocol, host: string, port: number | null): Flow | null {
  if (protocol === "WS" || protocol === "WSS") return null; // a browser cannot be called back
  return transport.flowTo({ protocol, host, port: port ?? defaultPort(protocol), domain: "" }, flow.listener);
}

/** The branch of the topmost Via of a response as it was written; "" when it has none. Reads no more than that. */
export function responseBranch(response: Message): string {
  const line = response.find(Header.Via);
  if (line === -1) return "";
  const { raw } = response;
  const start = response.valueStart(line);
  const end = response.valueEnd(line);
  const from = raw.indexOf(";branch=", start) + 8;
  if (from < 8 || from >= end) return parseVia(firstValue(response.valueAt(line)))?.branch ?? "";
  let stop = from;
  for (let code = raw.charCodeAt(stop); stop < end && code > 32 && code !== 59 && code !== 44; )
    code = raw.charCodeAt(++stop);
  return raw.slice(from, stop);
}

function firstValue(list: string): string {
  const comma = firstComma(list, 0, list.length);
  return comma === -1 ? list : list.slice(0, comma);
}
