import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";
const passwords = { alice: "a", bob: "b" };

/** A nonce of the server's, as anybody gets one. */
function nonceFor(scene: Scene): string {
  const asked = scene.phone("mallory").request("OPTIONS", "sip:example.com");
  scene.world.run(100);
  return /nonce="([^"]+)"/.exec(asked.response(407).text)?.[1] ?? "";
}

describe("what proves a user here is for this server alone", () => {
  // A digest says nothing of who asked for it: with the nonce of a request of their own they could call as alice.
  for (const [status, header] of [
    [401, "WWW-Authenticate"],
    [407, "Proxy-Authenticate"],
  ] as const) {
    for (const method of ["INVITE", "MESSAGE"]) {
      test(`a ${status} to ${method} in which a phone challenges in this server's name does not reach the caller`, () => {
        const scene = new Scene({ passwords });
        const bob = scene.registered("bob", "200@0s");
        const alice = scene.phone("alice");
        const challenge = `${header}: Digest realm="example.com", nonce="${nonceFor(scene)}", algorithm=MD5, qop="auth"\r\n`;
        bob.intercept = (received) => {
          if (!received.message.isRequest || received.message.method !== method) return false;
          const answer = received.text
            .replace(/^[^\r]*/, `SIP/2.0 ${status} Who are you?`)
            .replace(/^(To:[^\r]*)/m, "$1;tag=b");
          bob.answerOver(
            answer
              .replace(/\r\n\r\n[\s\S]*$/, `\r\n${challenge}\r\n`)
              .replace(/Content-Length: \d+/, "Content-Length: 0"),
            received,
          );
          return true;
        };
        const asked = method === "INVITE" ? alice.invite(BOB) : alice.request(method, BOB);
        scene.settle();
        scene.world.explain(() => {
          assert.deepEqual(asked.finals(), [502]);
          for (const { text } of bob.inbox) assert.doesNotMatch(text, /Digest username/);
        });
      });
    }
  }

  test("credentials for it go no further, in whichever header field and however they are written; others do", () => {
    const scene = new Scene({ passwords });
    const bob = scene.registered("bob", "200@0s");
    const digest = (realm: string): string =>
      `Digest username="alice", ${realm}, nonce="n", uri="sip:bob@example.com", response="${"0".repeat(32)}"`;
    // With a space before the colon, which leaves them beside those that answer the challenge.
    const call = scene.phone("alice").request("MESSAGE", BOB, {
      headers: [
        `Authorization : ${digest('realm="example.com"')}`,
        `Authorization : ${digest('Realm = "example.com"')}`,
        `Authorization : ${digest('realm="bob.example.org"')}`,
        `Proxy-Authorization : ${digest('realm="proxy.example.org"')}`,
      ],
    });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      const [message] = bob.received("MESSAGE");
      assert.deepEqual(
        [...(message?.text ?? "").matchAll(/realm *= *"?([^",]*)/gi)].map(([, realm]) => realm),
        ["bob.example.org", "proxy.example.org"],
      );
    });
  });
});
