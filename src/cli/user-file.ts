import { isMisread, misreadText, type NewUser, readAddressOfRecord, readDomain } from "../host/mod.ts";

/** Users read from a file, or the lines that cannot be used. */
export interface UserFile {
  readonly users: readonly NewUser[];
  /** `3: what is wrong there`. */
  readonly problems: readonly string[];
}

/** Where users without a domain of their own belong (nowhere: each line must name one), and the realm that HA1 values are made for. */
export interface UserPlace {
  readonly domains: readonly string[];
  /** Null: each domain is its own realm. */
  readonly realm: string | null;
}

const columnNames = ["user", "domain", "password", "ha1"] as const;
type Column = (typeof columnNames)[number];

/** Columns of a file without a heading, by their number. */
const usual: Readonly<Record<number, readonly Column[]>> = { 2: ["user", "password"], 3: ["user", "domain", "ha1"] };

/**
 * Reads users from CSV (RFC 4180): `user,password` or `user,domain,ha1`, or whatever a heading of these names says.
 * An HA1 of 32 hex digits is MD5's, one of 64 SHA-256's. Empty lines and lines that begin with # are passed over.
 */
export function readUserFile(text: string, place: UserPlace): UserFile {
  const users: NewUser[] = [];
  const problems: string[] = [];
  const lineOf = new Map<string, number>();
  let columns: readonly Column[] | null = null;
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const number = index + 1;
    const line = raw.replace(/\r$/, "");
    if (line.trim() === "" || line.startsWith("#")) continue;
    const fields = fieldsOf(line);
    if (fields === null) {
      problems.push(`${number}: a quoted field does not end`);
      continue;
    }
    if (columns === null) {
      const heading = headingOf(fields);
      columns = heading ?? usual[fields.length] ?? (usual[2] as readonly Column[]);
      if (heading !== null) continue;
    }
    const made = usersOf(columns, fields, place);
    if (typeof made === "string") problems.push(`${number}: ${made}`);
    else {
      for (const user of made) {
        const key = `${user.name}@${user.domain}`;
        const before = lineOf.get(key);
        if (before !== undefined) problems.push(`${number}: ${key} stands on line ${before} already`);
        lineOf.set(key, number);
        users.push(user);
      }
    }
  }
  return { users, problems };
}

function headingOf(fields: readonly string[]): Column[] | null {
  const names = fields.map((field) => field.trim().toLowerCase());
  if (!names.includes("user") || !names.every((name) => columnNames.includes(name as Column))) return null;
  return names as Column[];
}

/** The users of one line (one per domain when it names none), or what is wrong with it. */
function usersOf(columns: readonly Column[], fields: readonly string[], place: UserPlace): NewUser[] | string {
  if (fields.length !== columns.length)
    return `${fields.length} fields instead of ${columns.length} (${columns.join(",")})`;
  const value = (column: Column): string | undefined => fields[columns.indexOf(column)];
  const address = readAddressOfRecord((value("user") ?? "").trim());
  if (isMisread(address)) return `user '${value("user")?.slice(0, 60)}': ${misreadText(address)}`;
  const named = value("domain") === undefined ? null : readDomain((value("domain") ?? "").trim());
  if (isMisread(named)) return `domain '${value("domain")?.slice(0, 60)}': ${misreadText(named)}`;
  const proof = proofOf(value("password"), value("ha1")?.trim());
  if (typeof proof === "string") return proof;
  const own = named ?? address.domain;
  if (own === null && place.domains.length === 0) return "the domain is missing, and users here belong to several";
  return (own === null ? place.domains : [own]).map((domain) => ({
    name: address.name,
    domain,
    ...(place.realm === null ? {} : { realm: place.realm }),
    ...proof,
  }));
}

function proofOf(password: string | undefined, ha1: string | undefined): Pick<NewUser, "password" | "ha1"> | string {
  if (ha1 !== undefined && ha1 !== "") {
    const digest = ha1.toLowerCase();
    if (/^[0-9a-f]{32}$/.test(digest)) return { ha1: { MD5: digest } };
    if (/^[0-9a-f]{64}$/.test(digest)) return { ha1: { "SHA-256": digest } };
    return "the HA1 is not 32 (MD5) or 64 (SHA-256) hexadecimal digits";
  }
  return password === undefined || password === "" ? "the password is empty" : { password };
}

/** The fields of one line; null when a quoted one does not end on it. */
function fieldsOf(line: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(",", at);
      fields.push(line.slice(at, comma === -1 ? undefined : comma));
      if (comma === -1) return fields;
      at = comma + 1;
      continue;
    }
    const quoted = /"((?:[^"]|"")*)"(,|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(line);
    if (match === null) return null;
    fields.push((match[1] as string).replaceAll('""', '"'));
    if (match[2] === "") return fields;
    at = quoted.lastIndex;
  }
}
