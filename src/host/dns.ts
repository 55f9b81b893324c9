import { lookup, promises } from "node:dns";
import { readFileSync, statSync } from "node:fs";
import { isIP } from "node:net";
import type { Answer, NaptrRecord, Resolver, SrvRecord } from "../transport/mod.ts";

export interface DnsOptions {
  /** Name servers as `address` or `address:port`; the system's when absent. */
  readonly servers?: readonly string[];
  /** Milliseconds per attempt. Default 1500. */
  readonly timeout?: number;
  /** Attempts per server. Default 2. */
  readonly tries?: number;
  /** Names this machine knows by itself. Default the system's hosts file. */
  readonly hostsFile?: string;
}

/** Seconds to keep an SRV or NAPTR answer: Node does not tell their TTL. */
const UNTOLD_TTL = 60;
/** Seconds to keep the answer that there is nothing: the SOA's word on it is not told either (RFC 2308 §5). */
const NEGATIVE_TTL = 30;
const HOSTS_TTL = 5;
/** getaddrinfo occupies a thread of the process's pool for as long as it takes. */
const MAX_SYSTEM_LOOKUPS = 2;

/** Error codes that are an answer: no such name, or no records of that type. */
const nothing = new Set(["ENOTFOUND", "ENODATA"]);

/** The DNS by node:dns, with the hosts file before it and the system's search domains for names without a dot. */
export class SystemResolver implements Resolver {
  private readonly resolver: promises.Resolver;
  private readonly hosts: HostsFile;
  private systemLookups = 0;

  constructor(options: DnsOptions = {}) {
    this.resolver = new promises.Resolver({ timeout: options.timeout ?? 1500, tries: options.tries ?? 2 });
    if (options.servers !== undefined) this.resolver.setServers(options.servers);
    this.hosts = new HostsFile(options.hostsFile ?? systemHostsFile());
  }

  async naptr(name: string): Promise<Answer<NaptrRecord>> {
    const records = await orNothing(this.resolver.resolveNaptr(name));
    const found = records.map(({ order, preference, flags, service, regexp, replacement }) => {
      return { order, preference, flags, service, regexp, replacement };
    });
    return answer(found, UNTOLD_TTL);
  }

  async srv(name: string): Promise<Answer<SrvRecord>> {
    const records = await orNothing(this.resolver.resolveSrv(name));
    const found = records.map(({ priority, weight, port, name: target }) => ({ priority, weight, port, target }));
    return answer(found, UNTOLD_TTL);
  }

  a(name: string): Promise<Answer<string>> {
    return this.addresses(name, 4, () => this.resolver.resolve4(name, { ttl: true }));
  }

  aaaa(name: string): Promise<Answer<string>> {
    return this.addresses(name, 6, () => this.resolver.resolve6(name, { ttl: true }));
  }

  private async addresses(
    name: string,
    family: 4 | 6,
    query: () => Promise<{ address: string; ttl: number }[]>,
  ): Promise<Answer<string>> {
    const known = this.hosts.addresses(name);
    if (known.length > 0) {
      return { records: known.filter((address) => isIP(address) === family), ttl: HOSTS_TTL };
    }
    const records = await orNothing(query());
    if (records.length === 0 && !name.includes(".")) return this.bySystem(name, family);
    const ttl = Math.min(...records.map((record) => record.ttl));
    return answer(
      records.map((record) => record.address),
      ttl,
    );
  }

  private bySystem(name: string, family: 4 | 6): Promise<Answer<string>> {
    if (this.systemLookups >= MAX_SYSTEM_LOOKUPS) return Promise.reject(new Error("too many system lookups"));
    this.systemLookups++;
    return new Promise((resolve) => {
      lookup(name, { family, all: true }, (error, found) => {
        this.systemLookups--;
        resolve(answer(error === null ? found.map(({ address }) => address) : [], UNTOLD_TTL));
      });
    });
  }
}

function answer<T>(records: readonly T[], ttl: number): Answer<T> {
  return { records, ttl: records.length === 0 ? NEGATIVE_TTL : ttl };
}

async function orNothing<T>(query: Promise<T[]>): Promise<T[]> {
  try {
    return await query;
  } catch (error) {
    if (nothing.has((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}

function systemHostsFile(): string {
  if (process.platform !== "win32") return "/etc/hosts";
  return `${process.env.SystemRoot ?? "C:\\Windows"}\\System32\\drivers\\etc\\hosts`;
}

/** The hosts file, read again when it has changed; node:dns passes it over. */
class HostsFile {
  private readonly file: string;
  private readonly names = new Map<string, string[]>();
  private changedAt = -1;

  constructor(file: string) {
    this.file = file;
  }

  addresses(name: string): readonly string[] {
    this.refresh();
    return this.names.get(name.toLowerCase()) ?? [];
  }

  private refresh(): void {
    const { changedAt, text } = this.readIfChanged();
    if (text === null) return;
    this.changedAt = changedAt;
    this.names.clear();
    for (const line of text.split("\n")) {
      const [address = "", ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
      if (isIP(address) === 0) continue;
      for (const name of names)
        this.names.set(name.toLowerCase(), [...(this.names.get(name.toLowerCase()) ?? []), address]);
    }
  }

  /** The file's text when it is another than before; "" when it cannot be read. */
  private readIfChanged(): { changedAt: number; text: string | null } {
    try {
      const changedAt = statSync(this.file).mtimeMs;
      return { changedAt, text: changedAt === this.changedAt ? null : readFileSync(this.file, "utf8") };
    } catch {
      return { changedAt: -1, text: "" };
    }
  }
}
