/** How many of something each of many has at a time, so that none takes all the room there is. Names are kept as they come. */
export class Shares {
  private readonly held = new Map<string, number>();

  of(name: string): number {
    return this.held.get(name) ?? 0;
  }

  /** One more for `name`. */
  take(name: string): void {
    const count = this.held.get(name);
    if (count === undefined) this.held.set(name, 1);
    else this.held.set(name, count + 1);
  }

  /** One less. */
  give(name: string): void {
    const left = this.of(name) - 1;
    if (left > 0) this.held.set(name, left);
    else this.held.delete(name);
  }

  /** Names held. */
  get size(): number {
    return this.held.size;
  }
}
