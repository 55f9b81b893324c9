/** A few requests to a server outside any measurement: is it up, and forget these bindings. */
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { CannotRun } from "./place.ts";

const ANSWER_MS = 500;
const TOGETHER = 50;
const ATTEMPTS = 5;

/** True when an OPTIONS to `port` is answered at all. */
export async function isUp(port: number): Promise<boolean> {
  const socket = await open(port);
  try {
    return (await ask(socket, [request(socket, "OPTIONS", "probe", 1, "")])).length === 0;
  } finally {
    socket.close();
  }
}

/**
 * Removes all bindings of the first `count` users. The call generator registers its callees anew in each run, from
 * another port: without this every run would fork to all ports before it.
 */
export async function removeBindings(port: number, count: number): Promise<void> {
  const socket = await open(port);
  try {
    for (let first = 1; first <= count; first += TOGETHER) {
      const numbers = Array.from({ length: Math.min(TOGETHER, count - first + 1) }, (_, i) => first + i);
      let left = numbers.map((number) => {
        const user = `u${String(number).padStart(6, "0")}`;
        return request(socket, "REGISTER", user, number, "Contact: *\r\nExpires: 0\r\n");
      });
      for (let attempt = 0; left.length > 0 && attempt < ATTEMPTS; attempt++) left = await ask(socket, left, 200);
      if (left.length > 0) throw new CannotRun(`the server on port ${port} does not remove bindings`);
    }
  } finally {
    socket.close();
  }
}

interface Request {
  readonly branch: string;
  readonly text: string;
}

let requests = 0;

function request(socket: Socket, method: string, user: string, number: number, lines: string): Request {
  const branch = `z9hG4bKp${process.pid.toString(36)}.${Date.now().toString(36)}.${requests++}`;
  const { port } = socket.address();
  const text =
    `${method} sip:bench.test SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:${port};branch=${branch}\r\nMax-Forwards: 70\r\n` +
    `From: <sip:${user}@bench.test>;tag=p${number}\r\nTo: <sip:${user}@bench.test>\r\nCall-ID: ${branch}@127.0.0.1\r\n` +
    `CSeq: 1 ${method}\r\n${lines}Content-Length: 0\r\n\r\n`;
  return { branch, text };
}

async function open(port: number): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => {}); // refused: nobody listens there yet
  return socket;
}

/** Sends all of them and returns those without a final answer, or without the wanted one. */
function ask(socket: Socket, all: readonly Request[], wanted?: number): Promise<Request[]> {
  const open = new Map(all.map((each) => [each.branch, each]));
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(late);
      socket.off("message", hear);
      resolve([...open.values()]);
    };
    const late = setTimeout(end, ANSWER_MS);
    const hear = (octets: Buffer): void => {
      const answer = octets.toString("latin1");
      const status = Number(answer.slice(8, 11));
      const branch = /branch=([^;\s]+)/.exec(answer)?.[1] ?? "";
      if (status >= 200 && (wanted === undefined || status === wanted)) open.delete(branch);
      if (open.size === 0) end();
    };
    socket.on("message", hear);
    for (const { text } of all) socket.send(text);
  });
}
