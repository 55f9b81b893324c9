/** baresip and linphone as one kind of thing: a story about a phone is written once and played with both. */
import assert from "node:assert/strict";
import type { Account } from "./account.ts";
import { Baresip } from "./baresip.ts";
import { Linphone } from "./linphone.ts";
import type { Occurrences } from "./occurrences.ts";
import type { Stage } from "./stage.ts";
import type { WireMessage } from "./wire.ts";

/** What a person does with a phone, one call at a time. Each wait ends after 5 s with an Error. */
export interface Phone {
  readonly name: string;
  readonly aor: string;
  readonly wire: Occurrences<WireMessage>;
  /** The code it refuses calls with. */
  readonly refusal: number;
  /** Passes over what nobody has waited for: what is waited for next happens from now on. */
  forget(): void;
  dial(uri: string): Promise<void>;
  /** It is called. */
  rings(): Promise<void>;
  /** The other side rings. */
  hearsRinging(): Promise<void>;
  answer(): Promise<void>;
  /** The call is answered, by either side. */
  talks(): Promise<void>;
  /** It hears the other side. */
  hears(): Promise<void>;
  hold(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the call, whatever it needs: CANCEL, BYE, or its refusal. */
  hangUp(): Promise<void>;
  /** The call is over. */
  ended(): Promise<void>;
  /** Sends the call to somebody else (REFER). */
  transfer(uri: string): Promise<void>;
}

const STEP_MS = 5_000;
const LOOK_EVERY_MS = 50;

export const PHONES = ["baresip", "linphone"] as const;
export type PhoneKind = (typeof PHONES)[number];

/** Starts a phone and registers it. */
export async function startPhone(stage: Stage, kind: PhoneKind, account: Account): Promise<Phone> {
  if (kind === "baresip") return new BaresipPhone(await Baresip.start(stage, account));
  return new LinphonePhone(await Linphone.start(stage, account));
}

/** The program that a phone is, for `story`. */
export function programOf(kind: PhoneKind): "baresip" | "linphone-daemon" {
  return kind === "baresip" ? "baresip" : "linphone-daemon";
}

export class BaresipPhone implements Phone {
  readonly name: string;
  readonly aor: string;
  readonly wire: Occurrences<WireMessage>;
  readonly refusal = 486;
  readonly baresip: Baresip;

  constructor(baresip: Baresip) {
    this.baresip = baresip;
    this.name = baresip.name;
    this.aor = baresip.aor;
    this.wire = baresip.wire;
  }

  forget(): void {
    for (const stream of [this.baresip.events, this.wire]) stream.skip();
  }

  async dial(uri: string): Promise<void> {
    await this.baresip.dial(uri);
  }

  async rings(): Promise<void> {
    await this.baresip.until("CALL_INCOMING", STEP_MS);
  }

  async hearsRinging(): Promise<void> {
    await this.baresip.until("CALL_RINGING", STEP_MS);
  }

  async answer(): Promise<void> {
    await this.baresip.accept();
  }

  async talks(): Promise<void> {
    await this.baresip.until("CALL_ESTABLISHED", STEP_MS);
  }

  /** It counts the packets itself. */
  async hears(): Promise<void> {
    const received = async (): Promise<number> => {
      const counts = [...(await this.baresip.command("audio_debug")).matchAll(/ rcvd=(\d+)/g)];
      return counts.reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const before = await received();
    await atLast(`${this.name} to hear something`, async () => (await received()) >= before + 10);
  }

  async hold(): Promise<void> {
    await this.baresip.command("hold");
  }

  async resume(): Promise<void> {
    await this.baresip.command("resume");
  }

  async hangUp(): Promise<void> {
    await this.baresip.hangup();
  }

  async ended(): Promise<void> {
    await this.baresip.until("CALL_CLOSED", STEP_MS);
  }

  async transfer(uri: string): Promise<void> {
    await this.baresip.command("transfer", uri);
  }
}

export class LinphonePhone implements Phone {
  readonly name: string;
  readonly aor: string;
  readonly wire: Occurrences<WireMessage>;
  readonly refusal = 603;
  readonly linphone: Linphone;
  /** The id of the newest call. */
  call = "";

  constructor(linphone: Linphone) {
    this.linphone = linphone;
    this.name = linphone.name;
    this.aor = linphone.aor;
    this.wire = linphone.wire;
  }

  forget(): void {
    for (const stream of [this.linphone.events, this.linphone.heard, this.wire]) stream.skip();
  }

  async dial(uri: string): Promise<void> {
    await this.linphone.dial(uri);
    await this.reaches("OutgoingInit");
  }

  async rings(): Promise<void> {
    await this.reaches("IncomingReceived");
  }

  async hearsRinging(): Promise<void> {
    await this.reaches("OutgoingRinging");
  }

  async answer(): Promise<void> {
    await this.linphone.answer(this.call);
  }

  async talks(): Promise<void> {
    await this.reaches("StreamsRunning");
    await this.linphone.play(this.call);
  }

  /** It tells once a second how much arrives. */
  async hears(): Promise<void> {
    this.linphone.heard.skip();
    await this.linphone.heard.until((rate) => rate > 40, STEP_MS, "sound");
  }

  async hold(): Promise<void> {
    await this.linphone.command(`call-pause ${this.call}`);
    await this.reaches("Paused");
  }

  async resume(): Promise<void> {
    await this.linphone.command(`call-resume ${this.call}`);
    await this.talks();
  }

  async hangUp(): Promise<void> {
    await this.linphone.terminate(this.call);
  }

  async ended(): Promise<void> {
    await this.reaches("Released");
  }

  async transfer(uri: string): Promise<void> {
    await this.linphone.command(`call-transfer ${this.call} ${uri}`);
  }

  private async reaches(state: string): Promise<void> {
    this.call = (await this.linphone.until(state, STEP_MS)).call;
  }
}

/** Waits until a phone is answered with `status` for a request of a method. */
export async function isAnswered(phone: Phone, method: string, status: number): Promise<WireMessage> {
  return await phone.wire.until(
    (message) => message.received && message.method === method && message.status === status,
    STEP_MS,
    `${status} for its ${method}`,
  );
}

/** Fails unless `holds` comes true within 5 s. */
export async function atLast(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + STEP_MS;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `waited ${STEP_MS} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
