// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addField } from '../../../builder/edit/add.ts';
import { setTitle } from '../../../builder/edit/describe.ts';
import { moveTo } from '../../../builder/edit/move.ts';
import { removeField } from '../../../builder/edit/remove.ts';
import { renameKey } from '../../../builder/edit/rename.ts';
import { places, standsAt, talksBy } from '../../../builder/edit/talks.ts';
import { family } from '../family.ts';
import { catalogue } from './sample.ts';

const about = (at: string, title: string) => ({ at, title });
const done = <Edit extends object>(edit: Edit | undefined) => {
  assert.ok(edit && 'definition' in edit, JSON.stringify(edit));
  return edit.definition as typeof family;
};

test('a comment follows its question: reworded, with another key, moved into a list; it outlives it', () => {
  const talk = about('/note', 'Note');
  assert.equal(standsAt(family, talk), '/note');
  assert.equal(standsAt(setTitle(family, '/note', 'Altro').definition, talk), '/note');
  assert.equal(standsAt(done(renameKey(family, '/note', 'appunti')), talk), '/appunti');
  assert.equal(standsAt(done(moveTo(family, '/note', { into: '/nucleo' })), talk), '/nucleo/*/note');
  const gone = done(removeField(family, '/note'));
  assert.equal(standsAt(gone, talk), undefined);
  const again = done(addField(gone, { into: '' }, 'Tutt’altro', catalogue));
  assert.equal(standsAt(again, talk), undefined, 'another question is not taken for it');
  assert.equal(standsAt(gone, about('', 'Modulo')), '', 'the form is always there');
});

test('only open threads count, where they stand now', () => {
  const moved = done(renameKey(family, '/note', 'appunti'));
  const counts = talksBy(moved, [
    about('/note', 'Note'),
    about('/appunti', 'Note'),
    { ...about('/note', 'Note'), resolved: {} },
    about('/mai', 'Mai'),
    about('', ''),
  ]);
  assert.deepEqual(
    [...counts],
    [
      ['/appunti', 2],
      ['', 1],
    ],
  );
  assert.deepEqual(new Set(places(family)).size, places(family).length);
});
