import assert from "node:assert/strict";
import { test } from "node:test";
import { type Received, SeededRandom, writeAnswer } from "../../src/lab/mod.ts";
import { PROXY, Scene } from "../world/scene.ts";

const MUTATIONS = 10_000;
/** Another one finds other things: `MUTATION_SEED=2 npm test -- test/torture/mutation.test.ts`. */
const SEED = `mutation ${process.env.MUTATION_SEED ?? "1"}`;

const SDP = "v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n";

/** Requests of every kind the server has a way for, and responses that fit none of its transactions. */
function seeds(recordRoute: string, callId: string): string[] {
  const make = (method: string, uri: string, lines: readonly string[] = [], body = ""): string =>
    [
      `${method} ${uri} SIP/2.0`,
      "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK77asjd;rport, SIP/2.0/TCP client.example.org;branch=z9hG4bKx",
      "Max-Forwards: 70",
      "Max-Breadth: 60",
      'From: "A. Lice" <sip:alice@example.com;x=%41>;tag=9fxced76sl',
      "To: Bob <sip:bob@example.com>",
      "Call-ID: 3848276298220188511@192.0.2.10",
      `CSeq: 4711 ${method}`,
      ...lines,
      `Content-Length: ${body.length}\r\n\r\n${body}`,
    ].join("\r\n");
  const contact = "Contact: <sip:alice@192.0.2.10>";
  /** Within the dialog that the server asked to stay in. */
  const inDialog = (text: string): string =>
    text.replace(/^Call-ID: .*\r/m, `Call-ID: ${callId}\r`).replace(/^(To: .*)\r/m, "$1;tag=b\r");
  const dialog = [`Route: ${recordRoute}`, "Route: <sip:192.0.2.77;lr>"];
  const registration =
    'Contact: "x" <sip:alice@192.0.2.10:5062;transport=tcp>;q=0.7;expires=600;+sip.instance="<urn:uuid:1>";reg-id=1';
  return [
    make("INVITE", "sip:bob@example.com", [contact, "Supported: path, 100rel", "Content-Type: application/sdp"], SDP),
    make("INVITE", "sips:bob@example.com", [contact, "Require: precondition", "Proxy-Require: privacy"]),
    make("REGISTER", "sip:example.com", [
      registration,
      "Supported: path, outbound, gruu",
      "Path: <sip:192.0.2.9;lr;ob>",
    ]),
    make("REGISTER", "sip:example.com", ["Contact: *", "Expires: 0"]),
    make("REGISTER", "sip:example.com", ["Contact: <sip:a@192.0.2.10>, <sip:b@192.0.2.10>;expires=0", "Expires: 7200"]),
    make("OPTIONS", `sip:${PROXY}`),
    make(
      "MESSAGE",
      "sip:bob@example.com",
      ["Content-Type: text/plain", "Date: Sat, 13 Nov 2010 23:29:00 GMT"],
      "hello",
    ),
    make("SUBSCRIBE", "sip:bob@example.com", [
      contact,
      "Event: presence;id=1",
      "Expires: 600",
      "Accept: application/pidf+xml",
    ]),
    inDialog(make("ACK", "sip:bob@192.0.2.20", dialog)),
    make("CANCEL", "sip:bob@example.com", ['Reason: SIP;cause=200;text="x"']),
    inDialog(make("BYE", "sip:bob@192.0.2.20", dialog)),
    inDialog(make("INVITE", "sip:192.0.2.1;lr", [contact, ...dialog])),
    make("INVITE", "tel:+4930123456;phone-context=example.com", [contact]),
    make("INVITE", "sip:carol@elsewhere.example.net", [contact, "Route: <sip:192.0.2.1;lr>, <sip:192.0.2.99;lr>"]),
    make("OPTIONS", "sip:bob@example.com", [
      'Proxy-Authorization: Digest username="alice", realm="example.com", nonce="n", uri="sip:h", response="0", qop=auth, nc=00000001, cnonce="c"',
    ]),
    make("X", "sip:bob@example.com").replace(/^X .*\r\n/, "SIP/2.0 180 Ringing\r\n"),
    make("X", "sip:bob@example.com").replace(
      /^X .*\r\n/,
      "SIP/2.0 503 Service Unavailable\r\nRetry-After: 120 (a)\r\n",
    ),
  ];
}

const WORDS: readonly string[] = [
  ..."\r\n \t\"<>;,\\%[]:@=?*()\0\x7f\xff&".split(""),
  "\r\n\r\n", "\r\n ", "%00", "%zz", ";;", "SIP/2.0", "sip:", "sips:", "tel:", "z9hG4bK", ";lr", ";branch=", ";rport", ";maddr=192.0.2.88",
  ";received=192.0.2.89", ";transport=sctp", ";tag=", "0", "-1", "4294967296", "99999999999999999999", "1e9", "\r\nVia: ", "\r\nRoute: <sip:",
  "\r\nContent-Length: ", "[::1]", "[2001:db8::1]:0", ":65536", "*", "REGISTER", "INVITE", "ACK",
]; // biome-ignore format: a list of words

/** A text with an edit or two, one in eight with more: octets cut, words put in, lines doubled, moved, emptied or taken away, values exchanged or doubled, cases changed. */
function mutated(text: string, random: SeededRandom): string {
  const pick = (below: number): number => Math.floor(random.fraction() * below);
  let out = text;
  for (let edits = 1 + pick(pick(8) === 0 ? 6 : 2); edits > 0; edits--) {
    const at = pick(out.length + 1);
    const lines = out.split("\r\n");
    const line = pick(lines.length);
    switch (pick(11)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + 1 + pick(8));
        break;
      case 1:
      case 2:
      case 3:
        out = out.slice(0, at) + WORDS[pick(WORDS.length)] + out.slice(at + pick(2));
        break;
      case 4:
        out = lines.toSpliced(line, 0, lines[pick(lines.length)] as string).join("\r\n");
        break;
      case 5:
        out = lines.toSpliced(line, 1).join("\r\n");
        break;
      case 6:
        out =
          out.slice(0, at) + String.fromCharCode(pick(256)).repeat(1 + pick(pick(20) === 0 ? 3000 : 3)) + out.slice(at);
        break;
      case 8:
        out = lines.with(line, (lines[line] as string).replace(/:.*/, ":")).join("\r\n");
        break;
      case 9:
        out = lines
          .with(line, (lines[line] as string).replace(/:.*/, fromColon(lines[pick(lines.length)] as string)))
          .join("\r\n");
        break;
      case 10:
        out = lines.with(line, `${lines[line]}, ${fromColon(lines[line] as string).slice(1)}`).join("\r\n");
        break;
      case 7:
        out = out.slice(0, at) + out.slice(at, at + 30).toUpperCase() + out.slice(at + 30);
        break;
    }
  }
  return out;
}

/** A header line from its colon on. */
function fromColon(line: string): string {
  return line.slice(Math.max(0, line.indexOf(":")));
}

/** A phone that refuses whatever reaches it and takes no offence at how it looks. */
function refuses(scene: Scene, name: string): ReturnType<Scene["phone"]> {
  const address = name === "bob" ? "192.0.2.20" : "192.0.2.30";
  const phone = scene.registered(name, "silent", { user: "bob", address });
  phone.intercept = (received: Received) => {
    const { message } = received;
    if (message.isRequest && message.method !== "ACK")
      phone.answerOver(writeAnswer(received, message.method === "CANCEL" ? 200 : 486, "No", "b", [], ""), received);
    return true;
  };
  return phone;
}

for (const protocol of ["UDP", "TCP"] as const) {
  test(`${MUTATIONS.toLocaleString("en")} changed messages over ${protocol}: no exception, no endless work, and the server goes on`, async () => {
    const scene = new Scene({ protocol, seed: SEED, maxSteps: 5_000_000 });
    const bob = refuses(scene, "bob");
    refuses(scene, "desk");
    const alice = scene.phone("alice", { address: "192.0.2.10" });
    alice.intercept = () => true;
    alice.invite("sip:bob@example.com");
    scene.world.run(100);
    const [first] = bob.received("INVITE");
    const recordRoute = first?.message.field("Record-Route");
    assert.ok(first !== undefined && recordRoute);
    const valid = seeds(recordRoute, first.message.callId);
    const random = new SeededRandom(`${SEED} ${protocol}`);
    for (let i = 0; i < MUTATIONS; i++) {
      const fresh = (valid[i % valid.length] as string).replaceAll("77asjd", `${i}`).replaceAll("384827", `${i}.`);
      const text = mutated(fresh, random);
      try {
        alice.sendRaw(text);
        scene.world.run(20);
        if (i % 500 === 499) await scene.runWithLookups(40_000); // what lingers ends, names are looked up
      } catch (error) {
        throw new Error(`${JSON.stringify(text)} (${SEED}, ${protocol}, number ${i})`, { cause: error });
      }
      const fault = scene.observations.find((each) => each.type === "fault");
      assert.equal(fault, undefined, `${JSON.stringify(fault)} after ${JSON.stringify(text)}`);
    }
    await scene.runWithLookups(100_000);
    scene.settle(800_000);
    alice.intercept = () => false;
    const options = alice.request("OPTIONS", `sip:${PROXY}`);
    scene.settle();
    assert.deepEqual(options.finals(), [200]);
  });
}
