import type { Texts } from "../texts.ts";

export const symptoms = {
  answeredButSilent: {
    title: "The call is answered, and nobody hears anything",
    text: "Signalling works and media does not: the 200 and its `ACK` passed, but RTP goes to an address nobody can reach. Compare the `c=` and `m=` lines of offer and answer with the addresses the packets really come from. A private address such as 10.0.0.5 in `c=` behind NAT, or a closed RTP port range, is the usual reason.",
    keywords: ["no audio", "silence", "dead air", "no sound", "rtp", "nat", "c= line"],
  },
  oneWayAudio: {
    title: "Only one side hears the other",
    text: "RTP flows in one direction only. Capture on both sides and see which stream is missing: the side that hears nothing mostly announced a private address in `c=`, or its firewall drops RTP that comes first from outside. Look also for `a=sendonly` left over from a hold and for SIP ALG in the router.",
    keywords: ["one way audio", "one-way audio", "cannot hear", "half audio", "sip alg", "nat", "sendonly"],
  },
  dropsAfterHalfAMinute: {
    title: "The call drops after about 30 seconds",
    text: "The 200 is repeated after 0.5, 1.5, 3.5 and 7.5 s and then every 4 s, no `ACK` arrives, and after 32 s the called side sends `BYE`. The `ACK` follows the `Contact` and the `Record-Route` lines of the 200: look there for a private address, a wrong port or a host name that the caller cannot resolve.",
    keywords: ["call drops after 30 seconds", "32 seconds", "missing ack", "lost ack", "timer h", "64*t1"],
  },
  dropsAfterMinutes: {
    title: "The call drops after some minutes, always at the same time",
    text: "The session timer of RFC 4028 runs out: a refresh, a second `INVITE` or an `UPDATE`, is refused or lost halfway through `Session-Expires`, mostly 1800 s. Look for a 408 or 481 to that request and for the `BYE` after it. When it dies after 30 to 180 s of silence, a NAT binding or a firewall session has expired.",
    keywords: [
      "call drops after 15 minutes",
      "session timer",
      "session-expires",
      "drops after 30 minutes",
      "reinvite",
      "nat timeout",
    ],
  },
  neverRings: {
    title: "The phone never rings",
    text: "Follow the `INVITE`: does it leave the server for the phone, and to which address? 480 at once means that no phone is registered, 404 that the number is unknown, and the `INVITE` sent again and again until 408 that the address is dead, because the NAT binding closed or the phone moved without a new `REGISTER`.",
    keywords: ["phone does not ring", "no incoming calls", "incoming calls fail", "not registered", "offline"],
  },
  ringsNobodyAnswers: {
    title: "It rings, and the call ends without an answer",
    text: "Somebody set a limit. A `CANCEL` from the caller and a 487 after 20 to 60 s is the ring time of the PBX. A `CANCEL` from a proxy after three minutes is its Timer C, and the caller hears 408. A 480 from the phone is the phone's own limit. See who sends the first message of the end.",
    keywords: [
      "no answer",
      "ring timeout",
      "rings then hangs up",
      "timer c",
      "missed call",
      "voicemail does not pick up",
    ],
  },
  callerHearsNoRinging: {
    title: "The caller hears no ringing",
    text: "A 180 without SDP leaves the tone to the caller's phone. A 183 or 180 with SDP tells it to play what comes as RTP, and when no RTP follows there is silence. Look whether SDP came with the provisional response and whether RTP packets reach the caller before the 200.",
    keywords: ["no ringback", "no ringback tone", "silence before answer", "early media", "183 without rtp"],
  },
  busyThoughFree: {
    title: "Callers hear busy although the phone is free",
    text: "Find out who sends the 486: the phone, or a server in front of it. When the phone got no `INVITE`, the call limit of the PBX counts a call that ended without `BYE`. When the phone sends it, look at do not disturb, call waiting and a line in use elsewhere. A 600 comes from one phone that speaks for all.",
    keywords: ["busy signal", "always busy", "false busy", "call limit", "do not disturb", "line engaged"],
  },
  onlyOnePhoneStopsAll: {
    title: "One phone rejects the call, and all others stop ringing",
    text: "That phone answers with a 6xx, mostly 603, and a proxy must then cancel all other phones: they get a `CANCEL` with `Reason: SIP;cause=603`. Set the reject button of that phone to 486 or 480. Many phones call the setting “refuse return code” or “return code when refuse”.",
    keywords: [
      "ring group stops",
      "reject ends all",
      "hunt group",
      "603 decline",
      "return code when refuse",
      "all phones stop",
    ],
  },
  straightToVoicemail: {
    title: "Calls go straight to voicemail",
    text: "No ringing and an answer within a second means that no phone was tried or that it refused at once. Look for a 480 before the voicemail leg (not registered, do not disturb), for a 302 with the voicemail as `Contact`, or for a 181 from a forwarding rule. `Diversion` or `History-Info` names who forwarded.",
    keywords: ["straight to voicemail", "no ring voicemail", "call forwarding", "do not disturb", "diversion"],
  },
  blockedAsSpam: {
    title: "Our calls are blocked as spam",
    text: "A network refuses on account of your number. In the US a 603 with the phrase Network Blocked has a URL in its `Reason` header, and a 608 has a contact in `Call-Info`: go there. A 607 comes from the callee. Check that your calls leave with an `Identity` header and attestation A.",
    keywords: ["spam likely", "blocked calls", "network blocked", "603+", "analytics", "stir shaken", "call labeling"],
  },
  registersThenGone: {
    title: "The phone registers and is unreachable a minute later",
    text: "The binding lives, the path does not: the router closes a UDP mapping after 30 to 60 s without traffic, or the TCP connection broke. Look for an `INVITE` to the source port of the `REGISTER` that gets no answer. Send keep-alives every 25 s, or register with `outbound` so that a lost flow is noticed.",
    keywords: ["loses registration", "registered but unreachable", "nat keepalive", "flow failed", "udp timeout"],
  },
  passwordAskedAgainAndAgain: {
    title: "The phone is asked for its password again and again",
    text: "Each `REGISTER` or `INVITE` with credentials meets a new 401 or 407. With `stale=true` only the nonce is too old and the phone should repeat by itself. Without it the digest is wrong: compare `username` and `realm` with what the server expects, then type the password anew: a blank at its end is enough to break it.",
    keywords: ["wrong password", "401 loop", "407 loop", "authentication failed", "realm mismatch", "stale nonce"],
  },
  outboundFails: {
    title: "Calls to the outside fail, internal calls work",
    text: "The trunk refuses. A 407 that is not followed by an `INVITE` with `Proxy-Authorization` means missing trunk credentials. A 403 means that the carrier does not accept the account, the source address or the caller number in `From` or `P-Asserted-Identity`. A 603 can be blocking or an empty account.",
    keywords: ["outbound calls fail", "trunk", "caller id rejected", "403 forbidden outbound", "p-asserted-identity"],
  },
  transferAcceptedNothingHappens: {
    title: "The transfer is accepted, and nothing happens",
    text: "`REFER` got 200 or 202, and the result must come in a `NOTIFY` with a sipfrag body. Look whether a `NOTIFY` comes, what its first line says, and whether it is answered with 481 because the transferor ended the dialog too early. No `NOTIFY` at all: the phone took the order and could not send the new `INVITE`.",
    keywords: ["blind transfer fails", "refer no notify", "202 accepted", "sipfrag", "transfer hangs"],
  },
  transferFails: {
    title: "The transfer is refused",
    text: "Look at the answer to `REFER`: 603 means that the phone or the PBX does not do transfers for you, 481 that the call in the `To` tag is unknown there, 404 that the target in `Refer-To` is. In an attended transfer `Replaces` must name the call as the target knows it, with both tags the right way round.",
    keywords: ["transfer fails", "transfer failed", "refer declined", "attended transfer", "replaces", "603 on refer"],
  },
  ringsTwice: {
    title: "The same call rings twice on one phone",
    text: "One `INVITE` reaches the phone by two ways: two bindings for the same phone, or a ring group and a forwarding that meet. Compare `Call-ID`, `From` tag and `CSeq`: when they are equal and `branch` differs it is a merged request, and the phone should answer the second with 482. Remove the old binding.",
    keywords: ["double ring", "rings twice", "duplicate registration", "merged request", "two contacts"],
  },
  forwardingLoops: {
    title: "Forwarded calls go in a circle",
    text: "Two forwarding rules point at each other, or a PBX sends an unknown number to the trunk that sent it. A proxy answers 482 when it sees the same request again, or 483 when `Max-Forwards` reaches 0. Through a B2BUA each pass has a new `Call-ID`, so count the calls to one number within a second.",
    keywords: ["call loop", "forwarding loop", "loop detected", "too many hops", "routing loop", "max-forwards"],
  },
  holdOrVideoFails: {
    title: "Hold, video or fax cannot be switched on in a call",
    text: "The second `INVITE` inside the call is refused, and the call itself goes on. 488 or 606 means that the other side has no common codec, image or encryption: read the `Warning` header. 491 means that both sides changed the session in the same moment: the phone tries again by itself after up to 4 s.",
    keywords: [
      "hold fails",
      "reinvite rejected",
      "video upgrade fails",
      "t38",
      "fax",
      "glare",
      "488 not acceptable here",
    ],
  },
  fastBusy: {
    title: "A fast busy tone right after dialling",
    text: "The fast tone says congestion, not a busy user. See which server answers and how fast: 503 within milliseconds means that all channels of a trunk are taken or a server takes no work, 500 a fault or no route in the PBX, 404 a number that no route fits. The `Reason` header may hold the cause of the telephone network.",
    keywords: ["fast busy", "reorder tone", "congestion", "all circuits busy", "trunk down"],
  },
  presenceStale: {
    title: "The lamp keys or the presence of others are stale",
    text: "The `SUBSCRIBE` ended and the phone did not notice. 489 says that the server lacks the event package, 481 that it has forgotten the subscription, for instance after a restart, and 412 that a `PUBLISH` names a state in `SIP-If-Match` that is gone. Look for `NOTIFY` with `Subscription-State: terminated` and for a new `SUBSCRIBE` after it.",
    keywords: ["blf not working", "presence not updating", "busy lamp field", "subscribe", "notify", "event package"],
  },
  dtmfIgnored: {
    title: "The menu at the other end ignores the keys",
    text: "Sender and receiver use different ways for digits. RFC 4733 needs `telephone-event` in the SDP of both sides. Digits in `INFO` are refused with 415 or 469 when the other side does not take that type or package. Digits as sound break in codecs such as G.729. Set one way on phone, PBX and trunk.",
    keywords: [
      "dtmf not working",
      "ivr ignores keys",
      "rfc2833",
      "telephone-event",
      "sip info",
      "digits not recognized",
    ],
  },
  cutOffWhileDialling: {
    title: "The call goes out before all digits are dialled",
    text: "The dial plan of the phone fits too early or its digit timer is too short. A 484 says that the server knows more digits must follow, a 404 that the short number fits nobody. Compare the user part of the Request-URI with what was dialled, then lengthen the pattern or the digit timer in the phone.",
    keywords: ["dial plan", "digit timeout", "address incomplete", "overlap dialing", "call sent too early"],
  },
  worksOnTcpOnly: {
    title: "It works over TCP and fails over UDP",
    text: "The message is larger than one packet: a large `INVITE` with many codecs or an `Identity` header exceeds 1300 bytes, is fragmented, and a firewall drops the second fragment. The caller repeats it until 408, or a server answers 513. Look for IP fragments. Use TCP or TLS, or offer fewer codecs.",
    keywords: ["udp fragmentation", "large invite", "mtu", "works on tcp", "invite not arriving", "message too large"],
  },
} as const satisfies Texts["symptoms"];
