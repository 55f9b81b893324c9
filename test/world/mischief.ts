import { branchOf, type Phone, type Received, writeAnswer } from "../../src/lab/mod.ts";
import { PROXY } from "./scene.ts";

const TO_PROXY = { protocol: "UDP", host: PROXY, port: 5060 } as const;

/** Something a broken peer sends beside what it should. */
export interface Mischief {
  readonly title: string;
  /** `request` is the message at hand: what the phone has just received, or has just sent. */
  readonly act: (phone: Phone, request: Received) => void;
}

/** The request with another method in its start line and in CSeq; everything else, the branch included, stays. */
export function asMethod(text: string, method: string): string {
  return text.replace(/^\S+/, method).replace(/\r\nCSeq: (\d+) \S+/, `\r\nCSeq: $1 ${method}`);
}

/** A response to `request`, edited. */
export function answerText(request: Received, status: number, edit: (text: string) => string = (text) => text): string {
  return edit(writeAnswer(request, status, "Mischief", "mischief", [], ""));
}

const withCSeq =
  (method: string) =>
  (text: string): string =>
    text.replace(/\r\nCSeq: (\d+) \S+/, `\r\nCSeq: $1 ${method}`);
const firstVia = /\r\nVia: [^\r]*/;

export const reflected: Mischief = {
  title: "reflects it as it is",
  act: (phone, { text }) => phone.sendRaw(text, TO_PROXY),
};

export const reflectedAs = (method: string): Mischief => ({
  title: `reflects it as ${method}`,
  act: (phone, { text }) => phone.sendRaw(asMethod(text, method), TO_PROXY),
});

/** A response whose CSeq names `method`. */
export const respondsAs = (method: string, status = 200): Mischief => ({
  title: `sends a ${status} with ${method} in its CSeq`,
  act: (phone, request) => phone.sendRaw(answerText(request, status, withCSeq(method)), TO_PROXY),
});

export const addsVia: Mischief = {
  title: "answers with a Via of its own on top",
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 200, (text) =>
        text.replace(firstVia, (via) => `\r\nVia: SIP/2.0/UDP 192.0.2.200;branch=z9hG4bKown${via}`),
      ),
      TO_PROXY,
    ),
};

export const changesBranch: Mischief = {
  title: "answers with another branch than the proxy's",
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 200, (text) => text.replace(branchOf(request.message), "z9hG4bKchanged")),
      TO_PROXY,
    ),
};

export const removesVia: Mischief = {
  title: "answers without the proxy's Via",
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 200, (text) => text.replace(firstVia, "")),
      TO_PROXY,
    ),
};

export const malformed1xx: Mischief = {
  title: "sends a 1xx that cannot be read",
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 180, (text) => text.replace(/\r\nCSeq[^\r]*/, "").replace("180", "1x0")),
      TO_PROXY,
    ),
};

/** A 180 that lacks a header field every response has (RFC 3261 §8.2.6.2). */
export const without = (name: string): Mischief => ({
  title: `sends a 180 without ${name}`,
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 180, (text) => text.replace(new RegExp(`\\r\\n${name}:[^\\r]*`, "g"), "")),
      TO_PROXY,
    ),
});

export const unknownCSeq: Mischief = {
  title: "answers with a CSeq nobody sent",
  act: (phone, request) =>
    phone.sendRaw(
      answerText(request, 200, (text) => text.replace(/\r\nCSeq: \d+ \S+/, "\r\nCSeq: 4711 WHATEVER")),
      TO_PROXY,
    ),
};

/** The sender repeats its request under the same branch with another method. */
export const collidesWith = (method: string): Mischief => ({
  title: `sends ${method} under the same branch`,
  act: (phone, { text }) => phone.sendRaw(asMethod(text, method), TO_PROXY),
});

/** The sender answers its own request, to the proxy. */
export const answersItself = (method: string): Mischief => ({
  title: `sends a response with ${method} in its CSeq to the proxy`,
  act: (phone, request) => phone.sendRaw(answerText(request, 200, withCSeq(method)), TO_PROXY),
});
