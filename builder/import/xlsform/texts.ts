// SPDX-License-Identifier: AGPL-3.0-or-later
// What the form says, in its own language and in the others.
import type { Ledger } from '../ledger.ts';
import { TITLE, speaks } from '../naming.ts';
import type { Languages } from './languages.ts';
import type { Cell, Row } from './table.ts';

const answers = /\$\{\s*([^}]+?)\s*\}/g;

/** Texts by language code and key of the definition's translations. */
export type Translations = { [language: string]: { [key: string]: string } };

export class Texts {
  readonly translations: Translations = {};
  private readonly languages: Languages;
  private readonly ledger: Ledger;
  /** what the questions are called, by name */
  private readonly titles: ReadonlyMap<string, string>;

  constructor(languages: Languages, ledger: Ledger, titles: ReadonlyMap<string, string>) {
    this.languages = languages;
    this.ledger = ledger;
    this.titles = titles;
  }

  private base(row: Row, name: string): Cell | undefined {
    const cells = row.cells.get(name);
    return cells?.get(this.languages.base) ?? cells?.get('');
  }

  /** The answers of others cannot stand in a text: the name of their question does. */
  private plain(cell: Cell): string {
    if (!cell.text.includes('${')) return cell.text;
    this.ledger.leave(cell.at, 'answer-in-text');
    return cell.text.replace(answers, (_, name: string) => `«${this.titles.get(name) ?? name}»`);
  }

  /** The text of a column in the form's own language; '' without one. */
  own(row: Row, name: string, most = 10_000): string {
    const cell = this.base(row, name);
    if (!cell) return '';
    const text = this.plain(cell);
    if (text.length > most) this.ledger.leave(cell.at, 'too-long');
    this.ledger.take(cell.at);
    return text.slice(0, most);
  }

  /** A title: never empty. */
  title(row: Row, otherwise: string): string {
    const text = this.own(row, 'label', TITLE);
    return speaks(text) ? text : otherwise;
  }

  /** Several columns as one text, a blank line between them. */
  joined(row: Row, names: readonly string[]): string {
    return names
      .map((name) => this.own(row, name))
      .filter((text) => text !== '')
      .join('\n\n');
  }

  /** The other languages of some columns, under one key of the translations. */
  translate(row: Row, names: readonly string[], key: string): void {
    const found = new Map<string, string[]>();
    for (const name of names) {
      const own = this.base(row, name);
      for (const [language, cell] of row.cells.get(name) ?? []) {
        if (cell === own) continue;
        const code = this.languages.code(language);
        if (code === undefined || code === this.languages.code(this.languages.base)) {
          this.ledger.leave(cell.at, 'language');
          continue;
        }
        found.set(code, [...(found.get(code) ?? []), this.plain(cell)]);
        this.ledger.take(cell.at);
      }
    }
    for (const [code, texts] of found) (this.translations[code] ??= {})[key] = texts.join('\n\n');
  }
}
