// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Row } from '../../writing.ts';
import { letter } from '../../letter.ts';
import { fullName } from '../../people.ts';
import { sections, texts } from './sections.ts';
import { words } from './words.ts';

const idsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The privacy notice, short and in full, with who received it: whoever signs confirms having it, and consents to nothing. */
export const notice = letter({
  kind: 'notice',
  words: { it: 'Informativa sui dati personali', en: 'Privacy notice' },
  own: words,
  texts,
  more: (input) => ({ sections: sections(input) }),
  signers: ({ answers, context }) =>
    idsIn(answers['persone']).flatMap((id) => {
      const row: Row | undefined = context.case.nucleo?.find((one) => one.id === id);
      return row
        ? [{ id: String(id), name: fullName(row), role: 'ha ricevuto l’informativa', required: true }]
        : [];
    }),
});
