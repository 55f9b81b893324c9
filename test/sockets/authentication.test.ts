/** `ringback serve --auth digest`, as a process of its own: who is challenged, who is not, and what strangers can learn. */
import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { type Exchange, type IncomingCall, OutgoingCall, type PhoneDialog } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { newDirectory, Served } from "../cli/kit.ts";
import { different } from "./conversation.ts";
import { LOOPBACK, Phones, type SocketPhone } from "./phones.ts";

const DOMAIN = "localhost";
const PASSWORDS: Readonly<Record<string, string>> = { alice: "wonderland", bobby: "builder" };
const BOBBY = `sip:bobby@${DOMAIN}`;

interface Stage {
  readonly phones: Phones;
  /** A phone that knows its password, when there is one. */
  open(name: string, protocol: "UDP" | "TCP", password?: string): Promise<SocketPhone>;
  readonly ports: Readonly<Record<string, number>>;
}

async function stage(t: TestContext): Promise<Stage> {
  const users = Object.entries(PASSWORDS).flatMap(([name, password]) => ["--user", `${name}:${password}`]);
  const data = newDirectory();
  const { ports } = await Served.start(t, ["--auth", "digest", "--domain", DOMAIN, "--data", data, ...users]);
  const phones = new Phones();
  t.after(() => phones[Symbol.asyncDispose]());
  const open = (name: string, protocol: "UDP" | "TCP", password = PASSWORDS[name]): Promise<SocketPhone> => {
    const proxy = { protocol, host: LOOPBACK, port: ports[protocol.toLowerCase()] as number };
    return phones.open(name, proxy, { domain: DOMAIN, ...(password === undefined ? {} : { password }) });
  };
  return { phones, open, ports };
}

/** A call that bobby has answered, and what he knows of it. */
async function answeredCall(
  phones: Phones,
  caller: SocketPhone,
  callee: SocketPhone,
): Promise<{ call: OutgoingCall; dialog: PhoneDialog; incoming: IncomingCall }> {
  const call = caller.invite(`sip:${callee.user}@${DOMAIN}`);
  await phones.answered(call);
  assert.deepEqual(statuses(call), [407, 200]);
  const incoming = callee.calls.at(-1) as IncomingCall;
  await phones.bell.until(() => incoming.acked(), "the ACK");
  return { call, dialog: call.dialog, incoming };
}

const statuses = ({ responses }: Exchange): number[] =>
  responses.map(({ message }) => message.status).filter((status) => status >= 200);

test("who is challenged", async (t) => {
  const { phones, open } = await stage(t);
  for (const protocol of ["UDP", "TCP"] as const) {
    await t.test(`${protocol}: a REGISTER with 401, every other request outside a dialog with 407`, async () => {
      const stranger = await open("stranger", protocol);
      for (const method of ["REGISTER", "INVITE", "MESSAGE", "OPTIONS", "SUBSCRIBE", "PUBLISH", "REFER"]) {
        const exchange =
          method === "REGISTER"
            ? stranger.register()
            : method === "INVITE"
              ? stranger.invite(BOBBY)
              : stranger.request(method, BOBBY);
        await phones.answered(exchange);
        const [status, asked, other] =
          method === "REGISTER"
            ? ([401, Header.WwwAuthenticate, Header.ProxyAuthenticate] as const)
            : ([407, Header.ProxyAuthenticate, Header.WwwAuthenticate] as const);
        assert.deepEqual(exchange.finals(), [status], method);
        const { message } = exchange.response(status);
        assert.equal(message.lines(asked).length, 1, "one challenge: clients fail on two");
        assert.match(
          message.lines(asked)[0] ?? "",
          /^Digest realm="localhost", nonce="[^"]+", algorithm=MD5, qop="auth"$/,
        );
        assert.equal(message.has(other), false);
      }
    });

    await t.test(`${protocol}: nothing inside a dialog that goes along our route set`, async () => {
      const bobby = await open("bobby", protocol);
      const registration = await phones.register(bobby);
      assert.deepEqual(statuses(registration), [401, 200]);
      const alice = await open("alice", protocol);
      for (const hangsUp of ["caller", "callee"] as const) {
        const call = await answeredCall(phones, alice, bobby);
        const mine = [alice, call.dialog, bobby] as const;
        const theirs = [bobby, call.incoming.dialog, alice] as const;
        for (const [phone, dialog, other] of [mine, theirs]) {
          for (const method of ["INFO", "UPDATE", "OPTIONS", "MESSAGE", "REFER"]) {
            const exchange = dialog.request(method);
            await phones.answered(exchange);
            assert.deepEqual(statuses(exchange), [200], `${method} of ${phone.name}`);
          }
          const draft = dialog.draft("INVITE", { headers: [`Contact: ${phone.contact()}`] });
          const again = new OutgoingCall(phone, draft, phone.locate(dialog.nextHop), {});
          again.send();
          await phones.answered(again);
          assert.deepEqual(statuses(again), [200], `re-INVITE of ${phone.name}`);
          await phones.bell.until(() => other.calls.at(-1)?.acked() === true, "the ACK of the re-INVITE");
        }
        const bye = (hangsUp === "caller" ? mine : theirs)[1].hangUp() as Exchange;
        await phones.answered(bye);
        assert.deepEqual(statuses(bye), [200], `BYE of the ${hangsUp}`);
      }
      assert.deepEqual(
        [alice, bobby].map((each) => different(each, "BYE")),
        [1, 1],
      );
      await phones.register(bobby, { expires: 0 });
    });
  }
});

test("a To tag and a Route that look like a dialog of ours", async (t) => {
  const { phones, open } = await stage(t);
  for (const protocol of ["UDP", "TCP"] as const) {
    const bobby = await open("bobby", protocol);
    await phones.register(bobby);
    const { dialog } = await answeredCall(phones, await open("alice", protocol), bobby);
    const stranger = await open("stranger", protocol);
    const { routes, remoteTarget, callId, remoteTag } = dialog;
    const to = `<${BOBBY}>;tag=${remoteTag}`;
    const unsigned = routes.map((route) => route.replace(/;k=[^;>]*/, ""));
    const signed = routes.map((route) => route.replace(/;k=[^;>]*/, ";k=0123456789ab"));
    assert.notDeepEqual(unsigned, routes, "our Route carries a signature");
    const server = `<sip:${LOOPBACK}:${stranger.proxy?.port};transport=${protocol.toLowerCase()};lr>`;

    const forgeries: readonly [what: string, uri: string, routes: readonly string[], callId?: string][] = [
      ["a To tag alone", BOBBY, []],
      ["a Route to the server's address", remoteTarget, [server]],
      ["the Route of a dialog without its signature", remoteTarget, unsigned, callId],
      ["the Route of a dialog with a signature made up", remoteTarget, signed, callId],
      ["the Route of another dialog, signature and all", remoteTarget, routes],
    ];
    for (const [what, uri, forged, sameCallId] of forgeries) {
      await t.test(`${protocol}: ${what}: challenged with 407, and the phone hears nothing`, async () => {
        const before = bobby.inbox.length;
        for (const method of ["INVITE", "BYE", "MESSAGE", "REFER", "UPDATE"]) {
          const options = { to, routes: forged, ...(sameCallId === undefined ? {} : { callId: sameCallId }) };
          const exchange =
            method === "INVITE" ? stranger.invite(uri, {}, options) : stranger.request(method, uri, options);
          await phones.answered(exchange);
          assert.deepEqual(statuses(exchange), [407], method);
        }
        stranger.sendRaw(ackOf(stranger, uri, to, forged));
        const alive = stranger.request("OPTIONS", `sip:${DOMAIN}`);
        await phones.answered(alive); // what was sent before it has been handled
        assert.equal(bobby.inbox.length, before, "nothing reached the phone");
      });
    }
    dialog.hangUp();
    await phones.register(bobby, { expires: 0 });
  }
});

/** An ACK as after a 2xx, which nothing answers. */
function ackOf(phone: SocketPhone, uri: string, to: string, routes: readonly string[]): string {
  const lines = [
    `ACK ${uri} SIP/2.0`,
    `Via: ${phone.via(phone.protocol, phone.newBranch())}`,
    "Max-Forwards: 70",
    ...routes.map((route) => `Route: ${route}`),
    `From: <${phone.uri}>;tag=forged`,
    `To: ${to}`,
    "Call-ID: forged@loopback",
    "CSeq: 1 ACK",
    "Content-Length: 0",
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** Longest wait for one answer. Milliseconds. */
const PATIENCE = 10_000;
/** Tries of each kind whose time is taken. */
const TRIES = 300;
/** What the quarter points of two such series may differ by, and how often a busy machine may spoil them. */
const TOLERANCE = { share: 0.2, ms: 0.03, series: 3 };

test("an unknown user and a wrong password cannot be told apart", async (t) => {
  const { ports } = await stage(t);
  const prober = await Prober.open(t, ports.udp as number);

  for (const method of ["REGISTER", "MESSAGE"] as const) {
    await t.test(`${method}: the same octets but for what is made anew each time`, async () => {
      const known = await prober.wrong(method, "bobby");
      const unknown = await prober.wrong(method, "nobdy");
      assert.equal(statusOf(known), method === "REGISTER" ? 401 : 407);
      assert.equal(known.replaceAll("bobby", "nobdy").length, unknown.length);
      assert.equal(plain(known), plain(unknown));
    });

    await t.test(`${method}: the same time, over ${TRIES} tries of each`, async () => {
      for (let series = 1; ; series++) {
        const times: { bobby: number[]; nobdy: number[] } = { bobby: [], nobdy: [] };
        for (let i = 0; i < TRIES; i++) {
          for (const user of i % 2 === 0 ? (["bobby", "nobdy"] as const) : (["nobdy", "bobby"] as const)) {
            await prober.wrong(method, user);
            times[user].push(prober.took);
          }
        }
        // The quarter point: above it the machine's other work is measured.
        const [known, unknown] = [times.bobby, times.nobdy].map(
          (all) => all.sort((a, b) => a - b)[TRIES / 4] as number,
        );
        const difference = Math.abs((known as number) - (unknown as number));
        const allowed = Math.max(TOLERANCE.ms, TOLERANCE.share * (known as number));
        if (difference <= allowed) return;
        const told = `a known user takes ${known?.toFixed(3)} ms, an unknown one ${unknown?.toFixed(3)} ms`;
        if (series === TOLERANCE.series) assert.fail(told);
        t.diagnostic(`measured again: ${told}`);
      }
    });
  }

  await t.test("nor does a stranger learn which users there are", async () => {
    const answers = [];
    for (const user of ["bobby", "nobdy"]) answers.push(plain(await prober.ask("MESSAGE", user, "")));
    assert.equal(answers[0], answers[1]);
    assert.match(answers[0] ?? "", /^SIP\/2\.0 407 /);
  });
});

/** Sends one request at a time, with credentials that prove nothing, and takes the time of the answer. */
class Prober {
  /** Milliseconds from the last request to its answer. */
  took = 0;
  private readonly socket: Socket;
  private readonly server: number;
  private count = 0;

  private constructor(socket: Socket, server: number) {
    this.socket = socket;
    this.server = server;
  }

  static async open(t: TestContext, server: number): Promise<Prober> {
    const socket = createSocket("udp4");
    t.after(() => socket.close());
    socket.bind(0, LOOPBACK);
    await once(socket, "listening");
    return new Prober(socket, server);
  }

  /** The answer to `method` as `user` with a digest for a fresh nonce that is wrong. */
  async wrong(method: "REGISTER" | "MESSAGE", user: string): Promise<string> {
    const challenge = await this.ask(method, user, "");
    const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1];
    assert.ok(nonce !== undefined, challenge);
    const name = method === "REGISTER" ? "Authorization" : "Proxy-Authorization";
    const directives = `username="${user}", realm="${DOMAIN}", nonce="${nonce}", uri="sip:${DOMAIN}", algorithm=MD5`;
    const proof = `response="0123456789abcdef0123456789abcdef", qop=auth, nc=00000001, cnonce="c"`;
    return this.ask(method, user, `${name}: Digest ${directives}, ${proof}\r\n`);
  }

  /** The answer to `method` by `user`, a MESSAGE to `user` as well. */
  async ask(method: "REGISTER" | "MESSAGE", user: string, headers: string): Promise<string> {
    const number = String(++this.count).padStart(6, "0");
    const identity = `<sip:${user}@${DOMAIN}>`;
    const text =
      `${method} sip:${method === "REGISTER" ? "" : `${user}@`}${DOMAIN} SIP/2.0\r\n` +
      `Via: SIP/2.0/UDP ${LOOPBACK}:${this.socket.address().port};branch=z9hG4bK${number};rport\r\nMax-Forwards: 70\r\n` +
      `From: ${identity};tag=${number}\r\nTo: ${identity}\r\nCall-ID: ${number}@loopback\r\nCSeq: 1 ${method}\r\n` +
      `${headers}Content-Length: 0\r\n\r\n`;
    const answered = once(this.socket, "message", { signal: AbortSignal.timeout(PATIENCE) });
    const began = performance.now();
    this.socket.send(Buffer.from(text, "latin1"), this.server, LOOPBACK);
    const [octets] = (await answered) as [Buffer];
    this.took = performance.now() - began;
    const answer = octets.toString("latin1");
    assert.ok(answer.includes(number), "one request, one answer");
    return answer;
  }
}

const statusOf = (answer: string): number => Number.parseInt(answer.slice("SIP/2.0 ".length), 10);

/** An answer without what differs between any two of them: user, tags, branch, Call-ID and nonce. */
function plain(answer: string): string {
  return answer
    .replace(/bobby|nobdy/g, "USER")
    .replace(/tag=[^;\r]+/g, "tag=")
    .replace(/branch=[^;\r]+/g, "branch=")
    .replace(/Call-ID: .*/g, "Call-ID:")
    .replace(/nonce="[^"]+"/g, 'nonce=""');
}
