/** RFC 3261 §7, §8.2, §18 and §19: how messages may look, for this server as proxy, redirect server and registrar alike. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone, Received } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { PROXY, Scene } from "../world/scene.ts";
import { answersTo, type Handwritten, handwritten } from "./request.ts";

/** A role, the request that it takes, and the answer that says so. */
interface Role {
  readonly name: "proxy" | "redirect server" | "registrar";
  readonly method: string;
  readonly uri: string;
  readonly taken: number;
  readonly headers: readonly string[];
}

const ROLES: readonly Role[] = [
  { name: "proxy", method: "MESSAGE", uri: "sip:bob@example.com", taken: 200, headers: [] },
  {
    name: "redirect server",
    method: "INVITE",
    uri: "sip:bob@example.com",
    taken: 302,
    headers: ["Contact: <sip:alice@192.0.2.11>"],
  },
  {
    name: "registrar",
    method: "REGISTER",
    uri: "sip:example.com",
    taken: 200,
    headers: ["Contact: <sip:alice@192.0.2.11>"],
  },
];

interface Stand {
  readonly scene: Scene;
  readonly alice: Phone;
  readonly bob: Phone;
  readonly role: Role;
}

function standOf(role: Role, protocol: "UDP" | "TCP" = "UDP"): Stand {
  const mode = role.name === "redirect server" ? "redirect" : "proxy";
  const scene = new Scene({ protocol, policy: { mode } });
  return { scene, bob: scene.registered("bob", "200@0s"), alice: scene.phone("alice"), role };
}

function textFor({ alice, role }: Stand, parts: Handwritten = {}): string {
  const { method, uri, headers } = role;
  const to = role.name === "registrar" ? { to: `<${alice.uri}>` } : {};
  return handwritten(alice, method, uri, { ...to, ...parts, headers: [...headers, ...(parts.headers ?? [])] });
}

/** The final answer to a text; fails when there is none or more than one. */
function answered({ scene, alice }: Stand, text: string): Received["message"] {
  const finals = answersTo(scene, alice, text, 300).filter(({ message }) => message.status >= 200);
  assert.equal(finals.length, 1, `${finals.map(({ message }) => message.status)}\n${text}`);
  return (finals[0] as Received).message;
}

/** Every edit of the good request is taken as the good request is. */
function takesAll(role: Role, edits: readonly ((text: string) => string)[], protocol: "UDP" | "TCP" = "UDP"): void {
  for (const edit of edits) {
    const stand = standOf(role, protocol);
    const text = edit(textFor(stand));
    assert.equal(answered(stand, text).status, role.taken, text);
  }
}

/** Every edit of the good request is refused with `status`, and nobody else sees it. */
function refusesAll(role: Role, status: number, edits: readonly ((text: string) => string)[]): void {
  for (const edit of edits) {
    const stand = standOf(role);
    const before = stand.bob.inbox.length;
    const text = edit(textFor(stand));
    assert.equal(answered(stand, text).status, status, text);
    assert.equal(stand.bob.inbox.length, before);
  }
}

/** Puts another URI into the request line. */
const withUri = (uri: string) => (text: string) => text.replace(/^(\S+) \S+/, (_, method) => `${method} ${uri}`);
const line = (name: string, value: string) => (text: string) =>
  text.replace(/\r\nFrom:/, `\r\n${name}: ${value}\r\nFrom:`);

const compact: Readonly<Record<string, string>> = {
  Via: "v",
  From: "f",
  To: "t",
  "Call-ID": "i",
  Contact: "m",
  "Content-Length": "l",
};

/** Each `of`-test runs once per role; the comments above name the sections for each of them. */
for (const role of ROLES) {
  describe(`a ${role.name}`, () => {
    const user = role.name === "registrar" ? "" : "bob@";

    // covers: proxy §7.1, redirect server §7.1, registrar §7.1
    test("§7.1: refuses a request line that is none: 400, another version 505", () => {
      refusesAll(role, 400, [
        (text) => text.replace(" SIP/2.0", "  SIP/2.0"),
        (text) => text.replace(" SIP/2.0", " SIP/2.0 "),
        withUri("<sip:bob@example.com>"),
        (text) => text.replace(/^(\S+) (\S+)/, "$1 $2 x"),
      ]);
      refusesAll(role, 505, [(text) => text.replace(" SIP/2.0\r", " SIP/7.0\r")]);
    });

    // covers: proxy §19.1.1, redirect server §19.1.1, registrar §19.1.1
    test("§19.1.1: refuses a Request-URI that is none, or has what no Request-URI may have", () => {
      refusesAll(
        role,
        400,
        [
          "sip:",
          "sip:bob@",
          "sip:@example.com",
          "sip:bob@example.com:x",
          "sip:bob@example.com?Subject=x",
          "sip:bo b@x",
          "sip:[::1",
        ].map(withUri),
      );
    });

    // covers: proxy §19.1.1, redirect server §19.1.1, registrar §19.1.1
    test("§19.1.1: takes every way to write its domain and its users", () => {
      takesAll(
        role,
        [
          `sip:${user}EXAMPLE.com`,
          `SIP:${user}example.com`,
          `sip:${user}example.com:5060`,
          `sip:${user}example.com;transport=udp`,
          `sip:${user}example.com;unheard-of=x;flag`,
          `sip:${user === "" ? "" : "b%6Fb@"}example.com`,
          `sip:${user === "" ? "" : "bob:secret@"}example.com`,
          `sip:${user}${PROXY}`,
        ].map(withUri),
      );
    });

    // covers: proxy §21.4.1, redirect server §21.4.1, registrar §21.4.1
    test("§21.4.1: 400 when a header field that must be there is not, or cannot be read", () => {
      refusesAll(role, 400, [
        (text) => text.replace(/From:.*\r\n/, ""),
        (text) => text.replace(/To:.*\r\n/, ""),
        (text) => text.replace(/Call-ID:.*\r\n/, ""),
        (text) => text.replace(/CSeq:.*\r\n/, ""),
        (text) => text.replace(/CSeq: 1 /, "CSeq: 4294967296 "),
        (text) => text.replace(/(CSeq: 1) \S+/, "$1 OPTIONS"),
        (text) => text.replace(/From: <[^>]*>/, "From: <"),
        line("Max-Forwards", "lots"),
      ]);
    });

    // covers: proxy §7.3.2, proxy §20, redirect server §7.3.2, redirect server §20, registrar §7.3.2, registrar §20
    test("§7.3.2 and §20: passes over header fields that nobody knows, whatever they hold", () => {
      takesAll(role, [
        line("X-Unheard-Of", ";;,,<\"'"),
        line("Date", "never"),
        line("Organization", ""),
        line("Alert-Info", "<<"),
      ]);
      const stand = standOf(role);
      const text = textFor(stand, { headers: ["X-Unheard-Of: ;;,"] });
      answered(stand, text);
      if (role.name === "proxy") assert.equal(stand.bob.requests[0]?.received.message.field("X-Unheard-Of"), ";;,");
    });

    // covers: proxy §18.3, redirect server §18.3
    test("§18.3: of a datagram, octets behind the body are cut off and too few of them are 400", () => {
      takesAll(role, [(text) => `${text}more than was announced`, (text) => text.replace(/Content-Length:.*\r\n/, "")]);
      refusesAll(role, 400, [(text) => text.replace(/Content-Length: 0/, "Content-Length: 5")]);
      if (role.name !== "proxy") return;
      const stand = standOf(role);
      answered(stand, `${textFor(stand, { body: "body" })}more`);
      assert.equal(stand.bob.requests[0]?.received.text.endsWith("\r\n\r\nbody"), true);
    });

    // covers: proxy §8.2.2, redirect server §8.2.2, registrar §8.2.2
    test("§8.2.2: header fields that are of no use for the request are passed over", () => {
      takesAll(role, [
        line("Retry-After", "x"),
        line("WWW-Authenticate", "x"),
        line("Min-Expires", "9"),
        line("Server", "x"),
      ]);
    });

    // covers: proxy §7.3.1, redirect server §7.3.1, registrar §7.3.1
    test("§7.3.1: names in any case, white space round the colon, folded lines, lists in one line or in several", () => {
      takesAll(role, [
        (text) =>
          text.replace(/\r\n(From|To|CSeq|Call-ID|Via|Contact):/g, (_, name: string) => `\r\n${name.toUpperCase()}:`),
        (text) =>
          text.replace(
            /\r\n(From|To|CSeq|Call-ID|Via|Contact):/g,
            (_, name: string) => `\r\n${name.toLowerCase()} \t:`,
          ),
        (text) => text.replace(/\r\n([\w-]+): /g, "\r\n$1:\r\n\t  "),
        (text) => text.replace(/CSeq: 1 /, "CSeq: 1\t \r\n "),
        line("Via", "SIP/2.0/TCP a.example.org;branch=z9hG4bKa, SIP/2.0/UDP b.example.org;branch=z9hG4bKb"),
        (text) =>
          text.replace(
            /\r\nVia: ([^\r]*)/,
            "\r\nVia: $1 ,SIP/2.0/UDP b.example.org;branch=z9hG4bKb\r\nVia: SIP / 2.0 / TCP c",
          ),
        (text) => text.replace(/\r\n(From: [^\r]*)/, '\r\n$1;x="a;b,c";y'),
        (text) => text.replace(/\r\nFrom: /, '\r\nFrom: "A \\" <>" '),
      ]);
    });

    // covers: proxy §7.3.3, redirect server §7.3.3, registrar §7.3.3
    test("§7.3.3: compact names", () => {
      takesAll(role, [
        (text) =>
          text.replace(/\r\n([\w-]+):/g, (all, name: string) => (compact[name] ? `\r\n${compact[name]}:` : all)),
        (text) =>
          text.replace(/\r\n([\w-]+):/g, (all, name: string) =>
            compact[name] ? `\r\n${compact[name]?.toUpperCase()}:` : all,
          ),
      ]);
    });

    // covers: proxy §18.1.1, redirect server §18.1.1
    test("§18.1.1: takes messages of 64 KB over UDP", () => {
      takesAll(role, [line("X-Long", "x".repeat(64_000))]);
    });

    // covers: proxy §7.5, redirect server §7.5, registrar §7.5
    test("§7.5: CRLFs before the start line are passed over, over UDP and over TCP", () => {
      const crlf = [(text: string) => `\r\n${text}`, (text: string) => `\r\n\r\n\r\n${text}`];
      takesAll(role, crlf, "UDP");
      takesAll(role, crlf, "TCP");
    });
  });
}

describe("§7.2: responses, for a proxy", () => {
  // covers: proxy §7.2
  test("status codes nobody knows and reason phrases of any kind go upstream as they came", () => {
    for (const [status, phrase] of [
      [200, ""],
      [299, "= 2**3 * 5**2"],
      [499, "\xd0\xbd\xd0\xbe"],
      [599, "SIP/2.0 200 OK"],
      [699, " "],
    ] as const) {
      const scene = new Scene();
      const bob = scene.registered("bob", "silent");
      bob.answer({ onCancel: "ends", afterCancel: [], steps: [{ afterMs: 0, status, phrase }] });
      const call = scene.phone("alice").invite("sip:bob@example.com", { byeAfterMs: 1 });
      scene.settle();
      assert.ok(call.response(status).text.startsWith(`SIP/2.0 ${status} ${phrase}\r\n`));
      assert.equal(call.response(status).message.values(Header.Via).length, 1);
    }
  });

  // covers: proxy §7.2
  test("a status line that is none is dropped", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "silent");
    const call = scene.phone("alice").invite("sip:bob@example.com");
    scene.world.run(100);
    const { text } = bob.call.respond({ status: 180, afterMs: 0 });
    scene.world.run(100);
    const before = call.responses.length;
    for (const first of ["SIP/2.0 99 x", "SIP/2.0 1800 x", "SIP/2.0 abc x", "SIP/3.0 180 x", "SIP/2.0180 x"])
      bob.sendRaw(text.replace(/^[^\r]*/, first));
    scene.world.run(100);
    assert.equal(call.responses.length, before);
  });
});

describe("§11: OPTIONS for the server itself", () => {
  // covers: proxy §11, proxy §11.2, proxy §8.2, proxy §8.2.6.2
  test("is answered 200 with what the server can, From, Call-ID, CSeq and Via as they came, To with a tag", () => {
    const scene = new Scene();
    const alice = scene.phone("alice");
    for (const uri of [`sip:${PROXY}`, "sip:example.com"]) {
      const text = handwritten(alice, "OPTIONS", uri, { headers: ["Max-Forwards: 70"] });
      const [answer] = answersTo(scene, alice, text);
      assert.equal(answer?.message.status, 200);
      for (const name of ["Allow", "Accept", "Accept-Encoding", "Accept-Language", "Supported"])
        assert.notEqual(answer?.message.field(name), null, name);
      for (const name of ["From", "Call-ID", "CSeq"])
        assert.ok(text.includes(`\r\n${name}: ${answer?.message.field(name)}\r\n`), name);
      assert.match(answer?.message.field("To") ?? "", new RegExp(`^<${uri.replaceAll(".", "\\.")}>;tag=.+`));
      assert.equal(answer?.message.values(Header.Via).length, 1);
    }
  });

  // covers: proxy §11.2
  test("Allow names every method that the server takes", () => {
    const scene = new Scene();
    const alice = scene.phone("alice");
    const options = alice.request("OPTIONS", `sip:${PROXY}`);
    scene.settle();
    const allowed = options.response(200).message.values(Header.Allow);
    for (const method of ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER"])
      assert.ok(allowed.includes(method), method);
  });

  // covers: proxy §8.2, proxy §11.2
  test("another method for the server itself is 405 with Allow, one that nobody knows 501", () => {
    const scene = new Scene();
    const alice = scene.phone("alice");
    for (const [method, status] of [
      ["MESSAGE", 405],
      ["INVITE", 405],
      ["UNHEARD", 501],
    ] as const) {
      const [answer] = answersTo(scene, alice, handwritten(alice, method, `sip:${PROXY}`));
      assert.equal(answer?.message.status, status, method);
      assert.notEqual(answer?.message.field("Allow"), null, method);
    }
  });

  // covers: proxy §11, proxy §11.2
  test("OPTIONS for a user whom an INVITE would not reach gets the status that the INVITE would have", () => {
    const scene = new Scene({ passwords: { alice: "a", carol: "c" } });
    const alice = scene.phone("alice");
    for (const uri of ["sip:nobody@example.com", "sip:carol@example.com", "sip:bob@elsewhere.example.org"]) {
      const [options, invite] = [alice.request("OPTIONS", uri), alice.invite(uri)];
      scene.settle();
      assert.deepEqual(options.finals(), invite.finals(), uri);
      assert.ok((options.finals()[0] as number) >= 400);
    }
  });

  // covers: proxy §11, proxy §11.2
  test("OPTIONS for a user goes to the user's phones, and the best of their answers comes back", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const options = scene.phone("alice").request("OPTIONS", "sip:bob@example.com");
    scene.settle();
    assert.deepEqual(options.finals(), [200]);
    assert.equal(bob.received("OPTIONS").length, 1);
  });
});

describe("§18.3: from a datagram onto a stream", () => {
  // covers: proxy §18.3
  test("what stands behind the body of a request does not become a request of its own", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s", { protocol: "TCP" });
    const alice = scene.phone("alice");
    const hidden = handwritten(alice, "SUBSCRIBE", "sip:bob@example.com");
    alice.sendRaw(handwritten(alice, "MESSAGE", "sip:bob@example.com", { body: "body" }) + hidden);
    scene.settle();
    assert.equal(bob.received("MESSAGE")[0]?.message.body, "body");
    assert.equal(bob.received("SUBSCRIBE").length, 0);
  });

  // covers: proxy §18.3
  test("nor that of a response a response; one that is cut short, or says two lengths, is discarded", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "silent");
    const call = scene.phone("alice", { protocol: "TCP" }).invite("sip:bob@example.com");
    scene.world.run(100);
    const { text } = bob.call.respond({ status: 180, afterMs: 0 });
    scene.world.run(100);
    const heard = () => call.responses.map(({ message }) => message.status);
    assert.deepEqual(heard(), [180]);
    bob.sendRaw(text.replace("180 Ringing", "182 Queued").replace("Content-Length: 0", "Content-Length: 5"));
    bob.sendRaw(text.replace("180 Ringing", "182 Queued").replace("Content-Length: 0", "Content-Length: 0\r\nl: 5"));
    bob.sendRaw(text.replace("180 Ringing", "182 Queued").replace("Content-Length: 0", "Content-Length: x"));
    scene.world.run(100);
    assert.deepEqual(heard(), [180]);
    bob.sendRaw(text.replace("180 Ringing", "183 Session Progress") + text.replace("180 Ringing", "182 Queued"));
    scene.world.run(100);
    assert.deepEqual(heard(), [180, 183]);
    bob.sendRaw(text.replace("180 Ringing", "183 Session Progress").replace("Content-Length: 0\r\n\r\n", "\r\nbody"));
    scene.world.run(100);
    assert.equal(
      call.responses.at(-1)?.message.field("Content-Length"),
      "4",
      "where it says none, the rest is the body",
    );
  });
});
