import { own } from "../../kernel/mod.ts";
import { Binding, type Interned } from "../../server/mod.ts";
import { unescaped } from "../../syntax/mod.ts";
import type { Protocol } from "../../transport/mod.ts";

const FIELDS = 20;
const REFRESH_FIELDS = 5;

/**
 * A binding as one line of text, fields separated by tabs. Its texts hold no control characters (the registrar sees to
 * that) but for the key of the address of record, in which `%0A` of a URI is a line feed.
 */
export function writeBinding(binding: Binding): string {
  return `${binding.id}\t${binding.expiresAt}\t${escapeControls(binding.addressOfRecord)}\t${binding.contact}\t${binding.params}\t${binding.q}\t${binding.registeredAt}\t${binding.callId}\t${binding.cseq}\t${binding.path}\t${binding.instance}\t${binding.regId}\t${binding.protocol}\t${binding.remoteHost}\t${binding.remotePort}\t${binding.local}\t${binding.flowId}\t${binding.overFlow ? 1 : 0}\t${binding.userAgent}\t${binding.mark}`;
}

/** What a mere refresh changed of a binding that was written before, a quarter as long (`Binding.isRefresh`). */
export function writeRefresh(binding: Binding): string {
  return `${binding.id}\t${binding.expiresAt}\t${binding.registeredAt}\t${binding.cseq}\t${binding.mark}`;
}

/** Puts what `writeRefresh` wrote into the binding it is about. False when the line is none that `writeRefresh` made. */
export function readRefresh(line: string, binding: Binding): boolean {
  const fields = line.split("\t").map(Number);
  if (fields.length !== REFRESH_FIELDS || !fields.every(Number.isInteger)) return false;
  [, binding.expiresAt, binding.registeredAt, binding.cseq, binding.mark] = fields as [
    number,
    number,
    number,
    number,
    number,
  ];
  return true;
}

/** Null when the line is none that `writeBinding` made. */
export function readBinding(line: string, interned: Interned): Binding | null {
  const fields = line.split("\t");
  if (fields.length !== FIELDS) return null;
  const text = (index: number) => fields[index] as string;
  const number = (index: number) => Number(fields[index]);
  for (const index of [0, 1, 5, 6, 8, 11, 14, 16, 19]) if (!Number.isInteger(number(index))) return null;
  return new Binding({
    id: number(0),
    expiresAt: number(1),
    addressOfRecord: own(unescaped(text(2))),
    contact: own(text(3)),
    params: interned.of(text(4)),
    q: number(5),
    registeredAt: number(6),
    callId: own(text(7)),
    cseq: number(8),
    path: interned.of(text(9)),
    instance: own(text(10)),
    regId: number(11),
    protocol: interned.of(text(12)) as Protocol,
    remoteHost: interned.of(text(13)),
    remotePort: number(14),
    local: interned.of(text(15)),
    flowId: number(16),
    overFlow: text(17) === "1",
    userAgent: interned.of(text(18)),
    mark: number(19),
  });
}

function escapeControls(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 37) {
      return text.replace(/[\x00-\x1f%]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, "0")}`);
    }
  }
  return text;
}
