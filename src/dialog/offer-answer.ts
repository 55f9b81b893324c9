/** Where an exchange of session descriptions stands (RFC 3264 §4, RFC 6337 §2). */
export type OfferAnswerState = "none" | "localOffer" | "remoteOffer" | "stable";

export type OfferAnswerEvent = "sendOffer" | "receiveOffer" | "sendAnswer" | "receiveAnswer" | "rollback";

type Row = { readonly [E in OfferAnswerEvent]: OfferAnswerState | "before" | null };

/** `null`: the rules forbid it. `before`: back to where the exchange began. */
export const offerAnswerTable: { readonly [S in OfferAnswerState]: Row } = {
  none: { sendOffer: "localOffer", receiveOffer: "remoteOffer", sendAnswer: null, receiveAnswer: null, rollback: null },
  localOffer: { sendOffer: null, receiveOffer: null, sendAnswer: null, receiveAnswer: "stable", rollback: "before" },
  remoteOffer: { sendOffer: null, receiveOffer: null, sendAnswer: "stable", receiveAnswer: null, rollback: "before" },
  stable: {
    sendOffer: "localOffer",
    receiveOffer: "remoteOffer",
    sendAnswer: null,
    receiveAnswer: null,
    rollback: null,
  },
};

/** The offer/answer state of one dialog: which descriptions are in force, and whose turn it is. */
export class OfferAnswer {
  state: OfferAnswerState = "none";
  /** The descriptions in force; "" before the first exchange. */
  local = "";
  remote = "";
  private offer = "";

  /** True when a new offer may be sent or received. */
  get idle(): boolean {
    return this.state === "none" || this.state === "stable";
  }

  /** Carries out an event; false, and nothing changes, when the rules forbid it in this state. */
  apply(event: OfferAnswerEvent, description = ""): boolean {
    const to = offerAnswerTable[this.state][event];
    if (to === null) return false;
    if (event === "sendOffer" || event === "receiveOffer") this.offer = description;
    else if (event === "sendAnswer") {
      this.local = description;
      this.remote = this.offer;
    } else if (event === "receiveAnswer") {
      this.local = this.offer;
      this.remote = description;
    }
    // RFC 6337 §3.4: a rejected offer leaves the session as it was.
    this.state = to === "before" ? (this.local === "" ? "none" : "stable") : to;
    if (this.idle) this.offer = "";
    return true;
  }

  /**
   * A copy of the state with an offer under way, for the next dialog that a fork of the same INVITE makes: each one answers
   * for itself (RFC 3261 §13.2.2.4).
   */
  static withOffer(description: string): OfferAnswer {
    const exchange = new OfferAnswer();
    exchange.apply("sendOffer", description);
    return exchange;
  }
}
