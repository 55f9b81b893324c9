import type { FactTexts } from "../texts.ts";

/** One sentence per fact; each is true of every code that has the value. */
export const facts = {
  scope: {
    hop: "{$code} speaks for one server or one path: it says nothing about the callee, so another way may still work.",
    here: "{$code} speaks for the one server or phone that sent it: a proxy keeps trying the others.",
    domain:
      "{$code} speaks for the whole domain: no other server of this domain will say more, though a proxy still hears its other branches.",
    everywhere:
      "{$code} speaks for the user at every address: a proxy stops searching and cancels the phones that still ring.",
    none: "{$code} refuses nothing, so it rules out no phone and no address.",
  },
  sentBy: "{$code} is sent by: {$roles}.",
  role: {
    uas: "the end system that answers",
    proxy: "a proxy",
    registrar: "a registrar",
    redirect: "a redirect server",
    notifier: "a notifier",
  },
  methods: {
    any: "{$code} may answer a request of any method.",
    listed: "{$code} answers only: {$methods}.",
  },
  next: {
    wait: "After {$code} the caller waits: a final response is still to come.",
    releaseEarlyDialog:
      "After {$code} the caller releases the early dialog that the `To` tag names and goes on waiting for a final response.",
    ack: "After {$code} to an `INVITE` the caller sends `ACK` to the callee; after {$code} to any other request there is nothing left to send.",
    awaitNotify: "After {$code} the request counts as accepted, and its result comes in a `NOTIFY` or not at all.",
    done: "After {$code} there is nothing left to do: the request is over.",
    redirect: "After {$code} the caller tries the addresses in `Contact`, each of them once.",
    askUser: "After {$code} the software asks its user: what comes next is not for a machine to decide.",
    authenticate: "After {$code} the caller repeats the request with credentials for the realm of the challenge.",
    repair: "After {$code} the caller changes what the response complains of before it sends the request again.",
    retry: "After {$code} the caller sends the same request again after a short random wait.",
    tryElsewhere: "After {$code} the request may go out again unchanged, over another connection or to another server.",
    retryLater: "After {$code} the caller may send the same request again, but later.",
    startOver:
      "After {$code} the sender forgets the state that the other side does not have, and begins anew where it still wants to.",
    obtainConsent:
      "After {$code} the caller first has to obtain the consent of the recipient, in the way the response points to.",
    seekRedress:
      "After {$code} the caller does not repeat the request, but can contest the rejection with the party that the response names.",
    giveUp: "After {$code} the calling software does not send this request again by itself.",
  },
  retryAfter: {
    yes: "{$code} may have a `Retry-After` header that says, in seconds, when to try again.",
    no: "`Retry-After` is not defined for {$code}: the response sets no time for another attempt.",
  },
  fork: {
    absorbed: "A forking proxy keeps {$code} to itself: the caller gets the proxy's own, and never that of a phone.",
    passedOn: "A forking proxy passes {$code} to the caller at once and goes on waiting for every phone.",
    wins: "A forking proxy passes {$code} to the caller at once and, in a call, cancels the phones that still ring.",
    offered:
      "A forking proxy holds {$code} until every branch has ended and prefers it to 4xx and 5xx, but not to 6xx; it may also try its addresses itself.",
    merged:
      "A forking proxy holds {$code} until every branch has ended, prefers it among the 4xx, and adds the challenges of the other branches to it.",
    preferred:
      "A forking proxy holds {$code} until every branch has ended and prefers it among the 4xx, because the caller can mend the request with it.",
    waits:
      "A forking proxy holds {$code} until every branch has ended and sends it only when no branch brought a 2xx, 3xx or 6xx.",
    waitsLast:
      "A forking proxy holds {$code} until every branch has ended and sends it only when no branch brought anything but a 5xx.",
    replaced:
      "A forking proxy goes on with its other branches after {$code} and does not pass it on: when nothing better comes, the caller gets another code in its place.",
    ends: "A forking proxy opens no new branch after {$code}, cancels the phones that still ring, and sends it when they have ended, unless a 2xx comes first.",
  },
  dialog: {
    none: "{$code} neither makes nor ends a dialog.",
    early: "{$code} with a `To` tag opens an early dialog, one for each phone that sends it.",
    endsEarly: "{$code} ends the one early dialog that its `To` tag names; the other early dialogs of the call stay.",
    confirms: "{$code} to an `INVITE` confirms the dialog: from then on only `BYE` ends the call.",
    transaction: "Inside a dialog {$code} ends only its own transaction: by RFC 5057 the dialog stays.",
    usage:
      "Inside a dialog {$code} ends the usage it was sent in, the call or the subscription; another usage of the dialog stays.",
    dialog: "Inside a dialog {$code} ends the dialog with everything in it, call and subscriptions alike.",
  },
  hops: {
    both: "Through Asterisk {$code} leaves as {$asterisk} on the other leg, through FreeSWITCH as {$freeswitch}, unless the dial plan decides otherwise.",
    same: "Through Asterisk and through FreeSWITCH {$code} leaves as {$asterisk} on the other leg, unless the dial plan decides otherwise.",
    asterisk:
      "Through Asterisk {$code} leaves as {$asterisk} on the other leg; what FreeSWITCH makes of it depends on its version.",
    freeswitch:
      "Through FreeSWITCH {$code} leaves as {$freeswitch} on the other leg; what Asterisk makes of it depends on its version.",
    unchanged:
      "Through Asterisk and through FreeSWITCH {$code} leaves as {$code} on the other leg, unless the dial plan decides otherwise.",
    none: "No table of Asterisk or FreeSWITCH says what {$code} becomes on the other leg: it depends on the dial plan and on what follows.",
  },
  billing: {
    none: "By common practice no charge depends on {$code}.",
    notStarted: "By common practice no charge starts with {$code}: the call is not answered yet.",
    starts: "By common practice the charge for a call starts with {$code} to its `INVITE`.",
    newLeg:
      "By common practice {$code} itself costs nothing, and each call that is made because of it is charged for itself.",
    notCharged: "By common practice a call that ends with {$code} is not charged, because nobody answered it.",
  },
  q850: {
    mapped:
      "A gateway to the telephone network turns {$code} into cause {$cause}, {$name}, unless a `Reason` header or a `Warning` header tells it more.",
    none: "A gateway to the telephone network sends no release cause for {$code}.",
  },
  xmpp: {
    mapped: "A gateway to XMPP turns {$code} into the condition `{$condition}`.",
    none: "No error condition of XMPP stands for {$code}.",
  },
  cacheable: {
    yes: "The address that {$code} names may serve later requests too, for as long as the response allows.",
    no: "No address in {$code} is to be kept for later calls.",
  },
  carries: {
    must: "{$code} must carry: {$fields}.",
    should: "{$code} should carry: {$fields}.",
    none: "{$code} needs no header field beyond those of every response.",
  },
  concerns: {
    progress: "{$code} is about how far the call has come.",
    success: "{$code} is about a request that was carried out or taken on.",
    whereabouts: "{$code} is about where the callee is to be found, not about whether the callee wants the call.",
    availability: "{$code} is about whether the callee can take the call now.",
    willingness: "{$code} is about whether the callee, or somebody in the callee's name, wants the call.",
    permission: "{$code} is about what the caller may do, not about who the caller is.",
    credentials: "{$code} is about a password or another proof that the caller has still to give.",
    identity: "{$code} is about who the caller claims to be and how that is proved.",
    body: "{$code} is about what the request carries: the session description, another body, or its encryption.",
    size: "{$code} is about the size of the request.",
    capability:
      "{$code} is about something that one side does not support: a method, an extension, a scheme, a version or a package.",
    interval: "{$code} is about a time that the request asked for.",
    dialog: "{$code} is about the state of a dialog, a transaction or a publication.",
    route: "{$code} is about the way to the callee, not about the callee.",
    health: "{$code} is about the state of a server and not about the callee.",
    form: "{$code} is about how the request is written.",
  },
  repairedBy: {
    nobody: "Nobody has to mend anything about {$code}.",
    caller: "The person who calls can act on {$code}: by another address, another time or another way.",
    callerAgent: "The calling software can mend what led to {$code} by itself and send the request again.",
    callee: "It takes the callee to change what led to {$code}.",
    operator: "Whoever runs the servers has to mend what led to {$code}.",
  },
  registry: {
    iana: "{$code} stands in the IANA registry of SIP response codes.",
    obsolete: "{$code} stood in RFC 2543 and was dropped by RFC 3261: it is not in the IANA registry.",
    unregistered: "{$code} was never registered: one maker uses it, and everybody else treats it by its first digit.",
  },
} as const satisfies FactTexts;
