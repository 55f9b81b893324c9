import type { Command } from "commander";
import { plainLine } from "../reference/mod.ts";
import { parseSipUri, writeUri } from "../syntax/mod.ts";
import type { Registration } from "../ua/mod.ts";
import { type AgentFlags, agentCommand, openSession, report, requestVerdict, secondsOf, stay } from "./agent.ts";
import { Answer, Failure } from "./command.ts";

interface RegisterFlags extends AgentFlags {
  readonly expires: string;
  readonly duration: string;
  readonly keep?: boolean;
  readonly outbound?: boolean;
}

/** `ringback register URI`. */
export function command(): Command {
  return agentCommand("register", "Register an address (REGISTER): shows what the server bound, then removes it again.")
    .argument("<uri>", "the address of record, as sip:alice@example.com")
    .option("--expires <seconds>", "how long to ask for", "3600")
    .option("--duration <seconds>", "how long to stay registered", "0")
    .option("--keep", "leave the binding to its time instead of removing it")
    .option("--outbound", "register the connection itself (RFC 5626)")
    .addHelpText(
      "after",
      `
Exit code: 0 registered, 1 not registered, 2 called wrongly.

Examples:
  ringback register sip:alice@localhost --password secret
  ringback register sip:alice@example.com --transport tcp --outbound --duration 600 --json`,
    )
    .action(register);
}

async function register(uri: string, flags: RegisterFlags): Promise<void> {
  const expires = secondsOf("--expires", flags.expires);
  if (expires < 1) throw new Failure(2, "--expires must be at least 1 second");
  const duration = secondsOf("--duration", flags.duration);
  const registered = await (async () => {
    await using session = await openSession(uri, { ...flags, from: flags.from ?? addressOfRecord(uri) });
    const { reference, progress, target, interrupted, agent } = session;
    progress.show(reference.progress("registering", { target }));
    const registration = agent.register({
      registrar: withoutUser(target),
      expires,
      outbound: flags.outbound === true,
      signal: interrupted,
    });
    const outcome = await registration.outcome;
    const ok = registration.state === "registered";
    const told = bound(registration);
    if (ok) {
      progress.show(reference.progress("registered", { seconds: String(registration.granted) }));
      await stay(duration, registration.ended);
    }
    const lines = ok ? [reference.progress("registered", { seconds: String(told.granted) }), ...told.lines] : [];
    if (flags.keep === true || !ok) registration.abandon();
    else {
      const removed = await registration.unregister();
      if (removed.kind === "answered") lines.push(reference.progress("unregistered"));
    }
    progress.clear();
    const { granted, contacts, gruu, outbound: flow } = told;
    const json = { granted, contacts, gruu, outbound: flow };
    report(session, outcome, requestVerdict(outcome, reference), { json, lines });
    return ok;
  })();
  if (!registered) throw new Answer(1);
}

/** What the registrar told. */
function bound({ granted, bindings, gruu, outbound }: Registration) {
  const contacts = bindings.map(({ uri, expires, q }) => ({
    uri: plainLine(uri, 300),
    expires,
    q: q === null ? null : q / 1000,
  }));
  const lines = contacts.map(({ uri, expires }) => `${uri}${expires === null ? "" : ` (${expires} s)`}`);
  return { granted, contacts, gruu, outbound, lines };
}

/** A URI as one registers it: scheme, user, domain. */
function addressOfRecord(text: string): string {
  const uri = parseSipUri(/^sips?:/i.test(text) ? text : `sip:${text}`);
  if (uri?.user == null) throw new Failure(2, `'${text.slice(0, 60)}' is no address of record: write sip:user@domain`);
  return writeUri({ ...uri, port: null, params: "", headers: "", password: null });
}

function withoutUser(text: string): string {
  const uri = parseSipUri(text);
  return uri === null ? text : writeUri({ ...uri, user: null, password: null, headers: "" });
}
