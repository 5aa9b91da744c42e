// SPDX-License-Identifier: AGPL-3.0-or-later
// Translations out to whoever translates, and back: a table (CSV) or XLIFF 2.0. What comes back is text and nothing else,
// and is looked at before it is taken.
import type { Definition } from '../../schemas/types.ts';
import { type Row, isLanguage, rowsOf } from '../edit/translate.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readXml, textOf, within, xmlText } from './xml.ts';

/** What a row is about, in words, for who translates. */
export type Place = (row: Row) => string;

const heads = ['id', 'source', 'target', 'state', 'place'] as const;

export function toCsv(rows: readonly Row[], place: Place): string {
  return writeCsv([heads, ...rows.map((row) => [row.key, row.text, row.translation, row.state, place(row)])]);
}

/** States of XLIFF: what is stale has a target and begins anew. */
const states = { missing: 'initial', stale: 'initial', done: 'translated' } as const;

export function toXliff(
  definition: Pick<Definition, 'id'>,
  language: string,
  rows: readonly Row[],
  place: Place,
): string {
  const unit = (row: Row, number: number): string => {
    const target = row.translation === '' ? '' : `<target>${xmlText(row.translation)}</target>`;
    return `    <unit id="u${number + 1}" name="${xmlText(row.key)}" xml:space="preserve">
      <notes><note category="place">${xmlText(place(row))}</note></notes>
      <segment state="${states[row.state]}"><source>${xmlText(row.text)}</source>${target}</segment>
    </unit>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="it" trgLang="${xmlText(language)}">
  <file id="${xmlText(definition.id)}">
${rows.map(unit).join('\n')}
  </file>
</xliff>
`;
}

interface Sent {
  readonly key: string;
  readonly source: string | undefined;
  readonly target: string;
}

/** A file that was read: its language, when it says one, and what it translates. */
export interface FileRead {
  readonly language: string | undefined;
  readonly texts: readonly Sent[];
}

/** Reads a table or XLIFF (2.x, or 1.2 as many tools still write it); undefined: neither. */
export function readTranslations(text: string): FileRead | undefined {
  return /^\uFEFF?\s*</.test(text) ? readXliff(text) : readTable(text);
}

function readXliff(text: string): FileRead | undefined {
  const root = readXml(text);
  if (root?.name !== 'xliff') return undefined;
  const language =
    root.attributes.get('trgLang') ?? [...within(root, 'file')][0]?.attributes.get('target-language');
  const texts: Sent[] = [];
  for (const unit of within(root, 'unit')) {
    const key = unit.attributes.get('name') ?? unit.attributes.get('id') ?? '';
    // A tool may have cut a text into several segments; what stands between them is kept.
    const parts = unit.children.filter(
      (child) => typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'),
    );
    const side = (name: string, other: string) =>
      parts
        .map((part) =>
          typeof part === 'string' ? '' : textOf([...within(part, name)][0] ?? [...within(part, other)][0]),
        )
        .join('');
    const translated = parts.some(
      (part) => typeof part !== 'string' && [...within(part, 'target')].length > 0,
    );
    texts.push({ key, source: side('source', 'source'), target: translated ? side('target', 'source') : '' });
  }
  for (const unit of within(root, 'trans-unit')) {
    const key = unit.attributes.get('resname') ?? unit.attributes.get('id') ?? '';
    const [source] = within(unit, 'source');
    const [target] = within(unit, 'target');
    texts.push({ key, source: source && textOf(source), target: textOf(target) });
  }
  return { language: language !== undefined && isLanguage(language) ? language : undefined, texts };
}

function readTable(text: string): FileRead | undefined {
  const [head = [], ...rows] = readCsv(text);
  const column = (name: string): number => head.findIndex((one) => one.trim().toLowerCase() === name);
  const [id, source, target] = [column('id'), column('source'), column('target')];
  if (id < 0 || target < 0) return undefined;
  return {
    language: undefined,
    texts: rows.map((row) => ({
      key: row[id] ?? '',
      source: source < 0 ? undefined : row[source],
      target: row[target] ?? '',
    })),
  };
}

/** What a file would do to one text. */
export interface Proposed {
  readonly row: Row;
  readonly target: string;
  readonly how: 'new' | 'changed' | 'same';
  /** translated from another text than the one that stands now */
  readonly stale: boolean;
}

export interface Proposal {
  readonly proposed: readonly Proposed[];
  /** keys that the definition does not have */
  readonly unknown: readonly string[];
  /** texts of the file without a translation */
  readonly empty: number;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A file held against the definition; nothing is changed by looking. */
export function propose(definition: Definition, language: string, file: FileRead): Proposal {
  const rows = new Map(rowsOf(definition, language).map((row) => [row.key, row]));
  const proposed = new Map<string, Proposed>();
  const unknown: string[] = [];
  let empty = 0;
  for (const { key, source, target } of file.texts) {
    const row = rows.get(key);
    if (!row) {
      unknown.push(key);
      continue;
    }
    if (target.trim() === '') {
      empty += 1;
      continue;
    }
    const text = target.slice(0, 10_000);
    const how = row.translation === '' ? 'new' : row.translation === text ? 'same' : 'changed';
    const stale = source !== undefined && plain(source) !== plain(row.text);
    proposed.set(key, { row, target: text, how, stale });
  }
  return { proposed: [...proposed.values()], unknown, empty };
}
