import type { Answer, Resolver } from "../transport/mod.ts";

/** A DNS that knows the addresses in `names` (host name to numeric address) and nothing else; looked at anew each time. */
export function addressBook(names: ReadonlyMap<string, string>): Resolver {
  const nothing = async (): Promise<Answer<never>> => ({ records: [], ttl: 60 });
  const addresses = (v6: boolean) => async (name: string) => {
    const found = names.get(name);
    return { records: found !== undefined && found.includes(":") === v6 ? [found] : [], ttl: 60 };
  };
  return { naptr: nothing, srv: nothing, a: addresses(false), aaaa: addresses(true) };
}
