/** Rendered pages, those asked for last, within a bound. */

const MAX_CHARACTERS = 16 * 1024 * 1024;

export class PageCache {
  private readonly pages = new Map<string, string>();
  private readonly most: number;
  private characters = 0;

  constructor(most = MAX_CHARACTERS) {
    this.most = most;
  }

  get(key: string): string | undefined {
    const page = this.pages.get(key);
    if (page === undefined) return undefined;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  /** Keeps a page that is not kept yet; the ones longest not asked for make room. */
  put(key: string, page: string): void {
    if (this.pages.has(key)) return;
    this.pages.set(key, page);
    this.characters += page.length;
    for (const [oldest, text] of this.pages) {
      if (this.characters <= this.most) break;
      this.pages.delete(oldest);
      this.characters -= text.length;
    }
  }
}
