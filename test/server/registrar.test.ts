import assert from "node:assert/strict";
import { test } from "node:test";
import { Header, parseDate } from "../../src/syntax/mod.ts";
import { corpusText, skipCorpus } from "../syntax/corpus.ts";
import { contactsOf, FragileStore, Office } from "./registrar-kit.ts";

const desk = "Contact: <sip:alice@192.0.2.1:5060>";
const mobile = "Contact: <sip:alice@192.0.2.2:5060>";

// covers: registrar §10.2, registrar §10.3
test("a contact is added, kept alive, fetched and removed", () => {
  const office = new Office();
  const added = office.register({}, `${desk};expires=600`);
  assert.equal(added.status, 200);
  assert.deepEqual(contactsOf(added), ["<sip:alice@192.0.2.1:5060>;expires=600"]);
  assert.equal(parseDate(added.value(Header.Date) ?? ""), office.kernel.time);
  assert.deepEqual(office.targets(), ["sip:alice@192.0.2.1:5060"]);

  office.kernel.pass(100_000);
  assert.deepEqual(contactsOf(office.register({})), ["<sip:alice@192.0.2.1:5060>;expires=500"]);
  assert.deepEqual(contactsOf(office.register({}, `${desk};expires=700`)), ["<sip:alice@192.0.2.1:5060>;expires=700"]);
  assert.deepEqual(contactsOf(office.register({}, desk, "Expires: 0")), []);
  assert.deepEqual(office.targets(), []);
  assert.deepEqual(office.seen, [
    "added sip:alice@192.0.2.1:5060 600",
    "refreshed sip:alice@192.0.2.1:5060 700",
    "removed sip:alice@192.0.2.1:5060 0",
  ]);
  assert.equal(office.store.rows.size, 0);
});

// covers: registrar §10.2, registrar §10.3
test("the interval: contact parameter before Expires before default; malformed is 3600; cut at the most (§10.3 step 7)", () => {
  const granted = (...headers: string[]) => {
    const answer = new Office({ defaultExpires: 1800, maxExpires: 7200 }).register({}, ...headers);
    return /expires=(\d+)/.exec(contactsOf(answer)[0] ?? "")?.[1];
  };
  assert.equal(granted(`${desk};expires=300`, "Expires: 900"), "300");
  assert.equal(granted(desk, "Expires: 900"), "900");
  assert.equal(granted(desk), "1800");
  assert.equal(granted(desk, "Expires: soon"), "3600");
  assert.equal(granted(`${desk};expires=soon`), "3600");
  assert.equal(granted(`${desk};expires=4294967295`), "7200");
  assert.equal(granted(desk, "Expires: 100000"), "7200");
});

// covers: registrar §10.3
test("423 names the least interval; zero removes and is never too brief; nothing changes", () => {
  const office = new Office();
  office.register({}, desk);
  const brief = office.register({}, `${desk};expires=600`, `${mobile};expires=59`);
  assert.equal(brief.status, 423);
  assert.equal(brief.value(Header.MinExpires), "60");
  assert.deepEqual(office.seen, ["added sip:alice@192.0.2.1:5060 3600"]);
  assert.equal(office.register({}, desk, "Expires: 59").status, 423);
  assert.equal(office.register({}, desk, "Expires: 60").status, 200);
  assert.equal(office.register({}, desk, "Expires: 0").status, 200);
  // "smaller than one hour": an hour is always long enough.
  assert.equal(new Office({ minExpires: 7200 }).register({}, `${desk};expires=3600`).status, 200);
});

// covers: registrar §10.3, registrar §20.10
test("several contacts with q and parameters come back as they were", () => {
  const office = new Office();
  const answer = office.register(
    {},
    'Contact: "A" <sip:alice@192.0.2.1:5060;line=x>;q=0.5;methods="INVITE,BYE";expires=100, <sips:alice@192.0.2.7>;expires=0',
    'Contact: <tel:+15551234>;q=1.0;description="a;b"',
  );
  assert.deepEqual(contactsOf(answer), [
    '<sip:alice@192.0.2.1:5060;line=x>;q=0.5;methods="INVITE,BYE";expires=100',
    '<tel:+15551234>;q=1.0;description="a;b";expires=3600',
  ]);
  const [first, second] = office.location.lookup("alice@example.com", office.kernel.time);
  assert.equal(first?.q, 500);
  assert.equal(second?.q, 1000);
});

// covers: registrar §10.3
test("equal URIs are one binding (§19.1.4), different ones are two", () => {
  const office = new Office();
  office.register({}, "Contact: <sip:%61lice@192.0.2.1;transport=tcp;x=1>");
  office.register({}, "Contact: <sip:alice@192.0.2.1;transport=TCP>;q=0.3");
  assert.deepEqual(office.targets(), ["sip:alice@192.0.2.1;transport=TCP"]);
  office.register({}, "Contact: <sip:alice@192.0.2.1>", "Contact: <sip:ALICE@192.0.2.1;transport=tcp>");
  assert.equal(office.targets().length, 3);
  // One resource by sip and by sips: the later replaces the earlier (RFC 5630 §5.1.1.1).
  office.register({ uri: "sips:example.com" }, "Contact: <sips:alice@192.0.2.1>");
  assert.equal(office.targets().length, 3);
  assert.ok(office.targets().includes("sips:alice@192.0.2.1"));
});

// covers: registrar §10.3
test("a contact named twice in one request counts once, the last one", () => {
  const office = new Office();
  office.register({}, `${desk};q=0.1`, `${desk};q=0.9`);
  assert.deepEqual(
    office.location.lookup("alice@example.com", office.kernel.time).map((each) => each.q),
    [900],
  );
  assert.equal(office.store.rows.size, 1);
  office.register({}, desk, `${desk};expires=0`);
  assert.equal(office.store.rows.size, 0);
  assert.equal(office.location.bindingCount, 0);
});

// covers: registrar §10.2, registrar §10.3
test("Contact: * removes all, alone and with Expires: 0 only; anything else is 400 and changes nothing", () => {
  const office = new Office();
  office.register({}, desk, mobile);
  for (const headers of [
    ["Contact: *"],
    ["Contact: *", "Expires: 3600"],
    ["Contact: *", "Expires: soon"],
    ["Contact: *", desk, "Expires: 0"],
    ["Contact: *, <sip:alice@192.0.2.1>", "Expires: 0"],
    ["Contact: *;expires=0"],
  ]) {
    assert.equal(office.register({}, ...headers).status, 400, headers.join(" | "));
  }
  assert.equal(office.targets().length, 2);
  assert.equal(office.register({}, "Contact: *", "Expires: 0").status, 200);
  assert.deepEqual(office.targets(), []);
  assert.equal(office.store.rows.size, 0);
  assert.equal(office.register({}, "Contact: *", "Expires: 0").status, 200);
});

// covers: registrar §10.3
test("out of order: the same Call-ID needs a higher CSeq, another Call-ID any (§10.3 step 7)", () => {
  const office = new Office();
  office.register({ callId: "a", cseq: 10 }, desk);
  for (const cseq of [10, 9]) {
    const late = office.register({ callId: "a", cseq }, mobile, `${desk};q=0.2`);
    assert.equal(late.status, 500);
    assert.deepEqual(office.targets(), ["sip:alice@192.0.2.1:5060"], "a request is processed as a whole or not at all");
    assert.equal(office.register({ callId: "a", cseq }, desk, "Expires: 0").status, 500);
    assert.equal(office.register({ callId: "a", cseq }, "Contact: *", "Expires: 0").status, 500);
  }
  assert.match(office.whys.at(-1) ?? "", /CSeq/);
  assert.equal(office.register({ callId: "a", cseq: 11 }, desk).status, 200);
  assert.equal(office.register({ callId: "b", cseq: 11 }, desk).status, 200);
  assert.equal(office.register({ callId: "c", cseq: 1 }, desk, "Expires: 0").status, 200);
  assert.deepEqual(office.targets(), []);
});

// covers: registrar §10.3
test("a request that comes again because its 200 was lost is answered as before, also after a restart", () => {
  const office = new Office();
  const via = "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsame";
  const first = office.register({ callId: "a", cseq: 3, via }, `${desk};expires=600`, mobile);
  office.kernel.pass(4000);
  const again = office.register({ callId: "a", cseq: 3, via }, `${desk};expires=600`, mobile);
  assert.equal(again.status, 200);
  assert.deepEqual(
    contactsOf(again),
    contactsOf(first).map((each) => each.replace("600", "596").replace("3600", "3596")),
  );
  assert.equal(office.seen.length, 2, "nothing changed");
  const later = new Office({}, office.store, office.kernel.time);
  assert.equal(later.register({ callId: "a", cseq: 3, via }, desk).status, 200);
  assert.equal(
    later.register({ callId: "a", cseq: 3, via: `${via}x` }, desk).status,
    500,
    "a new request out of order",
  );
  assert.equal(later.register({ callId: "a", cseq: 2, via }, desk).status, 500);
});

test("at most ten contacts: the eleventh is refused and nothing changes; refreshing and replacing go on", () => {
  const office = new Office();
  for (let i = 0; i < 10; i++) assert.equal(office.register({}, `Contact: <sip:alice@192.0.2.${i}>`).status, 200);
  const eleventh = office.register({}, "Contact: <sip:alice@192.0.2.1>;q=0.1", "Contact: <sip:alice@192.0.2.10>");
  assert.equal(eleventh.status, 403);
  assert.equal(office.location.lookup("alice@example.com", office.kernel.time)[1]?.q, 1000);
  assert.equal(office.register({}, "Contact: <sip:alice@192.0.2.1>;q=0.1").status, 200);
  assert.equal(
    office.register({}, "Contact: <sip:alice@192.0.2.1>;expires=0", "Contact: <sip:alice@192.0.2.10>").status,
    200,
  );
  assert.equal(office.targets().length, 10);
});

test("one request replaces ten contacts by ten others; one that names more is refused before they are compared", () => {
  const office = new Office();
  const named = (from: number, count: number, params = ""): string[] =>
    Array.from({ length: count }, (_, i) => `Contact: <sip:alice@192.0.2.${from + i}>${params}`);
  assert.equal(office.register({}, ...named(0, 10)).status, 200);
  // Each of them would be compared with all the others: 4000 took more than a second.
  assert.equal(office.register({}, ...named(0, 11, ";expires=0"), ...named(100, 10)).status, 403);
  assert.equal(office.targets()[0], "sip:alice@192.0.2.0");
  assert.equal(office.register({}, ...named(0, 10, ";expires=0"), ...named(100, 10)).status, 200);
  assert.equal(office.targets()[0], "sip:alice@192.0.2.100");
});

// covers: registrar §10.2, registrar §10.3
test("expired contacts are gone for lookups at once, and swept soon after", () => {
  const office = new Office();
  office.register({}, `${desk};expires=100`, `${mobile};expires=200`);
  office.register({ user: "bob" }, "Contact: <sip:bob@192.0.2.3>;expires=60");
  const start = office.kernel.time;
  office.kernel.time += 100_000;
  assert.deepEqual(office.targets(), ["sip:alice@192.0.2.2:5060"]);
  assert.deepEqual(office.targets("bob"), []);
  office.kernel.time = start;
  office.kernel.pass(101_000);
  assert.deepEqual(office.seen.slice(3), ["expired sip:bob@192.0.2.3 0", "expired sip:alice@192.0.2.1:5060 0"]);
  assert.equal(office.location.bindingCount, 1);
  assert.equal(office.location.knows("bob@example.com"), false);
  assert.equal(office.store.rows.size, 1);
  // An expired contact can be unregistered and registered again; it is simply not there.
  assert.equal(office.register({ cseq: 1 }, desk, "Expires: 0").status, 200);
  office.kernel.pass(200_000);
  assert.equal(office.location.bindingCount, 0);
  assert.equal(office.store.rows.size, 0);
  assert.equal(office.kernel.wheel.size, 0, "no timer is left when nothing is registered");
});

test("an expired binding that was not swept yet does not count, not even for CSeq", () => {
  const office = new Office();
  office.register({ cseq: 5 }, `${desk};expires=100`);
  office.kernel.time += 100_000;
  assert.equal(office.register({ cseq: 2 }, desk).status, 200);
  assert.deepEqual(contactsOf(office.register({})), ["<sip:alice@192.0.2.1:5060>;expires=3600"]);
  assert.equal(office.store.rows.size, 1);
});

// covers: registrar §10.3, registrar §10.3 item 4
test("only for domains of ours, users in them, and oneself", () => {
  const office = new Office();
  const status = (parts: Parameters<Office["register"]>[0]) => office.register(parts, desk).status;
  assert.equal(status({ uri: "sip:elsewhere.org" }), 403);
  assert.equal(status({ uri: "tel:+1555" }), 403);
  assert.equal(status({ to: "<sip:alice@elsewhere.org>" }), 404);
  assert.equal(status({ to: "<sip:example.com>" }), 404);
  assert.equal(
    status({ to: "<sip:alice@example.net>" }),
    404,
    "an address of record of another domain than the Request-URI's",
  );
  assert.equal(status({ to: "<tel:+15551234>" }), 400);
  assert.equal(status({ from: "<sip:bob@example.com>" }), 403);
  assert.equal(status({ from: "<sip:alice@elsewhere.org>" }), 403);
  assert.equal(status({ from: "<tel:+15551234>" }), 403);
  assert.equal(status({ identity: "bob@example.com" }), 403);
  assert.equal(status({ to: "<sip:nobody@example.com>", identity: "alice@example.com" }), 403);
  assert.equal(office.location.bindingCount, 0);

  assert.equal(status({ identity: "alice@example.com" }), 200);
  assert.equal(status({ uri: "sip:alice@example.com" }), 200, "a user in the Request-URI is passed over");
  assert.equal(status({ uri: "sip:192.0.2.99:5060" }), 200);
  assert.equal(status({ uri: "sip:[2001:db8::99]", to: "<sip:alice@example.net>" }), 200);
  assert.equal(status({ uri: "sips:example.com", to: "<sips:%61lice@EXAMPLE.com:5061;user=phone>" }), 200);
  assert.equal(status({ from: "<sip:%61lice:x@example.com;a=b>" }), 200);
  assert.deepEqual([office.location.addressOfRecordCount, office.location.bindingCount], [2, 2]);
});

// covers: registrar §10.3
test("a required extension that is unknown: 420 with what it was", () => {
  const office = new Office();
  const answer = office.register({}, desk, "Require: path, nosuch", "Require: gruu, Other");
  assert.equal(answer.status, 420);
  assert.equal(answer.value(Header.Unsupported), "nosuch, Other");
  assert.equal(office.register({}, desk, "Require: path, outbound, gruu").status, 200);
});

test("a Path is stored and given back when the user agent supports it, else 420 (RFC 3327 §5.3)", () => {
  const office = new Office();
  const path = "Path: <sip:p2.example.com;lr>,<sip:p1.example.com;lr>";
  const refused = office.register({}, desk, path);
  assert.equal(refused.status, 420);
  assert.equal(refused.value(Header.Unsupported), "path");
  const answer = office.register({}, desk, path, "Path: <sip:p0.example.com;lr>", "Supported: gruu, path");
  assert.deepEqual(answer.values(Header.Path), [
    "<sip:p2.example.com;lr>",
    "<sip:p1.example.com;lr>",
    "<sip:p0.example.com;lr>",
  ]);
  const [binding] = office.location.lookup("alice@example.com", office.kernel.time);
  assert.equal(binding?.path, "<sip:p2.example.com;lr>,<sip:p1.example.com;lr>,<sip:p0.example.com;lr>");
  assert.equal(office.register({}, desk, "Path: nonsense", "Supported: path").status, 400);
});

// covers: registrar §10.3
test("Record-Route is ignored (§10.3)", () => {
  const answer = new Office().register({}, desk, "Record-Route: <sip:p.example.com;lr>");
  assert.equal(answer.status, 200);
  assert.equal(answer.has(Header.RecordRoute), false);
});

test("SIPS contacts need a SIPS way (RFC 5630 §5.2)", () => {
  const office = new Office();
  const contact = "Contact: <sips:alice@192.0.2.1>";
  assert.equal(office.register({}, contact).status, 400);
  assert.equal(office.register({ uri: "sips:example.com" }, contact).status, 200);
  const path = (scheme: string) => [contact, `Path: <${scheme}:p.example.com;lr>`, "Supported: path"];
  assert.equal(office.register({ uri: "sips:example.com" }, ...path("sip")).status, 400);
  assert.equal(office.register({ uri: "sips:example.com" }, ...path("sips")).status, 200);
  assert.equal(office.register({}, `${contact};expires=0`).status, 200);
});

test("what is too long is refused, and short of that kept", () => {
  const office = new Office();
  const long = "x".repeat(4000);
  assert.equal(office.register({}, `Contact: <sip:${long}@192.0.2.1>`).status, 200);
  assert.equal(office.register({ callId: long }, desk).status, 200);
  const longer = "x".repeat(5000);
  assert.equal(office.register({}, `Contact: <sip:${longer}@192.0.2.1>`).status, 400);
  assert.equal(office.register({}, `${desk};note=${longer}`).status, 400);
  assert.equal(office.register({ callId: longer }, desk).status, 400);
  assert.equal(office.register({}, desk, `Path: <sip:${longer}>`, "Supported: path").status, 400);
  assert.equal(office.register({}, `${desk};+sip.instance="<${longer.slice(0, 300)}>"`).status, 400);
  assert.equal(office.location.bindingCount, 2);
});

// covers: registrar §10.3
test("a failed commit: every request of the turn gets 500 and nothing has changed, in memory or store", () => {
  const office = new Office();
  office.register({ callId: "a", cseq: 1 }, desk);
  office.store.broken = true;
  const refresh = office.send({ callId: "a", cseq: 2 }, `${desk};q=0.5`);
  const add = office.send({}, mobile);
  const other = office.send({ user: "bob" }, "Contact: <sip:bob@192.0.2.3>");
  const fetch = office.send({});
  assert.deepEqual(
    [refresh, add, other, fetch].map((each) => each.length),
    [0, 0, 0, 0],
    "no answer before the commit",
  );
  office.kernel.settle();
  assert.deepEqual(
    [refresh, add, other, fetch].map((each) => each[0]?.status),
    [500, 500, 500, 500],
  );
  assert.deepEqual(
    office.location.lookup("alice@example.com", office.kernel.time).map((each) => each.q),
    [1000],
  );
  assert.equal(office.location.knows("bob@example.com"), false);
  assert.match(office.seen.at(-1) ?? "", /^fault: .*disk full/);

  office.store.broken = false;
  assert.equal(office.register({ callId: "a", cseq: 2 }, `${desk};q=0.5`).status, 200, "and it may be tried again");
});

test("one turn, one commit: later requests of the turn see the earlier ones, callers do not until it is durable", () => {
  const office = new Office();
  const first = office.send({}, desk);
  const second = office.send({}, mobile);
  const fetch = office.send({});
  assert.deepEqual(office.targets(), []);
  assert.equal(first.length + second.length + fetch.length, 0);
  office.kernel.settle();
  assert.equal(office.store.commits, 1);
  assert.deepEqual(
    [first, second, fetch].map((each) => contactsOf(each[0] as never).length),
    [1, 2, 2],
  );
  assert.equal(office.targets().length, 2);
  assert.equal(office.send({}).length, 1, "a query with nothing under way is answered at once");
});

test("a restart finds everything that was answered with 200", () => {
  const store = new FragileStore();
  const office = new Office({}, store);
  office.register({ callId: "a", cseq: 7 }, `${desk};q=0.5`, `${mobile};expires=100`);
  office.register({ user: "bob" }, "Contact: <sip:bob@192.0.2.3>");
  const later = new Office({}, store, office.kernel.time + 200_000);
  assert.deepEqual(later.targets(), ["sip:alice@192.0.2.1:5060"]);
  assert.deepEqual(later.targets("bob"), ["sip:bob@192.0.2.3"]);
  assert.equal(
    later.register({ callId: "a", cseq: 7, via: "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKz" }, desk).status,
    500,
    "CSeq order outlives the process",
  );
  later.register({}, "Contact: <sip:alice@192.0.2.9>");
  assert.equal(new Set([...store.rows.values()].map((binding) => binding.contact)).size, store.rows.size);
});

const torture: readonly [string, number, string[]][] = [
  ["escnull", 200, ["<sip:%00@host5.example.com>", "<sip:%00%00@host5.example.com>"]],
  ["dblreq", 200, ["<sip:j.user@host.example.com>"]],
  ["regbadct", 400, []],
  ["unksm2", 400, []],
  ["regaut01", 200, []],
  ["cparam01", 200, ["<sip:+19725552222@gw1.example.net>;unknownparam"]],
  ["cparam02", 200, ["<sip:+19725552222@gw1.example.net;unknownparam>"]],
  ["regescrt", 200, ["<sip:user@example.com?Route=%3Csip:sip.example.com%3E>"]],
];
for (const [name, status, contacts] of torture) {
  test(`RFC 4475 ${name}: ${status}`, { skip: skipCorpus }, () => {
    const office = new Office();
    const answers = office.sendText(corpusText(`rfc4475/${name}.dat`), {});
    office.kernel.settle();
    assert.equal(answers[0]?.status, status);
    assert.deepEqual(
      answers[0]?.values(Header.Contact).map((value) => value.replace(/;expires=\d+$/, "")),
      contacts,
    );
  });
}

test("a registration that a rule forbids is told, as a wrong password is", () => {
  const office = new Office({ maxContacts: 2 });
  const told: string[] = [];
  office.kernel.observations.subscribe(["denied"], (each) => {
    if (each.type === "denied") told.push(`${each.user} ${each.realm} ${each.source} ${each.why}`);
  });
  const contacts = [1, 2, 3].map((i) => `<sip:alice@192.0.2.${i}>`);
  assert.equal(office.register({}, `Contact: ${contacts.slice(0, 2).join(", ")}`).status, 200);
  assert.equal(office.register({}, `Contact: ${contacts[2]}`).status, 403);
  assert.equal(office.register({}, `Contact: ${contacts[0]};expires=1`).status, 423);
  assert.deepEqual(told, ["alice example.com 192.0.2.1:5060 more than 2 contacts for one address of record"]);
});
