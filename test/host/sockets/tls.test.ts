import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, connect as netConnect } from "node:net";
import { join } from "node:path";
import { before, test } from "node:test";
import { connect, type PeerCertificate } from "node:tls";
import { CertificateWatch } from "../../../src/host/certificate-watch.ts";
import { checkSipIdentity, sipIdentities, type TlsFiles, tlsMaterial } from "../../../src/host/sockets/tls.ts";
import type { TransportOptions } from "../../../src/host/sockets/transport.ts";
import { scratchFolder } from "../../scratch.ts";
import { certificate, type Identity, type Wanted } from "./certificate.ts";
import { type Host, host, Inbox, listenerOf, observed, request } from "./support.ts";

let authority: Identity;
let server: Identity;

before(() => {
  authority = certificate({ name: "Test Authority", authority: true });
  server = issued({ name: "sip.example.test", alternatives: ["DNS:sip.example.test", "127.0.0.1"] });
});

function issued(wanted: Wanted): Identity {
  return certificate({ ...wanted, issuer: authority });
}

function tlsHost(tls: TlsFiles, options: Partial<TransportOptions> = {}): Promise<Host> {
  return host([], { listeners: [{ protocol: "TLS", host: "127.0.0.1", port: 0, tls }], ...options });
}

/** Sends one request from a client that trusts the test authority, and tells how that went. */
async function attempt(identity: Identity, domain: string, options: Partial<TransportOptions> = {}): Promise<string> {
  const far = await tlsHost({ cert: identity.cert, key: identity.key });
  const near = await tlsHost({ ca: authority.cert }, options);
  const { port } = listenerOf(far, "TLS");
  const flow = near.transport.flowTo({ protocol: "TLS", host: "127.0.0.1", port, domain });
  assert.ok(flow !== null);
  flow.attach(near.receiver);
  flow.send(request());
  const arrived = far.receiver.messages.next().then(({ text }) => (text === request() ? "arrived" : text));
  const closed = near.receiver.closed.next().then(({ reason }) => reason.replace(`127.0.0.1:${port}`, "PEER"));
  const outcome = await Promise.race([arrived, closed]);
  await near.close();
  await far.close();
  return outcome;
}

test("a request goes to whose certificate is for the domain, or for the address when there is no domain", async () => {
  assert.equal(await attempt(server, "sip.example.test"), "arrived");
  assert.equal(await attempt(server, "SIP.Example.TEST"), "arrived");
  assert.equal(await attempt(server, ""), "arrived");
});

test("what is wrong with a certificate is said", async () => {
  assert.equal(await attempt(server, "other.test"), "the certificate is for sip.example.test, not for other.test");
  const wildcard = issued({ name: "w", alternatives: ["DNS:*.example.test"] });
  assert.equal(
    await attempt(wildcard, "a.example.test"),
    "the certificate is for *.example.test, not for a.example.test",
  );
  const old = issued({ name: "sip.example.test", days: -1 });
  assert.equal(await attempt(old, "sip.example.test"), "the certificate of PEER has expired");
  const own = certificate({ name: "sip.example.test" });
  assert.equal(await attempt(own, "sip.example.test"), "the certificate of PEER is signed by itself");
  const foreign = certificate({
    name: "sip.example.test",
    issuer: certificate({ name: "Elsewhere", authority: true }),
  });
  assert.equal(
    await attempt(foreign, "sip.example.test"),
    "the certificate of PEER leads to an authority that is not trusted here",
  );
});

test("verification can be switched off, in so many words", async () => {
  const own = certificate({ name: "whoever" });
  assert.equal(await attempt(own, "sip.example.test", { rejectUnauthorized: false }), "arrived");
});

test("a connection verified for one domain does not serve another", async () => {
  const both = issued({ name: "x", alternatives: ["DNS:one.test", "DNS:two.test", "127.0.0.1"] });
  const far = await tlsHost({ cert: both.cert, key: both.key });
  const near = await tlsHost({ ca: authority.cert });
  const { port } = listenerOf(far, "TLS");
  const to = (domain: string) => near.transport.flowTo({ protocol: "TLS", host: "127.0.0.1", port, domain });
  const one = to("one.test");
  assert.equal(to("ONE.test"), one);
  assert.notEqual(to("two.test"), one);
  assert.notEqual(to(""), one);
  assert.equal(near.transport.connectionCount, 3);
  // An accepted connection has proved no domain: it is found by its address alone.
  one?.send(request());
  const { flow: back } = await far.receiver.messages.next();
  const toBack = { protocol: "TLS", host: back.remoteHost, port: back.remotePort } as const;
  assert.equal(far.transport.flowTo({ ...toBack, domain: "" }), back);
  assert.notEqual(far.transport.flowTo({ ...toBack, domain: "one.test" }), back);
  await near.close();
  await far.close();
});

test("a client that speaks no TLS, or none of our versions, is dropped with the reason", async () => {
  const far = await tlsHost({ cert: server.cert, key: server.key });
  const drops = observed(far, "dropped");
  const plain = netConnect(listenerOf(far, "TLS").port, "127.0.0.1");
  plain.on("error", () => {});
  plain.write(request());
  const first = await drops.next();
  assert.ok(first.type === "dropped" && /does not speak TLS/.test(first.why), JSON.stringify(first));
  const old = connect({
    port: listenerOf(far, "TLS").port,
    host: "127.0.0.1",
    maxVersion: "TLSv1.1",
    minVersion: "TLSv1",
    ciphers: "ALL:@SECLEVEL=0",
    rejectUnauthorized: false,
  });
  old.on("error", () => {});
  const second = await drops.next();
  assert.ok(second.type === "dropped" && /share no version of TLS/.test(second.why), JSON.stringify(second));
  await far.close();
});

test("a handshake that does not come is not waited for", async () => {
  const far = await tlsHost({ cert: server.cert, key: server.key }, { limits: { handshakeMs: 80 } });
  const drops = observed(far, "dropped");
  const silent = netConnect(listenerOf(far, "TLS").port, "127.0.0.1");
  await once(silent, "close");
  const drop = await drops.next();
  assert.ok(drop.type === "dropped" && /no TLS handshake/.test(drop.why), JSON.stringify(drop));
  await far.close();
});

test("a server that answers no handshake ends the connection in time", async () => {
  const mute = createServer();
  mute.listen(0, "127.0.0.1");
  await once(mute, "listening");
  const near = await tlsHost({ ca: authority.cert }, { limits: { connectMs: 80 } });
  const { port } = mute.address() as { port: number };
  const accepted = once(mute, "connection");
  near.transport.flowTo({ protocol: "TLS", host: "127.0.0.1", port, domain: "" })?.attach(near.receiver);
  assert.equal((await near.receiver.closed.next()).reason, `no connection to 127.0.0.1:${port} within 0.08 s`);
  (await accepted)[0].destroy();
  mute.close();
  await near.close();
});

test("a listener whose files cannot be used says so, and which file", async () => {
  const folder = scratchFolder("tls");
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const cert = file("cert.pem", server.cert);
  const key = file("key.pem", server.key);
  const other = file("other.pem", authority.key);
  const empty = file("empty.pem", "");
  const hidden = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-128-cbc", passphrase: "x" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;
  const locked = file("locked.pem", hidden);
  const rows: [TlsFiles, string][] = [
    [{ cert: "no-such-file.pem", key }, "the TLS file no-such-file.pem does not exist"],
    [{ cert, key: folder }, `the TLS file ${folder} is a directory`],
    [{ cert, key: other }, `the TLS key ${other} does not belong to the certificate ${cert}`],
    [{ cert: server.cert, key: authority.key }, "the TLS key does not belong to the certificate"],
    [{ cert: empty, key }, `the TLS certificate ${empty} is no certificate in PEM form`],
    [{ cert, key: empty }, `the TLS key ${empty} is no private key in PEM form`],
    [{ cert: key, key: cert }, `the TLS certificate ${key} is a private key`],
    [{ cert, key: cert }, `the TLS key ${cert} is a certificate`],
    [
      { cert, key: locked },
      `the TLS key ${locked} asks for a passphrase; take it off with: openssl pkey -in KEY -out NEW`,
    ],
  ];
  for (const [files, said] of rows) assert.equal(tlsMaterial(files), said);
  await assert.rejects(
    tlsHost({ cert: "no-such-file.pem" }),
    /TLS 127\.0\.0\.1:0: the TLS file no-such-file\.pem does not exist/,
  );
});

test("a renewed certificate is taken over while connections go on; one that cannot be used changes nothing", async () => {
  const folder = scratchFolder("tls");
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  const put = ({ cert, key }: Pick<Identity, "cert" | "key">): void => {
    writeFileSync(files.cert, cert);
    writeFileSync(files.key, key);
  };
  put(server);
  const far = await tlsHost(files);
  const { port } = listenerOf(far, "TLS");
  const holder = async (): Promise<unknown> => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
    await once(socket, "secureConnect");
    const { CN } = socket.getPeerCertificate().subject;
    socket.destroy();
    return CN;
  };
  const old = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
  await once(old, "secureConnect");
  const notices = new Inbox<string>();
  const watch = new CertificateWatch([files.cert, files.key], far.transport, (text) => notices.put(text));
  // Two files are written one after the other, so what is found in between may be told too.
  const until = async (wanted: RegExp): Promise<void> => {
    while (!wanted.test(await notices.next()));
  };
  put({ cert: "nothing", key: server.key });
  await until(/cert\.pem is no certificate in PEM form; the certificate in force stays$/);
  assert.equal(await holder(), "sip.example.test");
  put(issued({ name: "renewed.example.test", days: 20 }));
  await until(/^TLS certificate read again; it is good until \d{4}-\d\d-\d\d$/);
  assert.equal(await holder(), "renewed.example.test");
  old.write(request());
  assert.equal((await far.receiver.messages.next()).text, request());
  watch.close();
  put(issued({ name: "sip.example.test", days: -3 }));
  assert.equal(far.transport.renewCertificate(), null);
  new CertificateWatch([], far.transport, (text) => notices.put(text)).close();
  await until(/^the TLS certificate ended on \S+; phones that look at it will not connect$/);
  old.destroy();
  await far.close();
});

test("identities in a certificate (RFC 5922 §7.1)", () => {
  const of = (subjectaltname: string | undefined, CN = "cn.test"): PeerCertificate => {
    return {
      subject: { CN },
      ...(subjectaltname === undefined ? {} : { subjectaltname }),
    } as unknown as PeerCertificate;
  };
  assert.deepEqual(sipIdentities(of(undefined)), ["cn.test"]);
  assert.deepEqual(sipIdentities(of("DNS:a.test, DNS:b.test")), ["a.test", "b.test"]);
  assert.deepEqual(sipIdentities(of("DNS:a.test, URI:sip:c.test")), ["c.test"]);
  assert.deepEqual(sipIdentities(of("URI:sip:user@c.test, URI:https://d.test")), []);
  assert.deepEqual(sipIdentities(of("URI:SIP:c.test:5061;x=y, IP Address:192.0.2.1")), ["c.test"]);
  assert.deepEqual(sipIdentities(of("IP Address:192.0.2.1, DNS:a.test"), true), ["192.0.2.1"]);
  assert.deepEqual(sipIdentities(of('DNS:"evil.test, DNS:a.test"')), ["evil.test, DNS:a.test"]);
  assert.equal(checkSipIdentity("a.test", of("DNS:A.test")), undefined);
  assert.equal(checkSipIdentity("2001:db8::1", of("IP Address:2001:DB8:0:0:0:0:0:1")), undefined);
  assert.match(checkSipIdentity("cn.test", of("DNS:a.test"))?.message ?? "", /is for a\.test, not for cn\.test/);
  assert.match(checkSipIdentity("192.0.2.1", of(undefined, "192.0.2.1"))?.message ?? "", /is for nobody/);
});
