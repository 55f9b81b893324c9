import type { Dialog } from "../dialog/mod.ts";
import { parseSipUri } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";
import type { AgentCore } from "./core.ts";
import type { Usage } from "./incoming-request.ts";
import { Operation, type OperationUser } from "./operation.ts";
import type { Contents } from "./outside.ts";

export interface WithinOptions {
  readonly signal?: AbortSignal | undefined;
  /** The way the dialog's first message took, for a remote target that cannot be located (a browser's Contact). */
  readonly fallback?: Flow | null;
  readonly retries?: number;
}

/**
 * Sends a request within a dialog, credentials and other servers of the next hop included, and lets a failure take down what
 * RFC 5057 says before `user` hears of it. `usage` is the one the request belongs to, null for those that belong to none.
 */
export function requestWithin(
  core: AgentCore,
  dialog: Dialog<Usage>,
  usage: Usage | null,
  method: string,
  contents: () => Contents,
  user: OperationUser,
  options: WithinOptions = {},
): Operation {
  const target = parseSipUri(dialog.remoteTarget) ?? core.settings.aor;
  const operation = new Operation(
    core,
    {
      method,
      target,
      draft: (_target, credentials) => {
        const { headers, ...rest } = contents();
        return { ...dialog.draft(method), ...rest, headers: credentials + headers };
      },
      redirects: null,
      retries: options.retries ?? 0,
      signal: options.signal,
      fallback: options.fallback ?? null,
    },
    {
      ...(user.onProvisional && { onProvisional: user.onProvisional.bind(user) }),
      ...(user.onSuccess && { onSuccess: user.onSuccess.bind(user) }),
      ...(user.repair && { repair: user.repair.bind(user) }),
      onOutcome: (outcome) => {
        const { kind, code } = outcome;
        if (kind === "timeout" && code === null) dialog.fail("silence", usage);
        else if (code !== null && code >= 300 && kind !== "canceled") dialog.fail(code, usage);
        user.onOutcome(outcome);
      },
    },
  );
  operation.start();
  return operation;
}
