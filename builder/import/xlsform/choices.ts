// SPDX-License-Identifier: AGPL-3.0-or-later
// The lists of choices.
import type { Choice } from '../../../schemas/types.ts';
import type { Ledger } from '../ledger.ts';
import { type Row, type Table, plain } from './table.ts';
import type { Texts } from './texts.ts';

/** Longer lists are registers of the district, not choices of a form. */
const MOST = 50;
const CODE = 100;

interface List {
  readonly rows: readonly Row[];
  choices?: readonly (readonly [Choice, Row])[];
}

export class ChoiceLists {
  private readonly lists = new Map<string, List>();
  private readonly ledger: Ledger;
  private readonly texts: Texts;

  constructor(table: Table, ledger: Ledger, texts: Texts) {
    this.ledger = ledger;
    this.texts = texts;
    for (const row of table.rows) {
      const name = plain(row, 'list')?.text;
      if (name === undefined) continue;
      const list = this.lists.get(name);
      this.lists.set(name, { rows: [...(list?.rows ?? []), row] });
    }
  }

  private read(list: List): readonly (readonly [Choice, Row])[] {
    if (list.choices) return list.choices;
    const found: (readonly [Choice, Row])[] = [];
    const codes = new Set<string>();
    for (const row of list.rows) {
      const cell = plain(row, 'name');
      const [first] = row.all;
      const also = row.all.map(({ at }) => at);
      const wrong = !cell
        ? 'no-name'
        : codes.has(cell.text)
          ? 'same-choice'
          : found.length === MOST
            ? 'too-many-choices'
            : undefined;
      if (wrong) {
        const place = cell?.at ?? first!.at;
        this.ledger.leave(
          place,
          wrong,
          also.filter((at) => at !== place),
        );
        continue;
      }
      const code = cell!.text.slice(0, CODE);
      codes.add(cell!.text);
      this.ledger.take(plain(row, 'list')?.at, cell!.at);
      found.push([{ const: code, title: this.texts.title(row, code) }, row]);
    }
    list.choices = found;
    return found;
  }

  /** Is there a list of that name with at least one choice? */
  has(name: string): boolean {
    return this.lists.get(name)?.rows.some((row) => plain(row, 'name')) ?? false;
  }

  /** The choices of a list for the question with this key of translations. */
  of(name: string, key: string): Choice[] {
    const list = this.lists.get(name);
    return (list ? this.read(list) : []).map(([choice, row]) => {
      this.texts.translate(row, ['label'], `${key}=${choice.const}`);
      return { ...choice };
    });
  }

  /** What is left when every question has been made: columns that filter, lists that nobody uses. */
  close(table: Table): void {
    for (const [, list] of this.lists) {
      const cells = list.rows.flatMap((row) => row.all);
      const [first, ...rest] = cells;
      if (!list.choices && first)
        this.ledger.leave(
          first.at,
          'unused-list',
          rest.map(({ at }) => at),
        );
    }
    for (const row of table.rows)
      for (const [name, languages] of row.cells)
        for (const { at } of languages.values())
          if (!this.ledger.settled(at))
            this.ledger.leave(at, name.startsWith('media') ? 'media' : 'filter-column');
  }
}
