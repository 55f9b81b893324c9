import type { ConfusedPair } from "../../pairs.ts";
import type { VerdictTexts } from "../texts.ts";

/** By hand, for the pairs people confuse. */
export const verdicts = {
  "200-vs-600": {
    summary:
      "200 to an `INVITE` is the answer: media flows, the charge begins, and the caller owes an `ACK`. 600 is one phone's word that its user is busy wherever the user could be reached, so a proxy cancels every other phone. They meet where a machine answers for a busy user: voicemail is a 200, and then 600 was wrong.",
    choose:
      "Send 200 when a person or a machine really takes the call, voicemail and queue included. Send 600 only when you know that nothing else, not even voicemail, will take it. One busy phone that knows nothing of the others sends 486.",
    swap: "A PBX that answers 200 to play a busy announcement makes the caller pay for it and counts as an answered call in every report. A handset that sends 600 while the user's softphone is free ends the ringing there within milliseconds.",
  },
  "200-vs-603": {
    summary:
      "200 to an `INVITE` connects the call and starts the charge. 603 refuses it for every phone of the callee and keeps the reason back. A 603 is often no person at all: in the US a carrier's analytics send it as 603 with the phrase Network Blocked. Both need an `ACK`: the caller sends it for 200 end to end, the previous hop for 603.",
    choose:
      "Send 200 when somebody takes the call. Send 603 when the user wants it at no phone and you know that nothing else will answer. A reject button that speaks for one phone sends 486 or 480, so that voicemail can still take the call.",
    swap: "A screening service that answers 200 to play “this caller is blocked” bills the caller and hides the refusal from every log. A desk phone that sends 603 on reject ends a ring group: the other phones get a `CANCEL` at once.",
  },
  "302-vs-600": {
    summary:
      "302 says where to try next: its `Contact` holds the address, and the caller or a proxy calls there. 600 says that there is nowhere to try: the user is busy at all addresses. A forking proxy keeps a 302 until all phones have answered, while a 600 cancels the others at once and outranks the 302.",
    choose:
      "Send 302 when you know another address for this call, such as a mobile number or voicemail. Send 600 only when there is none and the user is busy everywhere. A busy phone with forwarding on busy sends 302 with that address.",
    swap: "A phone with forwarding on busy that sends 600 keeps its own voicemail from ever being called. A 302 to the address that is busy anyway makes the caller dial twice, and Asterisk by default dials only the user part of the `Contact`, in its own dial plan.",
  },
  "200-vs-604": {
    summary:
      "200 says that the request succeeded: somebody or something answered at this address. 604 says on authority that the address exists nowhere, in no domain and on no server. A number that is not in service must never be a 200: an announcement belongs into early media behind a 183, followed by 404 or 604.",
    choose:
      "Send 200 only when the request was carried out. Send 604 only with authority over all places where the user could be, such as the registry of a private numbering plan. A registrar that knows its own domain and nothing else sends 404.",
    swap: "A switch that answers 200 and plays “this number is not in service” starts the charge, and a dialler marks the dead number as live. 604 for a user who is only unknown here ends the search of a proxy that had a second domain left to ask.",
  },
  "202-vs-603": {
    summary:
      "202 to a `REFER` says that the phone that shall transfer took the order, not that the transfer worked: the result follows in a `NOTIFY`. 603 refuses the order itself, or stands as `SIP/2.0 603 Decline` in the body of that `NOTIFY` when the refusal came later. New software sends 200 in place of 202: RFC 7647 forbids 202 here.",
    choose:
      "Answer a `REFER` with 200 when you will try, then report with `NOTIFY`. Answer 603 when you will not try at all. Treat a received 202 as a 200, because Asterisk and FreeSWITCH still send it. Send 202 only as a relay of a `MESSAGE` that cannot vouch for its delivery.",
    swap: "A phone that says 202 and then does nothing leaves the transferor waiting for a `NOTIFY` until it gives up, and the customer stays on hold. A transferor that takes 202 for success and sends `BYE` too early loses the call when the `NOTIFY` brings a 603.",
  },
  "180-vs-183": {
    summary:
      "180 says that the phone is alerting its user, and the caller's phone plays its own ringing tone. 183 says that something goes on and mostly brings SDP, so that the caller hears the far side: a tone, an announcement, music. Neither is an answer, and neither starts the charge in common practice.",
    choose:
      "Send 180 when the phone rings and the caller's phone shall make the tone. Send 183 with SDP when you send the sound as RTP. Do not send 183 with SDP and then silence: the caller's phone has stopped its own tone by then.",
    swap: "A gateway that sends 183 with SDP and no RTP leaves the caller in silence until the answer: the classic missing ringback. A 180 in place of 183 in front of a trunk hides the announcement that says why the call will fail.",
  },
  "200-vs-202": {
    summary:
      "200 says that the request succeeded. 202 said that it was accepted and the result would come later. For `REFER` and `SUBSCRIBE` 202 must not be sent any more, because the `NOTIFY` tells the result anyway, and whoever receives one treats it as a 200. It remains for a relay that took a `MESSAGE` and cannot vouch for delivery.",
    choose:
      "Send 200 to `REFER`, `SUBSCRIBE` and all else that you accept. Send 202 only to a `MESSAGE` that you stored for later. Never send 202 to an `INVITE`: a queue that makes the caller wait is 182.",
    swap: "A client that compares with exactly 200 takes the 202 of Asterisk or FreeSWITCH for a failed transfer and takes the call back. A store-and-forward relay that says 200 makes the sender show “delivered” for a message that still lies in a queue.",
  },
  "301-vs-302": {
    summary:
      "Both name another address in `Contact`. 301 says that the old address is done with: the caller should replace it in its phone book. 302 is good for this call, and for later ones only as long as an `Expires` header or parameter says. Without one the next call goes to the old address again.",
    choose:
      "Send 301 when a user or number has moved for good. Send 302 for forwarding, absence and load sharing, with `Expires` when callers may remember it. If in doubt send 302: a wrong 301 stays in the caches of strangers, out of your reach.",
    swap: "A PBX that sends 301 for holiday forwarding keeps sending some callers to the stand-in after the holiday. A renumbered office that sends 302 without `Expires` pays two transactions for each call, for ever.",
  },
  "302-vs-305": {
    summary:
      "302 gives another address for the callee. 305 gives the proxy through which the same callee must be called: its `Contact` is a way and not a person, and only a user agent may send it. Few phones follow a 305, because it lets a stranger choose the proxy that reads the traffic.",
    choose:
      "Send 302 when the callee is elsewhere. For a forced way use `Record-Route`, `Path`, an outbound proxy setting or DNS, not 305. As a caller do not obey a 305 to a proxy you have no reason to trust.",
    swap: "A server that sends 305 to steer calls over an SBC loses every call of a phone that does not follow it: the user sees “Use Proxy” and hears a tone. A 302 with the proxy's address as `Contact` loses the user part that was dialled, and the proxy answers 404.",
  },
  "401-vs-403": {
    summary:
      "401 asks who you are: its `WWW-Authenticate` line holds a nonce, and the same request with credentials may pass. 403 says that the server understood and will not do it, and repeating it does not help. A 401 in answer to credentials means that they were wrong or their nonce was too old: look for `stale=true`.",
    choose:
      "Send 401 when credentials are missing, wrong or stale. Send 403 when the credentials are right and the user may not do this, such as a call to a barred number or from another user's address. Do not tell an unknown user from a wrong password.",
    swap: "A registrar that answers 403 to a wrong password tells the phone that trying again is useless: one typing mistake, and it stays unregistered until somebody restarts it. A 401 for a barred number makes the phone ask for the password over and over.",
  },
  "401-vs-407": {
    summary:
      "Both are a challenge. 401 comes from the one who answers the request, a registrar or an end system, with `WWW-Authenticate`, and is met with `Authorization`. 407 comes from a proxy on the way, with `Proxy-Authenticate`, and is met with `Proxy-Authorization`. One call can meet several, one for each realm.",
    choose:
      "A registrar, a redirect server and a user agent send 401. A proxy sends 407 and must not send 401. A B2BUA such as Asterisk is a user agent: it sends 401 to calls as well. Clients answer both and keep credentials for each realm.",
    swap: "A client that puts its digest into `Authorization` after a 407 is challenged again without end. A proxy that sends 401 poses as the callee: the 401 that the callee then sends itself looks like a refused password.",
  },
  "403-vs-603": {
    summary:
      "403 is a server's no to this request: the caller has no right to it, by account, address or policy. 603 is the callee's no, or that of a machine in the callee's name, and it holds for all phones. A proxy goes on hunting after 403 and stops after 603. At an Asterisk hop 603 turns into 403 by its cause code.",
    choose:
      "Send 403 when your policy forbids the request: a barred destination, a foreign domain, no credit. Send 603 when the callee's side does not want the call. Blocking by analytics has codes of its own: 608, or 603 with the phrase Network Blocked in the US.",
    swap: "FreePBX tries no further trunk after a 603: a carrier that says 603 for an empty account leaves the caller without any call. A phone that sends 403 on reject makes support look for a wrong password.",
  },
  "404-vs-410": {
    summary:
      "404 says that this domain does not know the user, or does not serve the domain that was dialled. 410 says that it knew the user, that the address is dead for good and that no new one is known. Both are final for the domain, and both end the whole dialog when they answer a request inside it.",
    choose:
      "Send 410 when you know that the number was given up and nobody follows. Send 404 when you never knew it. When a new address is known send 301. When the user exists and no phone is registered send 480.",
    swap: "404 for a ported or closed number makes callers look for a typing mistake, and address books keep the dead number. 410 for a user who only has no phone online makes a dialler delete a good number.",
  },
  "404-vs-480": {
    summary:
      "404 says that there is no such user here. 480 says that the user exists and cannot be reached now: no phone is registered, or the phone does not disturb its user. The difference decides whether calling again makes sense. A stock Kamailio script answers 404 for a phone that is only offline.",
    choose:
      "Send 404 when the user part is in no table of yours. Send 480 when it is and no contact is registered, with `Retry-After` when you know the time. Hide the difference from callers you have not authenticated, or they can list your users.",
    swap: "404 for an offline phone sends support to the dial plan when the phone has lost its network. 480 for a number that does not exist makes a dialler call it again each hour, and voicemail may take messages for nobody.",
  },
  "404-vs-604": {
    summary:
      "Both say that the user does not exist, and both are final. The difference is how far they reach: 404 speaks for one domain, 604 for all places. A forking proxy tries its other branches after 404 and cancels them after 604. Through Asterisk and through FreeSWITCH both leave as 404.",
    choose:
      "Send 404: a registrar or PBX knows its own users and no others. Send 604 only when you hold the whole directory, such as the central database of a number range. A gateway that hears cause 1 from the ISDN sends 404.",
    swap: "604 from one of three trunks keeps the proxy from trying the two that carry the number. 404 from the authority lets a proxy try all its branches in turn, and the caller hears the same no some seconds later.",
  },
  "408-vs-480": {
    summary:
      "408 says that no answer came in time: a server waited and knows nothing of the user. 480 says that somebody knows that the user cannot be reached now. 408 is mostly a broken path, 480 mostly an offline phone or do not disturb. A phone that died without unregistering is 408, after 32 s over UDP.",
    choose:
      "A proxy sends 408 when no final response came: 32 s without any, or Timer C in a long ring. Send 480 when you know that no phone is registered or that the user is away. A phone whose user lets it ring sends 480 by itself in the end.",
    swap: "480 for a dead path hides a firewall that drops `INVITE`: everybody believes that the user is offline. 408 for an unregistered phone makes the caller wait 32 s for a no that was known at once, and failover to voicemail comes too late.",
  },
  "408-vs-487": {
    summary:
      "408 says that time ran out before a final response. 487 says that the request was ended by somebody: by a `CANCEL`, or by a `BYE` to the early dialog. 487 is the regular end of every call that the caller gives up, so it is no fault. After Timer C a proxy cancels: the phone says 487, the caller hears 408.",
    choose:
      "Send 487 as the phone whose `INVITE` was cancelled, after 200 to the `CANCEL`. Send 408 as the proxy that waited in vain. When the caller hung up, the call ends with 487, also where a phone never confirmed the `CANCEL`.",
    swap: "A proxy that sends 487 for its own timeout makes reports say that the caller hung up, and nobody looks at the silent phone. 408 for a call that the caller cancelled raises the failure rate of a trunk that works.",
  },
  "408-vs-504": {
    summary:
      "408 says that the callee's side gave no answer in time. 504 says that a server which this one needed, such as a gateway behind it or a lookup, did not answer. RFC 3261 has a proxy say 408 for a silent branch, so 504 means a server behind the scenes. Both turn into cause 102 at an ISDN gateway.",
    choose:
      "As a proxy send 408 when a branch stays silent. Send 504 when an outside server that you must ask to process the request does not answer: a database, a location service, a gateway. To a request other than `INVITE` send no 408 at all: it would come too late.",
    swap: "FreeSWITCH maps the time-out cause to 504, so a phone that is off looks like a broken gateway upstream. A 408 from a server whose database hangs sends support to the phone of the callee, which never got the `INVITE`.",
  },
  "480-vs-486": {
    summary:
      "486 says that the phone was reached and its user is busy with another call. 480 says that the user cannot be reached now, for any other reason: not registered, do not disturb, no answer. Both speak for one end system, and the proxy keeps ringing the others after either. Phones differ: many say 486 on reject and 480 on do not disturb.",
    choose:
      "Send 486 when the user is in a call or rejects this one on this phone. Send 480 when the user is away, logged off or has set do not disturb, with `Retry-After` if known. A server speaks for an unregistered user with 480, never with 486.",
    swap: "486 for an unregistered phone plays the busy tone for hours, and callers report a line that is always engaged. 480 for a busy phone sends the call to the voicemail text “not available” and keeps call completion on busy from starting.",
  },
  "481-vs-487": {
    summary:
      "481 says that the dialog or transaction which the request names is not known here. 487 answers an `INVITE` that was cancelled in good order. Both appear round `CANCEL`: a `CANCEL` that arrives too late or with another `branch` gets 481, one that fits gets 200, and its `INVITE` gets 487.",
    choose:
      "Send 481 to a `BYE`, `CANCEL`, `NOTIFY` or second `INVITE` that matches nothing you hold. Send 487 to the `INVITE` itself, once it was cancelled. On a received 481 in a dialog give that usage up. On a received 487 there is nothing to do.",
    swap: "A phone that answers 481 to the cancelled `INVITE` itself makes each abandoned call look like a lost dialog in the reports. A server that says 487 to a `BYE` it does not know leaves the peer with a call that lives on in its list and its bill.",
  },
  "486-vs-600": {
    summary:
      "Both say busy, and both are final. 486 speaks for one phone: a forking proxy keeps ringing the others, and voicemail can still answer. 600 speaks for the user wherever the user is: the proxy cancels all other phones and opens no new branch. A phone can rarely know that much, so 486 is right nearly always.",
    choose:
      "Send 486 from a phone or a line. Send 600 only as a server that sees all phones of the user busy and knows that no voicemail follows. A B2BUA that gets 600 should not pass on 486 without a `Reason` header that keeps the original.",
    swap: "One handset set to 600 in a ring group of ten: the nine others get a `CANCEL` with `Reason: SIP;cause=600` and go silent while the caller hears busy. 486 in place of a true 600 costs nothing but a voicemail that answers.",
  },
  "486-vs-603": {
    summary:
      "486 says that this phone is busy or that its user rejects the call here. 603 says that the callee does not want the call at any phone and gives no reason. After 486 the proxy goes on, after 603 it stops and cancels. Many phones let you choose which of the two the reject button sends.",
    choose:
      "Let the reject button send 486, so that a colleague or voicemail can take the call. Send 603 when the user has said “nowhere” in so many words, or when a server blocks in the callee's name. A caller who must not know the reason gets 480.",
    swap: "A softphone that sends 603 on reject ends the ringing of the whole queue, and Asterisk passes it to the caller as 403, which looks like a wrong account. 486 for a blocked caller lets robocalls reach the voicemail behind it.",
  },
  "487-vs-603": {
    summary:
      "487 says that the caller's side ended the request before an answer. 603 says that the callee's side refused it. In a ring group both appear in one call: the phone that declines says 603, and the phones that are cancelled because of it say 487. The caller hears only the 603.",
    choose:
      "Send 487 only after a `CANCEL`, or a `BYE` in the early dialog. Send 603 when the user declines for all phones. The `CANCEL` that a proxy sends because of a 603 carries `Reason: SIP;cause=603`, so that a phone can tell it from a caller who gave up.",
    swap: "A phone that answers 603 to a cancelled `INVITE` turns a caller who hung up into a refusal in every report. A gateway that says 487 for a refusal makes a dialler call the same person again at once.",
  },
  "488-vs-606": {
    summary:
      "Both say that the session description does not fit: no common codec, no SRTP, no such media. 488 speaks for this phone, and another may fit. 606 says that no phone of the user will fit, and a proxy cancels the rest. A `Warning` header names what was missing, such as warn-code 304 for a media type. Inside a dialog the call goes on either way.",
    choose:
      "Send 488 with a `Warning` header, or with an SDP body that shows what you can do. Send 606 only when you know all the user's phones. Leave the choice between codecs to the answer and refuse only when nothing is left.",
    swap: "A video door station that sends 606 for a missing codec ends the ringing of the desk phone that would have taken the call. Through Asterisk and through FreeSWITCH a 606 leaves as 488, so the caller cannot see that it was global.",
  },
  "500-vs-503": {
    summary:
      "500 says that this server failed at this request. 503 says that the server as a whole takes no work now: a client should use another server, and `Retry-After` says how long. A proxy that gets a lone 503 passes it on as 500, because it is not the one that is overloaded. Inside a dialog 500 also answers a `CSeq` that is too low.",
    choose:
      "Send 500 when one request hits a fault. Send 503 when you are overloaded, starting or stopping, with `Retry-After` in seconds, and expect all traffic of that peer to stay away so long. Never pass a 503 from behind on as your own.",
    swap: "A proxy that passes on the 503 of one broken trunk makes the PBX in front mark the whole proxy as down, and all trunks with it. 500 under overload keeps the load coming: no client moves to the second server.",
  },
  "502-vs-503": {
    summary:
      "502 says that the next server answered with something invalid. 503 says that this server, or in the view of a proxy the next one, can take no work now. A gateway sends 502 for the ISDN cause 27, destination out of order. A client turns to another server after 503. After 502 it has no such order.",
    choose:
      "Send 502 when the system behind you answers wrongly: a broken message, a destination out of order. Send 503 with `Retry-After` when you yourself can take nothing. When the system behind stays silent it is 408 or 504.",
    swap: "503 for one dead destination makes clients leave a gateway that still serves all other numbers. 502 for an overloaded gateway keeps the calls coming, because no phone waits or moves on account of a 502.",
  },
  "503-vs-504": {
    summary:
      "503 is a server that says no at once: overloaded, in maintenance, all lines in use. 504 is a server that waited for another one and got nothing. The clock in the trace tells them apart: 503 comes within milliseconds, 504 after the time limit of whoever waited.",
    choose:
      "Send 503 when you can take no work, with `Retry-After` if you know when. Send 504 when a server you depend on did not answer. As a proxy send 408 for a branch that stays silent. Through Asterisk a 504 leaves as 603 by its cause table.",
    swap: "503 for a slow database makes all clients leave a server that could still route calls. 504 for overload makes the caller look behind the server for a silent system that is not there, while the load stays.",
  },
  "600-vs-603": {
    summary:
      "Both end the call for all phones of the callee. 600 gives the reason: busy. 603 keeps the reason back. A caller may try again after a 600, at the time in `Retry-After`, while no machine should repeat a 603 by itself. Through Asterisk 600 leaves as 486 and 603 as 403.",
    choose:
      "Send 600 when you know that the user is busy everywhere. Send 603 when the user does not want the call and the reason is nobody's business. When another phone or voicemail may answer send 486. For a caller who is unwanted for good there is 607.",
    swap: "603 for a busy user makes a dialler strike the number off, though one call later would have passed. 600 for a refusal makes a dialler call again each quarter of an hour. In FreePBX a 603 also stops the search for another trunk.",
  },
  "603-vs-607": {
    summary:
      "603 declines this call. 607 says that the callee wants no call from this caller's number at all, and it is meant to be counted: a carrier may feed it into its spam score. Only the callee or the callee's phone sends 607. An older client that does not know 607 treats it as a 600.",
    choose:
      "Send 607 when the user presses a button such as “spam”. Send 603 when the user does not want this call now. When a network element decides by itself send 608, or in the US 603 with the phrase Network Blocked.",
    swap: "A phone that sends 607 for every reject marks the numbers of friends as spam, and their next calls are labelled. 603 for spam teaches the network nothing: the same number rings at the next subscriber a second later.",
  },
  "603-vs-608": {
    summary:
      "603 is the callee's no. 608 is the no of a machine between the two, mostly analytics of a carrier, and its `Call-Info` line names whom the caller can complain to. In the US, since March 2026, blocking by analytics is a 603 with the phrase Network Blocked and a URL in its `Reason` header.",
    choose:
      "As a phone send 603, never 608. As a blocking network element send 608 with a signed jCard in `Call-Info`, when the `INVITE` has `sip.608` in `Feature-Caps`. In the US send the 603 of ATIS-1000099.",
    swap: "A plain 603 from analytics looks like a person's refusal: a doctor's office never learns that its number is labelled as spam. FreeSWITCH sends 603 for a received 608 on the other leg, and the address for complaints is lost on the way.",
  },
  "607-vs-608": {
    summary:
      "607 is the callee's own judgement: this caller is unwanted. 608 is the judgement of an intermediary that the callee never saw. A 607 gives the caller nobody to turn to, while a 608 as a rule names in `Call-Info` whom to contact. Both are global: no other phone rings after either.",
    choose:
      "Send 607 only on an action of the callee: a button, a personal block list. Send 608 when software in the network decides, with the contact for redress in `Call-Info`. A block list that the callee keeps counts as the callee: 607.",
    swap: "A carrier that sends 607 for its own filter blames the callee and gives the caller nobody to turn to. A phone that sends 608 claims to be an intermediary, and the caller searches in vain for the `Call-Info` line that explains it.",
  },
} as const satisfies Readonly<Record<ConfusedPair, VerdictTexts>>;
