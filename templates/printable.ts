// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answers, Context } from '../schemas/types.ts';
import type { FieldNode, Outline } from '../runtime/engine/contract.ts';
import type { Copy } from './contract.ts';

/** The part of an outline that paper needs. */
export type Fields = {
  readonly fields: readonly PrintedField[];
  readonly byPointer: ReadonlyMap<string, PrintedField>;
} & { readonly [part in 'engine' | 'definition' | 'steps' | 'readers']?: Outline[part] };
export type PrintedField = Pick<FieldNode, 'pointer' | 'key' | 'schema' | 'print' | 'visibleTo'> & {
  readonly type: { readonly type: string; readonly nests?: 'rows' | 'group' };
  readonly children: readonly PrintedField[];
};

/** What never reaches a paper that a family takes home, whatever the definition says. */
const kept = new Set(['health', 'violence', 'judicial']);

/** May this field stand on this copy? `roles`: of the reader of an internal copy. */
export function prints(field: PrintedField, copy: Copy, roles: readonly string[]): boolean {
  if (field.print === 'never' || field.schema['x-drawn'] === false) return false;
  if (copy === 'family')
    return field.print === 'family' && !kept.has(field.schema['x-sensitivity'] ?? 'common');
  return field.visibleTo === undefined || field.visibleTo.some((role) => roles.includes(role));
}

/** The fields at the root of the answers: an outline lists nested ones too. */
export function roots(outline: Fields): readonly PrintedField[] {
  return outline.fields.filter((field) => field.pointer.lastIndexOf('/') === 0);
}

type Row = { readonly [key: string]: unknown };

function strip(fields: readonly PrintedField[], row: Row, may: (field: PrintedField) => boolean): Row {
  const left: { [key: string]: unknown } = typeof row['id'] === 'string' ? { id: row['id'] } : {};
  for (const field of fields) {
    const value = row[field.key];
    if (value === undefined || !may(field)) continue;
    const nests = field.type.nests;
    if (nests === 'rows' && Array.isArray(value)) {
      left[field.key] = value.map((one: Row) => strip(field.children, one, may));
    } else if (nests === 'group' && typeof value === 'object' && value !== null) {
      left[field.key] = strip(field.children, value as Row, may);
    } else left[field.key] = value;
  }
  return left;
}

/** The answers that this copy may show; everything a document says is read from what is left. */
export function printable(outline: Fields, answers: Answers, copy: Copy, roles: readonly string[]): Answers {
  return onlyWhere(outline, answers, (field) => prints(field, copy, roles));
}

/** The answers to these fields alone; what is around a field that may not be said is not gone into. */
export function onlyWhere(outline: Fields, answers: Answers, may: (field: PrintedField) => boolean): Answers {
  return strip(roots(outline), answers, may) as Answers;
}

/**
 * The context as this copy may say it. A row of a list may have a name for families (`title_family`), where its own
 * would let a treatment be understood.
 */
export function sayable(context: Context, copy: Copy): Context {
  if (copy !== 'family') return context;
  const lists = Object.entries(context.lists).map(([name, rows]) => [
    name,
    rows.map((row) =>
      typeof row['title_family'] === 'string' ? { ...row, title: row['title_family'] } : row,
    ),
  ]);
  return { ...context, lists: Object.fromEntries(lists) as Context['lists'] };
}
