// SPDX-License-Identifier: AGPL-3.0-or-later
// What every document has around its own text: letterhead, foot, proof of authenticity.
import type { Words } from '../runtime/problem.ts';
import type { Margin } from './contract.ts';
import { hoursInWords } from './hours.ts';
import type { frameWords } from './frame-words.ts';
import type { DocumentInput } from './input.ts';

export type FrameTexts = { readonly [key in keyof typeof frameWords]: string };

/** Words in the language of the paper. */
export const textsOf = <Key extends string>(
  words: { readonly [key in Key]: Words },
  language: 'it' | 'en',
): { readonly [key in Key]: string } =>
  Object.fromEntries(Object.entries<Words>(words).map(([key, one]) => [key, one[language]])) as {
    [key in Key]: string;
  };

/** Hash in groups of four, the first sixteen letters: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** The office of the case, else that of its comune. */
export function officeOf({ district, case: kase }: Pick<DocumentInput, 'district' | 'case'>) {
  const { offices } = district;
  return offices.find((one) => one.id === kase.office) ?? offices.find((one) => one.comune === kase.comune);
}

/** The letterhead: whose paper it is, and the office with its phone and hours. */
export function head(
  input: Pick<DocumentInput, 'district' | 'case' | 'language'>,
  t: Pick<FrameTexts, 'phone'>,
) {
  const { district, language } = input;
  const office = officeOf(input);
  const phone = office?.phone ? `${t.phone} ${office.phone}` : '';
  return {
    lines: [...district.letterhead.lines, ...(district.notice ? [district.notice] : [])],
    office: office
      ? [office.name, office.address, phone, office.email ?? '', hoursInWords(office.hours, language)].filter(
          Boolean,
        )
      : [],
  };
}

/** How anyone may check the document. */
export const proof = ({ verify, identity }: Pick<DocumentInput, 'verify' | 'identity'>) => ({
  ...verify,
  code: identity.code,
  hash: shortHash(identity.contentHash),
});

/** The foot of every page. `number`: words before the number, e.g. "Patto n." */
export function margin(
  input: Pick<DocumentInput, 'identity' | 'language' | 'copy'>,
  t: FrameTexts,
  title: string,
  number: string,
): Margin {
  const { identity } = input;
  return {
    language: input.language,
    title: `${title} ${identity.number}`,
    left: `${number} ${identity.number}, ${t.version} ${identity.revision} · ${t.footHash} ${shortHash(identity.contentHash)}`,
    right: input.copy === 'internal' ? t.internalTitle : '',
    page: [t.page, t.pageOf],
  };
}
