import type { Command } from "commander";
import {
  type Additions,
  FileWatch,
  findConfig,
  loadConfig,
  type RunningServer,
  resolveSettings,
  type ServeFlags,
  type Settings,
  startServer,
} from "../host/mod.ts";
import { createCommand, Failure, repeated } from "./command.ts";

const examples = `
Without a configuration the server listens on this machine only: UDP and TCP 127.0.0.1:5060, HTTP and SIP over
WebSocket 127.0.0.1:8060, domain localhost, users alice, bob and carol with passwords that are told once.

  ringback serve
  ringback serve --domain example.org --listen udp:192.0.2.1:5060 --listen tcp:192.0.2.1:5060 --data /var/lib/ringback
  ringback serve --domain test --lab --auth off
  ringback serve --domain test --user alice:secret --user bob:secret --data :memory: --no-http
`;

/** `ringback serve`. */
export function command(): Command {
  return createCommand("serve", "Run the SIP server until SIGTERM or SIGINT.")
    .option("--config <file>", "configuration (default: ringback.config.ts in this directory, if there is one)")
    .option("--domain <domain>", "a domain whose users this server serves; may repeat", repeated)
    .option(
      "--listen <address>",
      "where SIP is taken, as udp:127.0.0.1:5060, tcp:[::1]:5060 or tls:HOST:PORT; may repeat",
      repeated,
    )
    .option("--http <address>", "where console, metrics and SIP over WebSocket (/sip) are taken, as 127.0.0.1:8060")
    .option("--no-http", "no HTTP and no WebSocket")
    .option("--data <directory>", "where users and bindings are kept, or :memory: (default: .ringback)")
    .option("--user <name:password>", "a user, also name@domain:password; may repeat", repeated)
    .option("--auth <how>", "digest, or off (on loopback only)")
    .option("--tls-cert <file>", "certificate chain of the tls: listeners, PEM")
    .option("--tls-key <file>", "private key of that certificate, PEM")
    .option("--quiet", "no line per call on standard output (its times are UTC)")
    .option("--lab", "dial-a-code: sip:603@DOMAIN answers 603, and so on (ringback dial --list tells all names)")
    .addHelpText("after", examples)
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  const settings = await settingsOf(flags);
  if (typeof settings === "string") throw new Failure(2, settings);
  const site = settings.http === null ? null : (await import("./site-sources.ts")).openSite({ console: "/console" });
  const server = await startServer(settings, { site, ...(settings.lab ? await dialACode() : {}) });
  if (typeof server === "string") throw new Failure(1, server);
  process.on("uncaughtException", (error) => server.onException(error));
  process.on("unhandledRejection", (error) => server.onException(error));
  const watch = watchConfig(server, flags);
  const ended = untilStopped(server);
  announce(server);
  await ended;
  watch?.close();
}

async function dialACode(): Promise<Additions> {
  const { DialService, dialList } = await import("../lab/mod.ts");
  const { dialScripts } = await import("./dial-scripts.ts");
  const scripts = dialScripts();
  return {
    residents: (parts) => new DialService(parts),
    dial: dialList(),
    ...(scripts === undefined ? {} : { dialScripts: scripts }),
  };
}

async function settingsOf(flags: ServeFlags): Promise<Settings | string> {
  const directory = process.cwd();
  const file = findConfig(flags.config, directory);
  const loaded = file === null ? null : await loadConfig(file);
  if (loaded !== null && "fault" in loaded) return loaded.fault;
  return resolveSettings(flags, loaded, directory);
}

function announce({ settings, credentials, listening, httpUrl, consoleUrl }: RunningServer): void {
  const lines: string[] = [];
  if (credentials.length > 0) {
    const width = Math.max(...credentials.map(({ user, domain }) => `sip:${user}@${domain}`.length));
    lines.push(
      "Users made up for this first start. Their passwords are not shown again (ringback user passwd sets new ones):",
    );
    for (const { user, domain, password } of credentials)
      lines.push(`  ${`sip:${user}@${domain}`.padEnd(width)}  ${password}`);
  }
  if (settings.policy.authentication === "off")
    lines.push("Authentication is off: whoever reaches these addresses may register and call as anybody.");
  const { domains } = settings.policy;
  const where = consoleUrl === null ? "no HTTP" : `console ${consoleUrl}; reference ${httpUrl}`;
  lines.push(
    `ringback: ready on ${listening.join(" ")}; ${domains.length === 1 ? "domain" : "domains"} ${domains.join(" ")}; ${where}`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** npm sends Ctrl-C on to a process that the terminal has told already, so two signals this close (milliseconds) are one. */
const ONE_SIGNAL_MS = 500;

/** The first signal lets running calls end, the second one does not wait for them. */
function untilStopped(server: RunningServer): Promise<void> {
  return new Promise((resolve) => {
    let stoppingSince: number | null = null;
    const onSignal = (): void => {
      const now = performance.now();
      if (stoppingSince !== null) {
        if (now - stoppingSince >= ONE_SIGNAL_MS) server.hurryUp();
        return;
      }
      stoppingSince = now;
      server.stop().then((cut) => {
        if (cut > 0)
          process.stderr.write(`ringback: stopped with ${cut} ${cut === 1 ? "request" : "requests"} unanswered\n`);
        resolve();
      });
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}

/** A configuration that changes is read again; one that cannot be used leaves the old one in force. */
function watchConfig(server: RunningServer, flags: ServeFlags): FileWatch | null {
  const { configFile, configFiles } = server.settings;
  if (configFile === null) return null;
  const say = (text: string): void => {
    process.stderr.write(`ringback: ${text}\n`);
  };
  const watch = new FileWatch(async () => {
    const loaded = await loadConfig(configFile);
    const settings = "fault" in loaded ? loaded.fault : resolveSettings(flags, loaded, process.cwd());
    watch.follow("fault" in loaded ? [...new Set([...configFiles, ...loaded.files])] : loaded.files);
    if (typeof settings === "string") return say(`${settings}; the configuration in force stays`);
    const { changed, needRestart } = server.reload(settings);
    const now = changed.length === 0 ? "nothing changed" : `${changed.join(", ")} changed`;
    say(
      `configuration read again: ${now}${needRestart.length === 0 ? "" : `; ${needRestart.join(", ")} at the next start`}`,
    );
  });
  watch.follow(configFiles);
  return watch;
}
