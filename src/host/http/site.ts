/** How the HTTP port asks for pages. The room that makes them comes after this one, so it is handed in. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";

export interface SiteRequest {
  /** Percent-encoded, without query. */
  readonly path: string;
  /** With the question mark, or empty. */
  readonly query: string;
  readonly acceptLanguage: string | null;
  readonly ifNoneMatch: string | null;
  /** `http://127.0.0.1:8060`. */
  readonly origin: string;
}

export interface SiteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Pages that everybody may read. */
export interface Site {
  readonly respond: (request: SiteRequest) => Promise<SiteResponse>;
  /** Whether the site answers for a path. */
  readonly owns: (path: string) => boolean;
}

const compressed = promisify(gzip);
/** The others have a line for a body, if any. */
const HAS_PAGE: readonly number[] = [200, 304, 404];

/** Asks the site. The Host header is one that this server answers to. */
export async function siteResponse(site: Site, { req }: Context): Promise<Response> {
  const { pathname, search, host } = new URL(req.url);
  // Only links to this page depend on it: a proxy in front that speaks TLS says so.
  const scheme = req.header("x-forwarded-proto") === "https" ? "https" : "http";
  const { status, headers, body } = await site.respond({
    path: pathname,
    query: search,
    acceptLanguage: req.header("accept-language") ?? null,
    // What the site made is the same whichever way it travels.
    ifNoneMatch: req.header("if-none-match")?.replaceAll('-gzip"', '"') ?? null,
    origin: `${scheme}://${host}`,
  });
  const isPage = HAS_PAGE.includes(status);
  if (!isPage || !takesGzip(req.header("accept-encoding"))) {
    return new Response(status === 304 ? null : body, { status, headers: isPage ? varied(headers) : headers });
  }
  const { ETag, ...others } = varied(headers);
  // RFC 9110 §8.8.3.3: a strong tag names one encoding of a page.
  const tagged = ETag === undefined ? others : { ...others, ETag: ETag.replace(/"$/, '-gzip"') };
  if (status === 304) return new Response(null, { status, headers: tagged });
  return new Response(await compressed(body), { status, headers: { ...tagged, "Content-Encoding": "gzip" } });
}

function varied(headers: SiteResponse["headers"]): Record<string, string> {
  const { Vary, ...others } = headers;
  return { ...others, Vary: Vary === undefined ? "Accept-Encoding" : `${Vary}, Accept-Encoding` };
}

function takesGzip(acceptEncoding: string | undefined): boolean {
  return /(?:^|,)\s*gzip\s*(?:,|$|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/i.test(acceptEncoding ?? "");
}
