// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of a register as cells of a table, out and in. A choice is written with its title, several with a bar between.
import { folded } from '../../../runtime/fields/searching.ts';
import type { Outline } from '../../../runtime/engine/contract.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Context, FieldSchema, ListRow, Register } from '../../../schemas/types.ts';
import { cellText } from '../../tables/csv.ts';
import { unharmed } from '../../tables/sheet.ts';
import { answersOf } from './judge-row.ts';
import { questionTitle } from './registers.ts';

export interface Column {
  /** of the row; `id` is its code */
  readonly key: string;
  readonly title: string;
  readonly schema?: FieldSchema;
}

/** The columns of a register's table: the code, then every question that one cell can hold. */
export function columnsOf(register: Register, outline: Outline): readonly Column[] {
  const fields = outline.fields.filter(
    ({ parent, type, value }) => !parent && !type.nests && !type.files && value === undefined,
  );
  const titles = fields.map(({ key }) => questionTitle(register, key, 'it'));
  return [
    { key: 'id', title: 'Codice' },
    ...fields.map(({ key, schema }, place) => {
      const title = titles[place] ?? key;
      const twice = titles.filter((one) => folded(one) === folded(title)).length > 1;
      return { key, title: twice ? `${title} (${key})` : title, schema };
    }),
  ];
}

export interface Choice {
  readonly id: string | number | boolean;
  readonly title: string;
}

export function choicesOf(schema: FieldSchema, context: Context): readonly Choice[] | undefined {
  const of = schema.type === 'array' ? schema.items : schema;
  const from = of?.['x-choices']?.from ?? schema['x-choices']?.from;
  if (from) return context.lists[from.slice(from.indexOf(':') + 1)] ?? [];
  if (of?.oneOf) return of.oneOf.map((one) => ({ id: one.const, title: one.title ?? String(one.const) }));
  return of?.enum?.map((one) => ({ id: one as string, title: String(one) }));
}

const bar = ' | ';

/** One cell: ISO dates and numbers as they are, everything else in words. */
export function written(
  outline: Outline,
  context: Context,
  { key, schema }: Column,
  row: ListRow,
  register: Register,
): string | number {
  const value = schema ? answersOf(register, row)[key] : row[key];
  if (value === undefined || value === null) return '';
  if (!schema) return String(value);
  const choices = choicesOf(schema, context);
  if (choices) {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.map((one) => titleOf(choices, one)).join(bar);
  }
  const type = outline.byPointer.get(`/${key}`)?.type;
  if (type?.type === 'money' && typeof value === 'number') return value / 100;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && schema.format === 'date') return value;
  return type?.edit(value, schema, 'it') ?? JSON.stringify(value);
}

/** Its title, or its code where the title would name another one too or could not be read back. */
function titleOf(choices: readonly Choice[], value: unknown): string {
  const choice = choices.find(({ id }) => id === value);
  if (!choice) return String(value);
  const twin = choices.some((one) => one !== choice && folded(one.title) === folded(choice.title));
  return twin || choice.title.includes('|') || folded(choice.title) === '' ? String(choice.id) : choice.title;
}

export type Cell = { readonly value: unknown } | { readonly problem: Problem };

/** What a cell says; an empty one says that nothing is answered. `before`: the row that it belongs to. */
export function readCell(
  outline: Outline,
  context: Context,
  column: Column,
  cell: string,
  before: ListRow | undefined,
  register: Register,
): Cell {
  const { key, schema } = column;
  // What came out and comes back as it was is what it was, whatever it may look like.
  if (before && cellText(written(outline, context, column, before, register)) === cell)
    return { value: schema ? answersOf(register, before)[key] : before[key] };
  const text = unharmed(cell).trim();
  if (text === '') return { value: undefined };
  if (!schema) return { value: text };
  const choices = choicesOf(schema, context);
  if (choices) return chosen(choices, text, schema.type === 'array');
  const read = outline.byPointer.get(`/${key}`)?.type.read(text, schema, 'it');
  if (!read) return { value: text };
  return read;
}

export function chosen(choices: readonly Choice[], text: string, many: boolean): Cell {
  const find = (part: string): Choice | undefined =>
    choices.find(({ id }) => String(id) === part) ??
    choices.find(({ title }) => title === part) ??
    choices.find(({ title }) => folded(title) === folded(part) && folded(part) !== '');
  const whole = find(text);
  if (!many || whole) return whole ? { value: many ? [whole.id] : whole.id } : unknown(text);
  const sign = ['|', '\n', ';', ','].find((one) => text.includes(one));
  const parts = (sign ? text.split(sign) : [text]).map((part) => part.trim()).filter(Boolean);
  const ids: unknown[] = [];
  for (const part of parts) {
    const choice = find(part);
    if (!choice) return unknown(part);
    if (!ids.includes(choice.id)) ids.push(choice.id);
  }
  return { value: ids.length > 0 ? ids : undefined };
}

const unknown = (choice: string): Cell => ({
  problem: { code: 'cell-choice', at: '', params: { choice: choice.slice(0, 80) }, level: 'error' },
});
