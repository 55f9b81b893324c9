import type { CodeTexts } from "../texts.ts";

export const codes6xx = {
  600: {
    gloss: "Busy, on every phone of the user",
    says: "600 says that the user is busy and that nothing else will answer this call, not even voicemail.",
    meaning:
      "The called side was reached, and it speaks for the whole user: busy, and no other phone and no voicemail will take this call. A forking proxy opens no further branch, cancels those that still ring and passes the 600 on. RFC 3261 adds that a phone can rarely know this.",
    whenYouSeeIt:
      "A phone is set to answer 600 when it is busy, or an application server knows all devices of the user. In a ring group one such phone ends the call for all others, although only that one line was taken.",
    howToFix: {
      caller:
        "Call again later, after the time in `Retry-After` when the response has it. An immediate redial meets the same answer.",
      operator:
        "Find the branch whose phone sent 600 and set that phone to answer 486. Until then let the proxy or PBX in front of the ring group turn its 600 into 486, so that the other phones keep ringing.",
      developer:
        "In a fork, hold the 600, send `CANCEL` on the other branches and wait for their final responses: a late 2xx still wins. Retry after `Retry-After`, never in a loop. Asterisk and FreeSWITCH make 486 of it.",
    },
    sendIt:
      "Send it from a server that knows every device of the user and knows that voicemail will not answer either. A single phone sends 486. A user who is busy and does not want to say so sends 603.",
    causes: [
      {
        text: "One phone of a ring group is set to answer 600 when it is busy.",
        evidence:
          "One branch answers 600 at once. The proxy then sends `CANCEL` on the other branches within milliseconds, and they answer 487.",
      },
      {
        text: "An application server found every device of the user in a call.",
        evidence: "No phone gets an `INVITE`: the 600 comes from the address of the server itself.",
      },
      {
        text: "The reject button of a phone is configured to send 600.",
        evidence:
          "A 180 came from that phone, and its 600 followed some seconds later while other phones were ringing.",
      },
    ],
    keywords: ["busy everywhere", "all phones busy", "global busy", "ring group stops", "user busy", "6xx"],
  },
  603: {
    gloss: "Declined, by a person or by a machine",
    says: "603 says that the call was declined for all phones: by the user, or as `Network Blocked` by a carrier's analytics.",
    meaning:
      "In RFC 3261 the user does not want to or cannot take part, names no reason, and no other phone will answer. With the phrase `Network Blocked` it is 603+ of ATIS-1000099: a carrier's analytics blocked the call, and nobody was asked. Either one ends a fork.",
    whenYouSeeIt:
      "The callee pressed decline in a client such as Linphone, a PBX or trunk rule refused the number, or a carrier blocked it as spam. In the US, 603+ is the only code for analytics-based blocking on IP since 25 March 2026.",
    howToFix: {
      caller:
        "When the text is `Network Blocked`, ask for redress at the address after `url` in the `Reason` header. Otherwise wait for `Retry-After`. Quick redials make a number look like spam.",
      operator:
        "Read the phrase and the `Reason` header before you blame the callee. FreePBX does not try the next trunk after 603. FreeSWITCH resets the phrase to `Decline` by default, but it keeps the `Reason`.",
      developer:
        "Take `v=analytics1` in the `Reason` header as the mark of 603+, since phrases change on the way. Copy `Reason` through a B2BUA. Asterisk turns 603 into 403 at a hop.",
    },
    sendIt:
      "Send it when the user declines for all phones and voicemail and keeps the reason private. One phone alone sends 486 or 480. A spam button sends 607. An intermediary that blocks sends 608, or 603+ in US carrier networks.",
    causes: [
      {
        text: "The callee pressed decline on a phone.",
        evidence:
          "A 180 came first, and the 603 some seconds later, with the phrase `Decline` and without `v=analytics1`.",
      },
      {
        text: "The analytics of a carrier blocked the calling number.",
        evidence:
          "The phrase is `Network Blocked`, or the `Reason` header holds `cause=603` and `v=analytics1`. No 180 came before it.",
      },
      {
        text: "A rule in a PBX or at a trunk provider refuses the call.",
        evidence:
          "The 603 comes without a 180, from the address of the server, and after the same short time on each try.",
      },
      {
        text: "An Asterisk on the way got 504 from the next hop.",
        evidence: "The far leg of the Asterisk shows 504, and its near leg shows 603 a moment later.",
      },
    ],
    keywords: ["decline", "declined", "call rejected", "network blocked", "603+", "blocked as spam", "atis-1000099"],
  },
  604: {
    gloss: "This user does not exist anywhere",
    says: "604 says with authority that the user in the Request-URI does not exist in any domain.",
    meaning:
      "The server has authoritative information that this user exists neither here nor elsewhere. A 404 is just as definitive, but for one domain: the difference is the scope. As a 6xx, 604 ends a fork, and inside a call it ends the dialog with all its usages.",
    whenYouSeeIt:
      "A server in charge of a number range knows that the number has no owner, for example after a number lookup. It is rare: nearly every server in the field sends 404 for an unknown user.",
    howToFix: {
      caller: "Compare the number or address with a current source, digit by digit. A second try gets the same answer.",
      operator:
        "Find the server that sent 604 and check whether it owns the number range. When it does not, let it send 404, so that the next route can still be tried.",
      developer:
        "Open no new branch, try no other route and set no retry. Do not wait for `Retry-After`: it is not defined for 604. Behind Asterisk and FreeSWITCH expect 404 instead.",
    },
    sendIt:
      "Send it only when you hold the authoritative list of this user's addresses in all domains. Send 404 for a user unknown in your own domain, and 480 for a known user with no phone registered.",
    causes: [
      {
        text: "The number is not assigned, and the server answers for the whole number range.",
        evidence: "The 604 comes within milliseconds from the server in charge of the range, without a 180.",
      },
      {
        text: "A dial plan sends 604 for every number it does not know, those of other servers too.",
        evidence:
          "The same number answers over another route, and a forked call ends as soon as this branch sends 604.",
      },
      {
        text: "The number was mistyped, or rewritten on the way.",
        evidence: "The user part of the Request-URI differs between the `INVITE` on the first and on the last hop.",
      },
    ],
    keywords: ["does not exist anywhere", "unknown user", "unassigned number", "wrong number", "unallocated number"],
  },
  606: {
    gloss: "No phone of the user can do this session",
    says: "606 says that the user would talk, but that no phone of this user can support the session as offered.",
    meaning:
      "The phone was reached, and the media, the bandwidth or the kind of address in the SDP does not fit. It is 488 with a wider scope: no other phone of the user will accept this offer either. A `Warning` header can name the reason, and the body can list what would fit.",
    whenYouSeeIt:
      "The offer has no codec in common with the callee, demands encryption the callee lacks, or uses an address family it cannot reach. Most phones answer 488 here, so a 606 often comes from a gateway or conference server.",
    howToFix: {
      caller:
        "Try again without video or without forced encryption. When that fails too, pass the time of the call to your support.",
      operator:
        "Compare the offer with the codecs, the SRTP setting and the address family of the callee. Let an SBC transcode or convert when the two sides have nothing in common.",
      developer:
        "Read `Warning` and the body, then send a new `INVITE` with a changed offer. Do not repeat the same SDP. Expect 488 where a B2BUA such as Asterisk or FreeSWITCH lies between.",
    },
    sendIt:
      "Send it when you know that no phone of the user can accept this offer, with `Warning` and a body that lists your capabilities. A phone that speaks only for itself sends 488: a fork then keeps trying the others.",
    causes: [
      {
        text: "The offer and the callee have no codec in common.",
        evidence:
          "`Warning` has 305, or the payload types in the `m=audio` line of the `INVITE` are all unknown to the callee.",
      },
      {
        text: "One side demands SRTP and the other offers plain RTP.",
        evidence: "The `m=` line says `RTP/AVP` where the callee wants `RTP/SAVP`, or the other way round.",
      },
      {
        text: "The offer asks for more bandwidth than the callee allows.",
        evidence: "`Warning` has 370, and the SDP has a `b=` line with a high number.",
      },
    ],
    keywords: ["not acceptable", "codec mismatch", "no common codec", "srtp mismatch", "media not supported"],
  },
  607: {
    gloss: "Unwanted: the callee marks it as spam",
    says: "607 says that the called user does not want calls from this caller, and that the network may learn from it.",
    meaning:
      "The callee rejects this caller, not only this call: the answer of a spam button (RFC 8197). The provider may block the number for this user, count it in its analytics or trace the call. A client that does not know 607 treats it as 600.",
    whenYouSeeIt:
      "The user pressed a spam or block button before answering. Pressed during the call, it shows as a `BYE` with `Reason: SIP;cause=607` instead of a response. Phones offer the button where the registrar announced `sip.607`.",
    howToFix: {
      caller:
        "Stop calling this person from this number. When you were marked by mistake, settle it by another way than a call: SIP has no means to undo it.",
      operator:
        "Count 607 by calling number and by customer. A sudden rise means that a customer makes unwanted calls or that somebody forges the number: check the attestation in `Identity`.",
      developer:
        "Handle it as any 6xx: no other branch, no retry. Copy 607 into the `Reason` header of the `CANCEL` for the other phones, so that they can mark the call in their list.",
    },
    sendIt:
      "Send it only after the user has said that the caller is unwanted, by a button or a block list of the user's own. A call declined without such a verdict is 603. An intermediary that blocks by itself sends 608.",
    causes: [
      {
        text: "The callee pressed the spam button while the phone was ringing.",
        evidence: "A 180 came first, and the 607 some seconds later from the phone.",
      },
      {
        text: "The caller's number is on the callee's own block list.",
        evidence: "The phone answers 607 at once, without 180, and calls from another number ring.",
      },
      {
        text: "Somebody else uses the number as a forged caller id.",
        evidence: "607 comes for one number only, and its calls carry no `Identity` header or one with attestation C.",
      },
    ],
    keywords: ["unwanted", "spam button", "blocked by user", "robocall", "block list", "rfc 8197"],
  },
  608: {
    gloss: "Rejected by an intermediary, not by the user",
    says: "608 says that a machine between caller and callee rejected the call as unwanted, and whom to ask about it.",
    meaning:
      "An intermediary judged that the user would not want the call, and the user was not asked (RFC 8688). It names a contact for complaints in a signed jCard: `Call-Info` with `purpose=jwscard`. Clients that do not know 608 treat it as 600.",
    whenYouSeeIt:
      "The analytics of a terminating carrier or a call-blocking service took the number for spam. A caller on an old network hears an announcement as early media before the 608. US carriers use 603+ instead.",
    howToFix: {
      caller:
        "Ask the operator named in the response or in the announcement why the number is blocked. Redialling makes the record worse.",
      operator:
        "Fetch the card behind `Call-Info` and file the complaint with the operator it names. Register your numbers with the analytics companies, and sign calls with full attestation.",
      developer:
        "Send `Feature-Caps: *;+sip.608` and show the contact from the card. Check the signature and reject a card whose `iat` is older than about a minute. No retry and no other branch.",
    },
    sendIt:
      "Send it from a proxy, an SBC or a service that blocks on its own judgement, with `Call-Info` and the signed card. When the user pressed a button it is 607. Carriers in the US send 603+ for analytics.",
    causes: [
      {
        text: "The analytics of a carrier scored the calling number as spam.",
        evidence: "The 608 comes without a 180 and has a `Call-Info` header with `purpose=jwscard`.",
      },
      {
        text: "The calls are many and short, as those of a dialler are.",
        evidence: "Your own records show a burst of short calls from the number in the hours before the first 608.",
      },
      {
        text: "The call is not signed, or with low attestation, and the policy refuses it.",
        evidence: "The `INVITE` that leaves your network has no `Identity` header, or its `attest` claim is C.",
      },
    ],
    keywords: ["rejected", "call blocking", "blocked by carrier", "spam label", "jcard", "rfc 8688", "robocall"],
  },
  666: {
    gloss: "Unwanted, by a number nobody registered",
    says: "666 is not registered: Avaya equipment sends it with the phrase `Unwanted`, and a client must read it as 600.",
    meaning:
      "IANA has no such code. The drafts of RFC 8197 used 666 for an unwanted call before the number became 607, and Avaya products still send it. By the rule for unknown codes a client treats it as 600: the other branches of a fork end too.",
    whenYouSeeIt:
      "An Avaya system on the path refuses the call as unwanted. Other products show the number as unknown, count it as 600 or map it to a code of their own at the next hop: Asterisk makes 500 of it and FreeSWITCH 480.",
    howToFix: {
      caller:
        "Treat it as a refusal: do not redial. When you think that your number was marked by mistake, reach the callee by another way.",
      operator:
        "Find the Avaya element that sends it and look at its block rules. Let the SBC at the border turn 666 into 607, or into 603 for peers that do not know 607.",
      developer:
        "Look up unknown 6xx codes as 600 and do not fail on them. Keep the number as it came in logs and in the `Reason` header, since it is all the evidence there is.",
    },
    sendIt:
      "Never send it: no document defines it, and no peer can rely on it. Send 607 when the callee marked the caller as unwanted, 608 when an intermediary did, and 603 for a plain refusal.",
    causes: [
      {
        text: "An Avaya system on the path blocks the caller as unwanted.",
        evidence: "The status line is `SIP/2.0 666 Unwanted`, and `Server` or `User-Agent` of the sender names Avaya.",
      },
      {
        text: "A product written after the drafts of RFC 8197 still uses their number.",
        evidence: "The phrase is `Unwanted`, and neither `Server` nor `User-Agent` names Avaya.",
      },
    ],
    keywords: ["666", "unregistered code", "avaya", "unwanted", "unknown sip code", "non-standard"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
