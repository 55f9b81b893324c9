// A receptionist: answers each call, and connects it with a colleague. `--ask` calls the colleague first (attended
// transfer), and hangs up on nobody when the colleague is not there; without it the caller is sent there blindly.
//   node receptionist.ts sip:office@example.com PASSWORD sip:bob@example.com [--ask]
import { parseArgs } from "node:util";
import { type IncomingCall, openUserAgent } from "ringback";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { ask: { type: "boolean" } } });
const [uri = "", password = "", colleague = ""] = positionals;
const receptionist = await openUserAgent({ uri, account: { password } });
process.once("SIGINT", () => receptionist.close());

async function connect(caller: IncomingCall): Promise<void> {
  if ((await caller.answer()).kind !== "answered") return;
  const question = values.ask === true ? receptionist.call(colleague, { ringFor: 20 }) : null;
  if (question !== null && (await question.outcome).kind !== "answered") {
    console.log("the colleague is not there");
    return;
  }
  const { kind, code, fault } = await receptionist.transfer(caller, question ?? colleague);
  console.log("transfer:", kind, code, fault ?? "");
}

receptionist.onCall = connect;
console.log("register:", (await receptionist.register().outcome).kind);
