/** Text and header fields as a program writes them, on their way to octets: see `syntax`. */

export { fromOctets, type Headers, headerLines, lineOf, toOctets } from "../syntax/mod.ts";
