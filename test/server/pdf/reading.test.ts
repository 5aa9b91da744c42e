// SPDX-License-Identifier: AGPL-3.0-or-later
// How hard a document is to read, before it is issued.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../server/pdf/reading.ts';
import { mandatory } from '../../fixtures/documents/mandatory.ts';
import { pageOf } from '../../fixtures/documents/letters.ts';

const page = (...texts: readonly string[]): string =>
  `<style>p { color: red }</style><body><h1>Patto</h1>${texts.map((one) => `<p>${one}</p>`).join('')}</body>`;
const easy = 'Il lunedì vengo a casa. Parliamo di scuola e di lavoro. Poi si va al parco.';
const hard =
  'L’attivazione contestuale dell’intervento socioeducativo domiciliare presuppone l’effettiva compartecipazione dell’intero aggregato familiare.';

test('hard pieces lower the index, and are named, hardest first', () => {
  const [plain, both] = [readingOf(page(easy)), readingOf(page(easy, hard))];
  assert.ok(plain.index > 80, String(plain.index));
  assert.deepEqual(plain.hard, []);
  assert.ok(both.index < plain.index - 10, String(both.index));
  assert.deepEqual(
    both.hard.map(({ text }) => text),
    [hard],
  );
});

test('tags, marks and headings are not read; words side by side stay two', () => {
  const marked = readingOf(
    page(easy.replace('casa', '<strong>casa</strong>').replace('lavoro', 'lavoro &amp; amici')),
  );
  assert.equal(marked.words, readingOf(page(easy.replace('lavoro', 'lavoro & amici'))).words);
});

test('every document that a family takes home reads well as it is shipped', async (context) => {
  const pacts = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((family) => ({
    kind: 'pact',
    definition: 'pais',
    family,
  }));
  for (const one of [...mandatory, ...pacts]) {
    const { index } = readingOf(await pageOf(one));
    context.diagnostic(`${one.kind} ${one.family} ${index}`);
    assert.ok(index >= 60, `${one.kind} of ${one.family}: ${index}`);
  }
});
