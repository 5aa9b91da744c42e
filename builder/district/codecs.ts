// SPDX-License-Identifier: AGPL-3.0-or-later
// Values of the data as answers of a form, and back.
import { newRowId } from '../../runtime/elements/row-changes.ts';
import type { FieldSchema as Field } from '../../schemas/types.ts';
import type { Codec, Inside } from './contract.ts';
import { exits } from './exits.ts';

type Row = { readonly [key: string]: unknown };
interface Both {
  /** what `field` does not ask of a row is left out */
  read(value: unknown, field: Field, inside?: Inside): unknown;
  /** `before`: the value that stood there; what `field` does not ask of a row stays with it */
  write(answer: unknown, before: unknown, field: Field, inside?: Inside): unknown;
}

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const isRows = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'object';
const askedOf = (field: Field): { readonly [key: string]: Field } => field.items?.properties ?? {};
/** '1,5' is a number, as people write it; a code is not. */
const written = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(,\d+)?$/.test(value) ? Number(value.replace(',', '.')) : value;

/** Rows of the data may have a code of their own, `id`, which a form asks as `code`; a form's rows have another. */
const rows: Both = {
  read: (value, field, inside = {}) =>
    rowsOf(value).map(({ id: code, value: amount, ...rest }) => ({
      ...Object.fromEntries(
        Object.entries(askedOf(field)).flatMap(([key, asked]) => {
          const one = rest[key];
          const codec = codecOf(one, inside[key]);
          return one === undefined ? [] : [[key, codec ? codec.read(one, asked) : one]];
        }),
      ),
      ...(code === undefined ? {} : { code }),
      ...(amount === undefined ? {} : { value: String(amount).replace('.', ',') }),
      id: newRowId(),
    })),
  write: (answer, before, field, inside = {}) => {
    const asked = askedOf(field);
    const known = rowsOf(before);
    return rowsOf(answer).map(({ id: _row, code, value: amount, ...rest }, place) => {
      // A row that keeps its code is the same row; one that has none is known by its place.
      const old = code === undefined ? known[place] : known.find(({ id }) => id === code);
      const unasked = Object.entries(old ?? {}).filter(([key]) => key !== 'id' && !(key in asked));
      const given = Object.entries(rest).map(([key, one]) => {
        const codec = codecOf(one, inside[key]);
        return [key, codec ? codec.write(one, old?.[key], asked[key]!) : one];
      });
      return {
        ...(code === undefined ? {} : { id: code }),
        ...(Object.fromEntries([...unasked, ...given]) as Row),
        ...(amount === undefined ? {} : { value: written(amount) }),
      };
    });
  },
};

const codecOf = (value: unknown, named: Codec | undefined): Both | undefined =>
  named ? codecs[named] : isRows(value) ? rows : undefined;

/** In the data '' among states is none yet; an answer cannot be empty. */
export const noneYet = 'nessuno';
const starts: Both = {
  read: (value) => (value as readonly string[]).map((one) => one || noneYet),
  write: (answer) =>
    Array.isArray(answer) ? answer.map((one: unknown) => (one === noneYet ? '' : one)) : undefined,
};

/** Keys of answers are in small letters. */
const renamed = (value: unknown, from: string, to: string): unknown =>
  rowsOf(value).map(({ [from]: one, ...rest }) => (one === undefined ? rest : { ...rest, [to]: one }));
const states: Both = {
  read: (value, field, inside) => rows.read(renamed(value, 'byHand', 'by_hand'), field, inside),
  write: (answer, before, field, inside) =>
    renamed(rows.write(answer, renamed(before, 'byHand', 'by_hand'), field, inside), 'by_hand', 'byHand'),
};

export const codecs: { readonly [name in Codec]: Both } = {
  rows,
  exits,
  starts,
  states,
  days: {
    read: (value) => (Array.isArray(value) ? value.map((day: unknown) => ({ id: newRowId(), day })) : []),
    write: (answer) => rowsOf(answer).map(({ day }) => day),
  },
  lines: {
    read: (value) => (Array.isArray(value) ? value.join('\n') : undefined),
    write: (answer) =>
      String(answer ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
  },
  pairs: {
    read: (value) =>
      Object.entries((value ?? {}) as Row).map(([what, one]) => ({
        id: newRowId(),
        what,
        ...(typeof one === 'object' ? one : { mask: one }),
      })),
    write: (answer) =>
      Object.fromEntries(
        rowsOf(answer).map(({ id: _row, what, mask, ...rest }) => [String(what), mask ?? rest]),
      ),
  },
};
