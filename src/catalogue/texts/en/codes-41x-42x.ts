import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 425. */
export const codes41x42x = {
  410: {
    gloss: "Gone for good, no new address",
    says: "410 says that the address existed and is gone for good, and that no forwarding address is known.",
    meaning:
      "The server knows that the address will not come back and has nothing to redirect to. When it cannot tell whether that is permanent, it should send 404. Inside a dialog a 410 ends the dialog with all its usages.",
    whenYouSeeIt:
      "A number that was given up or changed without notice, often as the translation of Q.850 cause 22 by a gateway. Also a closed account on a server that keeps track of the names it once had.",
    howToFix: {
      caller:
        "Ask the person for a new number or address, and delete the old one. A further call will get the same answer.",
      operator:
        "Take the address out of routes, speed dials and hunt groups. When callers should find the new number, let the old one answer 301 with a `Contact`.",
      developer:
        "Do not retry and do not poll. Offer to delete the contact. Keep 410 apart from 404, where a mistyped number is the likelier reason.",
    },
    sendIt:
      "Send it when you know that the address is gone for good and no other is to be told. Send 404 when you are not sure, 301 when there is a new address, and 480 when the user will be back.",
    causes: [
      {
        text: "The number was changed or given up in the telephone network.",
        evidence: "The 410 comes from a gateway with `Reason: Q.850;cause=22`, often after a 183 with an announcement.",
      },
      {
        text: "The account was closed, and the server remembers its name.",
        evidence: "The 410 comes from the registrar of the domain, and a name that never existed gets 404 there.",
      },
    ],
    keywords: ["gone", "number changed", "disconnected number", "account closed", "no longer in service"],
  },
  411: {
    gloss: "Length required, an obsolete code",
    says: "411 is a code of the old RFC 2543 for a request without `Content-Length`; RFC 3261 dropped it, and 400 takes its place.",
    meaning:
      "RFC 2543 had it for servers that refuse a request without `Content-Length`. In RFC 3261 the header is a must on TCP and TLS, and on UDP a body ends with its packet. IANA does not list the code.",
    whenYouSeeIt:
      "Only with very old servers, or with HTTP software that was made to speak SIP. A server of today that misses the header on a TCP connection sends 400 or closes the connection.",
    howToFix: {
      caller:
        "The number you dialled is not the reason. Switch the phone from TCP to UDP for a test, and report that 411 came back.",
      operator:
        "Update the server that sends it, and look for a device on the path that removes `Content-Length` or the compact form `l`.",
      developer:
        "Write `Content-Length` into every message, `Content-Length: 0` without a body. Count bytes and not characters. Treat a received 411 as 400: repair and send once more.",
    },
    sendIt:
      "Do not send it. Over TCP or TLS answer 400 and close the connection when the end of a message cannot be told. Over UDP take the rest of the packet as the body, as RFC 3261 says.",
    causes: [
      {
        text: "The client does not write `Content-Length`.",
        evidence: "The request came over TCP or TLS and has neither `Content-Length` nor `l` among its headers.",
      },
      {
        text: "A device on the path drops the header as it rewrites the body.",
        evidence:
          "The capture at the client shows `Content-Length`, the capture at the server shows the same request without it.",
      },
    ],
    keywords: ["length required", "content-length", "rfc 2543", "obsolete", "missing content length"],
  },
  412: {
    gloss: "The published state is not there any more",
    says: "412 says that a `PUBLISH` refers to a publication the server does not have any more; the client has to publish anew.",
    meaning:
      "The entity-tag in `SIP-If-Match` matches nothing the server stores, so it cannot refresh, change or remove that publication (RFC 3903). The client must not repeat the request, and starts with a full publication.",
    whenYouSeeIt:
      "Presence and busy lamps after a restart of the presence server, after a network outage longer than the publication's `Expires`, or with several servers that do not share their state.",
    howToFix: {
      caller:
        "Set your presence status once again, or sign out and in. When others see an old status for long, report it.",
      operator:
        "Keep publications in a store that survives a restart, and let all servers of a cluster use it. Many 412 at the same moment point to a restart, single ones to late refreshes.",
      developer:
        "Throw the entity-tag away and send a `PUBLISH` with the full body and without `SIP-If-Match`. Do not repeat the old one. Refresh well before `Expires` runs out.",
    },
    sendIt:
      "Send it to a `PUBLISH` whose `SIP-If-Match` you do not know. Send 489 for an event package you do not have, 415 for a body type you cannot read, and 423 for a lifetime below your minimum.",
    causes: [
      {
        text: "The publication expired before its refresh arrived.",
        evidence: "More time lies between the last 200 and this `PUBLISH` than the `Expires` of that 200 allowed.",
      },
      {
        text: "The server lost its publications, or another server of the cluster was asked.",
        evidence: "The 412 comes well before the time in `Expires`, for many users at once or from a new address.",
      },
      {
        text: "The client uses an old entity-tag.",
        evidence: "The `SIP-If-Match` is not the `SIP-ETag` of the most recent 200, but one of an earlier response.",
      },
    ],
    keywords: ["conditional request failed", "publish", "presence stale", "sip-etag", "sip-if-match", "entity tag"],
  },
  413: {
    gloss: "The body is too large",
    says: "413 says that the body of the request is larger than the server is willing or able to process.",
    meaning:
      "The headers were understood and the body exceeds a limit of this server. With `Retry-After` the limit is temporary. It counts the body only: for a message that is too large as a whole there is 513.",
    whenYouSeeIt:
      "Long text messages, pictures in a `MESSAGE`, presence documents of many contacts, an SDP with dozens of codecs and ICE candidates from a browser.",
    howToFix: {
      caller:
        "Send a shorter message, or send the picture by other means. In a video application switch off what you do not need.",
      operator:
        "Look up the limit of the server that answered and compare it with `Content-Length`. Take unused codecs out of the SDP, or raise the limit where the path is TCP or TLS.",
      developer:
        "Send again with a smaller body or none, in a new transaction with a higher `CSeq`. Refer to large content by a URL. Honour `Retry-After` when it is there.",
    },
    sendIt:
      "Send it when the body exceeds what you process, with `Retry-After` when that will pass. You may close the connection to stop the rest. Send 513 when the whole message is too long, and 415 when only its type is wrong.",
    causes: [
      {
        text: "The offer of a browser has so many codecs and candidates that an SBC refuses it.",
        evidence:
          "`Content-Length` is several thousand bytes, with dozens of `a=candidate` or `a=rtpmap` lines, and the 413 comes at once.",
      },
      {
        text: "A text message or a publication exceeds the limit of the server.",
        evidence: "The same user's short `MESSAGE` gets 200, and the long one gets 413 from the same address.",
      },
    ],
    keywords: ["request entity too large", "body too large", "long message", "sdp too big", "attachment"],
  },
  414: {
    gloss: "The address line is too long",
    says: "414 says that the Request-URI is longer than this server is willing to read.",
    meaning:
      "The server does not want to interpret so long a Request-URI. This is a limit of the hop that answered, and the callee knows nothing of the call. RFC 3261 sets no number: each product has its own.",
    whenYouSeeIt:
      "Rare. Redirects that put whole headers into the `Contact` URI, tokens or conference data in URI parameters, or a rewriting rule that adds the same parameter at each pass.",
    howToFix: {
      caller: "Dial the number or the short address instead of a copied link. When it was short already, report it.",
      operator:
        "Find the server that answered and read the Request-URI it got. Remove rules that append parameters, and raise the limit when the address is right.",
      developer:
        "Shorten the URI and send again: move data from URI parameters into headers or the body. Check the URI that came in a `Contact` before you use it.",
    },
    sendIt:
      "Send it when the Request-URI exceeds the limit of your parser. Send 513 when the message as a whole is too long, 400 when the URI is malformed, and 483 when it grew in a loop and `Max-Forwards` is 0.",
    causes: [
      {
        text: "A rewriting rule adds a parameter or prefix each time the request passes.",
        evidence:
          "The Request-URI has the same parameter or digits several times, and the `Via` list shows one server more than once.",
      },
      {
        text: "A redirect came with headers or long tokens in its `Contact`.",
        evidence:
          "A 3xx before it has a `Contact` of many hundred characters, with a question mark and escaped headers.",
      },
    ],
    keywords: ["request-uri too long", "uri too long", "url length", "long address"],
  },
  415: {
    gloss: "Body type not understood",
    says: "415 says that the server cannot read the body of the request: its type, encoding or language is not supported.",
    meaning:
      "The body has a format this server does not support for this method. The response has to list what it takes, in `Accept`, `Accept-Encoding` or `Accept-Language`. It is about the kind of body, not about codecs inside the SDP.",
    whenYouSeeIt:
      "Keypad tones sent as `INFO` to a peer that does not read them, `INVITE` with ISUP beside the SDP (SIP-I) to a plain SIP phone, a `MESSAGE` in HTML, presence in an older format.",
    howToFix: {
      caller:
        "When key presses do nothing in a call, set DTMF in your phone to RFC 4733, also called RFC 2833. Send text messages as plain text.",
      operator:
        "Compare `Content-Type` with `Accept` in the 415. Set DTMF on both sides to RFC 4733, and switch off SIP-I or multipart bodies towards trunks that want plain SDP.",
      developer:
        "Send again with a type from `Accept`, in a new transaction with a higher `CSeq`. Mark optional parts of a multipart body with `handling=optional`, so that they can be skipped.",
    },
    sendIt:
      "Send it when you cannot read the body, and list what you can in `Accept`. Send 488 when you read the SDP and its media do not suit you, 469 for an unknown Info Package, and 400 for a broken body.",
    causes: [
      {
        text: "DTMF is sent as `INFO`, and the other side does not take it.",
        evidence:
          "Each key press makes an `INFO` with `Content-Type: application/dtmf-relay`, and each of them gets 415.",
      },
      {
        text: "The body is multipart, with ISUP, location or a QSIG part beside the SDP.",
        evidence:
          "The `INVITE` has `Content-Type: multipart/mixed`, and the `Accept` of the 415 lists only `application/sdp`.",
      },
    ],
    keywords: ["unsupported media type", "content-type", "dtmf not working", "sip info", "multipart", "sip-i"],
  },
  416: {
    gloss: "Unknown kind of address",
    says: "416 says that the server does not know the kind of address in the Request-URI, such as `tel:` in place of `sip:`.",
    meaning:
      "The scheme at the front of the Request-URI, for example `tel:` or `urn:`, is unknown to this server. The callee was not asked. The client should try again with a SIP URI. Inside a dialog a 416 ends the dialog.",
    whenYouSeeIt:
      "Calls from IMS or Microsoft systems that dial `tel:+4930123456` to a PBX that wants `sip:`. Older Asterisk releases answer 416 to every tel URI. Emergency calls to `urn:service:sos` at a simple server.",
    howToFix: {
      caller:
        "Dial the number with your provider's domain, as in `sip:+4930123456@example.com`, or choose this form in the settings of the phone.",
      operator:
        "Let the SBC or proxy in front turn `tel:` into `sip:` with the domain and `user=phone`, or update the server. Check that emergency URNs are routed before the call leaves your site.",
      developer:
        "Repeat the request with a SIP URI: the number becomes the user part, with `user=phone`. Do not turn `sips:` into `sip:` without telling the user, as it gives up TLS on the way.",
    },
    sendIt:
      "Send it when you do not know the scheme of the Request-URI. Send 404 when you know the scheme and not the user, 484 when the number is incomplete, and 420 when `Require` names something unknown.",
    causes: [
      {
        text: "The caller dials a tel URI, and the server knows only SIP URIs.",
        evidence:
          "The first line is like `INVITE tel:+4930123456 SIP/2.0`, and the 416 comes at once from the first server behind the SBC.",
      },
      {
        text: "The request is for `sips:`, and the server does not know this scheme.",
        evidence: "The Request-URI begins with `sips:`, and the same call with `sip:` passes.",
      },
    ],
    keywords: ["unsupported uri scheme", "tel uri", "sips", "urn", "teams", "ims"],
  },
  417: {
    gloss: "Priority value not known",
    says: "417 says that the server does not know any of the priority values that the request insists on.",
    meaning:
      "The request has `Require: resource-priority`, and none of the values in `Resource-Priority` is known here (RFC 4412). Without that `Require` the server has to ignore unknown values and go on at normal priority.",
    whenYouSeeIt:
      "Government, military and emergency networks, where calls carry values such as `ets.0` or `dsn.flash` across a border to a network that uses another namespace.",
    howToFix: {
      caller:
        "Call without priority when your phone lets you choose. The administrator of the priority service has to do the rest.",
      operator:
        "Read `Accept-Resource-Priority` in the 417 when it is there. Let the border element translate between the namespaces, or take `resource-priority` out of `Require` for that neighbour.",
      developer:
        "Send again with a value the user is entitled to from `Accept-Resource-Priority`, or with the option tag in `Supported` only. List several namespaces when the call crosses networks.",
    },
    sendIt:
      "Send it only when `Require` has `resource-priority` and you know none of the values, and add `Accept-Resource-Priority` if policy permits. Otherwise treat the call as normal. Send 403 to a user who may not use the value.",
    causes: [
      {
        text: "The networks use different namespaces, and nothing translates between them.",
        evidence:
          "`Resource-Priority` has a namespace such as `dsn`, and `Accept-Resource-Priority` in the 417 lists only others.",
      },
      {
        text: "The client insists on priority where it should only offer it.",
        evidence: "The `INVITE` has `Require: resource-priority`, and the same call without this line succeeds.",
      },
    ],
    keywords: ["resource-priority", "priority call", "ets", "dsn", "government emergency", "mlpp"],
  },
  420: {
    gloss: "Required extension not supported",
    says: "420 says that the request insists on an extension that this server does not support, and names that extension.",
    meaning:
      "An option tag in `Require`, or for a proxy in `Proxy-Require`, is unknown or switched off at the server that answered. `Unsupported` MUST list it. The client should send the request again without that extension.",
    whenYouSeeIt:
      "`Require: 100rel` to a phone with `PRACK` switched off, which is how Asterisk acts with `100rel=no`. `Require: timer`, `replaces` or `sec-agree` towards devices that never had it.",
    howToFix: {
      caller:
        "Nothing in the dialled number is wrong. Tell the administrator which phone or trunk it is and what was last updated.",
      operator:
        "Read `Unsupported` in the 420, and set that feature on the calling side from required to supported. Or switch it on at the answering side: `PRACK` is the most frequent one.",
      developer:
        "Send again without what `Unsupported` lists, in a new transaction with a higher `CSeq`. Put into `Require` only what the call cannot do without, and the rest into `Supported`.",
    },
    sendIt:
      "Send it when `Require` has an option tag you do not support, with all such tags in `Unsupported`. A proxy looks at `Proxy-Require` only. Never send it to `ACK` or `CANCEL`. Send 421 when you are the one that insists.",
    causes: [
      {
        text: "The caller insists on `PRACK`, and the answering side has it switched off.",
        evidence: "`Require: 100rel` in the `INVITE` and `Unsupported: 100rel` in the 420.",
      },
      {
        text: "The caller demands an extension of its own network.",
        evidence:
          "`Unsupported` has a tag such as `sec-agree` or `precondition`, and the call crosses from a mobile network to an office.",
      },
      {
        text: "A proxy on the path does not know what `Proxy-Require` asks for.",
        evidence:
          "The 420 comes from a proxy and not from the phone, and its `Unsupported` repeats a tag of `Proxy-Require`.",
      },
    ],
    keywords: ["bad extension", "unsupported", "100rel", "prack", "require header", "option tag"],
  },
  421: {
    gloss: "An extension is missing in the request",
    says: "421 says that the server insists on an extension that the request does not list as supported.",
    meaning:
      "The server cannot or will not handle the request without an extension, which it names in `Require`. RFC 3261 advises against it, as it shuts out plain SIP phones. RFC 3329 demands it where a security agreement is policy.",
    whenYouSeeIt:
      "Asterisk with `100rel=required` or `timers=required` towards a phone without them. An IMS core that demands `sec-agree` at the first `REGISTER`.",
    howToFix: {
      caller: "The phone or app lacks a feature the service demands. Update it, or use one the provider approves.",
      operator:
        "Read `Require` in the 421. Turn the demand into an offer on the server, for example `100rel=yes` in Asterisk, or switch the extension on in the phone.",
      developer:
        "Send again with the tag in `Supported`, if you really have the extension. For `sec-agree`, read `Security-Server` and take up one of its mechanisms first.",
    },
    sendIt:
      "Send it only when no useful service is possible without the extension, with that extension in `Require`. Otherwise go on with plain SIP. Send 494 when the client lists `sec-agree` in `Supported` and must now use it.",
    causes: [
      {
        text: "The server has `PRACK` or session timers set to required.",
        evidence:
          "`Require: 100rel` or `Require: timer` in the 421, and no such tag in the `Supported` of the request.",
      },
      {
        text: "The network wants the security agreement of RFC 3329, and the client does not offer it.",
        evidence: "The 421 has `Security-Server` and `Require: sec-agree`, and the request had no `sec-agree` at all.",
      },
    ],
    keywords: ["extension required", "require", "100rel required", "prack", "session timer required", "sec-agree"],
  },
  422: {
    gloss: "Session timer too short",
    says: "422 says that the session timer asked for is shorter than this server permits, and names the minimum.",
    meaning:
      "`Session-Expires` is below the minimum of the server that answered, which it states in `Min-SE` (RFC 4028). No minimum may be lower than 90 s. The client may try again with a longer interval.",
    whenYouSeeIt:
      "At the start of a call or at a refresh, when a PBX asks for a short session and a carrier wants, for example, 600 s or more. Asterisk sends it for a value below `timers_min_se`.",
    howToFix: {
      caller:
        "A good phone repeats the call by itself within a second. When yours fails, the session timer setting is what to report.",
      operator:
        "Raise the interval of the calling side to 1800 s, the value RFC 4028 recommends. In Asterisk that is `timers_sess_expires`. Check all proxies on the path, as each can set a minimum.",
      developer:
        "Repeat with `Session-Expires` and `Min-SE` not below the largest `Min-SE` received so far for this `Call-ID`, and a higher `CSeq`. Keep that `Min-SE` in later attempts too.",
    },
    sendIt:
      "Send it to `INVITE` or `UPDATE` when `Session-Expires` is below your minimum, with `Min-SE`. As a proxy only if `Supported` has `timer`: otherwise raise both headers yourself. Never ask for less than 90 s.",
    causes: [
      {
        text: "The calling side is set to a session interval below the minimum of a hop.",
        evidence:
          "`Session-Expires` in the `INVITE` is smaller than `Min-SE` in the 422, and a second `INVITE` may follow with more.",
      },
      {
        text: "The client does not handle 422 and gives up.",
        evidence: "The 422 gets its `ACK` and no second `INVITE`, or a second one with the old `Session-Expires`.",
      },
      {
        text: "A refresh within the call asks for less than at its start, and the session is not extended.",
        evidence:
          "A re-`INVITE` or `UPDATE` gets 422, no repair follows, and a `BYE` comes when the old interval ends.",
      },
    ],
    keywords: [
      "session interval too small",
      "session timer",
      "min-se",
      "session-expires",
      "call drops after minutes",
      "rfc 4028",
    ],
  },
  423: {
    gloss: "Lifetime too short",
    says: "423 says that the lifetime asked for a registration, subscription or publication is too short, and names the minimum.",
    meaning:
      "The server does not keep a binding or a state for so short a time. `Min-Expires` has the least it honours. For `REGISTER` and `SUBSCRIBE`, only a time above zero and below one hour may be refused.",
    whenYouSeeIt:
      "A phone set to register every 30 s to keep NAT open, at a server with a minimum of 60 s or more. Asterisk sends it for `minimum_expiration`. Kamailio raises the time to `min_expires` instead.",
    howToFix: {
      caller:
        "Set the registration time of the phone to 3600 s, or to what the provider writes. Keep NAT open with the keepalive setting and not with short registrations.",
      operator:
        "Compare `Expires` of the request with `Min-Expires` of the 423. Lower the minimum when phones on mobile networks need it, or provision longer times and use CRLF or STUN keepalives.",
      developer:
        "Repeat with every expiry in the request not below `Min-Expires`, also the `expires` parameter of each `Contact`. Use a higher `CSeq`, and remember the value for the next time.",
    },
    sendIt:
      "Send it to `REGISTER`, `SUBSCRIBE` or `PUBLISH` with a lifetime below your minimum, always with `Min-Expires`. Never for `Expires: 0`, which ends it. A time that is too long you may shorten in the 200.",
    causes: [
      {
        text: "The phone registers at short intervals to keep NAT open.",
        evidence: "`Expires` is 30 or 60 in the `REGISTER`, and `Min-Expires` in the 423 is larger.",
      },
      {
        text: "The client does not read `Min-Expires` and repeats the same request.",
        evidence: "`REGISTER` after `REGISTER` with the same `Expires`, each followed by 423.",
      },
      {
        text: "Only one of two expiry values was raised.",
        evidence: "The `Expires` header is large enough, and the `expires` parameter in the `Contact` is still small.",
      },
    ],
    keywords: [
      "interval too brief",
      "min-expires",
      "registration interval",
      "expires too short",
      "keepalive",
      "register fails",
    ],
  },
  424: {
    gloss: "Location unusable",
    says: "424 says that the location sent with the request is wrong or cannot be used, and that the server needs one.",
    meaning:
      "The server needs to know where the caller is and cannot use what it got (RFC 6442). `Geolocation-Error` MUST say why: 100 not usable, 200 permission missing, 300 not retrievable. A dialog that exists stays alive.",
    whenYouSeeIt:
      "Emergency and location-based calls. An emergency network or a proxy with its own knowledge sends it, and may put the location it believes in into the body of the 424.",
    howToFix: {
      caller:
        "In an emergency tell your address in words and do not wait. Otherwise allow the application to use your location and try again.",
      operator:
        "Read `Geolocation-Error`. Check the address stored for the phone or switch port against the format of the emergency service, and whether its servers can fetch your location URI.",
      developer:
        "Send again with a corrected PIDF-LO, taking over the location of the 424 when it has one. Do not reveal more than the user permits. Whoever inserted the location has to mend it.",
    },
    sendIt:
      "Send it when you need a location and `Geolocation` in the request has none you can use, with `Geolocation-Error`. Never for a request without `Geolocation`. Accept the call and add only the error when you can go on.",
    causes: [
      {
        text: "The location document is malformed or has too little detail for the service.",
        evidence:
          "`Geolocation-Error: 100` in the 424, and a PIDF-LO without street or coordinates in the body of the `INVITE`.",
      },
      {
        text: "The location URI cannot be fetched.",
        evidence:
          "`Geolocation-Error: 300`, and `Geolocation` has an `https:` URI that only the sender's network can reach.",
      },
      {
        text: "The request forbids routing by its location.",
        evidence: "`Geolocation-Error: 202` in the 424 and `Geolocation-Routing: no` in the request.",
      },
    ],
    keywords: ["bad location information", "geolocation", "emergency call", "e911", "pidf-lo", "ng911"],
  },
  425: {
    gloss: "Alert message unusable",
    says: "425 says that the alert sent by a sensor or device is so malformed that no emergency response can be decided on.",
    meaning:
      "An emergency service or a server on the way cannot use the alert document (CAP) in the request, and nothing else in it helps (RFC 8876). `AlertMsg-Error` MUST say what is wrong. A dialog that exists goes on.",
    whenYouSeeIt:
      "Alarm devices that send a `MESSAGE` to an emergency service without a person calling: burglar and fire alarms, crash sensors. Outside next generation emergency networks it does not occur.",
    howToFix: {
      caller:
        "When it is urgent, call the emergency number by voice, and then have the alarm device checked by whoever installed it.",
      operator:
        "Read `AlertMsg-Error`: 100 to 103 tell apart an alert that cannot be processed, is not there, says too little or is corrupted. Test the device against a test service.",
      developer:
        "Check the CAP document against its schema before you send it, and that `Call-Info` with `purpose=EmergencyCallData.cap` names its `Content-ID`. Repair and send again, never the same.",
    },
    sendIt:
      "Send it only when the alert is unusable and nothing else in the request can be acted on, with `AlertMsg-Error`. Never for a request without an alert. When you can go on, accept and add `AlertMsg-Error` to the 200.",
    causes: [
      {
        text: "The CAP document is corrupted or breaks its schema.",
        evidence:
          "`AlertMsg-Error: 103` in the 425, and the XML of the body ends early or lacks elements that CAP demands.",
      },
      {
        text: "`Call-Info` refers to a body part that is not in the request.",
        evidence:
          "`AlertMsg-Error: 101`, and the `cid:` URI of `Call-Info` differs from the `Content-ID` of the alert.",
      },
    ],
    keywords: ["bad alert message", "cap alert", "emergency alert", "sensor", "alertmsg-error", "rfc 8876"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
