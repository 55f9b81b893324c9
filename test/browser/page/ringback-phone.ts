import { type BrowserUserAgent, openUserAgent } from "ringback/browser";
import { type Call, takeTransfers, transfer } from "ringback/ua";
import { type Manner, PageCall, type PagePhone, type PhoneAccount } from "./phone.ts";

class RingbackCall extends PageCall {
  readonly call: Call;
  private readonly agent: BrowserUserAgent;

  constructor(agent: BrowserUserAgent, call: Call) {
    super();
    this.agent = agent;
    this.call = call;
    call.onHold = (direction) => {
      this.held = direction;
      this.changed();
    };
    void call.outcome.then(({ kind, code }) => this.enter(kind === "answered" ? "established" : "ended", code ?? 0));
    void call.ended.then(() => this.enter("ended"));
  }

  get connection(): RTCPeerConnection | null {
    return this.agent.mediaOf(this.call)?.connection ?? null;
  }

  async hangUp(): Promise<void> {
    await this.call.hangUp();
  }

  async hold(): Promise<void> {
    demand(await this.call.hold());
  }

  async resume(): Promise<void> {
    demand(await this.call.resume());
  }

  async transfer(target: string): Promise<number> {
    const { stage, code, text } = await transfer(this.agent, this.call, target);
    if (stage !== "target") throw new Error(`the REFER was refused: ${text}`);
    return code ?? 0;
  }
}

function demand({ kind, text }: { kind: string; text: string }): void {
  if (kind !== "answered") throw new Error(`${kind}: ${text}`);
}

/** A phone made of this project's user agent. */
export class RingbackPhone implements PagePhone {
  readonly library = "ringback";
  readonly agent: BrowserUserAgent;
  readonly calls: PageCall[] = [];
  /** Exceptions inside the agent. */
  readonly faults: string[] = [];
  manner: Manner = "answer";

  static async open({ user, password, domain, webSocket }: PhoneAccount): Promise<RingbackPhone> {
    const agent = await openUserAgent({ uri: `sip:${user}@${domain}`, account: { password }, webSocket });
    const phone = new RingbackPhone(agent);
    demand(await agent.register().outcome);
    return phone;
  }

  constructor(agent: BrowserUserAgent) {
    this.agent = agent;
    agent.core.kernel.observations.subscribe(["fault"], (seen) => {
      if (seen.type === "fault") this.faults.push(seen.fault.text);
    });
    takeTransfers(agent, (referral) => void this.calls.push(new RingbackCall(agent, referral.accept())));
    agent.onCall = async (call) => {
      this.calls.push(new RingbackCall(agent, call));
      if (typeof this.manner === "number") call.reject(this.manner, this.manner >= 600 ? { scope: "everywhere" } : {});
      else {
        call.ring();
        if (this.manner === "answer") await call.answer();
      }
    };
  }

  get uri(): string {
    return this.agent.core.settings.uri;
  }

  call(target: string): PageCall {
    const call = new RingbackCall(this.agent, this.agent.call(target));
    this.calls.push(call);
    return call;
  }

  close(): Promise<void> {
    return this.agent.close();
  }
}
