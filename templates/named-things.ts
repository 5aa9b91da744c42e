// SPDX-License-Identifier: AGPL-3.0-or-later
// What a template of a kind may name, with titles: all that ours names, and the answers of its definition.
import Handlebars from 'handlebars';
import type { Thing } from './blocks/things.ts';
import { titles } from './blocks/titles.ts';
import type { Copy } from './contract.ts';
import { isYesNo, type Shape } from './fields.ts';
import { prints, roots, type Fields, type PrintedField } from './printable.ts';

interface Growing {
  rows: boolean;
  readonly inside: Map<string, Growing>;
}
type Node = hbs.AST.Node & { readonly [key: string]: unknown };

const blank = (): Growing => ({ rows: false, inside: new Map() });

/** The names of our own text, parts included, and which of them are lists. */
function named(source: string, partials: { readonly [name: string]: string }): Growing {
  const root = blank();
  const visit = (block: hbs.AST.Program | undefined, around: readonly Growing[]): void => {
    const grown = ({ parts, depth }: hbs.AST.PathExpression): Growing => {
      let here = around[around.length - 1 - depth] ?? root;
      for (const part of parts) {
        const there = here.inside.get(part) ?? blank();
        here.inside.set(part, there);
        here = there;
      }
      return here;
    };
    for (const statement of (block?.body ?? []) as unknown as readonly Node[]) {
      const name = (statement['name'] ?? statement['path']) as hbs.AST.PathExpression | undefined;
      if (statement.type === 'PartialStatement') {
        visit(Handlebars.parseWithoutProcessing(partials[name?.original ?? ''] ?? ''), around);
        continue;
      }
      const params = (statement['params'] ?? []) as readonly hbs.AST.PathExpression[];
      const own = statement.type === 'MustacheStatement' && params.length === 0 && name ? [name] : [];
      const found = [...own, ...params].filter(({ parts }) => parts.length > 0).map(grown);
      if (statement.type !== 'BlockStatement') continue;
      const { program, inverse } = statement as unknown as hbs.AST.BlockStatement;
      const loops = name?.original === 'each' && found[0];
      if (loops) loops.rows = true;
      visit(program, loops ? [...around, loops] : around);
      visit(inverse, around);
    }
  };
  visit(Handlebars.parseWithoutProcessing(source), [root]);
  return root;
}

const spoken = (key: string): string =>
  key.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Adds what a kind says beyond its own text. */
function grow(here: Growing, shape: Shape): void {
  for (const [key, inside] of Object.entries(shape)) {
    const there = here.inside.get(key) ?? blank();
    here.inside.set(key, there);
    grow(there, inside);
  }
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
  const inside = (here: Growing, fixed: boolean): Thing[] =>
    [...here.inside].map(([key, { rows, inside: more }]) => ({
      key,
      title: titles[key]?.[language] ?? spoken(key),
      ...(rows ? { rows: true as const } : {}),
      ...(fixed && words[key] !== undefined ? { words: words[key] } : {}),
      ...(more.size > 0 ? { inside: inside({ rows: false, inside: more }, key === 't') } : {}),
    }));
  const root = named(source, partials);
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
