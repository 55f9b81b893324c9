import type { CodeTexts } from "../texts.ts";

/** Provisional, successful and redirecting. */
export const codes1xx2xx3xx = {
  100: {
    gloss: "The next server has the request",
    says: "100 says that the next server has the request and is working on it; the callee's phone may know nothing of it yet.",
    meaning:
      "The next hop received the request and takes over. It stops the caller from sending the `INVITE` again over UDP, and that is all it does: a stateful proxy never passes a 100 on, so each hop sends its own.",
    whenYouSeeIt:
      "In nearly every call, a few milliseconds after the `INVITE`. A server sends it when it expects to need more than 200 ms for its answer. For other methods it is rare and never comes early over UDP.",
    howToFix: {
      caller:
        "Wait for the next response. When nothing follows the 100, the fault lies behind the first server and not in your phone.",
      operator:
        "When calls stop at 100, follow the `INVITE` out of the server that sent it: its DNS lookup, its route and the answer of the next hop. Look for a branch without any response.",
      developer:
        "Stop Timer A on it and keep waiting. It creates no dialog and gets no `ACK`. A `CANCEL` may be sent from the first provisional response on, so a 100 is enough.",
    },
    sendIt:
      "Send it to an `INVITE` when the final response may take longer than 200 ms. To other methods over UDP send it only once Timer E of the client has grown to T2, as RFC 4320 says.",
    causes: [
      {
        text: "The next hop behind the server that answered 100 does not respond.",
        evidence:
          "The server sends the same `INVITE` onward at 0, 0.5, 1.5 and 3.5 s, and the caller sees only the 100 until a 408 arrives.",
      },
      {
        text: "The 100 does not find its way back to the caller.",
        evidence:
          "The `INVITE` arrives again with the same `branch` although a 100 was sent. The `received` and `rport` values of the `Via` differ from where the 100 went.",
      },
    ],
    keywords: ["trying", "100 trying", "stuck at trying", "no ringing after trying", "invite retransmission"],
  },
  180: {
    gloss: "The phone is ringing",
    says: "180 says that the callee's phone has the call and is alerting the user; the caller's phone may play a ringing tone.",
    meaning:
      "An end system received the `INVITE` and tries to get the attention of its user. With a `To` tag it opens an early dialog. It carries no promise: any final response can still follow.",
    whenYouSeeIt:
      "The callee's phone rings. A forked call brings one 180 for each phone, told apart by the `To` tag. A gateway or a PBX often sends 180 before any phone rings at all.",
    howToFix: {
      caller:
        "Wait, or hang up, which sends `CANCEL`. When you hear no ringing after a 180, look at the ring tone setting of your phone, not at the network.",
      operator:
        "Check who sent the 180: a PBX that answers 180 by itself hides phones that are offline. Asterisk does so for `Ringing()` and for `Dial()` with the option `r`.",
      developer:
        "Play the local tone until RTP really arrives, whatever SDP a 180 has. Keep one early dialog for each `To` tag. Without `100rel` a 180 can be lost, so never depend on it.",
    },
    sendIt:
      "Send it when the user is really being alerted. Send 183 with SDP when the caller should hear an announcement or the tone of the far network. Repeat the 180 every minute in a long ring, or a proxy may cancel.",
    causes: [
      {
        text: "The caller hears no ringing: SDP came with the 180 or before it, and no RTP follows.",
        evidence:
          "A 183 or 180 has `Content-Type: application/sdp`, the phone opens its media port, and no RTP packet reaches it before the 200.",
      },
      {
        text: "A PBX reports ringing for a phone that never got the call.",
        evidence:
          "The 180 comes from the PBX address within milliseconds, and no `INVITE` leaves the PBX for the phone before it.",
      },
      {
        text: "The phone rings and rings, and the caller's proxy cancels the call.",
        evidence:
          "No provisional response for 3 minutes, then a `CANCEL` from the proxy whose Timer C fired and a 487 or 408.",
      },
    ],
    keywords: ["ringing", "ringback", "no ringback tone", "phone rings", "alerting", "caller hears no ringing"],
  },
  181: {
    gloss: "Forwarded, still being connected",
    says: "181 says that the call is on its way to another destination than the one dialled; the caller has to wait for the new one.",
    meaning:
      "A server that forwards the call itself tells the caller so. The transaction of the caller goes on, no new `INVITE` is expected of it. RFC 3261 leaves it to the server whether to send it at all.",
    whenYouSeeIt:
      "Call forwarding in a PBX or on an application server: unconditional, on busy or on no answer. Often voicemail answers right after the 181.",
    howToFix: {
      caller:
        "Wait. When you end up somewhere unwanted, tell the callee: the forwarding is set at the far end and not on your phone.",
      operator:
        "Find the rule that forwards: the phone, the PBX and the carrier can each have one. `History-Info` or `Diversion` names who forwarded and why.",
      developer:
        "Show it to the user if you can, and keep waiting. Do not stop a running ringback tone. Do not send a request to the new target yourself: that is what a 302 asks for.",
    },
    sendIt:
      "Send it when your server forwards the call and the caller profits from knowing. Send 302 when the caller should dial the new address itself. Leave it out when the new target must stay private.",
    causes: [
      {
        text: "A forwarding rule that the callee has forgotten sends calls to voicemail.",
        evidence:
          "A 181 and a new `INVITE` with another Request-URI follow the first `INVITE` at once, and the callee's phone gets none.",
      },
      {
        text: "Two forwarding rules point at each other.",
        evidence: "Several 181 in a row, the same user again and again in `History-Info`, then a 482 or 483.",
      },
    ],
    keywords: ["call forwarding", "forwarded", "diverted", "straight to voicemail", "diversion"],
  },
  182: {
    gloss: "Waiting in a queue",
    says: "182 says that the callee cannot take the call now and that the server keeps it in a queue instead of rejecting it.",
    meaning:
      "The call is held unanswered until someone is free. The reason phrase may tell more, such as the place in the queue, and the server may send further 182 responses as the queue moves. A final response still follows.",
    whenYouSeeIt:
      "Call centres and hunt groups whose server queues without answering. Most queues answer with 200 instead, FreePBX by default among them, because music and announcements then reach every caller.",
    howToFix: {
      caller:
        "Wait as long as you want, and hang up to leave the queue. As no 200 was sent, the waiting time is usually not charged.",
      operator:
        "Set the timers of all proxies on the path longer than the longest wait, or answer the call and queue it then. Carriers often end unanswered calls after about 3 minutes.",
      developer:
        "Show the reason phrase of each new 182. As a UAS, repeat a non-100 provisional response every minute, or Timer C of a proxy ends the call after 3 minutes.",
    },
    sendIt:
      "Send it when you queue a call without answering it, again when its place changes, and at least every minute. Answer 486 or 480 when nobody will come, and 200 when the caller must hear announcements for long.",
    causes: [
      {
        text: "A proxy or carrier gives up while the call waits in the queue.",
        evidence:
          "A `CANCEL` arrives from upstream after a round time such as 180 s, and no 182 was sent in the minutes before.",
      },
      {
        text: "The caller's phone does not know 182 and shows nothing.",
        evidence:
          "The 182 reaches the phone, the line stays silent, and a 180 or a 183 with SDP in another call does produce a tone.",
      },
    ],
    keywords: ["queued", "call queue", "waiting", "call centre", "hold queue"],
  },
  183: {
    gloss: "Progress, often with sound before the answer",
    says: "183 says that the call is progressing; with SDP in it the caller can hear the far network before anyone answers.",
    meaning:
      "A report for which no other 1xx fits. In practice it carries SDP and opens early media: the tone or announcement comes as RTP from the far side. No one has answered, and by common practice no charge runs.",
    whenYouSeeIt:
      "Calls to the telephone network: the gateway sends the tone of the far exchange or “the number is not in service”. Asterisk sends it for `Progress()`, FreeSWITCH for `pre_answer`, Cisco gateways for tones of the ISDN side.",
    howToFix: {
      caller:
        "Listen: an announcement after 183 often tells more than the code that follows. When you hear nothing at all, say whether the sound appears once the call is answered.",
      operator:
        "With silence before the answer, check that RTP passes the firewall towards the caller before the 200, and that the SBC does not block early media. With double tones, send 180 without SDP.",
      developer:
        "Play early media once RTP arrives, and the local tone when a 180 came and RTP does not. Apply the SDP to its own `To` tag. A 183 without SDP must not stop a running tone.",
    },
    sendIt:
      "Send it with SDP when the caller should hear audio before the answer. Send 180 when the phone only rings. Send it reliably, with `100rel`, when the announcement must not be lost.",
    causes: [
      {
        text: "Early media is announced and then blocked or sent to a private address.",
        evidence:
          "The SDP of the 183 or of the `INVITE` has a line such as `c=IN IP4 192.168.1.20`, and no RTP reaches the caller before the 200.",
      },
      {
        text: "The far side announces early media and never sends any.",
        evidence:
          "The 183 has SDP, the capture beside the sender shows no RTP from it, and the caller's phone has switched off its own tone.",
      },
      {
        text: "Several branches of a fork send early media at once.",
        evidence:
          "Two or more 183 with different `To` tags, and RTP from two addresses at the same port of the caller.",
      },
    ],
    keywords: ["session progress", "early media", "no ringback", "silence before answer", "announcement", "pre-answer"],
  },
  199: {
    gloss: "One early dialog has ended",
    says: "199 says that one of several phones of a forked call has ended its part, while the call itself goes on.",
    meaning:
      "One early dialog, named by the `To` tag, is over. The `Reason` header has the final code that ended it. The caller can free the media and memory of that branch at once and waits on for the others (RFC 6228).",
    whenYouSeeIt:
      "Forked calls in mobile networks (IMS), when one phone rejects and the forking proxy still waits for another. It is sent only to callers that list `199` in `Supported`.",
    howToFix: {
      caller:
        "Keep waiting: another phone may still answer. The ringing or announcement may change as one branch goes away.",
      operator:
        "Read the code in the `Reason` header to see which phone refused. When 199 never appears, look whether the `INVITE` requires `100rel`: then proxies must not create any.",
      developer:
        "Drop the early dialog of that `To` tag, stop its media, and send no `BYE` for it. Stay in Proceeding. Work just as well when every 199 is lost: it is information only.",
    },
    sendIt:
      "Send it as a forking proxy when a branch fails and you hold the failure back, if the `INVITE` has `Supported: 199` and does not require `100rel`. A phone should send its final response alone.",
    causes: [
      {
        text: "One phone of the fork rejected the call and the others still ring.",
        evidence:
          "The `Reason` of the 199 has a value such as `SIP;cause=486`, and other early dialogs have sent no final response.",
      },
      {
        text: "The 199 overtakes the provisional response that opens its early dialog, and the caller drops it.",
        evidence: "The first message with that `To` tag is the 199, and a 180 or 183 with the same tag comes after it.",
      },
    ],
    keywords: ["early dialog terminated", "forking", "fork branch ended", "rfc 6228", "ims"],
  },
  200: {
    gloss: "Success: answered or done",
    says: "200 says that the request succeeded: for an `INVITE` the call is answered, for other methods the action was taken.",
    meaning:
      "What succeeded depends on the method in `CSeq`. For `INVITE` the callee, or a machine in its place, has answered. The UAC MUST then send `ACK`, for each 200 of a fork, and the UAS repeats its 200 until one arrives.",
    whenYouSeeIt:
      "An answered call, an accepted `REGISTER` with its bindings in `Contact`, a `SUBSCRIBE` that was taken, a reply to `OPTIONS`. Voicemail and announcements answer with 200 like a person does.",
    howToFix: {
      caller:
        "When an answered call drops after 32 seconds or has sound one way only, report the exact time and number: the 200 came, and what should follow it was lost.",
      operator:
        "Find the `ACK`. When it is missing, check `Contact` and `Record-Route` of the 200: a private address or a wrong port there leads it astray. For one-way audio compare the SDP with the RTP.",
      developer:
        "As UAC, acknowledge every 200 to your `INVITE`, repeated ones too, and send `BYE` to dialogs you do not keep. As UAS, repeat it until the `ACK`, and send `BYE` after 64·T1, which is 32 s.",
    },
    sendIt:
      "Send it when the request has really been carried out: for `INVITE` when the user answers, as billing starts here. Send 183 for announcements before the answer. Accept `REFER` and `SUBSCRIBE` with 200 and not with 202.",
    causes: [
      {
        text: "The `ACK` never reaches the callee, because the `Contact` or route in the 200 cannot be reached.",
        evidence:
          "The same 200 again after 0.5, 1.5, 3.5 and 7.5 s, then a `BYE` from the callee after 32 s. The `Contact` has an address like `10.0.0.5`.",
      },
      {
        text: "Audio goes one way only: the SDP of one side has an address the other cannot reach.",
        evidence:
          "The `ACK` arrives, RTP flows in one direction, and the `c=` line of the side that hears nothing names a private address.",
      },
      {
        text: "A machine answered: voicemail, an announcement or a gateway with false answer supervision.",
        evidence:
          "The 200 comes within a second of the `INVITE`, or at the same number of seconds in each call, often without a 180.",
      },
      {
        text: "Two phones of a fork answered at once, and one dialog was not ended.",
        evidence: "Two 200 with different `To` tags, an `ACK` to one of them only, and no `BYE` for the other.",
      },
    ],
    keywords: [
      "ok",
      "answered",
      "success",
      "call drops after 30 seconds",
      "missing ack",
      "one way audio",
      "200 retransmission",
      "no audio",
    ],
  },
  202: {
    gloss: "Taken on, outcome open",
    says: "202 says that the request was taken on and its outcome is still open; today only message relays should send it.",
    meaning:
      "The server accepted the request without vouching for its result. RFC 6665 and RFC 7647 forbid sending 202 to `SUBSCRIBE`, `NOTIFY` and `REFER`, and a receiver MUST treat it as 200. For `MESSAGE` it means: taken by a relay, delivery not assured.",
    whenYouSeeIt:
      "In call transfer: Asterisk and FreeSWITCH still answer a `REFER` with 202. It comes from the phone that was asked to call, not from the transfer target. Also from a store that keeps a `MESSAGE` for later.",
    howToFix: {
      caller:
        "Do not take a 202 for a finished transfer: wait for word that the new call was answered. When none comes, take the call back and try again.",
      operator:
        "Look for the `NOTIFY` behind the 202. When none arrives, check that in-dialog requests from the other side pass NAT and SBC. A final 4xx to 6xx in its body is the real result.",
      developer:
        "Treat it as 200. For `REFER`, wait for the `NOTIFY` with a final status line and set your own limit, such as 32 s (Timer N) for the first. For `MESSAGE`, show the text as sent, not as delivered.",
    },
    sendIt:
      "Send it only when you relay a `MESSAGE` and cannot vouch for its delivery. Accept `REFER` and `SUBSCRIBE` with 200 and report the outcome in `NOTIFY`. Refuse with 603 or 403 what you will not do.",
    causes: [
      {
        text: "The `NOTIFY` with the result of a transfer never arrives.",
        evidence:
          "After the 202 no `NOTIFY` within 32 s, or the other side repeats a `NOTIFY` to an address your firewall drops.",
      },
      {
        text: "The transfer was accepted, and the new call then failed.",
        evidence:
          "A `NOTIFY` whose body is a line such as `SIP/2.0 486 Busy Here`, with `Subscription-State: terminated`.",
      },
      {
        text: "A stored message waits for a recipient who is offline.",
        evidence:
          "The 202 answers a `MESSAGE`, and no `MESSAGE` leaves the relay until the recipient sends its next `REGISTER`.",
      },
    ],
    keywords: [
      "accepted",
      "refer accepted",
      "transfer hangs",
      "no notify",
      "transfer does nothing",
      "message queued",
      "deprecated",
    ],
  },
  204: {
    gloss: "Nothing new to report",
    says: "204 says that a `SUBSCRIBE` succeeded and that no `NOTIFY` will follow, because the subscriber already has the latest state.",
    meaning:
      "The entity-tag in `Suppress-If-Match` matches the current state, so the notifier keeps back the `NOTIFY` it would owe (RFC 5839). Event state and subscription state stay as they were, and `Expires` has the new time.",
    whenYouSeeIt:
      "A refresh of a presence or message-waiting subscription in its own dialog, from a client that saves traffic. With `Expires: 0` it ends the subscription. Few products have it.",
    howToFix: {
      caller:
        "When presence looks stale although refreshes succeed, subscribe afresh: sign out and in again, so that the full state is sent.",
      operator:
        "Check that every B2BUA between the two knows RFC 5839: one that expects a `NOTIFY` after each `SUBSCRIBE` may end the subscription or report an error.",
      developer:
        "Keep the state you have, take the expiry from `Expires`, and stop Timer N: no `NOTIFY` is due. In doubt, refresh without `Suppress-If-Match` to get everything.",
    },
    sendIt:
      "Send it only to a `SUBSCRIBE` inside its dialog whose `Suppress-If-Match` condition holds. Send 200 and a `NOTIFY` in every other case, and a `NOTIFY` without body when the `SUBSCRIBE` opens the dialog.",
    causes: [
      {
        text: "The subscriber lost its copy of the state and still sends the old entity-tag.",
        evidence:
          "Each refresh has the same `Suppress-If-Match` and gets 204, while the user interface shows no state or an old one.",
      },
      {
        text: "A B2BUA waits for a `NOTIFY` that the notifier keeps back.",
        evidence:
          "The 204 leaves the notifier, and about 32 s later the B2BUA ends the subscription although it had time left.",
      },
    ],
    keywords: [
      "no notification",
      "suppress-if-match",
      "conditional notification",
      "stale presence",
      "subscribe refresh",
    ],
  },
  300: {
    gloss: "Several addresses to choose from",
    says: "300 says that the callee can be reached at several addresses and that the caller or its phone is to choose one.",
    meaning:
      "The address resolved to more than one location, and the server does not want to try them itself. The choices stand in `Contact`. How a phone chooses is not standardised: the `q` values are the usual guide.",
    whenYouSeeIt:
      "Redirect servers for number routing and least-cost routing, which return several carriers in one answer. Ordinary phones rarely meet it, as nearly all servers fork the call themselves.",
    howToFix: {
      caller:
        "Pick one of the addresses when your phone offers them. When the call ends here, dial one of them yourself or tell your provider.",
      operator:
        "Switch on the following of redirects in the SBC or PBX that receives it, with the order by `q`. When the phones cannot do it, let a proxy try the addresses for them.",
      developer:
        "Try the `Contact` values in order of falling `q`, each URI once, with a new `branch` each time. Ask the user before an address outside the own domain. Bound the number of attempts.",
    },
    sendIt:
      "Send it when there are several addresses and the choice belongs to the caller. Send 302 with ordered `q` values when the caller should try them by itself, or fork as a proxy when phones are calling.",
    causes: [
      {
        text: "A routing server returns carriers, and the PBX does not follow redirects.",
        evidence: "The 300 has two or more `Contact` values, gets its `ACK`, and no new `INVITE` follows.",
      },
      {
        text: "All offered addresses were tried and failed.",
        evidence:
          "New `INVITE` requests to each `Contact` follow the 300, and each of them ends in a response above 399.",
      },
    ],
    keywords: ["multiple choices", "redirect", "several contacts", "least cost routing", "redirect server"],
  },
  301: {
    gloss: "Moved for good, new address inside",
    says: "301 says that the callee has left this address for good and names the new one, to be used from now on.",
    meaning:
      "The user is no longer found at the Request-URI. The caller should retry at the address in `Contact`, and should also replace the old address in address books and caches. No end of validity is needed.",
    whenYouSeeIt:
      "After a number was ported, a domain renamed or a user moved to another server. Some carriers send 301 from a routing database for every ported number, call after call.",
    howToFix: {
      caller:
        "Store the new address in your contacts. When the phone did not follow by itself, dial the address shown in `Contact`.",
      operator:
        "Point your routes, speed dials and provisioning at the new address, so that calls no longer need the extra step. Check that the redirect target is one you trust and want to pay for.",
      developer:
        "Retry with `Contact` as Request-URI, each URI once, and keep the mapping. Do not leave SIPS for SIP without telling the user. Accept a lasting change only from a server you authenticated.",
    },
    sendIt:
      "Send it when the old address will not come back and you know the new one. Send 302 when the move can end, 410 when the address is gone and the new one must not be told.",
    causes: [
      {
        text: "The new address is learned and then redirects back to the old one.",
        evidence:
          "A 301 from each address whose `Contact` names the other, and no URI is tried a second time by a correct caller.",
      },
      {
        text: "A 301 was sent for a move that was only temporary, and callers keep using the cached address.",
        evidence: "New calls go straight to the redirect target, and no `INVITE` reaches the old address any more.",
      },
    ],
    keywords: ["moved permanently", "redirect", "number ported", "new address", "user moved"],
  },
  302: {
    gloss: "Elsewhere for now, address inside",
    says: "302 says that the callee is elsewhere for now and that the caller should retry at the addresses in `Contact`.",
    meaning:
      "The request should be tried again at each `Contact`. With an `Expires` header or an `expires` parameter the address may be kept for that time. Without one it is good for this request alone and MUST NOT be cached.",
    whenYouSeeIt:
      "Call forwarding set on the phone itself, Yealink and Snom phones among them. Redirect servers and routing databases send it for every call, and load balancers to spread traffic.",
    howToFix: {
      caller:
        "Dial the address that was returned when your phone did not follow it. When calls always reach the wrong place, ask the callee to look at the forwarding on the phone.",
      operator:
        "Asterisk by default dials only the user part of the `Contact` in its own dial plan: `redirect_method` changes that. Allow redirects to known targets only: a free target invites toll fraud.",
      developer:
        "Try the `Contact` values by falling `q`, each URI once. Cache only with `Expires`, and when the cached URI fails try the original once. A proxy that recurses removes the `Contact` it tries.",
    },
    sendIt:
      "Send it when the callee is reached at another address for a time and the caller should dial it. Send 301 when the move is for good, 486 or 480 when there is no other address. Forward as a proxy to hide the target.",
    causes: [
      {
        text: "Forwarding is set on the phone, and the PBX does not follow it or dials it in the wrong place.",
        evidence:
          "The phone answers 302 at once, and the PBX sends no new `INVITE`, or one with the user part of the `Contact` and its own domain.",
      },
      {
        text: "Two addresses redirect to each other.",
        evidence:
          "A 302 from each side names the other in `Contact`. A correct caller tries each URI once, others send `INVITE` after `INVITE`.",
      },
      {
        text: "The redirect target cannot be reached from the caller's network.",
        evidence:
          "The `Contact` has a private address or host name, and the new `INVITE` is repeated without any response until a 408.",
      },
      {
        text: "An attacker changed the forwarding of a phone to an expensive number.",
        evidence:
          "The `Contact` is a foreign or premium number, the calls come in bursts at night, and nobody in the house set the rule.",
      },
    ],
    keywords: [
      "moved temporarily",
      "redirect",
      "call forwarding",
      "forward all",
      "contact header",
      "redirect loop",
      "toll fraud",
    ],
  },
  305: {
    gloss: "Only through the proxy named inside",
    says: "305 says that the callee accepts this request only through the proxy that the `Contact` header names.",
    meaning:
      "The end system was reached, but wants the request to come by way of a certain proxy. The `Contact` is the URI of that proxy, not of the user. Only a UAS may send 305, and it applies to this one request.",
    whenYouSeeIt:
      "Almost never in practice. A phone or gateway that takes calls only from its own proxy can send it to somebody who dials its IP address directly. Most of them answer 403 or nothing.",
    howToFix: {
      caller:
        "Dial the public address of the callee, such as `sip:bob@example.com`, and not the address of the device.",
      operator:
        "Put the proxy into the route: an outbound proxy or a DNS SRV record leads callers there from the start. Check where the direct address of the device got known.",
      developer:
        "Repeat this one request to the proxy in `Contact`, with the Request-URI as before, and cache nothing. Ask the user or a list of trusted proxies first: everything would pass through it.",
    },
    sendIt:
      "Send it as a UAS when you take requests only by way of a proxy you can name. As a proxy or redirect server send 302 instead. Send 403 when you do not want the caller to find the way.",
    causes: [
      {
        text: "The caller used the device address and not the address of the user.",
        evidence:
          "The Request-URI of the `INVITE` has an IP address, and no `Record-Route` of the callee's proxy is on the request.",
      },
      {
        text: "The caller treats the proxy in `Contact` as the new address of the user.",
        evidence: "The next `INVITE` has the proxy's own URI as Request-URI, and the proxy answers 404.",
      },
    ],
    keywords: ["use proxy", "outbound proxy", "direct ip call", "proxy required", "redirect"],
  },
  380: {
    gloss: "Not this way, other services exist",
    says: "380 says that the call failed as it was made and that the body of the response describes another service to use.",
    meaning:
      "The call was not successful, but something else is possible. RFC 3261 never defined a format for the body, so no machine can follow it in general. 3GPP fills the gap for one case: emergency calls.",
    whenYouSeeIt:
      "In mobile networks: the P-CSCF answers 380 to an emergency number that was not dialled as emergency, with `Content-Type: application/3gpp-ims+xml`. The phone then calls over the circuit-switched network or anew.",
    howToFix: {
      caller:
        "Read what the phone offers and choose. For an emergency, dial the local emergency number again, from any other phone when this one does not react.",
      operator:
        "Check that the phones have the right list of emergency numbers and mark such calls with `urn:service:sos`, so that the first `INVITE` is already right.",
      developer:
        "Parse the body only when you know its type. Otherwise end the call and show the user the reason phrase. Never redial by yourself, except as 3GPP TS 24.229 asks for emergency calls.",
    },
    sendIt:
      "Send it only where both sides share a format for the body, as in 3GPP networks. Send 302 with a `Contact` when another address is what you offer, and 488 or 606 when the media do not fit.",
    causes: [
      {
        text: "The phone dialled an emergency number as an ordinary call.",
        evidence:
          "The Request-URI is a number such as 112 without `urn:service:sos`, and the body of the 380 has the type emergency.",
      },
      {
        text: "The caller's software does not understand the body and drops the call.",
        evidence: "The 380 gets its `ACK`, no further `INVITE` follows, and the user sees only a general failure.",
      },
    ],
    keywords: ["alternative service", "emergency call", "ims", "volte emergency", "3gpp", "csfb"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
