import { FileWatch } from "./config/watch.ts";

/** Listeners whose certificate can be read again. */
export interface RenewsCertificate {
  /** When the first of the certificates ends, in milliseconds since the epoch; null without TLS. */
  readonly certificateEnds: number | null;
  /** Reads certificate and key again. A sentence says why what there is cannot be used; then what was read before stays. */
  renewCertificate(): string | null;
}

/**
 * Takes over a certificate that was renewed while the server runs, as programs that fetch one every few weeks expect, and
 * tells the operator of it, and of one that has ended.
 */
export class CertificateWatch {
  private readonly listeners: RenewsCertificate;
  private readonly notice: (text: string) => void;
  private readonly watch: FileWatch;

  constructor(files: readonly string[], listeners: RenewsCertificate, notice: (text: string) => void) {
    this.listeners = listeners;
    this.notice = notice;
    this.watch = new FileWatch(() => this.renew());
    this.watch.follow(files);
    if (this.hasEnded) notice(`the TLS certificate ended on ${this.lastDay}; phones that look at it will not connect`);
  }

  close(): void {
    this.watch.close();
  }

  private renew(): void {
    const refused = this.listeners.renewCertificate();
    if (refused !== null) this.notice(`${refused}; the certificate in force stays`);
    else this.notice(`TLS certificate read again; it ${this.hasEnded ? "ended on" : "is good until"} ${this.lastDay}`);
  }

  private get hasEnded(): boolean {
    const { certificateEnds } = this.listeners;
    return certificateEnds !== null && certificateEnds < Date.now();
  }

  private get lastDay(): string {
    return new Date(this.listeners.certificateEnds ?? 0).toISOString().slice(0, 10);
  }
}
