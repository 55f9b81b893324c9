/** The page under test: bundled by Vite, run by Chromium; tests reach it as `window.page`. */
import * as ringback from "ringback/browser";
import * as ua from "ringback/ua";
import { JsSipPhone } from "./jssip-phone.ts";
import type { PageCall, PagePhone, PhoneAccount } from "./phone.ts";
import { RingbackPhone } from "./ringback-phone.ts";
import { SipJsPhone } from "./sipjs-phone.ts";

const MAKERS = { ringback: RingbackPhone, jssip: JsSipPhone, sipjs: SipJsPhone } as const;

export type Library = keyof typeof MAKERS;

export interface TestPage {
  readonly ringback: typeof ringback;
  readonly ua: typeof ua;
  readonly phones: Record<string, PagePhone>;
  /** Opens a registered phone under a name of the test's. */
  open(name: string, library: Library, account: PhoneAccount): Promise<void>;
  phone(name: string): PagePhone;
  /** The agent of a phone of ours. */
  agent(name: string): ringback.BrowserUserAgent;
  /** The newest call of a phone; waits for the `count`th. */
  latest(name: string, count?: number): Promise<PageCall>;
}

const page: TestPage = {
  ringback,
  ua,
  phones: {},
  async open(name, library, account) {
    page.phones[name] = await MAKERS[library].open(account);
  },
  phone(name) {
    const found = page.phones[name];
    if (found === undefined) throw new Error(`there is no phone ${name}`);
    return found;
  },
  agent(name) {
    const found = page.phone(name);
    if (!(found instanceof RingbackPhone)) throw new Error(`${name} is no agent of ours`);
    return found.agent;
  },
  async latest(name, count = 1) {
    const { calls } = page.phone(name);
    for (let waited = 0; calls.length < count; waited += 20) {
      if (waited > 10_000) throw new Error(`${name} has ${calls.length} calls, not ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return calls[count - 1] as PageCall;
  },
};

declare global {
  interface Window {
    page: TestPage;
  }
}
window.page = page;
