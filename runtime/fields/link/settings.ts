// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { counts } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { type Setting, getPlain, setPlain, settingsForm } from '../settings-of.ts';

const target: Setting = {
  key: 'verso',
  keyword: 'x-ref',
  question: {
    title: 'A quale elenco rimanda',
    'x-hint': '/obiettivi per un elenco di questo modulo, case:/nucleo per i componenti della pratica',
    type: 'string',
    maxLength: 400,
    pattern: '^(case:/|/)[a-z0-9_/-]+$',
  },
  english: {
    title: 'List that it points to',
    hint: '/obiettivi for a list of this form, case:/nucleo for the members of the case',
  },
};

const several = {
  key: 'piu_righe',
  question: { title: 'Si possono scegliere più righe', type: 'boolean' },
  english: { title: 'Several rows may be chosen' },
} satisfies Pick<Setting, 'key' | 'question' | 'english'>;

const limits = counts({ it: 'Righe', en: 'Rows' }, 500).map(({ question, ...setting }) => ({
  ...setting,
  question: { ...question, 'x-show': { '/piu_righe': { const: true } } } as FieldSchema,
}));

/** One row is a text, several rows are a list of texts. */
function shaped(field: FieldSchema, many: boolean): FieldSchema {
  if (many === (field.type === 'array')) return field;
  const { type: _, items: __, uniqueItems: ___, ...rest } = field;
  return many ? { ...rest, type: 'array', items: { type: 'string' } } : { ...rest, type: 'string' };
}

export const settings: FieldSettings = {
  definition: settingsForm('link', [target, several, ...limits]),
  blank: { type: 'string', 'x-type': 'link' },
  get: (field) => ({
    ...getPlain([target, ...limits], field),
    ...(field.type === 'array' ? { piu_righe: true } : {}),
  }),
  set: (field, answers) =>
    shaped(setPlain([target, ...limits], field, answers), answers['piu_righe'] === true),
};
