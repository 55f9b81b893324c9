import type { CodeTexts } from "../texts.ts";

export const codes48x49x = {
  480: {
    gloss: "Known user, not available right now",
    says: "480 says that the user is known but cannot be reached now: not registered, or on do not disturb.",
    meaning:
      "The user exists. Either a proxy or redirect server knows no place to send the call, or a phone was reached that cannot bring the call to its user. It speaks for this server or phone only: the user may be available elsewhere, and the next try can succeed.",
    whenYouSeeIt:
      "No phone of the user is registered, do not disturb is on, or a browser client based on JsSIP or SIP.js rejected the call. Stock Kamailio answers 404 for a user who is not registered, where RFC 3261 asks for 480.",
    howToFix: {
      caller:
        "Call again later, after the time in `Retry-After` when the response has it, or leave a message on voicemail.",
      operator:
        "Look up the bindings of the user in the registrar. When one expired too early, compare the `Expires` granted with the interval at which the phone renews, and check the NAT in between. Send such calls to voicemail.",
      developer:
        "Retry later, not in a loop. Inside a dialog a 480 ends the usage it came for, such as the call, but not a subscription that shares the dialog (RFC 5057).",
    },
    sendIt:
      "Send it for a known user without a place to ring, and from a phone on do not disturb. Add `Retry-After` when you know the time. An unknown user is 404, a phone that is in a call is 486.",
    causes: [
      {
        text: "No phone of the user is registered, or the binding has expired.",
        evidence:
          "The proxy answers within milliseconds, no `INVITE` goes to a phone, and the last `REGISTER` is older than its `Expires`.",
      },
      {
        text: "Do not disturb is on at the phone.",
        evidence: "The 480 comes from the phone at once, without a 180. The reason phrase often says so.",
      },
      {
        text: "The user rejected the call in a client that uses 480 for it.",
        evidence: "A 180 came first, and `User-Agent` or `Server` names a client such as JsSIP.",
      },
      {
        text: "A gateway or PBX gave up because nobody answered.",
        evidence: "The 480 comes after a fixed ringing time, often 20 to 60 seconds, and `Reason` has Q.850 cause 19.",
      },
    ],
    keywords: [
      "temporarily unavailable",
      "not registered",
      "do not disturb",
      "dnd",
      "offline",
      "straight to voicemail",
    ],
  },
  481: {
    gloss: "This call or transaction is not known here",
    says: "481 says that the request belongs to a call or transaction this phone or server does not know, or no longer knows.",
    meaning:
      "The request names a dialog or transaction, by its tags and `Call-ID` or by its `branch`, and the receiver has none such. In a dialog it ends the usage. For a `CANCEL` it only says that nothing is left to cancel, and the call itself is not touched.",
    whenYouSeeIt:
      "A `BYE` crosses another `BYE`, a `CANCEL` comes after the final response, a phone restarted during the call, or a `NOTIFY` arrives for a subscription that has ended. A re-`INVITE` that gets 481 ends the call.",
    howToFix: {
      caller: "Call again: the old call is gone on the other side. A new call starts with a new dialog.",
      operator:
        "Follow the `Call-ID` through all hops and see who answered 481. Check that requests of one call reach the same node of a cluster, and whether a session timer or a restart ended the call on one side.",
      developer:
        "End the usage on 481 and start over with a new dialog. Answer a `BYE` for a dialog you just ended without an alarm. Match on `Call-ID` and both tags, and on the `branch` for `CANCEL`.",
    },
    sendIt:
      "Send it for a request with a `To` tag that matches no dialog, and for a `CANCEL` without a matching transaction. Never answer an `ACK`: drop it. A user you do not know is 404, not 481.",
    causes: [
      {
        text: "Both sides hung up at the same time, or one had ended the call before.",
        evidence: "Two `BYE` requests of the same `Call-ID` cross on the wire, and one or both get 481.",
      },
      {
        text: "A cluster or load balancer sent the request to a node that does not hold the call.",
        evidence: "The 481 comes from another address than the 200 of the `INVITE`, although the dialog is alive.",
      },
      {
        text: "One side lost its calls in a restart or a session timeout.",
        evidence:
          "The side that answers 481 registered anew shortly before, with a fresh `Call-ID`, or had sent a `BYE` that got no response.",
      },
      {
        text: "A hop changed a tag or the `branch`.",
        evidence:
          "The `To` tag in the request differs from the one in the 200, or the `CANCEL` has another `branch` in `Via` than the `INVITE`.",
      },
    ],
    keywords: [
      "call does not exist",
      "dialog not found",
      "call leg",
      "stale call",
      "bye 481",
      "transaction does not exist",
    ],
  },
  482: {
    gloss: "The request came around in a loop",
    says: "482 says that the same request arrived a second time: in a loop at a proxy, or merged from a fork at a phone.",
    meaning:
      "A proxy finds that it has forwarded this very request before, or a phone gets one request over two paths and keeps only the first. RFC 3261 uses one code for both. The second is harmless: the first copy of the request is still being served.",
    whenYouSeeIt:
      "Two servers forward an unknown number to each other, or two users forward their calls to one another. At a phone: a fork reached the same device by two bindings, so that it would ring twice.",
    howToFix: {
      caller: "Tell the operator which number you dialled. A second try runs into the same loop.",
      operator:
        "List the `Via` headers of the request: the address that stands there twice closes the loop. Break the forwarding rule that leads back, and remove double bindings of one phone.",
      developer:
        "Do not retry. In a fork, wait for the other branches: a 482 of a merged request is never the answer of the call. Inside a dialog it ends the dialog with all usages (RFC 5057).",
    },
    sendIt:
      "As a proxy, send it when `Via` holds your own `branch` with the same loop hash: another hash is a legal spiral. As a phone, send it for the second copy of a request. When `Max-Forwards` is 0, send 483.",
    causes: [
      {
        text: "Two servers each think that the other one owns the number.",
        evidence:
          "The `Via` list alternates between the same two addresses, and the number in the Request-URI stays the same.",
      },
      {
        text: "Call forwarding of two users points from each to the other.",
        evidence: "The Request-URI alternates between two users until one proxy finds its own `branch` in `Via`.",
      },
      {
        text: "One phone is registered twice, and a fork reached it by both bindings.",
        evidence:
          "Two `INVITE` requests with the same `Call-ID`, `From` tag and `CSeq` reach one phone. Only one gets 482.",
      },
    ],
    keywords: ["loop detected", "forwarding loop", "routing loop", "merged request", "double registration", "spiral"],
  },
  483: {
    gloss: "Too many servers on the way",
    says: "483 says that a server got the request with `Max-Forwards: 0` and must not pass it on.",
    meaning:
      "Each proxy takes one from `Max-Forwards`, and most requests start with 70. The proxy that gets the request with 0 stops it. With 70 at the start the path is nearly always a loop that nobody found, and not a long way.",
    whenYouSeeIt:
      "Servers pass the request around in a circle, or a B2BUA or a phone sets `Max-Forwards` so low that a normal path is too long. An `OPTIONS` sent with a low value on purpose shows the path, as traceroute does.",
    howToFix: {
      caller:
        "Report the number you dialled and the time. The fault lies in the routing between the servers, and a second try changes nothing.",
      operator:
        "Read the `Via` headers from the bottom: addresses that repeat show the circle. Correct the route or the DNS record that leads back. Raise a start value that is far below 70.",
      developer:
        "Send 70 in `Max-Forwards`. In a B2BUA, take the value over to the new call and lower it: a fresh 70 on each side makes a loop endless. Treat a 483 inside a dialog as its end.",
    },
    sendIt:
      "Send it when a request to be forwarded has `Max-Forwards: 0`. The target itself does not send it: a request for its own user with 0 is served. A proxy may answer an `OPTIONS` with 0 itself.",
    causes: [
      {
        text: "Servers route the number in a circle, and none of them checks for loops.",
        evidence: "The `Via` list in the request has dozens of entries, and the same addresses repeat.",
      },
      {
        text: "A phone or B2BUA starts with a very low value.",
        evidence: "The first `INVITE` has a value such as `Max-Forwards: 5`, and no address repeats in `Via`.",
      },
      {
        text: "A DNS record or a host name points a proxy back to itself.",
        evidence: "The same single address stands in the `Via` list again and again.",
      },
    ],
    keywords: ["too many hops", "max-forwards", "routing loop", "hop limit", "circular routing"],
  },
  484: {
    gloss: "The number is not complete yet",
    says: "484 says that the number or address dialled is too short for the server to know where it leads.",
    meaning:
      "The Request-URI is a beginning of a valid address, and more digits are needed. This lets a phone send digits as they are dialled: it repeats the call with more digits until 484 no longer comes. A proxy prefers it among the 4xx answers of a fork.",
    whenYouSeeIt:
      "The phone sent the call before the last digit, since its dial plan matched too early or its digit timer ran out. Asterisk answers it when more extensions could match and overlap dialling is on.",
    howToFix: {
      caller:
        "Dial the whole number with area code and trunk prefix. On a phone that dials while you type, enter the number before you lift the handset.",
      operator:
        "Compare the digits in the Request-URI with the number plan. Lengthen the digit timer or the dial plan of the phone. Check rules that strip digits, and switch overlap dialling on or off on both sides alike.",
      developer:
        "With overlap dialling, collect more digits and send a new `INVITE`. Otherwise show the user that the number is incomplete. Do not repeat the same number.",
    },
    sendIt:
      "Send it when the digits so far begin a valid number, and say in the reason phrase what is missing. A number that no further digit can complete is 404.",
    causes: [
      {
        text: "The phone sent the call too early, by its dial plan or its digit timer.",
        evidence:
          "The Request-URI ends some digits before the number the user meant, and the `INVITE` left during a pause in dialling.",
      },
      {
        text: "A rule on the way stripped digits.",
        evidence: "The Request-URI is complete on the first hop and shorter on the hop that gets 484.",
      },
      {
        text: "The area code or country prefix is missing for this trunk.",
        evidence:
          "The same number with its full prefix goes through, and Q.850 cause 28 stands in `Reason` of the gateway.",
      },
    ],
    keywords: [
      "address incomplete",
      "incomplete number",
      "overlap dialling",
      "number too short",
      "cut off while dialling",
    ],
  },
  485: {
    gloss: "More than one user fits this address",
    says: "485 says that the address fits more than one user and that a person must choose.",
    meaning:
      "The Request-URI is ambiguous, as `sip:lee@example.com` in a company with three of that name. The response may list the exact addresses in `Contact`. Unlike the choices of a 300 they belong to different people, so no software may try them in turn.",
    whenYouSeeIt:
      "A directory or voicemail system lets callers dial by name and finds several. It is rare: most servers answer 404, which a server must be able to do, since a list of names can be private.",
    howToFix: {
      caller: "Choose the person from the list your phone shows, or dial the exact address or extension.",
      operator:
        "Give each user an alias that fits only one of them. When the names are private, set the server to answer 404 or to leave out the `Contact` headers.",
      developer:
        "Show the `Contact` list and let the user choose. Never try the entries in turn, as you would for a 3xx: they are different people. Without a list, ask for an exact address.",
    },
    sendIt:
      "Send it when the part before the @ fits several users, with `Contact` only where names may be shown. Several phones of one user are no case for it: fork the call, or send 300 or 302.",
    causes: [
      {
        text: "Two or more users share the alias or name that was dialled.",
        evidence: "The 485 lists several `Contact` headers with different users of the same domain.",
      },
      {
        text: "A directory lookup by a short prefix finds several entries.",
        evidence: "The user part of the Request-URI is a short name or a few digits, and a longer one goes through.",
      },
    ],
    keywords: ["ambiguous", "ambiguous address", "several users", "dial by name", "duplicate alias"],
  },
  486: {
    gloss: "Busy, on this phone",
    says: "486 says that this one phone is busy; other phones of the same user may still answer.",
    meaning:
      "The request reached an end system whose user is in a call or does not want another one now. It speaks for that phone only: a forking proxy keeps ringing the others and sends 486 upstream only when nothing better arrives.",
    whenYouSeeIt:
      "The callee is on the phone and call waiting is off, the reject button was pressed, or the last free line of the phone is taken. Many phones answer 486 for a rejected call and 480 for do not disturb.",
    howToFix: {
      caller: "Call again later, after the time in `Retry-After` when the response has it.",
      operator:
        "Check the call limit of the line and the state of do not disturb. Offer voicemail or a queue on 486 instead of passing it to the caller.",
      developer:
        "Do not redial at once and do not treat it as an answer of the user everywhere. If your B2BUA makes it of another code, keep the original in a `Reason` header.",
    },
    sendIt:
      "Send it when this phone cannot take the call now but another phone of the user might. Send 600 only when you know that no phone of the user will answer, and 480 when the user is away and not busy.",
    causes: [
      {
        text: "The phone is in a call and call waiting is off.",
        evidence: "The 486 follows the `INVITE` within a second and no 180 came before it.",
      },
      {
        text: "The callee pressed reject on the phone.",
        evidence: "A 180 came first, and the 486 some seconds later.",
      },
      {
        text: "The call limit in the PBX counts a call that is long over.",
        evidence: "The 486 comes from the PBX address, and the callee's phone got no `INVITE` at all.",
      },
    ],
    keywords: ["busy", "engaged", "line busy", "user busy", "reject"],
  },
  487: {
    gloss: "The call was cancelled before an answer",
    says: "487 says that the request ended unanswered because a `CANCEL` or a `BYE` stopped it.",
    meaning:
      "It is the final response to an `INVITE` that its sender gave up. The `CANCEL` itself gets 200, and the `INVITE` gets 487. It reports no fault: somebody or some timer upstream ended the attempt, and the 487 confirms that the phone has stopped ringing.",
    whenYouSeeIt:
      "The caller hung up while it rang, a ring timer of the PBX ran out, or another phone of a ring group answered first. In call records a 487 stands for an abandoned call, not for a refused one.",
    howToFix: {
      caller:
        "Let it ring longer, or call at another time. When you did not hang up yourself, a timer of your phone or provider did.",
      operator:
        "Find who sent the first `CANCEL` and after how many seconds. A fixed time such as 20 or 30 seconds is a timer: raise it above that of voicemail. Read its `Reason` header.",
      developer:
        "Keep the call after your `CANCEL` until the final response: a 200 may cross it, and then you must send `ACK` and `BYE`. On the called phone, `cause=200` in `Reason` means answered elsewhere, not missed.",
    },
    sendIt:
      "Send it to the pending `INVITE` when a matching `CANCEL` or `BYE` arrives or its `Expires` has passed. The `CANCEL` itself gets 200, never 487. A ring timer of your own ends the call with 480.",
    causes: [
      {
        text: "The caller hung up before an answer.",
        evidence: "The first `CANCEL` comes from the caller's phone, after a different number of seconds in each call.",
      },
      {
        text: "A ring timer in a PBX or proxy ran out.",
        evidence: "The first `CANCEL` comes from a server, after the same number of seconds in each call.",
      },
      {
        text: "Another phone of the group answered.",
        evidence: "A 200 on another branch precedes the `CANCEL`, which often has `Reason: SIP;cause=200`.",
      },
    ],
    keywords: [
      "request terminated",
      "cancelled",
      "caller hung up",
      "abandoned call",
      "missed call",
      "originator cancel",
    ],
  },
  488: {
    gloss: "This session does not suit this phone",
    says: "488 says that this phone cannot accept the session as offered: codec, encryption, media or address do not fit.",
    meaning:
      "The phone understood the request, and the SDP in it does not suit. It speaks for this phone only: another one may accept the same offer. For a re-`INVITE` or `UPDATE` the call goes on unchanged, with the media it had before.",
    whenYouSeeIt:
      "There is no common codec, one side demands SRTP, or a WebRTC client meets a plain SIP phone. In a running call it answers a change the phone does not support, such as video, fax by T.38 or a form of hold.",
    howToFix: {
      caller: "Try without video, or from another phone. In a running call keep talking: only the change was refused.",
      operator:
        "Compare the codecs and the media profile of both sides: `RTP/AVP` is plain, `RTP/SAVP` is SRTP, `UDP/TLS/RTP/SAVPF` is WebRTC. Add a common codec, or transcode in the PBX or SBC.",
      developer:
        "Read `Warning` and the body, change the offer and send it once more. After a refused re-`INVITE` keep the old session: a 488 is no reason for `BYE`.",
    },
    sendIt:
      "Send it for an offer this phone cannot accept, with `Warning` and your own capabilities as body. Send 606 only when no phone of the user could. A body type you cannot read is 415, and an `Accept` you cannot satisfy is 406.",
    causes: [
      {
        text: "The two sides have no codec in common.",
        evidence:
          "No payload type in the `m=audio` line of the `INVITE` is enabled on the callee. `Warning` often has 305 or 304.",
      },
      {
        text: "One side demands SRTP or DTLS and the other does not offer it.",
        evidence:
          "The `m=` line says `RTP/AVP` and the callee wants `RTP/SAVP` or `UDP/TLS/RTP/SAVPF`, or the other way round.",
      },
      {
        text: "A T.38 or video offer in a running call is refused.",
        evidence: "The 488 answers a re-`INVITE` with `m=image` or `m=video`, and the RTP of the call goes on.",
      },
    ],
    keywords: [
      "not acceptable here",
      "codec mismatch",
      "no common codec",
      "srtp required",
      "t.38 rejected",
      "sdp rejected",
      "webrtc",
    ],
  },
  489: {
    gloss: "This event package is not known here",
    says: "489 says that the server does not know the event package in the `Event` header.",
    meaning:
      "A `SUBSCRIBE`, `NOTIFY` or `PUBLISH` names an event package such as `dialog`, `presence` or `message-summary`, and the receiver does not support it. The method itself is known: otherwise the answer would be 405 or 501. The subscription ends or never starts.",
    whenYouSeeIt:
      "A phone asks for busy lamps, presence or message waiting at a server without that feature. A `NOTIFY` meets a phone that did not subscribe, such as a message waiting notice sent unasked.",
    howToFix: {
      caller:
        "Calls are not affected. Switch off the feature your provider does not offer, such as presence or busy lamps.",
      operator:
        "Compare the `Event` header with the packages in `Allow-Events` of the response. Load the module for it (in Asterisk, `res_pjsip_mwi` for message waiting), or switch the feature off in the phones.",
      developer:
        "Give up on this package at this server, and do not renew in a loop. List your packages in `Allow-Events` of the 489. When a `NOTIFY` gets 489, remove the subscription.",
    },
    sendIt:
      "Send it when `Event` is missing or names a package you do not support, with `Allow-Events`. An event package you know and do not grant to this user is 403. A method you do not know is 501.",
    causes: [
      {
        text: "The phone subscribes to a feature the server does not have.",
        evidence: "`SUBSCRIBE` with `Event: presence` gets 489 and is repeated every few minutes.",
      },
      {
        text: "The module for the package is not loaded on the PBX.",
        evidence: "The package is missing in `Allow-Events`, and the same phone works at a server that lists it.",
      },
      {
        text: "A server sends an unasked `NOTIFY`.",
        evidence:
          "The `NOTIFY` has no `SUBSCRIBE` before it, and an `Event` such as `message-summary` or `check-sync`.",
      },
    ],
    keywords: ["bad event", "blf not working", "mwi", "presence", "subscribe rejected", "event package"],
  },
  491: {
    gloss: "Both sides changed the call at once",
    says: "491 says that this request crossed another change of the same call, and that it should be tried again shortly.",
    meaning:
      "Both sides sent a re-`INVITE` or `UPDATE` for one call at the same time, which is called glare. Each refuses the other's. RFC 3261 gives them different waiting times: the owner of the `Call-ID` waits 2.1 to 4 seconds, the other side 0 to 2.",
    whenYouSeeIt:
      "Hold, a session timer and a codec change fall together, often right after the answer, when both PBX systems want to move the media. One or two cases are normal, and only a loop of them is a fault.",
    howToFix: {
      caller: "Wait some seconds and press hold or transfer again. The call itself goes on with the media it had.",
      operator:
        "When it repeats, let only one side change the call: direct media off on one PBX, or one fixed refresher of the session timer. In Asterisk see `direct_media_glare_mitigation`.",
      developer:
        "Start the random timer of RFC 3261 §14.1 and try once more when it fires, if the change is still wanted. Keep the session as it was. A timer that is the same on both sides collides again.",
    },
    sendIt:
      "Send it to an `INVITE` that arrives while your own is in progress in the dialog, or to an offer that meets an open offer of yours. When the peer's own earlier `INVITE` is still open, send 500 with `Retry-After`.",
    causes: [
      {
        text: "Both sides send a re-`INVITE` right after the answer, to move the media.",
        evidence: "Two `INVITE` requests of the same `Call-ID` cross within one round trip, and both get 491.",
      },
      {
        text: "Both sides think that they refresh the session timer.",
        evidence: "The crossing repeats at half of `Session-Expires`, and both offers are the same as before.",
      },
      {
        text: "An earlier `INVITE` never got a final response, and its sender still holds it open.",
        evidence:
          "The trace shows an `INVITE` of the same `Call-ID` without a final response, and each change from the other side gets 491.",
      },
    ],
    keywords: ["request pending", "glare", "re-invite collision", "hold fails", "session timer"],
  },
  493: {
    gloss: "The encrypted body cannot be read here",
    says: "493 says that the body is encrypted with S/MIME for a key that this phone does not have.",
    meaning:
      "The recipient does not possess the key for the encrypted MIME body, or will not use it. The response can bring the right public key as its body. It concerns S/MIME inside the message, not TLS on the way and not SRTP for the voice.",
    whenYouSeeIt:
      "A client encrypts its SDP or a message with S/MIME and uses an old certificate of the callee. It is rare: hardly any phone in the field supports S/MIME, and one that does not answers 415 instead.",
    howToFix: {
      caller:
        "Switch off the encryption of message bodies for this contact, or fetch the contact's new certificate. Use TLS and SRTP for private calls.",
      operator:
        "Check which certificate the sender holds for this user and when it expired. Give all devices of one user the same key: a fork can reach any of them.",
      developer:
        "When the 493 has a certificate as body, verify it, ask the user when it is new, and encrypt again with it. A 493 without one refuses all encrypted bodies. Never send an open body unasked.",
    },
    sendIt:
      "Send it for an S/MIME body that you support but cannot decrypt, with your certificate as body. When you do not support `application/pkcs7-mime` at all, send 415 with `Accept`.",
    causes: [
      {
        text: "The sender used an old or wrong certificate of the callee.",
        evidence:
          "The request has `Content-Type: application/pkcs7-mime`, and its recipient serial number differs from the callee's certificate.",
      },
      {
        text: "A fork reached a device of the user that lacks the key.",
        evidence: "One branch answers 493, and another branch with the same request answers 180 or 200.",
      },
    ],
    keywords: ["undecipherable", "s/mime", "encrypted body", "cannot decrypt", "certificate"],
  },
  494: {
    gloss: "Agree on security with this hop first",
    says: "494 says that the next hop wants a security mechanism agreed on first, and lists those it supports.",
    meaning:
      "The server got a request without the protection it demands, or a list in `Security-Verify` that is not the one it had sent. It lists its mechanisms in `Security-Server`. It concerns this hop only (RFC 3329) and says nothing about the callee.",
    whenYouSeeIt:
      "Nearly only in IMS and VoLTE, where the P-CSCF demands IPsec or TLS. There the first `REGISTER` normally gets 401 with `Security-Server`, so a 494 points to a list that is missing or altered.",
    howToFix: {
      caller:
        "Switch the phone or the line off and on, so that it registers and agrees on security again. When that fails, it is a matter for the operator.",
      operator:
        "Compare `Security-Client`, `Security-Server` and `Security-Verify` on both sides. Look for an SBC or ALG that edits them, and for a mechanism such as `ipsec-3gpp` that only one side has.",
      developer:
        "Choose the known mechanism with the highest `q` in `Security-Server`, start it, and repeat the request over it, with `Security-Verify` copied exactly and `sec-agree` in `Require` and `Proxy-Require`.",
    },
    sendIt:
      "Send it to an unprotected request that names `sec-agree`, or when `Security-Verify` differs from your list. Always add `Security-Server`. A request without `sec-agree` gets 421, one with several `Via` 502.",
    causes: [
      {
        text: "The first request of the client is unprotected, as RFC 3329 expects.",
        evidence: "The `REGISTER` has `Security-Client`, the 494 has `Security-Server`, and the next request succeeds.",
      },
      {
        text: "Something on the way altered the list of mechanisms.",
        evidence:
          "`Security-Verify` at the server differs from the `Security-Server` it had sent, in order or in a parameter.",
      },
      {
        text: "Client and server share no mechanism.",
        evidence: "No name in `Security-Client` stands in `Security-Server`, and the client stops after the 494.",
      },
    ],
    keywords: ["security agreement required", "sec-agree", "ipsec", "ims registration", "volte", "security-server"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
