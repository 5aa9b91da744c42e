// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem, Words } from '../../../runtime/problem.ts';
import type { Finding, Profile } from './contract.ts';
import { Pdf } from './pdf.ts';
import { rules } from './rules/index.ts';

/** Breaches told of one rule: the first say enough. */
const most = 20;

/** The profile that a file itself declares. */
export const declared = (pdf: Pdf): Profile => (pdf.said('pdfaid:part') === '3' ? '3a' : '2a');

/** Every breach of the rules of PDF/UA-1 and of a profile of PDF/A; none: the file keeps what it claims. */
export function conformance(pdf: Pdf, profile: Profile = declared(pdf)): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) {
    if (rule.profile !== undefined && rule.profile !== profile) continue;
    let count = 0;
    for (const breach of rule.check(pdf)) {
      found.push({ rule: rule.id, clause: rule.clause, ...breach });
      count += 1;
      if (count === most) break;
    }
  }
  return found;
}

export interface Examined {
  /** as the file declares; undefined where it cannot be read */
  readonly profile: Profile | undefined;
  readonly findings: readonly Finding[];
}

/** The same of a file's bytes, by the profile that it declares. What cannot be read breaks one rule: it is no PDF. */
export async function examine(bytes: Uint8Array): Promise<Examined> {
  try {
    const pdf = await Pdf.read(bytes);
    const profile = declared(pdf);
    return { profile, findings: conformance(pdf, profile) };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return {
      profile: undefined,
      findings: [{ rule: 'unreadable', clause: 'ISO 32000-1, 7.5', what }],
    };
  }
}

/** Only what is found. */
export const checkFile = async (bytes: Uint8Array): Promise<readonly Finding[]> =>
  (await examine(bytes)).findings;

const unreadable: Words = {
  it: 'Il file non è un PDF che si possa leggere.',
  en: 'The file is not a PDF that can be read.',
};

/** What an author reads, by rule. */
export const sentences: { readonly [rule: string]: Words } = Object.fromEntries([
  ['unreadable', unreadable],
  ...rules.map(({ id, words }): [string, Words] => [id, words]),
]);

/** A finding as a problem: its sentence names page and clause. */
export function problemOf({ rule, clause, page, what }: Finding): Problem {
  return {
    code: `paper-${rule}`,
    at: '',
    params: { place: page ? `p. ${page}; ` : '', clause, what },
    level: 'error',
  };
}

const withPlace = ({ it, en }: Words): Words => ({
  it: `${it} ({place}{clause})`,
  en: `${en} ({place}{clause})`,
});

/** Sentences of those problems. */
export const problems: { readonly [code: string]: Words } = Object.fromEntries(
  Object.entries(sentences).map(([rule, words]) => [`paper-${rule}`, withPlace(words)]),
);
