import { openUserAgent } from "ringback/browser";
import type { OutgoingCall } from "ringback/ua";

const button = document.querySelector("button") as HTMLButtonElement;
const status = document.querySelector("[role=status]") as HTMLElement;
const { server = "", uri = "", password = "", target = "" } = button.dataset;
let call: OutgoingCall | null = null;

async function talk(): Promise<void> {
  await using agent = await openUserAgent({ uri, account: { password }, webSocket: server });
  call = agent.call(target, { onProgress: ({ code }) => say(code === 180 ? "It rings" : "") });
  button.textContent = "Hang up";
  const { kind, text } = await call.outcome;
  say(kind === "answered" ? "You are connected" : text);
  if (kind === "answered") say(`You talked for ${Math.round((await call.ended).durationMs / 1000)} s`);
}

button.addEventListener("click", () => {
  if (call !== null) void call.hangUp();
  else
    talk()
      .catch((error: Error) => say(error.message))
      .finally(() => {
        call = null;
        button.textContent = "Call us";
      });
});

function say(text: string): void {
  if (text !== "") status.textContent = text;
}
