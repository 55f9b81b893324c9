import { Header, type Message } from "../syntax/mod.ts";

/**
 * The ACK for a non-2xx final response (RFC 3261 §17.1.1.3): Request-URI, topmost Via, From, Call-ID, CSeq number and
 * Route of the INVITE, To of the response.
 */
export function writeAck(invite: Message, response: Message): string {
  const to = response.find(Header.To);
  const toLine =
    to === -1 ? lineOf(invite, Header.To) : response.raw.slice(response.lineStart(to), response.lineStart(to + 1));
  return derived(invite, "ACK", toLine, "");
}

/** The CANCEL for a request (RFC 3261 §9.1). `headers` are whole lines such as Reason (RFC 3326), each ending in CRLF. */
export function writeCancel(request: Message, headers: string): string {
  return derived(request, "CANCEL", lineOf(request, Header.To), headers);
}

function derived(request: Message, method: string, toLine: string, headers: string): string {
  const via = request.find(Header.Via);
  let routes = "";
  for (let line = request.find(Header.Route); line !== -1; line = request.find(Header.Route, line + 1)) {
    routes += request.raw.slice(request.lineStart(line), request.lineStart(line + 1));
  }
  const cseq = request.value(Header.CSeq) ?? "";
  let digits = 0;
  while (cseq.charCodeAt(digits) >= 48 && cseq.charCodeAt(digits) <= 57) digits++;
  return (
    `${method} ${request.requestUri} SIP/2.0\r\n` +
    // Our own Via is the whole topmost line: the proxy writes it as a line of its own.
    request.raw.slice(request.lineStart(via), request.lineStart(via + 1)) +
    `Max-Forwards: 70\r\n${routes}${lineOf(request, Header.From)}${toLine}${lineOf(request, Header.CallId)}` +
    `CSeq: ${cseq.slice(0, digits)} ${method}\r\n${headers}Content-Length: 0\r\n\r\n`
  );
}

function lineOf(message: Message, id: typeof Header.From | typeof Header.To | typeof Header.CallId): string {
  const line = message.find(id);
  return line === -1 ? "" : message.raw.slice(message.lineStart(line), message.lineStart(line + 1));
}
