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

/** The same of a file's bytes, by the profile that it declares. What cannot be read breaks one rule: it is no PDF. */
export async function checkFile(bytes: Uint8Array): Promise<Finding[]> {
  try {
    return conformance(await Pdf.read(bytes));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [{ rule: 'unreadable', clause: 'ISO 32000-1, 7.5', what }];
  }
}

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
