import { type MediaDirection, type MediaSession, SilentMedia } from "../../ua/mod.ts";

/**
 * Media that take every offer: with sound where they can, else with every stream refused (port 0). A browser, whose audio is
 * encrypted by DTLS, gets the 200 it dialled all the same.
 */
export class AnyMedia implements MediaSession {
  private readonly sound: MediaSession;
  private readonly silence = new SilentMedia("0.0.0.0", 1);

  constructor(sound: MediaSession) {
    this.sound = sound;
  }

  offer(): string | Promise<string> {
    return this.sound.offer();
  }

  async answer(offer: string): Promise<string> {
    try {
      return await this.sound.answer(offer);
    } catch {
      return this.silence.answer(offer);
    }
  }

  accept(answer: string): void | Promise<void> {
    return this.sound.accept(answer);
  }

  hold(direction: MediaDirection): void {
    this.sound.hold(direction);
    this.silence.hold(direction);
  }

  close(): void {
    this.sound.close();
  }
}
