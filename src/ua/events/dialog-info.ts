import { attribute, childOf, childrenOf, escapeXml, readXml, type XmlElement } from "./xml.ts";

export const DIALOG_INFO = "application/dialog-info+xml";
const NAMESPACE = "urn:ietf:params:xml:ns:dialog-info";

export type DialogInfoState = "trying" | "proceeding" | "early" | "confirmed" | "terminated";
const states: readonly DialogInfoState[] = ["trying", "proceeding", "early", "confirmed", "terminated"];

/** One end of a dialog (RFC 4235 §4.1.6). */
export interface DialogParticipant {
  /** URI. */
  readonly identity: string | null;
  readonly display?: string | null;
  /** URI of the device. */
  readonly target?: string | null;
}

/** One dialog of the observed user (RFC 4235 §4.1.1); what is not known or not to be told is null. */
export interface DialogInfo {
  readonly id: string;
  readonly state: DialogInfoState;
  /** What ended it: `cancelled`, `rejected`, `replaced`, `local-bye`, `remote-bye`, `error`, `timeout`. */
  readonly event?: string | null;
  readonly code?: number | null;
  readonly callId?: string | null;
  readonly localTag?: string | null;
  readonly remoteTag?: string | null;
  readonly direction?: "initiator" | "recipient" | null;
  readonly local?: DialogParticipant | null;
  readonly remote?: DialogParticipant | null;
}

export interface DialogInfoDocument {
  readonly version: number;
  readonly state: "full" | "partial";
  /** URI of the observed user. */
  readonly entity: string;
  readonly dialogs: readonly DialogInfo[];
}

/** The document as text. */
export function writeDialogInfo({ version, state, entity, dialogs }: DialogInfoDocument): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<dialog-info xmlns="${NAMESPACE}"` +
    `${attribute("version", version)}${attribute("state", state)}${attribute("entity", entity)}>\r\n` +
    `${dialogs.map(writeDialog).join("")}</dialog-info>\r\n`
  );
}

function writeDialog(dialog: DialogInfo): string {
  const { id, state, event, code, callId, localTag, remoteTag, direction, local, remote } = dialog;
  const ids = attribute("call-id", callId) + attribute("local-tag", localTag) + attribute("remote-tag", remoteTag);
  return (
    `<dialog${attribute("id", id)}${ids}${attribute("direction", direction)}>` +
    `<state${attribute("event", event)}${attribute("code", code)}>${state}</state>` +
    `${participant("local", local)}${participant("remote", remote)}</dialog>\r\n`
  );
}

function participant(name: string, end: DialogParticipant | null | undefined): string {
  if (end === null || end === undefined) return "";
  const { identity, display, target } = end;
  const who = identity === null ? "" : `<identity${attribute("display", display)}>${escapeXml(identity)}</identity>`;
  return `<${name}>${who}${target ? `<target${attribute("uri", target)}/>` : ""}</${name}>`;
}

/** Reads such a document; null when it is none. Dialogs in a state that the RFC does not know are left out. */
export function readDialogInfo(body: string): DialogInfoDocument | null {
  const root = readXml(body);
  if (root === null || root.local !== "dialog-info" || root.namespace !== NAMESPACE) return null;
  const version = Number(root.attributes.get("version") ?? Number.NaN);
  const state = root.attributes.get("state");
  if (!Number.isInteger(version) || (state !== "full" && state !== "partial")) return null;
  const dialogs = childrenOf(root, "dialog").flatMap((each) => readDialog(each) ?? []);
  return { version, state, entity: root.attributes.get("entity") ?? "", dialogs };
}

function readDialog(element: XmlElement): DialogInfo | null {
  const stated = childOf(element, "state");
  const state = states.find((each) => each === stated?.text);
  const id = element.attributes.get("id");
  if (stated === null || state === undefined || id === undefined) return null;
  const code = Number(stated.attributes.get("code") ?? Number.NaN);
  const direction = element.attributes.get("direction");
  return {
    id,
    state,
    event: stated.attributes.get("event") ?? null,
    code: Number.isInteger(code) ? code : null,
    callId: element.attributes.get("call-id") ?? null,
    localTag: element.attributes.get("local-tag") ?? null,
    remoteTag: element.attributes.get("remote-tag") ?? null,
    direction: direction === "initiator" || direction === "recipient" ? direction : null,
    local: readParticipant(childOf(element, "local")),
    remote: readParticipant(childOf(element, "remote")),
  };
}

function readParticipant(element: XmlElement | null): DialogParticipant | null {
  if (element === null) return null;
  const identity = childOf(element, "identity");
  return {
    identity: identity?.text ?? null,
    display: identity?.attributes.get("display") ?? null,
    target: childOf(element, "target")?.attributes.get("uri") ?? null,
  };
}
