import type { CodeTexts } from "../texts.ts";

/** Request failures 400 to 409. */
export const codes40x = {
  400: {
    gloss: "The request is malformed",
    says: "400 says that the server could not understand the request because its syntax is wrong or a part of it is missing.",
    meaning:
      "The server that sent it found the request malformed. The reason phrase should name the fault, as in `Missing Call-ID header field`. An unknown 4xx is treated as 400, so some systems send it for lack of a better code.",
    whenYouSeeIt:
      "After a change of firmware, through a router with a SIP ALG, or with software that writes its own headers. Kamailio's sanity module answers 400 and puts what it checked into the reason phrase.",
    howToFix: {
      caller:
        "Calling again changes nothing. Note the number and the time, switch off the SIP ALG in the router, and update the phone.",
      operator:
        "Find the server that sent the 400 and compare the request as sent with the request as it arrived. What changed on the way points at a SIP ALG, an SBC rule or a dial plan.",
      developer:
        "Read the reason phrase, mend the request and send it as a new transaction with a higher `CSeq`. As a server, say in the reason phrase which header is wrong.",
    },
    sendIt:
      "Send it when the request breaks the grammar or lacks a mandatory header, and name the fault. Send 420 for an unknown extension, 416 for a URI scheme, 415 for a body type, 488 for SDP that does not suit.",
    causes: [
      {
        text: "A SIP ALG in a router rewrote addresses and left a wrong length or a broken header.",
        evidence:
          "`Content-Length` does not match the body that arrived, or `Via` and `Contact` differ from what the phone sent.",
      },
      {
        text: "A display name or a user part has characters that need quoting or escaping.",
        evidence:
          "`From` or the Request-URI has a comma, a space or a letter such as ü outside quotes and without percent signs.",
      },
      {
        text: "A mandatory header is missing, or two headers contradict each other.",
        evidence: "`Call-ID` or a `tag` is not there, or the method in `CSeq` is not the method of the first line.",
      },
      {
        text: "The request was cut off on the way.",
        evidence:
          "The `INVITE` left as more than 1300 bytes of UDP, and the part that arrived ends in the middle of a line.",
      },
    ],
    keywords: ["bad request", "malformed", "syntax error", "sip alg", "missing header", "parse error"],
  },
  401: {
    gloss: "Log in: the server asks for credentials",
    says: "401 says that the server wants to know who is asking: the request must be sent again with a valid user name and password.",
    meaning:
      "A registrar or UAS challenges the request. `WWW-Authenticate` has realm and nonce, from which the client computes its answer. The first 401 is the normal start of a login. Only the one that follows credentials is a fault.",
    whenYouSeeIt:
      "At the start of nearly every `REGISTER`. Asterisk also challenges `INVITE` with 401, as it is a UAS and no proxy. With wrong credentials the 401 comes again and again.",
    howToFix: {
      caller:
        "Check user name and password, and the separate field for the authentication name, if the phone has one. Providers often give a SIP password that differs from that of the web portal.",
      operator:
        "See whether the second request has `Authorization`. With it: wrong password, user name or realm. Without it: the phone has no credentials for this realm or does not know the algorithm.",
      developer:
        "Answer with a new `CSeq`, the same `Call-ID` and the `Authorization` for that realm. Do not send rejected credentials again unless the new challenge has `stale=true`.",
    },
    sendIt:
      "Send it as a registrar or UAS to a request without valid credentials. Proxies send 407. Send 403 when credentials are right but the action is not allowed. Offer one algorithm: some phones fail on two challenges.",
    causes: [
      {
        text: "The password or the user name is wrong.",
        evidence:
          "The second request has `Authorization` with the right realm and nonce, and gets a 401 with a new nonce and no `stale=true`.",
      },
      {
        text: "The phone has no credentials for this realm, or cannot use the algorithm.",
        evidence:
          "The 401 has `algorithm=SHA-256` or two challenges, and no second request with `Authorization` follows.",
      },
      {
        text: "Asterisk does not find an endpoint for the caller and challenges instead of refusing.",
        evidence: "401 for any password, and the log of Asterisk says “No matching endpoint found” for that address.",
      },
      {
        text: "The nonce is outdated or unknown to the server that got the request.",
        evidence:
          "The new challenge has `stale=true`, or the two requests went to different servers of a cluster that do not share nonces.",
      },
    ],
    keywords: [
      "unauthorized",
      "wrong password",
      "registration fails",
      "can't register",
      "authentication failed",
      "login",
      "digest",
      "challenge loop",
    ],
  },
  402: {
    gloss: "Payment required",
    says: "402 says that the call needs payment; RFC 3261 only reserves this code, and providers use it for empty accounts.",
    meaning:
      "RFC 3261 lists the code as reserved for future use and gives it no behaviour. Whoever sends it follows a rule of their own. In the field it means what the name says: the account cannot pay for this call.",
    whenYouSeeIt:
      "Calls through a prepaid provider with no credit left, or towards a destination that costs more than the rest of the balance. Many providers send 403 or 503 in the same case.",
    howToFix: {
      caller:
        "Look at the balance of your account and top it up, then call again. When there is credit, ask the provider what the code means there.",
      operator:
        "Alert on 402 from a trunk: it usually hits all outbound calls at once. Route over a second carrier until the account is filled, and watch the balance by the carrier's interface.",
      developer:
        "Treat it as 400, show a message about payment and do not retry by yourself. Asterisk and FreeSWITCH pass it on as another code, so read it on the trunk side.",
    },
    sendIt:
      "Avoid it, as no RFC says what a receiver should do. Send 403 with a reason phrase such as `Insufficient Credit`, or keep 402 for customers who know from your documents what it stands for.",
    causes: [
      {
        text: "The prepaid credit of the account or of the reseller is used up.",
        evidence:
          "The 402 comes from the provider's address right after authentication, for every destination that costs money.",
      },
      {
        text: "The balance does not cover the first minute to this destination.",
        evidence: "Calls to cheap destinations succeed in the same minute in which the expensive one gets 402.",
      },
    ],
    keywords: ["payment required", "no credit", "insufficient balance", "prepaid", "top up"],
  },
  403: {
    gloss: "Understood, not allowed",
    says: "403 says that the server understood the request and refuses it; credentials will not help, so it should not be repeated.",
    meaning:
      "A server on the way, or the far end, does not permit this request. RFC 3261 adds that authorization will not help. Whether the callee was asked is open: mostly a policy decided before any phone rang.",
    whenYouSeeIt:
      "Outbound calls that a trunk refuses because of caller ID, destination or source address. `REGISTER` with a blocked account. FreeSWITCH and many providers answer 403 to a wrong password.",
    howToFix: {
      caller:
        "Ask your provider or administrator whether your line may call this number. Do not try again and again: repeated 403 can get an address blocked.",
      operator:
        "Compare `From` and `P-Asserted-Identity` with the numbers of the trunk, the source IP with its access list, and the destination with its barring. The provider's log has the reason.",
      developer:
        "Do not repeat the request, and do not start a new login by yourself. Show the reason phrase. In a B2BUA keep apart a 403 of the trunk and one made of 401, 407 or 603.",
    },
    sendIt:
      "Send it when your policy refuses the request whoever asks again. Send 401 or 407 when credentials could help, 404 to hide that a user exists, 603 when the callee declines and no policy is at work.",
    causes: [
      {
        text: "The trunk does not accept the caller ID.",
        evidence:
          "The 403 comes within a second without any 180, and the same call succeeds with a number of the trunk in `From`.",
      },
      {
        text: "The source address is not on the access list of the server.",
        evidence:
          "403 to the very first request, without a challenge, and the `Via` of the 403 shows an address in `received` that is not the listed one.",
      },
      {
        text: "The destination is barred: international, premium or outside the tariff.",
        evidence: "Authentication succeeds, national calls pass, and each call to the prefix gets 403.",
      },
      {
        text: "The registration is refused: account blocked, password wrong, or too many contacts.",
        evidence:
          "The 403 answers a `REGISTER` that has `Authorization`. Asterisk logs that `max_contacts` is reached when that is the reason.",
      },
    ],
    keywords: [
      "forbidden",
      "outbound fails",
      "call blocked",
      "caller id rejected",
      "ip not allowed",
      "international barred",
      "registration forbidden",
    ],
  },
  404: {
    gloss: "No such user in this domain",
    says: "404 says that the user does not exist in the domain that was asked, or that this server does not serve that domain.",
    meaning:
      "The server has definitive information: the user in the Request-URI does not exist at that domain. Other domains are not judged, which is what 604 would do. A known user whose phone is offline should get 480 instead.",
    whenYouSeeIt:
      "A mistyped number, a number without a rule in the dial plan, a deleted extension. Kamailio with its stock configuration also answers 404 when the user exists and the phone is not registered.",
    howToFix: {
      caller:
        "Check the number and its prefix, and dial it in the international form with + and country code. When it worked before, ask the callee whether it changed.",
      operator:
        "Look at the Request-URI that arrives: user part, prefix and domain. In Asterisk check the context of the endpoint, in Kamailio whether the phone has a registration.",
      developer:
        "Do not retry with the same URI, unless a `Retry-After` says so. Inside a dialog a 404 ends the dialog and everything that uses it. Name the address you tried in the error.",
    },
    sendIt:
      "Send it when your domain has no such user or you do not serve the domain. Send 480 for a known user without contacts, 410 when the user left for good, 484 for a number that is too short, 604 almost never.",
    causes: [
      {
        text: "The number is dialled in a form that the server does not know.",
        evidence:
          "The Request-URI has a number with 00, 0 or + where the dial plan or trunk expects another form. The 404 comes within milliseconds.",
      },
      {
        text: "The phone of the user is not registered, and the server says 404 where 480 belongs.",
        evidence:
          "No `REGISTER` of the callee got a 200 in the time its `Expires` covers. The 404 comes from the registrar and not from a phone.",
      },
      {
        text: "The call reaches the wrong context, tenant or domain.",
        evidence:
          "The user part is right, the host part is an IP address or a domain the server does not list, and other callers reach the user.",
      },
      {
        text: "The number is not assigned in the telephone network.",
        evidence:
          "The 404 comes from a gateway and has `Reason: Q.850;cause=1`, often after a 183 with an announcement.",
      },
    ],
    keywords: [
      "not found",
      "unknown user",
      "wrong number",
      "number does not exist",
      "unallocated number",
      "no route",
      "extension not found",
    ],
  },
  405: {
    gloss: "Method known, not allowed here",
    says: "405 says that the server knows the method of the request and does not allow it for this address.",
    meaning:
      "The method in the first line is recognised but not supported at the address in the Request-URI. The response MUST have `Allow` with the methods that are. Inside a dialog a 405 ends the usage, unless the usage can do without the request, as a call without `INFO`.",
    whenYouSeeIt:
      "`REGISTER` sent to a server that is no registrar, `SUBSCRIBE` for presence or message waiting at a gateway, `PUBLISH` or `MESSAGE` to a provider that offers only calls.",
    howToFix: {
      caller:
        "When calls work, nothing is lost but a feature such as presence or text messages. Switch that feature off in the phone if it reports errors.",
      operator:
        "See which method was refused and for which address, and read `Allow`. Point `REGISTER` at the registrar, and switch off presence and MWI for trunks that do not have them.",
      developer:
        "Read `Allow` and do without the method at this address. Do not end a call because an `OPTIONS` or `INFO` inside it got 405: RFC 5057 limits that to the transaction.",
    },
    sendIt:
      "Send it as a UAS or registrar when you know the method and do not allow it here, always with `Allow`. Send 501 when you do not know the method at all. A proxy forwards methods it does not know.",
    causes: [
      {
        text: "The request went to the wrong server: a proxy, gateway or trunk in place of the registrar.",
        evidence:
          "The `Allow` of the 405 lists `INVITE` and `BYE` but not `REGISTER` or `SUBSCRIBE`, whichever was sent.",
      },
      {
        text: "The feature is switched off or its module is not loaded.",
        evidence: "The same method succeeds at another server of the same product, and `Allow` is shorter here.",
      },
      {
        text: "A keepalive uses a method that the provider does not allow.",
        evidence: "An `OPTIONS` or `INFO` every 30 to 60 s gets 405, and calls pass in the meantime.",
      },
    ],
    keywords: [
      "method not allowed",
      "allow header",
      "register not allowed",
      "subscribe rejected",
      "unsupported method",
    ],
  },
  406: {
    gloss: "No content the caller accepts",
    says: "406 says that the callee's side can answer only with content the request does not accept.",
    meaning:
      "The response, or a `NOTIFY` to come, would need a content type that the `Accept` header of the request leaves out. It is about the answer and not about the offered codecs: for those 488 and 606 exist.",
    whenYouSeeIt:
      "A `SUBSCRIBE` whose `Accept` names no format the notifier can write, or an `INVITE` whose `Accept` leaves out `application/sdp`. Some gateways send 406 for codecs that do not match.",
    howToFix: {
      caller:
        "You can only report it. When presence or the busy lamps fail while calls work, tell the administrator which phone model it is.",
      operator:
        "Compare `Accept` in the request with what the server writes. For 406 to an `INVITE` compare the codecs in the SDP with those allowed on the trunk, as many gateways mean 488.",
      developer:
        "Add the type the other side writes to `Accept` and send again, or leave `Accept` out of `SUBSCRIBE` so that the default of the event package holds.",
    },
    sendIt:
      "Send it when `Accept` excludes everything you could answer with. Send 488 when the offered media do not suit this phone, 415 when the body of the request has a type you cannot read.",
    causes: [
      {
        text: "The subscriber accepts only a format the notifier does not have.",
        evidence:
          "The `SUBSCRIBE` has an `Accept` such as `application/xpidf+xml`, and the notifier writes `application/pidf+xml` to others.",
      },
      {
        text: "A gateway uses 406 where 488 belongs: no codec in common.",
        evidence:
          "The 406 answers an `INVITE` whose `m=` line lacks the codec the trunk wants, and adding G.711 makes it pass.",
      },
    ],
    keywords: ["not acceptable", "accept header", "codec mismatch", "presence format", "subscribe fails"],
  },
  407: {
    gloss: "A proxy asks for credentials",
    says: "407 says that a proxy on the way wants credentials before it passes the request on; the callee was not asked yet.",
    meaning:
      "A proxy challenges the request with `Proxy-Authenticate`. The client must prove itself to that proxy and send the request again. One 407 at the start of a call is normal, and only the one that follows credentials is a fault.",
    whenYouSeeIt:
      "After the first `INVITE` through a provider's proxy. FreeSWITCH challenges `INVITE` with 407 too. Two proxies on the path can each ask, which brings two 407 for different realms.",
    howToFix: {
      caller:
        "When every call ends here, check the user name, the authentication name and the password. Incoming calls can work nevertheless, as they need no password.",
      operator:
        "See whether the second `INVITE` has `Proxy-Authorization` and for which realm. In Asterisk check `outbound_auth` of the trunk. Behind a B2BUA a 407 of the trunk shows up as 403 or 603.",
      developer:
        "Send `ACK`, then a new `INVITE` with a higher `CSeq` and `Proxy-Authorization` for each realm asked. Never challenge `ACK` or `CANCEL`. Stop once they are rejected without `stale=true`.",
    },
    sendIt:
      "Send it as a proxy for a request of your own users without valid credentials. Registrars and UAS send 401. Send 403 when you know who it is and do not permit the call. Collect the challenges of all branches.",
    causes: [
      {
        text: "The password or the authentication name for the outbound trunk is wrong.",
        evidence:
          "The second `INVITE` has `Proxy-Authorization` and gets a 407 with a new nonce and without `stale=true`.",
      },
      {
        text: "The PBX has no credentials for the realm of the proxy.",
        evidence:
          "The 407 gets its `ACK` and no second `INVITE` follows. The realm is not the domain the trunk is configured with.",
      },
      {
        text: "The realm or the user name is changed on the way by an SBC.",
        evidence:
          "The `username` in `Proxy-Authorization` is the caller ID and not the account, or the realm differs from that of the challenge.",
      },
    ],
    keywords: [
      "proxy authentication required",
      "outbound call fails",
      "password",
      "trunk authentication",
      "proxy-authorization",
      "challenge",
    ],
  },
  408: {
    gloss: "No answer in time",
    says: "408 says that no answer came in time: either nothing replied on the way, or the phone rang until a proxy gave up.",
    meaning:
      "A server could not get a response soon enough. It speaks for the path and not for the callee. Many 408 were never on the wire: a UAC whose Timer B or F fires treats it as a 408 it received.",
    whenYouSeeIt:
      "The phone lost its network and its registration has not expired yet, a firewall drops packets, or a proxy's limit for ringing is over. After 32 s it is Timer B, after 3 minutes or more Timer C.",
    howToFix: {
      caller:
        "Call again: a 408 allows it at any time. When every call ends so, check your own network, as the phone can report 408 without any word from a server.",
      operator:
        "Find the last hop that got no reply and capture there. Check NAT bindings, the firewall and stale registrations. Kamailio waits `fr_timer` for any reply and `fr_inv_timer` for a final one.",
      developer:
        "Tell your own timeout from a 408 with a `Via` and a `To` tag of somebody else. Try the next address of the DNS answer. Never send 408 to another method than `INVITE` (RFC 4320).",
    },
    sendIt:
      "Send it to an `INVITE` when a branch stayed silent or rang too long and nothing better came. Send no final response to other methods that ran out of time. Send 480 when you know that the phone is offline.",
    causes: [
      {
        text: "The phone's registration is still stored, and the phone cannot be reached there any more.",
        evidence:
          "The `INVITE` to the stored `Contact` is repeated at 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s, and nothing comes back.",
      },
      {
        text: "NAT or a firewall drops the request or its responses.",
        evidence:
          "The capture at the phone shows the `INVITE` and its 180, the capture at the server does not show the 180.",
      },
      {
        text: "Nobody answers, and the ringing limit of a proxy is reached.",
        evidence:
          "A 180 came early. After a round time such as 120 s the proxy sends `CANCEL` to the phone and 408 to the caller.",
      },
      {
        text: "The `INVITE` is too large for UDP, and its fragments are lost.",
        evidence: "Requests above 1300 bytes stay without any reply, while `OPTIONS` to the same address gets its 200.",
      },
    ],
    keywords: ["request timeout", "no response", "call timeout", "32 seconds", "never rings", "timer b", "no answer"],
  },
  409: {
    gloss: "Conflict, an obsolete code",
    says: "409 is a code of the old RFC 2543 for a registration that conflicts with another; today 400 or 403 take its place.",
    meaning:
      "RFC 2543 had it for a `REGISTER` whose `action` parameter contradicts existing registrations. RFC 3261 dropped the parameter and the code, and IANA does not list it. A client that does not know it treats it as 400.",
    whenYouSeeIt:
      "Very old registrars and phones, and products that borrow the number from HTTP for errors of their own. A receiver can rely on nothing but the class 4xx.",
    howToFix: {
      caller:
        "Restart the phone, so that it registers afresh. When it stays, a second phone with the same account is the first thing to look for.",
      operator:
        "Ask the maker of the server what its 409 stands for, and update it. List the bindings of the user and remove those of devices that are gone, then let the phone register again.",
      developer:
        "Treat it as 400: repair and do not loop. Remove `action` from `Contact`. In a server replace it by a code of RFC 3261 that says what is wrong.",
    },
    sendIt:
      "Do not send it. Send 400 for a `REGISTER` that contradicts itself, 403 when the user may not add this binding, 500 for a `CSeq` out of order in a dialog, and 491 when two changes of a session collide.",
    causes: [
      {
        text: "A client of the time of RFC 2543 registers with an `action` parameter.",
        evidence:
          "The `Contact` of the `REGISTER` has `action=proxy` or `action=redirect`, and another binding of the user has the other value.",
      },
      {
        text: "The server uses 409 for a rule of its own, such as one device per account.",
        evidence:
          "The 409 stops as soon as the other binding is removed, and the reason phrase or a `Warning` names the rule.",
      },
    ],
    keywords: ["conflict", "rfc 2543", "obsolete", "registration conflict", "duplicate registration"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
