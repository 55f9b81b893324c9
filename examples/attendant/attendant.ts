// An attendant that says nothing: in office hours it sends callers to the desk, else to who is on duty (302), and the
// caller's own phone goes there.
//   node attendant.ts sip:office@example.com PASSWORD --desk sip:desk@example.com --duty sip:carol@example.com --open 9-17
import { parseArgs } from "node:util";
import { openUserAgent } from "ringback";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    desk: { type: "string", default: "" },
    duty: { type: "string", default: "" },
    open: { type: "string", default: "9-17" },
  },
});
const [uri = "", password = ""] = positionals;
const [from = 0, to = 24] = values.open.split("-").map(Number);

const attendant = await openUserAgent({ uri, account: { password } });
process.once("SIGINT", () => attendant.close());
attendant.onCall = (call) => {
  const hour = new Date().getHours();
  const isOpen = hour >= from && hour < to;
  // The desk first; phones that get no answer there try who is on duty.
  call.redirect(isOpen ? [{ uri: values.desk }, { uri: values.duty, q: 0.5 }] : values.duty);
  console.log(`${call.from?.uri} sent to ${isOpen ? "the desk" : "who is on duty"}`);
};
console.log("register:", (await attendant.register().outcome).kind);
