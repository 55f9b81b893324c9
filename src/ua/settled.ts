/** A promise and the one moment that settles it. */
export class Settled<T> {
  readonly promise: Promise<T>;
  value: T | null = null;
  private resolve: (value: T) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  /** False when it was settled before; nothing changes then. */
  settle(value: T): boolean {
    if (this.value !== null) return false;
    this.value = value;
    this.resolve(value);
    return true;
  }
}
