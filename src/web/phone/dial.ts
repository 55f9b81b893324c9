/**
 * The telephone of the page at `/dial`: each button calls its name through this very server and says what came of it. It opens no
 * microphone: what dial-a-code tells is told in SIP.
 */
import { BrowserUserAgent } from "../../browser/mod.ts";
import { type Outcome, type OutgoingCall, SilentMedia } from "../../ua/mod.ts";

const main = document.querySelector("main") as HTMLElement;
const form = document.querySelector("form");
const { domain = "", realm = "" } = main.dataset;
let agent: { readonly who: string; readonly agent: BrowserUserAgent } | null = null;

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-name]")) {
  button.hidden = false;
  const { name = "" } = button.dataset;
  const output = button.nextElementSibling as HTMLOutputElement;
  let call: OutgoingCall | null = null;
  button.addEventListener("click", () => {
    if (call !== null) {
      void call.hangUp();
      return;
    }
    const say = (text: string): void => {
      output.value = text;
    };
    try {
      call = ring(name, say);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return;
    }
    button.textContent = "Hang up";
    void call.ended.then(() => {
      call = null;
      button.textContent = "Call";
    });
  });
}

function ring(name: string, say: (text: string) => void): OutgoingCall {
  const began = performance.now();
  /** What comes at once comes after nothing. */
  const after = (): string => {
    const seconds = (performance.now() - began) / 1000;
    return seconds < 0.5 ? "" : `, after ${seconds.toFixed(1)} s`;
  };
  say("Calling …");
  const call = agentOf().call(name, {
    redirects: "never",
    onProgress: ({ code, phrase }) => say(`${code} ${phrase}${after()} …`),
  });
  void call.outcome.then((outcome) => say(`${told(outcome)}${after()}.`));
  return call;
}

function told({ kind, code, text, scope, retryAfter, contacts }: Outcome): string {
  const reach = { here: "for this phone", domain: "for this domain", everywhere: "for every phone" } as const;
  const parts = [code === null || text.startsWith(String(code)) ? text : `${code}, ${text}`];
  if (kind === "rejected" && scope !== null) parts.push(reach[scope]);
  if (contacts.length > 0) parts.push(`to ${contacts.map(({ uri }) => uri).join(" or ")}`);
  if (retryAfter !== null) parts.push(`try again in ${retryAfter} s`);
  return parts.join(", ");
}

/** The agent of whoever stands in the form; another one when that has changed. */
function agentOf(): BrowserUserAgent {
  const given = new FormData(form ?? undefined);
  const user = String(given.get("user") ?? "").trim();
  const password = String(given.get("password") ?? "");
  if (form !== null && (user === "" || password === "")) throw new Error("Say who calls: user and password, above.");
  const who = `${user} ${password}`;
  if (agent?.who === who) return agent.agent;
  void agent?.agent.close();
  const made = new BrowserUserAgent({
    uri: `sip:${user === "" ? "visitor" : encodeURIComponent(user)}@${domain}`,
    ...(form === null ? {} : { account: { user, password, realm } }),
    webSocket: `${location.origin.replace(/^http/, "ws")}/sip`,
    media: () => new SilentMedia("127.0.0.1", Math.floor(Math.random() * 2 ** 31)),
  });
  agent = { who, agent: made };
  return made;
}
