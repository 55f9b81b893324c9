import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SystemResolver } from "../../src/host/dns.ts";

/** Record types by number, as far as the tests use them. */
const types = { A: 1, AAAA: 28, SRV: 33, NAPTR: 35 } as const;

interface Zone {
  [question: string]: { ttl: number; data: Buffer[] } | "servfail" | "silent";
}

/** A name server on loopback that knows one zone. */
class NameServer {
  readonly asked: string[] = [];
  private readonly socket: Socket = createSocket("udp4");
  private readonly zone: Zone;

  constructor(zone: Zone) {
    this.zone = zone;
    this.socket.on("message", (query, remote) => {
      const answer = this.answer(query);
      if (answer !== null) this.socket.send(answer, remote.port, remote.address);
    });
  }

  async listen(): Promise<string> {
    this.socket.bind(0, "127.0.0.1");
    await once(this.socket, "listening");
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): void {
    this.socket.close();
  }

  private answer(query: Buffer): Buffer | null {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at] as number; length > 0; length = query[at] as number) {
      labels.push(query.toString("latin1", at + 1, at + 1 + length));
      at += 1 + length;
    }
    const type = query.readUInt16BE(at + 1);
    const typeName = Object.entries(types).find(([, number]) => number === type)?.[0];
    const question = `${typeName} ${labels.join(".").toLowerCase()}`;
    this.asked.push(question);
    const found = this.zone[question];
    if (found === "silent") return null;
    const known = Object.keys(this.zone).some((key) => key.endsWith(` ${labels.join(".").toLowerCase()}`));
    const code = found === "servfail" ? 2 : known ? 0 : 3;
    const records = typeof found === "object" ? found.data : [];
    const ttl = typeof found === "object" ? found.ttl : 0;
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(0x8180 | code, 2);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt32BE(0, 8);
    const answers = records.map((data) => {
      const record = Buffer.alloc(12);
      record.writeUInt16BE(0xc00c, 0); // the name of the question
      record.writeUInt16BE(type, 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt32BE(ttl, 6);
      record.writeUInt16BE(data.length, 10);
      return Buffer.concat([record, data]);
    });
    return Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
  }
}

function name(text: string): Buffer {
  const labels = text.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function numbers(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
}

const server = new NameServer({
  "A example.test": { ttl: 77, data: [Buffer.from([192, 0, 2, 1]), Buffer.from([192, 0, 2, 2])] },
  "AAAA example.test": { ttl: 88, data: [Buffer.from("20010db8000000000000000000000001", "hex")] },
  "SRV _sip._udp.example.test": { ttl: 99, data: [Buffer.concat([numbers(10, 20, 5070), name("one.example.test")])] },
  "NAPTR example.test": {
    ttl: 99,
    data: [Buffer.concat([numbers(50, 60), text("s"), text("SIP+D2U"), text(""), name("_sip._udp.example.test")])],
  },
  "A broken.test": "servfail",
  "A silent.test": "silent",
});
const directory = mkdtempSync(join(tmpdir(), "ringback-dns-"));
const hostsFile = join(directory, "hosts");
let resolver: SystemResolver;

before(async () => {
  writeFileSync(
    hostsFile,
    "# comment\n192.0.2.50 Pbx.Local pbx # the office\n2001:db8::50\tpbx.local\nnonsense here\n",
  );
  resolver = new SystemResolver({ servers: [await server.listen()], timeout: 100, tries: 1, hostsFile });
});

after(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

test("addresses come with the shortest TTL", async () => {
  const a = await resolver.a("example.test");
  assert.deepEqual([...a.records].sort(), ["192.0.2.1", "192.0.2.2"]);
  assert.equal(a.ttl, 77);
  assert.deepEqual(await resolver.aaaa("example.test"), { records: ["2001:db8::1"], ttl: 88 });
});

test("SRV and NAPTR records", async () => {
  assert.deepEqual((await resolver.srv("_sip._udp.example.test")).records, [
    { priority: 10, weight: 20, port: 5070, target: "one.example.test" },
  ]);
  const { records, ttl } = await resolver.naptr("example.test");
  assert.ok(ttl > 0);
  assert.deepEqual(records[0], {
    order: 50,
    preference: 60,
    flags: "s",
    service: "SIP+D2U",
    regexp: "",
    replacement: "_sip._udp.example.test",
  });
});

test("no such name and no such records are answers", async () => {
  for (const answer of [
    await resolver.a("nothing.test"),
    await resolver.srv("nothing.test"),
    await resolver.naptr("broken.test"),
  ]) {
    assert.deepEqual(answer.records, []);
    assert.ok(answer.ttl > 0 && answer.ttl < 60);
  }
});

test("a server that fails or is silent is no answer", async () => {
  await assert.rejects(resolver.a("broken.test"));
  await assert.rejects(resolver.a("silent.test"));
});

test("the hosts file goes before the DNS, and is read again when it changes", async () => {
  const asked = server.asked.length;
  assert.deepEqual((await resolver.a("PBX.local")).records, ["192.0.2.50"]);
  assert.deepEqual((await resolver.aaaa("pbx.local")).records, ["2001:db8::50"]);
  assert.deepEqual((await resolver.a("pbx")).records, ["192.0.2.50"]);
  assert.equal(server.asked.length, asked);
  writeFileSync(hostsFile, "192.0.2.51 pbx.local\n");
  utimesSync(hostsFile, 1, 1);
  assert.deepEqual((await resolver.a("pbx.local")).records, ["192.0.2.51"]);
  rmSync(hostsFile);
  assert.deepEqual((await resolver.a("pbx.local")).records, []);
});
