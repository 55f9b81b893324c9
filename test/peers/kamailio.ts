/**
 * Kamailio as a digest registrar and record-routing stateful proxy: the control experiment for these stories, and the
 * server of somebody else's that Ringback's own agent registers at.
 *
 * It keeps its bindings in memory and ends at once when told to, so the stories of the power cut and of the
 * shutdown must fail with it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Program, removeFolder, scratchFolder } from "./process.ts";
import type { Ports, ServerSettings } from "./server.ts";

const MODULES = [
  "kex",
  "corex",
  "tm",
  "tmx",
  "sl",
  "rr",
  "pv",
  "maxfwd",
  "textops",
  "siputils",
  "usrloc",
  "registrar",
  "auth",
  "xlog",
];

/** How a registrar of somebody else's challenges. */
export interface ChallengeSettings {
  readonly algorithm: "MD5" | "SHA-256";
  /** Offers qop "auth" (RFC 7616 §3.3). */
  readonly qop: boolean;
}

const plain: ChallengeSettings = { algorithm: "MD5", qop: false };

/** Launches Kamailio, and says which of its lines means that it takes traffic. Every user has one password. */
export async function launchKamailio(
  settings: ServerSettings,
  ports: Ports,
  challenge = plain,
): Promise<{ program: Program; ready: (line: string) => boolean }> {
  const folder = scratchFolder("kamailio");
  const config = join(folder, "kamailio.cfg");
  const password = settings.users[0]?.split(":")[1] ?? "";
  await writeFile(config, configuration(settings.domain, password, ports.sip, challenge));
  const program = new Program({
    name: "kamailio",
    command: "kamailio",
    args: ["-f", config, "-DD", "-E", "-m", "64", "-M", "8", "-w", folder, "-Y", folder],
  });
  void program.exited.then(() => removeFolder(folder));
  return { program, ready: (line) => line.includes("peers: ready") };
}

function configuration(domain: string, password: string, port: number, challenge: ChallengeSettings): string {
  const flags = challenge.qop ? "1" : "0";
  return `#!KAMAILIO
debug=0
log_stderror=yes
children=2
tcp_children=2
auto_aliases=no
udp_mtu=1300
udp_mtu_try_proto=TCP
alias="${domain}"
listen=udp:127.0.0.1:${port}
listen=tcp:127.0.0.1:${port}
${MODULES.map((name) => `loadmodule "${name}.so"`).join("\n")}
modparam("usrloc", "db_mode", 0)
modparam("registrar", "append_branches", 1)
modparam("auth", "algorithm", "${challenge.algorithm === "MD5" ? "" : challenge.algorithm}")
event_route[core:worker-one-init] {
  xlog("L_ALERT", "peers: ready\\n");
}
request_route {
  if (!mf_process_maxfwd_header("70")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (is_method("CANCEL")) { if (t_check_trans()) { t_relay(); } exit; }
  if (has_totag()) {
    if (loose_route()) {
      if ($ru =~ ";gr(=|$)") { lookup("location"); }
      t_relay();
      exit;
    }
    if (is_method("ACK")) { if (t_check_trans()) { t_relay(); } exit; }
    sl_send_reply("404", "Not Here");
    exit;
  }
  if (is_method("ACK")) { exit; }
  if (is_method("REGISTER")) {
    if (!pv_www_authenticate("$td", "${password}", "0")) { www_challenge("$td", "${flags}"); exit; }
    save("location");
    exit;
  }
  loose_route();
  if (!pv_proxy_authenticate("$fd", "${password}", "0")) { proxy_challenge("$fd", "${flags}"); exit; }
  remove_hf("Proxy-Authorization");
  if (is_method("INVITE|SUBSCRIBE")) { record_route(); }
  if (!lookup("location")) { sl_send_reply("480", "Temporarily Unavailable"); exit; }
  t_relay();
}
`;
}
