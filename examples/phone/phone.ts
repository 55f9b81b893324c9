// A SIP phone: answers whoever calls and plays back what it hears. With a third word it calls somebody itself.
//   node phone.ts sip:alice@example.com PASSWORD [sip:bob@example.com]
import { openUserAgent } from "ringback";

const [uri = "", password = "", callee] = process.argv.slice(2);
const phone = await openUserAgent({ uri, account: { password }, sound: "echo" });
process.once("SIGINT", () => phone.close());
phone.onCall = (call) => call.answer();
console.log("register:", (await phone.register().outcome).kind);
if (callee !== undefined) {
  const call = phone.call(callee, { onProgress: ({ code, phrase }) => console.log(code, phrase) });
  const { kind, code, scope, text } = await call.outcome;
  console.log("call:", kind, code, scope, text);
}
