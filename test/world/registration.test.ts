import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Exchange, Phone, RequestOptions } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { Scene } from "./scene.ts";

const PASSWORDS = { alice: "a", bob: "b" };

/** One phone of bob at a registrar with digest, over UDP, or over TCP with RFC 5626. */
class Desk {
  readonly scene: Scene;
  readonly bob: Phone;
  readonly outbound: boolean;
  private registrations = 0;

  constructor(outbound: boolean) {
    this.outbound = outbound;
    this.scene = new Scene({ passwords: PASSWORDS, protocol: outbound ? "TCP" : "UDP" });
    this.bob = this.scene.phone("bob");
  }

  /** A contact of bob's with header parameters; `user` tells several apart. */
  contact(params = "", user = "bob"): string {
    const at = this.bob.contact().replace("sip:bob@", `sip:${user}@`);
    const flow = this.outbound ? `;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-${hex(user)}>"` : "";
    return `${at}${params}${flow}`;
  }

  /** Registers these contacts: in one request, or with outbound (one flow, one contact) one after the other. */
  bind(contacts: readonly string[], options: RequestOptions & { expires?: number } = {}): Exchange {
    const groups = this.outbound ? contacts.map((contact) => [contact]) : [contacts];
    let last: Exchange | null = null;
    for (const group of groups) last = this.send(group, options);
    return last as Exchange;
  }

  send(contacts: readonly string[], options: RequestOptions & { expires?: number | null } = {}): Exchange {
    const { expires = null, ...rest } = options;
    const headers = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      ...(expires === null ? [] : [`Expires: ${expires}`]),
      ...(options.headers ?? []),
    ];
    if (this.outbound) headers.push("Supported: outbound, path");
    const callId = options.callId ?? `registration-${++this.registrations}`;
    const exchange = this.bob.request("REGISTER", "sip:example.com", {
      to: `<${this.bob.uri}>`,
      callId,
      ...rest,
      headers,
    });
    this.scene.world.runUntil(
      () => exchange.finals().length > 0 || exchange.timedOut,
      40_000,
      "the REGISTER is answered",
    );
    return exchange;
  }

  /** User parts of the contacts that the registrar names, with their remaining seconds and q. */
  fetch(): { user: string; expires: number; q: string | null }[] {
    const exchange = this.send([]);
    assert.deepEqual(exchange.finals(), [200]);
    const contacts = exchange.response(200).message.values(Header.Contact);
    return contacts.map((text) => ({
      user: /sip:([^@]+)@/.exec(text)?.[1] ?? "",
      expires: Number(/;expires=(\d+)/i.exec(text)?.[1] ?? Number.NaN),
      q: /;q=([\d.]+)/.exec(text)?.[1] ?? null,
    }));
  }

  users(): string[] {
    return this.fetch()
      .map(({ user }) => user)
      .sort();
  }
}

function hex(user: string): string {
  return [...user]
    .map((each) => each.charCodeAt(0).toString(16))
    .join("")
    .padEnd(12, "0")
    .slice(0, 12);
}

for (const outbound of [false, true]) {
  describe(`registering ${outbound ? "with outbound over TCP" : "over UDP"}`, () => {
    const scenario = (title: string, play: (desk: Desk) => void): void => {
      test(title, () => {
        const desk = new Desk(outbound);
        desk.scene.world.explain(() => play(desk));
        desk.scene.settle();
      });
    };

    // covers: testRegisterBasic, testRegisterBasicWithOutbound, testDigestRegister, testFetch, testFetchWithOutbound
    scenario("challenged once, bound, and given back on asking", (desk) => {
      const exchange = desk.bind([desk.contact()], { expires: 600 });
      assert.deepEqual(
        exchange.responses.map(({ message }) => message.status),
        [401, 200],
      );
      assert.equal(exchange.response(200).message.field("Require"), outbound ? "outbound" : null);
      assert.deepEqual(desk.fetch(), [{ user: "bob", expires: 600, q: null }]);
    });

    // covers: testFetchNonExistent, testFetchNonExistentWithOutbound
    scenario("asking for nothing finds nothing, and asking for nobody is refused", (desk) => {
      assert.deepEqual(desk.fetch(), []);
      const nobody = desk.send([], { to: "<sip:nobody@example.com>" });
      assert.ok([403, 404].includes(nobody.finals()[0] as number), `${nobody.finals()}`);
      assert.equal(nobody.response(nobody.finals()[0] as number).message.field("Contact"), null);
    });

    // covers: testRefresh, testRefreshWithOutbound
    scenario("a refresh starts the time anew and makes no second binding", (desk) => {
      desk.bind([desk.contact()], { expires: 600 });
      desk.scene.world.run(300_000);
      assert.deepEqual(
        desk.fetch().map(({ expires }) => Math.round(expires / 10)),
        [30],
      );
      desk.bind([desk.contact()], { expires: 600, callId: "registration-1", cseq: 50 });
      assert.deepEqual(
        desk.fetch().map(({ expires }) => expires),
        [600],
      );
    });

    // covers: testMultiContactSerial
    scenario("one contact after the other: each answer names all that there are", (desk) => {
      for (const [i, user] of ["one", "two", "three"].entries()) {
        const exchange = desk.bind([desk.contact("", user)], { expires: 600 });
        assert.equal(exchange.response(200).message.values(Header.Contact).length, i + 1);
      }
    });

    // covers: testMultiple1, testMultiple1WithOutbound, testRefreshMulti, testRefreshMultiWithOutbound
    scenario("several contacts side by side, refreshed one by one", (desk) => {
      desk.bind([desk.contact("", "one"), desk.contact("", "two"), desk.contact("", "three")], { expires: 600 });
      assert.deepEqual(desk.users(), ["one", "three", "two"]);
      desk.scene.world.run(300_000);
      desk.bind([desk.contact("", "two")], { expires: 600 });
      assert.deepEqual(
        desk
          .fetch()
          .map(({ user, expires }) => `${user} ${expires > 400}`)
          .sort(),
        ["one false", "three false", "two true"],
      );
    });

    // covers: testDetailsExpires, testDetailsExpiresWithOutbound, testMixedExpires, testMixedExpiresWithOutbound
    scenario("the contact's own expires goes before the header's", (desk) => {
      desk.bind([desk.contact(";expires=900", "one"), desk.contact("", "two")], { expires: 300 });
      assert.deepEqual(
        desk
          .fetch()
          .map(({ user, expires }) => `${user} ${Math.round(expires / 100)}`)
          .sort(),
        ["one 9", "two 3"],
      );
    });

    // covers: testDetailsQValue, testDetailsQValueWithOutbound, testDetailsQValueExpires, testChangeQValue, testChangeQValueWithOutbound
    scenario("q comes back, and a refresh may change it", (desk) => {
      desk.bind([desk.contact(";q=0.5;expires=700", "one")]);
      assert.deepEqual(desk.fetch(), [{ user: "one", expires: 700, q: "0.5" }]);
      desk.bind([desk.contact(";q=0.9;expires=700", "one")]);
      assert.deepEqual(desk.fetch(), [{ user: "one", expires: 700, q: "0.9" }]);
    });

    // covers: testExpiryCleanup, testExpiryCleanupWithOutbound, testUnregisterExpired, testUnregisterExpiredWithOutbound
    scenario("what has expired is gone, and removing it does no harm", (desk) => {
      desk.bind([desk.contact("", "one")], { expires: 60 });
      desk.bind([desk.contact("", "two")], { expires: 600 });
      desk.scene.world.run(61_000);
      assert.deepEqual(desk.users(), ["two"]);
      assert.deepEqual(desk.bind([desk.contact("", "one")], { expires: 0 }).finals(), [200]);
      desk.scene.world.run(540_000);
      assert.deepEqual(desk.users(), []);
    });

    // covers: testUnregisterMulti, testUnregisterMultiWithOutbound, testSetThenRemoveSpecific, testSetThenRemoveSpecificWithOutbound, testSetTwoRemoveOne, testSetThenRemoveByHeader
    scenario("contacts are removed by Expires: 0 and by expires=0, each by itself", (desk) => {
      desk.bind(
        ["one", "two", "three"].map((user) => desk.contact("", user)),
        { expires: 600 },
      );
      desk.bind([desk.contact(";expires=0", "one")]);
      assert.deepEqual(desk.users(), ["three", "two"]);
      desk.bind([desk.contact("", "two")], { expires: 0 });
      assert.deepEqual(desk.users(), ["three"]);
    });

    // covers: testUnregisterAll, testSetThenRemoveAll
    scenario("Contact: * with Expires: 0 removes all", (desk) => {
      desk.bind(
        ["one", "two"].map((user) => desk.contact("", user)),
        { expires: 600 },
      );
      assert.deepEqual(desk.send(["*"], { expires: 0 }).finals(), [200]);
      assert.deepEqual(desk.users(), []);
    });

    // covers: testUnregisterAllBadExpires, testUnregisterAllBadExpiresWithOutbound
    scenario("Contact: * with anything else is 400 and removes nothing", (desk) => {
      desk.bind([desk.contact()], { expires: 600 });
      assert.deepEqual(desk.send(["*"], { expires: 600 }).finals(), [400]);
      assert.deepEqual(desk.send(["*"]).finals(), [400]);
      assert.deepEqual(desk.users(), ["bob"]);
    });

    // covers: testUnregisterNonExistent, testUnregisterNonExistentWithOutbound
    scenario("removing what is not there is 200, and of one who is not there refused", (desk) => {
      assert.deepEqual(desk.bind([desk.contact()], { expires: 0 }).finals(), [200]);
      const nobody = desk.bind([desk.contact()], { expires: 0, to: "<sip:nobody@example.com>" });
      assert.ok([403, 404].includes(nobody.finals()[0] as number), `${nobody.finals()}`);
    });

    // covers: testRegisterClientRetransmits, testRegisterClientRetransmitsWithOutbound
    scenario("a REGISTER that comes again is answered again and binds once", (desk) => {
      const exchange = desk.bind([desk.contact()], { expires: 600 });
      for (let i = 0; i < 5; i++) {
        desk.bob.sendRaw(exchange.text);
        desk.scene.world.run(1000);
      }
      assert.deepEqual(
        exchange.responses.map(({ message }) => message.status),
        [401, 200, 200, 200, 200, 200, 200],
      );
      assert.deepEqual(desk.users(), ["bob"]);
    });

    // covers: testRegisterOutOfSequence, testRegisterNewCallId, testRegisterNewCallIdSameSequence
    scenario("an older CSeq under the same Call-ID changes nothing; another Call-ID has its own count", (desk) => {
      desk.bind([desk.contact()], { expires: 600, callId: "same", cseq: 100 });
      const stale = desk.bind([desk.contact()], { expires: 0, callId: "same", cseq: 50 });
      assert.ok((stale.finals()[0] as number) >= 400, `${stale.finals()}`);
      assert.deepEqual(desk.users(), ["bob"]);
      assert.deepEqual(desk.bind([desk.contact()], { expires: 300, callId: "other", cseq: 50 }).finals(), [200]);
      assert.deepEqual(
        desk.fetch().map(({ expires }) => expires),
        [300],
      );
    });

    // covers: testSimulSetAndRemove
    scenario("set and remove in one request", (desk) => {
      desk.bind([desk.contact("", "old")], { expires: 600 });
      desk.bind([desk.contact(";expires=0", "old"), desk.contact(";expires=600", "new")]);
      assert.deepEqual(desk.users(), ["new"]);
    });

    // covers: testRegister407Dropped, testRegister407DroppedWithOutbound
    scenario("a lost challenge comes again", (desk) => {
      desk.scene.world.network.swallow(({ to, text }) => to === "bob" && text.startsWith("SIP/2.0 401"), 2);
      assert.deepEqual(desk.bind([desk.contact()], { expires: 600 }).finals(), [200]);
    });

    // covers: testRegisterBogusAuth, testRegisterBogusAuthWithOutbound
    scenario("a wrong password binds nothing", (desk) => {
      const thief = desk.scene.phone("thief", { user: "bob", password: "guess" });
      const exchange = thief.register();
      desk.scene.world.run(1000);
      assert.deepEqual(exchange.finals(), [401]);
      assert.deepEqual(desk.users(), []);
    });

    // covers: testRegisterBadNonce
    scenario("a nonce that this server never gave is challenged with a new one", (desk) => {
      const bogus =
        'Authorization: Digest username="bob", realm="example.com", nonce="made-up", uri="sip:example.com", response="00000000000000000000000000000000"';
      const exchange = desk.bind([desk.contact()], { expires: 600, headers: [bogus] });
      assert.deepEqual(
        exchange.responses.map(({ message }) => message.status),
        [401, 200],
      );
    });

    // covers: testRegisterLateDigestResponse, testRegisterLateDigestResponseWithOutbound
    scenario(
      "an answer that comes an hour after its challenge is challenged again, as stale, and then counts",
      (desk) => {
        const { password } = desk.bob;
        let held: string | null = null;
        desk.bob.intercept = ({ text }) => {
          if (held !== null || !text.startsWith("SIP/2.0 401")) return false;
          held = text;
          return true;
        };
        const exchange = desk.bob.request("REGISTER", "sip:example.com", {
          to: `<${desk.bob.uri}>`,
          headers: [`Contact: ${desk.contact()}`],
        });
        desk.scene.world.run(100);
        exchange.abandon();
        desk.scene.world.run(3_600_000);
        assert.notEqual(held, null);
        assert.notEqual(password, null);
        const late = desk.bind([desk.contact()], { expires: 600, headers: [lateCredentials(desk, held ?? "")] });
        const statuses = late.responses.map(({ message }) => message.status);
        assert.deepEqual(statuses, [401, 200]);
        assert.match(late.response(401).message.field("WWW-Authenticate") ?? "", /stale=true/i);
      },
    );

    // covers: testRegisterNoUserInTo, testRegisterNoUserInToWithOutbound, testRegisterUnknownAorHost, testRegisterUnknownAorHostWithOutbound, testRegisterUnknownAorUser, testRegisterUnknownAorUserWithOutbound
    scenario("an address of record that is nobody's here is refused", (desk) => {
      for (const to of ["<sip:example.com>", "<sip:bob@elsewhere.example.org>", "<sip:nobody@example.com>"]) {
        const exchange = desk.bind([desk.contact()], { expires: 600, to });
        assert.ok([403, 404].includes(exchange.finals()[0] as number), `${to}: ${exchange.finals()}`);
      }
      assert.equal(desk.scene.location.bindingCount, 0);
    });

    // covers: testThirdPartyRegistration, testThirdPartyRegistrationWithOutbound, testRefreshThirdParty, testRefreshThirdPartyWithOutbound
    scenario("alice may not register bob, nor refresh him", (desk) => {
      desk.bind([desk.contact()], { expires: 600 });
      const alice = desk.scene.phone("alice");
      const third = alice.register({ to: `<${desk.bob.uri}>`, contacts: [alice.contact()] });
      const refresh = alice.register({ to: `<${desk.bob.uri}>`, contacts: [desk.contact()], expires: 6000 });
      desk.scene.world.run(1000);
      const inHisName = desk.bind([desk.contact()], { expires: 900, from: "<sip:alice@example.com>;tag=other" });
      for (const exchange of [third, refresh, inHisName]) assert.deepEqual(exchange.finals(), [403]);
      assert.deepEqual(desk.fetch(), [{ user: "bob", expires: 599, q: null }]);
    });

    // covers: testRegisterUserInReqUri, testRegisterUserInReqUriWithOutbound
    scenario("a user in the Request-URI is passed over, or refused, and does no harm", (desk) => {
      const exchange = desk.bob.request("REGISTER", "sip:bob@example.com", {
        to: `<${desk.bob.uri}>`,
        headers: [`Contact: ${desk.contact()}`],
      });
      desk.scene.world.run(1000);
      const bound = desk.users();
      assert.deepEqual(bound, exchange.finals()[0] === 200 ? ["bob"] : []);
      assert.ok([200, 400].includes(exchange.finals()[0] as number), `${exchange.finals()}`);
    });

    // covers: testRegisterWithRecordRoute, testRegisterWithRecordRouteWithOutbound
    scenario("a Record-Route in a REGISTER means nothing (§10.3)", (desk) => {
      const exchange = desk.bind([desk.contact()], { expires: 600, headers: ["Record-Route: <sip:192.0.2.99;lr>"] });
      assert.deepEqual(exchange.finals(), [200]);
      assert.equal(exchange.response(200).message.field("Record-Route"), null);
    });

    // covers: testOversizeCallIdRegister, testOversizeCallIdRegisterWithOutbound, testOversizeContactRegister, testOversizeContactRegisterWithOutbound
    scenario("a Call-ID or contact of many kilobytes is refused or taken, and the server lives on", (desk) => {
      const long = "x".repeat(8000);
      for (const options of [
        { contacts: [desk.contact()], callId: long },
        { contacts: [desk.contact("", long)], callId: "short" },
      ]) {
        const exchange = desk.bind(options.contacts, { expires: 600, callId: options.callId });
        assert.equal(exchange.finals().length, 1);
        assert.notEqual(exchange.finals()[0], 500);
      }
      assert.deepEqual(desk.bind([desk.contact()], { expires: 600 }).finals(), [200]);
      assert.ok(desk.users().includes("bob"));
    });
  });
}

/** Credentials for a challenge received long ago. */
function lateCredentials(desk: Desk, challenge: string): string {
  const { hash } = desk.bob.host.kernel;
  const value = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? "";
  const [realm, nonce, opaque] = ["realm", "nonce", "opaque"].map(value) as [string, string, string];
  const secret = hash.md5(`bob:${realm}:b`);
  const subject = hash.md5("REGISTER:sip:example.com");
  const response = hash.md5(`${secret}:${nonce}:00000001:late:auth:${subject}`);
  const parts = [
    `username="bob"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="sip:example.com"`,
    `response="${response}"`,
    "algorithm=MD5",
    "qop=auth",
    "nc=00000001",
    'cnonce="late"',
  ];
  return `Authorization: Digest ${[...parts, ...(opaque === "" ? [] : [`opaque="${opaque}"`])].join(", ")}`;
}
