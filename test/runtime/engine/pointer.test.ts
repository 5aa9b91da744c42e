// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  at,
  copy,
  depthOf,
  indices,
  own,
  put,
  same,
  star,
  withIds,
  withNumbers,
} from '../../../runtime/engine/pointer.ts';
import { around, resolve } from '../../../runtime/engine/target.ts';

test('levels: rows around rows', () => {
  assert.deepEqual(['', '/n', '/n/*/f', '/n/*/g/f'].map(depthOf), [0, 1, 2, 2]);
  assert.deepEqual(['', '/n', '/n/*/f', '/n/*/f/*/a'].map(around), [undefined, '', '/n', '/n/*/f']);
  assert.deepEqual(resolve('../x', '/n/*/f'), { level: '/n', path: ['x'] });
  assert.deepEqual(resolve('./g/x', '/n'), { level: '/n', path: ['g', 'x'] });
  assert.deepEqual(resolve('/x', '/n'), { level: '', path: ['x'] });
  assert.equal(resolve('../x', ''), undefined);
  assert.equal(resolve('case:/nucleo', ''), undefined);
});

test('row numbers, stars and ids', () => {
  const answers = { n: [{ id: 'aaaaaaaaaaa', f: [{ id: 'bbbbbbbbbbb', x: 1 }] }, { id: 'ccccccccccc' }] };
  assert.equal(star('/n/0/f/12/x'), '/n/*/f/*/x');
  assert.equal(star('/n1/0'), '/n1/*');
  assert.deepEqual(indices('/n/0/f/12/x'), [0, 12]);
  assert.equal(at(answers, '/n/0/f/0/x'), 1);
  assert.equal(withIds(answers, '/n/0/f/0/x'), '/n/aaaaaaaaaaa/f/bbbbbbbbbbb/x');
  assert.equal(withNumbers(answers, '/n/aaaaaaaaaaa/f/bbbbbbbbbbb/x'), '/n/0/f/0/x');
  assert.equal(withNumbers({ n: [...answers.n].reverse() }, '/n/aaaaaaaaaaa/f'), '/n/1/f');
  assert.equal(withNumbers(answers, '/n/ddddddddddd/f'), undefined);
});

test('a row id of digits only is an id, not a number', () => {
  const answers = { n: [{ id: '00000000001' }, { id: '00000000000' }] };
  assert.equal(withNumbers(answers, '/n/00000000000/x'), '/n/1/x');
});

test('nothing is read from a prototype, and a key may be called __proto__', () => {
  assert.equal(own({}, 'constructor'), undefined);
  assert.equal(at({}, '/toString'), undefined);
  const odd = JSON.parse('{"__proto__":{"x":1}}') as { [key: string]: unknown };
  assert.ok(Object.hasOwn(copy(odd), '__proto__'));
  const holder: { [key: string]: unknown } = {};
  put(holder, '__proto__', 1);
  assert.deepEqual(Object.keys(holder), ['__proto__']);
  assert.ok(same(odd, copy(odd)));
  assert.ok(!same({ a: undefined }, { b: undefined }));
});
