// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { differenceWords } from '../../../server/words/differences.ts';
import { publishingWords } from '../../../server/words/publishing.ts';

const read = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');

const codes = (text: string, call: string): string[] =>
  [...text.matchAll(new RegExp(`\\b(?:${call})\\(\\s*'([a-z-]+)'`, 'g'))].map((match) => match[1] ?? '');

test('every finding has its sentence, in Italian and in English', () => {
  const engine = codes(
    `${read('runtime/engine/lint')}${readFileSync('runtime/engine/lint.ts', 'utf8')}`,
    'report|tell',
  );
  const own = codes(read('server/compile'), 'finding|refuse');
  assert.ok(engine.length > 30 && own.length > 15);
  const missing = [...new Set([...engine, ...own])].filter(
    (code) => !publishingWords[code]?.it || !publishingWords[code]?.en,
  );
  assert.deepEqual(missing, []);
});

test('every difference has its sentence', () => {
  const source = readFileSync('runtime/engine/differences.ts', 'utf8');
  const missing = codes(source, 'difference').filter((code) => !differenceWords[code]?.it);
  assert.deepEqual(missing, []);
  const parts = [...source.matchAll(/'?[\w-]+'?: '([a-z-]+)'/g)].map((match) => match[1] ?? '');
  assert.ok(parts.length > 10);
  assert.deepEqual(
    parts.filter((part) => !differenceWords[`${part}-changed`]),
    [],
  );
});

test('both languages use the same parameters', () => {
  for (const [code, words] of Object.entries({ ...publishingWords, ...differenceWords })) {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    assert.deepEqual(names(words.it), names(words.en), code);
  }
});
