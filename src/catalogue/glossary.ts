/** The words the texts rest on. An entry's text in each locale explains the word in two or three sentences. */

// biome-ignore format: read as a list
export const GLOSSARY = [
  "sip", "userAgent", "uac", "uas", "proxy", "registrar", "redirectServer", "b2bua", "sbc",
  "transaction", "dialog", "earlyDialog", "dialogUsage", "branch", "forking", "serialHunt", "responseContext",
  "requestUri", "addressOfRecord", "contact", "binding", "routeSet", "recordRoute", "via",
  "provisionalResponse", "finalResponse", "globalFailure", "ack", "cancel", "retransmission", "timerB", "timerC",
  "retryAfter", "challenge", "digest", "earlyMedia", "sdp", "rtp", "gruu", "outboundFlow",
  "subscription", "sipfrag", "transferor", "stirShaken", "q850", "networkBlocked", "maxForwards", "maxBreadth",
] as const;

export type GlossaryTerm = (typeof GLOSSARY)[number];
