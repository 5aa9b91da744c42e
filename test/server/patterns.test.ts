// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearPattern, patternProblem } from '../../server/patterns.ts';

/** Patterns of Italian forms, and the corners where RE2 and RegExp differ. */
const patterns = [
  '^[0-9]{5}$',
  '^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$',
  '^IT[0-9]{2}[A-Z][0-9]{10}[0-9A-Z]{12}$',
  '^\\+?[0-9 ]{6,15}$',
  '^[A-Z]{2}[0-9]{3}[A-Z]{2}$',
  '[0-9]',
  '^.{2}$',
  '^\\S+\\s\\S+$',
  '[\\s,]',
  '^[^\\s@]+@[^\\s@.]+$',
  '\\bvia\\b',
  '^\\p{Lu}\\p{Ll}*$',
  '^[\\u00e0-\\u00ff]+$',
  '^\\u{1F46A}$',
  'a|b$',
  '^(?:ab)?c*?$',
  '[.[\\]]',
  '\\.',
  '^$',
];
const signs = [
  'a',
  'b',
  'c',
  'A',
  'Z',
  '0',
  '9',
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '\r',
  '\u2028',
  '\ufeff',
  'è',
  'ÿ',
  '.',
  ',',
  '@',
  '+',
  '[',
  ']',
  '\\',
  '👪',
  'v',
  'i',
  '-',
  'IT',
  'via',
];

/** A small generator with a seed: the same texts at each run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('a pattern means the same on the server and in the browser', (t) => {
  const full = process.env['PATTO_PROOF'] === 'full';
  const count = full ? 200_000 : 2_000;
  const seed = Number(process.env['PATTO_SEED'] ?? 20260302);
  const next = random(seed);
  let yes = 0;
  for (const source of patterns) {
    const browser = new RegExp(source, 'u');
    const server = linearPattern(source);
    for (let n = 0; n < count; n++) {
      const length = Math.floor(next() * 8);
      const text = Array.from({ length }, () => signs[Math.floor(next() * signs.length)]).join('');
      const expected = browser.test(text);
      yes += Number(expected);
      assert.equal(server.test(text), expected, `${source} on ${JSON.stringify(text)}`);
    }
  }
  assert.ok(yes > (count * patterns.length) / 20, 'enough texts fit');
  t.diagnostic(
    `proof ${JSON.stringify({ patterns: patterns.length, texts: count * patterns.length, fitting: yes })}`,
  );
});

test('time is linear in the text', () => {
  const text = 'a'.repeat(100_000);
  for (const source of ['^(a+)+$', '^(a|a)*$', '^(.*)(.*)(.*)x$']) {
    const before = process.cpuUsage();
    linearPattern(source).test(`${text}!`);
    assert.ok(process.cpuUsage(before).user / 1000 < 2_000, source);
  }
});

test('each pattern has a text of its own: Ajv would otherwise take them all for the first', () => {
  assert.notEqual(String(linearPattern('^a$')), String(linearPattern('^b$')));
});

test('the patterns of everyday are published', () => {
  // Time enough for a machine that does other work too.
  for (const source of patterns) assert.equal(patternProblem(source, 10_000), undefined, source);
});

test('a pattern that may not be published says why', () => {
  const wrong: [source: string, code: string, part?: string][] = [
    ['(', 'pattern-invalid'],
    ['(?i)a', 'pattern-invalid'],
    ['(?P<a>b)', 'pattern-invalid'],
    ['[[:alpha:]]', 'pattern-invalid'],
    ['(?!a)b', 'pattern-unsupported'],
    ['(?<=a)b', 'pattern-unsupported'],
    ['(a)\\1', 'pattern-unsupported'],
    ['a{1001}', 'pattern-unsupported'],
    ['[\\S]', 'pattern-unsupported'],
    ['^(a+)+$', 'pattern-slow', 'a'],
    ['\\s+$', 'pattern-slow', '\\s'],
  ];
  for (const [source, code, part] of wrong) {
    const problem = patternProblem(source, 10_000);
    assert.equal(problem?.code, code, source);
    assert.equal(problem?.params['pattern'], source);
    if (part !== undefined) assert.equal(problem?.params['part'], part);
  }
});
