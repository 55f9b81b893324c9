import type { Message } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";

/**
 * Users that live at this server instead of registering with it: dial-a-code, announcements. The server asks only where no
 * phone is registered under the name, and hands over what has been admitted; dialogs they have made are theirs at once.
 */
export interface Residents {
  /** True for a user part that is one of them. */
  serves(user: string): boolean;
  /** Where a request for `user` is forked to: URIs, parallel within a group, group after group; null when it is answered here. */
  targets(user: string): readonly (readonly string[])[] | null;
  /** True for a request (an ACK too) in a dialog of theirs: Call-ID and both tags, which nobody can guess. */
  owns(request: Message): boolean;
  onRequest(request: Message, flow: Flow): void;
}
