import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { plainJson } from "../../syntax/mod.ts";
import type { Metrics } from "../metrics.ts";
import { type AccessRules, checkHost, checkPrivate, type Refused } from "./access.ts";
import { serveCodes } from "./codes-api.ts";
import { type DialName, type DialScripts, dialPage, dialPolicy } from "./dial-page.ts";
import type { EventFeed } from "./events.ts";
import type { RecentCalls } from "./recent-calls.ts";
import { type Site, siteResponse } from "./site.ts";
import { contentSecurityPolicy, statusPage } from "./status-page.ts";

/** A contact as the HTTP API gives it. Empty strings stand for what was not told. */
export interface BindingRecord {
  readonly addressOfRecord: string;
  readonly contact: string;
  /** 0 to 1. */
  readonly q: number;
  /** Seconds left. */
  readonly expires: number;
  /** False when the connection it needs is closed. */
  readonly reachable: boolean;
  /** Where the REGISTER came from: `TCP 192.0.2.7:40123`. */
  readonly source: string;
  readonly path: string;
  /** RFC 5626 instance and flow number; 0 without. */
  readonly instance: string;
  readonly regId: number;
  readonly userAgent: string;
  readonly callId: string;
  readonly cseq: number;
}

/** What the pages and the API read. */
export interface HttpParts {
  readonly version: string;
  readonly state: () => { readonly state: "starting" | "ready" | "draining"; readonly running: number };
  readonly domains: () => readonly string[];
  readonly listening: () => readonly string[];
  /** At most `limit` bindings, of one address of record (`alice@example.org`) when given. */
  readonly bindings: (addressOfRecord: string | null, limit: number) => readonly BindingRecord[];
  readonly calls: RecentCalls;
  readonly events: EventFeed;
  readonly metrics: Metrics;
  readonly access: AccessRules;
  /** The names of dial-a-code; none when it is off. */
  readonly dial: readonly DialName[];
  /** The telephone of the page that lists them; null or absent: it has none. */
  readonly dialScripts?: DialScripts | null;
  /** The realm in which calls are challenged; null when they are not. */
  readonly realm?: () => string | null;
  /** Pages for everybody; null: the port has the console only. */
  readonly site: Site | null;
  /** Hears of exceptions in a handler; the request gets a 500. */
  readonly onFailure: (error: unknown) => void;
}

type Env = { Bindings: HttpBindings };

const MAX_LISTED = 1000;

/** Every path of the HTTP port except the WebSocket at /sip. */
export function createApp(parts: HttpParts): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const refused = admit(c, parts);
    if (refused === null) await next();
    else c.res = refusal(c, refused.status, refused.text);
    protect(c.res.headers, c.req.path);
  });
  app.get("/healthz", (c) => {
    const { state, running } = parts.state();
    return c.json({ state, running }, state === "ready" ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { contentType, text } = await parts.metrics.exposition();
    return c.body(text, 200, { "Content-Type": contentType });
  });
  app.get("/console", (c) => {
    const { version } = parts;
    const hasDial = parts.dial.length > 0;
    const [state, domains, listening] = [parts.state().state, parts.domains(), parts.listening()];
    return c.html(statusPage({ version, state, domains, listening, hasDial }));
  });
  if (parts.dial.length > 0) serveDial(app, parts);
  app.get("/api/bindings", (c) =>
    strangers(c, { bindings: parts.bindings(c.req.query("aor") ?? null, limitOf(c.req.query("limit"), MAX_LISTED)) }),
  );
  app.get("/api/calls", (c) => strangers(c, { calls: parts.calls.list(limitOf(c.req.query("limit"), MAX_LISTED)) }));
  app.get("/api/events", (c) => {
    if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" });
    const stream = parts.events.open(c.req.query("types"));
    if (!(stream instanceof ReadableStream)) return refusal(c, stream.status, stream.text);
    return c.body(stream, 200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  });
  serveCodes(app);
  app.get("/sip", (c) =>
    refusal(c, 426, "this path is SIP over WebSocket (RFC 7118), subprotocol sip", { Upgrade: "websocket" }),
  );
  app.get("*", async (c) => {
    const { site } = parts;
    // What nobody else answers is told by a page too, to those who may ask for it.
    if (site !== null && !c.req.path.startsWith("/api/")) return await siteResponse(site, c);
    if (c.req.path === "/") return c.redirect("/console");
    return refusal(c, 404, "there is nothing here; /console lists what there is");
  });
  app.all("*", (c) => refusal(c, 405, "everything here is read with GET", { Allow: "GET, HEAD" }));
  app.onError((error, c) => {
    parts.onFailure(error);
    return refusal(c, 500, "an internal fault; the log says more");
  });
  return app;
}

/** What can be dialled: a page with a telephone where there is one, and the same as JSON. */
function serveDial(app: Hono<Env>, parts: HttpParts): void {
  const { dial: names, dialScripts = null } = parts;
  app.get("/dial", (c) => {
    const [domain = "localhost"] = parts.domains();
    const view = { names, domain, hasPhone: dialScripts !== null, realm: parts.realm?.() ?? null };
    return c.html(dialPage(view), 200, { "Content-Security-Policy": dialPolicy });
  });
  app.get("/dial/*", (c) => {
    const script = dialScripts?.(c.req.path.slice("/dial/".length)) ?? null;
    if (script === null) return refusal(c, 404, "there is no such script");
    return c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" });
  });
  app.get("/api/dial", (c) => c.json({ names }));
}

/** What tells nothing about this server, its users or its calls: the catalogue, as pages and as JSON. */
function isPublic(path: string, site: Site | null): boolean {
  return isShared(path) || site?.owns(path) === true;
}

/** What pages elsewhere may read: the answers that the widgets draw. */
function isShared(path: string): boolean {
  return /^\/api\/(?:codes|compare)(?:\/|$)/.test(path);
}

function admit(c: Context<Env>, { access, site }: HttpParts): Refused | null {
  const { path } = c.req;
  const { incoming } = c.env;
  if (path === "/healthz") return null; // tells nothing, and is asked by address and by any name
  const refused = checkHost(incoming.headers.host, access);
  if (refused !== null || path === "/metrics" || path === "/sip" || isPublic(path, site)) return refused;
  return checkPrivate(incoming, access);
}

/** What strangers have a word in, as JSON that does no harm on the terminal of whoever asks with curl. */
function strangers(c: Context<Env>, value: object): Response {
  return c.body(plainJson(value), 200, { "Content-Type": "application/json" });
}

function refusal(
  c: Context<Env>,
  status: 400 | 401 | 403 | 404 | 405 | 421 | 426 | 500 | 503,
  text: string,
  headers: Record<string, string> = {},
): Response {
  const all = status === 401 ? { ...headers, "WWW-Authenticate": 'Basic realm="ringback", charset="UTF-8"' } : headers;
  return c.req.path.startsWith("/api/") ? c.json({ error: text }, status, all) : c.text(`${text}\n`, status, all);
}

/** Headers that a handler has set stay. */
function protect(headers: Headers, path: string): void {
  const isOpen = isShared(path);
  if (isOpen) headers.set("Access-Control-Allow-Origin", "*");
  const defaults = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": isOpen ? "cross-origin" : "same-origin",
    "Cache-Control": "no-store",
    "Content-Security-Policy": contentSecurityPolicy,
  };
  for (const [name, value] of Object.entries(defaults)) if (!headers.has(name)) headers.set(name, value);
}

function limitOf(text: string | undefined, most: number): number {
  const limit = Number(text ?? most);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, most) : most;
}
