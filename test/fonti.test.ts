// SPDX-License-Identifier: AGPL-3.0-or-later
// docs/fonti.md: every row of the public documents has its place and its proof, and both are there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('docs/fonti.md', 'utf8');
/** rows whose number begins with the letter of a document */
const rows = page
  .split('\n')
  .filter((line) => /^\| [A-E]\d+ \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('no row is missing, none is empty', () => {
  const many = new Map<string, number>();
  for (const [number = ''] of rows) {
    const at = (many.get(number[0]!) ?? 0) + 1;
    assert.equal(Number(number.slice(1)), at, `${number} stands in its place`);
    many.set(number[0]!, at);
  }
  assert.deepEqual(Object.fromEntries(many), { A: 21, B: 11, C: 7, D: 8, E: 11 });
  for (const cells of rows) {
    assert.equal(cells.length, 4, cells[0]);
    for (const cell of cells) assert.ok(cell.length > 1, cells[0]);
  }
});

test('every file that is named is there; every proof is a test of that name', () => {
  const paths = /`([a-z][\w./-]*\/[\w./-]*)`/g;
  for (const [, path] of page.matchAll(paths)) assert.ok(existsSync(path!), path);
  for (const [number, , place = '', proof = ''] of rows) {
    assert.equal([...place.matchAll(paths)].length > 0, true, `${number} has a place`);
    for (const one of proof.split('; `').map((each) => each.replace(/^(?!`)/, '`'))) {
      const [, file = '', title = ''] = /^`(test\/[^`]+\.test\.ts)` «([^»]+)»$/.exec(one) ?? [];
      assert.ok(file, `${number}: ${one}`);
      const text = readFileSync(file, 'utf8').replaceAll("\\'", "'");
      assert.ok(text.includes(`test('${title}'`) || text.includes(`it('${title}'`), `${number}: ${title}`);
    }
  }
});
