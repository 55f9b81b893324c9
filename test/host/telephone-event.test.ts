import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { describe, test } from "node:test";
import { ToneReader } from "../../src/host/media/telephone-event.ts";
import { AudioSession } from "../../src/host/mod.ts";

const LOOPBACK = "127.0.0.1";
const END = 0x80;

/** The payload of a telephone event: what, whether it ends, and for how many samples it has lasted. */
function event(number: number, flags: number, samples: number): Buffer {
  return Buffer.from([number, flags | 10, samples >> 8, samples & 255]);
}

describe("telephone events (RFC 4733)", () => {
  /** What is told of packets, each as timestamp and payload. */
  function told(...packets: readonly (readonly [number, Buffer])[]): [string, number][] {
    const tones: [string, number][] = [];
    const reader = new ToneReader((tone, durationMs) => tones.push([tone, durationMs]));
    for (const [timestamp, payload] of packets) reader.take({ payloadType: 101, timestamp, payload });
    return tones;
  }

  test("a tone is told once, at its end, which comes three times", () =>
    assert.deepEqual(
      told([0, event(5, 0, 160)], [0, event(5, 0, 320)], ...[1, 2, 3].map(() => [0, event(5, END, 800)] as const)),
      [["5", 100]],
    ));
  test("the same key twice is two tones; one whose end was lost is told when the next begins", () =>
    assert.deepEqual(told([0, event(11, 0, 160)], [8000, event(11, END, 400)], [16_000, event(10, END, 400)]), [
      ["#", 20],
      ["#", 50],
      ["*", 50],
    ]));
  test("a late packet of an earlier tone tells nothing, also where the timestamp runs over", () =>
    assert.deepEqual(
      told([0xffffff00, event(1, END, 400)], [0x40, event(2, END, 400)], [0xffffff00, event(1, END, 400)]),
      [
        ["1", 50],
        ["2", 50],
      ],
    ));
  test("what is no tone is passed over: a flash, three octets, none", () =>
    assert.deepEqual(told([0, event(16, END, 400)], [1, Buffer.from([1, END, 4])], [2, Buffer.alloc(0)]), []));
});

test("the agent's audio takes telephone events by the number of the offer, and hears them over RTP", async (t) => {
  const session = new AudioSession({ host: LOOPBACK, sound: "echo" });
  t.after(() => session.close());
  const phone = createSocket("udp4");
  t.after(() => phone.close());
  phone.bind(0, LOOPBACK);
  await once(phone, "listening");
  const offer = (extra: string, types = "0 97") =>
    `v=0\r\no=- 1 1 IN IP4 ${LOOPBACK}\r\ns=-\r\nc=IN IP4 ${LOOPBACK}\r\nt=0 0\r\nm=audio ${phone.address().port} RTP/AVP ${types}\r\n${extra}`;
  assert.doesNotMatch(await session.answer(offer("", "0")), /telephone-event/);
  const answer = await session.answer(offer("a=rtpmap:97 telephone-event/8000\r\na=fmtp:97 0-16\r\n"));
  assert.match(answer, /m=audio \d+ RTP\/AVP 0 97\r\n/);
  assert.match(answer, /a=rtpmap:97 telephone-event\/8000\r\n[\s\S]*a=fmtp:97 0-15\r\n/);
  const heard = new Promise((resolve) => {
    session.onTone = (tone, durationMs) => resolve([tone, durationMs]);
  });
  const port = Number(/m=audio (\d+)/.exec(answer)?.[1]);
  const packet = Buffer.concat([Buffer.from([0x80, 97, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9]), event(7, END, 800)]);
  phone.send(packet, port, LOOPBACK);
  assert.deepEqual(await heard, ["7", 100]);
  assert.equal(session.counts.sent, 0, "a tone is no sound to play back");
  assert.match(await session.offer(), /m=audio \d+ RTP\/AVP 0 8 97\r\n/);
});
