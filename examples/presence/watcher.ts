// Tells who is there: subscribes to somebody's presence and prints each change until it is stopped.
//   node watcher.ts sip:alice@example.com PASSWORD sip:bob@example.com
import { openUserAgent, readPidf } from "ringback";

const [uri = "", password = "", watched = ""] = process.argv.slice(2);
const watcher = await openUserAgent({ uri, account: { password } });
process.once("SIGINT", () => watcher.close());
const subscription = watcher.subscribe(watched, "presence");
for await (const { state, reason, body } of subscription) {
  const tuples = readPidf(body)?.tuples ?? [];
  const isThere = tuples.some(({ basic }) => basic === "open");
  const note = tuples.find((tuple) => typeof tuple.note === "string")?.note ?? "";
  console.log(watched, state === "terminated" ? `ended: ${reason}` : isThere ? "is there" : "is away", note);
}
console.log("ended:", (await subscription.ended).text);
