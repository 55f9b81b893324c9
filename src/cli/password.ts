import { Failure } from "./command.ts";

/** Longer than any password a phone lets a person type. */
const MAX_LENGTH = 1024;

const CTRL_C = "\x03";
const CTRL_D = "\x04";
const BACKSPACES = ["\x7f", "\b"];

/** A password from the terminal, typed twice and not shown; from a pipe, its first line. */
export async function askPassword(who: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) return checked(await firstLine(stdin));
  const [password = "", again] = await typed([`Password for ${who}: `, "Once more: "]);
  if (checked(password) !== again) throw new Failure(1, "the two passwords differ; nothing was changed");
  return password;
}

function checked(password: string): string {
  if (password === "") throw new Failure(2, "the password is empty");
  if (password.length > MAX_LENGTH) throw new Failure(2, `a password has at most ${MAX_LENGTH} characters`);
  return password;
}

async function firstLine(stdin: NodeJS.ReadStream): Promise<string> {
  let text = "";
  stdin.setEncoding("utf8");
  for await (const part of stdin) {
    text += part;
    if (text.includes("\n") || text.length > MAX_LENGTH + 2) break;
  }
  return (text.split("\n", 1)[0] ?? "").replace(/\r$/, "");
}

/** One line from the terminal per prompt, in raw mode from before the first, so that nothing is ever echoed. */
function typed(prompts: readonly string[]): Promise<string[]> {
  const { stdin, stderr } = process;
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stderr.write(prompts[0] ?? "");
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    let line: string[] = [];
    const end = (settle: () => void): void => {
      stdin.off("data", onData);
      stdin.setRawMode(false);
      stdin.pause();
      settle();
    };
    const onKey = (key: string): void => {
      if (key === CTRL_C || (key === CTRL_D && line.length === 0)) {
        stderr.write("\n");
        end(() => reject(new Failure(1, "given up; nothing was changed")));
      } else if (key === "\r" || key === "\n") {
        lines.push(line.join(""));
        line = [];
        stderr.write(`\n${prompts[lines.length] ?? ""}`);
        if (lines.length === prompts.length) end(() => resolve(lines));
      } else if (BACKSPACES.includes(key)) line = line.slice(0, -1);
      else if (key >= " ") line.push(key);
    };
    const onData = (part: string): void => {
      for (const key of part) if (lines.length < prompts.length) onKey(key);
    };
    stdin.on("data", onData);
    stdin.resume();
  });
}
