/** Pages and browser elements: the reference as a site. A page gets its data handed in. */

export { addressOf, everyRoute, LANGUAGES, type Route, readAddress } from "./addresses.ts";
export type { Scripts } from "./assets.ts";
export {
  CONTENT_SECURITY_POLICY,
  createSite,
  type Site,
  type SiteOptions,
  type SiteRequest,
  type SiteResponse,
} from "./site.ts";
