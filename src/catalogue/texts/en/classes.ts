import type { Texts } from "../texts.ts";

export const classes = {
  "1xx": {
    name: "Provisional",
    says: "1xx responses report progress: nothing is decided, and a final response follows.",
    text: "A provisional response tells the caller that somebody works on the request. It stops the retransmission of an `INVITE` over UDP and, with a `To` tag, opens an early dialog. It gets no `ACK` and is lost without a trace unless `100rel` protects it with `PRACK`. Only an `INVITE` gets other provisional responses than 100.",
  },
  "2xx": {
    name: "Success",
    says: "2xx responses say that the request succeeded: a call is answered, a registration stands, a subscription is accepted.",
    text: "A 2xx to an `INVITE` is the answer, and the calling user agent must send `ACK` for each one, end to end. Until the `ACK` comes the phone repeats its 2xx for 32 s and then ends the call with `BYE`. A forked call can bring several, one from each phone that answered.",
  },
  "3xx": {
    name: "Redirection",
    says: "3xx responses name other addresses: the caller, or a proxy in its place, tries the ones in `Contact`.",
    text: "A redirection ends this request without refusing the call. Each `Contact` is an address to try, the highest `q` first and each one only once. A server that follows redirections for its callers pays for the new calls, so it should limit where they may lead.",
  },
  "4xx": {
    name: "Request failure",
    says: "4xx responses refuse this request at this server: change it or go elsewhere before you send it again.",
    text: "A 4xx says that this server or phone does not carry out this request as it is. The same request may succeed at another server, so a forking proxy keeps ringing the other phones. Some ask for a change: credentials for 401 and 407, a longer interval for 423, another codec for 488.",
  },
  "5xx": {
    name: "Server failure",
    says: "5xx responses say that a server failed at a request that may be right: another server may carry it out.",
    text: "A 5xx is a fault of a server and not of the request. A forking proxy sends it to the caller only when no branch brought anything better. A 503 makes a client turn to the next address of the server by DNS, and a proxy does not pass it on but sends 500.",
  },
  "6xx": {
    name: "Global failure",
    says: "6xx responses refuse for the user everywhere: no other phone and no other server will say more.",
    text: "A 6xx speaks for every address of the user. A forking proxy opens no further branch, cancels the phones that still ring and sends the 6xx once they have ended. Only a 2xx that is already on its way beats it. A single phone rarely knows enough to send one.",
  },
} as const satisfies Texts["classes"];
