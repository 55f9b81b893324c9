import assert from "node:assert/strict";
import { test } from "node:test";
import { InstanceNames } from "../../src/browser/instance-names.ts";

const URI = "sip:alice@example.com";

/** The storage of a tab, and that of its duplicate. */
function tab(entries = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return { opens: (uri = URI) => new InstanceNames(uri, () => storage), duplicate: () => tab(new Map(entries)) };
}

test("a page that is loaded again has the name of the one before", () => {
  const alices = tab();
  const first = alices.opens();
  const name = first.take();
  assert.match(name, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(first.take(), name);
  first.giveBack();
  first.giveBack();
  assert.equal(alices.opens().take(), name);
});

test("no two pages have one name: a duplicated tab, a second agent of the user, another user", () => {
  const alices = tab();
  const [first, second] = [alices.opens(), alices.opens()];
  const names = [first.take(), second.take(), alices.duplicate().opens().take(), alices.opens("sip:bob@a.b").take()];
  assert.equal(new Set(names).size, 4);
});

test("a page that is denied its storage has a name all the same", () => {
  const denied = new InstanceNames(URI, () => {
    throw new Error("denied");
  });
  assert.match(denied.take(), /^urn:uuid:/);
  denied.giveBack();
});
