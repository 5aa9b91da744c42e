// SPDX-License-Identifier: AGPL-3.0-or-later
// After an edit only what changed is made anew, and nothing on the canvas is older than the definition.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTitle } from '../../../builder/edit/describe.ts';
import { move } from '../../../builder/edit/move.ts';
import { references } from '../../../builder/edit/references.ts';
import { type Leaf, sheetOf } from '../../../builder/parts/canvas/sheet.ts';
import { namesIn } from '../../../builder/sample-context.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { catalogue } from '../edit/sample.ts';
import { family } from '../family.ts';

const every = (leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.flatMap((leaf) => [leaf, ...every(leaf.items)]);
const drawn = (definition: Definition, was?: ReturnType<typeof sheetOf>['sheet']) => {
  const { leaves, sheet } = sheetOf(definition, catalogue, 'it', was);
  return { sheet, leaves: new Map(every(leaves).map((leaf) => [leaf.handle, leaf])) };
};
const fresh = (definition: Definition) => drawn(structuredClone(definition)).leaves;
const looks = (leaf: Leaf | undefined): object => ({
  ...leaf,
  field: 0,
  shared: 0,
  items: leaf?.items.length,
});

test('the words of a condition follow what they name, everything else stays the very same thing', () => {
  const before = drawn(family);
  assert.match(before.leaves.get('/canone')!.when!, /«Titolo di godimento» è Affitto/);
  const renamed = setTitle(family, '/casa', 'Come abitate').definition;
  const after = drawn(renamed, before.sheet);
  assert.match(after.leaves.get('/canone')!.when!, /«Come abitate» è Affitto/);
  assert.equal(after.leaves.get('/note'), before.leaves.get('/note'));
  for (const [handle, leaf] of fresh(renamed)) assert.deepEqual(looks(after.leaves.get(handle)), looks(leaf));
});

test('also those of a shared part, and after a way back', () => {
  const part = (title: string): FieldSchema => ({ type: 'string', oneOf: [{ const: 'si', title }, { const: 'no', title: 'No' }] }); // prettier-ignore
  const shown = { title: 'Poi', type: 'string', 'x-show': { '/a': { const: 'si' } } } as const;
  const made = (title: string): Definition => ({
    ...family,
    schema: {
      type: 'object',
      properties: { a: asked, b: shown },
      $defs: { scelta: part(title) },
    },
    layout: ['/a', '/b'],
  });
  const asked: FieldSchema = { title: 'Prima', $ref: '#/$defs/scelta' };
  const one = made('Sì');
  const other = made('Certo');
  assert.match(drawn(one).leaves.get('/b')!.when!, /è Sì/);
  assert.match(drawn(other).leaves.get('/b')!.when!, /è Certo/);
  assert.match(drawn(one).leaves.get('/b')!.when!, /è Sì/);
});

test('a definition that was edited is read as one that was never seen', () => {
  let now: Definition = family;
  for (const handle of ['/casa', '/note', '/minori']) {
    now = setTitle(now, handle, `${handle.slice(1)} due`).definition;
    const edited = move(now, handle, 'up') ?? move(now, handle, 'down');
    if (edited && 'definition' in edited) now = edited.definition;
    const copy = structuredClone(now);
    assert.deepEqual(references(now), references(copy));
    assert.equal(namesIn(now), namesIn(copy));
  }
});

test('a list, a parameter or a case that is newly read is seen', () => {
  const read = (field: FieldSchema): Definition => ({
    ...family,
    schema: { ...family.schema, properties: { ...family.schema.properties, nuova: field } },
  });
  const before = namesIn(family);
  for (const field of [
    { title: 'N', type: 'string', 'x-choices': { from: 'list:cittadinanza' } },
    { title: 'N', type: 'integer', 'x-value': { param: 'adi.isee' } },
    { title: 'N', type: 'string', 'x-prefill': 'case:/nucleo' },
  ] as readonly FieldSchema[])
    assert.notEqual(namesIn(read(field)), before, JSON.stringify(field));
});
