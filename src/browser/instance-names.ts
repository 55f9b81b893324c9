/** The part of a page's storage that is used here. */
export type NameStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What this tab is called by registrars (RFC 5626 §4.1): the same after a reload, another in every tab. A tab that is duplicated
 * takes its storage along, so the name lies there only while no page has it: two pages of one name would take each other's
 * binding away.
 */
export class InstanceNames {
  private readonly key: string;
  private readonly storage: () => NameStorage;
  private name: string | null = null;

  /** @param storage the tab's; it may throw where storage is denied to the page */
  constructor(uri: string, storage: () => NameStorage = () => sessionStorage) {
    this.key = `ringback:instance:${uri}`;
    this.storage = storage;
  }

  /** The name from now on; the same one until it is given back. */
  take(): string {
    this.name ??= this.left() ?? `urn:uuid:${uuid()}`;
    return this.name;
  }

  /** Leaves the name for the page that comes after this one. */
  giveBack(): void {
    const { name } = this;
    this.name = null;
    if (name === null) return;
    try {
      this.storage().setItem(this.key, name);
    } catch {
      // Without storage a reload leaves a binding behind, until it expires.
    }
  }

  private left(): string | null {
    try {
      const storage = this.storage();
      const name = storage.getItem(this.key);
      storage.removeItem(this.key);
      return name;
    } catch {
      return null;
    }
  }
}

/** A random UUID; `crypto.randomUUID` is kept from pages that are not secure. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
