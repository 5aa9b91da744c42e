// SPDX-License-Identifier: AGPL-3.0-or-later
// What a template of a kind may name, with titles: all that ours names, and the answers of its definition.
import type { Thing } from './blocks/things.ts';
import { titles } from './blocks/titles.ts';
import type { Copy } from './contract.ts';
import { isYesNo, type Shape } from './fields.ts';
import { nameIn, namesOf, type Name } from './names.ts';
import { prints, roots, type Fields, type PrintedField } from './printable.ts';

const spoken = (key: string): string =>
  key.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Adds what a kind says beyond its own text. */
function grow(here: Name, shape: Shape): void {
  for (const [key, inside] of Object.entries(shape)) grow(nameIn(here, key), inside);
}

/** `says`: more than the text names; `holds`: named conditions that may be asked; `words`: what the paper says under `t`, by key. */
export function namedThings(
  source: string,
  partials: { readonly [name: string]: string },
  says: Shape,
  fields: readonly Thing[],
  holds: readonly string[],
  words: { readonly [key: string]: string },
  language: 'it' | 'en',
): Thing[] {
  const inside = (here: Name, fixed: boolean): Thing[] =>
    [...here.inside].map(([key, { rows, inside: more }]) => ({
      key,
      title: titles[key]?.[language] ?? spoken(key),
      ...(rows ? { rows: true as const } : {}),
      ...(fixed && words[key] !== undefined ? { words: words[key] } : {}),
      ...(more.size > 0 ? { inside: inside({ rows: false, inside: more }, key === 't') } : {}),
    }));
  const root = namesOf([source], partials);
  grow(root, says);
  const own = inside(root, false).filter(({ key }) => key !== 'fields' && key !== 'holds');
  const titled = (key: string): string => titles[key]?.[language] ?? key;
  const conditions = holds.map((key) => ({ key, title: spoken(key), flag: 'holds' as const }));
  return [
    { key: 'fields', title: titled('fields'), inside: fields },
    ...(holds.length > 0 ? [{ key: 'holds', title: titled('holds'), inside: conditions }] : []),
    ...own,
  ];
}

/** The answers of a definition that a copy may show. */
export function fieldThings(outline: Fields, copy: Copy, roles: readonly string[]): Thing[] {
  const title = (field: PrintedField): string => field.schema.title ?? field.key;
  const inside = (fields: readonly PrintedField[]): Thing[] => {
    const shown = fields.filter((field) => prints(field, copy, roles));
    const asked = shown.filter(isYesNo);
    const flags = (key: string, flag: 'yes' | 'no'): Thing[] =>
      asked.length === 0
        ? []
        : [{ key, title: '', inside: asked.map((field) => ({ key: field.key, title: title(field), flag })) }];
    return [
      ...shown.map((field) => ({
        key: field.key,
        title: title(field),
        ...(field.type.nests === 'rows' ? { rows: true as const } : {}),
        ...(field.type.nests ? { inside: inside(field.children) } : {}),
      })),
      ...flags('isYes', 'yes'),
      ...flags('isNo', 'no'),
    ];
  };
  return inside(roots(outline));
}
