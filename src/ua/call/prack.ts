import { sequenceOf } from "../../dialog/mod.ts";
import type { Message } from "../../syntax/mod.ts";
import { whenReady } from "../core.ts";
import { requestWithin } from "../within.ts";
import type { Session } from "./session.ts";

/**
 * Acknowledges a reliable provisional response by PRACK (RFC 3262 §4, §5): with the answer when the response brought the offer.
 * @param rseq of the response, the next in order (see `ReliableOrder`)
 * @param sdp the description it carries; "" for none
 * @param failed called when the media cannot take its offer; a PRACK without an answer has left then
 */
export function acknowledgeReliable(
  session: Session,
  response: Message,
  rseq: number,
  sdp: string,
  failed: () => void,
): void {
  const { core, exchange } = session;
  const headers = `RAck: ${rseq} ${sequenceOf(response) ?? 0} INVITE\r\n`;
  const send = (body: string): void => {
    if (!session.alive) return;
    const contents = { contact: false, headers, contentType: "application/sdp", body };
    const user = { onOutcome: () => session.changed() };
    requestWithin(core, session.dialog, session, "PRACK", () => contents, user, { fallback: session.flow });
  };
  if (sdp !== "" && exchange.state === "localOffer") session.takeAnswer(sdp);
  if (sdp === "" || exchange.state !== "none" || !exchange.apply("receiveOffer", sdp)) {
    send("");
    return;
  }
  whenReady(
    () => session.media.answer(sdp),
    (answer) => {
      exchange.apply("sendAnswer", answer);
      send(answer);
    },
    (error) => {
      core.fault(error, session.dialog.callId);
      exchange.apply("rollback");
      send("");
      failed();
    },
  );
}
