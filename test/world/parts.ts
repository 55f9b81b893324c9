import type { SimulatedHost } from "../../src/lab/mod.ts";
import { LocationService } from "../../src/server/location.ts";
import type { ServerParts, ServerPolicy } from "../../src/server/mod.ts";
import { MemoryUsers, userRecord } from "../../src/server/users.ts";
import { type Answer, everyProtocol, Locator, type Resolver } from "../../src/transport/mod.ts";

/** A DNS that knows addresses and nothing else; a name may have several with a space between them. */
export function namesOnly(names: ReadonlyMap<string, string>): Resolver {
  const nothing = async (): Promise<Answer<never>> => ({ records: [], ttl: 60 });
  const address =
    (family6: boolean) =>
    async (name: string): Promise<Answer<string>> => {
      const found = names.get(name)?.split(" ") ?? [];
      return { records: found.filter((each) => each.includes(":") === family6), ttl: 60 };
    };
  return { naptr: nothing, srv: nothing, a: address(false), aaaa: address(true) };
}

/** The way from an agent on `host` to the hosts in `names`. */
export function agentLocator({ kernel, transport }: SimulatedHost, names: ReadonlyMap<string, string>): Locator {
  return new Locator(kernel, namesOnly(names), transport, { protocols: everyProtocol });
}

/** What a server on `host` is made of: memory for bindings and users, an address book for DNS. */
export function serverParts(
  host: SimulatedHost,
  policy: ServerPolicy,
  passwords: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): ServerParts & { location: LocationService } {
  const { kernel, transport } = host;
  const domain = policy.domains[0] as string;
  const realm = policy.realm ?? domain;
  const users = new MemoryUsers(
    Object.entries(passwords).map(([user, password]) => userRecord(kernel.hash, user, domain, realm, password)),
  );
  return {
    kernel,
    transport,
    locator: new Locator(kernel, namesOnly(names), transport),
    location: new LocationService(kernel),
    users,
    policy,
  };
}
