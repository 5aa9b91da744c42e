// SPDX-License-Identifier: BSD-3-Clause
// How a row is called: by its first answers in words, else by its number.
import type { FieldNode } from '../engine/contract.ts';
import { at } from '../engine/pointer.ts';
import { withIds } from '../engine/row-ids.ts';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-rows.ts';
import { inWords } from './in-words.ts';
import type { FormStore } from './form-store.ts';
import type { Option } from './input.ts';

export { RowChanges } from './row-changes.ts';

learn({ chrome });

export type Row = { readonly id: string; readonly [key: string]: unknown };

/** Keys that name a row of the case, whose fields this form does not know. */
const naming = ['nome', 'cognome', 'title', 'titolo', 'testo', 'name'];

/** Keys of a person's date of birth. */
const births = ['nascita', 'data_nascita', 'birth'];

const textual = new Set(['string', '']);

/** In titles; where rows are chosen there is more room. */
const TITLE = 70;
const CHOICE = 160;

/** stands for a row that is no longer there */
const GONE = '—';

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

export class RowLabels {
  readonly #store: FormStore;
  readonly #naming = new Map<FieldNode, readonly string[]>();

  constructor(store: FormStore) {
    this.#store = store;
  }

  /** The same place whatever rows come and go before it: row numbers → ids. */
  key(path: string): string {
    return /\/\d/.test(path) ? withIds(this.#store.now.answers, path) : path;
  }

  /** Rows of a list of this form or of the case, as an x-ref names it. */
  of(pointer: string): readonly Row[] {
    const rows = pointer.startsWith('case:')
      ? at(this.#store.context.case, pointer.slice('case:'.length))
      : this.#store.raw(pointer);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  }

  /** "Anna Rossi", or "Componente 2". */
  label(pointer: string, row: Row, index: number, most = TITLE): string {
    const node = this.#store.node(pointer);
    // A row made for a row of another list is called like it.
    const source = node?.schema['x-each']?.of;
    const own = source ? this.byId(source, row.id) : GONE;
    return own !== GONE ? own : this.named(pointer, row, index, most) || `${this.what(node)} ${index + 1}`;
  }

  /** The row's own words; '' when nothing in it names it yet. */
  named(pointer: string, row: Row, index: number, most = TITLE): string {
    const node = this.#store.node(pointer);
    if (!node) {
      const words = naming.map((key) => row[key]).filter((each) => typeof each === 'string');
      return short(words.join(' '), most);
    }
    const key = this.naming(pointer).find((each) => typeof row[each] === 'string' && row[each] !== '');
    const child = node.children.find((each) => each.key === key);
    return child
      ? short(inWords(this.#store, child, row[child.key], `${pointer}/${index}/${child.key}`), most)
      : '';
  }

  /** Keys of the answers that may name a row of this list. */
  naming(pointer: string): readonly string[] {
    const node = this.#store.node(pointer);
    if (!node) return [];
    let keys = this.#naming.get(node);
    if (!keys) this.#naming.set(node, (keys = this.#namingOf(node)));
    return keys;
  }

  #namingOf({ children }: FieldNode): readonly string[] {
    const able = children.filter(
      (child) => child.key !== 'id' && !child.type.nests && textual.has(child.schema.type ?? ''),
    );
    // What a row links to names another row; it will do where nothing else does.
    const own = able.filter((child) => !child.schema['x-ref']);
    return (own.length > 0 ? own : able).slice(0, 2).map((child) => child.key);
  }

  what(node: FieldNode | undefined): string {
    const { sayings } = this.#store;
    return node ? (sayings.item(node) ?? sayings.title(node)) : '';
  }

  options(pointer: string): readonly Option[] {
    return this.of(pointer).map((row, index) => ({
      value: row.id,
      title: this.#withAge(this.label(pointer, row, index, CHOICE), row),
    }));
  }

  /** "Anna Rossi, 34 anni": where a person is chosen, the age tells namesakes apart. */
  #withAge(label: string, row: Row): string {
    const { context, sayings } = this.#store;
    const born = births.map((key) => row[key]).find((each) => typeof each === 'string');
    if (typeof born !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(born)) return label;
    const today = context.referenceDate;
    const years = +today.slice(0, 4) - +born.slice(0, 4) - (today.slice(5) < born.slice(5) ? 1 : 0);
    return years < 0 ? label : sayings.say(years === 1 ? 'agedOne' : 'aged', { row: label, n: years });
  }

  /** The label of the row that an id names; a dash when it is gone. */
  byId(pointer: string, id: string): string {
    const rows = this.of(pointer);
    const index = rows.findIndex((row) => row.id === id);
    return index < 0 ? GONE : this.label(pointer, rows[index]!, index);
  }
}
