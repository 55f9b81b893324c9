import type { Notification } from "./notification.ts";

/** Notifications kept for a reader that is slower than they come; beyond that the oldest are left out. */
const MOST_UNREAD = 1000;

/** Notifications in the order they came, for `for await`: it ends with the subscription. */
export class NotificationQueue implements AsyncIterableIterator<Notification, undefined> {
  private readonly unread: Notification[] = [];
  private waiting: ((result: IteratorResult<Notification, undefined>) => void)[] = [];
  private ended = false;
  private readonly leave: () => void;

  /** @param leave called when the reader stops reading */
  constructor(leave: () => void) {
    this.leave = leave;
  }

  put(notification: Notification): void {
    if (this.ended) return;
    const reader = this.waiting.shift();
    if (reader !== undefined) reader({ value: notification, done: false });
    else if (this.unread.push(notification) > MOST_UNREAD) this.unread.shift();
  }

  end(): void {
    this.ended = true;
    for (const reader of this.waiting.splice(0)) reader({ value: undefined, done: true });
  }

  next(): Promise<IteratorResult<Notification, undefined>> {
    const value = this.unread.shift();
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  return(): Promise<IteratorResult<Notification, undefined>> {
    this.unread.length = 0;
    this.end();
    this.leave();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
