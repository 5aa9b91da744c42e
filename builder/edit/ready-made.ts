// SPDX-License-Identifier: AGPL-3.0-or-later
// Things that are put in whole: a grid of questions with one scale and points, the linked lists of a pact.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { Edited, Handle, Place } from './contract.ts';
import { holderAt, innerScope, withHolder } from './fields.ts';
import { makeConst, makeKey } from './key.ts';
import { type TreeNode, placed, readTree, scopeAt, withTree } from './tree.ts';

/** One answer of a scale. */
export interface Level {
  readonly title: string;
  readonly points: number;
}

/** `Spesso = 3`, `Spesso (3)`, `Spesso; 3` → the points are 3; without them they follow from the place: 0, 1, 2… */
export function levelsOf(lines: readonly string[]): readonly Level[] {
  return lines.map((line, place) => {
    const [, title, points] = /^(.*?)\s*(?:[=;:]\s*|\()(-?\d{1,4})\)?\s*$/.exec(line) ?? [];
    return title ? { title, points: Number(points) } : { title: line, points: place };
  });
}

function added(
  definition: Definition,
  place: Place,
  wanted: string,
  field: FieldSchema,
): readonly [Definition, Handle] {
  const tree = readTree(definition);
  const scope = scopeAt(tree, place);
  const key = makeKey(wanted, Object.keys(holderAt(definition, scope)?.properties ?? {}));
  const pointer = `${scope}/${key}`;
  const next = withHolder(definition, scope, (holder) => ({
    ...holder,
    properties: { ...holder.properties, [key]: field },
  }));
  const inner = innerScope(next, pointer);
  const inside = inner === undefined ? [] : Object.keys(holderAt(next, inner)?.properties ?? {});
  const node: TreeNode = {
    handle: pointer,
    kind: 'field',
    items: inside.map((name) => ({ handle: `${inner}/${name}`, kind: 'field', items: [] })),
    ...(inner === undefined ? {} : { scope: inner }),
  };
  const after = placed(tree, place, node);
  return [withTree(next, () => after), pointer];
}

/** Questions by answers, each answer with its points; the scale is one part of the definition that all rows share. */
export function addGrid(
  definition: Definition,
  place: Place,
  title: string,
  rows: readonly string[],
  levels: readonly Level[],
): Edited {
  const values = new Set<string>();
  const oneOf = levels.map((level) => {
    const value = makeConst(level.title, values);
    values.add(value);
    return { const: value, title: level.title.slice(0, 500), 'x-score': level.points };
  });
  const scale = makeKey(`scala ${title}`, Object.keys(definition.schema.$defs ?? {}), 'scala');
  const properties: { [key: string]: FieldSchema } = {};
  for (const row of rows)
    properties[makeKey(row, Object.keys(properties), 'voce')] = {
      title: row.slice(0, 500),
      $ref: `#/$defs/${scale}`,
    };
  const shared: Definition = {
    ...definition,
    schema: {
      ...definition.schema,
      $defs: { ...definition.schema.$defs, [scale]: { type: 'string', oneOf } },
    },
  };
  const grid: FieldSchema = {
    title,
    type: 'object',
    'x-type': 'grid',
    properties,
    'x-settings': { points: true },
  };
  const [next, pointer] = added(shared, place, title, grid);
  return {
    definition: next,
    step: { code: 'grid-added', params: { title, rows: rows.length, levels: levels.length } },
    select: pointer,
  };
}

/** What the lists of a pact and their questions are called. */
export interface PactWords {
  readonly objectives: string;
  readonly results: string;
  readonly commitments: string;
  readonly what: string;
  readonly objective: string;
  readonly result: string;
  readonly by: string;
  readonly who: string;
}

/** Objectives, the results of each, the commitments towards each result: three lists, every arrow a link. */
export function addPactLists(definition: Definition, place: Place, words: PactWords): Edited {
  const text = (title: string): FieldSchema => ({ title, type: 'string', maxLength: 2000 });
  const list = (
    title: string,
    properties: { [key: string]: FieldSchema },
    required: string[],
  ): FieldSchema => ({
    title,
    type: 'array',
    maxItems: 50,
    items: { type: 'object', properties, required },
  });
  // Links name lists of the whole document, so the lists stand at its root.
  const tree = readTree(definition);
  const last = tree.findLast((node) => node.kind === 'page');
  const at: Place = scopeAt(tree, place) === '' ? place : { into: last?.handle ?? '' };
  const [one, objectives] = added(
    definition,
    at,
    words.objectives,
    list(words.objectives, { testo: text(words.what) }, ['testo']),
  );
  const [two, results] = added(
    one,
    { after: objectives },
    words.results,
    list(
      words.results,
      {
        obiettivo: { title: words.objective, type: 'string', 'x-type': 'link', 'x-ref': objectives },
        testo: text(words.what),
        entro: { title: words.by, type: 'string', format: 'date' },
      },
      ['obiettivo', 'testo'],
    ),
  );
  const [three] = added(
    two,
    { after: results },
    words.commitments,
    list(
      words.commitments,
      {
        risultato: { title: words.result, type: 'string', 'x-type': 'link', 'x-ref': results },
        testo: text(words.what),
        chi: { title: words.who, type: 'string', maxLength: 200 },
      },
      ['risultato', 'testo'],
    ),
  );
  return { definition: three, step: { code: 'pact-lists-added', params: {} }, select: objectives };
}
