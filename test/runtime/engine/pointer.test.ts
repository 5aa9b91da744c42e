// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, copy, depthOf, indices, own, put, same, star } from '../../../runtime/engine/pointer.ts';
import { withIds, withNumbers } from '../../../runtime/engine/row-ids.ts';
import { withParked } from '../../../runtime/engine/whole.ts';
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

test('rows by id and by number: a row without an id keeps its number, what is not there has none', () => {
  const answers = { n: [{ x: 1 }, { id: 'abcdefghij1', m: [{ id: 'abcdefghij2' }] }] };
  assert.equal(withIds(answers, '/n/1/m/0/y'), '/n/abcdefghij1/m/abcdefghij2/y');
  assert.equal(withIds(answers, '/n/0/x'), '/n/0/x');
  assert.equal(withNumbers(answers, '/n/abcdefghij1/m/abcdefghij2/y'), '/n/1/m/0/y');
  assert.equal(withNumbers(answers, '/n/0/x'), '/n/0/x');
  assert.equal(withNumbers(answers, '/n/1/x'), undefined, 'it has an id');
  assert.equal(withNumbers(answers, '/n/2/x'), undefined);
  assert.equal(withNumbers(answers, '/n/x0/x'), undefined);
  assert.equal(withNumbers(answers, '/n/0x/x'), undefined);
  assert.equal(withNumbers({ n: Array.from({ length: 12 }, () => ({})) }, '/n/11/x'), '/n/11/x');
});

test('the same JSON, whatever the order of keys; a list is no object', () => {
  assert.equal(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }), true);
  assert.equal(same({ a: 1 }, { a: 1, b: 1 }), false);
  assert.equal(same({ a: 1, c: 1 }, { a: 1, b: 1 }), false);
  assert.equal(same([1, 2], [1]), false);
  assert.equal(same([1], [1, 2]), false);
  assert.equal(same([], {}), false);
  assert.equal(same({}, []), false);
  assert.equal(same({}, null), false);
  assert.equal(same(0, false), false);
});

test('numbers in a pointer are whole parts of it', () => {
  assert.equal(star('/n/10/a1/2'), '/n/*/a1/*');
  assert.deepEqual(indices('/n/10/a1/2'), [10, 2]);
  assert.deepEqual(indices('/n/1a'), []);
  assert.equal(at({ n: [1, 2] }, '/n/1'), 2);
  assert.equal(at({ n: [1, 2] }, '/n/x1'), undefined);
  assert.equal(at({ n: Array.from({ length: 11 }, (_, row) => row) }, '/n/10'), 10);
});

test('what a draft has parked stands in its place again, in the row that has the id', () => {
  const draft = {
    answers: { a: 1, n: [{ id: 'abcdefghij1' }, { id: 'abcdefghij2', g: {} }] },
    parked: {
      '/b': [1],
      '/n/abcdefghij2/x': 'y',
      '/n/abcdefghij2/g/z': 2,
      '/n/abcdefghij9/x': 'gone',
      '/q/r': 3,
    },
  };
  assert.deepEqual(withParked(draft), {
    a: 1,
    b: [1],
    n: [{ id: 'abcdefghij1' }, { id: 'abcdefghij2', g: { z: 2 }, x: 'y' }],
  });
  assert.deepEqual(Object.keys(draft.answers), ['a', 'n'], 'the draft is left as it is');
});
