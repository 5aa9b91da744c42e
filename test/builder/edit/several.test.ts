// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, clipIn } from '../../../builder/edit/clip.ts';
import { excerpt } from '../../../builder/edit/excerpt.ts';
import { fieldAt } from '../../../builder/edit/fields.ts';
import { move } from '../../../builder/edit/move.ts';
import { paste } from '../../../builder/edit/paste.ts';
import { levelsOf } from '../../../builder/edit/ready-made.ts';
import { search } from '../../../builder/edit/search.ts';
import { duplicateAll, moveAllTo, removeAll, requireAll } from '../../../builder/edit/several.ts';
import { pairUp, standAlone } from '../../../builder/edit/side.ts';
import { readTree } from '../../../builder/edit/tree.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { family } from '../family.ts';
import { faults, misplaced } from './sample.ts';

function sound(definition: Definition): void {
  assert.deepEqual(faults(definition), []);
  assert.deepEqual(misplaced(definition), []);
}

const other: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'altro',
  title: 'Altro',
  schema: { type: 'object', properties: { canone: { title: 'Un canone', type: 'string' } } },
};

test('what is pasted in another form has free keys, follows what came along, and names what it had to let go', () => {
  const alone = clipIn(JSON.stringify(clip(family, ['/canone'])))!;
  const lone = paste(other, { into: '' }, alone)!;
  sound(lone.definition);
  assert.equal(lone.select, '/canone_2');
  assert.equal(fieldAt(lone.definition, '/canone_2')?.['x-show'], undefined);
  assert.equal(lone.step.code, 'pasted-without');
  assert.match(String(lone.step.params['names']), /«Canone mensile»/);
  const both = paste(other, { into: '' }, clip(family, ['/canone', '/casa'])!)!;
  sound(both.definition);
  assert.deepEqual(both.together, ['/casa', '/canone_2']);
  assert.deepEqual(fieldAt(both.definition, '/canone_2')?.['x-show'], { '/casa': { const: 'affitto' } });
  assert.deepEqual(both.definition.schema.required, ['casa', 'canone_2']);
  // A list brings its shared part; what its rows read of each other stays.
  const list = paste(other, { into: '' }, clip(family, ['/nucleo'])!)!;
  sound(list.definition);
  assert.ok(list.definition.schema.$defs?.['componente']);
  assert.deepEqual(fieldAt(list.definition, '/nucleo/*/scuola')?.['x-show'], fieldAt(family, '/nucleo/*/scuola')?.['x-show']); // prettier-ignore
  assert.equal(list.step.code, 'pasted');
});

test('several are one step: copies, removals, moves, required', () => {
  const copies = duplicateAll(family, ['/canone', '/casa'])!;
  sound(copies.definition);
  assert.deepEqual(fieldAt(copies.definition, '/canone_2')?.['x-show'], { '/casa_2': { const: 'affitto' } });
  const gone = removeAll(family, ['/casa', '/canone']).definition;
  sound(gone);
  assert.deepEqual(Object.keys(gone.schema.properties), ['nucleo', 'minori', 'residenza', 'note']);
  const moved = moveAllTo(family, ['/note', '/canone'], { into: 'page:famiglia' });
  assert.ok(moved && 'definition' in moved);
  assert.deepEqual(moved.together, ['/canone', '/note']);
  assert.deepEqual(requireAll(family, ['/note', '/minori'], true).definition.schema.required, ['casa', 'canone', 'note', 'minori']); // prettier-ignore
});

test('a question does not move into the page that its own answer shows', () => {
  const tried = moveAllTo(family, ['/casa'], { into: 'page:famiglia' });
  assert.ok(tried && 'refused' in tried);
  assert.equal(tried.refused.code, 'moves-into-circle');
  assert.deepEqual(tried.between, ['/casa', 'page:famiglia']);
});

test('side by side and apart again; untouched pages stay the same objects', () => {
  const apart = standAlone(family, '/canone')!;
  sound(apart.definition);
  const again = pairUp(apart.definition, '/canone')!;
  assert.ok('definition' in again);
  assert.deepEqual(readTree(again.definition), readTree(family));
  assert.equal(again.definition.layout?.[1], apart.definition.layout?.[1]);
  const refused = pairUp(family, '/note')!;
  assert.ok('refused' in refused && refused.refused.code === 'nothing-before');
  const up = move(apart.definition, '/minori', 'up');
  assert.ok(up && 'definition' in up);
  assert.equal(up.definition.layout?.[0], apart.definition.layout?.[0]);
  assert.equal(up.definition.schema, family.schema);
});

test('points of a scale are written beside the answer, or counted', () => {
  assert.deepEqual(levelsOf(['Mai', 'A volte (2)', 'Spesso = 5', 'Sempre']), [
    { title: 'Mai', points: 0 },
    { title: 'A volte', points: 2 },
    { title: 'Spesso', points: 5 },
    { title: 'Sempre', points: 3 },
  ]);
});

test('search finds titles, help, texts, options, keys and conditions, accents or not', () => {
  const found = (words: string) => search(family, words, () => 'Si vede se abita').map((hit) => [hit.handle, hit.in]); // prettier-ignore
  assert.deepEqual(found('PROPRIETA'), [['/casa', 'option']]);
  assert.deepEqual(found('chi vive'), [['note:avviso', 'text']]);
  assert.deepEqual(found('minori')[0], ['/minori', 'title']);
  assert.deepEqual(found('si vede se'), [['/canone', 'condition'], ['page:famiglia', 'condition'], ['/nucleo/*/scuola', 'condition']]); // prettier-ignore
  assert.deepEqual(found('  '), []);
});

test('of a long definition the part around a thing is a definition of its own, with what it reads', () => {
  const properties: { [key: string]: FieldSchema } = {};
  for (let index = 0; index < 200; index++)
    properties[`q_${index}`] = {
      title: `Domanda ${index}`,
      type: 'string',
      ...(index === 150 ? { 'x-show': { '/q_3': { answered: true } } } : {}),
    };
  const section = (from: number) => ({
    section: `s_${from}`,
    title: `Parte ${from}`,
    items: Array.from({ length: 10 }, (_, place) => `/q_${from + place}`),
  });
  const long: Definition = {
    ...other,
    schema: { type: 'object', properties },
    layout: [
      { page: 'prima', title: 'Prima', items: [section(0), section(10)] },
      { page: 'seconda', title: 'Seconda', items: [section(140), section(150)] },
    ],
  };
  const part = excerpt(long, '/q_152');
  sound(part);
  assert.deepEqual(Object.keys(part.schema.properties), ['q_3', ...Array.from({ length: 10 }, (_, place) => `q_${150 + place}`)]); // prettier-ignore
  assert.equal(excerpt(family, '/casa'), family);
});
