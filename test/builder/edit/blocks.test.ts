// SPDX-License-Identifier: AGPL-3.0-or-later
// Edits of a template's blocks: nothing is lost, what is not touched stays the same, undo goes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addColumn, blockAt, duplicate, inOrder, insert, join, move, moveColumn, moveIn, moveOut, moveTo, put, remove, removeColumn, split, turn, widthOf, type Texts } from '../../../builder/views/document/blocks/edits.ts'; // prettier-ignore
import { begin, record, travel } from '../../../builder/past.ts';
import { makers } from '../../../builder/views/document/blocks/made.ts';
import type { Thing } from '../../../templates/blocks/things.ts';
import { readBlocks } from '../../../templates/blocks/read.ts';
import { writeBlocks } from '../../../templates/blocks/write.ts';
import { checkTemplate } from '../../../templates/check-template.ts';

const bare = (blocks: Parameters<typeof writeBlocks>[0] | undefined): string =>
  writeBlocks(blocks ?? []).replace(/\n\s*/g, '');
const three = readBlocks('<p>a</p><section><p>b</p><p>c</p></section><p>d</p>');

test('moving: among others, out of a group, into one, to any place', () => {
  assert.equal(bare(move(three, '0', 1)?.blocks), '<section><p>b</p><p>c</p></section><p>a</p><p>d</p>');
  assert.equal(
    bare(move(three, '1.of.0', -1)?.blocks),
    '<p>a</p><p>b</p><section><p>c</p></section><p>d</p>',
  );
  assert.equal(move(three, '0', -1), undefined);
  assert.equal(bare(moveIn(three, '2')?.blocks), '<p>a</p><section><p>b</p><p>c</p><p>d</p></section>');
  assert.equal(moveIn(three, '0'), undefined);
  const out = moveOut(three, '1.of.0');
  assert.deepEqual(
    [bare(out?.blocks), out?.go],
    ['<p>a</p><section><p>c</p></section><p>b</p><p>d</p>', '2'],
  );
  for (const from of ['0', '1', '1.of.0', '2'])
    for (const to of inOrder(three)) {
      const done = moveTo(three, from, to, true);
      if (!done) continue;
      assert.equal(blockAt(done.blocks, done.go), blockAt(three, from), `${from} after ${to}`);
      assert.deepEqual(
        bare(done.blocks)
          .match(/(?<=>)[abcd](?=<)/g)
          ?.sort(),
        ['a', 'b', 'c', 'd'],
        `${from} after ${to}`,
      );
    }
  assert.equal(moveTo(three, '1', '1.of.0', true), undefined);
});

test('what is not touched stays the same thing', () => {
  const done = put(three, '1.of.1', { is: 'page' });
  assert.equal(done[0], three[0]);
  assert.equal(blockAt(done, '1.of.0'), blockAt(three, '1.of.0'));
});

test('lines: split, joined, of another style; a group never stands empty', () => {
  const cut = split(three, '0', [{ is: 'text', text: 'x' }], [{ is: 'text', text: 'y' }]);
  assert.equal(bare(cut.blocks).slice(0, 18), '<p>x</p><p>y</p><s');
  assert.equal(bare(join(cut.blocks, '1')?.blocks).slice(0, 10), '<p>xy</p><');
  assert.equal(join(three, '1'), undefined);
  assert.equal(bare(turn(three, '0', 2)?.blocks).slice(0, 10), '<h2>a</h2>');
  const emptied = remove(remove(three, '1.of.0').blocks, '1.of.0').blocks;
  assert.equal(bare(emptied), '<p>a</p><section><p></p></section><p>d</p>');
  assert.equal(bare(duplicate(three, '2').blocks), `${bare(three)}<p>d</p>`);
});

test('columns of a table over rows', () => {
  const [table] = readBlocks(
    '<table><thead><tr><th scope="col">A</th></tr></thead><tbody>{{#each rows}}<tr><th scope="row">{{a}}</th></tr>{{/each}}</tbody></table>',
  );
  const two = addColumn([table!], '0', [{ is: 'text', text: 'B' }], [{ is: 'field', path: 'b' }]).blocks;
  const swapped = moveColumn(two, '0', 1, -1)!.blocks;
  assert.match(
    bare(swapped),
    /<th scope="col">B<\/th><th scope="col">A<\/th>.*<td>\{\{b\}\}<\/td><th scope="row">/,
  );
  assert.equal(bare(removeColumn(swapped, '0', 0)?.blocks), bare([table!]));
  assert.equal(removeColumn([table!], '0', 0), undefined);
  assert.equal(widthOf(two[0] as never), 2);
});

test('whatever is made is a template, and is read again as it was made', () => {
  const rows: Thing[] = [
    { key: 'testo', title: 'Testo' },
    { key: 'entro', title: 'Entro' },
  ];
  const things: Thing[] = [
    { key: 'title', title: 'Titolo' },
    { key: 'impegni', title: 'Impegni', rows: true, inside: rows },
    { key: 'signers', title: 'Chi firma', rows: true, inside: rows },
  ];
  for (const { name, make } of makers) {
    const block = make([things]);
    assert.ok(block, name);
    const { blocks } = insert(three, '1.of.0', block);
    assert.deepEqual(readBlocks(writeBlocks(blocks)), blocks, name);
    assert.deepEqual(checkTemplate(writeBlocks(blocks)), [], name);
  }
  assert.equal(makers.find(({ name }) => name === 'table')?.make([[]]), undefined);
});

test('undo and redo of texts; letters in a row are one step', () => {
  let texts: Texts = begin('a');
  for (const text of ['ab', 'abc']) texts = record(texts, text, { did: 'write', at: '0' }, 'write 0');
  texts = record(texts, 'x', { did: 'move', at: '1' });
  const back = travel(texts, true)!;
  assert.deepEqual([back.past.now, back.note.did, back.note.at], ['abc', 'move', '1']);
  const first = travel(back.past, true)!;
  assert.equal(first.past.now, 'a');
  assert.equal(travel(first.past, true), undefined);
  assert.equal(travel(travel(first.past, false)!.past, false)!.past.now, 'x');
});
