import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Header, type Message, parseMessage } from "../../src/syntax/mod.ts";
import type { IncomingRequest, PublicationState, PublishOptions, UserAgent } from "../../src/ua/mod.ts";
import { Stage } from "./kit.ts";

/** A compositor of the test's own: entity tags count up, and a tag that is taken away is forgotten. */
function compositor(stage: Stage, expires = 600) {
  const agent = stage.agent("server");
  const state = { tag: "", body: "", count: 0 };
  agent.onPublish = (request: IncomingRequest) => {
    const match = request.header("SIP-If-Match");
    if (match !== null && match !== state.tag) {
      request.respond(412);
      return;
    }
    const wished = Number(request.header("Expires"));
    if (wished > 0 && wished < 60) {
      request.respond(423, { headers: { "Min-Expires": "60" } });
      return;
    }
    state.tag = wished === 0 ? "" : `tag${++state.count}`;
    if (wished === 0) state.body = "";
    else if (request.body !== "") state.body = request.body;
    request.respond(200, { headers: { "SIP-ETag": state.tag || "gone", Expires: String(Math.min(wished, expires)) } });
  };
  return { agent, state };
}

const sent = (stage: Stage): { at: number; message: Message }[] =>
  stage.world.network.travels.flatMap(({ text, at }) => {
    const message = parseMessage(text);
    return message?.isRequest && message.method === "PUBLISH" ? [{ at: at - Date.UTC(2026, 0, 1), message }] : [];
  });

const told = (stage: Stage) =>
  sent(stage).map(({ message }) => [message.field("SIP-If-Match"), message.body, message.value(Header.Expires)]);

function publish(agent: UserAgent, target: string, options: PublishOptions = {}) {
  const states: PublicationState[] = [];
  const publication = agent.publish("presence", "<open/>", {
    target,
    ...options,
    onState: (state) => states.push(state),
  });
  return { publication, states };
}

describe("publications (RFC 3903)", () => {
  test("initial with a body, refreshed without, modified, removed: each with the tag of the one before", async () => {
    const stage = new Stage();
    const { agent, state } = compositor(stage);
    const { publication, states } = publish(stage.agent("alice"), agent.core.settings.uri);
    assert.equal((await stage.world.until(publication.outcome)).code, 200);
    await stage.world.pass(560_000);
    const [first, second] = [publication.update("<busy/>"), publication.update("<away/>")];
    assert.deepEqual(
      (await stage.world.until(Promise.all([first, second]))).map(({ code }) => code),
      [200, 200],
    );
    assert.equal(state.body, "<away/>");
    assert.equal((await stage.world.until(publication.remove())).code, 200);
    assert.deepEqual(told(stage), [
      [null, "<open/>", "3600"],
      ["tag1", "", "3600"],
      ["tag2", "<busy/>", "3600"],
      ["tag3", "<away/>", "3600"],
      ["tag4", "", "0"],
    ]);
    const types = sent(stage).map(({ message }) => message.value(Header.ContentType));
    assert.deepEqual(types.slice(0, 2), ["application/pidf+xml", null]);
    assert.deepEqual(states, ["published", "removing", "ended"]);
    await stage.rest();
  });

  test("412: what was forgotten is published anew, with its body and without a tag", async () => {
    const stage = new Stage();
    const { agent, state } = compositor(stage);
    const { publication } = publish(stage.agent("alice"), agent.core.settings.uri);
    await stage.world.until(publication.outcome);
    state.tag = "";
    assert.equal((await stage.world.until(publication.refresh())).code, 200);
    assert.deepEqual(told(stage).slice(1), [
      ["tag1", "", "3600"],
      [null, "<open/>", "3600"],
    ]);
    state.tag = "";
    assert.equal((await stage.world.until(publication.remove())).code, 412); // gone already
    await stage.rest();
  });

  test("423 is mended; Retry-After counts in seconds; a refusal is the end, but of a change only the change's", async () => {
    const stage = new Stage();
    const { agent } = compositor(stage);
    const alice = stage.agent("alice");
    const brief = publish(alice, agent.core.settings.uri, { expires: 20 }).publication;
    assert.equal((await stage.world.until(brief.outcome)).code, 200);
    assert.deepEqual(
      told(stage).map(([, , expires]) => expires),
      ["20", "60"],
    );
    let answer: (request: IncomingRequest) => void = (request) => request.respond(415);
    agent.onPublish = (request) => answer(request);
    assert.equal((await stage.world.until(brief.update("<x/>"))).code, 415);
    assert.equal(brief.state, "published");
    assert.equal((await stage.world.until(brief.remove())).code, 415);
    const refused = publish(alice, agent.core.settings.uri);
    assert.deepEqual(
      [(await stage.world.until(refused.publication.ended)).cause, refused.states],
      ["refused", ["ended"]],
    );
    answer = (request) => request.respond(503, { headers: { "Retry-After": "30" } });
    const later = publish(alice, agent.core.settings.uri);
    await stage.world.until(later.publication.outcome);
    const began = stage.world.elapsed;
    answer = (request) => request.respond(200, { headers: { "SIP-ETag": "x", Expires: "600" } });
    await stage.world.pass(29_900);
    assert.equal(later.publication.state, "waiting");
    await stage.world.pass(300);
    assert.equal(later.publication.state, "published");
    assert.equal(Math.round(((sent(stage).at(-1)?.at ?? 0) - began) / 1000), 30);
    await stage.world.until(alice.close());
    await stage.rest();
  });

  test("nobody there, and a signal; mistakes of the developer throw at once", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const stop = new AbortController();
    const { publication, states } = publish(alice, "sip:x@198.51.100.99", { signal: stop.signal });
    assert.equal((await stage.world.until(publication.outcome)).kind, "timeout");
    await stage.world.pass(100_000);
    stop.abort();
    assert.equal((await stage.world.until(publication.ended)).cause, "removed");
    assert.deepEqual(states.slice(0, 2), ["waiting", "publishing"]);
    assert.equal((await stage.world.until(publication.refresh())).kind, "failed");
    assert.throws(() => alice.publish("presence", ""), TypeError);
    assert.throws(() => alice.publish("no token", "x"), TypeError);
    assert.throws(() => alice.publish("presence", "x", { expires: 0 }), RangeError);
    assert.throws(() => alice.publish("presence", "x", { contentType: "a/b\r\nX: y" }), TypeError);
    assert.equal(alice.publications.length, 0);
    await stage.rest();
  });
});
