import { createSocket, type Socket } from "node:dgram";
import type { TestContext } from "node:test";

/** A telephone of a few lines: sends and receives whole SIP messages over UDP, and answers what it is told to. */
export class Phone {
  readonly name: string;
  private readonly socket: Socket;
  private readonly server: number;
  private readonly heard: string[] = [];
  private waiting: (() => void)[] = [];
  private port = 0;
  private sequence = 0;

  private constructor(name: string, server: number) {
    this.name = name;
    this.server = server;
    this.socket = createSocket("udp4");
    this.socket.on("message", (octets) => {
      this.heard.push(octets.toString("latin1"));
      for (const each of this.waiting.splice(0)) each();
    });
  }

  /** A phone on loopback that talks to the server at UDP port `server`; closed when the test ends. */
  static async open(t: TestContext, name: string, server: number | undefined): Promise<Phone> {
    const phone = new Phone(name, server ?? 0);
    t.after(() => phone.socket.close());
    await new Promise<void>((resolve) => phone.socket.bind(0, "127.0.0.1", resolve));
    phone.port = phone.socket.address().port;
    return phone;
  }

  /** Sends a request to `to` (a user name) and returns its Call-ID. */
  request(method: string, to: string, headers = ""): string {
    const sequence = ++this.sequence;
    const callId = `${this.name}-${sequence}-${this.port}`;
    const target = method === "REGISTER" ? "sip:localhost" : `sip:${to}@localhost`;
    const lines = [
      `${method} ${target} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bK${callId}`,
      `From: <sip:${this.name}@localhost>;tag=${sequence}`,
      `To: <sip:${to}@localhost>`,
      `Call-ID: ${callId}`,
      `CSeq: ${sequence} ${method}`,
      "Max-Forwards: 70",
      `Contact: <sip:${this.name}@127.0.0.1:${this.port}>`,
      "Content-Length: 0",
    ];
    this.send(`${lines.join("\r\n")}\r\n${headers}\r\n`);
    return callId;
  }

  /** Answers a request this phone heard. */
  answer(request: string, status: string, headers = ""): void {
    const copied = request.split("\r\n").filter((line) => /^(?:Via|From|Call-ID|CSeq|Record-Route):/i.test(line));
    const to = /^To: .*$/im.exec(request)?.[0] ?? "";
    const contact = `Contact: <sip:${this.name}@127.0.0.1:${this.port}>\r\n`;
    this.send(
      `SIP/2.0 ${status}\r\n${copied.join("\r\n")}\r\n${to};tag=${this.name}\r\n${contact}${headers}Content-Length: 0\r\n\r\n`,
    );
  }

  send(text: string): void {
    this.socket.send(Buffer.from(text, "latin1"), this.server, "127.0.0.1");
  }

  /** The next message that begins so. Others before it are passed over. */
  async hear(start: string): Promise<string> {
    for (;;) {
      for (let text = this.heard.shift(); text !== undefined; text = this.heard.shift())
        if (text.startsWith(start)) return text;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Registers and waits for the 200. */
  async register(): Promise<void> {
    this.request("REGISTER", this.name, "Expires: 600\r\n");
    await this.hear("SIP/2.0 200");
  }
}
