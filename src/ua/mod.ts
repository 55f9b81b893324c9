/** The user agent: what a phone, a probe or an attendant is made of. */

export type { AnswerOptions, RedirectTarget, RejectOptions } from "./call/answers.ts";
export { Call, type CallHome, type InfoOptions } from "./call/call.ts";
export type { CallOptions, ForkAnswer, ForkPolicy, Progress } from "./call/call-options.ts";
export { type CallEnd, type CallEndCause, reasonOf } from "./call/end.ts";
export { IncomingCall } from "./call/incoming-call.ts";
export { OutgoingCall } from "./call/outgoing-call.ts";
export type { ChangeOptions } from "./call/own-changes.ts";
export { replacesValue } from "./call/replacement.ts";
export { Session } from "./call/session.ts";
export { ClientRequest, type ClientRequestUser, type RequestDraft } from "./client-request.ts";
export { AgentCore, type RequestHandler, type UserAgentHost, whenReady } from "./core.ts";
export { type Cancellable, Dispatch, type StrayTaker } from "./dispatch.ts";
export {
  DIALOG_INFO,
  type DialogInfo,
  type DialogInfoDocument,
  type DialogInfoState,
  type DialogParticipant,
  readDialogInfo,
  writeDialogInfo,
} from "./events/dialog-info.ts";
export {
  MESSAGE_SUMMARY,
  type MessageCount,
  type MessageSummary,
  readMessageSummary,
  writeMessageSummary,
} from "./events/message-summary.ts";
export {
  PIDF,
  PIDF_NAMESPACE,
  type PresenceDocument,
  type PresenceTuple,
  pidfOf,
  readPidf,
  writePidf,
} from "./events/pidf.ts";
export {
  type ContactEvent,
  type ContactInfo,
  REGINFO,
  type ReginfoDocument,
  type RegistrationInfo,
  readReginfo,
  writeReginfo,
} from "./events/reginfo.ts";
export { escapeXml, readXml, type XmlElement, type XmlLimits, xmlLimits } from "./events/xml.ts";
export { eventsOf, publish, serveEvent, subscribe, takeTransfers, transfer } from "./features.ts";
export { IncomingRequest, type ResponseOptions, type Usage } from "./incoming-request.ts";
export { directionOf, type MediaDirection, type MediaSession, SilentMedia } from "./media.ts";
export { EventService, type SubscribeHandler } from "./notifier/event-service.ts";
export { type AcceptSubscription, IncomingSubscription } from "./notifier/incoming-subscription.ts";
export { type EventState, type NotifierEnd, NotifierSubscription } from "./notifier/notifier-subscription.ts";
export {
  Operation,
  type OperationSpec,
  type OperationUser,
  type RedirectHandling,
  type Redirection,
} from "./operation.ts";
export {
  type Attempt,
  type Outcome,
  type OutcomeDecidedBy,
  type OutcomeKind,
  type OutcomeScope,
  outcomeOf,
  outcomeWithout,
} from "./outcome.ts";
export { type Contents, draftOutside, Identity, type RequestOptions } from "./outside.ts";
export { PhoneAgent } from "./phone-agent.ts";
export { Publication, type PublicationEnd, type PublicationState, type PublishOptions } from "./publication.ts";
export type {
  FurtherContact,
  RegisterOptions,
  RegistrationEnd,
  RegistrationState,
} from "./registration/register-options.ts";
export { Registration } from "./registration/registration.ts";
export {
  type AgentLimits,
  type RedirectPolicy,
  readTarget,
  type Settings,
  type UserAccount,
  type UserAgentSettings,
} from "./settings.ts";
export { Settled } from "./settled.ts";
export type { Notification } from "./subscription/notification.ts";
export type { SubscribeOptions, SubscriptionEnd, SubscriptionState } from "./subscription/subscribe-options.ts";
export { Subscription } from "./subscription/subscription.ts";
export { fromOctets, type Headers, headerLines, toOctets } from "./text.ts";
export { IncomingTransfer } from "./transfer/incoming-transfer.ts";
export { type ReferStatus, readSipfrag, writeSipfrag } from "./transfer/sipfrag.ts";
export type { TransferFault, TransferOptions, TransferOutcome } from "./transfer/transfer-options.ts";
export { TransferReport } from "./transfer/transfer-report.ts";
export type { TransferHandler } from "./transfer/transfers.ts";
export { UserAgent } from "./user-agent.ts";
export { requestWithin, type WithinOptions } from "./within.ts";
