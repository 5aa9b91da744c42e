// SPDX-License-Identifier: BSD-3-Clause
// The ten commonest field types, as far as an unanswered question needs them: how they are drawn. What reads, writes
// and checks their answers comes when somebody turns to the form, or before when there are answers already.
import type { FieldType } from '../fields/contract.ts';
import { control as date } from '../fields/date/control.ts';
import { control as decimal } from '../fields/decimal/control.ts';
import { control as group } from '../fields/group/control.ts';
import { control as integer } from '../fields/integer/control.ts';
import { control as longText } from '../fields/long-text/control.ts';
import { control as money } from '../fields/money/control.ts';
import { control as one } from '../fields/one/control.ts';
import { control as several } from '../fields/several/control.ts';
import { control as text } from '../fields/text/control.ts';
import { control as yesNo } from '../fields/yes-no/control.ts';
import type { Control, FieldInput } from './input.ts';

const controls: { readonly [type: string]: Control } = {
  text,
  'long-text': longText,
  integer,
  decimal,
  money,
  date,
  'yes-no': yesNo,
  one,
  several,
  group,
};

/** A type as far as an unanswered question needs it: choices and yes or no can be answered, nothing typed is read. */
const early = (type: string, control: Control): FieldInput => {
  const empty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const facts = { type, empty, edit: String, ...(control === group ? { nests: 'group' } : {}) };
  return { facts: facts as Partial<FieldType> as FieldType, ...control } as FieldInput;
};

/** Field types at hand, by name; others are added as forms name them. */
export const known = new Map(Object.entries(controls).map(([type, control]) => [type, early(type, control)]));

let common: Promise<void> | undefined;

/** Fetches what reads, writes and checks answers of the commonest types. The facts at hand become whole. */
export const readCommon = (): Promise<void> =>
  (common ??= import('./common-types.ts').then(
    ({ inputs }) => {
      for (const input of inputs) {
        const mine = known.get(input.facts.type)!;
        Object.assign(mine, input, { facts: Object.assign(mine.facts, input.facts) });
      }
    },
    (error: unknown) => {
      common = undefined;
      throw error;
    },
  ));
