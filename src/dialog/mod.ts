/** Dialogs (RFC 3261 §12), the sets a fork makes of them, route sets, and the offer/answer state within them. */

export { Dialog, type DialogDraft, type DialogEnd, type DialogState, type DialogUsage, sequenceOf } from "./dialog.ts";
export { DialogSet, DialogTable } from "./dialog-set.ts";
export { collision, glareDelay, type Pending, prematureDelay } from "./glare.ts";
export { OfferAnswer, type OfferAnswerEvent, type OfferAnswerState, offerAnswerTable } from "./offer-answer.ts";
export { type Course, RouteSet } from "./route-set.ts";
