// SPDX-License-Identifier: AGPL-3.0-or-later
// What each function of formulas is made of, so that menus offer only what fits. One entry a function; a function
// that has none here is written as text.

export type Kind = 'number' | 'text' | 'date' | 'yes-no';
/** `ordered`: what can be larger or smaller */
export type Wanted = Kind | 'ordered' | 'any';
/**
 * `same`: of one kind with the others; `rows`: a list; `scored`: what has points; `list`, `column`, `parameter`:
 * their names; `plain`: a text as it is.
 */
export type Part =
  | Wanted
  | 'same'
  | 'condition'
  | 'rows'
  | 'scored'
  | 'list'
  | 'column'
  | 'parameter'
  | 'plain';

export interface Shape {
  readonly gives: Kind | 'same' | 'any';
  readonly args: readonly Part[];
  /** further ones like the last */
  readonly rest?: Part;
  readonly options?: { readonly [name: string]: { readonly is: Part; readonly optional?: true } };
}

const where = { is: 'condition', optional: true } as const;
const numbers = { gives: 'number', args: ['number'], rest: 'number' } as const;
const pair = (is: Part): Shape => ({ gives: 'yes-no', args: [is, is] });

export const shapes: { readonly [name: string]: Shape } = {
  add: numbers,
  subtract: { gives: 'number', args: ['number', 'number'] },
  multiply: numbers,
  divide: { gives: 'number', args: ['number', 'number'] },
  round: { gives: 'number', args: ['number'], options: { to: { is: 'number', optional: true } } },
  count: { gives: 'number', args: ['rows'], options: { where } },
  sum: { gives: 'number', args: ['rows'], options: { of: { is: 'number' }, where } },
  lowest: { gives: 'same', args: ['rows'], options: { of: { is: 'ordered' }, where } },
  highest: { gives: 'same', args: ['rows'], options: { of: { is: 'ordered' }, where } },
  'longest-gap': {
    gives: 'number',
    args: ['rows'],
    options: { of: { is: 'date' }, from: { is: 'date', optional: true } },
  },
  min: { gives: 'same', args: ['ordered'], rest: 'ordered' },
  max: { gives: 'same', args: ['ordered'], rest: 'ordered' },
  if: { gives: 'same', args: ['condition', 'same', 'same'] },
  age: { gives: 'number', args: ['date'], options: { on: { is: 'date', optional: true } } },
  'days-between': { gives: 'number', args: ['date', 'date'] },
  'add-days': { gives: 'date', args: ['date', 'number'] },
  'add-months': { gives: 'date', args: ['date', 'number'] },
  today: { gives: 'date', args: [] },
  'reference-date': { gives: 'date', args: [] },
  join: { gives: 'text', args: ['any'], rest: 'any', options: { with: { is: 'plain', optional: true } } },
  lookup: {
    gives: 'any',
    args: ['list'],
    options: { id: { is: 'text' }, column: { is: 'column', optional: true } },
  },
  holds: { gives: 'yes-no', args: ['condition'] },
  'at-most': pair('ordered'),
  'less-than': pair('ordered'),
  equal: pair('same'),
  score: { gives: 'number', args: ['scored'] },
  param: { gives: 'any', args: ['parameter'] },
  outcome: { gives: 'any', args: [] },
};
