import JsSIP from "jssip";
import { type Manner, PageCall, type PagePhone, type PhoneAccount } from "./phone.ts";

/** What this test uses of JsSIP's session; its own types do not cover all of it. */
interface Session {
  readonly connection: RTCPeerConnection;
  on(event: string, listener: (data: SessionEvent) => void): void;
  answer(options: object): void;
  terminate(options?: object): void;
  hold(options: object, done: () => void): boolean;
  unhold(options: object, done: () => void): boolean;
  isOnHold(): { local: boolean; remote: boolean };
  refer(target: string, options: object): void;
}

interface SessionEvent {
  readonly cause?: string;
  readonly message?: { readonly status_code?: number };
  readonly status_line?: { readonly status_code: number };
  accept?(handler: (session: Session) => void): void;
}

const MEDIA = { mediaConstraints: { audio: true, video: false } };

class JsSipCall extends PageCall {
  readonly session: Session;

  constructor(session: Session, onTransfer: (session: Session) => void) {
    super();
    this.session = session;
    session.on("confirmed", () => this.enter("established", 200));
    session.on("ended", () => this.enter("ended"));
    session.on("failed", ({ message }) => this.enter("ended", message?.status_code ?? 0));
    session.on("hold", () => this.direction());
    session.on("unhold", () => this.direction());
    session.on("refer", (refer) => refer.accept?.(onTransfer));
  }

  get connection(): RTCPeerConnection {
    return this.session.connection;
  }

  async hangUp(): Promise<void> {
    this.session.terminate();
    await this.ended();
  }

  hold(): Promise<void> {
    return new Promise((resolve) => void this.session.hold({}, resolve));
  }

  resume(): Promise<void> {
    return new Promise((resolve) => void this.session.unhold({}, resolve));
  }

  transfer(target: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const code = ({ status_line }: SessionEvent) => status_line?.status_code ?? 0;
      this.session.refer(target, {
        eventHandlers: {
          requestFailed: ({ cause }: SessionEvent) => reject(new Error(`the REFER was refused: ${cause}`)),
          accepted: (event: SessionEvent) => resolve(code(event)),
          failed: (event: SessionEvent) => resolve(code(event)),
        },
      });
    });
  }

  private direction(): void {
    this.held = this.session.isOnHold().remote ? "sendonly" : "sendrecv";
    this.changed();
  }
}

/** A phone made of JsSIP. */
export class JsSipPhone implements PagePhone {
  readonly library = "JsSIP";
  readonly uri: string;
  readonly calls: PageCall[] = [];
  manner: Manner = "answer";
  private readonly agent: JsSIP.UA;

  static open({ user, password, domain, webSocket }: PhoneAccount): Promise<JsSipPhone> {
    const agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(webSocket)],
      uri: `sip:${user}@${domain}`,
      password,
      session_timers: false,
    });
    return new Promise((resolve, reject) => {
      const phone = new JsSipPhone(agent, `sip:${user}@${domain}`);
      agent.once("registered", () => resolve(phone));
      agent.once("registrationFailed", ({ cause }: { cause?: string }) =>
        reject(new Error(`not registered: ${cause}`)),
      );
      agent.start();
    });
  }

  constructor(agent: JsSIP.UA, uri: string) {
    this.agent = agent;
    this.uri = uri;
    agent.on("newRTCSession", ({ originator, session }: { originator: string; session: Session }) => {
      if (originator !== "remote") return;
      this.take(session);
      if (this.manner === "answer") session.answer(MEDIA);
      else if (typeof this.manner === "number") session.terminate({ status_code: this.manner });
    });
  }

  call(target: string): PageCall {
    return this.take(this.agent.call(target, MEDIA) as unknown as Session);
  }

  async close(): Promise<void> {
    this.agent.stop();
  }

  private take(session: Session): PageCall {
    const call = new JsSipCall(session, (next) => this.take(next));
    this.calls.push(call);
    return call;
  }
}
