import type { Ha1 } from "../../auth/mod.ts";
import type { NewUser } from "./users.ts";

/** A line that names no user, for the person who wrote it. */
export interface UserListFault {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/**
 * Reads a list of users, one a line; empty lines and those that begin with "#" are passed over.
 * - `name:password` or `name@domain:password`
 * - `name:realm:HA1` as htdigest writes it: 32 hexadecimal digits are MD5, 64 are SHA-256
 * @param domain for those who name none
 * @returns the users, or the first line that is neither
 */
export function readUserList(text: string, domain: string): NewUser[] | UserListFault {
  const users: NewUser[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const user = readUser(line, domain);
    if (typeof user === "string") return { line: index + 1, problem: user };
    users.push(user);
  }
  return users;
}

/** The user of one line, or what is wrong with it. */
function readUser(line: string, domain: string): NewUser | string {
  const htdigest = /^([^:]+):([^:]+):([0-9a-fA-F]{32}|[0-9a-fA-F]{64})$/.exec(line);
  if (htdigest !== null) {
    const [, login = "", realm = "", digits = ""] = htdigest;
    const value = digits.toLowerCase();
    const made: Ha1 = value.length === 32 ? { MD5: value } : { "SHA-256": value };
    // The name is part of what was hashed, with its domain when it has one.
    return { ...split(login, domain), realm, ...(login.includes("@") ? { ha1AtDomain: made } : { ha1: made }) };
  }
  const colon = line.indexOf(":");
  if (colon === -1) return "there is no colon between name and password";
  if (colon === 0) return "there is no name before the colon";
  if (colon === line.length - 1) return "there is no password behind the colon";
  const user = split(line.slice(0, colon), domain);
  if (user.name === "" || user.domain === "") return "there is no name or no domain round the @";
  return { ...user, password: line.slice(colon + 1) };
}

function split(login: string, domain: string): { name: string; domain: string } {
  const at = login.lastIndexOf("@");
  return at === -1 ? { name: login, domain } : { name: login.slice(0, at), domain: login.slice(at + 1) };
}
