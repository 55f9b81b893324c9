import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Clock } from "../../src/kernel/mod.ts";
import type { Phone } from "../../src/lab/mod.ts";
import { compose, fragmentsOf } from "../../src/server/events/presence-document.ts";
import { SourceLimits } from "../../src/server/events/source-limits.ts";
import { SubscriptionShares } from "../../src/server/events/subscription-shares.ts";
import { defaultEventPolicy } from "../../src/server/mod.ts";
import { Shares } from "../../src/server/shares.ts";
import { Header } from "../../src/syntax/mod.ts";
import { pidfOf, readMessageSummary, readPidf, readReginfo, readXml, writePidf } from "../../src/ua/mod.ts";
import { EventScene, type EventSceneOptions } from "./events-kit.ts";

const PASSWORDS = { alice: "a", bob: "b" };
const DOCUMENT = writePidf({ entity: "sip:bob@example.com", tuples: [{ id: "t", basic: "open" }] });

function scenario(
  title: string,
  play: (scene: EventScene) => void,
  options: EventSceneOptions = { passwords: PASSWORDS },
): void {
  test(title, () => {
    const scene = new EventScene(options);
    scene.world.explain(() => play(scene));
    void scene.agent.close();
    scene.settle();
    assert.deepEqual(scene.agent.size, { subscriptions: 0, publications: 0 });
  });
}

describe("what a SUBSCRIBE is answered", () => {
  scenario("a challenge, as any request; a wrong password keeps being challenged", (scene) => {
    const thief = scene.phone("thief", { user: "alice", password: "guess" });
    const watcher = scene.watch(thief, "bob", "presence");
    assert.deepEqual(watcher.finals, [407]);
    assert.equal(scene.agent.size.subscriptions, 0);
  });

  scenario("403 to who asks about others' messages and registrations, 404 about somebody unknown", (scene) => {
    const alice = scene.phone("alice");
    assert.deepEqual(scene.watch(alice, "bob", "message-summary").finals, [403]);
    assert.deepEqual(scene.watch(alice, "bob", "reg").finals, [403]);
    assert.deepEqual(scene.watch(alice, "nobody", "presence").finals, [404]);
    assert.deepEqual(scene.watch(alice, "alice", "reg").finals, [200]);
  });

  scenario("423 with Min-Expires for too little, less for too much, the package's own for nothing", (scene) => {
    const alice = scene.phone("alice");
    const brief = scene.watch(alice, "bob", "presence", { expires: 10 });
    assert.deepEqual(brief.finals, [423]);
    assert.equal(brief.exchange?.response(423).message.value(Header.MinExpires), "60");
    assert.equal(
      scene.watch(alice, "bob", "presence", { expires: 4294967295 }).accepted.value(Header.Expires),
      "86400",
    );
    assert.equal(scene.watch(alice, "alice", "reg", { expires: null }).accepted.value(Header.Expires), "3761");
  });

  scenario("406 to who cannot read the document, 400 without a Contact", (scene) => {
    const alice = scene.phone("alice");
    const deaf = scene.watch(alice, "bob", "presence", { headers: ["Accept: application/xpidf+xml"] });
    assert.deepEqual(deaf.finals, [406]);
    assert.equal(deaf.exchange?.response(406).message.value(Header.Accept), "application/pidf+xml");
    assert.deepEqual(
      scene.watch(alice, "bob", "presence", { headers: ["Accept: text/plain, application/*"] }).finals,
      [200],
    );
    const bare = alice.request("SUBSCRIBE", "sip:bob@example.com", { headers: ["Event: presence", "Expires: 600"] });
    scene.finish(bare);
    assert.deepEqual(bare.finals(), [400]);
  });

  scenario("fetched with Expires: 0, it is told once and is over", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence", { expires: 0 });
    scene.world.run(100);
    assert.equal(watcher.accepted.value(Header.Expires), "0");
    assert.deepEqual(
      watcher.told.map(({ state }) => `${state.state} ${state.reason}`),
      ["terminated timeout"],
    );
    assert.equal(readPidf(watcher.last.body)?.tuples[0]?.basic, "closed");
    assert.equal(scene.agent.size.subscriptions, 0);
  });

  scenario("489 with Allow-Events from the server itself, which OPTIONS shows too", (scene) => {
    const alice = scene.phone("alice");
    const packages = "presence, message-summary, dialog, reg";
    for (const method of ["SUBSCRIBE", "PUBLISH"]) {
      const exchange = alice.request(method, "sip:example.com", {
        headers: ["Event: presence", `Contact: ${alice.contact()}`],
      });
      scene.finish(exchange);
      assert.equal(exchange.response(489).message.field("Allow-Events"), packages);
    }
    const options = alice.request("OPTIONS", "sip:example.com");
    scene.finish(options);
    assert.equal(options.response(200).message.field("Allow-Events"), packages);
  });

  scenario("another package, and a GRUU, are for the phones", (scene) => {
    const bob = scene.phone("bob").answer("489@0s", "SUBSCRIBE");
    scene.finish(bob.register({ params: ';+sip.instance="<urn:uuid:1>"', headers: ["Supported: gruu"] }));
    const alice = scene.phone("alice");
    assert.deepEqual(scene.watch(alice, "bob", "conference").finals, [489]);
    const gruu = alice.request("SUBSCRIBE", "sip:bob@example.com;gr=urn:uuid:1", {
      headers: ["Event: presence", `Contact: ${alice.contact()}`],
    });
    scene.finish(gruu);
    assert.deepEqual(gruu.finals(), [489]);
    assert.equal(bob.requests.length, 2);
  });

  scenario(
    "481 to the refresh of a subscription that is not here (a server started anew), without a challenge",
    (scene) => {
      const alice = scene.phone("alice");
      const exchange = alice.request("SUBSCRIBE", "sip:192.0.2.1:5060", {
        to: "<sip:bob@example.com>;tag=gone",
        headers: ["Event: presence", `Contact: ${alice.contact()}`],
      });
      scene.finish(exchange);
      assert.deepEqual(
        exchange.responses.map(({ message }) => message.status),
        [481],
      );
    },
  );

  scenario("a refresh about something else, or by a lower CSeq, changes nothing", (scene) => {
    const alice = scene.phone("alice");
    const watcher = scene.watch(alice, "bob", "presence;id=7");
    scene.world.run(100);
    assert.equal(watcher.last.message.field("Event"), "presence;id=7");
    assert.deepEqual(watcher.refresh({ cseq: 1 }).finals(), [500]);
    const first = scene.agent.size.subscriptions;
    const other = scene.watch(alice, "bob", "presence");
    scene.world.run(10);
    assert.equal(scene.agent.size.subscriptions, first + 1);
    other.event = "presence;id=8";
    assert.deepEqual(other.refresh().finals(), [481]);
  });

  scenario("a watcher whose Contact is its GRUU is found through its registration", (scene) => {
    const alice = scene.phone("alice");
    scene.finish(alice.register({ params: ';+sip.instance="<urn:uuid:2>"', headers: ["Supported: gruu"] }));
    const exchange = alice.request("SUBSCRIBE", "sip:bob@example.com", {
      headers: ["Event: presence", "Contact: <sip:alice@example.com;gr=urn:uuid:2>"],
    });
    scene.finish(exchange);
    scene.world.run(100);
    assert.deepEqual(
      alice.requests.map(({ method, received }) => `${method} ${received.message.requestUri}`),
      ["NOTIFY sip:alice@192.0.2.10:5060"],
    );
  });

  scenario("a user who is removed is watched no more: noresource", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence");
    scene.world.run(100);
    scene.users.remove("bob", "example.com");
    const refreshed = watcher.refresh();
    scene.world.run(100);
    assert.equal(refreshed.response(200).message.value(Header.Expires), "0");
    assert.deepEqual([watcher.last.state.state, watcher.last.state.reason], ["terminated", "noresource"]);
    assert.equal(scene.agent.size.subscriptions, 0);
  });
});

describe("waiting messages", () => {
  scenario("none at first, then what the mailbox says", (scene) => {
    const alice = scene.phone("alice");
    const watcher = scene.watch(alice, "alice", "message-summary");
    scene.world.run(100);
    assert.deepEqual(readMessageSummary(watcher.last.body), {
      waiting: false,
      account: "sip:alice@example.com",
      counts: {},
    });
    scene.agent.setMessages("alice@example.com", { waiting: true, counts: { "Voice-Message": { new: 2, old: 1 } } });
    scene.world.run(2000);
    assert.equal(readMessageSummary(watcher.last.body)?.counts?.["Voice-Message"]?.new, 2);
    assert.equal(watcher.last.message.value(Header.ContentType), "application/simple-message-summary");
    scene.agent.setMessages("alice@example.com", null);
    scene.world.run(2000);
    assert.equal(readMessageSummary(watcher.last.body)?.waiting, false);
    assert.throws(() =>
      scene.agent.setMessages("alice@example.com", { waiting: true, counts: { "a:b": { new: 1, old: 0 } } }),
    );
  });
});

describe("registrations", () => {
  scenario("a device sees the others come and go", (scene) => {
    const tablet = scene.phone("tablet", { user: "alice", password: "a" });
    const watcher = scene.watch(tablet, "alice", "reg", { expires: 7200 });
    const desk = scene.phone("alice");
    scene.finish(desk.register({ expires: 60 }));
    scene.world.run(6000);
    scene.finish(tablet.register({ params: ";q=0.5" }));
    scene.world.run(6000);
    scene.finish(tablet.register({ expires: 0 }));
    scene.world.run(120_000);
    const seen = watcher.told.map(({ body }) => {
      const document = readReginfo(body);
      const [registration] = document?.registrations ?? [];
      const contacts = registration?.contacts.map(
        ({ state, event, q }) => `${state} ${event}${q === null ? "" : ` q=${q}`}`,
      );
      return `${document?.version} ${registration?.state}: ${contacts?.join(", ")}`;
    });
    assert.deepEqual(seen, [
      "0 init: ",
      "1 active: active registered",
      "2 active: active registered, active registered q=0.5",
      "3 active: active registered, terminated unregistered",
      "4 terminated: terminated expired",
    ]);
    assert.match(watcher.last.body, /aor="sip:alice@example\.com"/);
  });
});

describe("PUBLISH (RFC 3903 §6)", () => {
  const tagOf = (exchange: ReturnType<EventScene["publish"]>): string =>
    exchange.response(200).message.field("SIP-ETag") ?? "";

  scenario("published, refreshed, changed, removed: each time another entity-tag", (scene) => {
    const bob = scene.phone("bob");
    const tags = [tagOf(scene.publish(bob, DOCUMENT, ["Expires: 600"]))];
    const [first] = tags;
    const refreshed = scene.publish(bob, "", [`SIP-If-Match: ${first}`, "Expires: 700"]);
    assert.equal(refreshed.response(200).message.value(Header.Expires), "700");
    tags.push(tagOf(refreshed));
    tags.push(tagOf(scene.publish(bob, DOCUMENT, [`SIP-If-Match: ${tags[1]}`])));
    assert.equal(scene.agent.size.publications, 1);
    tags.push(tagOf(scene.publish(bob, "", [`SIP-If-Match: ${tags[2]}`, "Expires: 0"])));
    assert.equal(new Set(tags).size, 4);
    assert.equal(scene.agent.size.publications, 0);
  });

  const refusals: [string, number, string, string[]][] = [
    ["an entity-tag that is not there", 412, DOCUMENT, ["SIP-If-Match: x"]],
    ["two entity-tags", 400, DOCUMENT, ["SIP-If-Match: x, y"]],
    ["an entity-tag that is empty", 400, DOCUMENT, ["SIP-If-Match:"]],
    ["nothing", 400, "", []],
    ["what is no presence document", 400, "<presence/>", []],
    ["a document type", 400, `<!DOCTYPE x [<!ENTITY a "b">]>${DOCUMENT}`, []],
    ["another type", 415, "v=0", ["Content-Type: application/sdp"]],
    ["too much", 413, pidfOf("sip:bob@example.com", `<note>${"x".repeat(20_000)}</note>`), []],
    ["for too short", 423, DOCUMENT, ["Expires: 5"]],
  ];
  for (const [what, status, body, headers] of refusals)
    scenario(`${what}: ${status}, and nothing is kept`, (scene) => {
      const bob = scene.phone("bob", { protocol: "TCP" });
      const typed = headers.some((each) => each.startsWith("Content-Type"));
      const exchange = bob.request("PUBLISH", bob.uri, {
        headers: [
          "Event: presence",
          ...(typed || body === "" ? [] : ["Content-Type: application/pidf+xml"]),
          ...headers,
        ],
        body,
      });
      scene.finish(exchange);
      assert.deepEqual(exchange.finals(), [status]);
      assert.equal(scene.agent.size.publications, 0);
    });

  scenario("another's state is not published (403), nor what is not published at all (489)", (scene) => {
    const alice = scene.phone("alice");
    const foreign = alice.request("PUBLISH", "sip:bob@example.com", {
      headers: ["Event: presence", "Content-Type: application/pidf+xml"],
      body: DOCUMENT,
    });
    scene.finish(foreign);
    assert.deepEqual(foreign.finals(), [403]);
    const dialogs = alice.request("PUBLISH", alice.uri, { headers: ["Event: dialog"], body: DOCUMENT });
    scene.finish(dialogs);
    assert.equal(dialogs.response(489).message.field("Allow-Events"), "presence");
  });

  scenario(
    "no more than its share",
    (scene) => {
      const bob = scene.phone("bob");
      const statuses = ["a", "b", "c", "d"].map((id) => {
        const tuples = [{ id, basic: "open" as const }];
        return scene.publish(bob, writePidf({ entity: bob.uri, tuples })).finals()[0];
      });
      assert.deepEqual(statuses, [200, 200, 200, 503]);
    },
    { passwords: PASSWORDS, events: { maxPublicationsPerUser: 3 } },
  );

  scenario("a device that starts anew supersedes what it published; another one of the user does not", (scene) => {
    const bob = scene.phone("bob");
    const first = tagOf(scene.publish(bob, DOCUMENT));
    const second = tagOf(scene.publish(bob, DOCUMENT));
    assert.equal(scene.agent.size.publications, 1);
    scene.publish(scene.phone("bob-2", { user: "bob", password: "b" }), DOCUMENT);
    assert.equal(scene.agent.size.publications, 2);
    assert.deepEqual(scene.publish(bob, "", [`SIP-If-Match: ${first}`]).finals(), [412]);
    assert.deepEqual(scene.publish(bob, "", [`SIP-If-Match: ${second}`, "Expires: 0"]).finals(), [200]);
    assert.equal(scene.agent.size.publications, 1);
  });

  test("documents of several devices become one, with namespaces and without two equal ids", () => {
    const rich = `<?xml version="1.0"?><p:presence xmlns:p="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
      entity="sip:someone-else@example.com"><p:tuple id="t"><p:status><p:basic>closed</p:basic></p:status></p:tuple><dm:person id='me'><busy/></dm:person></p:presence>`;
    const [one, two] = [fragmentsOf(DOCUMENT), fragmentsOf(rich)];
    assert.ok(one !== null && two !== null);
    const composed = pidfOf("sip:bob@example.com", compose([one, two]));
    const read = readPidf(composed);
    assert.equal(read?.entity, "sip:bob@example.com");
    assert.deepEqual(
      read?.tuples.map(({ id, basic }) => `${id} ${basic}`),
      ["t-2 open", "t closed"],
    );
    const person = readXml(composed)?.children.find(({ local }) => local === "person");
    assert.equal(person?.namespace, "urn:ietf:params:xml:ns:pidf:data-model");
    assert.equal(person?.children[0]?.namespace, "", "what had no namespace has none still");
  });

  test("more than a NOTIFY holds: the oldest are left out", () => {
    const big = fragmentsOf(pidfOf("sip:b@c", `<note>${"x".repeat(15_000)}</note>`));
    assert.ok(big !== null);
    assert.ok(compose(Array.from({ length: 10 }, () => big)).length < 50_000);
  });
});

describe("floods", () => {
  scenario(
    "10,000 SUBSCRIBEs in half a second: some are taken, few refused, the rest not answered; others are served",
    (scene) => {
      const phone = scene.phone("alice");
      const contact = phone.contact();
      for (let i = 0; i < 10_000; i++) {
        scene.world.after(i / 20, () =>
          phone.sendRaw(
            `SUBSCRIBE sip:alice@example.com SIP/2.0\r\nVia: SIP/2.0/UDP ${phone.address}:5060;branch=z9hG4bKflood${i}\r\nMax-Forwards: 70\r\n` +
              `From: <sip:alice@example.com>;tag=${i}\r\nTo: <sip:alice@example.com>\r\nCall-ID: flood-${i}\r\nCSeq: 1 SUBSCRIBE\r\n` +
              `Contact: ${contact}\r\nEvent: message-summary\r\nExpires: 600\r\nContent-Length: 0\r\n\r\n`,
          ),
        );
      }
      scene.world.run(250);
      const bystander = scene.watch(scene.phone("bob"), "alice", "presence");
      assert.deepEqual(bystander.finals, [200]);
      scene.world.run(5000);
      const count = (status: number): number => phone.inbox.filter(({ message }) => message.status === status).length;
      assert.ok(count(200) >= 200 && count(200) <= 230, `${count(200)} taken`);
      assert.equal(count(503), 10);
      assert.equal(phone.strays[0]?.message.isRequest, false);
      assert.equal(phone.inbox.find(({ message }) => message.status === 503)?.message.value(Header.RetryAfter), "10");
      assert.equal(scene.agent.size.subscriptions, count(200) + 1);
      assert.ok(scene.observations.filter(({ type }) => type === "dropped").length > 9000);
      scene.world.run(20_000);
      assert.deepEqual(scene.watch(phone, "bob", "presence").finals, [200], "when it is quiet it is heard again");
    },
    {},
  );

  scenario(
    "one source has its share of subscriptions, all of them have theirs",
    (scene) => {
      const alice = scene.phone("alice");
      const statuses = ["alice", "bob", "presence-3"].map((user) => scene.watch(alice, user, "presence").finals[0]);
      assert.deepEqual(statuses, [200, 200, 503]);
      const bob = scene.phone("bob");
      assert.deepEqual(
        ["alice", "bob"].map((user) => scene.watch(bob, user, "presence").finals[0]),
        [200, 503],
      );
      assert.equal(bob.inbox.find(({ message }) => message.status === 503)?.message.value(Header.RetryAfter), "60");
    },
    { events: { maxSubscriptionsPerSource: 2, maxSubscriptions: 3 } },
  );

  scenario(
    "a user has its share of subscriptions from all its phones together, whatever they call themselves",
    (scene) => {
      const [desk, mobile, third] = ["desk", "mobile", "third"].map((name) =>
        scene.phone(name, { user: "alice", password: "a" }),
      ) as [Phone, Phone, Phone];
      const first = scene.watch(desk, "bob", "presence");
      assert.deepEqual(first.finals, [200]);
      assert.deepEqual(scene.watch(mobile, "bob", "presence").finals, [200]);
      for (const from of ["<sip:alice@example.com>;tag=1", "<sip:somebody@elsewhere.example.org>;tag=1"]) {
        const refused = scene.watch(third, "bob", "presence", { from });
        assert.deepEqual(refused.finals, [403], from);
        assert.match(refused.exchange?.response(403).message.field("Warning") ?? "", /"alice@example\.com has 2 /);
      }
      assert.deepEqual(scene.watch(scene.phone("bob"), "bob", "presence").finals, [200], "another user's is another's");
      assert.deepEqual(first.refresh({ expires: 0 }).finals(), [200]);
      scene.world.run(1000);
      assert.deepEqual(scene.watch(third, "bob", "dialog").finals, [200], "what has ended makes room");
    },
    { passwords: PASSWORDS, events: { maxSubscriptionsPerUser: 2 } },
  );

  test("an address has its share from all its ports together, and nothing is kept of who has none", () => {
    const shares = new SubscriptionShares({ ...defaultEventPolicy, maxSubscriptionsPerAddress: 2 });
    const holder = (port: number, address = "192.0.2.5") => ({ source: `${address}:${port}`, address, identity: null });
    shares.take(holder(5060));
    shares.take(holder(5061));
    assert.deepEqual(shares.refusal(holder(5062)), { status: 503, headers: "Retry-After: 60\r\n" });
    assert.equal(shares.refusal(holder(5062, "192.0.2.6")), null);
    shares.give(holder(5060));
    assert.equal(shares.refusal(holder(5062)), null);
    const names = new Shares();
    for (let i = 0; i < 100; i++) names.take(`name ${i % 10}`);
    for (let i = 0; i < 100; i++) names.give(`name ${i % 10}`);
    assert.equal(names.size, 0);
  });

  test("a bucket fills again, and sources are not remembered for ever", () => {
    let now = 0;
    const clock: Clock = { now: () => now };
    const limits = new SourceLimits(clock, 10, 5);
    const take = (count: number, name = "a"): string[] => Array.from({ length: count }, () => limits.take(name));
    assert.deepEqual(take(6), [...Array(5).fill("pass"), "refuse"]);
    assert.deepEqual(take(9), Array(9).fill("refuse"));
    assert.deepEqual(take(2), ["ignore", "ignore"]);
    assert.deepEqual(take(1, "b"), ["pass"]);
    now = 100;
    assert.deepEqual(take(2), ["pass", "ignore"], "one more, and still no word to who did not listen");
    now = 1000;
    assert.deepEqual(take(6), [...Array(5).fill("pass"), "refuse"]);
    for (let i = 0; i < 30_000; i++) limits.take(`source ${i}`);
    assert.ok(limits.size <= 10_000);
  });
});
