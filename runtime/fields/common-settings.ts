// SPDX-License-Identifier: BSD-3-Clause
// Questions that the settings of several types ask alike.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Setting } from './settings-of.ts';

export const example: Setting = {
  key: 'esempio',
  keyword: 'x-placeholder-example',
  question: { title: 'Esempio', 'x-hint': 'Si legge sotto la domanda', type: 'string', maxLength: 200 },
  english: { title: 'Example', hint: 'Shown under the question' },
};

export const unit: Setting = {
  key: 'unita',
  keyword: 'x-unit',
  question: {
    title: 'Unità di misura',
    'x-hint': 'Per esempio: ore alla settimana',
    type: 'string',
    maxLength: 40,
  },
  english: { title: 'Unit', hint: 'For example: hours per week' },
};

export const pattern: Setting = {
  key: 'forma',
  keyword: 'pattern',
  question: {
    title: 'Forma richiesta',
    'x-hint': 'Espressione regolare che il testo deve rispettare: ^[0-9]{5}$ per cinque cifre',
    type: 'string',
    maxLength: 500,
  },
  english: {
    title: 'Required form',
    hint: 'Regular expression that the text must fit: ^[0-9]{5}$ for five digits',
  },
};

/** Fewest and most characters, `most` at the widest. */
export const lengths = (most: number): readonly Setting[] => [
  {
    key: 'caratteri_massimi',
    keyword: 'maxLength',
    question: { title: 'Caratteri al massimo', type: 'integer', minimum: 1, maximum: most },
    english: { title: 'Most characters' },
  },
  {
    key: 'caratteri_minimi',
    keyword: 'minLength',
    question: { title: 'Caratteri almeno', type: 'integer', minimum: 0, maximum: most },
    english: { title: 'Fewest characters' },
  },
];

/** Least and greatest value, asked with the field type that is being set. */
export const limits = (question: FieldSchema): readonly Setting[] => [
  {
    key: 'minimo',
    keyword: 'minimum',
    question: { title: 'Valore minimo', ...question },
    english: { title: 'Least value' },
  },
  {
    key: 'massimo',
    keyword: 'maximum',
    question: { title: 'Valore massimo', ...question },
    english: { title: 'Greatest value' },
  },
];

/** Are the limits told before anybody is wrong? */
export const tellLimits: Setting = {
  key: 'di_i_limiti',
  keyword: 'x-settings/limits',
  as: true,
  question: { title: 'Scrivi i limiti sotto la domanda', type: 'boolean' },
  english: { title: 'Write the limits under the question' },
};

/** What answers must be multiples of. */
export const step = (question: FieldSchema): Setting => ({
  key: 'passo',
  keyword: 'x-settings/step',
  question: { title: 'Solo multipli di', ...question },
  english: { title: 'Only multiples of' },
});

/** Are the characters counted that are left? */
export const counter: Setting = {
  key: 'conta',
  keyword: 'x-settings/counter',
  as: true,
  question: {
    title: 'Mostra sempre quanti caratteri restano',
    'x-hint': 'Serve il numero massimo di caratteri',
    type: 'boolean',
  },
  english: { title: 'Always show how many characters are left', hint: 'It needs the most characters' },
};

/** Fewest and most of what a list holds. */
export const counts = (of: { it: string; en: string }, most: number): readonly Setting[] => [
  {
    key: 'almeno',
    keyword: 'minItems',
    question: { title: `${of.it}: almeno`, type: 'integer', minimum: 0, maximum: most },
    english: { title: `${of.en}: at least` },
  },
  {
    key: 'al_massimo',
    keyword: 'maxItems',
    question: { title: `${of.it}: al massimo`, type: 'integer', minimum: 1, maximum: most },
    english: { title: `${of.en}: at most` },
  },
];

/**
 * What a datum is to the person who fills in the form, as the HTML attribute says it (WCAG 1.3.5): the browser offers
 * what they wrote elsewhere. Only for data of who writes, never of others.
 */
export const own = (token: string): Setting => ({
  key: 'di_chi_scrive',
  keyword: 'x-settings/autocomplete',
  as: token,
  question: {
    title: 'È un dato di chi compila',
    'x-hint': 'Il browser lo propone da sé; non per i dati di altre persone',
    type: 'boolean',
  },
  english: {
    title: 'It is a datum of who fills in the form',
    hint: 'The browser offers it by itself; not for the data of other people',
  },
});
