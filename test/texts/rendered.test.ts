/** The check for finished pages, on pages made up for it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkRendered } from "../../scripts/texts/rendered.ts";

test("a page as it should be", () => {
  const page = `<!doctype html><html lang="en"><head><title>486 Busy Here</title><style>a::before{content:"..."}</style>
    <meta name="description" content="486 says that this phone is busy."></head><body><h1>486 Busy Here</h1>
    <p>This phone is busy. A <a href="/proxy">proxy</a> sends <code>...\`ACK\`</code> to it.</p><p>It rings. It ends. <a href="/603">603</a></p><ul><li>One more</li></ul>
    <h2><span>409 Conflict</span> <span>Conflict, an obsolete code</span></h2><p>Held by the test <span>test/a.test.ts</span>.</p>
    <pre>SIP/2.0 486 undefined {$x}</pre><table><tr><td>Busy</td><td>busy</td></tr></table></body></html>`;
  assert.deepEqual(checkRendered(page, "en"), []);
  assert.deepEqual(checkRendered("<p>这台手机占线。代理继续呼叫。</p>", "zh"), []);
  const terminal = `486 Busy Here                 4xx
  This phone is busy. A proxy rings
  the others.

  If you made the call   Call again later. Do not
                         redial.
  1. The phone is in a call. Call
     waiting is off.
  2. The other one.
  compare 486 603        603 Decline
  compare 486 600        600 Busy Everywhere
`;
  assert.deepEqual(checkRendered(terminal, "en"), []);
});

test("what must not be on it", () => {
  const rows: readonly [rendered: string, finding: RegExp][] = [
    ["<p>The code {$code} is busy.</p>", /^an unfilled placeholder: /],
    ["<p>The code undefined is busy.</p>", /^a value that is none: /],
    ["<p>It is [object Promise] and so on.</p>", /^a value that is none: /],
    ["<p>It sends `ACK` here.</p>", /^a backtick: /],
    ["<p>It sends the the answer.</p>", /^"the" twice in a row: /],
    ["<p>It sends <b>the</b> the answer.</p>", /^"the" twice in a row: /],
    ["<p>It sends and then…</p>", /^an ellipsis: /],
    ["<p>It sends and then... It ends.</p>", /^an ellipsis: /],
    ["<p>It sends. It ends..</p>", /^two full stops: /],
    ["<p>It sends. And then it</p>", /^does not end: /],
    ["<p>It sends. And then it sends 603</p>", /^does not end: /],
    ["<p>代理发送。然后结束</p>", /^does not end: /],
    ["<p>代理的的发送。</p>", /^"的" twice in a row: /],
    ['<meta content="It sends the the answer.">', /^"the" twice in a row: /],
    ["It sends. And then it\n\nIt ends.", /^does not end: /],
    ["  1. It sends. It sends the\n     the answer.", /^"the" twice in a row: /],
    ["  1. It sends. And then\n  2. It ends.", /^does not end: /],
    ["It sends the\nthe answer.", /^"the" twice in a row: /],
    ["<p>It&#32;sends&nbsp;the the answer.</p>", /^"the" twice in a row: /],
    ["<p>A code \u2068486\u2069 is busy.</p>", /^a direction isolate: /],
  ];
  for (const [rendered, finding] of rows) {
    const found = checkRendered(rendered, /\p{Script=Han}/u.test(rendered) ? "zh" : "en");
    assert.equal(found.length, 1, `${rendered}: ${found.join(" | ")}`);
    assert.match(found[0] ?? "", finding);
  }
  assert.deepEqual(checkRendered("<p>Vous vous trompez.</p>", "fr", ["vous vous"]), []);
});
