// SPDX-License-Identifier: AGPL-3.0-or-later
// argon2id, 64 MiB, three passes; never more than two at once, so that sign-ins cannot exhaust the memory.
import { hash, verify } from '@node-rs/argon2';
import { refuse, type Refusal } from './problems.ts';

const cost = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;
const shortest = 12;
const longest = 128;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The hash to keep, with its own salt and parameters in it. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), cost));

let nobody: Promise<string> | undefined;

/** Whether the password fits; without a hash it takes as long and says no. */
export async function passwordFits(kept: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = kept ?? (await nobody);
  const fits = await inTurn(() =>
    verify(against, password.slice(0, 1000).normalize('NFC')).catch(() => false),
  );
  return fits && kept !== undefined;
}

const usual =
  /^(.)\1*$|^(.{1,4})\2+$|password|qwerty|123456789|abcdefgh|iloveyou|letmein|benvenut|comune2|ambito2/i;

/** Why a new password is not accepted; `about` are texts that it must not repeat (name, address). */
export function passwordProblem(password: string, about: readonly string[]): Refusal | undefined {
  const length = [...password].length;
  if (length < shortest) return refuse('password-short', { limit: shortest });
  if (length > longest) return refuse('password-long', { limit: longest });
  const lower = password.toLowerCase();
  const words = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter((word) => word.length > 3);
  const left = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  return usual.test(lower) || left.length < 8 ? refuse('password-common') : undefined;
}
