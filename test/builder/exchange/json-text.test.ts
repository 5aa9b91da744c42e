// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineOf, placeOf, readJsonText } from '../../../builder/exchange/json-text.ts';
import { json as words } from '../../../builder/words/json.ts';

const seed = { seed: 20260302 };
const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('whatever is JSON is read as JSON reads it, however it is written', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'small' }), fc.nat(4), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), null, indent);
      const read = readJsonText(pretty);
      assert.ok(read.ok);
      assert.deepEqual(read.value, JSON.parse(pretty));
    }),
    { ...seed, numRuns: 500 },
  );
});

test('one sign changed, and both say the same; what is wrong has a sentence and stands no later than where JSON stops', () => {
  const signs = ['', '{', '}', '[', ']', ',', ':', '"', '\\', '0', '-', '.', 'e', 'x', '\n', 't', '\u0001'];
  fc.assert(
    fc.property(fc.json({ depthSize: 'small' }), fc.nat(), fc.constantFrom(...signs), (text, place, sign) => {
      const pretty = JSON.stringify(JSON.parse(text), null, 1);
      const at = place % (pretty.length + 1);
      const broken = pretty.slice(0, at) + sign + pretty.slice(at + 1);
      const read = readJsonText(broken);
      if (!read.ok) {
        assert.ok(Object.hasOwn(words, `json.${read.fault.code}`), read.fault.code);
        assert.ok(read.fault.at >= 0 && read.fault.at <= broken.length);
      }
      // JSON takes the last of two; who writes by hand has made a mistake.
      if (read.ok || read.fault.code !== 'twice') assert.equal(read.ok, accepts(broken), broken);
    }),
    { ...seed, numRuns: 3000 },
  );
});

test('every place of a national definition is where it is written', () => {
  const text = readFileSync('schemas/national/adi/definitions/adi-domanda.json', 'utf8');
  const read = readJsonText(text);
  assert.ok(read.ok);
  assert.deepEqual(read.value, JSON.parse(text));
  const whole: unknown = read.value;
  for (const [pointer, at] of read.places) {
    const value: unknown = pointer
      .split('/')
      .slice(1)
      .reduce(
        (here: unknown, key) =>
          (here as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        whole,
      );
    const start = JSON.stringify(value)[0];
    assert.equal(text[at], start, pointer);
  }
  const { line } = lineOf(text, placeOf(read.places, '/schema/properties/nucleo/no/such/place'));
  assert.match(text.split('\n')[line - 1]!, /"nucleo": /);
});

test('says the line of what is missing', () => {
  const told = (text: string): string => {
    const read = readJsonText(text);
    assert.ok(!read.ok);
    const { line, column } = lineOf(text, read.fault.at);
    return `${read.fault.code} ${line}:${column}`;
  };
  assert.equal(told('{\n  "a": 1\n  "b": 2\n}'), 'comma 3:3');
  assert.equal(told('{\n  "a": 1,\n}'), 'key 3:1');
  assert.equal(told('{ "a" 1 }'), 'colon 1:7');
  assert.equal(told('{ "a": "non chiuso\n}'), 'end-of-text 1:8');
  assert.equal(told('{ "a": 1, "a": 2 }'), 'twice 1:11');
  assert.equal(told('{} x'), 'more 1:4');
  assert.equal(told('[01]'), 'number 1:2');
  assert.equal(told('['.repeat(200)), 'too-deep 1:102');
});
