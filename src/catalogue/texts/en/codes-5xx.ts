import type { CodeTexts } from "../texts.ts";

export const codes5xx = {
  500: {
    gloss: "The server failed inside",
    says: "500 says that the server met an error of its own and could not handle the request.",
    meaning:
      "Something in the server broke, and the request may be quite right. A later try can succeed, and `Retry-After` can name the time. Two other meanings hide in it: a proxy turns a lone 503 from behind into 500, and in a dialog it answers a request out of order.",
    whenYouSeeIt:
      "A script or database behind the server fails, a B2BUA has no better code for the far end's answer, or a phone gets a request with an old `CSeq`. Asterisk makes 500 of codes such as 481 and 482 at a hop.",
    howToFix: {
      caller:
        "Try again after `Retry-After`, or after several seconds. When it stays, report the time and the number dialled.",
      operator:
        "Find the first hop that shows 500 and read its log at that second. Look at what it got from behind: a 503, a failed script in Kamailio, a lost database. Then repair that.",
      developer:
        "Retry once after `Retry-After` or some seconds of your own. Inside a dialog it touches this request only. For a re-`INVITE` that came too early, the 500 has a `Retry-After` of 0 to 10 seconds.",
    },
    sendIt:
      "Send it when your own code or storage fails, and to a second `INVITE` in the dialog while the first is open, then with `Retry-After`. Send 503 for overload of the whole server, and 4xx when the request is at fault.",
    causes: [
      {
        text: "The only answer a proxy got from behind was a 503, or the connection failed.",
        evidence: "Behind the proxy the trace shows 503, a TCP reset or an ICMP error, and in front of it 500.",
      },
      {
        text: "A script, database or dial plan in the server failed.",
        evidence:
          "The 500 comes from the server itself, nothing was forwarded, and its log has an error in the same second.",
      },
      {
        text: "A B2BUA turned a code it does not map into 500.",
        evidence: "The far leg shows another code such as 481 or 608, and the near leg shows 500 at the same moment.",
      },
      {
        text: "A request in the dialog came out of order or too early.",
        evidence:
          "The `CSeq` is lower than that of an earlier request, or the previous `INVITE` has no final response yet.",
      },
    ],
    keywords: ["server internal error", "internal server error", "server error", "script failed", "cseq out of order"],
  },
  501: {
    gloss: "This method is not known here",
    says: "501 says that the server does not know this method and cannot do it for any user.",
    meaning:
      "The receiver lacks what the request needs, above all the method: it does not recognize the word. When it knows the method and does not allow it here, the answer is 405. A proxy forwards methods it does not know, so the 501 comes from an end point.",
    whenYouSeeIt:
      "A phone or a simple server gets `PUBLISH`, `MESSAGE` or a method of a vendor's own. Some PBX systems also answer it for a function that is not built in or for a Q.850 cause 79 from a gateway.",
    howToFix: {
      caller:
        "Calls still work. Switch off the feature that fails, such as presence or text messages, when your provider does not have it.",
      operator:
        "Read the method in `CSeq` of the 501. Switch the feature off in the phones, load the module that serves it, or send such requests to a server that knows it.",
      developer:
        "Give up on this method at this target and read `Allow` of an `OPTIONS` response first. In a dialog the 501 ends the usage it came for, and other usages live on.",
    },
    sendIt:
      "Send it for a method you do not recognize at all. For one you know and do not allow here send 405 with `Allow`. A proxy sends neither for an unknown method: it forwards the request.",
    causes: [
      {
        text: "The method is an extension that the end point does not have.",
        evidence: "The 501 echoes a `CSeq` such as `1 PUBLISH`, and `Allow` of the end point lacks that method.",
      },
      {
        text: "A keepalive or test tool uses a method the peer does not know.",
        evidence: "The 501 returns at a fixed interval, and it is the only method of that sender that fails.",
      },
      {
        text: "A gateway reported that the network behind cannot do the service.",
        evidence: "`Reason` has Q.850 cause 79, and the method is `INVITE`, which every end point knows.",
      },
    ],
    keywords: ["not implemented", "unknown method", "unsupported method", "publish rejected", "cause 79"],
  },
  502: {
    gloss: "A bad answer came from behind",
    says: "502 says that a gateway or proxy got an invalid response from the server behind it.",
    meaning:
      "The server in front works. The one behind it answered with something it cannot use: a broken response, or in the case of a gateway a failed network. Nobody speaks for the callee here, so another route may still reach the user.",
    whenYouSeeIt:
      "The far end of a line to the telephone network is out of order: RFC 3398 turns Q.850 cause 27 into 502, and cause 38 into 503. Or a proxy cannot parse what its neighbour sends. RFC 3329 uses it when a security agreement arrives over several hops.",
    howToFix: {
      caller: "Try again in a few minutes, or over another provider. In most cases the callee's phone was not reached.",
      operator:
        "Look at the leg behind the server that sent 502. For a gateway check the state of the trunk and its alarms. Set a second route for 502 until it is repaired.",
      developer:
        "Log the raw response that you could not use: the 502 hides it. Try another target when you have one. Inside a dialog a 502 ends the dialog and all its usages (RFC 5057).",
    },
    sendIt:
      "Send it when the server behind you answered and the answer is not usable. When it did not answer at all, send 504 or 408. When it answered with a proper error code, pass that code on.",
    causes: [
      {
        text: "What the gateway's line leads to is out of order.",
        evidence: "`Reason` has Q.850 cause 27, and calls over this line fail in the same way.",
      },
      {
        text: "A server behind sends a response that does not parse.",
        evidence:
          "Behind the proxy a response arrives with a broken `Via`, `CSeq` or `Content-Length`, and in front of it goes 502.",
      },
      {
        text: "A load balancer reaches a service that is not SIP.",
        evidence: "The target port answers with HTTP or closes the connection, and other nodes of the group work.",
      },
    ],
    keywords: ["bad gateway", "gateway down", "trunk down", "destination out of order", "cause 27"],
  },
  503: {
    gloss: "This server cannot serve anyone now",
    says: "503 says that the server is overloaded or in maintenance, so the client should turn to another server.",
    meaning:
      "It speaks of the whole server and not of this one call. A client should try another server and spare this one for the time in `Retry-After`. Without that header the client must act as on a 500. A proxy should not pass a lone 503 upstream: it sends 500.",
    whenYouSeeIt:
      "A trunk is full, a server is being restarted, or nothing listens: a refused connection or an ICMP error counts as a 503 inside the client. Carriers also use it for congestion, Q.850 cause 34 or 42.",
    howToFix: {
      caller: "Wait and call again later. Redialling at once adds to the overload.",
      operator:
        "Check load, channel limits and the health checks of the trunk. Give each destination a second server by DNS SRV or a gateway group. See whether your own stack made the 503 after a failed connection.",
      developer:
        "Try the next server of the RFC 3263 list. With `Retry-After`, send nothing else to this one for that long. Do not forward the 503 unless you can serve no request at all.",
    },
    sendIt:
      "Send it when the server as a whole can take no requests now, with `Retry-After`. A full line of one user is 486, a lone failure in your code is 500. A 503 for one bad number makes peers take you out of service.",
    causes: [
      {
        text: "The trunk or the server has reached its limit of calls or calls per second.",
        evidence: "503 appears in the busy hours, and calls succeed again when others end.",
      },
      {
        text: "Nothing listens at the target, so the client's own stack made the 503.",
        evidence: "No 503 is on the wire. The trace shows a TCP reset or ICMP port unreachable after the request.",
      },
      {
        text: "A PBX found no gateway alive for the call.",
        evidence: "The 503 comes at once, nothing leaves the PBX, and its `OPTIONS` checks of the gateway have failed.",
      },
      {
        text: "A carrier answers 503 for a single number or route.",
        evidence: "The number fails each time with 503, while others on the same trunk succeed.",
      },
    ],
    keywords: [
      "service unavailable",
      "overload",
      "congestion",
      "trunk full",
      "all circuits busy",
      "server down",
      "failover",
    ],
  },
  504: {
    gloss: "A server behind did not answer in time",
    says: "504 says that the server waited in vain for another server, such as a database or DNS, that it needs.",
    meaning:
      "The server itself works, and a system it asked gave no timely answer. A missing answer to the forwarded request itself is 408. So 504 points to a helper system: a location database, a directory, ENUM, DNS. It says nothing about the callee.",
    whenYouSeeIt:
      "A lookup hangs, a media server does not respond to the application server, or a gateway reports Q.850 cause 102. A phone also answers it to an `UPDATE` that its user would have to approve first (RFC 3311).",
    howToFix: {
      caller: "Try again after a minute. The callee's phone has not been asked in most cases.",
      operator:
        "Find the system that the server waits for and measure its response time. DNS with a dead resolver typically costs whole seconds. An Asterisk in between shows the caller 603 instead of 504.",
      developer:
        "Retry later or over another server. When the 504 answers an `UPDATE`, send the change as a re-`INVITE`, which can wait for the user. Give each lookup a timer shorter than 32 seconds.",
    },
    sendIt:
      "Send it when a system you need for the request does not answer: a database, DNS or an application server. When the next SIP hop stays silent it is 408. A helper that reports an error is 500.",
    causes: [
      {
        text: "A database or directory lookup in the server hangs.",
        evidence:
          "A 100 comes at once, then nothing is forwarded, and the 504 follows after a fixed number of seconds.",
      },
      {
        text: "A DNS or ENUM query gets no answer.",
        evidence: "The trace shows DNS queries sent again every few seconds, without a reply, before the 504.",
      },
      {
        text: "A timer of the telephone network ran out behind a gateway.",
        evidence: "`Reason` has Q.850 cause 102, and the gateway had sent the call on but got nothing back.",
      },
    ],
    keywords: ["server time-out", "server timeout", "gateway timeout", "lookup timeout", "dns timeout", "cause 102"],
  },
  505: {
    gloss: "This SIP version is not supported",
    says: "505 says that the server does not accept the SIP version in the first line of the request.",
    meaning:
      "The request line ends in something other than `SIP/2.0`, and the server cannot or will not work with it. As only version 2.0 is in use, a 505 nearly always means a damaged or foreign message, and not a newer protocol.",
    whenYouSeeIt:
      "A scanner, a fuzzer or a home-made client sends a wrong version, an HTTP client reaches the SIP port, or a space inside the Request-URI moves the words of the line. In normal service you never see it.",
    howToFix: {
      caller:
        "Update the phone or app. When a common phone gets 505, something between it and the server changes its messages.",
      operator:
        "Capture the request and read its first line byte by byte. Compare it on both sides of each SBC or ALG. When it comes from unknown addresses, it is a scan: block them.",
      developer:
        "Write `SIP/2.0` in capitals at the end of the request line, with one space before it. Escape spaces in the Request-URI as `%20`. Do not retry the same request.",
    },
    sendIt:
      "Send it when the line parses and its version is not 2.0. When the line does not parse at all, send 400. When you lack an extension and not a version, send 420.",
    causes: [
      {
        text: "A scanner or fuzzer sends a wrong version on purpose.",
        evidence:
          "The request comes from an address you do not know, with a line that ends in a version such as `SIP/7.0`.",
      },
      {
        text: "A blank inside the Request-URI shifts the words of the first line.",
        evidence: "The line of the request has more than two spaces, so that the third word is not `SIP/2.0`.",
      },
      {
        text: "Another protocol reaches the SIP port.",
        evidence: "The first line ends in `HTTP/1.1` or `RTSP/1.0`.",
      },
    ],
    keywords: ["version not supported", "wrong sip version", "sip/2.0", "malformed request line", "scanner"],
  },
  513: {
    gloss: "The message is too long",
    says: "513 says that the server cannot process the request because the message is longer than it can take.",
    meaning:
      "The whole message with headers and body exceeds what the server can hold. It is not 413, which blames the body alone, nor 414, which blames the Request-URI. The same request made shorter can succeed at the same server.",
    whenYouSeeIt:
      "A WebRTC offer with many codecs and candidates, a long chain of `Via`, `Record-Route` or `History-Info`, an `Identity` token or a large `MESSAGE`. Over UDP a long request often gets lost without any answer.",
    howToFix: {
      caller: "Try without video or with fewer codecs in the settings. A long text message goes through in parts.",
      operator:
        "Measure the request at the failing hop. Cut unused codecs, let the SBC remove `History-Info` and hide `Via`, raise the size limit of the server and use TCP or TLS.",
      developer:
        "Shorten the request and send it again. RFC 3261 demands TCP when the request is over 1300 bytes and the path MTU is unknown. Use the compact header forms and fewer codecs.",
    },
    sendIt:
      "Send it when the whole message is longer than your limit and you can still parse enough to answer. A body that is too large is 413, a Request-URI that is too long is 414. RFC 3261 wants UDP accepted up to the full datagram.",
    causes: [
      {
        text: "The SDP is very long, with many codecs or ICE candidates.",
        evidence: "`Content-Length` is some thousands, and the same call with one audio codec goes through.",
      },
      {
        text: "Headers grow at each hop of a long path or a loop.",
        evidence: "`Via`, `Record-Route` or `History-Info` fill most of the message at the hop that sends 513.",
      },
      {
        text: "The size limit of the server is set too low.",
        evidence: "All requests above one size get 513 from the same server, and shorter ones succeed.",
      },
    ],
    keywords: ["message too large", "packet too big", "mtu", "udp fragmentation", "large sdp"],
  },
  555: {
    gloss: "This push service is not supported",
    says: "555 says that the network cannot wake the phone by the push service named in its `REGISTER`.",
    meaning:
      "A phone app asks in the `Contact` of its `REGISTER` to be woken by a push service, named in `pn-provider`. No proxy on the path supports that service (RFC 8599). The code is defined for `REGISTER` only, and the registration has failed.",
    whenYouSeeIt:
      "An app moves to a provider without push, or names a service the provider did not set up, such as `apns`, `fcm` or `webpush`. Many networks without RFC 8599 ignore the parameter and answer 200 instead.",
    howToFix: {
      caller:
        "Switch off push in the app's settings and keep the app running in the background, or use the app of your provider.",
      operator:
        "Set up the push service that `pn-provider` names in the proxy next to the phones, with its keys. Or let the proxy forward the `REGISTER`, when another proxy on the way serves it.",
      developer:
        "Register again with another `pn-provider` or without push, then keep the flow alive. In a 200 look for `+sip.pns` in `Feature-Caps`: without it no push will come.",
    },
    sendIt:
      "As a proxy, send it when you do not support the service in `pn-provider` and know that no proxy between you and the registrar does. Otherwise forward the `REGISTER`. An interval that is too short is 423.",
    causes: [
      {
        text: "The provider supports another push service or none.",
        evidence:
          "`pn-provider` in the `Contact` of the `REGISTER` has a value that the proxy's configuration does not list.",
      },
      {
        text: "The app names its push service by a misspelled or private name.",
        evidence: "`pn-provider` has a value other than `apns`, `fcm` or `webpush`, and 555 follows at once.",
      },
      {
        text: "The keys of the push service are missing in the proxy.",
        evidence: "All apps of one kind get 555 since a change in the proxy, and its log names the push module.",
      },
    ],
    keywords: ["push notification", "pn-provider", "rfc 8599", "apns", "fcm", "mobile app does not register"],
  },
  580: {
    gloss: "The preconditions cannot be met",
    says: "580 says that the callee cannot or will not meet the preconditions in the offer, such as reserved bandwidth.",
    meaning:
      "The offer says that resources must be reserved before the phone rings (RFC 3312). The answerer cannot or does not want to do that. The body can show which one failed: an SDP with all ports at zero and the strength `failure`.",
    whenYouSeeIt:
      "Nearly only in IMS and VoLTE, when the bearer for voice cannot be set up or a B2BUA drops half of the negotiation. It answers an `INVITE` or an `UPDATE`. Ordinary PBX phones do not use preconditions.",
    howToFix: {
      caller: "Move to better coverage and try again. When it fails for one number only, report it to your operator.",
      operator:
        "Check why the bearer failed in the radio or policy network: rejected resources, a missing voice bearer, roaming. See whether an SBC removes `precondition` from `Supported` on one side only.",
      developer:
        "Find the line with `failure` in the SDP of the 580 and offer again without that demand, or with strength `optional`. That SDP is no answer: do not apply it.",
    },
    sendIt:
      "Send it to an offer in an `INVITE` or `UPDATE` whose preconditions you cannot meet, with the SDP of the failed ones. When `Require: precondition` asks for what you do not support, send 420. A codec that does not fit is 488.",
    causes: [
      {
        text: "The bearer or the reserved bandwidth for voice could not be set up.",
        evidence: "The body has `a=des:qos failure`, and the policy server logs a rejected reservation at that second.",
      },
      {
        text: "A B2BUA passes the preconditions on to one side only.",
        evidence: "`a=curr:qos` and `a=des:qos` are in the offer on one leg and missing on the other.",
      },
      {
        text: "The `UPDATE` that confirms the reservation never arrives.",
        evidence: "After 183 and `PRACK` no `UPDATE` reaches the callee, and the 580 comes when its timer ends.",
      },
    ],
    keywords: ["precondition failure", "qos", "volte call fails", "ims", "bearer", "resource reservation"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
