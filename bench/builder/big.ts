// SPDX-License-Identifier: AGPL-3.0-or-later
// Definitions of any length, on four pages with sections and with two repeats, every type of common question in them.
import type { Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';

const PAGES = 4;
const SECTION = 12;

const choices = ['Proprietà', 'Affitto', 'Comodato', 'Ospite'].map((title) => ({
  const: title.toLowerCase().replace('à', 'a'),
  title,
}));

/** One question of each kind, in turn. */
const kinds: readonly FieldSchema[] = [
  { type: 'string', maxLength: 200 },
  { $ref: '#/$defs/abitare' },
  { type: 'integer', minimum: 0, maximum: 99 },
  { type: 'boolean' },
  { type: 'string', format: 'date' },
  { type: 'integer', 'x-type': 'money', minimum: 0, maximum: 1_000_000 },
  { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/abitare' } },
  { type: 'string', maxLength: 2000, 'x-hint': 'In poche parole.' },
];

/** What the question is called. */
export const titleOf = (prefix: string, index: number): string => `Domanda ${prefix} ${index + 1}`;
const keyOf = (prefix: string, index: number): string => `${prefix}_${index}`;

/** `count` questions; every tenth is shown only when the choice before it is *affitto*. */
function questions(prefix: string, count: number, scope: string): { [key: string]: FieldSchema } {
  const made: { [key: string]: FieldSchema } = {};
  for (let index = 0; index < count; index++) {
    const asks = index - (index % kinds.length) + 1;
    const shown =
      index % 10 === 9 && asks < index
        ? { 'x-show': { [`${scope}/${keyOf(prefix, asks)}`]: { const: 'affitto' } } }
        : {};
    made[keyOf(prefix, index)] = {
      title: titleOf(prefix, index),
      ...kinds[index % kinds.length]!,
      ...shown,
    };
  }
  return made;
}

/** `count`: questions in all, half of them in the two repeats. */
export function big(count: number): Definition {
  const rows = Math.floor(count / 4);
  const own = count - 2 * rows - 2;
  const properties: { [key: string]: FieldSchema } = questions('q', own, '');
  for (const name of ['nucleo', 'servizi'])
    properties[name] = {
      title: `Elenco ${name}`,
      type: 'array',
      maxItems: 20,
      items: { type: 'object', properties: questions(name, rows, '.') },
    };
  const layout = Array.from({ length: PAGES }, (_, page): LayoutNode => {
    const from = Math.floor((own * page) / PAGES);
    const to = Math.floor((own * (page + 1)) / PAGES);
    const items: LayoutNode[] = [];
    for (let start = from; start < to; start += SECTION)
      items.push({
        section: `parte_${start}`,
        title: `Parte ${start + 1}`,
        items: Array.from(
          { length: Math.min(SECTION, to - start) },
          (_each, place) => `/${keyOf('q', start + place)}`,
        ),
      });
    const repeat = page === 1 ? 'nucleo' : page === 3 ? 'servizi' : undefined;
    if (repeat) items.push({ repeat: `/${repeat}`, items: Array.from({ length: rows }, (_each, index) => `./${keyOf(repeat, index)}`) }); // prettier-ignore
    return { page: `pagina_${page + 1}`, title: `Pagina ${page + 1}`, items };
  });
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: `banco-${count}`,
    title: `Banco di ${count} domande`,
    schema: { type: 'object', properties, $defs: { abitare: { type: 'string', oneOf: choices } } },
    layout,
  };
}
