import assert from "node:assert/strict";
import { test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import { contactsOf, Office, TestFlow } from "./registrar-kit.ts";

const urn = "urn:uuid:00000000-0000-1000-8000-AABBCCDDEEFF";
const instance = `+sip.instance="<${urn}>"`;
const supported = "Supported: path, outbound, gruu";
const outbound = `Contact: <sip:line1@192.0.2.1;transport=tcp>;reg-id=1;${instance}`;
const aor = "alice@example.com";

function tls(id: number): TestFlow {
  return new TestFlow("TLS", "192.0.2.1", 40_000, id);
}

function tcp(id: number, host = "192.0.2.1", port = 40_000): TestFlow {
  return new TestFlow("TCP", host, port, id);
}

test("a flow is bound to instance and reg-id whatever its URI, and the 200 requires outbound (RFC 5626 §6)", () => {
  const office = new Office();
  const answer = office.register({ flow: tcp(7) }, outbound, supported);
  assert.equal(answer.value(Header.Require), "outbound");
  assert.deepEqual(contactsOf(answer), [
    `<sip:line1@192.0.2.1;transport=tcp>;expires=3600;+sip.instance="<${urn}>";reg-id=1;pub-gruu="sip:alice@example.com;gr=${urn}"`,
  ]);
  const [binding] = office.location.lookup(aor, office.kernel.time);
  assert.deepEqual([binding?.flowId, binding?.overFlow, binding?.regId, binding?.instance], [7, true, 1, urn]);

  // The phone rebooted: another address and connection, the same instance and reg-id in another spelling.
  const moved = outbound.replace("192.0.2.1", "192.0.2.50").replace("AABB", "aabb");
  office.register({ callId: "new", flow: tcp(8) }, moved, supported);
  assert.deepEqual(office.targets(), ["sip:line1@192.0.2.50;transport=tcp"]);
  // A second flow of the same phone is a second binding, though the URI is the same.
  office.register({ callId: "second", flow: tcp(9) }, moved.replace("reg-id=1", "reg-id=2"), supported);
  assert.equal(office.targets().length, 2);
  assert.deepEqual(
    office.location.byGruu(aor, urn, office.kernel.time).map((each) => each.regId),
    [1, 2],
    "one instance, two ways to it",
  );
  assert.equal(office.register({ callId: "new" }, `${moved};expires=0`, supported).status, 200);
  assert.deepEqual(
    office.location.lookup(aor, office.kernel.time).map((each) => each.regId),
    [2],
  );
});

test("a registration that comes again gets the same 200, Require included", () => {
  const office = new Office();
  const via = "SIP/2.0/TCP 192.0.2.1;branch=z9hG4bKsame";
  const answers = [1, 2].map(() => office.register({ via, cseq: 1, flow: tcp(7) }, outbound, supported));
  assert.equal(answers[1]?.raw, answers[0]?.raw);
});

test("without Supported: outbound the flow is bound, but nothing is required of the client", () => {
  const answer = new Office().register({}, outbound);
  assert.equal(answer.has(Header.Require), false);
  assert.match(contactsOf(answer)[0] ?? "", /reg-id=1/);
  assert.doesNotMatch(contactsOf(answer)[0] ?? "", /gruu/);
});

test("behind a proxy that does not support outbound: 439, or reg-id is ignored (RFC 5626 §6)", () => {
  const office = new Office();
  const via = "SIP/2.0/UDP 192.0.2.77;branch=z9hG4bK2, SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1";
  assert.equal(office.register({ via }, outbound, supported).status, 439);
  const path = "Path: <sip:edge.example.com;lr>";
  assert.equal(office.register({ via }, outbound, supported, path).status, 439);
  const ignored = office.register({ via }, outbound, "Supported: path", path);
  assert.equal(ignored.status, 200);
  assert.doesNotMatch(contactsOf(ignored)[0] ?? "", /reg-id/);
  const edge = "Path: <sip:token@edge.example.com;lr;ob>";
  const applied = office.register({ via, flow: tcp(3) }, outbound, supported, edge);
  assert.equal(applied.value(Header.Require), "outbound");
  const [binding] = office.location.lookup(aor, office.kernel.time);
  assert.deepEqual([binding?.flowId, binding?.overFlow], [0, false], "the edge proxy owns the flow, not we");
});

test("reg-id without an instance is ignored; beside another lasting contact it is 400", () => {
  const office = new Office();
  const answer = office.register({}, "Contact: <sip:a@192.0.2.1>;reg-id=1", supported);
  assert.equal(answer.status, 200);
  assert.equal(answer.has(Header.Require), false);
  assert.equal(office.register({}, outbound, "Contact: <sip:b@192.0.2.1>", supported).status, 400);
  assert.equal(office.register({}, outbound, "Contact: <sip:a@192.0.2.1>;expires=0", supported).status, 200);
});

test("a phone that learns to speak of flows replaces the binding it made before", () => {
  const office = new Office();
  office.register({}, outbound.replace(";reg-id=1", ""));
  office.register({}, outbound, supported);
  assert.equal(office.targets().length, 1);
});

test("GRUUs: only when supported, made by us, in the scheme of the contact (RFC 5627 §5.2, RFC 5630 §5.2.1)", () => {
  const office = new Office();
  const contact = `Contact: <sip:x@192.0.2.1>;${instance};pub-gruu="sip:evil@example.com";temp-gruu="sip:evil@x"`;
  const answer = office.register({}, contact, "Supported: gruu");
  assert.deepEqual(contactsOf(answer), [
    `<sip:x@192.0.2.1>;expires=3600;+sip.instance="<${urn}>";pub-gruu="sip:alice@example.com;gr=${urn}"`,
  ]);
  assert.doesNotMatch(contactsOf(office.register({}, contact))[0] ?? "", /gruu/);
  office.register({ uri: "sips:example.com" }, `Contact: <sips:x@192.0.2.1>;${instance}`);
  assert.match(contactsOf(office.register({}, "Supported: gruu"))[0] ?? "", /pub-gruu="sips:alice@example.com;gr=/);
  assert.equal(office.location.byGruu(aor, urn.toUpperCase(), office.kernel.time).length, 1);
  assert.equal(
    office.location.byGruu(aor, "urn%3Auuid%3A00000000-0000-1000-8000-AABBCCDDEEFF", office.kernel.time).length,
    1,
  );
  assert.equal(office.location.byGruu(aor, "urn:other", office.kernel.time).length, 0);
});

test("a contact with an instance that is the address of record, its GRUU or no SIP URI: 403 (RFC 5627 §5.1)", () => {
  const office = new Office();
  for (const uri of ["sip:alice@example.com", `sip:alice@example.com;gr=${urn}`, "tel:+1555", "mailto:a@b.c"]) {
    assert.equal(office.register({}, `Contact: <${uri}>;${instance}`).status, 403, uri);
  }
  assert.equal(office.location.bindingCount, 0);
});

test("bindings that stand with their connection fall with it, and the log may say since when", () => {
  const cases: readonly [string, TestFlow, string, boolean][] = [
    ["outbound", tcp(2), outbound, true],
    ["WebSocket", new TestFlow("WS", "192.0.2.1", 50_000, 3), "Contact: <sip:x@abc.invalid;transport=ws>", true],
    ["the connection's own end", tcp(4), "Contact: <sip:x@192.0.2.1:40000;transport=tcp>", true],
    ["the same without transport", tcp(5), "Contact: <sip:x@192.0.2.1:40000>", true],
    ["another transport", tcp(6), "Contact: <sip:x@192.0.2.1:40000;transport=udp>", false],
    ["a port it listens on", tcp(7), "Contact: <sip:x@192.0.2.1:5060;transport=tcp>", false],
    ["a private address from a public one", tcp(8, "198.51.100.1"), "Contact: <sip:x@192.168.1.5:5060>", true],
    ["a private address from a private one", tcp(9, "192.168.7.7"), "Contact: <sip:x@192.168.1.5:5060>", false],
    ["over TLS, a port it listens on", tls(11), "Contact: <sip:x@192.0.2.1:5061;transport=tls>", true],
    ["over TLS, without transport", tls(12), "Contact: <sip:x@192.0.2.1>", true],
    ["over TLS, another transport", tls(13), "Contact: <sip:x@192.0.2.1:5060;transport=udp>", false],
    ["over TLS, somebody else", tls(14), "Contact: <sip:x@192.0.2.2:5061;transport=tls>", false],
    ["loopback addresses", tcp(10, "127.0.0.1"), "Contact: <sip:x@127.0.0.2:5060>", false],
  ];
  for (const [name, flow, contact, falls] of cases) {
    const office = new Office();
    office.register({ flow }, contact, supported);
    assert.equal(office.targets().length, 1, name);
    office.kernel.pass(5000);
    flow.close();
    assert.equal(office.targets().length, falls ? 0 : 1, name);
    const lost = office.location.lost(aor, office.kernel.time);
    assert.deepEqual(
      lost.map((each) => each.flowClosedAt),
      falls ? [office.kernel.time] : [],
      name,
    );
    assert.equal(office.location.knows(aor), true);
    assert.deepEqual(contactsOf(office.register({})).length, falls ? 0 : 1, name);
  }
});

test("UDP: what cannot be reached by its URI is reached the way its REGISTER came", () => {
  const office = new Office();
  office.register({ flow: new TestFlow("UDP", "198.51.100.1", 1024) }, "Contact: <sip:x@10.0.0.5>");
  office.register({ flow: new TestFlow("UDP", "198.51.100.1", 1025) }, "Contact: <sip:y@198.51.100.7>");
  const [nat, plain] = office.location.lookup(aor, office.kernel.time);
  assert.deepEqual([nat?.overFlow, nat?.remoteHost, nat?.remotePort, nat?.flowId], [true, "198.51.100.1", 1024, 0]);
  assert.deepEqual([nat?.local, nat?.protocol], ["192.0.2.99:5060", "UDP"]);
  assert.equal(plain?.overFlow, false);
});

test("a contact at a phone's own loopback is reached the way its REGISTER came: here it would be this machine's", () => {
  const cases = [
    ["198.51.100.1", "127.0.0.1:6379;transport=tcp", true],
    ["198.51.100.1", "127.0.1.1", true],
    ["198.51.100.1", "localhost", true],
    ["2001:db8::7", "[::1]:5060", true],
    ["2001:db8::7", "[0:0::1]:5060", true],
    ["2001:db8::7", "[::ffff:127.0.0.1]:5060", true],
    ["10.0.0.7", "127.0.1.1", true],
    ["127.0.0.1", "127.0.0.1:5062", false],
    ["127.0.0.2", "localhost:5062", false],
    ["::1", "[::1]:5062", false],
    ["198.51.100.1", "127.0.0.1.example.org", false],
  ] as const;
  for (const [source, host, isBound] of cases) {
    const office = new Office();
    office.register({ flow: new TestFlow("UDP", source, 1024) }, `Contact: <sip:x@${host}>`);
    const [binding] = office.location.lookup(aor, office.kernel.time);
    assert.equal(binding?.overFlow, isBound, `${host} from ${source}`);
  }
});

test("a phone that comes back on a new connection can be reached again, and closing the old one changes nothing", () => {
  const office = new Office();
  const [old, fresh] = [tcp(2), tcp(3)];
  office.register({ flow: old }, outbound, supported);
  office.register({ flow: fresh }, outbound, supported);
  old.close();
  assert.equal(office.targets().length, 1);
  fresh.close();
  assert.equal(office.targets().length, 0);
  office.register({ flow: tcp(4) }, outbound, supported);
  assert.equal(office.targets().length, 1);
  assert.equal(office.store.rows.size, 1);
});

test("one connection for many users; a refresh over it keeps them all", () => {
  const office = new Office();
  const flow = tcp(2);
  for (const user of ["alice", "bob", "carol"]) {
    for (let i = 0; i < 2; i++) office.register({ user, flow }, "Contact: <sip:x@192.0.2.1:40000>");
  }
  office.register({ user: "bob", flow }, "Contact: *", "Expires: 0");
  assert.deepEqual(
    [office.targets("alice").length, office.targets("bob").length, office.targets("carol").length],
    [1, 0, 1],
  );
  flow.close();
  assert.deepEqual([office.targets("alice").length, office.targets("carol").length], [0, 0]);
});

test("a connection that closes before the commit leaves a lost binding, not a live one", () => {
  const office = new Office();
  const flow = tcp(2);
  office.send({ flow }, outbound, supported);
  flow.close();
  office.kernel.settle();
  assert.deepEqual(office.targets(), []);
  assert.equal(office.location.lost(aor, office.kernel.time).length, 1);
});

test("lost bindings do not use up the ten contacts, and do not pile up", () => {
  const office = new Office();
  for (let i = 0; i < 40; i++) {
    const page = new TestFlow("WS", "192.0.2.1", 50_000 + i, 100 + i);
    assert.equal(office.register({ flow: page }, `Contact: <sip:p${i}@x.invalid;transport=ws>`).status, 200);
    page.close();
  }
  assert.equal(office.location.bindingCount, 10);
  assert.equal(office.store.rows.size, 10);
});

test("after a restart connections are gone, so what stood with them is lost until it registers again", () => {
  const before = new Office();
  before.register({ flow: tcp(2) }, outbound, supported);
  before.register({ flow: new TestFlow() }, "Contact: <sip:alice@192.0.2.1:5060>");
  const after = new Office({}, before.store);
  assert.deepEqual(after.targets(), ["sip:alice@192.0.2.1:5060"]);
  assert.equal(after.location.lost(aor, after.kernel.time).length, 1);
  after.register({ flow: tcp(2), callId: "again" }, outbound, supported);
  assert.equal(after.targets().length, 2);
});
