// SPDX-License-Identifier: BSD-3-Clause
import { plainText } from '../../rich.ts';
import { writeDate } from '../calendar.ts';
import type { FieldPaper } from '../contract.ts';
import type { Declared } from './facts.ts';
import { confirmOf, hashOf, textOf } from './text.ts';
import { words } from './words.ts';

export const paper: FieldPaper<Declared> = {
  text(value, field, { locale }) {
    const language = locale.startsWith('it') ? 'it' : 'en';
    const say = (key: string): string => words.texts![key]![language];
    // The text of another version is not the one that was accepted: only its date can be said.
    const declared = value.text === hashOf(field);
    const date = say('on').replace('{date}', writeDate(value.at));
    return declared
      ? [plainText(textOf(field)), `${confirmOf(field) || say('confirm')} (${date})`]
          .filter(Boolean)
          .join('\n\n')
      : date;
  },
  typed: () => '',
};
