import { own } from "../../kernel/mod.ts";
import { MESSAGE_SUMMARY, type MessageSummary, writeMessageSummary } from "../../ua/mod.ts";
import { type ChangeListener, type EventState, uriOfKey, type Watch } from "./event-state.ts";

const MAX_ACCOUNTS = 100_000;

/** Waiting messages (RFC 3842): what a mailbox has told this server. None is known of at first. */
export class MessageState implements EventState {
  readonly name = "message-summary";
  readonly contentType = MESSAGE_SUMMARY;
  readonly intervalMs = 1000;
  readonly patienceMs = 0;
  readonly versioned = false;
  private readonly summaries = new Map<string, MessageSummary>();
  private readonly onChange: ChangeListener;

  constructor(onChange: ChangeListener) {
    this.onChange = onChange;
  }

  /**
   * What waits for an address of record; null forgets it. False when there is no room for one more.
   * Throws a RangeError on a summary that cannot be written.
   */
  set(addressOfRecord: string, summary: MessageSummary | null): boolean {
    if (summary === null) this.summaries.delete(addressOfRecord);
    else {
      writeMessageSummary(summary);
      if (this.summaries.size >= MAX_ACCOUNTS && !this.summaries.has(addressOfRecord)) return false;
      this.summaries.set(own(addressOfRecord), summary);
    }
    this.onChange(this.name, addressOfRecord);
    return true;
  }

  follow(): void {}

  document({ addressOfRecord }: Watch): string {
    const account = uriOfKey(addressOfRecord);
    return writeMessageSummary({ account, ...(this.summaries.get(addressOfRecord) ?? { waiting: false }) });
  }
}
