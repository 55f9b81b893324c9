import type { Texts } from "../texts.ts";

export const glossary = {
  sip: {
    term: "SIP",
    text: "The Session Initiation Protocol of RFC 3261 sets up, changes and ends calls with text messages: a request such as `INVITE` and responses with a code. The sound itself travels apart from it as RTP.",
  },
  userAgent: {
    term: "User agent",
    text: "The end of a SIP call: a phone, a softphone, a gateway, a voicemail, a PBX. It is a UAC for the requests it sends and a UAS for those it answers, often both in one call.",
  },
  uac: {
    term: "UAC (user agent client)",
    text: "The role of whoever sends a request, for as long as that request lasts. The caller is the UAC of the `INVITE`. When the callee hangs up, the callee is the UAC of the `BYE`.",
  },
  uas: {
    term: "UAS (user agent server)",
    text: "The role of whoever answers a request. It chooses the response code and sets the `To` tag. A server that refuses a request by itself acts as a UAS for it.",
  },
  proxy: {
    term: "Proxy",
    text: "A server that passes requests on towards the callee and responses back. It adds a `Via`, may fork, and may refuse, but it does not answer calls and does not change the session description.",
  },
  registrar: {
    term: "Registrar",
    text: "The server that takes `REGISTER` and keeps for each address of record where its phones can be reached and for how long. Proxies of the domain read that list.",
  },
  redirectServer: {
    term: "Redirect server",
    text: "A server that answers a request with a 3xx and the addresses in `Contact` instead of passing it on. It leaves the path at once and knows nothing of the call that follows.",
  },
  b2bua: {
    term: "B2BUA",
    text: "A back-to-back user agent is the callee of one call and the caller of another, and joins the two. Asterisk and FreeSWITCH are B2BUAs: `Call-ID` and tags differ on both legs, and response codes may change.",
  },
  sbc: {
    term: "SBC",
    text: "A session border controller is a B2BUA at the edge of a network. It hides addresses, helps through NAT, relays RTP and enforces policy. Codes, headers and SDP can look different on its two sides.",
  },
  transaction: {
    term: "Transaction",
    text: "One request with all its responses between two neighbours, recognised by the `branch` of the top `Via`. The `ACK` for a 3xx to 6xx belongs to it, the `ACK` for a 2xx does not.",
  },
  dialog: {
    term: "Dialog",
    text: "The lasting relation of two user agents, named by `Call-ID` and the two tags. It holds the route set and the `CSeq` counters. A call is a dialog, and so is a subscription.",
  },
  earlyDialog: {
    term: "Early dialog",
    text: "The dialog that a provisional response with a `To` tag opens before the answer. A forked call has one for each phone that rings. A 2xx confirms it, a final failure ends it.",
  },
  dialogUsage: {
    term: "Dialog usage",
    text: "What a dialog is used for: a call, or a subscription that a `REFER` made inside it. RFC 5057 says which failure ends one usage and which ends the dialog with all of them.",
  },
  branch: {
    term: "Branch",
    text: "One copy of a request that a proxy sends to one target. It also names the parameter of `Via` that begins with `z9hG4bK`: it tells transactions apart, and proxies find loops by it.",
  },
  forking: {
    term: "Forking",
    text: "A proxy sends one request to several phones of the user. In parallel all ring at once, and the first 2xx wins. One response has to come out in the end: the best one.",
  },
  serialHunt: {
    term: "Serial hunt",
    text: "Forking one after the other: the next phone is tried when the one before has refused or did not answer in time. A 2xx or a 6xx ends the hunt, a 4xx does not.",
  },
  responseContext: {
    term: "Response context",
    text: "What a stateful proxy keeps for one forked request: its branches and their responses. From it the proxy chooses the one final response for the caller by RFC 3261 section 16.7.",
  },
  requestUri: {
    term: "Request-URI",
    text: "The address in the first line of a request: where it is going now. Proxies replace it by a `Contact`, while `To` keeps what the caller dialled.",
  },
  addressOfRecord: {
    term: "Address of record",
    text: "The public address of a user, such as `sip:bob@example.com`. It names the user and no phone: the registrar keeps which phones belong to it at the moment.",
  },
  contact: {
    term: "Contact",
    text: "The header with the address at which a user agent itself can be reached. Later requests of the dialog go there, the `ACK` for a 2xx included. A private address in it behind NAT breaks calls.",
  },
  binding: {
    term: "Binding",
    text: "One entry of a registrar: this address of record is reachable at this `Contact` for so many seconds. Each phone of a user makes one. Without any binding a known user is 480.",
  },
  routeSet: {
    term: "Route set",
    text: "The proxies that requests inside a dialog have to pass, as a list of `Route` values. The user agents take it from `Record-Route` when the dialog is made, and it does not change later.",
  },
  recordRoute: {
    term: "Record-Route",
    text: "The header with which a proxy asks to stay in the path of the dialog. A wrong address in it sends `ACK` and `BYE` astray: the call is answered and ends after 32 s.",
  },
  via: {
    term: "Via",
    text: "The header by which a response finds its way back. Each hop adds its own line on top and removes it from the response. `received` and `rport` say where the request really came from.",
  },
  provisionalResponse: {
    term: "Provisional response",
    text: "A response with a code from 100 to 199. It reports progress and decides nothing: a final response still follows. It can be lost, unless both sides use `100rel`.",
  },
  finalResponse: {
    term: "Final response",
    text: "A response with a code from 200 to 699. It ends the transaction, and there is one for each request, except that a forked `INVITE` can bring several 2xx.",
  },
  globalFailure: {
    term: "Global failure",
    text: "A response from 600 to 699. It speaks for the user at every address: a forking proxy cancels all other branches and opens no new one. A 2xx that is under way still wins.",
  },
  ack: {
    term: "ACK",
    text: "The request that confirms a final response to an `INVITE` and gets no response itself. For a 2xx the calling user agent must send it end to end. For all others each hop sends its own.",
  },
  cancel: {
    term: "CANCEL",
    text: "The request that takes back an `INVITE` not yet answered. It gets its own 200, and the `INVITE` then ends with 487. It may be sent only once a provisional response has come, and does nothing after the answer.",
  },
  retransmission: {
    term: "Retransmission",
    text: "Over UDP a request is sent again until something comes back: an `INVITE` after 0.5, 1.5, 3.5 s and so on. Over TCP only a 2xx to an `INVITE` is repeated, and that by the user agent itself.",
  },
  timerB: {
    term: "Timer B",
    text: "The time an `INVITE` waits for its first response: 64 times T1, which is 32 s. When it fires without any response, the result counts as a 408.",
  },
  timerC: {
    term: "Timer C",
    text: "The time a proxy lets a phone ring: more than three minutes, started anew by each provisional response from 101 to 199. When it fires, the proxy cancels the branch and the caller gets 408.",
  },
  retryAfter: {
    term: "Retry-After",
    text: "The header that says after how many seconds another attempt makes sense. RFC 3261 names it for 404, 413, 480, 486, 500, 503, 600 and 603. After a 503 it also means: keep all traffic away until then.",
  },
  challenge: {
    term: "Challenge",
    text: "A 401 with `WWW-Authenticate` or a 407 with `Proxy-Authenticate`: the server asks for proof of who is calling and gives a nonce for it. It is a normal part of most calls and no fault.",
  },
  digest: {
    term: "Digest",
    text: "The way SIP proves a password without sending it: a hash over user name, realm, password, nonce, method and URI. A wrong realm or a nonce that is too old brings a new challenge.",
  },
  earlyMedia: {
    term: "Early media",
    text: "Sound before the answer: a ringing tone, an announcement or music as RTP, offered by SDP in a 183 or 180. In common practice it costs nothing, because the call is not answered.",
  },
  sdp: {
    term: "SDP",
    text: "The session description in the body of `INVITE`, 200, 183 or `ACK`: addresses, ports, codecs, direction. One side offers, the other answers. 488 says that offer and answer cannot meet.",
  },
  rtp: {
    term: "RTP",
    text: "The packets that carry sound and picture. They go between the addresses in the SDP, past the proxies. So a call can be answered properly and still be silent.",
  },
  gruu: {
    term: "GRUU",
    text: "An address for exactly one phone of a user, which can be reached from anywhere (RFC 5627). The registrar gives it out. A transfer to a GRUU rings that phone and no other.",
  },
  outboundFlow: {
    term: "Flow (outbound)",
    text: "The connection over which a phone registered, kept open so that calls reach it through NAT (RFC 5626). When it is gone the edge proxy answers 430, and the caller sees 480.",
  },
  subscription: {
    term: "Subscription",
    text: "An order to be told of changes: `SUBSCRIBE` asks, `NOTIFY` reports, `Expires` ends it. Lamp keys, presence and message lamps work so. A `REFER` makes one without being asked.",
  },
  sipfrag: {
    term: "sipfrag",
    text: "The body of a `NOTIFY` after `REFER`: the first line of a response, such as `SIP/2.0 200 OK`. A 1xx in it says that the new call is still under way, a final code says how it ended.",
  },
  transferor: {
    term: "Transferor, transferee, target",
    text: "The transferor sends `REFER`. The transferee receives it, answers it and calls the target. So the 200 or 202 to a `REFER` comes from the transferee, never from the target.",
  },
  stirShaken: {
    term: "STIR/SHAKEN",
    text: "Signed caller identity: the originating carrier puts a signature over the numbers into the `Identity` header, and the terminating one verifies it. Failures are 428, 436, 437 and 438.",
  },
  q850: {
    term: "Q.850 cause",
    text: "The number by which telephone networks say why a call ended, such as 17 for user busy. RFC 3398 maps it to SIP and back, and a `Reason: Q.850` header carries it beside the SIP code.",
  },
  networkBlocked: {
    term: "Network Blocked (603+)",
    text: "A 603 of ATIS-1000099 by which a US carrier says that analytics blocked the call. Its phrase is Network Blocked, and the `Reason` header has a URL where the caller can object.",
  },
  maxForwards: {
    term: "Max-Forwards",
    text: "The header that counts down at each proxy, mostly from 70. A proxy that would have to forward a request with 0 answers 483. So a loop ends, even when nobody recognises it.",
  },
  maxBreadth: {
    term: "Max-Breadth",
    text: "The header that limits how many branches of a request may run at once, shared out at each fork (RFC 5393). It stops two addresses that fork to each other. When it does not suffice the answer is 440.",
  },
} as const satisfies Texts["glossary"];
