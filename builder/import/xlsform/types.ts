// SPDX-License-Identifier: AGPL-3.0-or-later
// What each type of an XLSForm becomes.
import type { Choice, FieldSchema } from '../../../schemas/types.ts';

/** What a type needs to be made. */
export interface Asked {
  /** words of the cell that ask for a way of drawing; those that are used are taken out */
  readonly appearance: Set<string>;
  /** start, end, step…; those that are used are taken out */
  readonly parameters: Map<string, string>;
  readonly label: string;
}

type Make = (asked: Asked) => FieldSchema;

const shown = (asked: Asked, word: string): boolean => asked.appearance.delete(word);
const given = (asked: Asked, name: string, otherwise: number): number => {
  const number = Number(asked.parameters.get(name) ?? otherwise);
  if (!Number.isFinite(number)) return otherwise;
  asked.parameters.delete(name);
  return number;
};

const text: Make = (asked) => {
  if (shown(asked, 'multiline')) return { type: 'string', 'x-type': 'long-text', maxLength: 3000 };
  return { type: 'string' };
};

const integer: Make = (asked) =>
  shown(asked, 'counter') ? { type: 'integer', 'x-settings': { buttons: true } } : { type: 'integer' };

const date: Make = (asked) => {
  if (shown(asked, 'month-year'))
    return { type: 'string', 'x-type': 'partial-date', 'x-settings': { coarsest: 'month' } };
  if (shown(asked, 'year')) return { type: 'string', 'x-type': 'partial-date' };
  return { type: 'string', format: 'date' };
};

const range: Make = (asked) => {
  const [minimum, maximum, step] = [
    given(asked, 'start', 1),
    given(asked, 'end', 10),
    given(asked, 'step', 1),
  ];
  const whole = [minimum, maximum, step].every(Number.isInteger);
  asked.appearance.delete('rating');
  if (whole && step === 1 && maximum - minimum <= 10)
    return { type: 'integer', 'x-type': 'scale', minimum, maximum };
  return {
    type: whole ? 'integer' : 'number',
    minimum,
    maximum,
    ...(step === 1 ? {} : { 'x-settings': { step } }),
  };
};

const photo: Make = (asked) =>
  shown(asked, 'signature')
    ? { type: 'object', 'x-type': 'signature' }
    : { type: 'array', 'x-type': 'file', 'x-settings': { kinds: ['photo'], camera: true } };

const file: Make = () => ({
  type: 'array',
  'x-type': 'file',
  'x-settings': { kinds: ['pdf', 'photo', 'office'] },
});

const dateTime: Make = () => ({ type: 'string', 'x-type': 'date-time' });

const declared: Make = ({ label }) => ({
  type: 'object',
  'x-type': 'declaration',
  'x-settings': { text: label },
});

export const types: ReadonlyMap<string, Make> = new Map(
  Object.entries({
    text, string: text, integer, int: integer, decimal: () => ({ type: 'number' }), date, datetime: dateTime,
    time: () => ({ type: 'string', 'x-type': 'time' }), range, image: photo, photo, file, acknowledge: declared, trigger: declared,
  } satisfies { readonly [type: string]: Make }),
); // prettier-ignore

type MakeChoices = (asked: Asked, choices: Choice[]) => FieldSchema;

export const selections: ReadonlyMap<string, MakeChoices> = new Map(
  Object.entries({
    one: (asked, oneOf) => ({ type: 'string', 'x-type': shown(asked, 'likert') ? 'scale' : 'one', oneOf }),
    several: (_, oneOf) => ({ type: 'array', items: { type: 'string', oneOf } }),
    rank: (_, oneOf) => ({ type: 'array', 'x-type': 'ranking', items: { type: 'string', oneOf } }),
  } satisfies { readonly [type: string]: MakeChoices }),
);

/** What the server keeps of each submission anyway, or a page in a browser cannot know. */
export const keptAnyway = new Set([
  'start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'email', 'subscriberid', 'simserial', 'audit',
  'start-geopoint', 'background-audio', 'background-geopoint',
]); // prettier-ignore

export type Kind =
  | { readonly is: 'begin' | 'end'; readonly what: 'group' | 'repeat' }
  | { readonly is: 'select'; readonly how: string; readonly list: string; readonly other: boolean }
  | { readonly is: 'file-list' }
  | { readonly is: 'plain'; readonly type: string };

const selects: { readonly [word: string]: string } = {
  'select_one': 'one', 'select one': 'one', 'select1': 'one', 'select_multiple': 'several', 'select multiple': 'several',
  'select all that apply': 'several', 'rank': 'rank',
}; // prettier-ignore

/** The type cell, read. */
export function kindOf(cell: string): Kind {
  const words = cell.trim().replace(/\s+/g, ' ');
  const [, edge, what] = /^(begin|end)[ _](group|repeat)$/i.exec(words) ?? [];
  if (edge) return { is: edge.toLowerCase() as 'begin', what: what!.toLowerCase() as 'group' };
  if (/^select[ _](one|multiple)[ _](from_file|external)/i.test(words)) return { is: 'file-list' };
  const [, select, list, also] =
    /^(select[ _]one|select1|select[ _]multiple|select all that apply|rank)(?: from)? (\S+)( or[ _]other)?$/i.exec(
      words,
    ) ?? [];
  if (select)
    return { is: 'select', how: selects[select.toLowerCase()]!, list: list!, other: also !== undefined };
  return { is: 'plain', type: words.toLowerCase() };
}
