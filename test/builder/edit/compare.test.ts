// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared, type Lines } from '../../../builder/edit/compare.ts';
import { titleOf } from '../../../builder/edit/references.ts';
import type { Definition } from '../../../schemas/types.ts';

const form = (...pages: readonly (readonly [string, ...string[]])[]): Definition =>
  ({
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'prova',
    title: 'Prova',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        pages.flatMap(([, ...keys]) =>
          keys.map((key) => [key.replace(/!$/, ''), { title: key, type: 'string' }]),
        ),
      ),
    },
    layout: pages.map(([page, ...keys]) => ({
      page,
      title: page,
      items: keys.map((key) => `/${key.replace(/!$/, '')}`),
    })),
  }) as unknown as Definition;

const describe = (definition: Definition, handle: string): Lines => [['titolo', titleOf(definition, handle)]];
const told = (before: Definition, after: Definition): string[] =>
  compared(before, after, describe)
    .filter(({ how }) => how !== 'same')
    .map(({ how, handle, moved }) => `${how} ${handle}${how === 'changed' && moved ? ' moved' : ''}`);

test('nothing differs from itself', () => {
  const one = form(['p', 'a', 'b'], ['q', 'c']);
  assert.deepEqual(told(one, structuredClone(one)), []);
});

test('one question that moves is one that moved, not all the others', () => {
  const before = form(['p', 'a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(told(before, form(['p', 'b', 'c', 'd', 'e', 'a'])), ['moved /a']);
  assert.deepEqual(told(before, form(['p', 'e', 'a', 'b', 'c', 'd'])), ['moved /e']);
});

test('another page is another place, and what changed may have moved as well', () => {
  const before = form(['p', 'a', 'b'], ['q', 'c']);
  assert.deepEqual(told(before, form(['p', 'a'], ['q', 'b!', 'c'])), ['changed /b moved']);
});

test('what went stands where it stood; what came stands where it is; the form itself is told', () => {
  const before = form(['p', 'a', 'b', 'c']);
  const after = { ...form(['p', 'a', 'n', 'c!']), title: 'Altra' };
  const rows = compared(before, after, describe);
  assert.deepEqual(
    rows.map(({ how, handle }) => `${how} ${handle}`),
    ['changed ', 'same page:p', 'same /a', 'removed /b', 'added /n', 'changed /c'],
  );
  assert.deepEqual(rows.at(-1)?.lines, [{ name: 'titolo', before: 'c', after: 'c!' }]);
  assert.deepEqual(rows[4]?.lines, [{ name: 'titolo', after: 'n' }]);
});
