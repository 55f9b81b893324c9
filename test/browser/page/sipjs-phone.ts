import { type Invitation, Inviter, Registerer, type Session, SessionState, UserAgent, type Web } from "sip.js";
import { type Manner, PageCall, type PagePhone, type PhoneAccount } from "./phone.ts";

const MEDIA = { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } } };

class SipJsCall extends PageCall {
  readonly session: Session;
  private onHoldChange = (): void => {};

  constructor(session: Session, onTransfer: (session: Session) => void) {
    super();
    this.session = session;
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.enter("established", 200);
      if (state === SessionState.Terminated) this.enter("ended");
    });
    session.delegate = {
      onInvite: () => {
        this.held = /a=(sendonly|inactive)/.test(this.connection?.remoteDescription?.sdp ?? "")
          ? "sendonly"
          : "sendrecv";
        this.onHoldChange();
        this.changed();
      },
      onRefer: (referral) => {
        void referral.accept().then(() => {
          const inviter = referral.makeInviter(MEDIA);
          onTransfer(inviter);
          return inviter.invite();
        });
      },
    };
  }

  get connection(): RTCPeerConnection | null {
    const handler = this.session.sessionDescriptionHandler as Web.SessionDescriptionHandler | undefined;
    return handler?.peerConnection ?? null;
  }

  async hangUp(): Promise<void> {
    const { session } = this;
    if (session.state === SessionState.Established) await session.bye();
    else if (session instanceof Inviter) await session.cancel();
    await this.ended();
  }

  hold(): Promise<void> {
    return this.change(true);
  }

  resume(): Promise<void> {
    return this.change(false);
  }

  transfer(target: string): Promise<number> {
    const uri = UserAgent.makeURI(target);
    if (uri === undefined) throw new Error(`${target} is no URI`);
    return new Promise((resolve, reject) => {
      void this.session.refer(uri, {
        onNotify: (notification) => {
          void notification.accept();
          const code = Number(/^SIP\/2\.0 (\d{3})/.exec(notification.request.body)?.[1]);
          if (code >= 200) resolve(code);
        },
        requestDelegate: {
          onReject: ({ message }) => reject(new Error(`the REFER was refused: ${message.statusCode}`)),
        },
      });
    });
  }

  private change(hold: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      void this.session.invite({
        sessionDescriptionHandlerOptions: { ...MEDIA.sessionDescriptionHandlerOptions, hold } as object,
        requestDelegate: {
          onAccept: () => resolve(),
          onReject: ({ message }) => reject(new Error(`the re-INVITE was refused: ${message.statusCode}`)),
        },
      });
    });
  }
}

/** A phone made of SIP.js. */
export class SipJsPhone implements PagePhone {
  readonly library = "SIP.js";
  readonly uri: string;
  readonly calls: PageCall[] = [];
  manner: Manner = "answer";
  private readonly agent: UserAgent;

  static async open({ user, password, domain, webSocket }: PhoneAccount): Promise<SipJsPhone> {
    const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
    if (uri === undefined) throw new Error(`${user}@${domain} is no address`);
    const agent = new UserAgent({
      uri,
      authorizationUsername: user,
      authorizationPassword: password,
      transportOptions: { server: webSocket },
      logLevel: "error",
    });
    const phone = new SipJsPhone(agent, `sip:${user}@${domain}`);
    await agent.start();
    await new Promise<void>((resolve, reject) => {
      void new Registerer(agent).register({
        requestDelegate: {
          onAccept: () => resolve(),
          onReject: ({ message }) => reject(new Error(`not registered: ${message.statusCode}`)),
        },
      });
    });
    return phone;
  }

  constructor(agent: UserAgent, uri: string) {
    this.agent = agent;
    this.uri = uri;
    agent.delegate = { onInvite: (invitation) => void this.meet(invitation) };
  }

  call(target: string): PageCall {
    const uri = UserAgent.makeURI(target);
    if (uri === undefined) throw new Error(`${target} is no URI`);
    const inviter = new Inviter(this.agent, uri, MEDIA);
    const call = this.take(inviter);
    void inviter.invite({
      requestDelegate: { onReject: ({ message }) => this.rejected(call, message.statusCode ?? 0) },
    });
    return call;
  }

  async close(): Promise<void> {
    await this.agent.stop();
  }

  private rejected(call: PageCall, code: number): void {
    call.enter("ended", code);
  }

  private async meet(invitation: Invitation): Promise<void> {
    this.take(invitation);
    if (this.manner === "answer") await invitation.accept(MEDIA);
    else if (this.manner === "ring") await invitation.progress();
    else await invitation.reject({ statusCode: this.manner });
  }

  private take(session: Session): PageCall {
    const call = new SipJsCall(session, (next) => this.take(next));
    this.calls.push(call);
    return call;
  }
}
