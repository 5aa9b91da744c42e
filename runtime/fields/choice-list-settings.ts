// SPDX-License-Identifier: BSD-3-Clause
// Settings of the types whose answer is a list of choices.
import type { FieldSchema } from '../../schemas/types.ts';
import {
  choiceQuestions,
  choiceTranslations,
  getChoices,
  setChoices,
  setExtras,
  withExtras,
} from './choice-settings.ts';
import { counts } from './common-settings.ts';
import type { FieldSettings } from './contract.ts';
import { getPlain, setPlain, settingsForm, withEnglish } from './settings-of.ts';

const limits = counts({ it: 'Risposte', en: 'Answers' }, 200);

/** Choices stand on the items; a list or register that is named on the question stays there. */
const onQuestion = (field: FieldSchema): boolean =>
  field['x-choices'] !== undefined && !field.items?.['x-choices'];

export const choiceListSettings = (type: string): FieldSettings => ({
  definition: withEnglish(settingsForm(type, [...choiceQuestions, ...limits]), choiceTranslations),
  blank: {
    type: 'array',
    'x-type': type,
    uniqueItems: true,
    items: { type: 'string', oneOf: [{ const: 'risposta', title: 'Risposta' }] },
  },
  get: (field) => ({
    ...withExtras(getChoices(onQuestion(field) ? field : (field.items ?? {}), field['x-type']), field),
    ...getPlain(limits, field),
  }),
  set(field, answers) {
    const limited = setPlain(limits, field, answers);
    if (onQuestion(field) && answers['da_elenco'] === true) return setChoices(limited, answers);
    const { 'x-choices': _, ...rest } = limited;
    const items = setChoices(field.items ?? {}, answers);
    if (field.items === undefined && Object.keys(items).length === 0) return rest;
    return setExtras({ ...rest, items }, items, answers);
  },
});
