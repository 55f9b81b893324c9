import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  checkRequest,
  checkResponse,
  Header,
  type Message,
  parseMessage,
  parseRoutes,
  parseVia,
  Rewrite,
  StreamFramer,
} from "../../src/syntax/mod.ts";
import { corpusJson, skipCorpus } from "./corpus.ts";

interface FlowMessage {
  n: string;
  startLine?: string;
  text?: string;
  issues?: string[];
}
interface Flow {
  section: string;
  title: string;
  messages: FlowMessage[];
}

/** As on the wire: CRLF, an empty line behind the headers. */
function wire(text: string): string {
  const crlf = text.replaceAll("\n", "\r\n");
  return crlf.includes("\r\n\r\n") ? crlf : `${crlf}\r\n\r\n`;
}

/** The same with the length of its body in place of what the RFC printed ("...", a number that is off). */
function measured(message: Message): string {
  const length = message.raw.length - message.bodyStart;
  return new Rewrite(message).set(Header.ContentLength, "Content-Length", String(length)).write();
}

/** Messages whose printed text is itself at fault: a header name with a space in it, a body without its empty line. */
function isPrintedWrong(message: FlowMessage): boolean {
  return (message.issues ?? []).some((issue) => /^(not a header line|empty line before the body)/.test(issue));
}

/** The flows printed with care. In the others extra spaces, missing headers and wrong methods are common. */
const SOUND = ["rfc3665", "rfc5359"];

for (const name of [...SOUND, "rfc3666", "rfc5589", "rfc7088"]) {
  describe(`the call flows of ${name}`, { skip: skipCorpus }, () => {
    const flows = skipCorpus === false ? corpusJson<{ flows: Flow[] }>(`flows/${name}.json`).flows : [];
    for (const flow of flows) {
      it(`${flow.section} ${flow.title}: parsed, and byte-identical when written back`, () => {
        const printed = flow.messages.filter((message) => message.text);
        assert.ok(printed.length > 0);
        for (const each of printed) {
          const where = `${flow.section} ${each.n} ${each.startLine}`;
          const text = wire(each.text ?? "");
          const message = parseMessage(text);
          assert.ok(message, where);
          assert.equal(new Rewrite(message).write(), text, where);
          if (SOUND.includes(name) && !isPrintedWrong(each)) checkSound(message, where);
        }
      });
    }
  });
}

function checkSound(printed: Message, where: string): void {
  const text = measured(printed);
  const message = parseMessage(text);
  assert.ok(message);
  const problem = message.isRequest ? checkRequest(message) : checkResponse(message);
  assert.equal(problem?.text, undefined, where);
  for (const value of message.values(Header.Via)) assert.ok(parseVia(value), `${where}: ${value}`);
  assert.ok(parseRoutes(message.lines(Header.Route)), `${where}: Route`);
  assert.ok(parseRoutes(message.lines(Header.RecordRoute)), `${where}: Record-Route`);
  const framer = new StreamFramer();
  framer.push(text + text);
  assert.deepEqual(framer.next(), { kind: "message", text }, where);
  assert.deepEqual(framer.next(), { kind: "message", text }, where);
}
