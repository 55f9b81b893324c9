import type { CodeTexts } from "../texts.ts";

export const codes43x46x = {
  428: {
    gloss: "Sign the caller's identity first",
    says: "428 says that the called network accepts this call only with a signed `Identity` header, which is missing.",
    meaning:
      "A verification service (RFC 8224) in the called network or phone demands a signature over the caller's number, and found no `Identity` header it can use. It does not say that the caller lies: nothing was there to be checked. With a signature the same call can pass.",
    whenYouSeeIt:
      "A call enters a STIR/SHAKEN network unsigned: the provider does not sign, a hop removed the header, or the path crossed a TDM trunk. Many networks let such calls pass and only mark them as not verified.",
    howToFix: {
      caller: "Ask your provider whether it signs your calls. Call from a number the provider has assigned to you.",
      operator:
        "Look for `Identity` on the last hop inside your network. Switch on signing for this trunk, have your SBC pass the header through, and use TCP or TLS when it makes requests too long for UDP.",
      developer:
        "Send the request again with an `Identity` header of a supported `ppt`, at most once. An authentication service with the right certificate makes the signature, as a rule not the phone.",
    },
    sendIt:
      "Send it when your policy demands a signature and no `Identity` header without `ppt` or with a supported one came. Send 438 when one came and is broken, 436 when its certificate cannot be fetched.",
    causes: [
      {
        text: "The provider of the caller does not sign calls.",
        evidence: "The `INVITE` leaves the provider's SBC without an `Identity` header, for every number.",
      },
      {
        text: "A hop on the way removed the header.",
        evidence: "The first hop shows `Identity`, and the last hop before the 428 does not.",
      },
      {
        text: "The `ppt` of the signature is not supported by the verifier.",
        evidence: "`Identity` is there with a `ppt` such as `div` only, and no second one with `shaken`.",
      },
    ],
    keywords: ["identity required", "stir/shaken", "unsigned call", "use identity header", "passport", "attestation"],
  },
  429: {
    gloss: "Prove who referred this call",
    says: "429 says that a signed `Referred-By` token is demanded, which proves who asked for this transfer.",
    meaning:
      "The call comes from a transfer, and the target wants proof of who sent it. The `Referred-By` header has no valid signed token (RFC 3892). The transferee passes the 429 back to the transferor in a `NOTIFY`. A transferee can also answer the `REFER` itself with it.",
    whenYouSeeIt:
      "A secured transfer target refuses a call with a plain `Referred-By`. It is rare: the token rests on S/MIME, which few phones support, so most targets accept the header unproved or ignore it.",
    howToFix: {
      caller: "Call the target directly instead of being transferred: a direct call has no `Referred-By` to prove.",
      operator:
        "Find out which element demands the token. In most networks the better way is to trust `Referred-By` only from your own PBX, and to remove it at the border.",
      developer:
        "As transferor, send a new `REFER` with a valid token. As transferee, copy `Referred-By` and the token unchanged, and report the 429 in the `NOTIFY` with `message/sipfrag`.",
    },
    sendIt:
      "Send it to a request that comes from a transfer when you demand a valid `Referred-By` token and it is missing, stale or invalid. For a signature of the calling party itself send 428.",
    causes: [
      {
        text: "The transferor's phone cannot sign a token.",
        evidence: "The `REFER` has `Referred-By` without a `cid` parameter, and no signed body part.",
      },
      {
        text: "The transferee or a B2BUA dropped the token.",
        evidence: "The `REFER` has a body part with the token, and the new `INVITE` has none.",
      },
      {
        text: "The token is too old, or made for another target.",
        evidence: "The `Date` inside the token is long past, or its `Refer-To` differs from the Request-URI.",
      },
    ],
    keywords: ["provide referrer identity", "referred-by", "transfer refused", "refer token", "transfer fails"],
  },
  430: {
    gloss: "The connection to the phone is gone",
    says: "430 says that the stored connection to the phone has failed, while another one to the same phone may work.",
    meaning:
      "A phone behind NAT keeps a flow open to an edge proxy (RFC 5626), and that flow no longer exists. The edge proxy tells the proxy responsible for the user, which tries another flow of the same phone. A phone should never see it: upstream it becomes 480.",
    whenYouSeeIt:
      "An edge proxy was restarted and lost its connections, a NAT forgot the mapping, or a mobile phone changed its network. The registrar still holds the binding over the old flow.",
    howToFix: {
      caller:
        "Call again in a minute or two: the phone opens a new connection as soon as it notices. A caller should see 480 and not 430.",
      operator:
        "Remove the binding of the failed flow. Give phones two edge proxies, so that a second flow exists. Compare `Flow-Timer` with the timeout of the NAT in front of the phones.",
      developer:
        "As the proxy in charge, try another flow with the same `+sip.instance` and another `reg-id`. Do so on 408 and 430 only: any other final response is the phone's answer.",
    },
    sendIt:
      "As an edge proxy, send it when the flow token is valid and its flow is gone. A flow token that was tampered with is 403. Toward a caller the proxy in charge sends 480 instead.",
    causes: [
      {
        text: "The edge proxy restarted and lost its TCP or TLS connections.",
        evidence: "All users of this edge get 430 from the same moment on, until their phones register again.",
      },
      {
        text: "The NAT dropped the mapping because keepalives came too rarely.",
        evidence: "The keepalives of the phone are farther apart than the idle time after which calls begin to fail.",
      },
      {
        text: "The phone changed from one network to another without a new registration.",
        evidence:
          "The next `REGISTER` of the phone has the same `+sip.instance` and `reg-id`, but another source address.",
      },
    ],
    keywords: ["flow failed", "outbound", "nat timeout", "lost connection", "edge proxy", "phone not reachable"],
  },
  433: {
    gloss: "Anonymous calls are not accepted",
    says: "433 says that the call was refused because the caller hides the number or name.",
    meaning:
      "The callee, or a server that acts for the callee, rejects calls whose caller has withheld the identity on purpose. The same call with the number shown would be allowed. A number that is only missing or cannot be verified is not anonymous by RFC 5079.",
    whenYouSeeIt:
      "Anonymous call rejection is on for the callee, and the caller has the number suppressed. Many systems play an announcement for it or answer 403 or 603, so that callers seldom see the number 433.",
    howToFix: {
      caller:
        "Show your number for this call and dial again: in North America the prefix `*82` does it, elsewhere a setting of the phone or the line.",
      operator:
        "Check whether the callee switched the rejection on. See also whether a trunk or an SBC hides numbers unasked, with `Privacy: id` or `anonymous.invalid` in `From`.",
      developer:
        "Ask the user before you call again with the identity shown: a retry without consent is forbidden (RFC 5079). A setting made by the user in advance counts as consent. In a dialog only this request fails.",
    },
    sendIt:
      "Send it when `From` or `Privacy` says that the caller hides on purpose and the callee refuses such calls. A missing `P-Asserted-Identity` alone is no reason. A missing signature is 428, any other refusal 403 or 603.",
    causes: [
      {
        text: "The caller suppresses the number.",
        evidence: "The `INVITE` has `Privacy: id`, or `From` is `Anonymous` with a URI in `anonymous.invalid`.",
      },
      {
        text: "A PBX or SBC makes all calls over this trunk anonymous.",
        evidence: "`From` shows the number on the first hop and `anonymous.invalid` after the SBC.",
      },
      {
        text: "The callee has anonymous call rejection on without knowing it.",
        evidence: "The 433 comes from the callee's server without a 180, and calls with a number go through.",
      },
    ],
    keywords: ["anonymous call", "hidden number", "private number", "caller id blocked", "acr", "withheld number"],
  },
  436: {
    gloss: "The signer's certificate cannot be fetched",
    says: "436 says that the verifier could not fetch the certificate behind any `Identity` header of the call.",
    meaning:
      "The call is signed, and the `info` parameter of `Identity` names a URL for the certificate. The verification service could not get it from there. The signature itself was not judged. With several `Identity` headers it is sent only when all of them fail so.",
    whenYouSeeIt:
      "The certificate server of the signing provider is down, its URL is misspelled or reachable only from inside, or the verifier's firewall lets no HTTPS out. Then all calls of one signer or all signed calls fail.",
    howToFix: {
      caller:
        "The fault is in your provider's network or the called one. Report it with the time of the call and the number dialled.",
      operator:
        "Take the URL from `info` and fetch it from a machine outside your network. Check DNS, the TLS certificate and the firewall. As the verifier, check the outbound path and the cache.",
      developer:
        "Repeat the call at most once, with an `info` URL that the verifier can reach. Serve certificates over public HTTPS, and cache those you fetch, so that a short outage does not stop calls.",
    },
    sendIt:
      "Send it when you cannot get the certificate of any `Identity` header and your policy refuses the call for that. A certificate you got and do not trust is 437, a signature that does not match is 438.",
    causes: [
      {
        text: "The server that holds the certificate is down or not public.",
        evidence: "A fetch of the `info` URL from outside times out or gives an HTTP error such as 404 or 503.",
      },
      {
        text: "The verifier's own firewall or DNS blocks the fetch.",
        evidence: "Calls of all signers get 436, and the `info` URL opens from other networks.",
      },
      {
        text: "The URL in `info` is wrong or was changed on the way.",
        evidence: "The `info` URL in the `Identity` header differs from the `x5u` in the PASSporT.",
      },
    ],
    keywords: [
      "bad identity info",
      "stir/shaken",
      "certificate url",
      "x5u",
      "info parameter",
      "certificate not reachable",
    ],
  },
  437: {
    gloss: "The signer's certificate is not accepted",
    says: "437 says that the verifier has the signer's certificate and does not trust it or cannot use it.",
    meaning:
      "The certificate behind `Identity` was fetched, and the verification service rejects it: it does not trust the authority that issued it, or does not know its algorithm. In RFC 4474 the phrase was `Unsupported Certificate`. The caller's number was not judged.",
    whenYouSeeIt:
      "A provider signs with a test certificate or one from outside the list of approved authorities, or a call crosses into a country with another list. Until the lists agree, all calls of that signer get it.",
    howToFix: {
      caller:
        "Nothing on the phone changes it. Report it to your provider: the certificate it signs with is not accepted by the called network.",
      operator:
        "As the signer, check who issued the certificate, its dates and its key type: SHAKEN demands ES256. As the verifier, renew your list of approved authorities.",
      developer:
        "Sign again with a credential the verifier supports, at most once. Send the whole chain with the certificate. Do not drop `Identity` to get the call through: the answer may then be 428.",
    },
    sendIt:
      "Send it when the certificate is at hand and you do not trust its authority or know its algorithm. A certificate you cannot fetch is 436. A good certificate with a wrong signature is 438.",
    causes: [
      {
        text: "The authority that issued the certificate is not on the verifier's list.",
        evidence: "The issuer of the certificate behind `info` is missing in the list of approved authorities.",
      },
      {
        text: "The certificate has expired, or it is a test certificate.",
        evidence: "The dates in the certificate do not include the `iat` of the PASSporT, or its issuer is a lab.",
      },
      {
        text: "The verifier does not know the algorithm.",
        evidence: "`alg` in `Identity` or in the PASSporT header is not `ES256`.",
      },
    ],
    keywords: [
      "unsupported credential",
      "unsupported certificate",
      "stir/shaken",
      "untrusted ca",
      "expired certificate",
    ],
  },
  438: {
    gloss: "The caller's signature is not valid",
    says: "438 says that the call is signed, and that none of its `Identity` headers is valid.",
    meaning:
      "The verification service found no `Identity` header with a valid PASSporT that it supports. That can mean forgery. Often it only means that a hop on the way changed the number or the `Date` that was signed (RFC 8224).",
    whenYouSeeIt:
      "A transit carrier rewrites `From`, `To` or `Date` after signing, a redirect changes the called number, or a call is replayed. Most networks mark such a call as failed verification and deliver it all the same.",
    howToFix: {
      caller:
        "Report it to your provider. Your call was altered after signing or signed in a wrong way, and the phone cannot repair that.",
      operator:
        "Compare `From`, `To` and `Date` at the signer and at the verifier. Sign after the last rewriting of numbers. Sign a forwarded call with `ppt=div` in addition.",
      developer:
        "When the PASSporT was in compact form, repeat the request once with the full form: it shows what was signed. Bring numbers to the canonical form, digits only, before signing.",
    },
    sendIt:
      "Send it when `Identity` headers came and none is valid, and your policy refuses the call for that. A stale `Date` is 403. No usable `Identity` at all is 428.",
    causes: [
      {
        text: "A hop changed the caller's or the called number after signing.",
        evidence: "`orig` or `dest` in the PASSporT differs from `From` or `To` as the verifier got them.",
      },
      {
        text: "A transit network changed the `Date` header.",
        evidence: "`Date` differs between signer and verifier, and the compact form of the PASSporT was used.",
      },
      {
        text: "The signature was copied from another call, or forged.",
        evidence:
          "The same `Identity` value stands in calls with different `Call-ID`, or the key is not the certificate's.",
      },
    ],
    keywords: ["invalid identity header", "invalid passport", "signature failed", "stir/shaken", "spoofed caller id"],
  },
  439: {
    gloss: "The first proxy lacks outbound support",
    says: "439 says that the registrar supports outbound, but the first proxy on the phone's way does not.",
    meaning:
      "The phone asked in its `REGISTER` to be reached over its own connection (RFC 5626). The registrar could do that, but the first proxy left no `Path` with `ob`, so calls would not find the flow. The registration has failed.",
    whenYouSeeIt:
      "A phone with `outbound` in `Supported` and `reg-id` in `Contact` registers through an old proxy or SBC. It also appears when a load balancer without that support was put in front of the edge proxy.",
    howToFix: {
      caller:
        "Switch off the setting named outbound or RFC 5626 in the phone, or enter the other outbound proxy of your provider.",
      operator:
        "Switch on outbound in the first proxy, so that it adds `Path` with the `ob` parameter. In Kamailio the modules `outbound` and `path` do it. Or let phones reach the edge proxy directly.",
      developer:
        "Register again without `reg-id`, or through another proxy of the set: both are allowed. Keep NAT keepalives going in any case.",
    },
    sendIt:
      "As a registrar, send it when the `REGISTER` has `reg-id` and `outbound` in `Supported`, and the first proxy left no `Path` with `ob`. Without `reg-id` never send it, and not when you are the first hop yourself.",
    causes: [
      {
        text: "The first proxy or SBC does not support RFC 5626.",
        evidence: "The `REGISTER` at the registrar has more than one `Via`, and no `Path` header with `ob`.",
      },
      {
        text: "The first proxy supports it, and the function is not configured.",
        evidence: "`Path` is there and lacks `ob`, although the same product adds it elsewhere.",
      },
      {
        text: "A load balancer in front of the edge proxy adds a hop.",
        evidence:
          "The `Via` right above that of the phone belongs to the balancer, and the failures began when it was put in.",
      },
    ],
    keywords: [
      "outbound",
      "rfc 5626",
      "reg-id",
      "first hop lacks outbound support",
      "registration fails",
      "path header",
    ],
  },
  440: {
    gloss: "The fork would become too wide",
    says: "440 says that a proxy may not open as many parallel branches as this request would need.",
    meaning:
      "`Max-Breadth` limits how many branches of a request may ring at one time over all proxies, 60 as a rule (RFC 5393). What is left here does not cover the parallel fork. It protects against forks that multiply, and says nothing about the users.",
    whenYouSeeIt:
      "A large ring group contains groups that fork again, two groups contain each other, or a client sends a small `Max-Breadth`. It is rare, since a proxy may also call the targets one after another.",
    howToFix: {
      caller: "Dial one member of the group directly. Tell the operator which group number fails.",
      operator:
        "Look for groups inside groups and for forwarding that leads back into a group. Make large groups smaller, or ring their members in turn instead of all at once.",
      developer:
        "As a proxy, fork in series or redirect before you give up. Return to the pool the breadth of branches that have ended. As a client, send 60 or leave the header out.",
    },
    sendIt:
      "As a proxy, send it when `Max-Breadth` does not cover the parallel fork, and you can neither fork in series nor redirect. For a path that is too long send 483, for a loop 482.",
    causes: [
      {
        text: "Ring groups contain each other, so that forks multiply.",
        evidence: "`Max-Breadth` falls from 60 to 1 over a few hops, and the same groups repeat in the Request-URI.",
      },
      {
        text: "One group has more members than the breadth that is left.",
        evidence: "The `INVITE` at the proxy has a `Max-Breadth` lower than the number of registered members.",
      },
      {
        text: "The client starts with a very small value.",
        evidence: "The first `INVITE` already has a value such as `Max-Breadth: 1`.",
      },
    ],
    keywords: ["max-breadth exceeded", "too many branches", "ring group", "fork bomb", "rfc 5393", "amplification"],
  },
  469: {
    gloss: "This info package was not agreed on",
    says: "469 says that the `INFO` carries a package the phone never offered to receive, while the call goes on.",
    meaning:
      "The `Info-Package` header names a package the receiver did not list in `Recv-Info` (RFC 6086). The response lists what it does take. Only this `INFO` fails: the call must not be ended for it. Old forms of `INFO` without a package never get 469.",
    whenYouSeeIt:
      "A PBX or gateway sends DTMF or application data with an `Info-Package` the phone never listed, or the list and the `INFO` cross on the wire. Digits sent that way are lost while the call stays up.",
    howToFix: {
      caller: "The call itself works. When key presses have no effect, set the phone to send DTMF as RFC 4733 in RTP.",
      operator:
        "Compare `Recv-Info` in the `INVITE` and its response with `Info-Package` in the `INFO`. Set both sides to one DTMF method, RFC 4733 by preference.",
      developer:
        "Send only packages from the peer's last `Recv-Info`. On 469 do not send `BYE` and do not change your stored list: the header of the 469 only shows it.",
    },
    sendIt:
      "Send it to an `INFO` with an `Info-Package` you did not list, always with `Recv-Info`. When the package is agreed and its body type is not, send 415. An `INFO` outside any dialog is 481.",
    causes: [
      {
        text: "The sender uses a package the receiver has not listed.",
        evidence: "`Info-Package` in the `INFO` does not stand in `Recv-Info` of the receiver's `INVITE` or 200.",
      },
      {
        text: "The `INFO` and a new list crossed on the wire.",
        evidence: "The `INFO` was sent before the request or response with the new `Recv-Info` had arrived.",
      },
      {
        text: "A B2BUA removed `Recv-Info` on one leg.",
        evidence: "One leg of the call shows `Recv-Info` with the package, and the other leg lacks the header.",
      },
    ],
    keywords: ["bad info package", "sip info", "dtmf not working", "recv-info", "info-package", "key presses ignored"],
  },
  470: {
    gloss: "A recipient has not agreed yet",
    says: "470 says that the request goes to a list, and that at least one recipient on it has not given permission.",
    meaning:
      "A relay sends one request on to many recipients, and each of them must have agreed before (RFC 5360). The `Permission-Missing` header names those who have not. This keeps a list from being used to flood people who never asked for it.",
    whenYouSeeIt:
      "A `MESSAGE`, an `INVITE` or a `SUBSCRIBE` goes to a URI list at a list server or conference, and a new member has not answered the request for consent. It is rare outside of such services.",
    howToFix: {
      caller:
        "Ask the person named by the service to confirm the invitation, then send again. Or take the person off the list.",
      operator:
        "Read `Permission-Missing` and check whether the request for consent reached that user. Add the missing addresses to the relay's list, so that it asks for their permission.",
      developer:
        "Add the URIs from `Permission-Missing` to the relay's list, by XCAP for example, wait for consent and send again. Without that header, ask the relay which ones are missing.",
    },
    sendIt:
      "Send it as a relay, when a request carries a URI list with a recipient who has not agreed, and name them in `Permission-Missing`. A sender who may not use the list at all gets 403.",
    causes: [
      {
        text: "A member was added and has not confirmed yet.",
        evidence: "`Permission-Missing` in the 470 names the newest address of the list.",
      },
      {
        text: "The request for consent never reached the member.",
        evidence: "The `MESSAGE` of the relay with the permission document got an error such as 404 or 480.",
      },
      {
        text: "The member took the permission back.",
        evidence: "Earlier requests to the same list succeeded, and the list itself has not changed.",
      },
    ],
    keywords: ["consent needed", "permission missing", "uri list", "list server", "group message refused", "rfc 5360"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
