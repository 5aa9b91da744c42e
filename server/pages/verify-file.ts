// SPDX-License-Identifier: AGPL-3.0-or-later
// A file looked at where it is: only its hash and the code printed in it leave this machine.

/** A state of the document that the register knows: its size in bytes and its SHA-256. */
export interface RegisteredState {
  readonly sha256: string;
  readonly bytes: number;
  readonly is: string;
}

/** How a file that is not in the register differs from those that are. */
export type Difference = 'appended' | 'ended-otherwise' | 'cut' | 'changed';

/** SHA-256, hexadecimal. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The code that one of our documents carries in its metadata; '' in any other file. */
export function codeIn(bytes: Uint8Array): string {
  return /urn:patto:([A-Za-z0-9-]{1,64})/.exec(new TextDecoder('latin1').decode(bytes))?.[1] ?? '';
}

/**
 * The last registered state that stands whole at the beginning of the file, and what comes after: something more than
 * the newest one, or another ending. Without any, the file is shorter than the first, or its bytes are others.
 */
export async function differenceOf(
  bytes: Uint8Array<ArrayBuffer>,
  states: readonly RegisteredState[],
): Promise<Difference> {
  let last = -1;
  for (const [at, state] of states.entries()) {
    if (bytes.length < state.bytes) break;
    if ((await hashOf(bytes.slice(0, state.bytes))) !== state.sha256) break;
    last = at;
  }
  if (last === states.length - 1 && last >= 0) return 'appended';
  if (last >= 0) return 'ended-otherwise';
  return bytes.length < (states[0]?.bytes ?? 0) ? 'cut' : 'changed';
}
