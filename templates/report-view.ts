// SPDX-License-Identifier: AGPL-3.0-or-later
// What documents of a district have around their own text.
import type { Words } from '../runtime/problem.ts';
import type { Data, Margin } from './contract.ts';
import { head, margin, proof, textsOf } from './frame.ts';
import { frameWords } from './frame-words.ts';
import type { ReportInput } from './report.ts';
import { day } from './writing.ts';

/** Partials of the frame; a kind adds its own. */
export const reportPartials = ['letterhead', 'report-top', 'verify'];

const common = {
  ...frameWords,
  number: { it: 'N.', en: 'No.' },
  date: { it: 'del', en: 'of' },
  by: { it: 'A cura di', en: 'By' },
  where: { it: 'Comuni', en: 'Comuni' },
  everywhere: { it: 'tutto l’ambito', en: 'the whole district' },
};

/** `more`: what the kind says itself, given its texts. */
export function reportView<Key extends string>(
  input: ReportInput,
  own: { readonly title: Words } & { readonly [key in Key]: Words },
  more: (t: { readonly [key in Key | keyof typeof common | 'title']: string }) => {
    readonly [key: string]: Data;
  },
): { readonly data: Data; readonly margin: Margin } {
  const { district, identity, issuedBy, language } = input;
  const t = textsOf<Key | keyof typeof common | 'title'>({ ...common, ...own }, language);
  const data = {
    t,
    title: t.title,
    head: head({ district, case: { number: '', name: '', comune: district.lead ?? '' }, language }, t),
    number: identity.number,
    issued: day(identity.issuedAt),
    by: `${issuedBy.name}, ${issuedBy.profile}`,
    verify: proof(input),
    ...more(t),
  };
  return { data, margin: margin({ ...input, copy: 'family' }, t, t.title, `${t.title}, ${t.number}`) };
}

/** Names of comuni, or that it is all of them. */
export function comuniText(input: ReportInput, ids: readonly string[], everywhere: string): string {
  const names = input.district.comuni.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length === 0 ? everywhere : names.join(', ');
}
