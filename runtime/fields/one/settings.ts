// SPDX-License-Identifier: BSD-3-Clause
import {
  choiceQuestions,
  choiceTranslations,
  getChoices,
  setChoices,
  setExtras,
  withExtras,
} from '../choice-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { settingsForm, withEnglish } from '../settings-of.ts';

export const settings: FieldSettings = {
  definition: withEnglish(settingsForm('one', choiceQuestions), choiceTranslations),
  blank: { type: 'string', 'x-type': 'one', oneOf: [{ const: 'risposta', title: 'Risposta' }] },
  get: (field) => withExtras(getChoices(field, field['x-type']), field),
  set(field, answers) {
    const chosen = setChoices(field, answers);
    return setExtras(chosen, chosen, answers);
  },
};
