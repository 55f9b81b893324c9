import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import type { TestContext } from "node:test";
import { createServer } from "node:tls";
import { certificate } from "./sockets/certificate.ts";

/**
 * What a server's WebSocket is put behind on the Internet: TLS on one side, the plain port on the other. Its certificate is one
 * that nobody can verify.
 * @returns the port to connect to, until the test is over
 */
export async function tlsFront(t: TestContext, plainPort: number): Promise<number> {
  const front = createServer(certificate({ name: "127.0.0.1" }), (secured) => {
    const plain = connect(plainPort, "127.0.0.1");
    secured.pipe(plain).pipe(secured);
    const end = (): void => [secured, plain].forEach((each) => void each.destroy());
    for (const each of [secured, plain]) each.on("error", end).on("close", end);
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  t.after(() => front.close());
  return (front.address() as AddressInfo).port;
}
