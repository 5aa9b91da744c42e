// SPDX-License-Identifier: AGPL-3.0-or-later
// What a file says of itself, computed on this device by the checker that the server and the command line use.
import type { Problem } from '../../runtime/problem.ts';

/** A reason as a person reads it. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}
/** A signature of the file: what it is, when it was made, what it proves; nobody's name. */
export interface Line {
  readonly what: string;
  readonly at?: string;
  readonly proves?: string;
}
/** `seal`: the organisation whose seal the file carries, and its time. */
export interface Here {
  readonly verdict: 'valid' | 'altered' | 'unknown';
  readonly reasons: readonly Reason[];
  readonly seal?: { readonly name: string; readonly at: string };
  readonly lines: readonly Line[];
}

interface Found {
  readonly verdict: Here['verdict'];
  readonly reasons: readonly Problem[];
  readonly seal?: { readonly name: string; readonly at: string; readonly certificate: string };
  readonly signatures: readonly { readonly kind: string; readonly certificate?: string }[];
}
/** server/verify/page/check.ts, bundled by itself: it comes when the first file does. */
interface Checker {
  check(file: Uint8Array, anchors: unknown): Promise<Found>;
  say(reason: Problem, locale: 'it' | 'en'): string;
  lines(found: Found, locale: 'it' | 'en'): readonly Line[];
}

const checker = '/public/check-file.js';

let anchors: unknown;

/** Asked for once a visit. */
async function trusted(): Promise<unknown> {
  if (anchors) return anchors;
  const answer = await fetch('/api/verify/anchors');
  if (!answer.ok) throw new Error(String(answer.status));
  anchors = await answer.json();
  return anchors;
}

/** Undefined when the checker or its certificates do not come: then only the register can be asked. */
export async function checkHere(bytes: Uint8Array, locale: 'it' | 'en'): Promise<Here | undefined> {
  try {
    const [{ check, say, lines }, known] = await Promise.all([
      import(checker) as Promise<Checker>,
      trusted(),
    ]);
    const found = await check(bytes, known);
    const { seal } = found;
    // A certificate that nobody knows may bear any name: only a known seal is named.
    const isKnown = found.signatures.some(
      ({ kind, certificate }) => kind === 'seal' && certificate === seal?.certificate,
    );
    return {
      verdict: found.verdict,
      reasons: found.reasons.map((one) => ({ code: one.code, message: say(one, locale) })),
      ...(seal && isKnown ? { seal: { name: seal.name, at: seal.at } } : {}),
      lines: lines(found, locale),
    };
  } catch {
    return undefined;
  }
}

interface Registered {
  readonly verdict: string;
  readonly reasons?: readonly Reason[];
}

/**
 * The register's word, with what the file says where the register does not know these bytes: a file whose code is not
 * registered may still be seen to be altered, and a file that is not the registered one says best itself why.
 */
export function together<Register extends Registered>(
  register: Register,
  here: Here | undefined,
): Register | (Register & Pick<Here, 'verdict' | 'reasons'>) {
  if (!here || (register.verdict !== 'altered' && register.verdict !== 'unknown')) return register;
  const verdict = here.verdict === 'altered' ? 'altered' : register.verdict;
  const reasons = here.reasons.length > 0 ? here.reasons : (register.reasons ?? []);
  return { ...register, verdict, reasons } as Register & Pick<Here, 'verdict' | 'reasons'>;
}
