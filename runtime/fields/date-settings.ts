// SPDX-License-Identifier: BSD-3-Clause
// The two limits of a date as an administrator sets them: a fixed date, or so long before or after another.
import type { FieldSchema } from '../../schemas/types.ts';
import { isDate } from './calendar.ts';
import type { FieldSettings } from './contract.ts';
import { relative } from './date-limits.ts';
import { type Setting, getPlain, setPlain, settingsForm, withEnglish, write } from './settings-of.ts';

type Loose = { [key: string]: unknown };

const bases = [
  ['nessuno', 'Nessun limite', 'No limit'],
  ['fissa', 'Una data fissa', 'A fixed date'],
  ['today', 'Oggi, il giorno in cui si compila', 'Today, the day of filling in'],
  ['reference-date', 'La data di riferimento della pratica', 'The date of reference of the case'],
  ['altra', 'Un’altra data del modulo', 'Another date of the form'],
] as const;
const units = [
  ['d', 'Giorni', 'Days'],
  ['m', 'Mesi', 'Months'],
  ['y', 'Anni', 'Years'],
] as const;
const options = (list: readonly (readonly [string, string, string])[]) =>
  list.map(([code, title]) => ({ const: code, title }));

const sides = [
  { side: 'from', key: 'dal', title: 'Non prima di', english: 'Not before' },
  { side: 'to', key: 'al', title: 'Non dopo', english: 'Not after' },
] as const;

const questions = (key: string, title: string, english: string) => {
  const when = (...codes: string[]): Pick<FieldSchema, 'x-show'> => ({
    'x-show': { [`/${key}`]: { enum: codes } },
  });
  const from = when('today', 'reference-date', 'altra');
  return [
    { key, question: { title, oneOf: options(bases) }, english: { title: english } },
    {
      key: `${key}_data`,
      question: { title: `${title}: quale data`, type: 'string', format: 'date', ...when('fissa') },
      english: { title: `${english}: which date` },
    },
    {
      key: `${key}_campo`,
      question: {
        title: `${title}: quale domanda`,
        'x-hint': '/inizio per una domanda del modulo, ./inizio per una della stessa riga',
        type: 'string',
        maxLength: 400,
        pattern: '^(\\.\\./|\\./|/|case:/)[a-z0-9_/]+$',
        ...when('altra'),
      },
      english: {
        title: `${english}: which question`,
        hint: '/inizio for a question of the form, ./inizio for one of the same row',
      },
    },
    {
      key: `${key}_scarto`,
      question: {
        title: `${title}: quanto tempo dopo`,
        'x-hint': 'Con il meno davanti, prima: −18 anni da oggi per chi è maggiorenne',
        type: 'integer',
        minimum: -9999,
        maximum: 9999,
        ...from,
      },
      english: {
        title: `${english}: how long after`,
        hint: 'With a minus, before: −18 years from today for adults',
      },
    },
    {
      key: `${key}_unita`,
      question: { title: `${title}: in`, oneOf: options(units), ...from },
      english: { title: `${english}: in` },
    },
  ] as readonly Pick<Setting, 'key' | 'question' | 'english'>[];
};

function shown(set: unknown, key: string): Loose {
  if (isDate(set)) return { [key]: 'fissa', [`${key}_data`]: set };
  const [, base, count, unit] = relative.exec(typeof set === 'string' ? set : '') ?? [];
  if (base === undefined) return { [key]: 'nessuno' };
  const other = base.includes('/');
  return {
    [key]: other ? 'altra' : base,
    ...(other ? { [`${key}_campo`]: base } : {}),
    ...(count ? { [`${key}_scarto`]: Number(count), [`${key}_unita`]: unit } : {}),
  };
}

function written(answers: Loose, key: string): string | undefined {
  const at = (part: string) => answers[`${key}_${part}`];
  const [kind, field, count, unit] = [answers[key], at('campo'), at('scarto'), at('unita')];
  if (kind === 'fissa') return isDate(at('data')) ? (at('data') as string) : undefined;
  const base = kind === 'altra' ? field : kind;
  if (kind === 'nessuno' || typeof base !== 'string' || !bases.some(([code]) => code === kind))
    return undefined;
  const whole =
    typeof count === 'number' && Number.isInteger(count) && Math.abs(count) <= 9999 && count !== 0;
  const shift = whole ? `${count > 0 ? '+' : ''}${count}${typeof unit === 'string' ? unit : 'd'}` : '';
  return relative.test(base + shift) ? base + shift : undefined;
}

/** Settings of a type that holds a date: its limits, and a table of keywords. */
export function dateSettings(
  type: string,
  blank: FieldSchema,
  list: readonly Setting[] = [],
  more: { readonly [key: string]: string } = {},
): FieldSettings {
  const all = [...sides.flatMap(({ key, title, english }) => questions(key, title, english)), ...list];
  const choices = sides.flatMap(({ key }) => [
    ...bases.map(([code, , english]) => [`${key}=${code}`, english]),
    ...units.map(([code, , english]) => [`${key}_unita=${code}`, english]),
  ]);
  return {
    definition: withEnglish(settingsForm(type, all), { ...Object.fromEntries(choices), ...more }),
    blank,
    get: (field) => ({
      ...Object.assign({}, ...sides.map(({ side, key }) => shown(field['x-settings']?.[side], key))),
      ...getPlain(list, field),
    }),
    set: (field, answers) =>
      sides.reduce<FieldSchema>(
        (schema, { side, key }) => write(schema, `x-settings/${side}`, written(answers, key)),
        setPlain(list, field, answers),
      ),
  };
}
