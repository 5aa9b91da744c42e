// SPDX-License-Identifier: AGPL-3.0-or-later
// The checker of the server and of the command line, for a page: the file stays where it is.
import type { Problem } from '../../../runtime/problem.ts';
import { sentence, type Locale } from '../../problems.ts';
import type { Verification } from '../contract.ts';
import { verifyPdf } from '../verify.ts';
import { kinds, levels, reasons } from '../words.ts';
import { answered } from './questions.ts';

/** Certificates (DER, base64) that are trusted, as GET /api/verify/anchors gives them. */
export interface Anchors {
  readonly seals: readonly string[];
  readonly authorities: readonly string[];
}

/** What a file says of itself: the very answer of the server, computed here. */
export async function check(file: Uint8Array, { seals, authorities }: Anchors): Promise<Verification> {
  // A copy with a buffer of its own: nothing else stands in it, and nobody changes it meanwhile.
  const own = new Uint8Array(file);
  const [trusted, known] = [seals, authorities].map((all) => all.map((one) => Buffer.from(one, 'base64')));
  return answered(own, () => verifyPdf(own, trusted ?? [], known ?? []));
}

const sentences = new Map(Object.entries(reasons));

/** Why, in a sentence. */
export const say = (reason: Problem, locale: Locale): string => sentence(reason, sentences, locale);

/** Each signature in a line: what it is, since when, what it proves; nobody's name. */
export function lines({ signatures }: Verification, locale: Locale) {
  return signatures.map(({ kind, at, level }) => ({
    what: kinds[kind][locale],
    ...(at === undefined ? {} : { at }),
    ...(level === undefined ? {} : { proves: levels[level][locale] }),
  }));
}
