/** How the HTTP port asks for pages. The room that makes them comes after this one, so it is handed in. */
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

/** Asks the site. The Host header is one that this server answers to. */
export async function siteResponse(site: Site, { req }: Context): Promise<Response> {
  const { pathname, search, host } = new URL(req.url);
  // Only links to this page depend on it: a proxy in front that speaks TLS says so.
  const scheme = req.header("x-forwarded-proto") === "https" ? "https" : "http";
  const { status, headers, body } = await site.respond({
    path: pathname,
    query: search,
    acceptLanguage: req.header("accept-language") ?? null,
    ifNoneMatch: req.header("if-none-match") ?? null,
    origin: `${scheme}://${host}`,
  });
  return new Response(status === 304 ? null : body, { status, headers });
}
