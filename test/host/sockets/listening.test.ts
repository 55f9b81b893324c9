import assert from "node:assert/strict";
import { test } from "node:test";
import { NodeKernel } from "../../../src/host/kernel.ts";
import { hostsOf, listenerFor, sentBy } from "../../../src/host/sockets/listening.ts";
import { NodeTransport } from "../../../src/host/sockets/transport.ts";
import type { Listener } from "../../../src/transport/mod.ts";
import { host } from "./support.ts";

const onLinux = process.platform === "linux";

for (const protocol of ["UDP", "TCP"] as const) {
  test(`a ${protocol} port in use is named, with the process that holds it`, async () => {
    const holder = await host([protocol]);
    const { port } = holder.transport.listeners[0] as Listener;
    for (const address of ["127.0.0.1", "0.0.0.0"]) {
      const kernel = new NodeKernel();
      const late = new NodeTransport(kernel, {
        listeners: [
          { protocol: "TCP", host: "127.0.0.1", port: 0 },
          { protocol, host: address, port },
        ],
      });
      const failure = await late.listen();
      assert.ok(failure !== null);
      assert.deepEqual(
        [failure.protocol, failure.host, failure.port, failure.code],
        [protocol, address, port, "EADDRINUSE"],
      );
      if (onLinux) {
        assert.equal(failure.process?.pid, process.pid);
        assert.match(
          failure.text,
          new RegExp(`^${protocol} ${address}:${port} is in use by .+ \\(process ${process.pid}\\)$`),
        );
      } else assert.equal(failure.text, `${protocol} ${address}:${port} is in use`);
      kernel.close();
    }
    await holder.close();
  });
}

test("what cannot be listened on is said in words", async () => {
  const fail = async (address: string): Promise<string> => {
    const kernel = new NodeKernel();
    const transport = new NodeTransport(kernel, { listeners: [{ protocol: "UDP", host: address, port: 0 }] });
    const failure = await transport.listen();
    kernel.close();
    return failure?.text ?? "";
  };
  assert.equal(await fail("example.test"), "UDP example.test:0: the address to listen on must be numeric");
  assert.equal(
    await fail("192.0.2.1"),
    "UDP 192.0.2.1:0 cannot be opened: no interface of this machine has that address",
  );
});

test("what stands in Via", () => {
  assert.equal(sentBy("192.0.2.1", 5060, undefined), "192.0.2.1:5060");
  assert.equal(sentBy("2001:db8::1", 5060, undefined), "[2001:db8::1]:5060");
  assert.equal(sentBy("10.0.0.1", 5060, "pbx.example.test"), "pbx.example.test:5060");
  assert.equal(sentBy("10.0.0.1", 5060, "pbx.example.test:5080"), "pbx.example.test:5080");
  assert.equal(sentBy("10.0.0.1", 5060, "2001:db8::7"), "[2001:db8::7]:5060");
  assert.equal(sentBy("10.0.0.1", 5060, "[2001:db8::7]"), "[2001:db8::7]:5060");
  assert.equal(sentBy("10.0.0.1", 5060, "[2001:db8::7]:5080"), "[2001:db8::7]:5080");
  assert.doesNotMatch(sentBy("0.0.0.0", 5060, undefined), /^0\.0\.0\.0/);
  assert.doesNotMatch(sentBy("::", 5060, undefined), /^\[::\]/);
  assert.deepEqual(hostsOf("192.0.2.1"), {});
  assert.ok(hostsOf("0.0.0.0").hosts?.includes("127.0.0.1"));
});

test("the listener nearest to the target", () => {
  const at = (address: string, protocol: "UDP" | "TCP" = "UDP"): Listener => {
    return { protocol, host: address, port: 5060, sentBy: "" };
  };
  const loopback = at("127.0.0.1");
  const lan = at("192.168.1.5");
  const any = at("0.0.0.0");
  const any6 = at("::");
  const all = [any, lan, loopback, any6, at("127.0.0.1", "TCP")];
  assert.equal(listenerFor(all, "UDP", "127.0.0.1"), loopback);
  assert.equal(listenerFor(all, "UDP", "127.0.0.2"), loopback);
  assert.equal(listenerFor(all, "UDP", "192.168.1.9"), lan);
  assert.equal(listenerFor(all, "UDP", "192.168.1.9", any), any);
  assert.equal(listenerFor(all, "UDP", "192.168.1.9", loopback), lan);
  assert.equal(listenerFor(all, "UDP", "2001:db8::1"), any6);
  assert.equal(listenerFor([loopback], "UDP", "192.168.1.9"), null);
  assert.equal(listenerFor([lan, any], "UDP", "127.0.0.1"), any);
  assert.equal(listenerFor(all, "TCP", "192.168.1.9"), null);
});
