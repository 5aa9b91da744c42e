// SPDX-License-Identifier: AGPL-3.0-or-later
// Language: ISO 19005-2, 6.7.4; ISO 14289-1, 7.2.
import type { Rule } from '../contract.ts';

/** A language tag after RFC 5646, as far as its shape goes. */
const tag =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*(-x(-[A-Za-z0-9]{1,8})+)?$/;

export const rules: readonly Rule[] = [
  {
    id: 'language-missing',
    clause: 'ISO 19005-2, 6.7.4; ISO 14289-1, 7.2 (11-006)',
    words: {
      it: 'Il documento non dice in che lingua è: chi ascolta lo sentirebbe con la pronuncia sbagliata.',
      en: 'The document does not say its language: those who listen would hear it pronounced wrongly.',
    },
    *check(pdf) {
      if (!pdf.text(pdf.catalog, 'Lang')) yield { what: 'catalog has no /Lang' };
    },
  },
  {
    id: 'language-wrong',
    clause: 'ISO 19005-2, 6.7.4; ISO 14289-1, 7.2 (11-006)',
    words: {
      it: 'La lingua indicata non esiste: scrivere per esempio it, ar, en.',
      en: 'The language given does not exist: write for example it, ar, en.',
    },
    *check(pdf) {
      const own = pdf.text(pdf.catalog, 'Lang');
      if (own && !tag.test(own)) yield { what: `/Lang ${own}` };
      for (const { dict, page } of pdf.tags.all) {
        const said = pdf.text(dict, 'Lang');
        if (said && !tag.test(said)) yield { ...(page ? { page } : {}), what: `/Lang ${said}` };
      }
    },
  },
];
