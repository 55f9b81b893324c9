import { Dialog } from "../../dialog/mod.ts";
import { Header } from "../../syntax/mod.ts";
import { isSecure } from "../../transport/mod.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { namesOption } from "../option-tags.ts";
import type { Call, CallHome } from "./call.ts";
import { descriptionOf } from "./description.ts";
import { IncomingCall } from "./incoming-call.ts";
import { replacementOf } from "./replacement.ts";
import { Session } from "./session.ts";
import { SessionTimer } from "./session-timer.ts";

/** What the agent knows of its calls. */
export interface CallRegister extends CallHome {
  /** True when there is no room for another call. */
  readonly full: boolean;
  callOf(session: Session): Call | null;
}

/**
 * Makes a call of an INVITE outside dialogs, or answers it: 400 without a usable Contact, 415 for a body that is no SDP, 421
 * when reliable provisionals are insisted on, 422, 481 and 486 of Replaces (RFC 3891 §3), 486 when there is no room.
 */
export function takeCall(register: CallRegister, request: IncomingRequest): IncomingCall | null {
  const { core } = register;
  const { message } = request;
  const refuse = (status: number, lines = ""): null => {
    request.send(status, lines);
    return null;
  };
  if (descriptionOf(message) === null) return refuse(415, "Accept: application/sdp\r\n");
  if (core.settings.reliableProvisionals === "require" && !supportsReliable(request))
    return refuse(421, "Require: 100rel\r\n");
  const minSe = new SessionTimer(core, { refresh: () => {}, expire: () => {} }).refusal(message);
  if (minSe !== null) return refuse(422, minSe);
  const replacement = replacementOf(message, core.dialogs);
  if (replacement !== null && "status" in replacement) return refuse(replacement.status);
  if (register.full || core.dialogs.full) return refuse(486);
  const dialog = Dialog.ofRequest<Usage>(message, request.localTag, isSecure(request.flow.protocol));
  if (dialog === null)
    return refuse(400, `Warning: 399 ${request.flow.listener.sentBy} "no usable Contact or Record-Route"\r\n`);
  const media = register.newMedia(); // the application's, and it may throw: nothing is kept before
  core.dialogs.add(dialog); // there is room, and the tag is new
  const replaced = replacement === null ? null : register.callOf(replacement.session);
  return new IncomingCall(
    register,
    request,
    media,
    (call) => new Session(core, dialog, call, media, request.flow),
    replaced,
  );
}

function supportsReliable({ message }: IncomingRequest): boolean {
  return namesOption(message, Header.Supported, "100rel") || namesOption(message, Header.Require, "100rel");
}
