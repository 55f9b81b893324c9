import type { OutcomeTexts } from "../texts.ts";

export const outcomes: OutcomeTexts = {
  kind: {
    answered: {
      title: "The call was answered",
      text: "The other side answered, and both sides agreed on the call.",
      advice:
        "When nobody hears anything, look at the addresses in the SDP of both sides: sound travels past the servers.",
    },
    rejected: {
      title: "The call was refused",
      text: "A final response refused the request.",
      advice: "Look at the code: it says how far the refusal reaches and what to do next.",
    },
    redirected: {
      title: "The call was sent elsewhere",
      text: "The response names other addresses, and this side did not follow them.",
      advice: "Call one of the addresses in the `Contact` header, or allow redirections to be followed.",
    },
    canceled: {
      title: "The call was cancelled",
      text: "The caller gave up before anybody answered.",
      advice:
        "Let it ring longer when somebody should have answered, and see in the ladder whether a phone rang at all.",
    },
    timeout: {
      title: "Nobody answered in time",
      text: "The request left, and no final response came before the time was up.",
      advice:
        "See in the ladder where the answers stop. Nothing at all points to a wrong address or a firewall, ringing without an end to a phone nobody picks up.",
    },
    unreachable: {
      title: "Nobody can be reached there",
      text: "The request could not be delivered: the name is unknown, or nothing listens at that address and port.",
      advice: "Check the address, the port and the transport, and whether the server runs. Nobody refused the call.",
    },
    failed: {
      title: "This side could not go on",
      text: "The call ended because of a fault on this side: its media, its settings or its program.",
      advice: "Read the text of the fault. Repeating the call without a change gives the same result.",
    },
    incomplete: {
      title: "The end is not known",
      text: "What was recorded ends before a final response.",
      advice: "Record for longer, or at a place that sees both directions.",
    },
  },
  decidedBy: {
    callee: "The phone or the user called decided this.",
    caller: "The caller decided this.",
    server: "A server on the way decided this: the phone called did not have to be asked.",
    network: "Nobody decided this: the way there is silent or broken.",
    local: "This side decided this by itself.",
  },
  who: "The one who decided calls itself {$who}.",
  retryAfter: "Try again after {$seconds} s: the response asks for it.",
  ended: {
    hungUpHere: "This side hung up.",
    hungUpThere: "The other side hung up.",
    noAck: "The `ACK` never arrived, so the call was ended after 32 s.",
    sessionTimer: "Nobody refreshed the session in time, so the call was ended.",
    failure: "A request within the call failed, and the call with it.",
    replaced: "Another call took its place.",
    media: "The sound of this side could not go on.",
  },
  progress: {
    calling: "Calling {$target}",
    ringing: "It rings ({$code} {$phrase})",
    earlyMedia: "Sound before the answer ({$code} {$phrase})",
    provisional: "In progress ({$code} {$phrase})",
    redirected: "Redirected ({$code} {$phrase}) to {$target}",
    answered: "Answered after {$seconds} s",
    hangingUp: "Hanging up",
    cancelling: "Cancelling",
    stopped: "Stopped before an answer came",
    realm:
      "The server asks for a name and password of the realm {$realm}, and none are given for it: say --user, --password and --realm",
    registering: "Registering {$target}",
    registered: "Registered for {$seconds} s",
    unregistered: "Registration removed",
    asking: "Asking {$target}",
    sending: "Sending to {$target}",
    delivered: "Taken ({$code} {$phrase})",
    transferring: "Transferring to {$target}",
    transferProgress: "The transfer goes on ({$code} {$phrase})",
    transferred: "Transferred ({$code} {$phrase})",
    subscribing: "Subscribing to {$target}",
    subscribed: "Subscribed for {$seconds} s",
    subscriptionEnded: "The subscription has ended: {$state}",
  },
  transfer: {
    noNotify: "The transfer was accepted, and no `NOTIFY` told how it went on.",
    subscriptionExpired: "The time to report on the transfer ran out before it had a result.",
    terminatedWithoutResult: "The reports on the transfer ended without a result.",
    peerGone: "The other side went away before it told how the transfer ended.",
  },
};
