import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type DialogInfoDocument,
  type PresenceDocument,
  type ReginfoDocument,
  readDialogInfo,
  readMessageSummary,
  readPidf,
  readReginfo,
  readXml,
  toOctets,
  writeDialogInfo,
  writeMessageSummary,
  writePidf,
  writeReginfo,
} from "../../src/ua/mod.ts";

const NASTY = toOctets(`<&>"' ]]> Zoë \u{1f4de}`);

describe("event bodies", () => {
  test("what is written is read back, whatever the texts hold", () => {
    const presence: PresenceDocument = {
      entity: "sip:bob@example.com",
      tuples: [
        { id: "t1", basic: "open", contact: `sip:${NASTY}`, note: null },
        { id: "t2", basic: null, contact: null, note: NASTY },
      ],
      note: NASTY,
    };
    assert.deepEqual(readPidf(writePidf(presence)), presence);
    const participant = { identity: "sip:a@b", display: NASTY, target: "sip:a@1.2.3.4" };
    const ids = { callId: NASTY, localTag: "l", remoteTag: null };
    const dialogs: DialogInfoDocument = {
      ...{ version: 3, state: "full", entity: "sip:bob@example.com" },
      dialogs: [
        {
          id: "1",
          state: "terminated",
          event: "rejected",
          code: 486,
          ...ids,
          direction: "recipient",
          local: null,
          remote: participant,
        },
      ],
    };
    assert.deepEqual(readDialogInfo(writeDialogInfo(dialogs)), dialogs);
    const contact = {
      id: "c",
      uri: "sip:a@b",
      state: "active",
      event: "registered",
      expires: 60,
      registeredFor: 1,
      q: "0.5",
      callId: NASTY,
      cseq: 7,
    } as const;
    const reginfo: ReginfoDocument = {
      ...{ version: 0, state: "full" },
      registrations: [{ aor: "sip:bob@example.com", id: "r", state: "active", contacts: [contact] }],
    };
    assert.deepEqual(readReginfo(writeReginfo(reginfo)), reginfo);
    const summary = {
      waiting: true,
      account: "sip:bob@example.com",
      counts: { "Voice-Message": { new: 1, old: 3, urgentNew: 0, urgentOld: 1 } },
    };
    assert.deepEqual(readMessageSummary(writeMessageSummary(summary)), summary);
  });

  test("a message summary is read in the spelling of others, and too many messages are as many as can be told", () => {
    assert.deepEqual(
      readMessageSummary("messages-waiting:yes\nVoice-message : 99999999999999/0\nFax-Message: 2/ 4\n\nSubject: x"),
      {
        waiting: true,
        account: null,
        counts: { "Fax-Message": { new: 2, old: 4 } },
      },
    );
    assert.equal(readMessageSummary("Voice-Message: 1/0\r\n"), null);
    assert.throws(() => writeMessageSummary({ waiting: true, counts: { "a\r\nb": { new: 0, old: 0 } } }), RangeError);
  });

  test("prefixes are resolved, comments and CDATA understood", () => {
    const body = `\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><!-- x --><p:presence xmlns:p="urn:ietf:params:xml:ns:pidf" entity='sip:a@b'>
      <p:tuple id="1"><p:status ><p:basic><![CDATA[open]]></p:basic></p:status></p:tuple ><other/></p:presence><!-- y -->`;
    assert.deepEqual(readPidf(body)?.tuples, [{ id: "1", basic: "open", contact: null, note: null }]);
  });

  const hostile = [
    "<a>&valueOf;</a>",
    "", "x", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b='1' b='2'/>", "<a b=1/>", "<a b='<'/>", "<a b='1'c='2'/>", "<p:a/>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xd800;</a>", "<a>&#x110000;</a>", "<a>\0</a>",
    "<?xml version='1.0' encoding='UTF-16'?><a/>", "<?xml version='1.0'", "<!-- <a/>", "<a><![CDATA[</a>", "<a:b:c/>", "<1/>",
    `${"<a>".repeat(30)}${"</a>".repeat(30)}`, `<a>${"<b/>".repeat(1001)}</a>`, `<a>${" ".repeat(70_000)}</a>`,
    `<a ${Array.from({ length: 40 }, (_, i) => `b${i}=''`).join(" ")}/>`,
  ]; // biome-ignore format: a table
  for (const [i, text] of hostile.entries())
    test(`unreadable ${i}: ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(readXml(text), null));
});
