// SPDX-License-Identifier: AGPL-3.0-or-later
// A sheet as rows of named cells. Columns of several languages (`label::English (en)`) are one name.
import type { Ledger } from '../ledger.ts';
import { type Sheet, column } from './workbook.ts';

export interface Cell {
  readonly text: string;
  /** `survey!C5` */
  readonly at: string;
}

/** The cells of one column name, by language as it is written; '' without one. */
export type Cells = ReadonlyMap<string, Cell>;

export interface Row {
  readonly cells: ReadonlyMap<string, Cells>;
  /** every cell that says something */
  readonly all: readonly Cell[];
}

export interface Table {
  readonly name: string;
  readonly rows: readonly Row[];
  /** languages in the order of their columns, '' for columns without one */
  readonly languages: readonly string[];
}

/** Names that other tools, and older forms of the standard, use for a column. */
const known: { readonly [name: string]: string } = {
  list_name: 'list', 'list name': 'list', value: 'name', relevance: 'relevant', readonly: 'read_only', 'read only': 'read_only',
  caption: 'label', 'constraint message': 'constraint_message', constraint_msg: 'constraint_message', 'required message': 'required_message',
  calculate: 'calculation', count: 'repeat_count', repeat: 'repeat_count', 'bind::relevant': 'relevant', 'bind::required': 'required',
  'bind::constraint': 'constraint', 'bind::calculate': 'calculation', 'control::appearance': 'appearance',
}; // prettier-ignore

/** 'label::English (en)' → ['label', 'English (en)']; 'media::image::Italiano' → ['media::image', 'Italiano'] */
function named(header: string): readonly [name: string, language: string] {
  const text = header.trim();
  const whole = text.toLowerCase();
  if (Object.hasOwn(known, whole)) return [known[whole]!, ''];
  const parts = text.split(/::?/).map((part) => part.trim());
  const [first = '', second = '', third = ''] = parts;
  const base = first.toLowerCase().replace(/[\s-]+/g, '_');
  if (['media', 'bind', 'body', 'instance'].includes(base))
    return [`${base}::${second.toLowerCase()}`, third];
  if (['image', 'audio', 'video', 'big_image'].includes(base)) return [`media::${base}`, second];
  return [Object.hasOwn(known, base) ? known[base]! : base, second];
}

/** Every cell below the header that says something. */
export function pieces(sheet: Sheet, title: string): (readonly [place: string, text: string])[] {
  return sheet.rows
    .slice(1)
    .flatMap((row, below) =>
      row.flatMap((text, place) =>
        text === '' ? [] : [[`${title}!${column(place)}${below + 2}`, text] as const],
      ),
    );
}

export function table(sheet: Sheet | undefined, title: string): Table {
  const headers = (sheet?.rows[0] ?? []).map(named);
  const rows = (sheet?.rows ?? []).slice(1).map((row, below): Row => {
    const cells = new Map<string, Map<string, Cell>>();
    const all: Cell[] = [];
    row.forEach((text, place) => {
      if (text === '') return;
      const cell = { text, at: `${title}!${column(place)}${below + 2}` };
      all.push(cell);
      const [name, language] = headers[place] ?? ['', ''];
      const languages = cells.get(name) ?? new Map<string, Cell>();
      if (!languages.has(language)) cells.set(name, languages.set(language, cell));
    });
    return { cells, all };
  });
  const texts = headers.filter(([name]) => name === 'label' || name === 'hint');
  return { name: title, rows, languages: [...new Set(texts.map(([, language]) => language))] };
}

/** The cell of a column without a language. */
export const plain = (row: Row, name: string): Cell | undefined => row.cells.get(name)?.get('');

/** The text of a column without a language; taken. */
export function used(row: Row, name: string, ledger: Ledger): string {
  const cell = plain(row, name);
  ledger.take(cell?.at);
  return cell?.text ?? '';
}

const yes = /^(yes|true|true\(\)|1|sì|si|vero)$/i;
const no = /^(no|false|false\(\)|0|falso)$/i;
export const saysYes = (text: string): boolean => yes.test(text);
export const saysNo = (text: string): boolean => text === '' || no.test(text);
