/** What only real sockets can show: address families, WebSocket and TLS, which connection is taken, and large requests. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Header, parseVia } from "../../src/syntax/mod.ts";
import { certificate } from "../host/sockets/certificate.ts";
import { scratchFolder } from "../scratch.ts";
import { converse } from "./conversation.ts";
import { LOOPBACK, type SocketOptions, type SocketPhone } from "./phones.ts";
import { DOMAIN, Site } from "./site.ts";

const hangers = ["caller", "callee"] as const;
/** RFC 3261 §18.1.1: a longer request goes by a transport that knows congestion. */
const LARGEST_DATAGRAM = 1300;

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));
const skipV6 = hasIPv6 ? false : "this machine has no ::1";

const authority = certificate({ name: "Test Authority", authority: true });

let site: Site;
let users = 0;

before(async () => {
  const identity = certificate({ name: "sip.example.com", alternatives: [LOOPBACK], issuer: authority });
  const directory = scratchFolder("sockets");
  const [tlsCert, tlsKey] = ["cert", "key"].map((name) => join(directory, `${name}.pem`)) as [string, string];
  writeFileSync(tlsCert, identity.cert);
  writeFileSync(tlsKey, identity.key);
  const hosts = hasIPv6 ? [LOOPBACK, "[::1]"] : [LOOPBACK];
  const plain = hosts.flatMap((host) => [`udp:${host}:0`, `tcp:${host}:0`]);
  site = await Site.start({ listen: [...plain, `tls:${LOOPBACK}:0`], tlsCert, tlsKey });
});
after(async () => {
  await site[Symbol.asyncDispose]();
  assert.deepEqual(site.faults, []);
});

/** Ways to the server, each with what a phone that takes it is like. */
type Kind = "UDP" | "TCP" | "TLS" | "WS" | "UDP on IPv6" | "TCP on IPv6";
const kinds: readonly Kind[] = ["UDP", "TCP", "TLS", "WS", "UDP on IPv6", "TCP on IPv6"];

/** A phone that reaches the server this way, with a user of its own; it is not registered. */
function phone(kind: Kind): Promise<SocketPhone> {
  const name = `${kind.slice(0, 3).toLowerCase()}${++users}`;
  const protocol = kind.slice(0, 3).trim() as "UDP" | "TCP" | "TLS" | "WS";
  const proxy = site.at(protocol, kind.endsWith("IPv6") ? "::1" : LOOPBACK);
  // It cannot be reached at the name it gives itself: the server has to take the connection that it opened.
  const tls = { protocol: "TLS", host: LOOPBACK, port: 0, advertised: `${name}.invalid:5061` } as const;
  const options: SocketOptions = protocol === "TLS" ? { listeners: [{ ...tls, tls: { ca: authority.cert } }] } : {};
  return site.phones.open(name, proxy, options);
}

async function registered(kind: Kind, ...options: Parameters<SocketPhone["register"]>): Promise<SocketPhone> {
  const each = await phone(kind);
  await site.phones.register(each, ...options);
  return each;
}

/** The address that the server sees a connection of this phone come from. */
async function seenAs(each: SocketPhone): Promise<string> {
  const options = each.request("OPTIONS", `sip:${LOOPBACK}:${site.at("UDP").port}`);
  await site.phones.answered(options);
  const via = parseVia(options.response(200).message.lines(Header.Via)[0] ?? "");
  return `${via?.received}:${via?.rport}`;
}

const uriOf = (each: SocketPhone): string => `sip:${each.user}@${DOMAIN}`;

describe("every way of transport to every other", { concurrency: true }, () => {
  for (const from of kinds) {
    for (const to of kinds) {
      for (const hangsUp of hangers) {
        const skip = from.endsWith("IPv6") || to.endsWith("IPv6") ? skipV6 : false;
        test(`a call from ${from} to ${to}, the ${hangsUp} hangs up`, { skip }, async () => {
          const caller = await phone(from);
          const callee = await phone(to);
          const contacts = to === "TLS" ? [`<sip:${callee.name}@${await seenAs(callee)};transport=tls>`] : undefined;
          await site.phones.register(callee, contacts === undefined ? {} : { contacts });
          const { incoming } = await converse(site.phones, [caller, callee], uriOf(callee), hangsUp);
          assert.equal(incoming.received.flow.protocol, callee.protocol);
        });
      }
    }
  }
});

describe("the connection a phone opened", { concurrency: true }, () => {
  for (const kind of ["TCP", "TLS", "WS"] as const) {
    const contacts: [what: string, of: (own: string) => string][] = [
      ["a contact that names the connection's own address and port", (own) => `${own};transport=${kind.toLowerCase()}`],
      ["such a contact without a transport parameter", (own) => own],
    ];
    // RFC 7118 §5: a WebSocket leads to its phone whatever the phone calls itself.
    if (kind === "WS") contacts.push(["a contact that names an address elsewhere", () => "192.0.2.1:9;transport=ws"]);
    for (const [what, of] of contacts) {
      test(`${kind}: ${what} is reached over it`, async () => {
        const callee = await phone(kind);
        const contact = `<sip:${callee.name}@${of(await seenAs(callee))}>`;
        const registration = await site.phones.register(callee, { contacts: [contact] });
        for (const hangsUp of hangers) {
          const { incoming } = await converse(site.phones, [await phone("UDP"), callee], uriOf(callee), hangsUp);
          assert.equal(incoming.received.flow, registration.response(200).flow);
        }
      });
    }

    test(`${kind}: an outbound registration is reached over it, whatever its contact names (RFC 5626)`, async () => {
      const callee = await phone(kind);
      const instance = `"<urn:uuid:00000000-0000-4000-8000-${String(++users).padStart(12, "0")}>"`;
      const contact = `<sip:${callee.name}@192.0.2.1:9;ob>;+sip.instance=${instance};reg-id=1`;
      const options = { contacts: [contact], headers: ["Supported: path, outbound"] };
      const registration = await site.phones.register(callee, options);
      assert.equal(registration.response(200).message.field("Require"), "outbound");
      for (const hangsUp of hangers) {
        const { incoming } = await converse(site.phones, [await phone("UDP"), callee], uriOf(callee), hangsUp);
        assert.equal(incoming.received.flow, registration.response(200).flow);
      }
    });

    test(`${kind}: requests inside a dialog that the phone began come back over it`, async () => {
      const caller = await phone(kind);
      const callee = await registered("UDP");
      const { call } = await converse(site.phones, [caller, callee], uriOf(callee), "callee");
      assert.equal(caller.received("BYE")[0]?.flow, call.response(200).flow);
    });
  }
});

describe("requests of more than 1300 octets", { concurrency: true }, () => {
  const sdp = (octets: number): string => `v=0\r\n${"a=filler:0123456789abcdef\r\n".repeat(Math.ceil(octets / 28))}`;

  test("go on by TCP where the contact does not say UDP, the rest of the dialog by what it takes", async () => {
    const callee = await site.phones.openBoth(`large${++users}`, site.at("UDP"));
    await site.phones.register(callee);
    const caller = await phone("UDP");
    for (const [octets, protocol] of [
      [100, "UDP"],
      [2 * LARGEST_DATAGRAM, "TCP"],
      [20 * LARGEST_DATAGRAM, "TCP"],
    ] as const) {
      const body = sdp(octets);
      for (const hangsUp of hangers) {
        const pair = [caller, callee] as const;
        const { incoming } = await converse(site.phones, pair, uriOf(callee), hangsUp, { body });
        assert.equal(incoming.received.flow.protocol, protocol, `${octets} octets`);
        assert.equal(incoming.received.message.body, body);
      }
    }
  });

  test("go by UDP after all to a phone that has no TCP (RFC 3261 §18.1.1)", async () => {
    const callee = await registered("UDP");
    const body = sdp(2 * LARGEST_DATAGRAM);
    const { incoming } = await converse(site.phones, [await phone("TCP"), callee], uriOf(callee), "callee", { body });
    assert.equal(incoming.received.flow.protocol, "UDP");
    assert.equal(incoming.received.message.body, body);
  });
});
