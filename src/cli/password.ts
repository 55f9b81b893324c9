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
  const password = checked(await typed(`Password for ${who}: `));
  if ((await typed("Once more: ")) !== password) throw new Failure(1, "the two passwords differ; nothing was changed");
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

/** One line from the terminal in raw mode, so that nothing of it is echoed. */
function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.resume();
  return new Promise((resolve, reject) => {
    let line: string[] = [];
    const end = (settle: () => void): void => {
      stdin.off("data", onData);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write("\n");
      settle();
    };
    const onData = (part: string): void => {
      for (const key of part) {
        const isGivenUp = key === CTRL_C || (key === CTRL_D && line.length === 0);
        if (isGivenUp || key === "\r" || key === "\n") {
          end(() => (isGivenUp ? reject(new Failure(1, "given up; nothing was changed")) : resolve(line.join(""))));
          return;
        }
        if (BACKSPACES.includes(key)) line = line.slice(0, -1);
        else if (key >= " ") line.push(key);
      }
    };
    stdin.on("data", onData);
  });
}
