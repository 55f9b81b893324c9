import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import {
  dataOf,
  didYouMean,
  findConfig,
  IN_MEMORY,
  isMisread,
  loadConfig,
  misreadText,
  openUsers,
  readAddressOfRecord,
  readDomain,
  StoreError,
  SystemHash,
  type UserStore,
} from "../host/mod.ts";
import { createCommand, Failure, repeated } from "./command.ts";
import { askPassword } from "./password.ts";
import { columns } from "./table.ts";
import { readUserFile, type UserPlace } from "./user-file.ts";

interface Flags {
  readonly config?: string;
  readonly data?: string;
  readonly domain?: readonly string[];
  readonly json?: boolean;
}

/** The users of one data directory, and where those named without a domain belong. */
interface Place extends UserPlace {
  readonly directory: string;
  readonly users: UserStore;
  /** A flag or the configuration names the domains; else they are those of the users that are there. */
  readonly told: boolean;
}

interface Address {
  readonly name: string;
  readonly domain: string;
}

/** Problems of an import told one by one. */
const MAX_TOLD = 20;

/** `ringback user …`. */
export function command(): Command {
  const user = createCommand(
    "user",
    "Add, list, remove and import the users of a data directory. What is stored are digests (HA1), never passwords.",
  );
  const add = (name: string, description: string): Command =>
    user
      .command(name)
      .description(description)
      .option("--data <directory>", "data directory (default: that of the configuration, else .ringback)")
      .option(
        "--domain <domain>",
        "domain of users named without one; may repeat (default: those of the configuration, else of the users there, else localhost)",
        repeated,
      )
      .option("--config <file>", "configuration (default: ringback.config.ts in this directory, if there is one)")
      .option("--json", "print JSON");
  add("add", "Add a user; the password is asked for, or read from standard input.")
    .argument("<user>", "NAME, NAME@DOMAIN, or either with :PASSWORD (which other users of this machine can see)")
    .action((text: string, flags: Flags) => withUsers(flags, true, (place) => addUser(place, text, flags)));
  add("list", "List the users.").action((flags: Flags) => withUsers(flags, false, (place) => listUsers(place, flags)));
  add("remove", "Remove a user.")
    .argument("<user>", "NAME or NAME@DOMAIN")
    .action((text: string, flags: Flags) => withUsers(flags, false, (place) => removeUser(place, text, flags)));
  add("passwd", "Set the password of a user; it is asked for, or read from standard input.")
    .argument("<user>", "NAME, NAME@DOMAIN, or either with :PASSWORD (which other users of this machine can see)")
    .action((text: string, flags: Flags) => withUsers(flags, false, (place) => changePassword(place, text, flags)));
  add(
    "import",
    "Add users from a CSV file, all or none: user,password or user,domain,ha1. Users of the same name are replaced.",
  )
    .argument("<file>", "the file, or - for standard input")
    .action((file: string, flags: Flags) => withUsers(flags, true, (place) => importUsers(place, file, flags)));
  return user;
}

/** Opens the store that the flags name, runs `work` and closes it. `create`: the directory need not be there yet. */
async function withUsers(flags: Flags, create: boolean, work: (place: Place) => Promise<void> | void): Promise<void> {
  const here = process.cwd();
  const file = findConfig(flags.config, here);
  const loaded = file === null ? null : await loadConfig(file);
  if (loaded !== null && "fault" in loaded) throw new Failure(2, loaded.fault);
  const directory = dataOf(flags.data, loaded, here);
  if (directory === IN_MEMORY)
    throw new Failure(2, "users in memory end with their server; name a directory with --data");
  if (!create && !existsSync(directory))
    throw new Failure(1, `there is no data directory ${directory}; no user was ever added there`);
  const told = flags.domain?.map(readDomainFlag) ?? loaded?.config.domains;
  let users: UserStore | null = null;
  try {
    users = openUsers(directory, new SystemHash());
    const domains = told ?? domainsHere(users);
    await work({ directory, users, domains, realm: loaded?.config.realm ?? null, told: told !== undefined });
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(1, error.message);
    throw error;
  } finally {
    users?.close();
  }
}

/** The domains that users of this directory belong to: a server that was started with `--domain` has made its first ones there. */
function domainsHere(users: UserStore): string[] {
  const domains = new Set(users.list().map(({ domain }) => domain));
  return domains.size === 0 ? ["localhost"] : [...domains];
}

/** Users named without a domain join those who are there; where these belong to several domains nobody said which. */
function refuseSeveral({ domains, told }: Place, who: string): void {
  if (told || domains.length === 1) return;
  const some = `${domains.slice(0, 3).join(", ")}${domains.length > 3 ? " and others" : ""}`;
  throw new Failure(2, `users here belong to ${some}; write ${who}@DOMAIN, or --domain DOMAIN`);
}

function readDomainFlag(text: string): string {
  const domain = readDomain(text);
  if (isMisread(domain)) throw new Failure(2, `--domain '${text.slice(0, 80)}': ${misreadText(domain)}`);
  return domain;
}

async function addUser(place: Place, text: string, flags: Flags): Promise<void> {
  const { addresses, password } = read(text, place);
  if (addresses.length > 1) refuseSeveral(place, (addresses[0] as Address).name);
  const known = addresses.find(({ name, domain }) => place.users.has(name, domain));
  if (known !== undefined)
    throw new Failure(1, `${written(known)} is there already; ringback user passwd sets a new password`);
  store(place, addresses, password ?? (await askPassword(text)));
  print(flags, { users: addresses }, `added ${addresses.map(written).join(", ")}`);
}

async function changePassword(place: Place, text: string, flags: Flags): Promise<void> {
  const { addresses, password } = read(text, place);
  const known = knownAmong(place, addresses);
  store(place, known, password ?? (await askPassword(text)));
  print(flags, { users: known }, `new password for ${known.map(written).join(", ")}`);
}

function removeUser(place: Place, text: string, flags: Flags): void {
  const known = knownAmong(place, read(text, place).addresses);
  for (const { name, domain } of known) place.users.remove(name, domain);
  print(flags, { users: known }, `removed ${known.map(written).join(", ")}`);
}

function listUsers(place: Place, flags: Flags): void {
  const users = place.users.list().filter(({ domain }) => flags.domain === undefined || place.domains.includes(domain));
  const rows = users.map(({ name, domain, realm, algorithms, addedAt }) => [
    `${name}@${domain}`,
    realm,
    algorithms.join(" "),
    new Date(addedAt).toISOString().slice(0, 19).replace("T", " "),
  ]);
  const text =
    rows.length === 0 ? `no users in ${place.directory}` : columns(["user", "realm", "digests", "added (UTC)"], rows);
  print(flags, { users }, text);
}

function importUsers(place: Place, file: string, flags: Flags): void {
  const shown = file === "-" ? "standard input" : basename(file);
  const sure = place.told || place.domains.length === 1;
  const { users, problems } = readUserFile(readText(file), sure ? place : { ...place, domains: [] });
  if (problems.length > 0) {
    for (const problem of problems.slice(0, MAX_TOLD)) process.stderr.write(`${shown}:${problem}\n`);
    const count = `${problems.length} ${problems.length === 1 ? "line" : "lines"}`;
    throw new Failure(1, `nothing imported: ${count} of ${shown} cannot be used`);
  }
  const replaced = users.filter(({ name, domain }) => place.users.has(name, domain)).length;
  place.users.put(users, Date.now());
  const count = `${users.length} ${users.length === 1 ? "user" : "users"}`;
  print(flags, { imported: users.length, replaced }, `imported ${count}, ${replaced} in the place of others`);
}

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new Failure(2, `cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** Reads `NAME[@DOMAIN][:PASSWORD]`: the addresses it stands for, one per domain when it names none. */
function read(text: string, place: Place): { addresses: Address[]; password: string | null } {
  const colon = text.indexOf(":");
  const who = colon === -1 ? text : text.slice(0, colon);
  if (colon !== -1 && /^sips?$/i.test(who))
    // a password stands behind the colon, so nothing of it is shown
    throw new Failure(2, `user '${who}:…': a user is named without ${who}:, as NAME or NAME@DOMAIN`);
  const address = readAddressOfRecord(who);
  if (isMisread(address)) throw new Failure(2, `user '${who.slice(0, 80)}': ${misreadText(address)}`);
  const { name, domain } = address;
  const addresses = (domain === null ? place.domains : [domain]).map((each) => ({ name, domain: each }));
  const password = colon === -1 ? null : text.slice(colon + 1);
  if (password === "") throw new Failure(2, "the password is empty");
  return { addresses, password };
}

/** Those of `addresses` that are users, which must be some. */
function knownAmong(place: Place, addresses: readonly Address[]): Address[] {
  const { users } = place;
  const known = addresses.filter(({ name, domain }) => users.has(name, domain));
  if (known.length > 1)
    refuseSeveral({ ...place, domains: known.map(({ domain }) => domain) }, (known[0] as Address).name);
  if (known.length > 0) return known;
  const asked = addresses.map(written);
  const { name } = addresses[0] as Address;
  const there = users.list();
  const near =
    asked.length === 1
      ? didYouMean(asked[0] as string, there.map(written))
      : didYouMean(name, new Set(there.map((user) => user.name)));
  const shown = asked.length > 3 ? name : asked.join(" or ");
  throw new Failure(1, `there is no user ${shown}${near}`);
}

function store({ users, realm }: Place, addresses: readonly Address[], password: string): void {
  const added = addresses.map((address) => ({ ...address, password, ...(realm === null ? {} : { realm }) }));
  users.put(added, Date.now());
}

function written({ name, domain }: Address): string {
  return `${name}@${domain}`;
}

function print(flags: Flags, data: object, text: string): void {
  process.stdout.write(flags.json === true ? `${JSON.stringify(data)}\n` : `${text}\n`);
}
